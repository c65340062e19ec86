using Periplo.Languages;

namespace Periplo.Indicators;

/// <summary>A group of indicators: <c>M1</c>, who the migrants are.</summary>
/// <param name="Id">A letter and a figure.</param>
/// <param name="Name">Name for people.</param>
public sealed record IndicatorBlock(string Id, Text Name);

/// <summary>How often the source publishes.</summary>
public enum IndicatorRhythm
{
    /// <summary>Every year.</summary>
    Annual,

    /// <summary>Every few years, with an edition.</summary>
    Edition,

    /// <summary>When something happens: a ratification, a promise.</summary>
    Event,
}

/// <summary>What may tell the values of an indicator apart.</summary>
public enum IndicatorBreakdown
{
    /// <summary>Women and men.</summary>
    Sex,

    /// <summary>Age groups.</summary>
    Age,

    /// <summary>The area on the other side: origin, destination or partner. Only the largest are kept.</summary>
    Counterpart,
}

/// <summary>One figure an indicator gives; most give one, some two or three that belong together (per person and per emigrant).</summary>
/// <param name="Id">Code of the measure: <c>_T</c> where the indicator has but one.</param>
/// <param name="Name">What it measures; the indicator's name where it has but one.</param>
/// <param name="Unit">Code of <c>CL_UNIT_MEASURE</c>; values are in plain units, percentages in hundredths.</param>
/// <param name="Formula">Its formula over datasets, or null. With a method, the figures the method is given.</param>
/// <param name="Method">Id of the method that makes it, where a formula cannot say it; null for formulas. Without formula and method it is a gap.</param>
public sealed record IndicatorMeasure(string Id, Text Name, string Unit, IndicatorFormula? Formula, string? Method)
{
    /// <summary>True when nothing Periplo knows can fill it.</summary>
    public bool IsGap => Formula is null && Method is null;
}

/// <summary>A row of the registry of indicators: what is measured, how, and what it cannot tell.</summary>
/// <param name="Code">Stable id: <c>M1.02</c>.</param>
/// <param name="Block">The group it is of.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Definition">What exactly is measured.</param>
/// <param name="Limits">What it cannot tell.</param>
/// <param name="Source">Who publishes the figures, filled or not: for a gap, the source that would fill it.</param>
/// <param name="Measures">The figures it gives, at least one.</param>
/// <param name="Breakdowns">What its values are told apart by.</param>
/// <param name="Rhythm">How often the source publishes.</param>
/// <param name="Applicability">Where and when it makes sense.</param>
/// <param name="Sdg">Targets or indicators of the Sustainable Development Goals: <c>10.7.4</c>.</param>
/// <param name="Gcm">Objectives of the Global Compact for Migration, 1 to 23.</param>
public sealed record IndicatorDefinition(
    string Code,
    IndicatorBlock Block,
    Text Name,
    Text Definition,
    Text Limits,
    Text Source,
    IReadOnlyList<IndicatorMeasure> Measures,
    IReadOnlyList<IndicatorBreakdown> Breakdowns,
    IndicatorRhythm Rhythm,
    Text Applicability,
    IReadOnlyList<string> Sdg,
    IReadOnlyList<int> Gcm)
{
    /// <summary>The indicator it repeats under another code (R1.09 is R1.02), or null.</summary>
    public string? SameAs { get; init; }

    /// <summary>True when Periplo estimates it, false when a source publishes it or its terms.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>False for what says something of other figures (a definition, a score) and for repeats: those never count as filled.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>True when no dataset or register Periplo knows can fill any of its measures.</summary>
    public bool IsGap => SameAs is null && Measures.All(measure => measure.IsGap);

    /// <summary>A measure by its code.</summary>
    /// <exception cref="KeyNotFoundException">It has none of that code.</exception>
    public IndicatorMeasure Measure(string id) =>
        Measures.FirstOrDefault(measure => measure.Id == id) ?? throw new KeyNotFoundException($"{Code} has no measure {id}.");
}
