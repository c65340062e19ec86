using System.Text;

namespace Periplo.Sdmx.Rest;

/// <summary>
/// A path and a query string as they came over the wire, taken apart before escapes are undone. A plus is a plus: it stands for OR, or
/// for AND, and never for a blank (RFC 3986; forms are another matter).
/// </summary>
internal sealed class RawQuery
{
    /// <summary>Characters of a path and a query string together; all countries in a key are about 1,500 a dimension.</summary>
    public const int Longest = 16 << 10;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<(string Name, string Value)> parameters = [];
    private readonly HashSet<string> used = [];

    /// <summary>Takes an address apart.</summary>
    /// <param name="path">The path below the entry point.</param>
    /// <param name="query">The query string, with or without its question mark; null for none.</param>
    /// <exception cref="SdmxQueryException">It is too long or badly escaped, or gives a parameter twice.</exception>
    public RawQuery(string path, string? query)
    {
        if (path.Length + (query?.Length ?? 0) > Longest)
            throw new SdmxQueryException(414, 414, $"The address is longer than {Longest} characters; leave dimensions open and filter the answer.");
        var trimmed = path.AsSpan().Trim('/');
        if (!trimmed.IsEmpty)
        {
            foreach (var range in trimmed.Split('/'))
                Segments.Add(Decode(trimmed[range]));
        }

        var rest = query.AsSpan();
        if (rest.StartsWith("?"))
            rest = rest[1..];
        if (rest.IsEmpty)
            return;
        var names = new HashSet<string>();
        foreach (var range in rest.Split('&'))
        {
            var one = rest[range];
            if (one.IsEmpty)
                continue;
            var equals = one.IndexOf('=');
            var name = Decode(equals < 0 ? one : one[..equals]);
            if (!names.Add(name))
                throw SdmxQueryException.Syntax($"The parameter {Shown(name)} is given twice.");
            parameters.Add((name, equals < 0 ? "" : Decode(one[(equals + 1)..])));
        }
    }

    /// <summary>Parts of the path, escapes undone.</summary>
    public List<string> Segments { get; } = [];

    /// <summary>Parameters in their order.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters => parameters;

    /// <summary>A part of the path, or null where the path ends before it or it is empty.</summary>
    public string? Segment(int position) => position < Segments.Count && Segments[position].Length > 0 ? Segments[position] : null;

    /// <summary>A parameter's value, or null where it is not given. It then is a known one.</summary>
    /// <exception cref="SdmxQueryException">It is given without a value.</exception>
    public string? Take(string name)
    {
        used.Add(name);
        foreach (var (given, value) in parameters)
        {
            if (given == name)
                return value.Length > 0 ? value : throw SdmxQueryException.Syntax($"The parameter {name} has no value.");
        }

        return null;
    }

    /// <summary>Marks a parameter as known.</summary>
    public void Know(string name) => used.Add(name);

    /// <summary>Refuses parameters that nobody took: a misspelt filter must not give everything.</summary>
    public void RefuseUnknown()
    {
        foreach (var (name, _) in parameters)
        {
            if (!used.Contains(name))
                throw SdmxQueryException.Syntax($"There is no parameter {Shown(name)} here; names are case-sensitive.");
        }
    }

    /// <summary>Refuses a path of more parts than there can be.</summary>
    public void RefuseLonger(int most)
    {
        if (Segments.Count > most)
            throw SdmxQueryException.Syntax($"The path has {Segments.Count} parts; here it has {most} at most.");
    }

    /// <summary>A text of the client's, short enough to be told back.</summary>
    public static string Shown(string text) => text.Length > 60 ? $"\"{text[..60]}…\"" : $"\"{text}\"";

    /// <summary>Undoes escapes.</summary>
    private static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('%') < 0)
            return Checked(text.ToString());
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var at = 0;
        while (!text.IsEmpty)
        {
            if (text[0] == '%')
            {
                if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2]))
                    throw SdmxQueryException.Syntax("A percent sign is not followed by two hexadecimal digits.");
                bytes[at++] = (byte)((Digit(text[1]) << 4) | Digit(text[2]));
                text = text[3..];
                continue;
            }

            var end = text.IndexOf('%');
            var plain = end < 0 ? text : text[..end];
            at += Encoding.UTF8.GetBytes(plain, bytes.AsSpan(at));
            text = text[plain.Length..];
        }

        try
        {
            return Checked(Strict.GetString(bytes, 0, at));
        }
        catch (DecoderFallbackException)
        {
            throw SdmxQueryException.Syntax("The address is not UTF-8 behind its percent signs.");
        }
    }

    private static string Checked(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isHalf = char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]));
            if (char.IsControl(text[i]) || isHalf)
                throw SdmxQueryException.Syntax("The address has a character that no id or value can have.");
            if (char.IsHighSurrogate(text[i]))
                i++;
        }

        return text;
    }

    private static int Digit(char hexadecimal) => hexadecimal <= '9' ? hexadecimal - '0' : (hexadecimal | 0x20) - 'a' + 10;
}
