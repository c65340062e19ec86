using Periplo.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class RevisionTriangleTests(ITestOutputHelper output)
{
    private static readonly MigrationMeasure[] Measures = Enum.GetValues<MigrationMeasure>();

    [Fact]
    public void Estimates_where_months_do_not_differ_have_no_bias()
    {
        var simulated = new SimulatedOutcomes(TestCounts.Seed, TestCounts.SimulatedCountries, 72, 300, shock: 0);
        var triangle = simulated.Triangle();
        foreach (var age in new[] { 0, 3, 8, 12, 15 })
        {
            double error = 0, size = 0, squared = 0, expected = 0;
            foreach (var (told, final) in Told(triangle, simulated.Countries, MigrationMeasure.Arrivals, age).Concat(Told(triangle, simulated.Countries, MigrationMeasure.Departures, age)))
            {
                error += told.Value - final;
                size += final;
                squared += Math.Pow(told.Value - final, 2);
                expected += told.Variance / told.Inflation;
            }

            output.WriteLine($"age {age}: bias {error / size:P2}, squared error over variance of the model {squared / expected:F2}");
            Assert.InRange(error / size, -0.02, 0.02);
            Assert.InRange(squared / expected, 0.7, 1.4);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Intervals_cover_as_often_as_they_say_with_and_without_shocks_of_months(double shock)
    {
        var simulated = new SimulatedOutcomes(TestCounts.Seed + 1, TestCounts.SimulatedCountries, 96, 400, shock);
        var triangle = simulated.Triangle();
        foreach (var measure in Measures)
        {
            int intervals = 0, covered80 = 0, covered95 = 0, chanceAlone = 0;
            foreach (var age in new[] { 0, 4, 8, 13 })
            {
                foreach (var (told, final) in Told(triangle, simulated.Countries, measure, age).Where(pair => pair.Told.State == EstimateState.Calibrated))
                    chanceAlone += Math.Abs(told.Value - final) <= 1.2816 * Math.Sqrt(told.Variance / told.Inflation) ? 1 : 0;
                for (var country = 0; country < simulated.Countries; country++)
                {
                    var test = triangle.BackTest(country, measure, age);
                    intervals += test.Intervals;
                    covered80 += test.Covered80;
                    covered95 += test.Covered95;
                }
            }

            output.WriteLine($"{measure}, shock {shock}: {intervals} intervals, 80 %: {(double)covered80 / intervals:P1}, 95 %: {(double)covered95 / intervals:P1}, 80 % by chance alone: {(double)chanceAlone / intervals:P1}");
            Assert.True(intervals > 100 * simulated.Countries);
            Assert.InRange((double)covered80 / intervals, 0.73, 0.90);
            Assert.InRange((double)covered95 / intervals, 0.91, 0.99);
            if (shock > 0)
                Assert.True((double)chanceAlone / intervals < 0.65);
        }
    }

    [Fact]
    public void Figures_of_a_vintage_are_the_same_whatever_happens_after_it()
    {
        const int Vintage = 50;
        var simulated = new SimulatedOutcomes(TestCounts.Seed + 2, 2, 72, 60, shock: 0.3);
        var whole = simulated.Triangle();
        var random = new Random(TestCounts.Seed);
        var changed = RevisionTriangle.Of(
            Array.ConvertAll(simulated.Decided, cell => cell.Month + cell.Age > Vintage ? cell with { Count = random.Next(50) } : cell),
            Array.ConvertAll(simulated.Undecided, cell => cell.Month + 17 > Vintage ? cell with { BecameMigrant = cell.FinalKnown ? random.Next(cell.Count + 1) : 0 } : cell),
            2, 0, 71);
        var then = RevisionTriangle.Of(
            [.. simulated.Decided.Where(cell => cell.Month + cell.Age <= Vintage)],
            [.. simulated.Undecided.Where(cell => cell.Month + cell.Age <= Vintage).Select(cell => cell with { FinalKnown = cell.Month + 17 <= Vintage })],
            2, 0, Vintage);

        var differLater = 0;
        foreach (var (country, measure, month, age) in Cells(2, 72))
        {
            if (month + age <= Vintage)
            {
                Assert.Equal(whole.At(country, measure, month, age), changed.At(country, measure, month, age));
                Assert.Equal(whole.At(country, measure, month, age), then.At(country, measure, month, age));
            }
            else
            {
                differLater += whole.At(country, measure, month, age) == changed.At(country, measure, month, age) ? 0 : 1;
                Assert.Null(then.At(country, measure, month, age));
            }
        }

        Assert.True(differLater > 1000);
        Assert.Equal(EstimateState.Calibrated, then.Latest(0, MigrationMeasure.Net, Vintage)!.Value.State);
    }

    [Fact]
    public void Figures_do_not_depend_on_the_order_or_parts_of_the_tables()
    {
        var simulated = new SimulatedOutcomes(TestCounts.Seed + 3, 2, 60, 40, shock: 0);
        var random = new Random(TestCounts.Seed);
        var halves = simulated.Decided.SelectMany(cell => new[] { cell with { Count = cell.Count / 2 }, cell with { Count = cell.Count - (cell.Count / 2) } }).ToArray();
        var shuffled = simulated.Undecided.ToArray();
        shuffled = [.. shuffled.SelectMany(cell => new[] { cell with { Count = cell.Count / 2, BecameMigrant = cell.BecameMigrant / 2 }, cell with { Count = cell.Count - (cell.Count / 2), BecameMigrant = cell.BecameMigrant - (cell.BecameMigrant / 2) } })];
        random.Shuffle(halves);
        random.Shuffle(shuffled);
        var (one, other) = (simulated.Triangle(), RevisionTriangle.Of(halves, shuffled, 2, 0, 59));
        foreach (var (country, measure, month, age) in Cells(2, 60))
            Assert.Equal(one.At(country, measure, month, age), other.At(country, measure, month, age));
        Assert.Equal(one.Citizenships, other.Citizenships);
    }

    [Fact]
    public void Citizenships_add_up_to_the_total_and_their_intervals_cover()
    {
        var simulated = new SimulatedOutcomes(TestCounts.Seed + 4, TestCounts.SimulatedCountries, 72, 300, shock: 0.2);
        var triangle = simulated.Triangle();
        foreach (var month in triangle.Citizenships.GroupBy(row => (row.Country, row.Measure, row.Month)))
        {
            var total = triangle.Latest(month.Key.Country, month.Key.Measure, month.Key.Month)!.Value;
            Assert.Equal(total.Decided, month.Sum(row => row.Estimate.Decided));
            Assert.Equal(total.Undecided, month.Sum(row => row.Estimate.Undecided));
            if (total.IsEstimated)
                Assert.Equal(total.Value, month.Sum(row => row.Estimate.Value), 1e-6);
        }

        // The same travellers seen 17 months earlier: their final figures are known today.
        var then = RevisionTriangle.Of(
            [.. simulated.Decided.Where(cell => cell.Month + cell.Age <= 54)],
            [.. simulated.Undecided.Where(cell => cell.Month + cell.Age <= 54).Select(cell => cell with { FinalKnown = cell.Month + 17 <= 54 })],
            simulated.Countries, 0, 54);
        var finals = triangle.Citizenships.Where(row => row.Age == 17).ToDictionary(row => (row.Country, row.Measure, row.Month, row.Citizenship), row => row.Estimate.Decided);
        int covered = 0, intervals = 0;
        foreach (var row in then.Citizenships.Where(row => row.Estimate.State == EstimateState.Calibrated))
        {
            var final = finals.GetValueOrDefault((row.Country, row.Measure, row.Month, row.Citizenship));
            intervals++;
            covered += row.Estimate.Low95 <= final && final <= row.Estimate.High95 ? 1 : 0;
        }

        output.WriteLine($"{intervals} intervals, 95 %: {(double)covered / intervals:P1}");
        Assert.True(intervals > 500);
        Assert.InRange((double)covered / intervals, 0.90, 1);
    }

    [Fact]
    public void Months_without_crossings_are_zero_and_sure()
    {
        var triangle = RevisionTriangle.Of([], [], 1, 24_000, 24_060);
        foreach (var (measure, month) in Measures.SelectMany(measure => Enumerable.Range(24_000, 61).Select(month => (measure, month))))
        {
            var latest = triangle.Latest(0, measure, month)!.Value;
            Assert.Equal((0, 0, 0, 0.0, 0.0, 0.0), (latest.Decided, latest.Undecided, latest.Value, latest.Low95, latest.High95, latest.Variance));
            Assert.Null(triangle.RelativeError(0, measure, month, 0));
        }

        Assert.Equal(new BackTest(0, 44, 0, null, 0, null, 22, 22, 22), triangle.BackTest(0, MigrationMeasure.Net, 0));
        Assert.Empty(triangle.Citizenships);
        Assert.Null(triangle.At(0, MigrationMeasure.Net, 24_060, 1));
        Assert.Null(triangle.Final(0, MigrationMeasure.Net, 24_044));
    }

    [Fact]
    public void Undecided_crossings_without_complete_months_before_stay_counts_and_without_undecided_the_decided_are_the_figure()
    {
        var triangle = RevisionTriangle.Of(
            [new(0, 3, 1, true, 320, 7), new(0, 4, 1, true, 320, 9)],
            [new(0, 3, 1, true, new(320, 1, 1, 10, 1), 5, 0, false)], 1, 0, 10);
        var open = triangle.At(0, MigrationMeasure.Arrivals, 3, 1)!.Value;
        Assert.Equal((EstimateState.NotEstimated, 7, 5, double.NaN), (open.State, open.Decided, open.Undecided, open.Value));
        Assert.Equal(EstimateState.NotEstimated, triangle.At(0, MigrationMeasure.Net, 3, 1)!.Value.State);
        var closed = triangle.At(0, MigrationMeasure.Net, 4, 1)!.Value;
        Assert.Equal((EstimateState.ModelOnly, 9, 0, 9.0, 9.0, 9.0), (closed.State, closed.Decided, closed.Undecided, closed.Value, closed.Low95, closed.High95));
    }

    [Theory]
    [InlineData(1, 3, 1, 5, 0)]
    [InlineData(0, 11, 0, 5, 0)]
    [InlineData(0, 3, 18, 5, 0)]
    [InlineData(0, 3, 8, 5, 0)]
    [InlineData(0, 3, 1, -1, 0)]
    [InlineData(0, 3, 1, 5, 6)]
    public void Cells_outside_the_observation_or_with_impossible_counts_are_refused(byte country, int month, byte age, int count, int migrants) =>
        Assert.Throws<ArgumentException>(() => RevisionTriangle.Of([], [new(country, month, age, true, new(320, 1, 1, 10, 1), count, migrants, true)], 1, 0, 10));

    private static IEnumerable<(int Country, MigrationMeasure Measure, int Month, int Age)> Cells(int countries, int months) =>
        from country in Enumerable.Range(0, countries)
        from measure in Measures
        from month in Enumerable.Range(0, months)
        from age in Enumerable.Range(0, 18)
        select (country, measure, month, age);

    private static IEnumerable<(ProvisionalEstimate Told, long Final)> Told(RevisionTriangle triangle, int countries, MigrationMeasure measure, int age)
    {
        for (var country = 0; country < countries; country++)
        {
            for (var month = triangle.FirstMonth; month <= triangle.LastVintage; month++)
            {
                if (triangle.Final(country, measure, month) is { } final && triangle.At(country, measure, month, age) is { IsEstimated: true } told && told.Undecided > 0)
                    yield return (told, final);
            }
        }
    }
}
