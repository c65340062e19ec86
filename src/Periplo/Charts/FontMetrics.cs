using System.Globalization;
using System.Text;
using Periplo.Languages;
using Periplo.Sdmx.Csv;
using Periplo.Statistics;

namespace Periplo.Charts;

/// <summary>
/// Measures text from the advance widths of the one font the site brings, so that the server knows where a label ends.
/// Kerning is not counted: it moves a label of 20 letters by less than one unit.
/// </summary>
public sealed class FontMetrics
{
    /// <summary>Width of a glyph that is not in the table, in 1/1000 of the font size: wider than nearly every letter, so that boxes err on the large side.</summary>
    public const int MissingGlyphWidth = 600;

    // The font has no narrow no-break space: browsers take that of another font, about as wide as this one's space.
    private const int NarrowSpace = 0x202F;
    private const int NarrowSpaceWidth = 200;
    private const int Dense = 0x2200;
    private readonly ushort[] regular;
    private readonly ushort[] strong;

    private FontMetrics(ushort[] regular, ushort[] strong)
    {
        this.regular = regular;
        this.strong = strong;
    }

    /// <summary>Every glyph is <see cref="MissingGlyphWidth"/> wide: good enough to draw with when no table is at hand.</summary>
    public static FontMetrics Average { get; } = new(Filled(), Filled());

    /// <summary>Reads a table with the header <c>weight,codepoint,width</c>: weight 400 or 600, code point as a decimal number, width in 1/1000 of the font size.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="table">Comma separated values in UTF-8.</param>
    /// <exception cref="InputException">A line is not three numbers.</exception>
    public static FontMetrics Read(string file, Stream table)
    {
        var reader = new CsvReader(table);
        var (regular, strong) = (Filled(), Filled());
        reader.Read();
        while (reader.Read())
        {
            if (reader.FieldCount != 3 || !Whole(reader[0], out var weight) || !Whole(reader[1], out var point) || !Whole(reader[2], out var width) || width > ushort.MaxValue)
            {
                throw InputException.At(file, reader.Line, null, new Text(
                    "se esperaban tres números: peso, punto de código y anchura en milésimas",
                    "three numbers were expected: weight, code point and width in thousandths",
                    "trois nombres étaient attendus : graisse, point de code et largeur en millièmes"));
            }

            if (point < Dense)
                (weight >= 600 ? strong : regular)[point] = (ushort)width;
        }

        return new(regular, strong);
    }

    /// <summary>Width of <paramref name="text"/> in the units of the figure.</summary>
    public double Width(ReadOnlySpan<char> text, TextSize size)
    {
        var widths = size.IsStrong() ? strong : regular;
        var sum = 0;
        foreach (var c in text)
            sum += c < Dense ? widths[c] : char.IsLowSurrogate(c) ? 0 : MissingGlyphWidth;
        return sum * size.Units() / 1000;
    }

    /// <summary>The widest of all languages: a figure is laid out once for all of them.</summary>
    public double Width(Text text, TextSize size) => Math.Max(Math.Max(Width(text.Es, size), Width(text.En, size)), Width(text.Fr, size));

    /// <summary>The widest of all languages of a number.</summary>
    public double Width(double value, NumberStyle style, TextSize size)
    {
        Span<byte> bytes = stackalloc byte[Numbers.LongestNumber];
        Span<char> chars = stackalloc char[Numbers.LongestNumber];
        var widest = 0.0;
        for (var language = Language.Es; language <= Language.Fr; language++)
            widest = Math.Max(widest, Width(chars[..Encoding.UTF8.GetChars(bytes[..Numbers.Write(bytes, value, style, language)], chars)], size));
        return widest;
    }

    /// <summary>The text itself when it is at most <paramref name="width"/> wide, else its beginning and an ellipsis.</summary>
    public string Fit(string text, double width, TextSize size)
    {
        if (Width(text, size) <= width)
            return text;
        var room = width - Width("…", size);
        var keep = text.Length;
        while (keep > 0 && (Width(text.AsSpan(0, keep), size) > room || char.IsHighSurrogate(text[keep - 1])))
            keep--;
        return string.Concat(text.AsSpan(0, keep).TrimEnd(), "…");
    }

    /// <summary><see cref="Fit(string,double,TextSize)"/> in every language.</summary>
    public Text Fit(Text text, double width, TextSize size)
    {
        if (Width(text, size) <= width)
            return text;
        return new(Fit(text.Es, width, size), Fit(text.En, width, size), Fit(text.Fr, width, size));
    }

    /// <summary>Breaks text at spaces into lines at most <paramref name="width"/> wide; a longer word stands alone and is cut with an ellipsis.</summary>
    public IReadOnlyList<string> Wrap(string text, double width, TextSize size)
    {
        var lines = new List<string>();
        var rest = text.AsSpan().Trim();
        while (rest.Length > 0)
        {
            var end = LineEnd(rest, width, size);
            lines.Add(Fit(rest[..end].TrimEnd().ToString(), width, size));
            rest = rest[end..].TrimStart();
        }

        return lines;
    }

    /// <summary><see cref="Wrap(string,double,TextSize)"/> in every language; where one needs fewer lines its last are empty.</summary>
    public IReadOnlyList<Text> Wrap(Text text, double width, TextSize size)
    {
        if (Width(text, size) <= width)
            return [text];
        var (es, en, fr) = (Wrap(text.Es, width, size), Wrap(text.En, width, size), Wrap(text.Fr, width, size));
        return [.. Enumerable.Range(0, Math.Max(es.Count, Math.Max(en.Count, fr.Count))).Select(line => new Text(At(es, line), At(en, line), At(fr, line)))];

        static string At(IReadOnlyList<string> lines, int line) => line < lines.Count ? lines[line] : "";
    }

    /// <summary>Where the first line of <paramref name="text"/> ends: behind its last word that fits, or behind the first word.</summary>
    private int LineEnd(ReadOnlySpan<char> text, double width, TextSize size)
    {
        var (fits, used, from) = (0, 0.0, 0);
        while (from < text.Length)
        {
            var word = text[from..].TrimStart(' ');
            var space = text.Length - word.Length - from;
            var length = word.IndexOf(' ');
            if (length < 0)
                length = word.Length;
            used += Width(text.Slice(from, space + length), size);
            if (used > width && fits > 0)
                return fits;
            from += space + length;
            fits = from;
        }

        return fits;
    }

    private static bool Whole(ReadOnlySpan<byte> field, out int value) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static ushort[] Filled()
    {
        var widths = new ushort[Dense];
        Array.Fill(widths, (ushort)MissingGlyphWidth);
        widths[NarrowSpace] = NarrowSpaceWidth;
        return widths;
    }
}
