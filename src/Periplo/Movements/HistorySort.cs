using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>
/// Sorts the items of a partition by key and moment. One pass spreads them over small buckets by the leading bits of
/// their key; within a bucket they come nearly in the order of time, so insertion finishes what little is left.
/// </summary>
internal sealed unsafe class HistorySort<T> : IDisposable
    where T : unmanaged, ISortedCrossing<T>
{
    private const int ItemsOfBucket = 6;
    private const int MostBucketBits = 16;
    private const int ShortBucket = 8;
    private const int MostApart = 16;
    private readonly int[] starts = new int[(1 << MostBucketBits) + 1];
    private T* sorted;
    private T* raw;
    private T* apart;
    private int capacity;
    private int rawCapacity;
    private int apartCapacity;

    /// <summary>Sorts what all lanes hold of a partition; valid until the next call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Span<T> Sort(IReadOnlyList<CrossingLane<T>> lanes, int partition, int partitionBits)
    {
        var (spilled, count) = (0, 0);
        foreach (var lane in lanes)
        {
            spilled += lane.Spilled(partition);
            count += lane.InMemory(partition);
        }

        count += spilled;
        if (count == 0)
            return [];
        if (count > capacity)
            sorted = Grow(sorted, out capacity, count);
        var bits = Math.Clamp(BitOperations.Log2((uint)(count / ItemsOfBucket) | 1), 1, MostBucketBits);
        // All keys of a partition begin with the same bits: those of its number that the key still has.
        var lead = partitionBits - PersonHash.LeastPartitionBits;
        var shift = 64 - bits;
        var buckets = starts.AsSpan(0, (1 << bits) + 1);
        buckets.Clear();
        if (spilled > 0)
        {
            if (spilled > rawCapacity)
                raw = Grow(raw, out rawCapacity, spilled);
            var at = 0;
            foreach (var lane in lanes)
                at += lane.ReadSpilled(partition, new(raw + at, spilled - at));
            Count(new(raw, spilled), buckets, lead, shift);
        }

        foreach (var lane in lanes)
        {
            for (var block = lane.FirstBlock(partition); block >= 0; block = lane.NextBlock(block))
                Count(lane.Block(partition, block), buckets, lead, shift);
        }

        var sum = 0;
        foreach (ref var bucket in buckets)
            (bucket, sum) = (sum, sum + bucket);
        if (spilled > 0)
            Spread(new(raw, spilled), buckets, lead, shift);
        foreach (var lane in lanes)
        {
            for (var block = lane.FirstBlock(partition); block >= 0; block = lane.NextBlock(block))
                Spread(lane.Block(partition, block), buckets, lead, shift);
        }

        // Each start has moved to the end of its bucket.
        var from = 0;
        for (var bucket = 0; bucket < buckets.Length - 1; bucket++)
        {
            var to = buckets[bucket];
            if (to - from > 1)
                Finish(sorted + from, to - from);
            from = to;
        }

        return new(sorted, count);
    }

    public void Dispose()
    {
        NativeMemory.Free(sorted);
        NativeMemory.Free(raw);
        NativeMemory.Free(apart);
        sorted = null;
        raw = null;
        apart = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bucket(ulong key, int lead, int shift) => (int)((key << lead) >> shift);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<T> items, Span<int> buckets, int lead, int shift)
    {
        fixed (int* counts = buckets)
        fixed (T* from = items)
        {
            for (T* item = from, end = from + items.Length; item < end; item++)
                counts[Bucket(item->Key, lead, shift)]++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(ReadOnlySpan<T> items, Span<int> buckets, int lead, int shift)
    {
        fixed (int* next = buckets)
        fixed (T* from = items)
        {
            for (T* item = from, end = from + items.Length; item < end; item++)
                sorted[next[Bucket(item->Key, lead, shift)]++] = *item;
        }
    }

    /// <summary>Sorts a bucket: histories that share it are first taken apart, keeping the order in which their crossings came.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Finish(T* items, int count)
    {
        if (count <= ShortBucket)
        {
            Insert(items, count, int.MaxValue);
            return;
        }

        if (count > apartCapacity)
            apart = Grow(apart, out apartCapacity, count);
        for (var histories = 1; count > 0; histories++)
        {
            if (histories > MostApart)
            {
                Arrange(items, count);
                return;
            }

            var (key, of, others) = (items[0].Key, 0, 0);
            for (var i = 1; i < count; i++)
                key = Math.Min(key, items[i].Key);
            while (of < count && items[of].Key == key)
                of++;
            for (var i = of; i < count; i++)
            {
                if (items[i].Key == key)
                    items[of++] = items[i];
                else
                    apart[others++] = items[i];
            }

            new ReadOnlySpan<T>(apart, others).CopyTo(new(items + of, others));
            // Nearly in order it takes a step or two an item; where it takes many the order is another, and a general sort is due.
            if (!Insert(items, of, 16 * of))
                Arrange(items, of);
            items += of;
            count = others;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Insert(T* items, int count, int mostSteps)
    {
        for (var i = 1; i < count; i++)
        {
            if (!T.IsBefore(in items[i], in items[i - 1]))
                continue;
            var item = items[i];
            var at = i;
            do
            {
                items[at] = items[at - 1];
                at--;
            }
            while (at > 0 && T.IsBefore(in item, in items[at - 1]));
            items[at] = item;
            mostSteps -= i - at;
            if (mostSteps < 0)
                return false;
        }

        return true;
    }

    private static void Arrange(T* items, int count) =>
        new Span<T>(items, count).Sort(static (first, second) => T.IsBefore(in first, in second) ? -1 : T.IsBefore(in second, in first) ? 1 : 0);

    private static T* Grow(T* items, out int capacity, int wanted)
    {
        NativeMemory.Free(items);
        capacity = (int)Math.Min((long)wanted + (wanted / 2), Array.MaxLength);
        return (T*)NativeMemory.Alloc((nuint)capacity, (nuint)sizeof(T));
    }
}
