using Periplo.Areas;
using Periplo.Disclosure;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>What was published before, dataset by dataset; suppressed cells stay suppressed.</summary>
/// <param name="Migration">The revision of <c>MIGRATION</c> before, or null.</param>
/// <param name="Visits">The revision of <c>VISITS</c> before, or null.</param>
/// <param name="Residents">The revision of <c>RESIDENTS</c> before, or null.</param>
public sealed record EarlierTables(Dataset? Migration = null, Dataset? Visits = null, Dataset? Residents = null);

/// <summary>Population at a moment and its natural change, from which the stock of residents is carried on.</summary>
/// <param name="Country">Area id of the reporting country.</param>
/// <param name="Month">The population is that of the first day of this month, counted from the start of the span.</param>
/// <param name="Persons">Residents on that day.</param>
/// <param name="NaturalChange">Births less deaths of each month from then on; where the list ends, the stock ends.</param>
public sealed record ResidentBase(string Country, int Month, double Persons, IReadOnlyList<double> NaturalChange);

/// <summary>
/// Makes the protected datasets <c>MIGRATION</c>, <c>VISITS</c>, <c>RESIDENTS</c> and <c>MOVEMENT_QUALITY</c> of what was counted.
/// No count below the minimum leaves it, nor anything from which one could be calculated.
/// </summary>
public sealed class MovementPublication
{
    private static readonly Breakdown[] All = [Breakdown.CitizenshipSex, Breakdown.SexAge, Breakdown.BirthplaceSex, Breakdown.PostMode, Breakdown.Purpose];
    private static readonly Breakdown[] WithoutBirthplace = [Breakdown.CitizenshipSex, Breakdown.SexAge, Breakdown.PostMode, Breakdown.Purpose];
    private static readonly string[] Bounds = ["LO80", "HI80", "LO95", "HI95"];

    private readonly MovementResults results;
    private readonly MovementDefinitions definitions;
    private readonly AreaRegistry areas;
    private readonly int minimum;
    private readonly int threads;
    private readonly RevisionTriangle triangle;
    private readonly int firstMonthNumber;
    private readonly Dictionary<string, string> constants;

    /// <summary>A publication.</summary>
    /// <param name="results">What was counted.</param>
    /// <param name="definitions">The datasets.</param>
    /// <param name="areas">The areas, for codes of citizenship and birthplace.</param>
    /// <param name="minimum">Least count that is published.</param>
    /// <param name="threads">Threads; they change nothing.</param>
    public MovementPublication(MovementResults results, MovementDefinitions definitions, AreaRegistry areas, int minimum, int threads)
    {
        (this.results, this.definitions, this.areas, this.minimum, this.threads) = (results, definitions, areas, minimum, threads);
        firstMonthNumber = (results.Span.From.Year * 12) + results.Span.From.Month - 1;
        triangle = RevisionTriangle.Of(
            [.. results.Decided], [.. results.Undecided], results.Countries.All.Count, firstMonthNumber + results.FirstCohort,
            firstMonthNumber + results.Span.CompleteMonths - 1, new ProvisionalRule(results.FinalAge));
        constants = new() { ["FREQ"] = "M", ["UNIT_MEASURE"] = "PS", ["RESIDENCE_RULE"] = RuleCode(results.Rule.Criterion), ["VINTAGE"] = "LATEST", ["STATISTIC"] = "EST" };
    }

    private int Last => results.Span.CompleteMonths - 1;

    /// <summary>
    /// Last month in which a measure tells something: a stay of some length is decided when that and the slack have passed,
    /// and one of three months or more only with the month itself.
    /// </summary>
    private int LastDecided(MovementMeasure measure) => measure switch
    {
        MovementMeasure.Transit or MovementMeasure.SameDay or MovementMeasure.Visit or MovementMeasure.BorderWorker or MovementMeasure.Over90In180 or MovementMeasure.Overstay =>
            Math.Max(LastFinal, Last - (int)Math.Ceiling((90 + results.Rule.Criterion.Slack) / 30.0)),
        MovementMeasure.CircularShort => Last - 4,
        _ => LastFinal,
    };

    private int LastFinal => Math.Min(Last, results.Rule.Criterion.Backward ? Last : results.LastFinalMonth);

