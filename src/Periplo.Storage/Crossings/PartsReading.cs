using Periplo.Movements;

namespace Periplo.Storage.Crossings;

/// <summary>
/// Crossings being read by the engine, told in the read log. Workers take a block each until there are none; the order is
/// nobody's business, as the engine sorts. While it is open nothing is purged.
/// </summary>
internal sealed class PartsReading : IDisposable
{
    private readonly string parts;
    private readonly Guid folder;
    private readonly FileStream shared;
    private readonly List<(WrittenFile File, int FirstBlock)> files = [];
    private readonly int blocks;
    private int next = -1;

    /// <param name="parts">Folder of the files.</param>
    /// <param name="folder">Id of the folder of crossings.</param>
    /// <param name="files">The files.</param>
    /// <param name="shared">The lock that keeps them from being purged.</param>
    public PartsReading(string parts, Guid folder, IEnumerable<WrittenFile> files, FileStream shared)
    {
        (this.parts, this.folder, this.shared) = (parts, folder, shared);
        foreach (var file in files)
        {
            this.files.Add((file, blocks));
            blocks = checked(blocks + PartFile.Blocks(file.Count));
            Count += file.Count;
        }
    }

    /// <summary>Crossings in all.</summary>
    public long Count { get; }

    /// <summary>Room a worker needs.</summary>
    public static int BlockRecords => PartFile.BlockRecords;

    /// <summary>Reads the next block. Workers may call it beside each other.</summary>
    /// <param name="into">Room for <see cref="BlockRecords"/> crossings.</param>
    /// <returns>Crossings read; 0 when there are no more.</returns>
    /// <exception cref="StoreException">A file is missing or damaged.</exception>
    public int Read(Span<Crossing> into)
    {
        var block = Interlocked.Increment(ref next);
        if (block < 0 || block >= blocks)
        {
            Interlocked.Exchange(ref next, blocks);
            return 0;
        }

        var (low, high) = (0, files.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = files[middle].FirstBlock <= block ? (middle, high) : (low, middle - 1);
        }

        var (file, first) = files[low];
        return PartFile.ReadBlock(Path.Combine(parts, file.Name), file, folder, block - first, into);
    }

    public void Dispose() => shared.Dispose();
}
