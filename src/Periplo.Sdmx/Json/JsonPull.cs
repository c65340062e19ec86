using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Json;

/// <summary>
/// Reads JSON (RFC 8259, UTF-8) from a stream token by token. Memory: one buffer that grows to the longest token, at most
/// <see cref="LongestToken"/>. What is no JSON, is too deep or too long ends in a <see cref="SdmxFormatException"/>.
/// </summary>
internal sealed class JsonPull
{
    /// <summary>Bytes one text or number may have at the most.</summary>
    public const int LongestToken = 16 << 20;

    /// <summary>How deep objects and lists may stand in each other.</summary>
    public const int Deepest = 64;

    private const int LargestRead = 64 << 10;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonReaderOptions Options = new() { MaxDepth = Deepest + 1 };

    private readonly Stream stream;
    private readonly JsonNames names = new();
    private byte[] buffer;
    private long bufferOffset;
    private int start;
    private int end;
    private bool streamEnded;
    private JsonReaderState state;
    private int tokenStart;
    private int valueStart;
    private int valueLength;
    private int firstRead = LargestRead;
    private bool escaped;
    private int firstLine = 1;
    private int firstColumn = 1;
    private int line = 1;
    private long lineOffset;
    private int counted;

    /// <summary>Reads the whole of a stream from where it stands.</summary>
    public JsonPull(Stream stream)
    {
        this.stream = stream;
        buffer = new byte[LargestRead];
        bufferOffset = stream.CanSeek ? stream.Position : 0;
        lineOffset = bufferOffset;
        state = new(Options);
        SkipByteOrderMark();
    }

    /// <summary>Reads one value of a stream that can be positioned; others may read the stream between two tokens.</summary>
    public JsonPull(Stream stream, JsonPlace place)
    {
        this.stream = stream;
        buffer = [];
        GoTo(place);
    }

    /// <summary>Kind of the current token.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>Objects and lists the current token stands in; the ends of one count as outside of it.</summary>
    public int Depth { get; private set; }

    /// <summary>Bytes of the current text, name or number, as they stand in the stream.</summary>
    public ReadOnlySpan<byte> Value => buffer.AsSpan(valueStart, valueLength);

    /// <summary>True when <see cref="Value"/> is not what it means because letters in it are escaped.</summary>
    public bool IsEscaped => escaped;

    /// <summary>Line of the current token from 1.</summary>
    public int Line
    {
        get
        {
            CountLines(tokenStart);
            return line;
        }
    }

    /// <summary>Column of the current token from 1, in bytes.</summary>
    public int Column
    {
        get
        {
            CountLines(tokenStart);
            return (int)Math.Min(int.MaxValue, bufferOffset + tokenStart - lineOffset + 1);
        }
    }

    /// <summary>Where the current token stands.</summary>
    public JsonPlace Place => new(bufferOffset + tokenStart, 0, Line, Column);

    /// <summary>Bytes of the stream before the end of the current token.</summary>
    public long Position => bufferOffset + start;

