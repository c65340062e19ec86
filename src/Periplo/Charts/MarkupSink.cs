using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Periplo.Charts;

/// <summary>Writes markup as UTF-8 straight into a buffer writer. What is data goes through <see cref="Escaped"/>, everything else is constant.</summary>
internal ref struct MarkupSink(IBufferWriter<byte> output)
{
    private const int Block = 4096;

    // Everything that cannot stand as it is in an attribute or in text: markup, control characters, halves of pairs, non-characters.
    private static readonly SearchValues<char> Special = SearchValues.Create(Specials());

    private Span<byte> span = output.GetSpan(Block);
    private int used;

    /// <summary>Constant markup.</summary>
    public void Raw(scoped ReadOnlySpan<byte> markup)
    {
        if (markup.Length > span.Length - used)
            Grow(markup.Length);
        markup.CopyTo(span[used..]);
        used += markup.Length;
    }

    /// <summary>Constant markup of ASCII letters: classes and ids.</summary>
    public void Ascii(string name)
    {
        Need(name.Length);
        Encoding.ASCII.GetBytes(name, span[used..]);
        used += name.Length;
    }

    /// <summary>Data, for text and for attributes in double quotes. What XML 1.0 has no place for becomes U+FFFD.</summary>
    public void Escaped(string text)
    {
        var rest = text.AsSpan();
        while (true)
        {
            var stop = rest.IndexOfAny(Special);
            var plain = stop < 0 ? rest : rest[..stop];
            Need(plain.Length * 3);
            used += Encoding.UTF8.GetBytes(plain, span[used..]);
            if (stop < 0)
                return;
            var taken = 1;
            if (char.IsSurrogate(rest[stop]) && Rune.DecodeFromUtf16(rest[stop..], out var rune, out taken) == OperationStatus.Done)
            {
                Need(4);
                used += rune.EncodeToUtf8(span[used..]);
            }
            else
            {
                Raw(Entity(rest[stop]));
            }

            rest = rest[(stop + taken)..];
        }
    }

    /// <summary>A coordinate with at most one decimal.</summary>
    /// <exception cref="ArithmeticException">It is not a number: a chart computed it wrongly.</exception>
    public void Coordinate(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > 1e8)
            throw new ArithmeticException("A mark has a coordinate that is not a number.");
        var tenths = (long)Math.Round(value * 10, MidpointRounding.AwayFromZero);
        Need(24);
        if (tenths < 0)
        {
            span[used++] = (byte)'-';
            tenths = -tenths;
        }

        Utf8Formatter.TryFormat(tenths / 10, span[used..], out var written);
        used += written;
        if (tenths % 10 is var decimals and not 0)
        {
            span[used++] = (byte)'.';
            span[used++] = (byte)('0' + decimals);
        }
    }

    /// <summary>A number for people.</summary>
    public void Number(double value, Languages.NumberStyle style, Languages.Language language)
    {
        Need(Languages.Numbers.LongestNumber);
        used += Languages.Numbers.Write(span[used..], value, style, language);
    }

    /// <summary>Hands everything to the buffer writer; nothing is written after.</summary>
    public void Flush()
    {
        output.Advance(used);
        used = 0;
        span = [];
    }

    private void Need(int bytes)
    {
        if (bytes > span.Length - used)
            Grow(bytes);
    }

    private void Grow(int bytes)
    {
        output.Advance(used);
        span = output.GetSpan(Math.Max(bytes, Block));
        used = 0;
    }

    private static ReadOnlySpan<byte> Entity(char c) => c switch
    {
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '&' => "&amp;"u8,
        '"' => "&quot;"u8,
        '\'' => "&#39;"u8,
        '\t' => "&#9;"u8,
        '\n' => "&#10;"u8,
        '\r' => "&#13;"u8,
        _ => "\uFFFD"u8,
    };

    private static string Specials()
    {
        var all = new StringBuilder("<>&\"'\uFFFE\uFFFF");
        for (var c = '\0'; c < ' '; c++)
            all.Append(c);
        // C1 controls are allowed by XML but shown by nobody; DEL likewise.
        for (var c = '\u007F'; c < '\u00A0'; c++)
            all.Append(c);
        for (var c = 0xD800; c <= 0xDFFF; c++)
            all.Append((char)c);
        return all.ToString();
    }
}
