using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Periplo.Movements;

namespace Periplo.Storage.Crossings;

/// <summary>What the journal says of a file of crossings.</summary>
/// <param name="Name">File name in the folder <c>parts</c>.</param>
/// <param name="Count">Crossings in it.</param>
/// <param name="First">Moment of the earliest, seconds since 1970.</param>
/// <param name="Last">Moment of the latest.</param>
/// <param name="Sum">Checksum of the checksums of its blocks.</param>
internal sealed record WrittenFile(string Name, long Count, uint First, uint Last, uint Sum);

/// <summary>
/// A file of crossings: a head of 64 bytes, the crossings in 32 bytes each, and the CRC-32C of every block of 65,536 of them.
/// Little endian. Head: magic (8 bytes), version and bytes of a crossing (4 each), count, journal entry (8 each), first and
/// last moment, CRC-32C of the checksums (4 each), id of the folder (16), CRC-32C of the head (4).
/// </summary>
internal static class PartFile
{
    /// <summary>Crossings of a block, which is read and checked as a whole.</summary>
    public const int BlockRecords = 1 << 16;

    /// <summary>Bytes before the first crossing.</summary>
    public const int HeadBytes = 64;

    private const uint Version = 1;

    private static ReadOnlySpan<byte> Magic => "PERICROS"u8;

    /// <summary>Blocks of so many crossings.</summary>
    public static int Blocks(long count) => (int)((count + BlockRecords - 1) / BlockRecords);

    /// <summary>CRC-32C of bytes.</summary>
    public static uint SumOf(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var sum = uint.MaxValue;
        foreach (var word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (var one in bytes[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, one);
        return ~sum;
    }

    /// <summary>The head of a file.</summary>
    public static byte[] Head(WrittenFile file, Guid folder, long entry)
    {
        var head = new byte[HeadBytes];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(12), Crossing.Bytes);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(16), file.Count);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(24), entry);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(32), file.First);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(36), file.Last);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(40), file.Sum);
        folder.TryWriteBytes(head.AsSpan(44));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(60), SumOf(head.AsSpan(0, 60)));
        return head;
    }

    /// <summary>Reads a block and checks it, the head and the checksums. Calls may run beside each other.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">What the journal says of it.</param>
    /// <param name="folder">Id of the folder.</param>
    /// <param name="block">Number of the block, from 0.</param>
    /// <param name="into">Room for <see cref="BlockRecords"/> crossings.</param>
    /// <returns>Crossings read.</returns>
    /// <exception cref="StoreException">The file is missing or is not as it was written.</exception>
    public static int ReadBlock(string path, WrittenFile file, Guid folder, int block, Span<Crossing> into)
    {
        using var handle = Disk.Read(path, () => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        var blocks = Blocks(file.Count);
        Span<byte> head = stackalloc byte[HeadBytes];
        Fill(path, handle, head, 0);
        CheckHead(path, head, file, folder);
        if (Disk.Read(path, () => RandomAccess.GetLength(handle)) != HeadBytes + (file.Count * Crossing.Bytes) + (blocks * sizeof(uint)))
            throw Disk.Damaged(path, "length");
        var sums = new byte[blocks * sizeof(uint)];
        Fill(path, handle, sums, HeadBytes + (file.Count * Crossing.Bytes));
        if (SumOf(sums) != file.Sum)
            throw Disk.Damaged(path, "checksums");
        var count = (int)Math.Min(BlockRecords, file.Count - ((long)block * BlockRecords));
        var bytes = MemoryMarshal.AsBytes(into[..count]);
        Fill(path, handle, bytes, HeadBytes + ((long)block * BlockRecords * Crossing.Bytes));
        if (SumOf(bytes) != BinaryPrimitives.ReadUInt32LittleEndian(sums.AsSpan(block * sizeof(uint))))
            throw Disk.Damaged(path, $"block {block + 1}");
        return count;
    }

    private static void CheckHead(string path, ReadOnlySpan<byte> head, WrittenFile file, Guid folder)
    {
        if (!head[..8].SequenceEqual(Magic))
            throw Disk.Damaged(path, "head");
        if (SumOf(head[..60]) != BinaryPrimitives.ReadUInt32LittleEndian(head[60..]))
            throw Disk.Damaged(path, "head");
        if (new Guid(head.Slice(44, 16)) != folder)
            throw Disk.Damaged(path, "another folder");
        // The entry is told in the name too, so that of two files that changed places neither is taken for the other.
        var expected = Head(file, folder, EntryOf(file.Name));
        if (!head.SequenceEqual(expected))
            throw Disk.Damaged(path, "head");
    }

    /// <summary>The journal entry that made a file of this name; -1 when it is no such name.</summary>
    public static long EntryOf(string name)
    {
        var end = name.AsSpan().IndexOfAny('-', '.');
        return end > 0 && name.EndsWith(Ending, StringComparison.Ordinal) && long.TryParse(name.AsSpan(0, end), System.Globalization.NumberStyles.None, null, out var entry) ? entry : -1;
    }

    /// <summary>Ending of the names of files of crossings.</summary>
    public const string Ending = ".crossings";

    private static void Fill(string path, SafeFileHandle handle, Span<byte> into, long from)
    {
        while (into.Length > 0)
        {
            int read;
            try
            {
                read = RandomAccess.Read(handle, into, from);
            }
            catch (IOException error)
            {
                throw Disk.Damaged(path, error.Message, error);
            }

            if (read == 0)
                throw Disk.Damaged(path, "length");
            into = into[read..];
            from += read;
        }
    }
}
