using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Periplo.Sources.Crossings;

/// <summary>Keys of persons and documents as numbers.</summary>
internal static class Keys
{
    /// <summary>Set in the key of a person whose key is a text, so that it never equals one that is a number.</summary>
    public const ulong TextBit = 1UL << 63;

    // Any fixed number does; it is part of the layout, since keys of files read at different times must agree.
    private const ulong Seed = 0x50_65_72_69_70_6C_6F_31;
    private const int MostDigits = 19;
    private static readonly byte[] HexDigits = [.. Enumerable.Range(0, 256).Select(letter => unchecked((byte)"0123456789ABCDEF".IndexOf(char.ToUpperInvariant((char)letter), StringComparison.Ordinal)))];

    /// <summary>
    /// Key of a person: a decimal number from 1 to 2^63 - 1 without leading zeros is itself, any other text is hashed to 63
    /// bits with <see cref="TextBit"/> set. Zero, no key, for an empty cell and for the number 0.
    /// </summary>
    public static ulong Person(ReadOnlySpan<byte> cell, Encoding encoding)
    {
        if (cell.Length is > 0 and <= MostDigits && cell[0] is > (byte)'0' and <= (byte)'9' && TryDigits(cell, out var number) && number < TextBit)
            return number;
        cell = cell.Trim(" \t"u8);
        if (cell.IsEmpty || cell is [(byte)'0'])
            return 0;
        return cell[0] is > (byte)'0' and <= (byte)'9' && cell.Length <= MostDigits && TryDigits(cell, out number) && number < TextBit
            ? number
            : Hash(InUtf8(cell, encoding)) | TextBit;
    }

    /// <summary>Key of a document: up to eight hexadecimal digits are that number, any other text is hashed to 32 bits; 0 for an empty cell.</summary>
    public static uint Document(ReadOnlySpan<byte> cell, Encoding encoding)
    {
        if (cell.Length <= 8)
        {
            // Digits and letters come in no order, so a branch between them would be guessed wrong every other time.
            uint number = 0, all = 0;
            foreach (var digit in cell)
            {
                uint value = HexDigits[digit];
                number = number << 4 | (value & 15);
                all |= value;
            }

            if (all < 16)
                return number;
        }

        cell = cell.Trim(" \t"u8);
        return cell.IsEmpty ? 0 : Math.Max(1, (uint)(Hash(InUtf8(cell, encoding)) >> 32));
    }

    /// <summary>The number that at most 19 decimal digits write; false when anything else is among them.</summary>
    public static bool TryDigits(ReadOnlySpan<byte> cell, out ulong number)
    {
        number = 0;
        while (cell.Length >= 8)
        {
            if (!TryEight(BinaryPrimitives.ReadUInt64LittleEndian(cell), out var eight))
                return false;
            number = (number * 100_000_000) + eight;
            cell = cell[8..];
        }

        foreach (var digit in cell)
        {
            var value = (uint)(digit - '0');
            if (value > 9)
                return false;
            number = (number * 10) + value;
        }

        return true;
    }

    /// <summary>Eight digits at once: pairs are put together in three multiplications.</summary>
    private static bool TryEight(ulong digits, out uint number)
    {
        digits -= 0x3030_3030_3030_3030;
        var valid = ((digits | digits + 0x7676_7676_7676_7676) & 0x8080_8080_8080_8080) == 0;
        digits = (digits * 10) + (digits >> 8);
        const ulong Pairs = 0x0000_00FF_0000_00FF;
        number = (uint)((((digits & Pairs) * 0x000F_4240_0000_0064) + ((digits >> 16 & Pairs) * 0x0000_2710_0000_0001)) >> 32);
        return valid;
    }

    // The same text gives the same key whatever the encoding of the file.
    private static ReadOnlySpan<byte> InUtf8(ReadOnlySpan<byte> cell, Encoding encoding) =>
        encoding is UTF8Encoding || !cell.ContainsAnyInRange((byte)0x80, (byte)0xFF) ? cell : Encoding.UTF8.GetBytes(encoding.GetString(cell));

    /// <summary>Mixes eight bytes at a time by the finaliser of splitmix64, a bijection in which every bit of input moves every bit of output.</summary>
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = Mixed(Seed ^ (ulong)text.Length);
        while (text.Length >= 8)
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[8..];
        }

        ulong rest = 0;
        foreach (var one in text)
            rest = rest << 8 | one;
        return Mixed(BitOperations.RotateLeft(hash, 23) ^ rest);
    }

    private static ulong Mixed(ulong z)
    {
        z += 0x9E37_79B9_7F4A_7C15;
        z = (z ^ z >> 30) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ z >> 27) * 0x94D0_49BB_1331_11EB;
        return z ^ z >> 31;
    }
}
