using System.Buffers;

namespace Periplo.Web.Sdmx;

/// <summary>
/// Where writers put an answer. A short one is held and sent whole with its length; a long one goes out while it is written, so that its
/// first byte leaves before its last row is read, and memory stays flat. The writer's thread waits while the client is slow, and is
/// stopped when the client is gone.
/// </summary>
internal sealed class AnswerBody(HttpContext context, AnswerEncoding encoding, int most) : Stream
{
    /// <summary>Bytes held of an answer that is made row by row.</summary>
    public const int Short = 64 << 10;

    private byte[] held = ArrayPool<byte>.Shared.Rent(Short);
    private int length;
    private Stream? sink;

    /// <summary>Whether the answer is on its way.</summary>
    public bool HasBegun => sink is not null;

    /// <summary>The whole answer, as long as it is held.</summary>
    public ReadOnlySpan<byte> Held => held.AsSpan(0, length);

    /// <summary>The same.</summary>
    public ReadOnlyMemory<byte> Memory => held.AsMemory(0, length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (sink is null)
        {
            if (buffer.Length <= most - length)
            {
                if (buffer.Length > held.Length - length)
                    Grow(length + buffer.Length);
                buffer.CopyTo(held.AsSpan(length));
                length += buffer.Length;
                return;
            }

            Begin();
        }

        sink!.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Ends an answer that is on its way.</summary>
    public void End()
    {
        if (encoding.Name is not null)
            sink!.Dispose();
    }

    public override void Flush()
    {
        // What is held waits for its end; what is on its way leaves by itself.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && held.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(held);
            held = [];
        }

        base.Dispose(disposing);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, held.Length * 2));
        Held.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(held);
        held = larger;
    }

    private void Begin()
    {
        if (encoding.Name is not null)
            context.Response.Headers.ContentEncoding = encoding.Name;
        sink = encoding.Wrap(new Wire(context));
        sink.Write(held, 0, length);
        length = 0;
    }

    /// <summary>The connection.</summary>
    private sealed class Wire(HttpContext context) : Stream
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

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            var pipe = context.Response.BodyWriter;
            pipe.Write(buffer);
            var flush = pipe.FlushAsync(context.RequestAborted);
            var result = flush.IsCompletedSuccessfully ? flush.Result : flush.AsTask().GetAwaiter().GetResult();
            if (result.IsCompleted || result.IsCanceled)
                throw new OperationCanceledException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
