using System.Security.Cryptography;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>Passes the bytes of a file on and hashes them on the way, so that a file is read once.</summary>
internal sealed class HashingStream(Stream inner, string file) : ForwardStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly long total = inner.CanSeek ? inner.Length : 0;

    /// <summary>Bytes passed on so far.</summary>
    public long Passed { get; private set; }

    /// <summary>Part of the file that was passed on, 0 to 1; 0 when the length is not known.</summary>
    public double Share => total > 0 ? Math.Min(1, (double)Passed / total) : 0;

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (IOException e)
        {
            throw new InputException(file, null, Refusals.CannotRead(e.Message), e);
        }

        hash.AppendData(buffer[..read]);
        Passed += read;
        return read;
    }

    /// <summary>Reads what is left, and says which file it was.</summary>
    public SourceFile Finish(string name)
    {
        var rest = new byte[64 << 10];
        while (Read(rest) > 0)
        {
        }

        return new(name, Convert.ToHexStringLower(hash.GetHashAndReset()), Passed);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A stream that is only read, forward.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public abstract override int Read(Span<byte> buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A stream whose beginning can be looked at before it is read.</summary>
internal sealed class PeekStream : ForwardStream
{
    private readonly Stream rest;
    private readonly byte[] head;
    private int given;

    /// <summary>Looks at up to <paramref name="length"/> bytes of <paramref name="stream"/>.</summary>
    public PeekStream(Stream stream, int length)
    {
        rest = stream;
        var buffer = new byte[length];
        var read = stream.ReadAtLeast(buffer, length, throwOnEndOfStream: false);
        head = buffer[..read];
        Whole = read < length;
    }

    /// <summary>The beginning.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <summary>The beginning, as a stream of its own.</summary>
    public MemoryStream HeadAlone => new(head, writable: false);

    /// <summary>True when the beginning is all there is.</summary>
    public bool Whole { get; }

    public override int Read(Span<byte> buffer)
    {
        if (given == head.Length)
            return rest.Read(buffer);
        var count = Math.Min(buffer.Length, head.Length - given);
        head.AsSpan(given, count).CopyTo(buffer);
        given += count;
        return count;
    }
}
