using System.Buffers;

namespace Periplo.Flows;

/// <summary>
/// Fits a table to totals of its rows and columns, X(i,j) = u(i) M(i,j) e^v(j), by Newton's method on the convex dual
/// Σ r(i) log Σj M(i,j) e^v(j) − Σ c(j) v(j). The same table as iterative proportional fitting finds, but tables where most people live
/// where they were born need thousands of its sweeps and five of these steps.
/// </summary>
internal sealed class DualFit
{
    /// <summary>Largest change of a multiplier's logarithm in a step.</summary>
    private const double LongestStep = 2;

    private const int MostSteps = 150;
    private const int MostHalves = 12;

    /// <summary>Relative error of column totals that counts as fitted; steps go on below it while they still gain.</summary>
    private const double Fitted = 1e-12;

    /// <summary>Relative difference of both totals that is more than rounding.</summary>
    private const double Unequal = 1e-8;

    /// <summary>Rounding: no step can gain below it.</summary>
    private const double Rounding = 1e-15;

    private readonly int columns;
    private readonly int threads;
    private readonly int[] rowOf;
    private readonly int[] columnOf;
    private readonly double[] seed;
    private readonly double[] rows;
    private readonly double[] targets;

    private DualFit(ReadOnlySpan<double> table, int width, ReadOnlySpan<double> rowTargets, ReadOnlySpan<double> columnTargets, int threads)
    {
        (columns, this.threads) = (width, threads);
        (rowOf, columnOf) = (Positive(rowTargets), Positive(columnTargets));
        // What rounding leaves of the totals' difference stays with the variable that Cholesky holds still, the last; in the largest
        // column it is nothing.
        if (columnOf.Length > 0)
        {
            var sizes = Picked(columnTargets, columnOf);
            var largest = Array.IndexOf(sizes, sizes.Max());
            (columnOf[largest], columnOf[^1]) = (columnOf[^1], columnOf[largest]);
        }

        (rows, targets) = (Picked(rowTargets, rowOf), Picked(columnTargets, columnOf));
        Lanes.Scale(targets, Lanes.Sum(rows) / Lanes.Sum(targets));
        seed = ArrayPool<double>.Shared.Rent(rowOf.Length * columnOf.Length);
        for (var row = 0; row < rowOf.Length; row++)
        {
            var from = table.Slice(rowOf[row] * width, width);
            var to = seed.AsSpan(row * columnOf.Length, columnOf.Length);
            for (var column = 0; column < to.Length; column++)
                to[column] = from[columnOf[column]];
        }
    }

    /// <summary>Fits a table.</summary>
    /// <param name="table">M, row by row, zero or more. Zeros stay.</param>
    /// <param name="width">Columns.</param>
    /// <param name="rowTargets">r, zero or more.</param>
    /// <param name="columnTargets">c, zero or more, with the same sum.</param>
    /// <param name="threads">Threads; the result is the same for any number.</param>
    /// <param name="logs">v of another fit to begin at, or empty; where it is as long as the columns it is given the v found.</param>
    /// <returns>X; null where no such table exists (then <see cref="TransportCut"/> says why).</returns>
    public static double[]? Fit(ReadOnlySpan<double> table, int width, ReadOnlySpan<double> rowTargets, ReadOnlySpan<double> columnTargets, int threads, Span<double> logs)
    {
        var total = Lanes.Sum(rowTargets);
        if (Math.Abs(total - Lanes.Sum(columnTargets)) > Unequal * total)
            return null;
        var fit = new DualFit(table, width, rowTargets, columnTargets, threads);
        var fitted = fit.Run(logs) is { } compact ? fit.Spread(compact, rowTargets.Length) : null;
        ArrayPool<double>.Shared.Return(fit.seed);
        return fitted;
    }

