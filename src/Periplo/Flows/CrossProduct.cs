using System.Buffers;
using System.Runtime.Intrinsics;
using Periplo.Movements;

namespace Periplo.Flows;

/// <summary>
/// Adds Σk w(k) a(k,i) b(k,j) to every cell (i,j) of a table: the one large product behind flows (a by birthplace and origin, b by
/// birthplace and destination) and behind Newton's method. Rows k of zeros are skipped four columns of a at a time. Every cell is
/// summed by one thread in the order of k, so the result has the same bits for any number of threads.
/// </summary>
internal static class CrossProduct
{
    /// <summary>Rows k taken at once: a block of eight columns of them stays in the first cache.</summary>
    private const int Depth = 256;

    private const int Tall = 4;
    private const int Wide = 8;

    /// <summary>Blocks of eight columns taken at once, which then stay in the second cache.</summary>
    private const int Blocks = 64;

    /// <summary>Below so many products a second thread costs more than it saves.</summary>
    private const long WorthThreads = 20_000_000;

    /// <summary>Adds the product of whole tables.</summary>
    /// <param name="left">a, k × columns.</param>
    /// <param name="right">b, k × columns.</param>
    /// <param name="weights">w, one a row.</param>
    /// <param name="columns">Columns of all three tables.</param>
    /// <param name="result">Table of columns × columns that is added to.</param>
    /// <param name="threads">Threads.</param>
    public static void Add(double[] left, double[] right, ReadOnlySpan<double> weights, int columns, double[] result, int threads) =>
        Add(new(left, 0, columns), new(right, 0, columns), weights, columns, new(result, 0, columns), upperOnly: false, threads);

    /// <summary>Adds a product of parts of tables. Where only the upper triangle is asked for, what stands below the diagonal has no meaning afterwards.</summary>
    public static void Add(Part left, Part right, ReadOnlySpan<double> weights, int columns, Part result, bool upperOnly, int threads)
    {
        if (columns == 0 || weights.IsEmpty)
            return;
        var (tall, wide) = ((columns + Tall - 1) / Tall, (columns + Wide - 1) / Wide);
        var lefts = ArrayPool<double>.Shared.Rent(tall * Tall * Depth);
        var rights = ArrayPool<double>.Shared.Rent(wide * Wide * Depth);
        for (var first = 0; first < weights.Length; first += Depth)
        {
            var depth = Math.Min(Depth, weights.Length - first);
            Pack(left, first, depth, columns, Tall, weights.Slice(first, depth), lefts);
            Pack(right, first, depth, columns, Wide, [], rights);
            var workers = (long)columns * columns * depth > WorthThreads ? Math.Min(threads, tall) : 1;
            if (workers == 1)
                Rows(lefts, rights, depth, columns, result, upperOnly, 0, 1);
            else
                WorkerThreads.Run(workers, worker => Rows(lefts, rights, depth, columns, result, upperOnly, worker, workers));
        }

        ArrayPool<double>.Shared.Return(lefts);
        ArrayPool<double>.Shared.Return(rights);
    }

    /// <summary>Lays columns out in blocks that the inner loop reads straight through; cells beyond the last column are zero.</summary>
    private static void Pack(Part part, int first, int depth, int columns, int block, ReadOnlySpan<double> weights, double[] packed)
    {
        for (var k = 0; k < depth; k++)
        {
            var row = part.Cells.AsSpan(part.Offset + ((first + k) * part.Stride), columns);
            var weight = weights.IsEmpty ? 1 : weights[k];
            for (var column = 0; column < columns; column += block)
            {
                var to = packed.AsSpan((column * depth) + (k * block), block);
                var count = Math.Min(block, columns - column);
                for (var j = 0; j < count; j++)
                    to[j] = row[column + j] * weight;
                to[count..].Clear();
            }
        }
    }

    private static unsafe void Rows(double[] lefts, double[] rights, int depth, int columns, Part result, bool upperOnly, int worker, int workers)
    {
        var chosen = stackalloc int[Depth];
        var sums = stackalloc double[Tall * Wide];
        var wide = (columns + Wide - 1) / Wide;
        fixed (double* left = lefts, right = rights)
        {
            for (var from = 0; from < wide; from += Blocks)
            {
                // Rows of the result are dealt out to threads in turn, so that a triangle is shared evenly.
                for (var row = worker * Tall; row < columns; row += workers * Tall)
                {
                    var start = upperOnly ? Math.Max(from, row / Wide) : from;
                    var end = Math.Min(from + Blocks, wide);
                    if (start >= end)
                        continue;
                    var tall = left + ((long)row * depth);
                    var count = Filled(tall, depth, chosen);
                    if (count == 0)
                        continue;
                    for (var block = start; block < end; block++)
                    {
                        Tile(tall, right + ((long)block * Wide * depth), chosen, count, sums);
                        Store(sums, result, row, block * Wide, columns);
                    }
                }
            }
        }
    }

    /// <summary>The rows k where any of four columns is not zero.</summary>
    private static unsafe int Filled(double* tall, int depth, int* chosen)
    {
        var count = 0;
        for (var k = 0; k < depth; k++)
        {
            if (!Vector256.EqualsAll(Vector256.Load(tall + (k * Tall)), Vector256<double>.Zero))
                chosen[count++] = k;
        }

        return count;
    }

    private static unsafe void Tile(double* tall, double* block, int* chosen, int count, double* sums)
    {
        Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var at = 0; at < count; at++)
        {
            var k = chosen[at];
            var (low, high) = (Vector256.Load(block + (k * Wide)), Vector256.Load(block + (k * Wide) + 4));
            var column = tall + (k * Tall);
            var factor = Vector256.Create(column[0]);
            a0 = Vector256.FusedMultiplyAdd(factor, low, a0);
            a1 = Vector256.FusedMultiplyAdd(factor, high, a1);
            factor = Vector256.Create(column[1]);
            b0 = Vector256.FusedMultiplyAdd(factor, low, b0);
            b1 = Vector256.FusedMultiplyAdd(factor, high, b1);
            factor = Vector256.Create(column[2]);
            c0 = Vector256.FusedMultiplyAdd(factor, low, c0);
            c1 = Vector256.FusedMultiplyAdd(factor, high, c1);
            factor = Vector256.Create(column[3]);
            d0 = Vector256.FusedMultiplyAdd(factor, low, d0);
            d1 = Vector256.FusedMultiplyAdd(factor, high, d1);
        }

        a0.Store(sums);
        a1.Store(sums + 4);
        b0.Store(sums + 8);
        b1.Store(sums + 12);
        c0.Store(sums + 16);
        c1.Store(sums + 20);
        d0.Store(sums + 24);
        d1.Store(sums + 28);
    }

    private static unsafe void Store(double* sums, Part result, int row, int column, int columns)
    {
        var (tall, wide) = (Math.Min(Tall, columns - row), Math.Min(Wide, columns - column));
        for (var i = 0; i < tall; i++)
        {
            var to = result.Cells.AsSpan(result.Offset + ((row + i) * result.Stride) + column, wide);
            for (var j = 0; j < wide; j++)
                to[j] += sums[(i * Wide) + j];
        }
    }

    /// <summary>A part of a table, from a cell on, with rows so far apart.</summary>
    internal readonly record struct Part(double[] Cells, int Offset, int Stride);
}
