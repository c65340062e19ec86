using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Periplo.Movements;

/// <summary>Counts by cell: an open table of cells and numbers, 16 bytes a place, at most two thirds full.</summary>
/// <remarks>
/// A large table lies outside the cache, so each count waits in a short queue while its place is fetched from memory; whoever
/// reads empties the queue first. One thread at a time.
/// </remarks>
public sealed unsafe class CellCounts
{
    private const int Ahead = 32;
    private const int PlacesOfLine = 4;
    private const int BytesOfLine = 64;
    private readonly (ulong Cell, long Number)[] waiting = new (ulong, long)[Ahead];
    private int next;

    // Pinned for as long as it lives, so that its address can be handed to the processor.
    private (ulong Cell, long Count)[] memory;
    private (ulong Cell, long Count)* first;
    private int mask;
    private int used;

    /// <summary>An empty table.</summary>
    public CellCounts(int expected = 1 << 12)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected * 3L / 2));
        memory = Allocate((int)size);
    }

    // Whoever reaches places through their address keeps this object alive to the end: nothing else holds the memory they are in, and
    // an object may be collected as soon as its last field was read.

    // No place lies across two lines of the cache: the first begins at the first line within the array, so places are reached through its address alone.
    private ReadOnlySpan<(ulong Cell, long Count)> Places => new(first, mask + 1);

    /// <summary>Cells that are not zero, ordered.</summary>
    public IEnumerable<(MovementCell Cell, long Count)> Ordered()
    {
        var (found, numbers) = Sorted();
        return found.Select((cell, at) => (new MovementCell(cell), numbers[at]));
    }

    /// <summary>The count of a cell; zero where nothing was added.</summary>
    public long this[MovementCell cell]
    {
        get
        {
            PutAll();
            var count = Place(cell.Packed + 1)->Count;
            GC.KeepAlive(this);
            return count;
        }
    }

    /// <summary>Adds to a cell.</summary>
    public void Add(MovementCell cell, long number)
    {
        // Zero marks an empty place, so a cell is kept as its bits and one.
        var stored = cell.Packed + 1;
        if (Sse.IsSupported)
            Sse.Prefetch0(first + Start(stored));
        ref var turn = ref waiting[next++ & (Ahead - 1)];
        var due = turn;
        turn = (stored, number);
        if (due.Cell != 0)
            Put(due.Cell, due.Number);
    }

    /// <summary>Adds all of another table.</summary>
    public void Add(CellCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.PutAll();
        foreach (var (cell, count) in other.Places)
        {
            if (cell != 0 && count != 0)
                Add(new MovementCell(cell - 1), count);
        }

        GC.KeepAlive(other);
    }

    /// <summary>Cells that are not zero in the order of their bits, and their counts.</summary>
    internal (ulong[] Cells, long[] Counts) Sorted()
    {
        PutAll();
        var count = 0;
        foreach (var (_, number) in Places)
            count += number != 0 ? 1 : 0;
        var (found, numbers) = (new ulong[count], new long[count]);
        count = 0;
        foreach (var (cell, number) in Places)
        {
            if (number != 0)
                (found[count], numbers[count++]) = (cell - 1, number);
        }

        GC.KeepAlive(this);
        Array.Sort(found, numbers);
        return (found, numbers);
    }

    private (ulong, long)[] Allocate(int size)
    {
        var allocated = GC.AllocateArray<(ulong, long)>(size + PlacesOfLine, pinned: true);
        first = ((ulong, long)*)(((nuint)Unsafe.AsPointer(ref allocated[0]) + BytesOfLine - 1) & ~(nuint)(BytesOfLine - 1));
        mask = size - 1;
        LargePages.Advise(first, (nuint)size * (nuint)sizeof((ulong, long)));
        return allocated;
    }

    private void PutAll()
    {
        for (var turn = 0; turn < Ahead; turn++)
        {
            if (waiting[turn].Cell != 0)
                Put(waiting[turn].Cell, waiting[turn].Number);
            waiting[turn] = default;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(ulong stored, long number)
    {
        var place = Place(stored);
        if (place->Cell == 0)
        {
            if ((used + 1) * 3L > (mask + 1) * 2L)
            {
                Grow();
                place = Place(stored);
            }

            place->Cell = stored;
            used++;
        }

        place->Count += number;
        GC.KeepAlive(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Start(ulong stored) => (int)((stored * 0x9E37_79B9_7F4A_7C15) >> 32) & mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (ulong Cell, long Count)* Place(ulong stored)
    {
        var at = Start(stored);
        while (first[at].Cell != stored && first[at].Cell != 0)
            at = (at + 1) & mask;
        return first + at;
    }

    private void Grow()
    {
        var (old, to) = (memory, mask + 1);
        var from = first;
        memory = Allocate(to * 2);
        for (var at = 0; at < to; at++)
        {
            if (from[at].Cell != 0)
                *Place(from[at].Cell) = from[at];
        }

        GC.KeepAlive(old);
    }
}