    private double[]? Run(Span<double> logs)
    {
        var n = targets.Length;
        var found = ArrayPool<double>.Shared.Rent(rows.Length * n);
        var hessian = ArrayPool<double>.Shared.Rent(n * n);
        var (at, next, gap, gapNext) = (new double[n], new double[n], new double[n], new double[n]);
        for (var column = 0; column < n && logs.Length == columns; column++)
            at[column] = logs[columnOf[column]];
        var weights = rows.Select(row => -1 / row).ToArray();
        var now = Evaluate(at, found, gap);
        for (var step = 0; step < MostSteps && now.Error > Rounding && double.IsFinite(now.Error); step++)
        {
            Hessian(found, weights, hessian);
            Cholesky.Solve(hessian, gap, threads, ofGraph: true);
            var before = now;
            var reach = LongestStep / Math.Max(Largest(gap), LongestStep);
            for (var halves = 0; halves < MostHalves; halves++, reach /= 2)
            {
                for (var column = 0; column < n; column++)
                    next[column] = at[column] + (gap[column] * reach);
                now = Evaluate(next, found, gapNext);
                if (now.Error < before.Error || now.Dual <= before.Dual)
                    break;
            }

            if (before.Error <= Fitted && !(now.Error < before.Error * 0.5))
            {
                // As good as it gets: the table found before stands.
                now = Evaluate(at, found, gap);
                break;
            }

            if (!(now.Error < before.Error || now.Dual < before.Dual))
            {
                Proportional(at, next, found, gapNext);
                now = Evaluate(next, found, gapNext);
            }

            (at, next, gap, gapNext) = (next, at, gapNext, gap);
        }

        ArrayPool<double>.Shared.Return(hessian);
        for (var column = 0; column < n && logs.Length == columns; column++)
            logs[columnOf[column]] = at[column];
        if (now.Error <= Fitted)
            return found;
        ArrayPool<double>.Shared.Return(found);
        return null;
    }

    /// <summary>One step of proportional fitting, which never fails to come nearer: every column is scaled to its total.</summary>
    private void Proportional(double[] at, double[] next, double[] found, double[] lacking)
    {
        Evaluate(at, found, lacking);
        for (var column = 0; column < next.Length; column++)
            next[column] = at[column] + (targets[column] > lacking[column] ? Math.Log(targets[column] / (targets[column] - lacking[column])) : 0);
    }

    /// <summary>X at v, whose rows have their totals; what its columns lack goes to <paramref name="gap"/>.</summary>
    private (double Error, double Dual) Evaluate(double[] logs, double[] found, double[] gap)
    {
        var n = targets.Length;
        var top = double.NegativeInfinity;
        foreach (var one in logs)
            top = Math.Max(top, one);
        var (factors, sums) = (new double[n], new double[n]);
        for (var column = 0; column < n; column++)
            factors[column] = Math.Exp(logs[column] - top);
        var dual = 0.0;
        for (var row = 0; row < rows.Length; row++)
        {
            var to = found.AsSpan(row * n, n);
            Lanes.Multiply(seed.AsSpan(row * n, n), factors, to);
            var sum = Lanes.Sum(to);
            if (!(sum > 0))
                return (double.PositiveInfinity, double.PositiveInfinity);
            Lanes.ScaleInto(to, rows[row] / sum, sums);
            dual += rows[row] * (Math.Log(sum) + top);
        }

        var error = 0.0;
        for (var column = 0; column < n; column++)
        {
            var lacking = targets[column] - sums[column];
            gap[column] = lacking;
            error = Math.Max(error, Math.Abs(lacking) / Math.Max(targets[column], 1));
            dual -= targets[column] * logs[column];
        }

        return (error, dual);
    }

    /// <summary>
    /// diag(column sums of X) − X′ diag(1/r) X, upper triangle. It is the matrix of a graph: its rows sum to zero, so the diagonal is
    /// taken from the other cells, which loses no digits where nearly all of a column stands in one cell.
    /// </summary>
    private void Hessian(double[] found, double[] weights, double[] hessian)
    {
        var n = targets.Length;
        hessian.AsSpan(0, n * n).Clear();
        var part = new CrossProduct.Part(found, 0, n);
        CrossProduct.Add(part, part, weights, n, new(hessian, 0, n), upperOnly: true, threads);
        var diagonal = new double[n];
        for (var row = 0; row < n; row++)
        {
            var right = hessian.AsSpan((row * n) + row + 1, n - row - 1);
            diagonal[row] -= Lanes.Sum(right);
            Lanes.AddScaled(diagonal.AsSpan(row + 1), right, -1);
        }

        for (var row = 0; row < n; row++)
            hessian[(row * n) + row] = diagonal[row];
    }

    private double[] Spread(double[] compact, int height)
    {
        var table = new double[height * columns];
        for (var row = 0; row < rowOf.Length; row++)
        {
            var from = compact.AsSpan(row * columnOf.Length, columnOf.Length);
            var to = table.AsSpan(rowOf[row] * columns, columns);
            for (var column = 0; column < from.Length; column++)
                to[columnOf[column]] = from[column];
        }

        ArrayPool<double>.Shared.Return(compact);
        return table;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    private static int[] Positive(ReadOnlySpan<double> targets)
    {
        var places = new List<int>(targets.Length);
        for (var place = 0; place < targets.Length; place++)
        {
            if (targets[place] > 0)
                places.Add(place);
        }

        return [.. places];
    }

    private static double[] Picked(ReadOnlySpan<double> values, int[] places)
    {
        var picked = new double[places.Length];
        for (var at = 0; at < places.Length; at++)
            picked[at] = values[places[at]];
        return picked;
    }
}
