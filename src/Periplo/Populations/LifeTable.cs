namespace Periplo.Populations;

/// <summary>
/// A life table by exact ages 0, 1, 5, 10 … 110, of a birth cohort of one person. Notation as in Preston, Heuveline and
/// Guillot (2001), Demography, chapter 3.
/// </summary>
public sealed class LifeTable
{
    /// <summary>Exact ages its rows begin at; the last is open.</summary>
    public static IReadOnlyList<int> Ages => Starts;

    private static readonly int[] Starts = [0, 1, .. Enumerable.Range(1, 22).Select(five => five * 5)];
    private readonly double[] survivors;
    private readonly double[] personYears;
    private readonly double[] yearsAbove;

    private LifeTable(double[] survivors, double[] personYears)
    {
        (this.survivors, this.personYears) = (survivors, personYears);
        yearsAbove = new double[Starts.Length];
        var sum = 0.0;
        for (var row = Starts.Length - 1; row >= 0; row--)
            yearsAbove[row] = sum += personYears[row];
    }

    /// <summary>l(x): share that reaches each exact age.</summary>
    public IReadOnlyList<double> Survivors => survivors;

    /// <summary>Life expectancy at birth, years.</summary>
    public double LifeExpectancy => yearsAbove[0];

    /// <summary>Share of births of five years alive at the end of them.</summary>
    public double SurvivalAtBirth => Lived(0) / AgeStructure.Years;

    /// <summary>The table of death rates of one sex.</summary>
    /// <param name="infantRate">Death rate under age 1, a year.</param>
    /// <param name="underFive">Probability of dying before age 5.</param>
    /// <param name="rates">Death rates of 5–9 … 105–109 and 110 and over, a year.</param>
    /// <param name="women">Whether of women: ages at death of infants differ (Preston et al. 2001, table 3.3, after Coale and Demeny 1983).</param>
    public static LifeTable Of(double infantRate, double underFive, ReadOnlySpan<double> rates, bool women)
    {
        var (infant, child) = MeanYearsLived(infantRate, women);
        var (l, years) = (new double[Starts.Length], new double[Starts.Length]);
        var infantDeaths = Math.Min(infantRate / (1 + ((1 - infant) * infantRate)), underFive);
        (l[0], l[1], l[2]) = (1, 1 - infantDeaths, 1 - underFive);
        years[0] = l[1] + (infant * (l[0] - l[1]));
        years[1] = (4 * l[2]) + (child * (l[1] - l[2]));
        // The force of mortality is taken as constant within five years, which holds at every age and rate.
        for (var row = 2; row < Starts.Length; row++)
        {
            var rate = rates[row - 2];
            var next = row == Starts.Length - 1 ? 0 : l[row] * Math.Exp(-AgeStructure.Years * rate);
            years[row] = (l[row] - next) / rate;
            if (row < Starts.Length - 1)
                l[row + 1] = next;
        }

        return new(l, years);
    }

    /// <summary>The table of both sexes together.</summary>
    /// <param name="women">Of women.</param>
    /// <param name="men">Of men.</param>
    /// <param name="sexRatioAtBirth">Boys to a girl.</param>
    public static LifeTable Together(LifeTable women, LifeTable men, double sexRatioAtBirth)
    {
        ArgumentNullException.ThrowIfNull(women);
        ArgumentNullException.ThrowIfNull(men);
        var share = sexRatioAtBirth / (1 + sexRatioAtBirth);
        double[] Mean(double[] w, double[] m) => [.. w.Zip(m, (one, other) => ((1 - share) * one) + (share * other))];
        return new(Mean(women.survivors, men.survivors), Mean(women.personYears, men.personYears));
    }

    /// <summary>Share of an age group alive five years later: of 95–99 and of 100 and over the share of both together.</summary>
    /// <param name="group">Group of <see cref="AgeStructure"/>.</param>
    public double Survival(int group) => group >= AgeStructure.Groups - 2
        ? yearsAbove[Row(AgeStructure.Groups - 1)] / yearsAbove[Row(AgeStructure.Groups - 2)]
        : Lived(group + 1) / Lived(group);

    /// <summary>Exact age at which so many years of life remain on average; 0 when fewer remain at birth.</summary>
    /// <param name="remaining">Years, 5 or more.</param>
    public double AgeWithRemaining(double remaining)
    {
        // From above, because the expectation may rise after infancy where many infants die.
        for (var row = Starts.Length - 1; row > 0; row--)
        {
            var (here, before) = (yearsAbove[row] / survivors[row], yearsAbove[row - 1] / survivors[row - 1]);
            if (here <= remaining && before > remaining)
                return Starts[row] - ((Starts[row] - Starts[row - 1]) * (remaining - here) / (before - here));
        }

        return 0;
    }

    private double Lived(int group) => group == 0 ? personYears[0] + personYears[1] : personYears[Row(group)];

    private static int Row(int group) => group + 1;

    private static (double Infant, double Child) MeanYearsLived(double rate, bool women) => (women, rate >= 0.107) switch
    {
        (true, true) => (0.350, 1.361),
        (true, false) => (0.053 + (2.800 * rate), 1.522 - (1.518 * rate)),
        (false, true) => (0.330, 1.352),
        (false, false) => (0.045 + (2.684 * rate), 1.651 - (2.816 * rate)),
    };
}
