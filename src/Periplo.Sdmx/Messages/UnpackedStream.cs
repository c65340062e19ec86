namespace Periplo.Sdmx.Messages;

/// <summary>What a packed message unpacks to: read forward, and again from its beginning; at most so many bytes, and faults of packing as faults of the message.</summary>
/// <param name="open">Begins to unpack.</param>
/// <param name="packed">What is closed with this stream.</param>
/// <param name="most">Bytes it may have.</param>
/// <param name="leaveOpen">Whether <paramref name="packed"/> stays open all the same.</param>
internal sealed class UnpackedStream(Func<Stream> open, IDisposable packed, long most, bool leaveOpen = false) : Stream
{
    private Stream? current;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set
        {
            if (value < position)
            {
                current?.Dispose();
                (current, position) = (null, 0);
            }

            Span<byte> passed = stackalloc byte[1024];
            while (position < value && Read(passed[..(int)Math.Min(passed.Length, value - position)]) > 0)
            {
                // Passed over.
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = (current ??= open()).Read(buffer);
            position += read;
            if (position > most)
                throw new SdmxFormatException(DataRules.TooLarge, $"The message unpacks to more than {most} bytes, {Packed.MostTimes} times its packed size.", 0);
            return read;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new SdmxFormatException(DataRules.NotZip, $"The message cannot be unpacked: {error.Message}", 0);
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => origin switch
    {
        SeekOrigin.Begin => Position = offset,
        SeekOrigin.Current => Position += offset,
        _ => throw new NotSupportedException(),
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            current?.Dispose();
            if (!leaveOpen)
                packed.Dispose();
        }

        base.Dispose(disposing);
    }
}
