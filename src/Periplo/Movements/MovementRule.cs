namespace Periplo.Movements;

/// <summary>How a missing crossing between two of the same direction is put in.</summary>
public enum GapRule
{
    /// <summary>At the middle day of the gap, rounded down (migstat; rule set M1).</summary>
    Midpoint,

    /// <summary>On the day of the earlier crossing: a bound.</summary>
    Earliest,

    /// <summary>On the day of the later crossing: the other bound.</summary>
    Latest,
}

/// <summary>Everything that decides what a crossing is; rule set M1 unless something is changed.</summary>
/// <param name="Criterion">When a person lives in a country.</param>
/// <param name="DuplicateSeconds">A reading of the same direction at most so many seconds after the reading before it is a duplicate; 0 drops only equal moments, -1 none.</param>
/// <param name="Gap">Where a missing crossing is put.</param>
public sealed record MovementRule(ResidenceCriterion Criterion, int DuplicateSeconds = 21_600, GapRule Gap = GapRule.Midpoint)
{
    /// <summary>Rule set M1: 12 of 16 months, duplicates within six hours, gaps halved.</summary>
    public static readonly MovementRule M1 = new(ResidenceCriterion.TwelveOfSixteen);
}
