using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Periplo.Languages;

/// <summary>The form a number is written in.</summary>
public enum NumberForm
{
    /// <summary>All digits, in groups of three: 1,234.5; in French 1 234,5.</summary>
    Plain,

    /// <summary>A percentage; the value is already in hundredths (3.6 is written 3.6 % in Spanish, 3.6% in English, 3,6 % in French).</summary>
    Percent,

    /// <summary>Three significant digits and a word: 10.9 millones, 45.3 mil; 10.9 million, 45.3 thousand; 10,9 millions, but 45 300 in French.</summary>
    Compact,

    /// <summary>As <see cref="Compact"/> with a sign instead of a word, for axes: 20 mil, 5 M, 5,000 M; 20k, 5M, 5bn; 20 k, 5 M, 5 Md.</summary>
    Short,

    /// <summary>A year: no groups.</summary>
    Year,
}

/// <summary>How a number is written: its form and how many decimals it keeps at most.</summary>
/// <param name="Form">The form.</param>
/// <param name="Decimals">Decimals of <see cref="NumberForm.Plain"/> and <see cref="NumberForm.Percent"/>, 0 to 9; the other forms choose theirs.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NumberStyle(NumberForm Form, int Decimals = 0)
{
    /// <summary>Whole numbers in groups of three.</summary>
    public static NumberStyle Whole { get; } = new(NumberForm.Plain);

    /// <summary>Percent with one decimal.</summary>
    public static NumberStyle Percent { get; } = new(NumberForm.Percent, 1);

    /// <summary>Three digits and a word.</summary>
    public static NumberStyle Compact { get; } = new(NumberForm.Compact);

    /// <summary>Three digits and a sign.</summary>
    public static NumberStyle Short { get; } = new(NumberForm.Short);

    /// <summary>A year.</summary>
    public static NumberStyle Year { get; } = new(NumberForm.Year);
}

/// <summary>
/// Numbers as people read them: point for decimals and comma for thousands (the norm of Mexico, Central America and the
/// Caribbean, NOM-008-SCFI, and of English), in French comma and narrow no-break space U+202F; the true minus sign U+2212,
/// and the long scale in Spanish (10⁹ is "mil millones") and French (10¹² is "billion").
/// </summary>
public static class Numbers
{
    /// <summary>Bytes that any number in any form fits in.</summary>
    public const int LongestNumber = 1024;

    /// <summary>Stands where a number is missing.</summary>
    public static Text Missing { get; } = new("s. d.", "n/a", "n. d.");

    /// <summary>Stands where a number is missing for a known reason.</summary>
    public static Text MissingBecause(Text? reason) =>
        reason is null ? Missing : new($"{Missing.Es} ({reason.Es})", $"{Missing.En} ({reason.En})", $"{Missing.Fr} ({reason.Fr})");

    /// <summary>The number in every language.</summary>
    public static Text In(double value, NumberStyle style) =>
        new(Format(value, style, Language.Es), Format(value, style, Language.En), Format(value, style, Language.Fr));

    /// <summary>The number in one language.</summary>
    /// <param name="value">Any number; not finite is written as missing.</param>
    /// <param name="style">The form.</param>
    /// <param name="language">The language.</param>
    public static string Format(double value, NumberStyle style, Language language)
    {
        Span<byte> bytes = stackalloc byte[LongestNumber];
        return Encoding.UTF8.GetString(bytes[..Write(bytes, value, style, language)]);
    }

    /// <summary>Writes the number as UTF-8 without allocating and returns how many bytes it took.</summary>
    /// <param name="to">At least <see cref="LongestNumber"/> bytes.</param>
    /// <param name="value">Any number; not finite is written as missing.</param>
    /// <param name="style">The form.</param>
    /// <param name="language">The language.</param>
    public static int Write(Span<byte> to, double value, NumberStyle style, Language language)
    {
        if (!double.IsFinite(value))
            return Encoding.UTF8.GetBytes(Missing.In(language), to);
        return style.Form switch
        {
            NumberForm.Year => Digits(to, value, 0, language, grouped: false),
            NumberForm.Percent => Percent(to, value, style.Decimals, language),
            NumberForm.Compact => Scaled(to, value, language, signs: false),
            NumberForm.Short => Scaled(to, value, language, signs: true),
            _ => Digits(to, value, style.Decimals, language),
        };
    }

    private static int Percent(Span<byte> to, double value, int decimals, Language language)
    {
        var at = Digits(to, value, decimals, language);
        return at + Put(to[at..], language == Language.En ? "%"u8 : "\u00A0%"u8);
    }

