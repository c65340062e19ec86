using System.Buffers;
using System.Text;

namespace Periplo.Sdmx.Messages;

/// <summary>Texts as fields of separated values in UTF-8 (RFC 4180, section 2).</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes a text as a field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">Where to; replaced by a longer one where it does not fit.</param>
    /// <param name="at">Where in it the field begins.</param>
    /// <returns>Where the field ends.</returns>
    public static int Write(ReadOnlySpan<char> text, ref byte[] field, int at)
    {
        // Every character may be a quote to be doubled, or three bytes.
        var most = at + (text.Length * 3) + 2;
        if (field.Length < most)
            Array.Resize(ref field, Math.Max(most, field.Length * 2));
        if (!text.ContainsAny(Quoted))
            return at + Encoding.UTF8.GetBytes(text, field.AsSpan(at));

        field[at++] = (byte)'"';
        while (true)
        {
            var quote = text.IndexOf('"');
            at += Encoding.UTF8.GetBytes(quote < 0 ? text : text[..(quote + 1)], field.AsSpan(at));
            if (quote < 0)
                break;
            field[at++] = (byte)'"';
            text = text[(quote + 1)..];
        }

        field[at++] = (byte)'"';
        return at;
    }
}
