using System.Buffers;

namespace Periplo.Sdmx.Messages;

/// <summary>Bytes on their way to a stream, in one pooled block, so that a row of a million costs copies and nothing else.</summary>
internal sealed class CsvOutput(Stream stream) : IDisposable
{
    private const int BlockSize = 32 << 10;

    private byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int at;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > block.Length - at)
        {
            Flush();
            if (bytes.Length > block.Length)
            {
                // The last byte stays: it may be the separator that the end of the row takes the place of.
                stream.Write(bytes[..^1]);
                bytes = bytes[^1..];
            }
        }

        bytes.CopyTo(block.AsSpan(at));
        at += bytes.Length;
    }

    /// <summary>Adds one byte.</summary>
    public void Add(byte one)
    {
        if (at == block.Length)
            Flush();
        block[at++] = one;
    }

    /// <summary>Makes the separator behind the last field the end of the row.</summary>
    public void EndRow() => block[at - 1] = (byte)'\n';

    /// <summary>Room for a few bytes, to be taken by <see cref="Take"/>.</summary>
    public Span<byte> Room(int length)
    {
        if (length > block.Length - at)
            Flush();
        return block.AsSpan(at);
    }

    /// <summary>Adds what was written into <see cref="Room"/>.</summary>
    public void Take(int length) => at += length;

    /// <summary>Sends what is held.</summary>
    public void Flush()
    {
        if (at > 0)
            stream.Write(block, 0, at);
        at = 0;
    }

    /// <summary>Gives the block back; what was not flushed is lost, since the message broke off.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(block);
        block = [];
    }
}
