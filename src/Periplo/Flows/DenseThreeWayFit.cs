using Periplo.Movements;

namespace Periplo.Flows;

/// <summary>What a sweep left.</summary>
/// <param name="MarginError">Largest difference between a margin of origins and its target, before the sweep set it right.</param>
/// <param name="CellChange">Largest change of a cell in the sweep.</param>
public readonly record struct SweepResult(double MarginError, double CellChange);

/// <summary>
/// Proportional fitting of the whole table origin × destination × birthplace to the margins of every birthplace, cell by cell, as the
/// published series was made. It is kept to reproduce published numbers and to check the closed forms, which give its limit at once.
/// Each birthplace's slice is fitted by itself and stays in the second cache.
/// </summary>
public sealed class DenseThreeWayFit
{
    private readonly int areas;
    private readonly int birthplaces;
    private readonly double[] cells;
    private readonly double[] starts;
    private readonly double[] ends;
    private readonly double[] sums;

    /// <summary>Begins a fit at its seed.</summary>
    /// <param name="start">Persons at the start, birthplace × areas + area.</param>
    /// <param name="end">Persons at the end, like it, with the same total a birthplace.</param>
    /// <param name="areas">Number of areas.</param>
    /// <param name="seed">Origin × areas + destination; null where all are one.</param>
    /// <param name="holdStayers">Whether as many as can stay do (fewest moves), or staying is a cell like others (independence).</param>
    public DenseThreeWayFit(ReadOnlySpan<double> start, ReadOnlySpan<double> end, int areas, double[]? seed, bool holdStayers)
    {
        if (start.Length != end.Length || start.Length % areas != 0)
            throw new ArgumentException("Both dates have the same cells.", nameof(end));
        (this.areas, birthplaces) = (areas, start.Length / areas);
        (starts, ends) = (start.ToArray(), end.ToArray());
        for (var cell = 0; holdStayers && cell < starts.Length; cell++)
        {
            var stayers = Math.Min(starts[cell], ends[cell]);
            starts[cell] -= stayers;
            ends[cell] -= stayers;
        }

        cells = GC.AllocateUninitializedArray<double>(starts.Length * areas);
        var slice = new double[areas * areas];
        for (var cell = 0; cell < slice.Length; cell++)
            slice[cell] = holdStayers && cell % (areas + 1) == 0 ? 0 : seed?[cell] ?? 1;
        for (var birthplace = 0; birthplace < birthplaces; birthplace++)
            slice.CopyTo(cells, birthplace * slice.Length);
        sums = Lanes.RowSums(cells, areas);
    }

    /// <summary>Fits origins and then destinations of every birthplace once.</summary>
    /// <param name="threads">Threads; the result is the same for any number.</param>
    public SweepResult Sweep(int threads)
    {
        var results = new SweepResult[birthplaces];
        WorkerThreads.Run(threads, worker =>
        {
            var scratch = new double[2 * areas];
            for (var birthplace = worker; birthplace < birthplaces; birthplace += threads)
                results[birthplace] = Sweep(birthplace, scratch);
        });
        return new(results.Max(one => one.MarginError), results.Max(one => one.CellChange));
    }

    /// <summary>Sweeps until cells change by less than so much, which is when published series stopped, or margins are off by less.</summary>
    /// <returns>Sweeps made.</returns>
    public int Fit(double cellChange, double marginError, int mostSweeps, int threads)
    {
        for (var sweep = 1; sweep <= mostSweeps; sweep++)
        {
            var result = Sweep(threads);
            if (result.CellChange < cellChange || result.MarginError < marginError)
                return sweep;
        }

        return mostSweeps;
    }

    /// <summary>Moves of all birthplaces, origin × areas + destination; none on the diagonal.</summary>
    public double[] Flows()
    {
        var flows = new double[areas * areas];
        for (var birthplace = 0; birthplace < birthplaces; birthplace++)
            Lanes.AddScaled(flows, cells.AsSpan(birthplace * flows.Length, flows.Length), 1);
        for (var area = 0; area < areas; area++)
            flows[(area * areas) + area] = 0;
        return flows;
    }

    private SweepResult Sweep(int birthplace, Span<double> scratch)
    {
        var factors = scratch[..areas];
        var columns = scratch[areas..];
        var margins = sums.AsSpan(birthplace * areas, areas);
        var targets = starts.AsSpan(birthplace * areas, areas);
        var come = ends.AsSpan(birthplace * areas, areas);
        var slice = cells.AsSpan(birthplace * areas * areas, areas * areas);
        var error = 0.0;
        columns.Clear();
        for (var origin = 0; origin < areas; origin++)
        {
            error = Math.Max(error, Math.Abs(margins[origin] - targets[origin]));
            factors[origin] = targets[origin] > 0 && margins[origin] > 0 ? targets[origin] / margins[origin] : 0;
            Lanes.ScaleInto(slice.Slice(origin * areas, areas), factors[origin], columns);
        }

        for (var destination = 0; destination < areas; destination++)
            columns[destination] = come[destination] > 0 && columns[destination] > 0 ? come[destination] / columns[destination] : 0;
        var change = 0.0;
        for (var origin = 0; origin < areas; origin++)
        {
            var row = slice.Slice(origin * areas, areas);
            // A row of zeros came from what it was before only in the first sweep, whose change is as large as any.
            var (most, sum) = Lanes.ScaleColumns(row, columns, factors[origin] > 0 ? 1 / factors[origin] : 0);
            change = Math.Max(change, most);
            margins[origin] = sum;
        }

        return new(error, change);
    }
}
