using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>A history of a segment, 24 bytes.</summary>
/// <param name="Key">Its key.</param>
/// <param name="First">Its first record among those of the partition in this segment.</param>
/// <param name="Count">Its records in this segment.</param>
/// <param name="Kept">Its records in the segment before that stay valid; those here follow them. Zero in the first segment.</param>
/// <param name="Due">End of observation from which it must be judged again without a new crossing (<see cref="History.Due"/>).</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct StateHistory(ulong Key, uint First, uint Count, uint Kept, uint Due);

/// <summary>Where the records of a partition lie; its histories follow them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct StatePartition(long At, int Records, int Histories, uint RecordSum, uint HistorySum);

/// <summary>How a segment begins: little endian, 128 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = Bytes)]
internal struct StateHeader
{
    public const int Bytes = 128;
    public const ulong Expected = 0x3145_5441_5453_5050; // PPSTATE1

    public ulong Magic;
    public int PartitionBits;
    public int EndDay;

    /// <summary>Checksum of the header of the segment whose histories this one continues; 0 in the first.</summary>
    public uint Continues;

    public uint PartitionSum;
    public uint CellSum;
    public uint ParameterSum;
    public long Records;
    public long Histories;
    public long PartitionsAt;
    public long CellsAt;
    public int Cells;
    public int ParameterBytes;
    public long ParametersAt;
    public uint Sum;
}

/// <summary>
/// A part of a state: records by partition with what they turned out to be, person after person; the histories; and counts by
/// cell. The first holds all; a second holds what appends have changed since: the ends of histories and differences of cells.
/// </summary>
internal sealed class StateSegment
{
    private readonly StateImage image;
    private readonly StatePartition[] partitions;

    /// <summary>Opens a segment and checks all of it but its partitions and cells, which are checked when they are read.</summary>
    /// <exception cref="StatisticsException">It is cut or damaged.</exception>
    public StateSegment(StateImage image)
    {
        this.image = image;
        Demand(image.Length >= StateHeader.Bytes, "header");
        Header = MemoryMarshal.Read<StateHeader>(image.Bytes(0, StateHeader.Bytes));
        Demand(Header.Magic == StateHeader.Expected && StateSum.Of(Header) == Header.Sum, "header");
        Demand(Header.PartitionBits is >= PersonHash.LeastPartitionBits and <= 20, "header");
        partitions = MemoryMarshal.Cast<byte, StatePartition>(Section(Header.PartitionsAt, (long)Unsafe.SizeOf<StatePartition>() << Header.PartitionBits, Header.PartitionSum, "partitions")).ToArray();
        Parameters = Encoding.UTF8.GetString(Section(Header.ParametersAt, Header.ParameterBytes, Header.ParameterSum, "parameters"));
        Demand(Header.Cells >= 0 && Header.CellsAt >= 0 && Header.CellsAt <= image.Length - (Header.Cells * 16L), "cells");
        foreach (var partition in partitions)
            Demand(partition is { At: >= 0, Records: >= 0, Histories: >= 0 } && partition.At + PartitionBytes(partition) <= image.Length, "partitions");
    }

    /// <summary>Its header.</summary>
    public StateHeader Header { get; }

    /// <summary>The parameters it was made under.</summary>
    public string Parameters { get; }

    private ReadOnlySpan<ulong> Cells => MemoryMarshal.Cast<byte, ulong>(Section(Header.CellsAt, Header.Cells * 16L, Header.CellSum, "cells"));

    /// <summary>Records of a partition.</summary>
    public ReadOnlySpan<DescribedCrossing> Records(int partition, bool check)
    {
        ref readonly var here = ref partitions[partition];
        if (here.Records == 0)
            return [];
        var bytes = image.Bytes(here.At, here.Records * Unsafe.SizeOf<DescribedCrossing>());
        Demand(!check || StateSum.Of(bytes) == here.RecordSum, "records");
        return MemoryMarshal.Cast<byte, DescribedCrossing>(bytes);
    }

    /// <summary>Histories of a partition in the order of their keys, checked.</summary>
    public ReadOnlySpan<StateHistory> Histories(int partition)
    {
        ref readonly var here = ref partitions[partition];
        if (here.Histories == 0)
            return [];
        var bytes = image.Bytes(here.At + ((long)here.Records * Unsafe.SizeOf<DescribedCrossing>()), here.Histories * Unsafe.SizeOf<StateHistory>());
        Demand(StateSum.Of(bytes) == here.HistorySum, "histories");
        return MemoryMarshal.Cast<byte, StateHistory>(bytes);
    }

    /// <summary>Adds its counts.</summary>
    public void AddCells(CellCounts to)
    {
        var pairs = Cells;
        for (var at = 0; at < pairs.Length; at += 2)
            to.Add(new MovementCell(pairs[at]), (long)pairs[at + 1]);
    }

    private static long PartitionBytes(in StatePartition partition) =>
        ((long)partition.Records * Unsafe.SizeOf<DescribedCrossing>()) + ((long)partition.Histories * Unsafe.SizeOf<StateHistory>());

    private ReadOnlySpan<byte> Section(long at, long count, uint sum, string what)
    {
        Demand(at >= 0 && count is >= 0 and <= int.MaxValue && at <= image.Length - count, what);
        var bytes = image.Bytes(at, (int)count);
        Demand(StateSum.Of(bytes) == sum, what);
        return bytes;
    }

    private static void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new StatisticsException(new Text(
                $"El estado guardado está dañado ({what}): hay que hacerlo de nuevo a partir de los cruces.",
                $"The stored state is damaged ({what}): it must be made anew from the crossings.",
                $"L’état conservé est endommagé ({what}) : il faut le refaire à partir des passages."));
        }
    }
}

/// <summary>CRC-32C of parts of a state.</summary>
internal static class StateSum
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = ~0u;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, rest);
        return ~sum;
    }

    /// <summary>Of a header without its own sum.</summary>
    public static uint Of(StateHeader header)
    {
        header.Sum = 0;
        return Of(MemoryMarshal.AsBytes(new ReadOnlySpan<StateHeader>(in header)));
    }
}
