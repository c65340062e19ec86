namespace Periplo.Movements;

/// <summary>When a person counts as living in a country: days present out of a window of days, looked at from a crossing.</summary>
/// <param name="Name">Name in commands and datasets: <c>12-16</c>.</param>
/// <param name="Threshold">Days V on the new side that make a migration, 1 to the window.</param>
/// <param name="Window">Days W of the window, at most 3,653.</param>
/// <param name="Slack">Days T on the old side that are allowed within the window; V of W days leave W - V.</param>
/// <param name="Backward">The window lies before the day asked about instead of behind it; then nothing is ever undecided.</param>
public sealed record ResidenceCriterion(string Name, int Threshold, int Window, int Slack, bool Backward = false)
{
    /// <summary>Outcomes-based 12 of 16 months (Stats NZ migstat; rule set M1): 365 of 487 days.</summary>
    public static readonly ResidenceCriterion TwelveOfSixteen = new("12-16", 365, 487, 122);

    /// <summary>Twelve months without interruption: 365 of 365 days.</summary>
    public static readonly ResidenceCriterion TwelveOfTwelve = new("12-12", 365, 365, 0);

    /// <summary>Nine of twelve months: 270 of 365 days.</summary>
    public static readonly ResidenceCriterion NineOfTwelve = new("9-12", 270, 365, 95);

    /// <summary>Most of the last twelve months, six months and a day (UN Principles for censuses): 183 of the 365 days before.</summary>
    public static readonly ResidenceCriterion MostOfYear = new("6-12", 183, 365, 182, Backward: true);

    /// <summary>The criteria known by name.</summary>
    public static IReadOnlyList<ResidenceCriterion> Known { get; } = [TwelveOfSixteen, TwelveOfTwelve, NineOfTwelve, MostOfYear];
}
