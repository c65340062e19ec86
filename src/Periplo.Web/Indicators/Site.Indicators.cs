using System.Collections.Concurrent;
using Periplo.Indicators;
using Periplo.Statistics;
using Periplo.Web.Profiles;

namespace Periplo.Web;

/// <content>Indicators and profiles.</content>
public sealed partial class Site
{
    private const int MostCompared = 8;

    private ProfileShelf? profiles;
    private Compared? compared;

    /// <summary>Every indicator of every area and year, from the latest revisions; worked out once for them and the registers as they stand.</summary>
    public IndicatorTable Indicators => Installation.Indicators(CancellationToken.None);

    /// <summary>Profiles and editions.</summary>
    internal ProfileShelf Profiles => profiles ??= new(this);

    /// <summary>
    /// An indicator once for each revision held of the datasets it is made of, the other datasets as they are; by the name
    /// of the revision, latest first. Worked out when first asked for; empty where no dataset has two revisions.
    /// </summary>
    internal IReadOnlyList<(string Name, IndicatorTable Table)> IndicatorRevisions(IndicatorDefinition indicator)
    {
        var parts = Installation.Parts();
        if (compared is not { } known || !ReferenceEquals(known.Parts, parts))
            compared = known = new(parts, new());
        return known.Tables.GetOrAdd(indicator.Code, _ => new(() => Compare(indicator, parts))).Value;
    }

    private List<(string Name, IndicatorTable Table)> Compare(IndicatorDefinition indicator, IReadOnlyList<Part> parts)
    {
        var registry = Indicators.Registry;
        var needed = new List<IndicatorDefinition> { registry.Find(indicator.SameAs ?? indicator.Code)! };
        for (var i = 0; i < needed.Count; i++)
        {
            foreach (var code in needed[i].Measures.SelectMany(measure => measure.Formula?.Indicators ?? []))
            {
                if (registry.Find(code) is { } other && !needed.Contains(other))
                    needed.Add(other);
            }
        }

        var narrowed = new IndicatorRegistry(registry.Blocks, needed);
        var datasets = needed.SelectMany(one => one.Measures).SelectMany(measure => measure.Formula?.Datasets ?? []).ToHashSet();
        var all = parts.Select(part => part.Revision).Where(revision => datasets.Contains(revision.Dataset)).Distinct().OrderByDescending(revision => revision.Release, StringComparer.Ordinal).ToList();
        var tables = new List<(string, IndicatorTable)>();
        foreach (var revision in all.Where(revision => all.Count(other => other.Dataset == revision.Dataset) > 1).Take(MostCompared))
        {
            var held = all.Where(other => other.Dataset != revision.Dataset).Prepend(revision)
                .Select(one => new RevisionHeld(one, () => Installation.Dataset(Installation.Definition(one.Dataset), one))).ToList();
            tables.Add((revision.Id, IndicatorEvaluation.Table(narrowed, Areas, held, Cooperation, Installation.Dossier(), CancellationToken.None)));
        }

        return tables;
    }

    /// <summary>What was compared, by indicator, and the catalogue it was made of; a class, so that it is put in place at once.</summary>
    private sealed record Compared(IReadOnlyList<Part> Parts, ConcurrentDictionary<string, Lazy<IReadOnlyList<(string Name, IndicatorTable Table)>>> Tables);
}
