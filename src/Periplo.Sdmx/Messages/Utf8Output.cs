using System.Buffers;
using System.Text;

namespace Periplo.Sdmx.Messages;

/// <summary>Writes XML in UTF-8 through one pooled buffer: markup as bytes, texts escaped, numbers and periods without strings between.</summary>
internal sealed class Utf8Output(Stream stream) : IDisposable
{
    private const int Size = 32 << 10;

    // Characters that stand for themselves in a text and in an attribute within double quotes.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int used;

    /// <summary>Writes markup.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length - used)
        {
            Flush();
            if (bytes.Length > buffer.Length)
            {
                stream.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    /// <summary>Writes markup that is not known before.</summary>
    public void Write(string markup) => Write(Encoding.UTF8.GetBytes(markup));

    /// <summary>Writes a text, escaped for elements and for attributes within double quotes.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            if (plain < 0)
                plain = text.Length;
            for (var begin = 0; begin < plain;)
            {
                if (used == buffer.Length)
                    Flush();
                var length = Math.Min(plain - begin, buffer.Length - used);
                used += Encoding.UTF8.GetBytes(text.Slice(begin, length), buffer.AsSpan(used));
                begin += length;
            }

            if (plain == text.Length)
                return;
            text = text[(plain + WriteSpecial(text[plain..]))..];
        }
    }

    /// <summary>Writes a number so that it reads back as the same, whole ones without exponent. None is <c>NaN</c> (xs:double).</summary>
    public void Write(double number)
    {
        if (buffer.Length - used < NumberText.Longest)
            Flush();
        used += NumberText.Write(number, buffer.AsSpan(used));
    }

    /// <summary>Writes a period.</summary>
    public void Write(TimePeriod period)
    {
        if (buffer.Length - used < TimePeriod.Longest)
            Flush();
        used += period.Format(buffer.AsSpan(used));
    }

    /// <summary>Hands what is written to the stream.</summary>
    public void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    /// <summary>Gives the buffer back; what was not flushed is lost.</summary>
    public void Dispose()
    {
        if (buffer.Length == 0)
            return;
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    /// <summary>Writes the first character of a text, one that does not stand for itself; gives how many units it takes.</summary>
    private int WriteSpecial(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                Write("&amp;"u8);
                return 1;
            case '<':
                Write("&lt;"u8);
                return 1;
            case '>':
                Write("&gt;"u8);
                return 1;
            case '"':
                Write("&quot;"u8);
                return 1;
            // A reader of attributes makes blanks of these where they stand as such (XML 1.0, 3.3.3).
            case '\t':
                Write("&#9;"u8);
                return 1;
            case '\n':
                Write("&#10;"u8);
                return 1;
            case '\r':
                Write("&#13;"u8);
                return 1;
        }

        Rune.DecodeFromUtf16(text, out var rune, out var length);
        // Control characters and the two that are none cannot stand in XML at all (XML 1.0, 2.2).
        if (rune.Value is < ' ' or 0xFFFE or 0xFFFF)
            rune = Rune.ReplacementChar;
        Span<byte> bytes = stackalloc byte[4];
        Write(bytes[..rune.EncodeToUtf8(bytes)]);
        return length;
    }
}
