using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>In which order revisions are preferred where several say something of one key (decision 13).</summary>
public static class FlowOrder
{
    /// <summary>
    /// Revisions in the order of preference: who counts its own country before who compiles, Periplo's own estimates last; of sources
    /// alike in that by their ids; of one source the latest release first.
    /// </summary>
    public static IReadOnlyList<Revision> Of(IEnumerable<Revision> revisions) =>
    [
        .. revisions.OrderBy(revision => Sources.Rank(revision.Source)).ThenBy(revision => revision.Source, StringComparer.Ordinal)
            .ThenByDescending(revision => revision.Release, StringComparer.Ordinal).ThenBy(revision => revision.Dataset, StringComparer.Ordinal),
    ];
}
