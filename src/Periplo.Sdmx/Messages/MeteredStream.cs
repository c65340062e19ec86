namespace Periplo.Sdmx.Messages;

/// <summary>
/// Counts the bytes that pass between two marks and refuses when there are too many: what stands between them, one tag or one text of
/// an XML message, would be held in memory whole.
/// </summary>
internal sealed class MeteredStream(Stream stream, int most) : Stream
{
    private long passed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Begins to count anew.</summary>
    public void Mark() => passed = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (passed > most)
            throw new SdmxFormatException(DataRules.TooLarge, $"A tag or a text of a message has at most {most >> 20} MiB.", 0);
        var read = stream.Read(buffer);
        passed += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