    private static int Scaled(Span<byte> to, double value, Language language, bool signs)
    {
        var size = Math.Abs(value);
        // A number that rounds up to the next step takes that step's word: 999,960 is "1 millón", not "1,000 mil".
        var step = size < 9_999.5 ? 0 : size < 999_500 ? 1 : size < 999.5e6 ? 2 : size < 999.5e9 ? 3 : 4;
        if (step == 0 && signs && size >= 999.5)
            step = 1;
        if (step == 0)
            return Digits(to, value, size == Math.Floor(size) || size >= 100 ? 0 : size >= 10 ? 1 : 2, language, trimmed: true);
        // The sign for 10⁹ in Spanish stays in millions: "mil M" is read by nobody.
        var unit = signs && step == 3 && language == Language.Es ? 1e6 : Math.Pow(1000, step);
        var scaled = value / unit;
        // "53,2 mille" is no French: thousands are written out, as round as the others are.
        if (step == 1 && !signs && language == Language.Fr)
            return Digits(to, Math.Round(scaled, Math.Abs(scaled) < 99.95 ? 1 : 0, MidpointRounding.AwayFromZero) * unit, 0, language);
        var at = Digits(to, scaled, Math.Abs(scaled) < 99.95 ? 1 : 0, language, trimmed: true);
        // In French the plural begins at two: "1,9 million".
        var one = language == Language.Fr ? Math.Abs(scaled) < 1.95 : at == 1 && to[0] == (byte)'1';
        return at + Put(to[at..], signs ? Sign(step, language) : Word(step, one, language));
    }

    private static ReadOnlySpan<byte> Word(int step, bool one, Language language) => (step, language) switch
    {
        (1, Language.Es) => "\u00A0mil"u8,
        (2, Language.Es) => one ? "\u00A0millón"u8 : "\u00A0millones"u8,
        (3, Language.Es) => "\u00A0mil\u00A0millones"u8,
        (_, Language.Es) => one ? "\u00A0billón"u8 : "\u00A0billones"u8,
        (2, Language.Fr) => one ? "\u00A0million"u8 : "\u00A0millions"u8,
        (3, Language.Fr) => one ? "\u00A0milliard"u8 : "\u00A0milliards"u8,
        (_, Language.Fr) => one ? "\u00A0billion"u8 : "\u00A0billions"u8,
        (1, _) => "\u00A0thousand"u8,
        (2, _) => "\u00A0million"u8,
        (3, _) => "\u00A0billion"u8,
        _ => "\u00A0trillion"u8,
    };

    private static ReadOnlySpan<byte> Sign(int step, Language language) => (step, language) switch
    {
        (1, Language.Es) => "\u00A0mil"u8,
        (2 or 3, Language.Es) => "\u00A0M"u8,
        (_, Language.Es) => "\u00A0B"u8,
        (1, Language.Fr) => "\u00A0k"u8,
        (2, Language.Fr) => "\u00A0M"u8,
        (3, Language.Fr) => "\u00A0Md"u8,
        (_, Language.Fr) => "\u00A0B"u8,
        (1, _) => "k"u8,
        (2, _) => "M"u8,
        (3, _) => "bn"u8,
        _ => "tn"u8,
    };

    private static int Digits(Span<byte> to, double value, int decimals, Language language, bool grouped = true, bool trimmed = false)
    {
        Span<char> format = [grouped ? 'N' : 'F', (char)('0' + Math.Clamp(decimals, 0, 9))];
        var at = 0;
        if (value < 0)
        {
            Span<byte> minus = to[..3];
            Put(minus, "\u2212"u8);
            at = 3;
        }

        // Halves go up, as people expect; formatting alone would leave them to the binary form of the number.
        var rounded = Math.Abs(value) < 1e15 ? Math.Round(Math.Abs(value), Math.Clamp(decimals, 0, 9), MidpointRounding.AwayFromZero) : Math.Abs(value);
        rounded.TryFormat(to[at..], out var written, format, CultureInfo.InvariantCulture);
        if (trimmed && decimals > 0)
        {
            while (to[at + written - 1] == (byte)'0')
                written--;
            if (to[at + written - 1] == (byte)'.')
                written--;
        }

        // What rounds to nothing has no sign.
        if (at > 0 && to.Slice(at, written).IndexOfAnyInRange((byte)'1', (byte)'9') < 0)
        {
            to.Slice(at, written).CopyTo(to);
            at = 0;
        }

        return at + (language == Language.Fr ? French(to[at..], written) : written);
    }

    /// <summary>Puts a narrow no-break space where the comma of thousands stood and a comma where the point did; returns the new length.</summary>
    private static int French(Span<byte> digits, int written)
    {
        var length = written + (2 * digits[..written].Count((byte)','));
        var to = length;
        for (var from = written - 1; from >= 0; from--)
        {
            if (digits[from] == (byte)',')
            {
                to -= 3;
                Put(digits[to..], "\u202F"u8);
            }
            else
            {
                digits[--to] = digits[from] == (byte)'.' ? (byte)',' : digits[from];
            }
        }

        return length;
    }

    private static int Put(Span<byte> to, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(to);
        return bytes.Length;
    }
}
