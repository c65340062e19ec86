namespace Periplo.Tests.Sdmx.Xml;

/// <summary>Bytes as a network delivers them: a few at a time, forward only.</summary>
internal sealed class NetworkStream(byte[] bytes, int most = 1000) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override long Length => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);

    public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();
}
