using System.IO.Compression;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Unpacks gzip and knows whether it was whole. The framework ends without a word where the bytes do, which would lose the last rows of
/// a table; so a part of our own is put behind them, which comes out behind all others only when they are complete.
/// </summary>
internal sealed class GzipStream : ForwardStream
{
    private static readonly byte[] Seal = "that is the end!"u8.ToArray();
    private static readonly byte[] PackedSeal = Packed(Seal);

    private readonly GZipStream unpacked;
    private readonly byte[] held = new byte[(16 << 10) + Seal.Length];
    private int begin;
    private int end;
    private bool ended;

    /// <summary>Unpacks the rest of <paramref name="packed"/>, which stays open.</summary>
    public GzipStream(Stream packed) => unpacked = new(new Sealed(packed), CompressionMode.Decompress);

    public override int Read(Span<byte> buffer)
    {
        // What might be the seal is held back until it is known to be none.
        while (end - begin <= Seal.Length && !ended)
            Fill();
        if (ended && !held.AsSpan(begin, end - begin).EndsWith(Seal))
            throw new InvalidDataException("it is cut off.");
        var ready = Math.Min(end - begin - Seal.Length, buffer.Length);
        held.AsSpan(begin, ready).CopyTo(buffer);
        begin += ready;
        return ready;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Packed(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private void Fill()
    {
        held.AsSpan(begin, end - begin).CopyTo(held);
        (begin, end) = (0, end - begin);
        var read = unpacked.Read(held, end, held.Length - end);
        end += read;
        ended = read == 0;
    }

    /// <summary>The packed bytes and the seal behind them.</summary>
    private sealed class Sealed(Stream packed) : ForwardStream
    {
        private int sealRead = -1;

        public override int Read(Span<byte> buffer)
        {
            if (sealRead < 0)
            {
                var read = packed.Read(buffer);
                if (read > 0 || buffer.IsEmpty)
                    return read;
                sealRead = 0;
            }

            var length = Math.Min(buffer.Length, PackedSeal.Length - sealRead);
            PackedSeal.AsSpan(sealRead, length).CopyTo(buffer);
            sealRead += length;
            return length;
        }
    }
}
