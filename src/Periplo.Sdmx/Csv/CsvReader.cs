using System.Buffers;
using System.Text;

namespace Periplo.Sdmx.Csv;

/// <summary>
/// Reads RFC 4180 separated values in UTF-8, record by record, without allocating: a field is a span of bytes that
/// holds until the next <see cref="Read"/>. A byte order mark is skipped, line ends may be LF or CRLF, a quoted field
/// may hold delimiters, doubled quotes and line ends, and empty lines are passed over.
/// </summary>
/// <remarks>Memory: one buffer of 64 KiB that grows to the longest record, at most <see cref="LongestRecord"/>.</remarks>
public sealed class CsvReader
{
    /// <summary>Bytes one record may have at the most.</summary>
    public const int LongestRecord = 16 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stream stream;
    private readonly SearchValues<byte> stops;
    private readonly byte delimiter;
    private byte[] buffer = new byte[64 << 10];
    private int start;
    private int end;
    private bool streamEnded;
    private bool begun;
    private int nextLine = 1;
    private (int Start, int Length)[] fields = new (int, int)[32];

    /// <summary>Reads <paramref name="stream"/> with fields separated by <paramref name="delimiter"/>.</summary>
    public CsvReader(Stream stream, char delimiter = ',')
    {
        this.stream = stream;
        this.delimiter = (byte)delimiter;
        stops = SearchValues.Create(this.delimiter, (byte)'\n', (byte)'\r', (byte)0);
    }

    /// <summary>Fields of the current record.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Line on which the current record begins, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The bytes of a field, quotes taken off.</summary>
    /// <param name="field">Position from 0.</param>
    public ReadOnlySpan<byte> this[int field]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(field, FieldCount);
            return buffer.AsSpan(fields[field].Start, fields[field].Length);
        }
    }

    /// <summary>A field as text.</summary>
    /// <exception cref="CsvFormatException">The bytes are not UTF-8.</exception>
    public string Text(int field)
    {
        try
        {
            return Strict.GetString(this[field]);
        }
        catch (DecoderFallbackException)
        {
            throw new CsvFormatException(CsvFault.NotUtf8, Line, field + 1);
        }
    }

    /// <summary>The current record as texts.</summary>
    public string[] Texts()
    {
        var texts = new string[FieldCount];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text(i);
        return texts;
    }

    /// <summary>Moves to the next record; false at the end.</summary>
    /// <exception cref="CsvFormatException">The form is wrong.</exception>
    public bool Read()
    {
        if (!begun)
            Begin();
        while (true)
        {
            // A record is parsed again from its start when the buffer ends within it: rare, since the buffer holds many.
            if (TryParse(out var consumed, out var lines))
            {
                Line = nextLine;
                start += consumed;
                nextLine += lines;
                if (FieldCount == 1 && fields[0].Length == 0)
                    continue;
                return true;
            }

            if (streamEnded)
                return false;
            Fill();
        }
    }

    private void Begin()
    {
        begun = true;
        Fill();
        var head = buffer.AsSpan(0, end);
        if (head.StartsWith(Encoding.UTF8.Preamble))
            start = 3;
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new CsvFormatException(CsvFault.NotUtf8ByteOrderMark, 1, 1);
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= LongestRecord)
                throw new CsvFormatException(CsvFault.RecordTooLong, nextLine, FieldCount + 1);
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        if (read < buffer.Length - end)
            streamEnded = true;
        end += read;
    }

    /// <summary>Parses one record from <see cref="start"/>; false when the buffer holds no whole one. Only a whole record is changed in the buffer.</summary>
    private bool TryParse(out int consumed, out int lines)
    {
        (consumed, lines) = (0, 0);
        FieldCount = 0;
        if (start == end)
            return false;
        var at = start;
        while (true)
        {
            int length;
            var begin = at;
            if (at < end && buffer[at] == (byte)'"')
            {
                if (!TryQuoted(ref at, ref lines, out length))
                    return false;
                begin++;
            }
            else
            {
                length = buffer.AsSpan(at, end - at).IndexOfAny(stops);
                if (length < 0)
                {
                    if (!streamEnded)
                        return false;
                    length = end - at;
                }

                at += length;
            }

            Add(begin, length);
            if (at == end)
            {
                if (!streamEnded)
                    return false;
                break;
            }

            var stop = buffer[at++];
            if (stop == delimiter)
                continue;
            if (stop == (byte)'\r')
            {
                if (at == end && !streamEnded)
                    return false;
                if (at < end && buffer[at] == (byte)'\n')
                    at++;
            }
            else if (stop == 0)
            {
                throw new CsvFormatException(CsvFault.ZeroByte, nextLine + lines, FieldCount);
            }
            else if (stop != (byte)'\n')
            {
                throw new CsvFormatException(CsvFault.TextAfterQuote, nextLine + lines, FieldCount);
            }

            lines++;
            break;
        }

        for (var i = 0; i < FieldCount; i++)
            Unquote(ref fields[i]);
        consumed = at - start;
        return true;
    }

    /// <summary>Steps over a quoted field, from its opening to behind its closing quote; a negative length marks doubled quotes within.</summary>
    private bool TryQuoted(ref int at, ref int lines, out int length)
    {
        var begin = ++at;
        var doubled = false;
        length = 0;
        while (true)
        {
            var quote = buffer.AsSpan(at, end - at).IndexOfAny((byte)'"', (byte)0);
            if (quote >= 0 && buffer[at + quote] == 0)
                throw new CsvFormatException(CsvFault.ZeroByte, nextLine + lines + buffer.AsSpan(at, quote).Count((byte)'\n'), FieldCount + 1);
            if (quote < 0)
            {
                if (streamEnded)
                    throw new CsvFormatException(CsvFault.UnclosedQuote, nextLine + lines, FieldCount + 1);
                return false;
            }

            lines += buffer.AsSpan(at, quote).Count((byte)'\n');
            at += quote + 1;
            if (at == end && !streamEnded)
                return false;
            if (at == end || buffer[at] != (byte)'"')
                break;
            doubled = true;
            at++;
        }

        length = at - 1 - begin;
        if (doubled)
            length = -length;
        return true;
    }

    private void Unquote(ref (int Start, int Length) field)
    {
        if (field.Length >= 0)
            return;
        var bytes = buffer.AsSpan(field.Start, -field.Length);
        var to = 0;
        for (var from = 0; from < bytes.Length; from++)
        {
            bytes[to++] = bytes[from];
            if (bytes[from] == (byte)'"')
                from++;
        }

        field.Length = to;
    }

    private void Add(int begin, int length)
    {
        if (FieldCount == fields.Length)
            Array.Resize(ref fields, fields.Length * 2);
        fields[FieldCount++] = (begin, length);
    }
}
