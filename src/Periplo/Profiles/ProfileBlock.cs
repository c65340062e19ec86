using Periplo.Charts;
using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>A piece of a section.</summary>
public abstract record ProfileBlock;

/// <summary>A heading inside a section.</summary>
/// <param name="Words">The heading.</param>
public sealed record HeadingBlock(Text Words) : ProfileBlock;

/// <summary>A fixed text that says nothing of figures: how to cite, the licence, how a method works.</summary>
/// <param name="Label">What it is, or null.</param>
/// <param name="Words">The text.</param>
/// <param name="Href">Address it leads to, or null.</param>
public sealed record TextBlock(Text? Label, Text Words, string? Href = null) : ProfileBlock;

/// <summary>A sentence made from a template, or the sentence that says which data are missing when a guard refused it.</summary>
/// <param name="Template">Id of the template.</param>
/// <param name="Words">The sentence, numbers in it.</param>
/// <param name="RestsOn">The values it rests on, in the order in which it names them.</param>
/// <param name="Refused">The guard that refused the template, or null when it passed.</param>
public sealed record SentenceBlock(string Template, Text Words, IReadOnlyList<IndicatorValue> RestsOn, Guard? Refused) : ProfileBlock;

/// <summary>The tiles of the summary.</summary>
/// <param name="Tiles">Eight.</param>
public sealed record TilesBlock(IReadOnlyList<ProfileTile> Tiles) : ProfileBlock;

/// <summary>A figure in a tile, with its course.</summary>
/// <param name="Row">The indicator and its value, or its gap.</param>
/// <param name="Label">A few words.</param>
/// <param name="Spark">Its course over time as a very small chart; null with fewer than three values.</param>
public sealed record ProfileTile(IndicatorRow Row, Text Label, Figure? Spark);

/// <summary>A chart with its table twin.</summary>
/// <param name="Id">Unique in the profile: <c>origins</c>. Name of its table in the annex.</param>
/// <param name="Figure">The chart.</param>
/// <param name="Narrow">The same for a phone; null where the one picture serves both.</param>
/// <param name="Indicators">The indicators it draws.</param>
public sealed record FigureBlock(string Id, Figure Figure, Figure? Narrow, IReadOnlyList<IndicatorDefinition> Indicators) : ProfileBlock
{
    /// <summary>True for a map, which refers to outlines that the page or file has to hold.</summary>
    public bool IsMap { get; init; }
}

/// <summary>A table of records or corridors.</summary>
/// <param name="Id">Unique in the profile: <c>instruments</c>. Name of the table in the annex.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Table">Columns and rows.</param>
/// <param name="Note">What must be said with it, or null.</param>
public sealed record TableBlock(string Id, Text Caption, FigureTable Table, Text? Note = null) : ProfileBlock;

/// <summary>Indicators with their values, each with its mark of quality.</summary>
/// <param name="Id">Unique in the profile.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Rows">One a measure, in the order of the registry.</param>
public sealed record IndicatorsBlock(string Id, Text Caption, IReadOnlyList<IndicatorRow> Rows) : ProfileBlock;

/// <summary>What is not known and who could fill it.</summary>
/// <param name="Gaps">One an indicator.</param>
public sealed record GapBlock(IReadOnlyList<Gap> Gaps) : ProfileBlock;

/// <summary>A traffic light: how far a value may be leant on.</summary>
public enum QualityLight
{
    /// <summary>Counted by a source, not five years old at the cut-off.</summary>
    Good,

    /// <summary>Estimated, or older than five years.</summary>
    Fair,

    /// <summary>Imputed, or older than ten years.</summary>
    Poor,

    /// <summary>No value.</summary>
    Missing,
}

/// <summary>An indicator's measure for the area of a profile.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Measure">Which of its figures.</param>
/// <param name="Value">Its latest value, or null.</param>
/// <param name="Shown">The value as it is written, with its unit; the words of a gap when there is none.</param>
/// <param name="Light">How far it may be leant on.</param>
public sealed record IndicatorRow(IndicatorDefinition Indicator, IndicatorMeasure Measure, IndicatorValue? Value, Text Shown, QualityLight Light)
{
    /// <summary>Name of the row: of the indicator, with the measure where it has several and the part where it is of one.</summary>
    public Text Name
    {
        get
        {
            var name = ValueWords.Named(Indicator, Measure);
            return Part is null ? name : ValueWords.Joined(name, Part);
        }
    }

    /// <summary>The age group or sex the row is of, or null for all.</summary>
    public Text? Part { get; init; }

    /// <summary>Address of the first figure it was made of, or null.</summary>
    public string? Lineage { get; init; }

    /// <summary>Address of the indicator's page, or null.</summary>
    public string? Href { get; init; }

    /// <summary>The publishers it rests on, once each; of a gap, who could fill it.</summary>
    public Text Source { get; init; } = Indicator.Source;
}

/// <summary>An indicator without a value here.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="Href">Address of the indicator's page, or null.</param>
public sealed record Gap(IndicatorDefinition Indicator, Text Reason, string? Href)
{
    /// <summary>The source that would fill it.</summary>
    public Text Filler => Indicator.Source;
}
