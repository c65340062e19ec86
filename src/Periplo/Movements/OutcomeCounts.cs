using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>What is known of undecided crossings when an estimate is made.</summary>
/// <param name="Citizenship">UN M49 number, 0 unknown.</param>
/// <param name="Purpose">Purpose of the journey, 0 unknown.</param>
/// <param name="AgeGroup">Age group of the person, numbered by the caller.</param>
/// <param name="SideDays">Bin of the share of the elapsed days spent on the migrating side: tenths, 0 to 10.</param>
/// <param name="Elapsed">Whole months from the crossing to the end of observation.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UndecidedFeatures(ushort Citizenship, byte Purpose, byte AgeGroup, byte SideDays, byte Elapsed);

/// <summary>Long-term migrations already decided, as known some months after the end of the month of the crossing.</summary>
/// <param name="Country">Position of the reporting country.</param>
/// <param name="Month">Month of the crossing, counted from any fixed month (year × 12 + month - 1).</param>
/// <param name="Age">Months from the end of that month to the end of observation.</param>
/// <param name="Entry">Arrivals; else departures.</param>
/// <param name="Citizenship">UN M49 number, 0 unknown.</param>
/// <param name="Count">Crossings.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DecidedCell(byte Country, int Month, byte Age, bool Entry, ushort Citizenship, int Count);

/// <summary>Crossings still undecided at that age, alike in their features, and what became of them.</summary>
/// <param name="Country">Position of the reporting country.</param>
/// <param name="Month">Month of the crossing, counted from any fixed month (year × 12 + month - 1).</param>
/// <param name="Age">Months from the end of that month to the end of observation.</param>
/// <param name="Entry">Entries; else exits.</param>
/// <param name="Features">What was known of them at that age.</param>
/// <param name="Count">Crossings.</param>
/// <param name="BecameMigrant">How many of them are long-term migrations in the final figure; not read where that is not known.</param>
/// <param name="FinalKnown">The final figure of the month is known today.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UndecidedCell(
    byte Country, int Month, byte Age, bool Entry, UndecidedFeatures Features, int Count, int BecameMigrant, bool FinalKnown);

/// <summary>How provisional figures are made (docs/methods/provisional-estimates.md).</summary>
/// <param name="FinalAge">Age in months at which every crossing of a month is decided: 17 for a window of 487 days.</param>
/// <param name="TrainingCohorts">Latest complete months from which probabilities are taken; a multiple of 12 keeps the seasons in balance.</param>
/// <param name="MinimumCohorts">With fewer complete months there is no estimate.</param>
/// <param name="CalibrationCohorts">Latest complete months whose earlier estimates calibrate the intervals.</param>
/// <param name="MinimumCalibration">With fewer of them the interval covers the model only.</param>
public sealed record ProvisionalRule(
    int FinalAge = 17, int TrainingCohorts = 24, int MinimumCohorts = 6, int CalibrationCohorts = 36, int MinimumCalibration = 6);

/// <summary>The three figures of a month.</summary>
public enum MigrationMeasure
{
    /// <summary>Long-term migrant arrivals.</summary>
    Arrivals,

    /// <summary>Long-term migrant departures.</summary>
    Departures,

    /// <summary>Arrivals less departures.</summary>
    Net,
}

/// <summary>How far a figure can be relied on.</summary>
public enum EstimateState
{
    /// <summary>Too few complete months before it: decided and undecided counts only.</summary>
    NotEstimated,

    /// <summary>The interval covers chance and the uncertainty of the probabilities, not that months differ.</summary>
    ModelOnly,

    /// <summary>The interval is calibrated on the errors of earlier estimates.</summary>
    Calibrated,

    /// <summary>Every crossing is decided.</summary>
    Final,
}
