using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>
/// A run of sorted observations as bytes, named by the SHA-256 of its uncompressed form, so the name does not depend
/// on the compressor. Columns one after the other: codes, periods, statuses, attributes, source rows, values. Values
/// that are decimal numbers of at most nine places are kept as whole numbers and a power of ten, exactly.
/// </summary>
/// <param name="Hash">SHA-256, hexadecimal, lower case.</param>
/// <param name="Bytes">The compressed form (Brotli).</param>
public sealed record ObservationChunk(string Hash, byte[] Bytes)
{
    /// <summary>Observations a chunk holds at the most.</summary>
    public const int Most = 1 << 16;

    private const int Magic = 0x31484350; // "PCH1"
    private const int MostDecimals = 9;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    /// <summary>Cuts observations into chunks.</summary>
    public static IEnumerable<ObservationChunk> Cut(Observations observations)
    {
        for (var from = 0; from < observations.Count; from += Most)
            yield return Encode(observations, from, Math.Min(observations.Count, from + Most));
    }

    /// <summary>The observations of a chunk.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged: they do not have the hash or the form.</exception>
    public Observations Decode()
    {
        try
        {
            using var inflated = new MemoryStream(Bytes.Length * 4);
            using (var brotli = new BrotliStream(new MemoryStream(Bytes), CompressionMode.Decompress))
                brotli.CopyTo(inflated);
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

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static ObservationChunk Encode(Observations o, int from, int to)
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(to - from);
        writer.Write7BitEncodedInt(o.Codes.Count);
        for (var d = 0; d < o.Codes.Count; d++)
            WriteCodes(writer, o, d, from, to);
        var previous = 0;
        for (var i = from; i < to; i++)
        {
            writer.Write7BitEncodedInt(ZigZag(o.Times[i].Packed - previous));
            previous = o.Times[i].Packed;
        }

        for (var i = from; i < to; i++)
            writer.Write((byte)o.Statuses[i]);
        WriteAttributes(writer, o, from, to);
        previous = 0;
        for (var i = from; i < to; i++)
        {
            writer.Write7BitEncodedInt(ZigZag(o.Rows[i].Packed - previous));
            previous = o.Rows[i].Packed;
        }

        WriteValues(writer, o.Values.AsSpan(from, to - from));
        writer.Flush();
        var bytes = plain.GetBuffer().AsSpan(0, (int)plain.Length);
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, compressed, out var length, quality: 4, window: 22))
            throw new InvalidOperationException("The compressor refused a chunk.");
        return new(HashOf(bytes), compressed[..length]);
    }

    private static void WriteCodes(BinaryWriter writer, Observations o, int dimension, int from, int to)
    {
        var column = o.Positions[dimension];
        var used = new bool[o.Codes[dimension].Length];
        if (column.Length == 0)
            used[0] = true;
        for (var i = from; i < to && column.Length > 0; i++)
            used[column[i]] = true;
        var place = new ushort[used.Length];
        var count = 0;
        for (var c = 0; c < used.Length; c++)
        {
            if (used[c])
                place[c] = (ushort)count++;
        }

        writer.Write7BitEncodedInt(count);
        for (var c = 0; c < used.Length; c++)
        {
            if (used[c])
                writer.Write(o.Codes[dimension][c]);
        }

        if (count <= 1)
            return;
        for (var i = from; i < to; i++)
            writer.Write(place[column[i]]);
    }

    private static void WriteAttributes(BinaryWriter writer, Observations o, int from, int to)
    {
        var place = new Dictionary<ushort, int>();
        for (var i = from; i < to; i++)
            place.TryAdd(o.Attributes[i], place.Count);
        writer.Write7BitEncodedInt(place.Count);
        foreach (var position in place.Keys)
        {
            var set = o.AttributeSets[position];
            writer.Write7BitEncodedInt(set.UnitMultiplier);
            writer.Write(set.DataType ?? "");
            writer.Write(set.Comment ?? "");
        }

        for (var i = from; i < to; i++)
            writer.Write7BitEncodedInt(place[o.Attributes[i]]);
    }

    /// <summary>The fewest decimals that give every value back exactly; -1 when none do.</summary>
    private static int Decimals(ReadOnlySpan<double> values)
    {
        var decimals = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            while (decimals <= MostDecimals && !IsExact(value, decimals))
                decimals++;
            if (decimals > MostDecimals)
                return -1;
        }

        // A longer scale could still lose a large value that a shorter one held.
        foreach (var value in values)
        {
            if (!double.IsNaN(value) && !IsExact(value, decimals))
                return -1;
        }

        return decimals;
    }

    private static bool IsExact(double value, int decimals)
    {
        var scaled = Math.Round(value * PowersOfTen[decimals]);
        return Math.Abs(scaled) < (1L << 53) && scaled / PowersOfTen[decimals] == value && !(value == 0 && double.IsNegative(value));
    }

    private static void WriteValues(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        var decimals = Decimals(values);
        writer.Write((sbyte)decimals);
        foreach (var value in values)
        {
            if (decimals < 0)
                writer.Write(value);
            else if (!double.IsNaN(value))
                writer.Write7BitEncodedInt64(ZigZag((long)Math.Round(value * PowersOfTen[decimals])));
        }
    }

    private static Observations Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new SpanReader(bytes);
        if (reader.Int32() != Magic)
            throw new FormatException("Not a chunk.");
        var count = reader.Int32();
        if (count is < 0 or > Most)
            throw new FormatException("Not a chunk.");
        var codes = new string[reader.Number()][];
        var positions = new ushort[codes.Length][];
        for (var d = 0; d < codes.Length; d++)
        {
            codes[d] = new string[reader.Number()];
            for (var c = 0; c < codes[d].Length; c++)
                codes[d][c] = reader.Text();
            positions[d] = codes[d].Length <= 1 ? [] : new ushort[count];
            for (var i = 0; i < positions[d].Length; i++)
                positions[d][i] = reader.UInt16();
        }

        var times = new TimePeriod[count];
        for (int i = 0, packed = 0; i < count; i++)
            times[i] = TimePeriod.FromPacked(packed += UnZigZag(reader.Number()));
        var statuses = new ObservationStatus[count];
        for (var i = 0; i < count; i++)
            statuses[i] = (ObservationStatus)reader.Byte();
        var sets = new AttributeSet[reader.Number()];
        for (var s = 0; s < sets.Length; s++)
            sets[s] = new(reader.Number(), NullWhenEmpty(reader.Text()), NullWhenEmpty(reader.Text()));
        var attributes = new ushort[count];
        for (var i = 0; i < count; i++)
            attributes[i] = (ushort)reader.Number();
        var rows = new SourceRow[count];
        for (int i = 0, packed = 0; i < count; i++)
            rows[i] = SourceRow.FromPacked(packed += UnZigZag(reader.Number()));
        var values = new double[count];
        var decimals = (sbyte)reader.Byte();
        for (var i = 0; i < count; i++)
        {
            values[i] = decimals < 0 ? reader.Double()
                : statuses[i].IsMissing() ? double.NaN
                : UnZigZag64(reader.Number64()) / PowersOfTen[decimals];
        }

        return new()
        {
            Codes = codes,
            Positions = positions,
            Times = times,
            Values = values,
            Statuses = statuses,
            Attributes = attributes,
            AttributeSets = sets,
            Rows = rows,
        };
    }

    private static string? NullWhenEmpty(string text) => text.Length == 0 ? null : text;

    private static int ZigZag(int number) => (number << 1) ^ (number >> 31);

    private static long ZigZag(long number) => (number << 1) ^ (number >> 63);

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
