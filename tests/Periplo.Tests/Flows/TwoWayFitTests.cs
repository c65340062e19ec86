using Periplo.Flows;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Tables fitted to totals.</summary>
public sealed class TwoWayFitTests
{
    private static readonly string[] Rows = ["A", "B"];
    private static readonly string[] Columns = ["X", "Y"];

    private static TwoWayTotals Totals(double[]? rows, double[]? columns) => new() { Rows = Rows, Columns = Columns, RowTotals = rows, ColumnTotals = columns };

    [Fact]
    public void Flat_seed_gives_independence()
    {
        var fit = TwoWayFit.Fit([1, 1, 1, 1], Totals([30, 70], [40, 60]), cancellation: TestContext.Current.CancellationToken);
        Near([12, 18, 28, 42], fit.Cells);
        Assert.Equal((FitStop.TotalsMet, 1), (fit.Stop, fit.Sweeps));
    }

    [Fact]
    public void One_margin_scales_each_line_by_itself()
    {
        Near([10, 20, 35, 35], TwoWayFit.Fit([1, 2, 3, 3], Totals([30, 70], null), cancellation: TestContext.Current.CancellationToken).Cells);
        Near([10, 24, 30, 36], TwoWayFit.Fit([1, 2, 3, 3], Totals(null, [40, 60]), cancellation: TestContext.Current.CancellationToken).Cells);
    }

    [Fact]
    public void Cross_ratio_of_the_seed_is_kept()
    {
        // By hand: x = the cell A, X solves x · (x + 30) / ((30 − x)(40 − x)) = 4, the cross-ratio of the seed: x = (310 − √38500)/6 = 18.96.
        var fit = TwoWayFit.Fit([2, 1, 1, 2], Totals([30, 70], [40, 60]), cancellation: TestContext.Current.CancellationToken);
        var x = (310 - Math.Sqrt((310 * 310) - (4 * 3 * 4800))) / 6;
        Near([x, 30 - x, 40 - x, 30 + x], fit.Cells);
        Near(fit.Cells, [.. fit.RowFactors.SelectMany((row, i) => fit.ColumnFactors.Select((column, j) => row * column * (i == j ? 2 : 1)))]);
    }

