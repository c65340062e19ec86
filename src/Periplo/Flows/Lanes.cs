using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Periplo.Flows;

/// <summary>
/// Sums and row operations of the flow methods. Sums run in eight fixed lanes whatever the machine's vectors are, so that a result has
/// the same bits everywhere (design rule 10).
/// </summary>
internal static class Lanes
{
    /// <summary>Sum of the cells.</summary>
    public static double Sum(ReadOnlySpan<double> cells)
    {
        var (low, high, at) = (Vector256<double>.Zero, Vector256<double>.Zero, 0);
        ref var first = ref MemoryMarshal.GetReference(cells);
        for (; at <= cells.Length - 8; at += 8)
        {
            low += Vector256.LoadUnsafe(ref first, (nuint)at);
            high += Vector256.LoadUnsafe(ref first, (nuint)at + 4);
        }

        var sum = Folded(low + high);
        for (; at < cells.Length; at++)
            sum += cells[at];
        return sum;
    }

    /// <summary>Sum of the products of two rows.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (low, high, at) = (Vector256<double>.Zero, Vector256<double>.Zero, 0);
        ref var one = ref MemoryMarshal.GetReference(left);
        ref var other = ref MemoryMarshal.GetReference(right);
        for (; at <= left.Length - 8; at += 8)
        {
            low = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref one, (nuint)at), Vector256.LoadUnsafe(ref other, (nuint)at), low);
            high = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref one, (nuint)at + 4), Vector256.LoadUnsafe(ref other, (nuint)at + 4), high);
        }

        var sum = Folded(low + high);
        for (; at < left.Length; at++)
            sum = Math.FusedMultiplyAdd(left[at], right[at], sum);
        return sum;
    }

    /// <summary>Adds a multiple of a row to another.</summary>
    public static void AddScaled(Span<double> to, ReadOnlySpan<double> row, double factor)
    {
        to = to[..row.Length];
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var into = ref MemoryMarshal.GetReference(to);
        var (wide, at) = (Vector256.Create(factor), 0);
        for (; at <= row.Length - 4; at += 4)
            Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref from, (nuint)at), wide, Vector256.LoadUnsafe(ref into, (nuint)at)).StoreUnsafe(ref into, (nuint)at);
        for (; at < row.Length; at++)
            to[at] = Math.FusedMultiplyAdd(row[at], factor, to[at]);
    }

    /// <summary>Multiplies a row.</summary>
    public static void Scale(Span<double> row, double factor)
    {
        ref var cells = ref MemoryMarshal.GetReference(row);
        var (wide, at) = (Vector256.Create(factor), 0);
        for (; at <= row.Length - 4; at += 4)
            (Vector256.LoadUnsafe(ref cells, (nuint)at) * wide).StoreUnsafe(ref cells, (nuint)at);
        for (; at < row.Length; at++)
            row[at] *= factor;
    }

    /// <summary>Puts the products of two rows, cell by cell, into a third.</summary>
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> to)
    {
        left = left[..to.Length];
        right = right[..to.Length];
        ref var one = ref MemoryMarshal.GetReference(left);
        ref var other = ref MemoryMarshal.GetReference(right);
        ref var into = ref MemoryMarshal.GetReference(to);
        var at = 0;
        for (; at <= to.Length - 4; at += 4)
            (Vector256.LoadUnsafe(ref one, (nuint)at) * Vector256.LoadUnsafe(ref other, (nuint)at)).StoreUnsafe(ref into, (nuint)at);
        for (; at < to.Length; at++)
            to[at] = left[at] * right[at];
    }

    /// <summary>Multiplies a row and adds it to another at once.</summary>
    public static void ScaleInto(Span<double> row, double factor, Span<double> sums)
    {
        sums = sums[..row.Length];
        ref var cells = ref MemoryMarshal.GetReference(row);
        ref var into = ref MemoryMarshal.GetReference(sums);
        var (wide, at) = (Vector256.Create(factor), 0);
        for (; at <= row.Length - 4; at += 4)
        {
            var scaled = Vector256.LoadUnsafe(ref cells, (nuint)at) * wide;
            scaled.StoreUnsafe(ref cells, (nuint)at);
            (Vector256.LoadUnsafe(ref into, (nuint)at) + scaled).StoreUnsafe(ref into, (nuint)at);
        }

        for (; at < row.Length; at++)
        {
            row[at] *= factor;
            sums[at] += row[at];
        }
    }

    /// <summary>Multiplies the cells of a row by factors of their columns.</summary>
    /// <returns>The largest change of a cell that was <paramref name="back"/> times what it is now, and the new sum of the row.</returns>
    public static (double Change, double Sum) ScaleColumns(Span<double> row, ReadOnlySpan<double> factors, double back)
    {
        factors = factors[..row.Length];
        ref var cells = ref MemoryMarshal.GetReference(row);
        ref var columns = ref MemoryMarshal.GetReference(factors);
        var (at, most, sums, wide) = (0, Vector256<double>.Zero, Vector256<double>.Zero, Vector256.Create(back));
        for (; at <= row.Length - 4; at += 4)
        {
            var cell = Vector256.LoadUnsafe(ref cells, (nuint)at);
            var factor = Vector256.LoadUnsafe(ref columns, (nuint)at);
            most = Vector256.Max(most, Vector256.Abs(cell * (factor - wide)));
            var scaled = cell * factor;
            sums += scaled;
            scaled.StoreUnsafe(ref cells, (nuint)at);
        }

        var change = Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
        var sum = Folded(sums);
        for (; at < row.Length; at++)
        {
            change = Math.Max(change, Math.Abs(row[at] * (factors[at] - back)));
            row[at] *= factors[at];
            sum += row[at];
        }

        return (change, sum);
    }

    /// <summary>Sums of the columns of a table.</summary>
    public static double[] ColumnSums(ReadOnlySpan<double> table, int columns)
    {
        var sums = new double[columns];
        for (var at = 0; at < table.Length; at += columns)
            AddScaled(sums, table.Slice(at, columns), 1);
        return sums;
    }

    /// <summary>Sums of the rows of a table.</summary>
    public static double[] RowSums(ReadOnlySpan<double> table, int columns)
    {
        var sums = new double[table.Length / columns];
        for (var row = 0; row < sums.Length; row++)
            sums[row] = Sum(table.Slice(row * columns, columns));
        return sums;
    }

    private static double Folded(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}
