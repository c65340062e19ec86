using System.Buffers.Text;
using System.Globalization;

namespace Periplo.Sdmx.Messages;

/// <summary>Numbers in the shortest form that reads back as the same number, as xs:double has it.</summary>
internal static class NumberText
{
    /// <summary>Bytes that the longest number takes.</summary>
    public const int Longest = 32;

    // Integers of this size and all below are exact, and so are quotients of them by a power of ten as decimals are read.
    private const double Exact = 1e15;

    /// <summary>Writes a number.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Write(double value, Span<byte> to)
    {
        if (Math.Abs(value) < Exact)
        {
            var whole = (long)value;
            if (whole == value)
            {
                if (whole == 0 && double.IsNegative(value))
                {
                    "-0"u8.CopyTo(to);
                    return 2;
                }

                Utf8Formatter.TryFormat(whole, to, out var digits);
                return digits;
            }

            if (Decimals(value, to) is var length and > 0)
                return length;
        }

        if (double.IsInfinity(value))
        {
            (value > 0 ? "INF"u8 : "-INF"u8).CopyTo(to);
            return value > 0 ? 3 : 4;
        }

        // The shortest form of any other; it always fits.
        value.TryFormat(to, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>
    /// A number of at most four decimals, as most rates are, many times as fast as the general way. Division is correctly rounded, so
    /// where an integer divided by a power of ten gives the number, that decimal is what reads back as it; 0 where none does.
    /// </summary>
    private static int Decimals(double value, Span<byte> to)
    {
        var power = 1L;
        for (var places = 1; places <= 4; places++)
        {
            power *= 10;
            var scaled = Math.Round(value * power);
            if (Math.Abs(scaled) >= Exact)
                return 0;
            if (scaled / power != value)
                continue;
            var at = 0;
            if (scaled < 0)
                to[at++] = (byte)'-';
            var (whole, rest) = Math.DivRem((long)Math.Abs(scaled), power);
            Utf8Formatter.TryFormat(whole, to[at..], out var digits);
            at += digits;
            to[at++] = (byte)'.';
            for (var place = at + places - 1; place >= at; place--)
            {
                to[place] = (byte)('0' + (rest % 10));
                rest /= 10;
            }

            return at + places;
        }

        return 0;
    }
}
