using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>Datasets made of invented crossings: what is published agrees with what was counted, and nothing small is.</summary>
public sealed class PublicationTests
{
    private static readonly Lazy<MovementResults> Made = new(() => Results(SyntheticCrossings.Make(6_000, 11), Classified.To));
    private static readonly DatasetDefinitions Definitions = new(BundledData.Areas);
    private static readonly string[] Breakdowns = ["CITIZENSHIP", "BIRTHPLACE", "SEX", "AGE", "POST", "PURPOSE", "TRANSPORT_MODE"];

    [Fact]
    public void Published_arrivals_are_the_counts_of_the_rule_or_are_suppressed()
    {
        // With a least minimum nearly all totals are there to compare.
        var (results, migration) = (Made.Value, Published(minimum: 2).Migration(new(), TestContext.Current.CancellationToken));
        var arrivals = results.Cells.Ordered()
            .Where(pair => pair.Cell.Breakdown == Breakdown.Purpose && pair.Cell.Measure == MovementMeasure.LongTerm && pair.Cell.IsEntry)
            .ToLookup(pair => (int)pair.Cell.Country);
        var counted = 0;
        foreach (var i in Select(migration, Definitions.Movements.Migration, ("MEASURE", "ARR"), ("STATISTIC", "EST"), ("VINTAGE", "LATEST")))
        {
            if (!IsTotal(migration, Definitions.Movements.Migration, i) || migration.Statuses[i] != ObservationStatus.A)
                continue;
            var country = results.Countries.Position(Code(migration, Definitions.Movements.Migration, "REF_AREA", i));
            var month = migration.Times[i].ToString();
            var expected = arrivals[country].Where(pair => results.Span.MonthName(pair.Cell.Month) == month).Sum(pair => pair.Count);
            Assert.Equal(expected, migration.Values[i]);
            counted++;
        }

        Assert.True(counted > 50, $"{counted} totals were published.");
    }

    [Fact]
    public void No_count_of_persons_below_the_minimum_is_published()
    {
        var publication = Published();
        foreach (var (definition, observations) in new[]
        {
            (Definitions.Movements.Visits, publication.Visits(new(), TestContext.Current.CancellationToken)),
            (Definitions.Movements.Migration, publication.Migration(new(), TestContext.Current.CancellationToken)),
        })
        {
            var published = Enumerable.Range(0, observations.Values.Length)
                .Where(i => definition.Structure.Position("STATISTIC") < 0 || Code(observations, definition, "STATISTIC", i) == "EST")
                .Where(i => Code(observations, definition, "MEASURE", i) != "NET" && !double.IsNaN(observations.Values[i]))
                .Select(i => observations.Values[i]).ToList();
            Assert.DoesNotContain(published, value => value is > 0 and < 10);
            Assert.Contains(published, value => value >= 10);
            Assert.Contains(observations.Statuses, status => status == ObservationStatus.Q);
        }
    }

    [Fact]
    public void Provisional_months_have_intervals_around_their_estimates()
    {
        var (definition, migration) = (Definitions.Movements.Migration, Published().Migration(new(), TestContext.Current.CancellationToken));
        var totals = new Dictionary<(string Area, string Month, string Measure), Dictionary<string, double>>();
        foreach (var i in Select(migration, definition, ("VINTAGE", "LATEST")).Where(i => IsTotal(migration, definition, i) && migration.Statuses[i] == ObservationStatus.E))
        {
            var key = (Code(migration, definition, "REF_AREA", i), migration.Times[i].ToString(), Code(migration, definition, "MEASURE", i));
            if (!totals.TryGetValue(key, out var statistics))
                totals.Add(key, statistics = []);
            statistics.Add(Code(migration, definition, "STATISTIC", i), migration.Values[i]);
        }

        Assert.NotEmpty(totals);
        Assert.All(totals, pair =>
        {
            Assert.True(string.CompareOrdinal(pair.Key.Month, "2023-08") >= 0, $"{pair.Key} is final.");
            Assert.True(pair.Value["LO95"] <= pair.Value["LO80"] && pair.Value["LO80"] <= pair.Value["EST"] + 0.001 && pair.Value["EST"] <= pair.Value["HI80"] + 0.001 && pair.Value["HI80"] <= pair.Value["HI95"]);
        });
    }

    [Fact]
    public void Final_vintage_of_the_triangle_is_the_latest_figure()
    {
        // With a least minimum nearly all totals are there to compare.
        var (definition, migration) = (Definitions.Movements.Migration, Published(minimum: 2).Migration(new(), TestContext.Current.CancellationToken));
        var latest = Select(migration, definition, ("VINTAGE", "LATEST"), ("STATISTIC", "EST"))
            .Where(i => IsTotal(migration, definition, i) && migration.Statuses[i] == ObservationStatus.A)
            .ToDictionary(i => (Code(migration, definition, "REF_AREA", i), Code(migration, definition, "MEASURE", i), migration.Times[i]), i => migration.Values[i]);
        var compared = 0;
        foreach (var i in Select(migration, definition, ("VINTAGE", "M17"), ("STATISTIC", "EST")).Where(i => migration.Statuses[i] == ObservationStatus.A))
        {
            if (!latest.TryGetValue((Code(migration, definition, "REF_AREA", i), Code(migration, definition, "MEASURE", i), migration.Times[i]), out var value))
                continue;
            compared++;
            // A month already decided may still be changed by a crossing of the same direction long after (a gap).
            Assert.InRange(migration.Values[i], value - 3, value + 3);
        }

        Assert.True(compared > 20, $"{compared} figures were compared.");
    }

