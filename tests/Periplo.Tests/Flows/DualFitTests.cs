using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Solvers behind the methods of flows, against slow ways to the same.</summary>
public sealed class DualFitTests
{
    [Fact]
    public void Cross_product_is_that_of_three_plain_loops() => Property.Holds(TestCounts.Properties, random =>
    {
        var (rows, columns) = (random.Next(1, 300), random.Next(1, 40));
        double[] Table() => [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(3) == 0 ? random.NextDouble() : 0)];
        var (left, right, weights) = (Table(), Table(), Enumerable.Range(0, rows).Select(_ => random.NextDouble() - 0.5).ToArray());
        var (result, whole) = (Enumerable.Repeat(1.0, columns * columns).ToArray(), Enumerable.Repeat(1.0, columns * columns).ToArray());
        CrossProduct.Add(left, right, weights, columns, whole, 1);
        CrossProduct.Add(new(left, 0, columns), new(right, 0, columns), weights, columns, new(result, 0, columns), upperOnly: true, 1);
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var expected = 1 + Enumerable.Range(0, rows).Sum(k => weights[k] * left[(k * columns) + i] * right[(k * columns) + j]);
                Assert.Equal(expected, whole[(i * columns) + j], 1e-11);
                if (j >= i)
                    Assert.Equal(whole[(i * columns) + j], result[(i * columns) + j]);
            }
        }
    });

    [Fact]
    public void Cross_product_has_the_same_bits_with_two_threads()
    {
        var random = new Random(1);
        double[] Table() => [.. Enumerable.Range(0, 300 * 401).Select(_ => random.NextDouble())];
        var (left, right, weights) = (Table(), Table(), Enumerable.Range(0, 300).Select(_ => random.NextDouble()).ToArray());
        var (one, two) = (new double[401 * 401], new double[401 * 401]);
        CrossProduct.Add(left, right, weights, 401, one, 1);
        CrossProduct.Add(left, right, weights, 401, two, 2);
        Assert.Equal(one, two);
    }

    [Fact]
    public void Cholesky_solves_matrices_of_graphs_and_holds_one_variable_of_each_part_still() => Property.Holds(TestCounts.Properties / 5, random =>
    {
        // Two parts that nothing joins, each singular along its constants.
        var (n, cut) = (random.Next(4, 150), random.Next(2, 4));
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                if (i < cut != j < cut || (j != i + 1 && random.Next(3) > 0))
                    continue;
                var weight = Math.Exp(10 * random.NextDouble());
                (matrix[(i * n) + j], matrix[(j * n) + i]) = (-weight, -weight);
                matrix[(i * n) + i] += weight;
                matrix[(j * n) + j] += weight;
            }
        }

        var expected = Enumerable.Range(0, n).Select(_ => random.NextDouble()).ToArray();
        double[] right = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => matrix[(i * n) + j] * expected[j]))];
        Cholesky.Solve(matrix, right, 1, ofGraph: true);
        for (var i = 0; i < n; i++)
        {
            var still = i < cut ? cut - 1 : n - 1;
            Assert.Equal(expected[i] - expected[still], right[i], 1e-6);
        }
    });

    [Fact]
    public void Newton_finds_the_table_that_proportional_fitting_finds() => Property.Holds(TestCounts.Properties, random =>
    {
        var (rows, columns) = (random.Next(1, 20), random.Next(1, 20));
        double[] table = [.. Enumerable.Range(0, rows * columns).Select(cell => random.Next(4) == 0 ? 0 : Math.Exp(3 * random.NextDouble()))];
        // Targets of a table with the same zeros, so that they can be reached.
        double[] other = [.. table.Select(cell => cell > 0 ? Math.Exp(3 * random.NextDouble()) : 0)];
        var (rowTargets, columnTargets) = (Lanes.RowSums(other, columns), Lanes.ColumnSums(other, columns));
        var fitted = DualFit.Fit(table, columns, rowTargets, columnTargets, 1, []);
        Assert.NotNull(fitted);
        Assert.All(Lanes.RowSums(fitted, columns).Zip(rowTargets), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        Assert.All(Lanes.ColumnSums(fitted, columns).Zip(columnTargets), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        var slow = (double[])table.Clone();
        for (var sweep = 0; sweep < 3000; sweep++)
        {
            Scale(slow, columns, Lanes.RowSums(slow, columns), rowTargets, byRow: true);
            Scale(slow, columns, Lanes.ColumnSums(slow, columns), columnTargets, byRow: false);
        }

        Assert.All(fitted.Zip(slow), pair => Assert.Equal(pair.Second, pair.First, 1e-5 * (1 + pair.Second)));
    });

    [Fact]
    public void Newton_goes_to_the_edge_where_totals_leave_a_cell_nothing()
    {
        // The second column is fed by the second row alone, whose total it takes whole.
        var fitted = DualFit.Fit([5, 0, 3, 4], 2, [6, 4], [6, 4], 1, []);
        Assert.NotNull(fitted);
        Assert.Equal([6.0, 0, 0, 4], fitted.Select(cell => Math.Round(cell, 9)));
    }

    [Fact]
    public void Newton_gives_up_where_there_is_no_table_and_the_cut_says_why() => Property.Holds(TestCounts.Properties, random =>
    {
        // The first rows live in the first columns alone, which hold a little less than they have.
        var (rows, columns) = (random.Next(2, 10), random.Next(2, 10));
        var (few, full) = (random.Next(1, rows), random.Next(1, columns));
        double[] table = [.. Enumerable.Range(0, rows * columns).Select(cell => cell / columns < few && cell % columns >= full ? 0 : 1 + random.NextDouble())];
        var (rowTargets, columnTargets) = (Enumerable.Repeat(10.0, rows).ToArray(), Enumerable.Repeat(0.0, columns).ToArray());
        for (var column = 0; column < columns; column++)
            columnTargets[column] = column < full ? 9.5 * few / full : ((10.0 * rows) - (9.5 * few)) / (columns - full);
        Assert.Null(DualFit.Fit(table, columns, rowTargets, columnTargets, 1, []));
        var (cutRows, cutColumns, excess) = TransportCut.Between(table, rowTargets, columnTargets);
        Assert.Equal(Enumerable.Range(0, few), cutRows);
        Assert.Equal(Enumerable.Range(0, full), cutColumns);
        Assert.Equal(0.5 * few, excess, 1e-6);
    });

    private static void Scale(double[] table, int columns, double[] sums, double[] targets, bool byRow)
    {
        for (var cell = 0; cell < table.Length; cell++)
        {
            var at = byRow ? cell / columns : cell % columns;
            table[cell] *= sums[at] > 0 ? targets[at] / sums[at] : 0;
        }
    }
}