    [Fact]
    public void Zeros_of_the_seed_stay_zero()
    {
        var three = new TwoWayTotals { Rows = ["A", "B", "C"], Columns = ["A", "B", "C"], RowTotals = [30, 20, 10], ColumnTotals = [15, 20, 25] };
        var fit = TwoWayFit.Fit([0, 1, 1, 1, 0, 1, 1, 1, 0], three, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(FitStop.TotalsMet, fit.Stop);
        Assert.Equal([0, 0, 0], new[] { fit.Cells[0], fit.Cells[4], fit.Cells[8] });
        Assert.Equal(30, fit.Cells[1] + fit.Cells[2], 1e-6);
        Assert.Equal(25, fit.Cells[2] + fit.Cells[5], 1e-6);
    }

    [Fact]
    public void Block_totals_are_met_beside_both_margins()
    {
        string[] areas = ["A1", "A2", "B1", "B2"];
        string[] regions = ["A", "A", "B", "B"];

        // Sums of 0 10 5 5 / 8 0 2 6 / 3 4 0 9 / 1 7 12 0.
        var totals = new TwoWayTotals
        {
            Rows = areas, Columns = areas, RowTotals = [20, 16, 16, 20], ColumnTotals = [12, 21, 19, 20],
            Groups = CellGroups.Blocks(regions, regions), GroupTotals = [18, 18, 15, 21],
        };
        var fit = TwoWayFit.Fit([.. Enumerable.Range(0, 16).Select(i => i % 5 == 0 ? 0.0 : 1 + (i % 3))], totals, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(FitStop.TotalsMet, fit.Stop);
        Assert.Equal(18, fit.Cells[1] + fit.Cells[4], 1e-6);
        Assert.Equal(18, fit.Cells[2] + fit.Cells[3] + fit.Cells[6] + fit.Cells[7], 1e-6);
        Assert.Equal(20, fit.Cells[1] + fit.Cells[2] + fit.Cells[3], 1e-6);
        Assert.Equal(19, fit.Cells[2] + fit.Cells[6] + fit.Cells[14], 1e-6);
    }

    [Fact]
    public void Totals_that_leave_one_table_only_are_neared_and_the_error_left_is_said()
    {
        // A receives all that C sends and B sends all that C receives, so C → B and A → C can only go towards zero.
        var fit = TwoWayFit.Fit([0, 1, 1, 0, 0, 1, 1, 1, 0], new() { Rows = ["A", "B", "C"], Columns = ["A", "B", "C"], RowTotals = [10, 10, 20], ColumnTotals = [20, 10, 10] }, new(1e-9, 2000), cancellation: TestContext.Current.CancellationToken);
        Assert.NotEqual(FitStop.Stalled, fit.Stop);
        Assert.InRange(fit.WorstError, 0, 0.01);
    }

    [Fact]
    public void Stripe_totals_are_met_beside_the_other_margin()
    {
        string[] areas = ["A1", "A2", "B1"];
        string[] regions = ["A", "A", "B"];
        double[] flat = [.. Enumerable.Repeat(1.0, 9)];
        var rows = TwoWayFit.Fit(flat, new() { Rows = areas, Columns = areas, ColumnTotals = [10, 20, 30], Groups = CellGroups.RowStripes(areas, regions), GroupTotals = [12, 5, 12, 10, 6, 15] }, cancellation: TestContext.Current.CancellationToken);
        Near([4, 8, 5, 4, 8, 10, 2, 4, 15], rows.Cells);
        var columns = TwoWayFit.Fit(flat, new() { Rows = areas, Columns = areas, RowTotals = [10, 20, 30], Groups = CellGroups.ColumnStripes(regions, areas), GroupTotals = [12, 12, 6, 5, 10, 15] }, cancellation: TestContext.Current.CancellationToken);
        Near([4, 4, 2, 8, 8, 4, 5, 10, 15], columns.Cells);
    }

    [Fact]
    public void Group_totals_alone_scale_their_cells() =>
        Near([10, 20, 30, 30], TwoWayFit.Fit([1, 2, 5, 5], new() { Rows = Rows, Columns = Columns, Groups = CellGroups.Blocks(Rows, ["x", "x"]), GroupTotals = [30, 60] }, cancellation: TestContext.Current.CancellationToken).Cells);

    [Fact]
    public void Total_that_no_table_with_the_zeros_meets_is_reported_not_hidden()
    {
        // A row may use Y alone and B both; Y is to have less than A needs. Totals agree and every line has cells, so only the fit can tell.
        var fit = TwoWayFit.Fit([0, 1, 1, 1], Totals([30, 70], [80, 20]), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(FitStop.Stalled, fit.Stop);
        Assert.True(fit.WorstError > 0.1);
        Assert.Contains("\"Y\"", fit.Explanation.En, StringComparison.Ordinal);
        var far = TwoWayFit.Fit([0, 1, 1, 1], Totals([1e12, 70], [1e12 + 69.999, 0.001]), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(FitStop.Stalled, far.Stop);
        Assert.All(far.Cells, cell => Assert.True(double.IsFinite(cell)));
    }

    [Fact]
    public void Sweeps_spent_are_said_with_the_error_left()
    {
        var fit = TwoWayFit.Fit([1000, 1, 1, 1000], Totals([30, 70], [40, 60]), new(1e-12, 3), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((FitStop.SweepsSpent, 3), (fit.Stop, fit.Sweeps));
        Assert.True(fit.WorstError > 1e-12);
        var sum = fit.Cells[0] + fit.Cells[2];
        Assert.Equal(fit.WorstError, Math.Abs(sum - 40) / 40, 1e-9);
    }

    [Theory]
    [InlineData(new double[] { 1, 1, 1, 1 }, new double[] { 30, 70 }, new double[] { 40, 61 }, "rows A, B add to 100 and columns X, Y add to 101")]
    [InlineData(new double[] { 1, 0, 0, 1 }, new double[] { 30, 70 }, new double[] { 40, 60 }, "rows A add to 30 and columns X add to 40")]
    [InlineData(new double[] { 1, 1, 0, 0 }, new double[] { 30, 70 }, new double[] { 40, 60 }, "\"B\" is to sum to 70")]
    [InlineData(new double[] { 1, 0, 1, 0 }, new double[] { 30, 70 }, new double[] { 40, 60 }, "\"Y\" is to sum to 60")]
    [InlineData(new double[] { 1, -1, 1, 1 }, new double[] { 30, 70 }, new double[] { 40, 60 }, "\"A → Y\" has -1")]
    [InlineData(new double[] { 1, 1, 1, 1 }, new double[] { 30, double.NaN }, new double[] { 40, 60 }, "\"B\" has NaN")]
    [InlineData(new double[] { 1, 1, 1, 1 }, new double[] { 30, 70 }, new double[] { -40, 140 }, "\"X\" has -40")]
    public void Totals_that_disagree_are_refused_by_their_labels(double[] seed, double[] rows, double[] columns, string said) =>
        Assert.Contains(said, Assert.Throws<StatisticsException>(() => TwoWayFit.Fit(seed, Totals(rows, columns), cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    [Fact]
    public void Groups_that_disagree_with_a_margin_are_refused_by_their_labels()
    {
        var totals = Totals([30, 70], null) with { Groups = CellGroups.Blocks(Rows, ["x", "x"]), GroupTotals = [30, 71] };
        Assert.Contains("rows B add to 70 and groups B → x add to 71", Assert.Throws<StatisticsException>(() => TwoWayFit.Fit([1, 1, 1, 1], totals, cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Margins_of_any_table_with_the_same_zeros_are_met() =>
        Property.Holds(TestCounts.Properties, random =>
        {
            var (n, m) = (random.Next(1, 12), random.Next(1, 12));
            var seed = Enumerable.Range(0, n * m).Select(_ => random.Next(3) == 0 ? 0 : random.NextDouble() + 0.05).ToArray();
            var other = seed.Select(cell => cell == 0 ? 0 : random.NextDouble() + 0.05).ToArray();
            var totals = new TwoWayTotals
            {
                Rows = [.. Enumerable.Range(0, n).Select(i => $"r{i}")], Columns = [.. Enumerable.Range(0, m).Select(i => $"c{i}")],
                RowTotals = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, m).Sum(j => other[(i * m) + j]))],
                ColumnTotals = [.. Enumerable.Range(0, m).Select(j => Enumerable.Range(0, n).Sum(i => other[(i * m) + j]))],
            };
            var fit = TwoWayFit.Fit(seed, totals, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(FitStop.TotalsMet, fit.Stop);
            for (var i = 0; i < n; i++)
                Assert.Equal(totals.RowTotals[i], Enumerable.Range(0, m).Sum(j => fit.Cells[(i * m) + j]), 1e-7);
            for (var j = 0; j < m; j++)
                Assert.Equal(totals.ColumnTotals[j], Enumerable.Range(0, n).Sum(i => fit.Cells[(i * m) + j]), 1e-7);
        });

    private static void Near(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
}