    [Fact]
    public void Residents_change_by_arrivals_less_departures_in_every_cell_of_fixed_attributes()
    {
        var crossings = SyntheticCrossings.Make(1_500, 12);
        var results = Results(crossings, Classified.To);
        var cells = results.Cells.Ordered().Where(pair => pair.Cell.Breakdown == Breakdown.BirthplaceSex && pair.Cell.Measure == MovementMeasure.LongTerm).ToList();
        var expected = new Dictionary<(int Country, int Birthplace, int Sex, int Month), int>();
        var span = results.Span;
        using var history = new History(MovementRule.M1, span);
        var days = new LocalDays(results.Countries, span);
        foreach (var group in crossings.Where(crossing => days.Day(crossing) >= span.FirstDay && days.Day(crossing) < span.EndDay).GroupBy(crossing => (crossing.Person, crossing.Country)))
        {
            var records = group.Select(crossing => DescribedCrossing.Of(
                PersonHash.Key(PersonHash.Mix(crossing.Person), crossing.Country), CrossingMoment.Of(crossing.Time, crossing.Direction, crossing.Resident, days.Day(crossing)), crossing)).ToArray();
            Array.Sort(records, (a, b) => DescribedCrossing.IsBefore(a, b) ? -1 : DescribedCrossing.IsBefore(b, a) ? 1 : 0);
            history.Take<DescribedCrossing>(records);
            history.Judge();
            // Lives here at the end of a month, less whether it did before the first crossing: counted from the statuses alone.
            for (var month = 0; month < span.CompleteMonths; month++)
            {
                var (end, status) = (span.FirstDayOf(month + 1), history.Statuses[0]);
                for (var i = 0; i < history.Count && history.Days[i] < end; i++)
                    status = history.Statuses[i + 1] == History.Unknown ? status : history.Statuses[i + 1];
                if (status != history.Statuses[0])
                {
                    var first = group.First();
                    var key = (first.Country, first.Birthplace, first.Sex, month);
                    expected[key] = expected.GetValueOrDefault(key) + status - history.Statuses[0];
                }
            }
        }

        var found = new Dictionary<(int Country, int Birthplace, int Sex, int Month), int>();
        foreach (var (cell, count) in cells)
        {
            for (var month = cell.Month; month < span.CompleteMonths; month++)
            {
                var key = (cell.Country, cell.First, cell.Second, month);
                found[key] = found.GetValueOrDefault(key) + (int)(cell.IsEntry ? count : -count);
            }
        }

        Assert.NotEmpty(found);
        Assert.Equal(Lines(expected), Lines(found));
    }

    private static List<string> Lines(Dictionary<(int Country, int Birthplace, int Sex, int Month), int> cells) =>
        [.. cells.Where(pair => pair.Value != 0).Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal)];

    [Fact]
    public void Stock_is_the_base_with_migration_births_and_deaths()
    {
        // 1,000 residents on 1 January; three months with 5, -2 and 1 net migrants and 2, 3 and 4 births less deaths.
        var change = new Dictionary<int, double> { [11] = 40, [12] = 45, [13] = 43, [14] = 44 };
        var stocks = ResidentStock.Stocks(new("GTM", 12, 1_000, [2, 3, 4]), month => change[month]).ToList();
        Assert.Equal([(12, 1_007.0), (13, 1_008.0), (14, 1_013.0)], stocks);
    }

    internal static MovementResults Results(Crossing[] crossings, DateOnly to)
    {
        var parameters = new StateParameters(ReportingCountries.Specimen, Classified.From, MovementRule.M1, new(new HashSet<byte> { 3, 5 }, new HashSet<byte> { 7 }), "fixed");
        return StateResults.Of(StoredState.Build(parameters, crossings, to).State, 2, null, new Dictionary<int, string>(), cancellation: TestContext.Current.CancellationToken);
    }

    private static MovementPublication Published(int minimum = 10) => new(Made.Value, Definitions.Movements, BundledData.Areas, minimum, 2);

    private static IEnumerable<int> Select(Observations observations, DatasetDefinition definition, params (string Dimension, string Code)[] wanted) =>
        Enumerable.Range(0, observations.Values.Length).Where(i => wanted.All(one => Code(observations, definition, one.Dimension, i) == one.Code));

    private static bool IsTotal(Observations observations, DatasetDefinition definition, int i) =>
        Breakdowns.All(dimension => definition.Structure.Position(dimension) < 0 || Code(observations, definition, dimension, i) == "_T");

    private static string Code(Observations observations, DatasetDefinition definition, string dimension, int i) => observations.Code(definition.Dimension(dimension), i);
}
