using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Disclosure;

/// <summary>
/// Cells that have gone through protection, and what may be derived from them. Counts of suppressed cells are inside and do
/// not come out: neither <see cref="Value"/> nor <see cref="Write"/> gives them.
/// </summary>
public sealed partial class ProtectedCells
{
    private readonly BreakdownKeys keys;
    private readonly SeriesCells[] cells;
    private readonly int[] starts;

    internal ProtectedCells(BreakdownKeys keys, IReadOnlyList<TableSeries> series, SeriesCells[] cells, int scale)
    {
        (this.keys, Series, this.cells, Scale) = (keys, series, cells, scale);
        starts = new int[cells.Length + 1];
        for (var s = 0; s < cells.Length; s++)
            starts[s + 1] = starts[s] + cells[s].Keys.Length;
    }

    /// <summary>The series, in the order given.</summary>
    public IReadOnlyList<TableSeries> Series { get; }

    /// <summary>Units a count is held in per person.</summary>
    public int Scale { get; }

    /// <summary>Cells of all series, one series after the other, in each the totals before their parts.</summary>
    public int Count => starts[^1];

    /// <summary>Cells suppressed.</summary>
    public int Suppressed => cells.Sum(one => one.States.Count(state => state != Suppression.Published));

    /// <summary>The series of a cell.</summary>
    public TableSeries SeriesOf(int cell) => Series[At(cell).Series];

    /// <summary>Why a cell is suppressed, or that it is published.</summary>
    public Suppression State(int cell)
    {
        var (s, c) = At(cell);
        return cells[s].States[c];
    }

    /// <summary>The value of a cell in persons; NaN where it is suppressed.</summary>
    public double Value(int cell)
    {
        var (s, c) = At(cell);
        return cells[s].States[c] == Suppression.Published ? (double)cells[s].Counts[c] / Scale : double.NaN;
    }

    /// <summary>The code of a cell in a breakdown dimension; <c>_T</c> where it is not told apart.</summary>
    public string Code(int cell, string dimension)
    {
        var d = Array.IndexOf(keys.Dimensions, dimension);
        var (s, c) = At(cell);
        return d < 0 ? "_T" : keys.Code(cells[s].Keys[c], d);
    }

    /// <summary>
    /// Adds the cells to a dataset: what is suppressed as missing with status Q, the rest with the status of its series.
    /// Cells broken down by a dimension the dataset does not have are left out.
    /// </summary>
    /// <param name="builder">The dataset.</param>
    /// <param name="constants">Codes of the dimensions that are the same for all: FREQ, UNIT_MEASURE, RESIDENCE_RULE, VINTAGE, STATISTIC.</param>
    /// <param name="measure">Another measure than that of the series, for figures derived from it; null for its own.</param>
    /// <param name="value">
    /// Another value than that of the cell: a bound of its interval, a base added to it. Asked only for published cells, so
    /// that a suppressed figure suppresses what belongs to it; NaN where there is none. Null for the cell's own value.
    /// </param>
    /// <exception cref="ArgumentException">A dimension has no code, or not the code given.</exception>
    public void Write(ObservationsBuilder builder, IReadOnlyDictionary<string, string> constants, string? measure = null, Func<int, double>? value = null)
    {
        var structure = builder.Definition.Structure;
        var target = Array.ConvertAll(keys.Dimensions, structure.Position);
        var direction = structure.Position("DIRECTION");
        foreach (var dimension in structure.Dimensions.Where(dimension => Array.IndexOf(keys.Dimensions, dimension.Id) < 0))
        {
            if (constants.TryGetValue(dimension.Id, out var code))
                builder.Set(dimension.Id, code);
            else if (BreakdownTable.Allowed.Contains(dimension.Id))
                builder.Set(dimension.Id, "_T");
            else if (dimension.Id is not ("REF_AREA" or "DIRECTION") && dimension.Id != builder.Definition.MeasureDimension)
                throw new ArgumentException($"{dimension.Id} has no code.", nameof(constants));
        }

        for (var s = 0; s < cells.Length; s++)
        {
            var series = Series[s];
            builder.Set("REF_AREA", series.Area);
            builder.Set(builder.Definition.MeasureDimension, measure ?? series.Measure);
            if (direction >= 0)
                builder.Set(direction, series.Direction ?? throw new ArgumentException($"{series} has no direction.", nameof(builder)));
            for (var c = 0; c < cells[s].Keys.Length; c++)
                WriteCell(s, c);
        }

        void WriteCell(int s, int c)
        {
            for (var d = 0; d < target.Length; d++)
            {
                var code = keys.Code(cells[s].Keys[c], d);
                if (target[d] >= 0)
                    builder.Set(target[d], code);
                else if (code != "_T")
                    return;
            }

            var suppressed = cells[s].States[c] != Suppression.Published;
            var number = suppressed ? double.NaN : value is null ? (double)cells[s].Counts[c] / Scale : value(starts[s] + c);
            if (suppressed || !double.IsNaN(number))
                builder.Add(Series[s].Period, number, suppressed ? ObservationStatus.Q : Series[s].Status, AttributeSet.Units, default);
        }
    }

    internal (TableSeries Series, ulong Key, long Count, bool Suppressed) Inside(int cell)
    {
        var (s, c) = At(cell);
        return (Series[s], cells[s].Keys[c], cells[s].Counts[c], cells[s].States[c] != Suppression.Published);
    }

    private (int Series, int Cell) At(int cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cell);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, Count);
        var s = Array.BinarySearch(starts, cell);
        if (s < 0)
            s = ~s - 1;
        // A series without cells shares its start with the next.
        while (starts[s + 1] == starts[s])
            s++;
        return (s, cell - starts[s]);
    }
}