    /// <summary>Migrant arrivals and departures, net migration and undecided crossings, the provisional months estimated with their intervals, and the triangle of revisions.</summary>
    public Observations Migration(EarlierTables earlier, CancellationToken cancellation = default)
    {
        var builder = new ObservationsBuilder(definitions.Migration);
        var final = FinalMigration(earlier, cancellation);
        final.Write(builder, constants);
        final.Difference("ARR", "DEP", "NET").Write(builder, constants);
        var series = new MovementSeries(results, areas, hasDirection: false);
        var (undecided, tables) = series.Of(
            [new("UND_E", MovementMeasure.Undecided, true, Math.Max(results.FirstMonth, LastFinal + 1), Last), new("UND_X", MovementMeasure.Undecided, false, Math.Max(results.FirstMonth, LastFinal + 1), Last)],
            All, _ => ObservationStatus.P);
        Protection(definitions.Migration).Protect(undecided, tables, Pattern(earlier.Migration), cancellation: cancellation).Write(builder, constants);
        var provisional = WriteProvisional(builder, series, earlier, cancellation);
        WriteTriangle(builder, series, [.. SuppressedTotals(final), .. SuppressedTotals(provisional)]);
        return Built(builder);
    }

    /// <summary>Visits, trips, circular migrants, cross-border workers and stays longer than permitted.</summary>
    public Observations Visits(EarlierTables earlier, CancellationToken cancellation = default)
    {
        var builder = new ObservationsBuilder(definitions.Visits);
        // The youngest months hold hardly anything but undecided crossings: what is counted of them says nothing yet.
        PublishedMeasure Of(string code, MovementMeasure measure, bool entry) => new(code, measure, entry, results.FirstMonth, LastDecided(measure));
        PublishedMeasure[] crossings =
        [
            Of("TRANSIT", MovementMeasure.Transit, true), Of("SAMEDAY", MovementMeasure.SameDay, true), Of("SAMEDAY", MovementMeasure.SameDay, false),
            Of("VISIT", MovementMeasure.Visit, true), Of("VISIT", MovementMeasure.Visit, false), Of("SHORT", MovementMeasure.ShortTerm, true),
            Of("SHORT", MovementMeasure.ShortTerm, false), Of("SHORT_MIG", MovementMeasure.ShortTermMigrant, true), Of("SHORT_MIG", MovementMeasure.ShortTermMigrant, false),
            Of("OPEN", MovementMeasure.Open, true), Of("OPEN", MovementMeasure.Open, false), Of("OVER90IN180", MovementMeasure.Over90In180, false),
            Of("OVERSTAY", MovementMeasure.Overstay, false),
        ];
        PublishedMeasure[] persons =
        [
            Of("CIRC", MovementMeasure.Circular, true), Of("CIRC", MovementMeasure.Circular, false), Of("CIRC_ST", MovementMeasure.CircularShort, true),
            Of("CIRC_ST", MovementMeasure.CircularShort, false), Of("CBW", MovementMeasure.BorderWorker, true), Of("CBW", MovementMeasure.BorderWorker, false),
        ];
        foreach (var (measures, unit) in new[] { (crossings, "CROSSING"), (persons, "PS") })
        {
            var (series, tables) = new MovementSeries(results, areas, hasDirection: true).Of(measures, WithoutBirthplace, Status);
            Protection(definitions.Visits).Protect(series, tables, Pattern(earlier.Visits), unit == "PS" ? null : [new("SHORT", "SHORT_MIG")], cancellation: cancellation).Write(builder, With(("UNIT_MEASURE", unit)));
        }

        return Built(builder);
    }

    /// <summary>Change in residents, residents on a base, residents abroad and temporary population present, at the end of each month.</summary>
    public Observations Residents(EarlierTables earlier, IReadOnlyList<ResidentBase> bases, CancellationToken cancellation = default)
    {
        var builder = new ObservationsBuilder(definitions.Residents);
        if (LastFinal >= results.FirstMonth)
        {
            var change = FinalMigration(earlier, cancellation).Difference("ARR", "DEP", "NET").RunningSum("NET", "CHANGE");
            change.Write(builder, constants);
            ResidentStock.Write(builder, change, bases, results, constants);
        }

        PublishedMeasure[] measures = [new("ABROAD", MovementMeasure.Abroad, true, results.FirstMonth, Last), new("TEMP", MovementMeasure.Temporary, true, results.FirstMonth, Last)];
        var (series, tables) = new MovementSeries(results, areas, hasDirection: false).Of(measures, [Breakdown.CitizenshipSex, Breakdown.BirthplaceSex], Status);
        Protection(definitions.Residents).Protect(series, tables, Pattern(earlier.Residents), cancellation: cancellation).Write(builder, constants);
        return Built(builder);
    }

