using System.Runtime.CompilerServices;

namespace Periplo.Movements;

/// <summary>Counts by cell: an open table of cells and numbers, 16 bytes a place, at most two thirds full.</summary>
public sealed class CellCounts
{
    private ulong[] cells;
    private long[] counts;
    private int used;

    /// <summary>An empty table.</summary>
    public CellCounts(int expected = 1 << 12)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected * 3 / 2));
        (cells, counts) = (new ulong[size], new long[size]);
    }

    /// <summary>Cells that are not zero, ordered.</summary>
    public IEnumerable<(MovementCell Cell, long Count)> Ordered()
    {
        var (found, numbers) = Sorted();
        return found.Select((cell, at) => (new MovementCell(cell), numbers[at]));
    }

    /// <summary>Cells that are not zero in the order of their bits, and their counts.</summary>
    internal (ulong[] Cells, long[] Counts) Sorted()
    {
        var (found, numbers, count) = (new ulong[used], new long[used], 0);
        for (var at = 0; at < cells.Length; at++)
        {
            if (cells[at] != 0 && counts[at] != 0)
                (found[count], numbers[count++]) = (cells[at] - 1, counts[at]);
        }

        Array.Resize(ref found, count);
        Array.Resize(ref numbers, count);
        Array.Sort(found, numbers);
        return (found, numbers);
    }

    /// <summary>The count of a cell; zero where nothing was added.</summary>
    public long this[MovementCell cell] => counts[Place(cell.Packed + 1)];

    /// <summary>Adds to a cell.</summary>
    public void Add(MovementCell cell, long number)
    {
        // Zero marks an empty place, so a cell is kept as its bits and one.
        var stored = cell.Packed + 1;
        var at = Place(stored);
        if (cells[at] == 0)
        {
            if ((used + 1) * 3L > cells.Length * 2L)
            {
                Grow();
                at = Place(stored);
            }

            cells[at] = stored;
            used++;
        }

        counts[at] += number;
    }

    /// <summary>Adds all of another table.</summary>
    public void Add(CellCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var at = 0; at < other.cells.Length; at++)
        {
            if (other.cells[at] != 0 && other.counts[at] != 0)
                Add(new MovementCell(other.cells[at] - 1), other.counts[at]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(ulong stored)
    {
        var mask = cells.Length - 1;
        var at = (int)((stored * 0x9E37_79B9_7F4A_7C15) >> 32) & mask;
        while (cells[at] != stored && cells[at] != 0)
            at = (at + 1) & mask;
        return at;
    }

    private void Grow()
    {
        var (oldCells, oldCounts) = (cells, counts);
        (cells, counts) = (new ulong[oldCells.Length * 2], new long[oldCells.Length * 2]);
        for (var i = 0; i < oldCells.Length; i++)
        {
            if (oldCells[i] == 0)
                continue;
            var at = Place(oldCells[i]);
            (cells[at], counts[at]) = (oldCells[i], oldCounts[i]);
        }
    }
}
