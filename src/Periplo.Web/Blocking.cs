namespace Periplo.Web;

/// <summary>Lets a writer that writes at once write to a response, which takes bytes only by and by. Runs on a thread of its own.</summary>
internal sealed class Blocking(Stream response) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => response.FlushAsync().GetAwaiter().GetResult();

    public override void Write(byte[] buffer, int offset, int count) => response.WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