    /// <summary>Quality of records by post, and of provisional figures by age.</summary>
    public Observations Quality(CancellationToken cancellation = default)
    {
        var builder = new ObservationsBuilder(definitions.Quality);
        var quality = new QualityTables(results, definitions, areas, minimum, threads);
        quality.Write(builder, cancellation);
        QualityTables.WriteBackTest(builder, triangle, results, firstMonthNumber);
        return Built(builder);
    }

    /// <summary>Code of a criterion in datasets.</summary>
    public static string RuleCode(ResidenceCriterion criterion) =>
        ResidenceCriterion.Known.Contains(criterion) ? "R" + criterion.Name.Replace('-', '_') : "ROWN";

    private ProtectedCells FinalMigration(EarlierTables earlier, CancellationToken cancellation)
    {
        var (series, tables) = new MovementSeries(results, areas, hasDirection: false).Of(
            [
                new("ARR", MovementMeasure.LongTerm, true, results.FirstMonth, LastFinal), new("DEP", MovementMeasure.LongTerm, false, results.FirstMonth, LastFinal),
                new("RET_RES", MovementMeasure.Returning, true, results.FirstMonth, LastFinal),
            ],
            All, _ => ObservationStatus.A);
        return Protection(definitions.Migration).Protect(series, tables, Pattern(earlier.Migration), cancellation: cancellation);
    }

    /// <summary>The months that are not final: estimates by citizenship, in thousandths of a person so that their sums hold.</summary>
    private ProtectedCells WriteProvisional(ObservationsBuilder builder, MovementSeries codes, EarlierTables earlier, CancellationToken cancellation)
    {
        const int scale = 1000;
        var (series, counts, places) = (new List<TableSeries>(), new List<BreakdownCount>(), new Dictionary<(string, TimePeriod, string), int>());
        var estimates = new Dictionary<(string Area, TimePeriod Period, string Measure, string Citizenship), ProvisionalEstimate>();
        foreach (var one in triangle.Citizenships.Where(one => one.Month - firstMonthNumber > LastFinal && one.Month - firstMonthNumber >= results.FirstMonth && one.Estimate.IsEstimated))
        {
            var key = (results.Countries.All[one.Country].Area, codes.Period(one.Month - firstMonthNumber), Code(one.Measure));
            estimates[(key.Item1, key.Item2, key.Item3, codes.AreaCodes[codes.Area(one.Citizenship)])] = one.Estimate;
            if (one.Measure == MigrationMeasure.Net)
                continue;
            if (!places.TryGetValue(key, out var place))
            {
                places.Add(key, place = series.Count);
                series.Add(new(key.Item1, key.Item2, key.Item3, null, ObservationStatus.E));
            }

            counts.Add(new(place, codes.Area(one.Citizenship), 0, 0, (long)Math.Round(one.Estimate.Value * scale)));
        }

        for (var country = 0; country < results.Countries.All.Count; country++)
        {
            foreach (var measure in Enum.GetValues<MigrationMeasure>())
            {
                for (var month = Math.Max(results.FirstMonth, LastFinal + 1); month <= Last; month++)
                {
                    if (triangle.Latest(country, measure, firstMonthNumber + month) is { IsEstimated: true } total)
                        estimates[(results.Countries.All[country].Area, codes.Period(month), Code(measure), "_T")] = total;
                }
            }
        }

        var table = new BreakdownTable(["CITIZENSHIP"], [codes.AreaCodes], counts);
        var cells = Protection(definitions.Migration).Protect(series, [table], Pattern(earlier.Migration), scale: scale, cancellation: cancellation);
        foreach (var (written, measure) in new[] { (cells, (string?)null), (cells.Difference("ARR", "DEP", "NET"), "NET") })
        {
            ProvisionalEstimate? Of(int cell)
            {
                var one = written.SeriesOf(cell);
                return estimates.TryGetValue((one.Area, one.Period, one.Measure, written.Code(cell, "CITIZENSHIP")), out var estimate) ? estimate : null;
            }

            written.Write(builder, constants, measure);
            foreach (var bound in Bounds)
                written.Write(builder, With(("STATISTIC", bound)), measure, cell => Of(cell) is { } estimate ? Bound(estimate, bound) : double.NaN);
        }

        return cells;
    }

