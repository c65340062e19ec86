namespace Periplo.Movements;

/// <summary>Writes bytes at a place of scratch space.</summary>
public delegate void ScratchWrite(long at, ReadOnlySpan<byte> bytes);

/// <summary>Reads bytes from a place of scratch space; many threads at once.</summary>
public delegate void ScratchRead(long at, Span<byte> bytes);

/// <summary>Space outside memory for what does not fit in it: written from front to back, then read at any place by many threads.</summary>
public sealed class Scratch(ScratchWrite write, ScratchRead read)
{
    private readonly byte[] pending = new byte[1 << 20];
    private int filled;
    private long written;

    /// <summary>Bytes appended.</summary>
    public long Length => written + filled;

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (filled + bytes.Length > pending.Length)
            Flush();
        if (bytes.Length > pending.Length)
        {
            write(written, bytes);
            written += bytes.Length;
            return;
        }

        bytes.CopyTo(pending.AsSpan(filled));
        filled += bytes.Length;
    }

    /// <summary>Hands over what was appended, so that it can be read.</summary>
    public void Flush()
    {
        if (filled == 0)
            return;
        write(written, pending.AsSpan(0, filled));
        written += filled;
        filled = 0;
    }

    /// <summary>Reads bytes that were appended and flushed.</summary>
    public void Read(long at, Span<byte> bytes) => read(at, bytes);
}
