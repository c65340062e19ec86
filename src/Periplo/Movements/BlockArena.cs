using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>Blocks of 4 KiB in native memory, each aligned to its size, given out one after the other and taken back all at once.</summary>
internal sealed unsafe class BlockArena : IDisposable
{
    /// <summary>Bytes of a block, a power of two; a pointer that is a multiple of it stands before a block.</summary>
    public const int BlockBytes = 4096;

    private const int BlocksOfChunk = 1024;
    private readonly List<nint> chunks = [];
    private int[] following = new int[BlocksOfChunk];
    private int used;

    /// <summary>Blocks given out.</summary>
    public int Used => used;

    /// <summary>Takes a new block; its number.</summary>
    public int Take()
    {
        if (used == chunks.Count * BlocksOfChunk)
            chunks.Add((nint)LargePages.Allocate(BlocksOfChunk * BlockBytes));
        if (used == following.Length)
            Array.Resize(ref following, following.Length * 2);
        following[used] = -1;
        return used++;
    }

    /// <summary>Where a block lies.</summary>
    public byte* Address(int block) => (byte*)chunks[block / BlocksOfChunk] + (block % BlocksOfChunk * BlockBytes);

    /// <summary>The block that follows in its chain; -1 for none.</summary>
    public int Following(int block) => following[block];

    /// <summary>Hangs a block behind another.</summary>
    public void Link(int block, int next) => following[block] = next;

    /// <summary>Takes all blocks back; the memory stays for the next ones.</summary>
    public void Reset() => used = 0;

    public void Dispose()
    {
        foreach (var chunk in chunks)
            NativeMemory.AlignedFree((void*)chunk);
        chunks.Clear();
        used = 0;
    }
}
