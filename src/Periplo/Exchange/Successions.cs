using System.Globalization;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>
/// Which revisions took the place of which. Mostly none does: a publisher's releases stand side by side. But a message that changes or
/// deletes what its source said before makes a revision named after the day, which is all the source has to say from then on.
/// </summary>
public static class Successions
{
    private const int DayLength = 10;

    /// <summary>For every revision since when it is held and when another took its place, in ticks of UTC; the greatest number while none did.</summary>
    /// <param name="parts">All parts of one dataset, in the order of import.</param>
    public static IReadOnlyDictionary<Revision, (long Since, long Until)> Of(IReadOnlyList<Part> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var spans = new Dictionary<Revision, (long Since, long Until)>();
        foreach (var source in parts.GroupBy(part => part.Revision.Source))
        {
            Revision? last = null;
            var held = new Dictionary<Revision, List<Part>>();
            foreach (var part in source)
            {
                if (!held.TryGetValue(part.Revision, out var own))
                    held.Add(part.Revision, own = []);
                own.Add(part);
            }

            foreach (var part in source)
            {
                if (!spans.ContainsKey(part.Revision))
                {
                    var before = last is not null && IsSuccessor(held[part.Revision], held[last]) ? last : null;
                    var since = before is null ? held[part.Revision].Min(one => one.ImportedAt.UtcTicks) : SinceAfter(held[part.Revision], spans[before].Since, held[before]);
                    spans.Add(part.Revision, (since, long.MaxValue));
                    if (before is not null)
                        spans[before] = (spans[before].Since, since);
                }

                last = part.Revision;
            }
        }

        return spans;
    }

    /// <summary>Named after a day, and it shares a file with the one before it or came by SDMX itself.</summary>
    private static bool IsSuccessor(List<Part> parts, List<Part> before)
    {
        var release = parts[0].Revision.Release;
        return release.Length >= DayLength && DateOnly.TryParseExact(release[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && (parts.Exists(part => part.Reader.StartsWith("sdmx", StringComparison.OrdinalIgnoreCase)) || parts.Exists(part => before.Exists(other => other.File.Sha256 == part.File.Sha256)));
    }

    /// <summary>The moment a successor was made: of its own files, not of those it kept, which came earlier.</summary>
    private static long SinceAfter(List<Part> parts, long least, List<Part> before)
    {
        var kept = before.Select(part => part.File.Sha256).ToHashSet();
        var fresh = parts.Where(part => !kept.Contains(part.File.Sha256)).Select(part => part.ImportedAt.UtcTicks).DefaultIfEmpty(parts.Max(part => part.ImportedAt.UtcTicks)).Min();
        return Math.Max(fresh, least + 1);
    }
}