    /// <summary>Begins again at another value of the same stream.</summary>
    public void GoTo(JsonPlace place)
    {
        (bufferOffset, start, end, streamEnded, counted) = (place.Offset, 0, 0, false, 0);
        (firstLine, firstColumn, line, lineOffset) = (place.Line, place.Column, place.Line, place.Offset - place.Column + 1);
        state = new(Options);
        Token = JsonTokenType.None;

        // Many values are short: no more is fetched than they have.
        firstRead = (int)Math.Clamp(place.Length == 0 ? LargestRead : place.Length, 64, LargestRead);
        if (buffer.Length < firstRead)
            buffer = new byte[firstRead];
    }

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool Read()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), streamEnded, state);
            try
            {
                if (reader.Read())
                {
                    Take(ref reader);
                    return true;
                }
            }
            catch (JsonException error)
            {
                throw NotJson(error);
            }

            GoOn(ref reader);
            if (streamEnded)
                return false;
            Fill();
        }
    }

    /// <summary>Moves to the end of the current object or list; any other token is its own end.</summary>
    public void Skip()
    {
        if (Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var depth = Depth;
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), streamEnded, state);
            try
            {
                while (reader.Read())
                {
                    var isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
                    if (!(isEnd && reader.CurrentDepth == depth) && !IsTooDeep(reader.TokenType, reader.CurrentDepth))
                        continue;
                    Take(ref reader);
                    return;
                }
            }
            catch (JsonException error)
            {
                throw NotJson(error);
            }

            GoOn(ref reader);
            Fill();
        }
    }

    /// <summary>The current text or name.</summary>
    public string Text()
    {
        if (Token is not (JsonTokenType.String or JsonTokenType.PropertyName))
            throw Fault(DataRules.BadForm, "a text was expected");
        try
        {
            if (!escaped)
                return Strict.GetString(Value);
            var quoted = new Utf8JsonReader(buffer.AsSpan(tokenStart, valueLength + 2));
            quoted.Read();
            return quoted.GetString()!;
        }
        catch (Exception error) when (error is DecoderFallbackException or InvalidOperationException)
        {
            throw Fault(DataRules.NotJson, "a text is not Unicode in UTF-8");
        }
    }

    /// <summary>The current number; infinite where it is larger than can be held.</summary>
    public double Number()
    {
        if (Token != JsonTokenType.Number || !double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            throw Fault(DataRules.BadForm, "a number was expected");
        return number;
    }

    /// <summary>The current token as a whole number from 0 on; false when it is none.</summary>
    public bool TryIndex(out int index)
    {
        index = -1;
        return Token == JsonTokenType.Number && Utf8Parser.TryParse(Value, out index, out var used) && used == valueLength && index >= 0;
    }

    /// <summary>The current name as one string however often it comes, and its place among the names met; places above those kept are the same.</summary>
    public (string Name, int Place) Name() => !escaped && names.TryFind(Value, out var known) ? known : names.Add(Text());

    /// <summary>A fault at the current token.</summary>
    public SdmxFormatException Fault(string rule, string detail) => new(rule, detail, Line, Column);

    private void Take(ref Utf8JsonReader reader)
    {
        Token = reader.TokenType;
        Depth = reader.CurrentDepth;
        tokenStart = start + (int)reader.TokenStartIndex;
        valueStart = Token is JsonTokenType.String or JsonTokenType.PropertyName ? tokenStart + 1 : tokenStart;
        valueLength = reader.ValueSpan.Length;
        escaped = reader.ValueIsEscaped;
        GoOn(ref reader);
        if (IsTooDeep(Token, Depth))
            throw Fault(DataRules.TooLarge, $"objects and lists stand in each other deeper than {Deepest}");
    }

    private static bool IsTooDeep(JsonTokenType token, int depth) =>
        depth >= Deepest && token is (JsonTokenType.StartObject or JsonTokenType.StartArray);

    private void GoOn(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        start += (int)reader.BytesConsumed;
    }

    private void Fill()
    {
        CountLines(start);
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        bufferOffset += start;
        (end, counted, start) = (end - start, counted - start, 0);
        if (end == buffer.Length)
        {
            if (buffer.Length >= LongestToken)
                throw new SdmxFormatException(DataRules.TooLarge, $"a text or number is longer than {LongestToken} bytes", line, (int)(bufferOffset - lineOffset + 1));
            Array.Resize(ref buffer, Math.Max(LargestRead, buffer.Length * 2));
        }

        if (stream.CanSeek && stream.Position != bufferOffset + end)
            stream.Position = bufferOffset + end;
        // A long token is read again from its beginning whenever more of it is there, so that it must come in large parts.
        var free = buffer.AsSpan(end);
        var read = buffer.Length > LargestRead
            ? stream.ReadAtLeast(free, free.Length, throwOnEndOfStream: false)
            : stream.Read(free[..Math.Min(firstRead, free.Length)]);
        firstRead = int.MaxValue;
        streamEnded = read == 0;
        end += read;
    }

    private void SkipByteOrderMark()
    {
        while (end < 4 && !streamEnded)
            Fill();
        var head = buffer.AsSpan(0, Math.Min(4, end));
        if (head.StartsWith(Encoding.UTF8.Preamble))
            (start, counted, lineOffset) = (3, 3, lineOffset + 3);
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.Contains((byte)0))
            throw new SdmxFormatException(DataRules.NotJson, "JSON is written in UTF-8; this is UTF-16, UTF-32 or no text", 1, 1);
    }

    private void CountLines(int until)
    {
        if (until <= counted)
            return;
        var bytes = buffer.AsSpan(counted, until - counted);
        if (bytes.Count((byte)'\n') is var breaks and > 0)
        {
            line += breaks;
            lineOffset = bufferOffset + counted + bytes.LastIndexOf((byte)'\n') + 1;
        }

        counted = until;
    }

    private SdmxFormatException NotJson(JsonException error)
    {
        var lines = (int)Math.Min(int.MaxValue - firstLine, error.LineNumber ?? 0);
        var column = (int)Math.Min(int.MaxValue / 2, error.BytePositionInLine ?? 0) + (lines == 0 ? firstColumn : 1);
        var detail = error.Message.AsSpan();
        if (detail.IndexOf(" LineNumber:", StringComparison.Ordinal) is var cut and >= 0)
            detail = detail[..cut];
        return new(DataRules.NotJson, $"the message is no JSON: {detail}", firstLine + lines, column);
    }
}
