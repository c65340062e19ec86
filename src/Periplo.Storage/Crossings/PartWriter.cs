using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Periplo.Movements;

namespace Periplo.Storage.Crossings;

/// <summary>Writes a file of crossings beside its place; it gets its name when it is whole and on the disk.</summary>
internal sealed class PartWriter : IDisposable
{
    private readonly string path;
    private readonly Guid folder;
    private readonly long entry;
    private readonly FileStream stream;
    private readonly Crossing[] block = GC.AllocateUninitializedArray<Crossing>(PartFile.BlockRecords);
    private readonly List<uint> sums = [];
    private int filled;
    private long count;
    private uint first = uint.MaxValue;
    private uint last;
    private bool whole;

    /// <param name="path">Its place at the end.</param>
    /// <param name="folder">Id of the folder.</param>
    /// <param name="entry">Number of the journal entry that will name it.</param>
    public PartWriter(string path, Guid folder, long entry)
    {
        (this.path, this.folder, this.entry) = (path, folder, entry);
        stream = Disk.Write(Beside, () =>
        {
            var made = Disk.Create(Beside);
            made.Write(new byte[PartFile.HeadBytes]);
            return made;
        });
    }

    private string Beside => path + ".tmp";

    /// <summary>Adds crossings, from one thread at a time.</summary>
    public void Add(ReadOnlySpan<Crossing> crossings)
    {
        while (crossings.Length > 0)
        {
            var taken = Math.Min(crossings.Length, block.Length - filled);
            crossings[..taken].CopyTo(block.AsSpan(filled));
            foreach (ref readonly var crossing in crossings[..taken])
            {
                first = Math.Min(first, crossing.Time);
                last = Math.Max(last, crossing.Time);
            }

            crossings = crossings[taken..];
            filled += taken;
            if (filled == block.Length)
                WriteBlock();
        }
    }

    /// <summary>Puts the file on the disk and in its place.</summary>
    /// <returns>What the journal is to say of it; null when nothing was added, and then there is no file.</returns>
    public WrittenFile? Finish()
    {
        if (filled > 0)
            WriteBlock();
        if (count == 0)
            return null;
        var bytes = new byte[sums.Count * sizeof(uint)];
        for (var i = 0; i < sums.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), sums[i]);
        var written = new WrittenFile(Path.GetFileName(path), count, first, last, PartFile.SumOf(bytes));
        Disk.Write(path, () =>
        {
            stream.Write(bytes);
            stream.Position = 0;
            stream.Write(PartFile.Head(written, folder, entry));
            stream.Flush(flushToDisk: true);
            stream.Dispose();
            File.Move(Beside, path, overwrite: true);
            whole = true;
            Disk.SyncFolder(Path.GetDirectoryName(path)!);
        });
        return written;
    }

    public void Dispose()
    {
        stream.Dispose();
        if (!whole)
            File.Delete(Beside);
    }

    private void WriteBlock()
    {
        sums.Add(PartFile.SumOf(MemoryMarshal.AsBytes(block.AsSpan(0, filled))));
        Disk.Write(Beside, () => stream.Write(MemoryMarshal.AsBytes(block.AsSpan(0, filled))));
        count += filled;
        filled = 0;
    }
}
