using System.Runtime.InteropServices;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Indicators;

/// <summary>Which of an indicator's values: the measure, and the codes its breakdowns tell apart.</summary>
/// <param name="Measure">Code of the measure; <c>_T</c> where the indicator has but one.</param>
/// <param name="Counterpart">Id of the area on the other side, or <c>_T</c> for all.</param>
/// <param name="Sex">Code of CL_SEX.</param>
/// <param name="Age">Code of CL_AGE.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IndicatorKey(string Measure = IndicatorKey.All, string Counterpart = IndicatorKey.All, string Sex = IndicatorKey.All, string Age = IndicatorKey.All)
{
    /// <summary>Code for all of a dimension.</summary>
    public const string All = "_T";

    /// <summary>The only measure, not broken down.</summary>
    public static IndicatorKey Whole { get; } = new(All);
}

/// <summary>How good a value is, in one word for a reader.</summary>
public enum IndicatorQuality
{
    /// <summary>Counted and published so.</summary>
    Observed,

    /// <summary>Estimated by the source, or worked out by Periplo from several statuses.</summary>
    Estimated,

    /// <summary>Put in by the source for want of data.</summary>
    Imputed,
}

/// <summary>A figure or record that a value was made of; a page links to it by these parts.</summary>
/// <param name="Collection">Id of the dataset, or of the register.</param>
/// <param name="Revision">Id of the dataset's revision; null for a record of a register.</param>
/// <param name="Key">Codes by dimension with <c>*</c> where summed, as in the address of a figure; id of the record for a register.</param>
/// <param name="Period">Period of the figure; for a record, the day its statement is of, or null.</param>
/// <param name="Publisher">Who published it, as to be cited.</param>
public sealed record IndicatorInput(string Collection, string? Revision, string Key, TimePeriod? Period, Text Publisher)
{
    /// <summary>True for a record of a register.</summary>
    public bool IsRecord => Revision is null;
}

/// <summary>A value of an indicator, or the reason why there is none, with what it was made of.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Area">Id of the area.</param>
/// <param name="Period">The year or day it is of.</param>
/// <param name="Key">Measure and breakdown.</param>
/// <param name="Value">In plain units, percentages in hundredths; NaN when missing, or when the value is words.</param>
/// <param name="Words">A status in words, where the indicator is one; null for numbers.</param>
/// <param name="Unit">Code of CL_UNIT_MEASURE.</param>
/// <param name="Status">The worst status of its inputs, or why it is missing.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
/// <param name="DefinitionUsed">How the country counts (foreign-born, foreign citizens, imputed), where its source says so.</param>
/// <param name="Inputs">What it was made of.</param>
public sealed record IndicatorValue(
    IndicatorDefinition Indicator,
    string Area,
    TimePeriod Period,
    IndicatorKey Key,
    double Value,
    Text? Words,
    string Unit,
    ObservationStatus Status,
    Text? Reason,
    Text? DefinitionUsed,
    IReadOnlyList<IndicatorInput> Inputs)
{
    /// <summary>True when there is a number or a status: a published zero is one.</summary>
    public bool IsFilled => !double.IsNaN(Value) || Words is not null;

    /// <summary>Observed, estimated or imputed.</summary>
    public IndicatorQuality Quality => Status switch
    {
        ObservationStatus.I => IndicatorQuality.Imputed,
        ObservationStatus.E or ObservationStatus.F or ObservationStatus.G or ObservationStatus.U => IndicatorQuality.Estimated,
        // What Periplo works out by a method of its own nobody observed, however well its terms were counted.
        _ when Indicator.IsEstimate => IndicatorQuality.Estimated,
        _ => IndicatorQuality.Observed,
    };
}

/// <summary>How many areas an indicator is filled for.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Filled">Areas with a value in any period.</param>
/// <param name="Areas">Areas asked: the denominator.</param>
/// <param name="Latest">Last period any area has a value of, or null.</param>
public sealed record IndicatorCoverage(IndicatorDefinition Indicator, int Filled, int Areas, TimePeriod? Latest);
