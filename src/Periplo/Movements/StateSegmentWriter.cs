using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Periplo.Movements;

/// <summary>Writes a segment: partitions as they come from several workers, then the counts, the parameters and at last the header.</summary>
internal sealed class StateSegmentWriter(ScratchWrite write, int partitionBits)
{
    private readonly StatePartition[] partitions = new StatePartition[1 << partitionBits];
    private long end = StateHeader.Bytes;

    /// <summary>Writes a partition; many threads at once, each another partition.</summary>
    public void Add(int partition, ReadOnlySpan<DescribedCrossing> records, ReadOnlySpan<StateHistory> histories)
    {
        if (histories.Length == 0)
            return;
        var recordBytes = MemoryMarshal.AsBytes(records);
        var historyBytes = MemoryMarshal.AsBytes(histories);
        var at = Interlocked.Add(ref end, recordBytes.Length + historyBytes.Length) - recordBytes.Length - historyBytes.Length;
        if (recordBytes.Length > 0)
            write(at, recordBytes);
        write(at + recordBytes.Length, historyBytes);
        partitions[partition] = new(at, records.Length, histories.Length, StateSum.Of(recordBytes), StateSum.Of(historyBytes));
    }

    /// <summary>Completes the segment.</summary>
    /// <param name="endDay">End of observation.</param>
    /// <param name="continues">Checksum of the header of the segment it continues, or 0.</param>
    /// <param name="counts">Counts by cell, or differences of them.</param>
    /// <param name="parameters">Parameters as text.</param>
    public void Finish(int endDay, uint continues, CellCounts counts, string parameters)
    {
        var header = new StateHeader
        {
            Magic = StateHeader.Expected,
            PartitionBits = partitionBits,
            EndDay = endDay,
            Continues = continues,
            Records = partitions.Sum(partition => (long)partition.Records),
            Histories = partitions.Sum(partition => (long)partition.Histories),
            PartitionsAt = end,
        };
        var directory = MemoryMarshal.AsBytes<StatePartition>(partitions);
        (header.PartitionSum, header.CellsAt) = (StateSum.Of(directory), end + directory.Length);
        write(end, directory);
        var pairs = Pairs(counts);
        var bytes = MemoryMarshal.AsBytes<ulong>(pairs);
        (header.CellSum, header.Cells, header.ParametersAt) = (StateSum.Of(bytes), pairs.Length / 2, header.CellsAt + bytes.Length);
        write(header.CellsAt, bytes);
        var text = Encoding.UTF8.GetBytes(parameters);
        (header.ParameterSum, header.ParameterBytes) = (StateSum.Of(text), text.Length);
        write(header.ParametersAt, text);
        header.Sum = StateSum.Of(header);
        write(0, MemoryMarshal.AsBytes(new ReadOnlySpan<StateHeader>(in header)));
    }

    private static ulong[] Pairs(CellCounts counts)
    {
        var (cells, numbers) = counts.Sorted();
        var pairs = new ulong[2 * cells.Length];
        for (var i = 0; i < cells.Length; i++)
            (pairs[2 * i], pairs[(2 * i) + 1]) = (cells[i], (ulong)numbers[i]);
        return pairs;
    }
}
