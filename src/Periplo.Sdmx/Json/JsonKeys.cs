using System.Buffers.Text;

namespace Periplo.Sdmx.Json;

/// <summary>Keys of series and observations: numbers of values with colons between.</summary>
internal static class JsonKeys
{
    /// <summary>Bytes a number and the colon behind it take at the most.</summary>
    public const int LongestNumber = 11;

    /// <summary>Writes a key.</summary>
    public static ReadOnlySpan<byte> Write(int[] numbers, byte[] to)
    {
        var length = 0;
        foreach (var number in numbers)
        {
            if (length > 0)
                to[length++] = (byte)':';
            Utf8Formatter.TryFormat(number, to.AsSpan(length), out var written);
            length += written;
        }

        return to.AsSpan(0, length);
    }

    /// <summary>A hash that tells keys apart, but for one chance in billions.</summary>
    public static ulong Hash(int[] numbers)
    {
        var hash = 14695981039346656037UL;
        foreach (var number in numbers)
        {
            hash = (hash ^ (uint)number) * 1099511628211UL;
            hash ^= hash >> 32;
        }

        return hash;
    }
}
