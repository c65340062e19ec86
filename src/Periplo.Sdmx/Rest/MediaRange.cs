namespace Periplo.Sdmx.Rest;

/// <summary>One range of an Accept header (RFC 9110, section 12.5.1).</summary>
/// <param name="Type">Type and subtype in lower case, stars among them.</param>
/// <param name="Parameters">Parameters but for the weight, names in lower case.</param>
/// <param name="Weight">Weight in thousandths.</param>
internal sealed record MediaRange(string Type, IReadOnlyList<(string Name, string Value)> Parameters, int Weight)
{
    private const int Most = 100;

    /// <summary>A parameter's value, or null.</summary>
    public string? Parameter(string name)
    {
        foreach (var (given, value) in Parameters)
        {
            if (given == name)
                return value;
        }

        return null;
    }

    /// <summary>Reads a header; pieces that are no ranges are passed over.</summary>
    public static IReadOnlyList<MediaRange> Parse(string header)
    {
        var ranges = new List<MediaRange>();
        foreach (var piece in Pieces(header, ','))
        {
            if (ranges.Count < Most && ParseOne(piece) is { } range)
                ranges.Add(range);
        }

        return ranges;
    }

    /// <summary>Reads a weight (<c>0.8</c>) in thousandths; null when it is none.</summary>
    public static int? ParseWeight(ReadOnlySpan<char> text)
    {
        if (text is not ['0' or '1'] and not ['0' or '1', '.', ..] || text.Length > 5)
            return null;
        var weight = (text[0] - '0') * 1000;
        var place = 100;
        foreach (var digit in text.Length > 2 ? text[2..] : default)
        {
            if (!char.IsAsciiDigit(digit))
                return null;
            weight += (digit - '0') * place;
            place /= 10;
        }

        return weight <= 1000 ? weight : null;
    }

    private static MediaRange? ParseOne(string piece)
    {
        var parts = Pieces(piece, ';');
        var type = parts[0].Trim().ToLowerInvariant();
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == type.Length - 1 || type.Contains(' ') || (type[0] == '*' && type != "*/*"))
            return null;
        var parameters = new List<(string, string)>();
        var weight = 1000;
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                continue;
            var name = part[..equals].Trim().ToLowerInvariant();
            var value = part[(equals + 1)..].Trim().Trim('"');
            if (name != "q")
                parameters.Add((name, value));
            else if (ParseWeight(value) is { } given)
                weight = given;
            else
                return null;
        }

        return new(type, parameters, weight);
    }

    /// <summary>Parts between separators that stand outside quotes.</summary>
    private static List<string> Pieces(string text, char separator)
    {
        var pieces = new List<string>();
        var (begin, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            if (text[i] != separator || quoted)
                continue;
            pieces.Add(text[begin..i]);
            begin = i + 1;
        }

        pieces.Add(text[begin..]);
        return pieces;
    }
}
