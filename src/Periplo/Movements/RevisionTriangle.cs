namespace Periplo.Movements;

/// <summary>
/// Long-term migration of each month as it could be told at the end of that month and of each month after, until it is final:
/// decided crossings plus the probability of each undecided one. Every figure uses only what was known at its vintage, so the
/// same tables give the revisions and the test of the method. Formulas and what they cannot tell: docs/methods/provisional-estimates.md.
/// </summary>
public sealed class RevisionTriangle
{
    private readonly ProvisionalEstimate[][] figures;
    private readonly int ages;

    private RevisionTriangle(int firstMonth, int lastVintage, int countries, ProvisionalRule rule)
    {
        (FirstMonth, LastVintage, Countries, Rule, ages) = (firstMonth, lastVintage, countries, rule, rule.FinalAge + 1);
        figures = new ProvisionalEstimate[countries * 3][];
    }

    /// <summary>First month of crossings.</summary>
    public int FirstMonth { get; }

    /// <summary>Month at whose end observation ends: the last month of crossings, at age 0.</summary>
    public int LastVintage { get; }

    /// <summary>Reporting countries.</summary>
    public int Countries { get; }

    /// <summary>How it was made.</summary>
    public ProvisionalRule Rule { get; }

    /// <summary>Estimates by citizenship at <see cref="LastVintage"/>, final months included, where anything was counted; by country, measure, month and citizenship.</summary>
    public IReadOnlyList<CitizenshipEstimate> Citizenships { get; private set; } = [];

    /// <summary>All figures from count tables. Within the months given a cell that is not in the tables is a zero.</summary>
    /// <param name="decided">Migrations decided, at every age that a month has reached; the same cell may come in parts.</param>
    /// <param name="undecided">Crossings undecided, likewise. At the final age none is: those given there are left out.</param>
    /// <param name="countries">Number of reporting countries, 1 to 255.</param>
    /// <param name="firstMonth">First month of crossings with a known status before: a threshold after the start of observation.</param>
    /// <param name="lastVintage">Month at whose end observation ends.</param>
    /// <param name="rule">How to estimate; null as documented.</param>
    /// <exception cref="ArgumentException">A cell of another country, month or age, a negative count, or more migrants than crossings.</exception>
    public static RevisionTriangle Of(
        ReadOnlySpan<DecidedCell> decided, ReadOnlySpan<UndecidedCell> undecided, int countries, int firstMonth, int lastVintage,
        ProvisionalRule? rule = null)
    {
        rule ??= new();
        if (rule.FinalAge is < 1 or > byte.MaxValue || rule.TrainingCohorts < 1)
            throw new ArgumentOutOfRangeException(nameof(rule), rule, "The final age and the training cohorts are one month at least.");
        var table = new OutcomeTable(decided, undecided, countries, firstMonth, lastVintage, rule.FinalAge);
        var triangle = new RevisionTriangle(firstMonth, lastVintage, countries, rule);
        var citizenships = new List<CitizenshipEstimate>();
        for (var country = 0; country < countries; country++)
        {
            var estimates = new CountryEstimates(
                table,
                new(table, table.Decided(decided, country, 0), country, 0, rule),
                new(table, table.Decided(decided, country, 1), country, 1, rule),
                rule);
            foreach (var measure in Enum.GetValues<MigrationMeasure>())
                triangle.figures[(country * 3) + (int)measure] = estimates.Totals(measure);
            estimates.AddCitizenships(country, firstMonth, citizenships);
        }

        triangle.Citizenships = citizenships;
        return triangle;
    }

    /// <summary>A month's figure as told at an age; null when observation does not reach so far.</summary>
    /// <param name="country">Position of the reporting country.</param>
    /// <param name="measure">Arrivals, departures or net.</param>
    /// <param name="month">Month of the crossings.</param>
    /// <param name="age">Age in months, 0 to the final age.</param>
    public ProvisionalEstimate? At(int country, MigrationMeasure measure, int month, int age) =>
        month < FirstMonth || age < 0 || age >= ages || month + age > LastVintage
            ? null
            : figures[(country * 3) + (int)measure][((month - FirstMonth) * ages) + age];

    /// <summary>A month's figure as told at the last vintage; null outside the months observed.</summary>
    public ProvisionalEstimate? Latest(int country, MigrationMeasure measure, int month) =>
        At(country, measure, month, Math.Min(Rule.FinalAge, LastVintage - month));

    /// <summary>A month's final figure; null where it is not known yet.</summary>
    public long? Final(int country, MigrationMeasure measure, int month) => At(country, measure, month, Rule.FinalAge)?.Decided;

    /// <summary>Estimate less final figure over the final figure's size; null where either is missing or the final figure is zero.</summary>
    public double? RelativeError(int country, MigrationMeasure measure, int month, int age) =>
        Final(country, measure, month) is { } final and not 0 && At(country, measure, month, age) is { IsEstimated: true } told
            ? (told.Value - final) / Math.Abs(final)
            : null;

    /// <summary>How well figures of an age told the final ones.</summary>
    /// <param name="country">Position of the reporting country.</param>
    /// <param name="measure">Arrivals, departures or net.</param>
    /// <param name="age">Age in months.</param>
    public BackTest BackTest(int country, MigrationMeasure measure, int age)
    {
        int months = 0, relative = 0, intervals = 0, covered80 = 0, covered95 = 0;
        double error = 0, absolute = 0, ratio = 0, size = 0;
        for (var month = FirstMonth; month + Rule.FinalAge <= LastVintage; month++)
        {
            if (Final(country, measure, month) is not { } final || At(country, measure, month, age) is not { IsEstimated: true } told)
                continue;
            months++;
            error += told.Value - final;
            absolute += Math.Abs(told.Value - final);
            size += Math.Abs(final);
            if (RelativeError(country, measure, month, age) is { } share)
            {
                relative++;
                ratio += Math.Abs(share);
            }

            if (told.State != EstimateState.Calibrated)
                continue;
            intervals++;
            covered80 += told.Low80 <= final && final <= told.High80 ? 1 : 0;
            covered95 += told.Low95 <= final && final <= told.High95 ? 1 : 0;
        }

        return new(
            age, months, months > 0 ? absolute / months : null, relative > 0 ? ratio / relative : null, months > 0 ? error / months : null,
            size > 0 ? error / size : null, intervals, covered80, covered95);
    }
}
