using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>
/// What one worker has sent to each partition: a chain of blocks a partition, and runs in scratch space once memory is
/// full. Items of a partition keep the order in which they came, which is nearly that of time.
/// </summary>
internal sealed unsafe class CrossingLane<T> : IDisposable
    where T : unmanaged, ISortedCrossing<T>
{
    private readonly BlockArena arena = new();
    private readonly LocalDays days;
    private readonly ObservationSpan span;
    private readonly int partitionBits;
    private readonly T** cursors;
    private readonly int[] first;
    private readonly int[] last;
    private readonly int mostBlocks;
    private readonly Scratch? scratch;
    private readonly List<SpilledRun> runs = [];

    public CrossingLane(int partitionBits, LocalDays days, ObservationSpan span, long mostBytes, Scratch? scratch)
    {
        (this.partitionBits, this.days, this.span, this.scratch) = (partitionBits, days, span, scratch);
        var partitions = 1 << partitionBits;
        cursors = (T**)NativeMemory.AllocZeroed((nuint)partitions, (nuint)sizeof(T*));
        (first, last) = (new int[partitions], new int[partitions]);
        Array.Fill(first, -1);
        mostBlocks = (int)Math.Min(int.MaxValue, Math.Max(partitions + 1, mostBytes / BlockArena.BlockBytes));
    }

    /// <summary>Crossings whose local day lies outside the span observed; they take no part.</summary>
    public long Outside { get; private set; }

    /// <summary>Crossings taken.</summary>
    public long Taken { get; private set; }

    /// <summary>Takes a batch.</summary>
    public void Add(ReadOnlySpan<Crossing> crossings)
    {
        if (scratch is not null && arena.Used + Math.Min(crossings.Length, 1 << partitionBits) + (crossings.Length / (BlockArena.BlockBytes / sizeof(T))) + 1 > mostBlocks)
            Spill();
        var outside = days.AllFixed ? AddFixed(crossings) : AddChanging(crossings);
        Outside += outside;
        Taken += crossings.Length - outside;
    }

    // Compiled at once to its best: a batch is all the run there is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long AddFixed(ReadOnlySpan<Crossing> crossings)
    {
        var (shift, firstDay, length, outside) = (64 - partitionBits, span.FirstDay, (uint)(span.EndDay - span.FirstDay), 0L);
        fixed (int* offsets = days.FixedOffsets)
        fixed (Crossing* from = crossings)
        {
            var end = from + crossings.Length;
            for (var crossing = from; crossing < end; crossing++)
            {
                var day = LocalDays.Day(crossing->Time, offsets[crossing->Country]);
                if ((uint)(day - firstDay) >= length)
                {
                    outside++;
                    continue;
                }

                var mixed = PersonHash.Mix(crossing->Person);
                var partition = (int)(mixed >> shift);
                var slot = cursors[partition];
                if (((nint)slot & (BlockArena.BlockBytes - 1)) == 0)
                    slot = NewBlock(partition);
                *slot = T.Of(
                    PersonHash.Key(mixed, crossing->Country),
                    CrossingMoment.Of(crossing->Time, crossing->Direction, crossing->Resident, day),
                    in *crossing);
                cursors[partition] = slot + 1;
            }
        }

        return outside;
    }

    private long AddChanging(ReadOnlySpan<Crossing> crossings)
    {
        var (shift, outside) = (64 - partitionBits, 0L);
        foreach (ref readonly var crossing in crossings)
        {
            var day = days.Day(crossing);
            if (day < span.FirstDay || day >= span.EndDay)
            {
                outside++;
                continue;
            }

            var mixed = PersonHash.Mix(crossing.Person);
            var partition = (int)(mixed >> shift);
            var slot = cursors[partition];
            if (((nint)slot & (BlockArena.BlockBytes - 1)) == 0)
                slot = NewBlock(partition);
            *slot = T.Of(
                PersonHash.Key(mixed, crossing.Country),
                CrossingMoment.Of(crossing.Time, crossing.Direction, crossing.Resident, day),
                crossing);
            cursors[partition] = slot + 1;
        }

        return outside;
    }

    /// <summary>Items of a partition that are in memory.</summary>
    public int InMemory(int partition)
    {
        var count = 0;
        for (var block = first[partition]; block >= 0; block = arena.Following(block))
            count += ItemsIn(partition, block);
        return count;
    }

    /// <summary>The first block of a partition in memory; -1 for none.</summary>
    public int FirstBlock(int partition) => first[partition];

    /// <summary>The block behind one; -1 for none.</summary>
    public int NextBlock(int block) => arena.Following(block);

    /// <summary>Items of a block of a partition.</summary>
    public ReadOnlySpan<T> Block(int partition, int block) => new(arena.Address(block), ItemsIn(partition, block));

    /// <summary>Reads what lies in scratch space for a partition behind one another into <paramref name="to"/>.</summary>
    public int ReadSpilled(int partition, Span<T> to)
    {
        var at = 0;
        foreach (var run in runs)
        {
            var count = run.Counts[partition];
            if (count == 0)
                continue;
            scratch!.Read(run.Starts[partition], MemoryMarshal.AsBytes(to.Slice(at, count)));
            at += count;
        }

        return at;
    }

    /// <summary>Items of a partition in scratch space.</summary>
    public int Spilled(int partition)
    {
        var count = 0;
        foreach (var run in runs)
            count += run.Counts[partition];
        return count;
    }

    public void Dispose()
    {
        arena.Dispose();
        NativeMemory.Free(cursors);
    }

    private int ItemsIn(int partition, int block)
    {
        if (block != last[partition])
            return BlockArena.BlockBytes / sizeof(T);
        return (int)(((byte*)cursors[partition] - arena.Address(block)) / sizeof(T));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T* NewBlock(int partition)
    {
        var block = arena.Take();
        if (first[partition] < 0)
            first[partition] = block;
        else
            arena.Link(last[partition], block);
        last[partition] = block;
        return (T*)arena.Address(block);
    }

    /// <summary>Writes all blocks away, partition after partition, so that each can be read back in one piece.</summary>
    private void Spill()
    {
        var partitions = first.Length;
        var run = new SpilledRun(new long[partitions], new int[partitions]);
        for (var partition = 0; partition < partitions; partition++)
        {
            run.Starts[partition] = scratch!.Length;
            for (var block = first[partition]; block >= 0; block = arena.Following(block))
            {
                var items = Block(partition, block);
                scratch.Append(MemoryMarshal.AsBytes(items));
                run.Counts[partition] += items.Length;
            }

            first[partition] = -1;
            cursors[partition] = null;
        }

        scratch!.Flush();
        runs.Add(run);
        arena.Reset();
    }
}

/// <summary>Where each partition's items of one spill begin in scratch space, and how many there are.</summary>
internal sealed record SpilledRun(long[] Starts, int[] Counts);
