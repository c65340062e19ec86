using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Periplo.Flows;

/// <summary>
/// Sums and row operations of the flow methods. Sums run in eight fixed lanes whatever the machine's vectors are, so that a result has
/// the same bits everywhere (design rule 10); row operations touch every cell by itself and may use any width.
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
        var wide = new Vector<double>(factor);
        var at = 0;
        for (; at <= row.Length - Vector<double>.Count; at += Vector<double>.Count)
            Vector.FusedMultiplyAdd(new Vector<double>(row[at..]), wide, new Vector<double>(to[at..])).CopyTo(to[at..]);
        for (; at < row.Length; at++)
            to[at] = Math.FusedMultiplyAdd(row[at], factor, to[at]);
    }

    /// <summary>Multiplies a row.</summary>
    public static void Scale(Span<double> row, double factor)
    {
        var wide = new Vector<double>(factor);
        var at = 0;
        for (; at <= row.Length - Vector<double>.Count; at += Vector<double>.Count)
            (new Vector<double>(row[at..]) * wide).CopyTo(row[at..]);
        for (; at < row.Length; at++)
            row[at] *= factor;
    }

    /// <summary>Puts the products of two rows, cell by cell, into a third.</summary>
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> to)
    {
        var at = 0;
        for (; at <= to.Length - Vector<double>.Count; at += Vector<double>.Count)
            (new Vector<double>(left[at..]) * new Vector<double>(right[at..])).CopyTo(to[at..]);
        for (; at < to.Length; at++)
            to[at] = left[at] * right[at];
    }

    /// <summary>Multiplies a row and adds it to another at once.</summary>
    public static void ScaleInto(Span<double> row, double factor, Span<double> sums)
    {
        var wide = new Vector<double>(factor);
        var at = 0;
        for (; at <= row.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            var scaled = new Vector<double>(row[at..]) * wide;
            scaled.CopyTo(row[at..]);
            (new Vector<double>(sums[at..]) + scaled).CopyTo(sums[at..]);
        }

        for (; at < row.Length; at++)
        {
            row[at] *= factor;
            sums[at] += row[at];
        }
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
