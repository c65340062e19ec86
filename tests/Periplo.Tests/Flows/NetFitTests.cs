using Periplo.Flows;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Tables fitted to net migration.</summary>
public sealed class NetFitTests
{
    private static readonly string[] Two = ["A", "B"];
    private static readonly string[] Three = ["A", "B", "C"];

    [Fact]
    public void Two_areas_are_solved_by_hand()
    {
        // F(A→B) = 2t, F(B→A) = 3/t and 3/t − 2t = 4: t = (√(4 + 6) − 2)/2.
        var fit = NetFit.Fit([9, 2, 3, 9], Two, [4, -4], cancellation: TestContext.Current.CancellationToken);
        var t = (Math.Sqrt(10) - 2) / 2;
        Assert.Equal(FitStop.TotalsMet, fit.Stop);
        Assert.Equal([0, 0], new[] { fit.Cells[0], fit.Cells[3] });
        Assert.Equal(2 * t, fit.Cells[1], 1e-8);
        Assert.Equal(3 / t, fit.Cells[2], 1e-8);
    }

    [Fact]
    public void Two_areas_with_a_total_are_its_halves_and_the_net()
    {
        var fit = NetFit.Fit([0, 2, 3, 0], Two, [4, -4], total: 10, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(FitStop.TotalsMet, fit.Stop);
        Assert.Equal(3, fit.Cells[1], 1e-7);
        Assert.Equal(7, fit.Cells[2], 1e-7);
    }

    [Fact]
    public void Table_that_has_the_net_already_stays()
    {
        double[] seed = [0, 5, 7, 4, 0, 2, 9, 3, 0];
        var fit = NetFit.Fit(seed, Three, [13 - 12, 8 - 6, 9 - 12], cancellation: TestContext.Current.CancellationToken);
        Assert.All(seed.Zip(fit.Cells), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Net_and_total_of_any_table_are_met_and_the_form_of_the_model_is_kept() =>
        Property.Holds(TestCounts.Properties, random =>
        {
            var n = random.Next(2, 15);
            var labels = Enumerable.Range(0, n).Select(i => $"{i}").ToList();
            var seed = Enumerable.Range(0, n * n).Select(i => i / n == i % n ? 0 : Math.Exp(random.NextDouble() * 6)).ToArray();
            var other = Enumerable.Range(0, n * n).Select(i => i / n == i % n ? 0 : Math.Exp(random.NextDouble() * 10)).ToArray();
            var net = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => other[(j * n) + i] - other[(i * n) + j])).ToArray();
            double? total = random.Next(2) == 0 ? null : other.Sum();
            var fit = NetFit.Fit(seed, labels, net, total, cancellation: TestContext.Current.CancellationToken);
            Assert.True(fit.Stop == FitStop.TotalsMet, fit.Explanation.En);
            for (var i = 0; i < n; i++)
            {
                var (moves, own) = (Enumerable.Range(0, n).Sum(j => fit.Cells[(j * n) + i] + fit.Cells[(i * n) + j]), Enumerable.Range(0, n).Sum(j => fit.Cells[(j * n) + i] - fit.Cells[(i * n) + j]));
                Assert.Equal(net[i], own, 1e-8 * (moves + Math.Abs(net[i]) + other.Sum() / n));
            }

            if (total is { } all)
                Assert.Equal(all, fit.Cells.Sum(), all * 1e-8);
            for (var i = 0; i < n * n; i++)
                Assert.Equal(seed[i] * fit.RowFactors[i / n] * fit.ColumnFactors[i % n], fit.Cells[i], 1e-9 * (1 + fit.Cells[i]));
        });

    [Fact]
    public void Flow_the_seed_forbids_is_reported_not_hidden()
    {
        // All may move but into A, which is to gain.
        var fit = NetFit.Fit([0, 1, 1, 0, 0, 1, 0, 1, 0], Three, [5, -2, -3], cancellation: TestContext.Current.CancellationToken);
        Assert.NotEqual(FitStop.TotalsMet, fit.Stop);
        Assert.True(fit.WorstError > 0.1);
    }

    [Theory]
    [InlineData(new double[] { 0, 1, 1, 0 }, new double[] { 4, -3 }, null, "net migration of A, B adds to 1")]
    [InlineData(new double[] { 0, 0, 0, 0 }, new double[] { 4, -4 }, null, "net migration of A adds to 4")]
    [InlineData(new double[] { 0, 1, 1, 0 }, new double[] { 4, -4 }, 3.0, "asks for 4 at least")]
    [InlineData(new double[] { 0, 1, 1, 0 }, new double[] { 0, 0 }, 0.0, "a total of 0 moves")]
    [InlineData(new double[] { 0, -1, 1, 0 }, new double[] { 4, -4 }, null, "\"A → B\" has -1")]
    [InlineData(new double[] { 0, 1, 1, 0 }, new double[] { double.NaN, -4 }, null, "\"A\" has NaN")]
    public void Totals_that_no_table_has_are_refused_by_their_labels(double[] seed, double[] net, double? total, string said) =>
        Assert.Contains(said, Assert.Throws<StatisticsException>(() => NetFit.Fit(seed, Two, net, total, cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    [Fact]
    public void Net_totals_are_made_to_add_to_zero_with_or_without_their_signs()
    {
        // Gains of 30 and losses of 10 meet at 20.
        Assert.Equal([4, 16, -20, 0], NetTotals.KeepSigns([6, 24, -10, 0])!);
        Assert.Equal([1, 19, -15, -5], NetTotals.Shift([6, 24, -10, 0]));
        Assert.Null(NetTotals.KeepSigns([1, 2]));
        Assert.Equal([0, 0], NetTotals.KeepSigns([0, 0])!);
    }
}
