using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Periplo.Statistics;

/// <summary>
/// A run of sorted observations as bytes, named by the SHA-256 of its uncompressed form, so the name does not depend
/// on the compressor. Columns one after the other: codes, periods, statuses, attributes, source rows, values. Values
/// that are decimal numbers of at most nine places are kept as whole numbers and a power of ten, exactly.
/// </summary>
/// <param name="Hash">SHA-256, hexadecimal, lower case.</param>
/// <param name="Bytes">The compressed form (Brotli).</param>
public sealed partial record ObservationChunk(string Hash, byte[] Bytes)
{
    /// <summary>Observations a chunk holds at the most.</summary>
    public const int Most = 1 << 16;

    /// <summary>Bytes the uncompressed form may have at the most: far more than observations need, few enough to hold.</summary>
    public const int LongestPlain = 256 << 20;

    private const int Magic = 0x31484350; // "PCH1"
    private const int MostDecimals = 9;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    /// <summary>Cuts observations into chunks.</summary>
    public static IEnumerable<ObservationChunk> Cut(Observations observations)
    {
        for (var from = 0; from < observations.Count; from += Most)
            yield return Encode(observations, from, Math.Min(observations.Count, from + Most));
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
        // Longer, it could not be read back; only footnotes of kilobytes on every figure get there.
        if (plain.Length > LongestPlain)
            throw new InvalidOperationException("The remarks of a chunk are too long.");
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

    private static int ZigZag(int number) => (number << 1) ^ (number >> 31);

    private static long ZigZag(long number) => (number << 1) ^ (number >> 63);
}
