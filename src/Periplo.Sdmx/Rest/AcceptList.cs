namespace Periplo.Sdmx.Rest;

/// <summary>Lists of words with weights, as Accept-Language and Accept-Encoding have them (RFC 9110, section 12.4.2).</summary>
public static class AcceptList
{
    /// <summary>The words and their weights in thousandths; a word whose weight cannot be read has none.</summary>
    public static IReadOnlyList<(string Word, int Weight)> Parse(string header)
    {
        var words = new List<(string, int)>();
        foreach (var piece in header.Split(','))
        {
            var parts = piece.Split(';', 2, StringSplitOptions.TrimEntries);
            var weight = parts.Length == 1 ? 1000
                : parts[1].StartsWith("q=", StringComparison.OrdinalIgnoreCase) ? MediaRange.ParseWeight(parts[1].AsSpan(2).Trim()) ?? 0
                : 0;
            if (parts[0].Length > 0)
                words.Add((parts[0], weight));
        }

        return words;
    }
}
