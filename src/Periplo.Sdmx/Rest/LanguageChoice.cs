using System.Collections.Concurrent;

namespace Periplo.Sdmx.Rest;

/// <summary>Chooses languages for labels after the header Accept-Language (RFC 9110, section 12.5.4; RFC 4647, lookup).</summary>
/// <param name="held">Tags of the languages held, the one for a client without a choice first.</param>
public sealed class LanguageChoice(IReadOnlyList<string> held)
{
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> kept = new();

    /// <summary>The languages held, best first.</summary>
    /// <param name="header">The header, or null.</param>
    public IReadOnlyList<string> Best(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return held;
        if (kept.TryGetValue(header, out var known))
            return known;
        var best = Sorted(header);
        if (kept.Count < MostKept)
            kept[header] = best;
        return best;
    }

    private IReadOnlyList<string> Sorted(string header)
    {
        var ranges = AcceptList.Parse(header);

        // A language that is not asked for comes behind those that are; the sort is stable.
        return [.. held.OrderByDescending(Weight)];

        int Weight(string tag)
        {
            var best = (Length: -1, Weight: 0);
            foreach (var (range, weight) in ranges)
            {
                // "es-GT" is content with "es", and "es" with "es".
                var length = range == "*" ? 0
                    : string.Equals(range, tag, StringComparison.OrdinalIgnoreCase) ? range.Length
                    : range.StartsWith(tag + "-", StringComparison.OrdinalIgnoreCase) ? tag.Length - 1
                    : -1;
                if (length > best.Length || (length == best.Length && length >= 0 && weight > best.Weight))
                    best = (length, weight);
            }

            return best.Weight;
        }
    }
}
