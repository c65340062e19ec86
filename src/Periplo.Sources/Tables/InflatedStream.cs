using System.Buffers.Binary;
using System.IO.Compression;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>
/// The content of a gzip file, with every fault of it turned into a message and a bound on what it may grow to: at
/// most <see cref="Most"/> bytes (a reader that holds nothing may allow more), and not more than <see cref="MostRatio"/> times its packed size once it is beyond
/// <see cref="Free"/>. The tables of the UN agencies pack about 10 times.
/// </summary>
internal sealed class InflatedStream(Stream packed, Func<long> packedBytes, string file, long most = InflatedStream.Most) : ForwardStream
{
    public const long Most = 2L << 30;
    public const int MostRatio = 250;
    public const long Free = 32 << 20;

    private readonly TailStream tail = new(packed);
    private GZipStream? inflater;
    private long inflated;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            inflater ??= new(tail, CompressionMode.Decompress);
            var read = inflater.Read(buffer);
            inflated += read;
            if (inflated > most || (inflated > Free && inflated > MostRatio * packedBytes()))
                throw new InputException(file, null, Refusals.InflatesTooFar);

            // .NET's decompressor takes an early end of the file for the end of the content. The last four bytes of a whole
            // file say its length (RFC 1952); a file of several members fails this too, and the message names both.
            if (read == 0 && buffer.Length > 0 && !tail.EndsWithLength((uint)inflated))
                throw new InputException(file, null, Refusals.GzipTruncated);
            return read;
        }
        catch (InvalidDataException e)
        {
            throw new InputException(file, null, Refusals.GzipDamaged, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflater?.Dispose();
            tail.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Remembers the last four bytes that passed.</summary>
    private sealed class TailStream(Stream inner) : ForwardStream
    {
        private readonly byte[] last = new byte[4];
        private long passed;

        public bool EndsWithLength(uint length) => passed >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(last) == length;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            var bytes = buffer[..read];
            for (var i = Math.Max(0, read - 4); i < read; i++)
            {
                last.AsSpan(1).CopyTo(last);
                last[3] = bytes[i];
            }

            passed += read;
            return read;
        }
    }
}
