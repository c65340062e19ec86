using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <content>Reading: nothing is believed that the bytes do not bear out, since a backup may come from anywhere.</content>
public sealed partial record ObservationChunk
{
    private const int MostDimensions = 64;
    private const int LargestMultiplier = 15;

    /// <summary>The observations of a chunk.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged: they do not have the hash or the form.</exception>
    public Observations Decode()
    {
        try
        {
            using var inflated = Inflate();
            var plain = inflated.GetBuffer().AsSpan(0, (int)inflated.Length);
            if (HashOf(plain) != Hash)
                throw new InvalidDataException($"Chunk {Hash} is damaged: its bytes have another hash.");
            return Decode(plain);
        }
        catch (Exception error) when (error is InvalidOperationException or IndexOutOfRangeException or ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"Chunk {Hash} is damaged.", error);
        }
    }

    private MemoryStream Inflate()
    {
        var inflated = new MemoryStream(Math.Min(Bytes.Length * 4, 1 << 20));
        using var brotli = new BrotliStream(new MemoryStream(Bytes), CompressionMode.Decompress);
        var piece = ArrayPool<byte>.Shared.Rent(1 << 16);
        for (int read; (read = brotli.Read(piece)) > 0;)
        {
            if (inflated.Length + read > LongestPlain)
                throw new InvalidDataException($"Chunk {Hash} is damaged: it is too long.");
            inflated.Write(piece, 0, read);
        }

        ArrayPool<byte>.Shared.Return(piece);
        return inflated;
    }

    private static Observations Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new SpanReader(bytes);
        if (reader.Int32() != Magic)
            throw new FormatException("Not a chunk.");
        var count = reader.Int32();
        if (count is < 1 or > Most)
            throw new FormatException("Not a chunk.");
        var codes = new string[reader.Number(1, MostDimensions)][];
        var positions = new ushort[codes.Length][];
        for (var d = 0; d < codes.Length; d++)
            (codes[d], positions[d]) = ReadCodes(ref reader, count);
        var times = new TimePeriod[count];
        for (int i = 0, packed = 0; i < count; i++)
            times[i] = TimePeriod.FromPacked(packed += UnZigZag(reader.Number()));
        var statuses = new ObservationStatus[count];
        for (var i = 0; i < count; i++)
            statuses[i] = ReadStatus(ref reader);
        var sets = new AttributeSet[reader.Number(1, count)];
        for (var s = 0; s < sets.Length; s++)
            sets[s] = new(reader.Number(-LargestMultiplier, LargestMultiplier), NullWhenEmpty(reader.Text()), NullWhenEmpty(reader.Text()));
        var attributes = new ushort[count];
        for (var i = 0; i < count; i++)
            attributes[i] = (ushort)reader.Number(0, sets.Length - 1);
        var rows = new SourceRow[count];
        for (int i = 0, packed = 0; i < count; i++)
            rows[i] = SourceRow.FromPacked(packed += UnZigZag(reader.Number()));
        return new()
        {
            Codes = codes,
            Positions = positions,
            Times = times,
            Values = ReadValues(ref reader, statuses),
            Statuses = statuses,
            Attributes = attributes,
            AttributeSets = sets,
            Rows = rows,
        };
    }

    private static (string[] Codes, ushort[] Positions) ReadCodes(ref SpanReader reader, int count)
    {
        var codes = new string[reader.Number(1, count)];
        for (var c = 0; c < codes.Length; c++)
            codes[c] = reader.Text();
        if (codes.Length == 1)
            return (codes, []);
        var positions = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            positions[i] = reader.UInt16();
            if (positions[i] >= codes.Length)
                throw new FormatException("A code in the chunk does not exist.");
        }

        return (codes, positions);
    }

    private static ObservationStatus ReadStatus(ref SpanReader reader)
    {
        var status = (ObservationStatus)reader.Byte();
        return ObservationStatuses.TryParse([(byte)status], out _) ? status : throw new FormatException("A status in the chunk does not exist.");
    }

    private static double[] ReadValues(ref SpanReader reader, ObservationStatus[] statuses)
    {
        var values = new double[statuses.Length];
        var decimals = (sbyte)reader.Byte();
        for (var i = 0; i < values.Length; i++)
        {
            var missing = statuses[i].IsMissing();
            values[i] = decimals < 0 ? reader.Double()
                : missing ? double.NaN
                : UnZigZag64(reader.Number64()) / PowersOfTen[decimals];
            if (double.IsInfinity(values[i]) || double.IsNaN(values[i]) != missing)
                throw new FormatException("A value in the chunk belies its status.");
        }

        return values;
    }

    private static string? NullWhenEmpty(string text) => text.Length == 0 ? null : text;

    private static int UnZigZag(int coded) => (int)((uint)coded >> 1) ^ -(coded & 1);

    private static long UnZigZag64(long coded) => (long)((ulong)coded >> 1) ^ -(coded & 1);

    private ref struct SpanReader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> rest = bytes;

        public byte Byte()
        {
            var first = rest[0];
            rest = rest[1..];
            return first;
        }

        public ushort UInt16()
        {
            var number = BinaryPrimitives.ReadUInt16LittleEndian(rest);
            rest = rest[2..];
            return number;
        }

        public int Int32()
        {
            var number = BinaryPrimitives.ReadInt32LittleEndian(rest);
            rest = rest[4..];
            return number;
        }

        public double Double()
        {
            var number = BinaryPrimitives.ReadDoubleLittleEndian(rest);
            rest = rest[8..];
            return number;
        }

        public int Number() => unchecked((int)Number64());

        public int Number(int least, int most)
        {
            var number = Number();
            return number >= least && number <= most ? number : throw new FormatException("A number in the chunk is out of bounds.");
        }

        public long Number64()
        {
            long number = 0;
            for (var shift = 0; shift < 70; shift += 7)
            {
                var next = Byte();
                number |= (long)(next & 0x7F) << shift;
                if (next < 0x80)
                    return number;
            }

            throw new FormatException("A number in the chunk has no end.");
        }

        public string Text()
        {
            var length = Number();
            var text = Encoding.UTF8.GetString(rest[..length]);
            rest = rest[length..];
            return text;
        }
    }
}
