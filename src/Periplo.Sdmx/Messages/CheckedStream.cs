using System.IO.Compression;

namespace Periplo.Sdmx.Messages;

/// <summary>Unpacks a file of an archive and looks at its end whether length and checksum are those the archive gives: the framework does not.</summary>
internal sealed class CheckedStream(ZipArchiveEntry entry) : ForwardStream
{
    // CRC-32 of ISO 3309, as archives have it (PKWARE application note, 4.4.7).
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(OfByte)];

    private readonly Stream unpacked = entry.Open();
    private uint sum = uint.MaxValue;
    private long length;

    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        var current = sum;
        foreach (var one in buffer[..read])
            current = (current >> 8) ^ Table[(byte)(current ^ one)];
        sum = current;
        length += read;
        if (read == 0 && !buffer.IsEmpty && (length != entry.Length || ~sum != entry.Crc32))
            throw new InvalidDataException("the archive is damaged.");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static uint OfByte(int value)
    {
        var bits = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            bits = (bits & 1) == 0 ? bits >> 1 : (bits >> 1) ^ Polynomial;
        return bits;
    }
}
