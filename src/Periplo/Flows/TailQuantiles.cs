namespace Periplo.Flows;

/// <summary>
/// Quantiles of every cell of a table over many replicates, without keeping the replicates: of each cell only as many of its smallest
/// and largest values as the outermost quantiles wanted need, as floats. What is kept does not depend on the order they come in.
/// </summary>
internal sealed class TailQuantiles
{
    private readonly int kept;
    private readonly float[] low;
    private readonly float[] high;

    /// <summary>For so many cells and replicates.</summary>
    /// <param name="cells">Cells of a table.</param>
    /// <param name="replicates">Most replicates there will be.</param>
    /// <param name="share">The innermost of the tails asked for, such as 0.1.</param>
    public TailQuantiles(int cells, int replicates, double share)
    {
        kept = Math.Min((int)(share * (replicates - 1)) + 2, replicates);
        (low, high) = (new float[cells * kept], new float[cells * kept]);
        Array.Fill(low, float.PositiveInfinity);
        Array.Fill(high, float.NegativeInfinity);
    }

    /// <summary>Takes tables in.</summary>
    /// <param name="tables">Tables of the same replicates for all cells.</param>
    /// <param name="from">First cell to be taken in.</param>
    /// <param name="to">End of the cells to be taken in; other threads take the others.</param>
    public void Take(IReadOnlyList<float[]> tables, int from, int to)
    {
        foreach (var table in tables)
        {
            for (var cell = from; cell < to; cell++)
            {
                var value = table[cell];
                var smallest = low.AsSpan(cell * kept, kept);
                var largest = high.AsSpan(cell * kept, kept);
                if (value < smallest[^1])
                    Insert(smallest, value, 1);
                if (value > largest[^1])
                    Insert(largest, value, -1);
            }
        }
    }

    /// <summary>A quantile of a cell: a straight line between the values on both sides (type 7 of R. Hyndman and Y. Fan 1996).</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="share">Share of replicates below it.</param>
    /// <param name="replicates">Replicates taken in.</param>
    public float Of(int cell, double share, int replicates)
    {
        var values = share < 0.5 ? low : high;
        var place = Math.Min(share, 1 - share) * (replicates - 1);
        var first = (int)place;
        var (near, next) = (values[(cell * kept) + first], values[(cell * kept) + Math.Min(first + 1, replicates - 1)]);
        return near + ((next - near) * (float)(place - first));
    }

    private static void Insert(Span<float> sorted, float value, int sign)
    {
        var at = sorted.Length - 1;
        for (; at > 0 && (sign > 0 ? value < sorted[at - 1] : value > sorted[at - 1]); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = value;
    }
}