    /// <summary>Countries and months whose total of arrivals or departures is suppressed.</summary>
    private static IEnumerable<(string Area, TimePeriod Period)> SuppressedTotals(ProtectedCells cells) =>
        Enumerable.Range(0, cells.Count)
            .Where(cell => double.IsNaN(cells.Value(cell)) && cells.SeriesOf(cell).Measure is "ARR" or "DEP" && BreakdownTable.Allowed.All(dimension => cells.Code(cell, dimension) == "_T"))
            .Select(cell => (cells.SeriesOf(cell).Area, cells.SeriesOf(cell).Period));

    /// <summary>What each month's figure was, or would have been, at each age: totals only, and none of a month whose latest total is suppressed, nor one below the minimum.</summary>
    private void WriteTriangle(ObservationsBuilder builder, MovementSeries codes, HashSet<(string Area, TimePeriod Period)> suppressed)
    {
        foreach (var (dimension, code) in constants)
            builder.Set(dimension, code);
        foreach (var dimension in BreakdownTable.Allowed)
            builder.Set(dimension, "_T");
        for (var country = 0; country < results.Countries.All.Count; country++)
        {
            builder.Set("REF_AREA", results.Countries.All[country].Area);
            for (var month = results.FirstCohort; month <= Last; month++)
            {
                for (var age = 0; age <= Math.Min(results.FinalAge, MovementDefinitions.Vintages - 1); age++)
                {
                    builder.Set("VINTAGE", $"M{age:D2}");
                    WriteVintage(builder, country, month, age, codes.Period(month), suppressed.Contains((results.Countries.All[country].Area, codes.Period(month))));
                }
            }
        }
    }

    private void WriteVintage(ObservationsBuilder builder, int country, int month, int age, TimePeriod period, bool isSuppressed)
    {
        var figures = Enum.GetValues<MigrationMeasure>().Select(measure => triangle.At(country, measure, firstMonthNumber + month, age)).ToArray();
        if (figures.Any(figure => figure is null or { IsEstimated: false }))
            return;
        var hidden = isSuppressed || figures[0]!.Value.Value < minimum || figures[1]!.Value.Value < minimum;
        foreach (var (measure, figure) in Enum.GetValues<MigrationMeasure>().Zip(figures))
        {
            builder.Set("MEASURE", Code(measure));
            builder.Set("STATISTIC", "EST");
            var status = hidden ? ObservationStatus.Q : figure!.Value.State == EstimateState.Final ? ObservationStatus.A : ObservationStatus.E;
            builder.Add(period, hidden ? double.NaN : figure!.Value.Value, status, AttributeSet.Units, default);
            foreach (var bound in Bounds.Where(_ => !hidden && figure!.Value.State != EstimateState.Final))
            {
                builder.Set("STATISTIC", bound);
                builder.Add(period, Bound(figure!.Value, bound), ObservationStatus.E, AttributeSet.Units, default);
            }
        }
    }

    private ProtectedTables Protection(DatasetDefinition definition) => new(definition, minimum, threads);

    private EarlierPattern? Pattern(Dataset? dataset) => dataset is null
        ? null
        : EarlierPattern.Of(dataset, constants.Where(pair => dataset.Definition.Structure.Position(pair.Key) >= 0 && pair.Key != "UNIT_MEASURE").ToDictionary());

    private ObservationStatus Status(int month) => month <= LastFinal ? ObservationStatus.A : ObservationStatus.P;

    private Dictionary<string, string> With((string Dimension, string Code) other) => new(constants) { [other.Dimension] = other.Code };

    private static string Code(MigrationMeasure measure) => measure switch
    {
        MigrationMeasure.Arrivals => "ARR",
        MigrationMeasure.Departures => "DEP",
        _ => "NET",
    };

    private static double Bound(ProvisionalEstimate estimate, string bound) => bound switch
    {
        "LO80" => estimate.Low80,
        "HI80" => estimate.High80,
        "LO95" => estimate.Low95,
        _ => estimate.High95,
    };

    private static Observations Built(ObservationsBuilder builder) =>
        builder.Build((key, _, _) => throw new InvalidOperationException($"{key} was made twice."));
}
