using System.Security.Cryptography;
using System.Text;
using Periplo.Areas;
using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <content>Indicators, worked out from the revisions held and the registers.</content>
public sealed partial class Installation
{
    private readonly Lock working = new();
    private readonly Lazy<IndicatorRegistry> declared;
    private WorkedOut? indicators;

    /// <summary>What the indicators are: those that come with Periplo, and the installation's own in the folder <c>indicators</c> of its overrides. Read when first asked for.</summary>
    /// <exception cref="InputException">A declaration is not understood.</exception>
    public IndicatorRegistry IndicatorRegistry => declared.Value;

    /// <summary>
    /// All indicators of all areas and years, from the latest revisions and the registers as they stand. Held until a
    /// revision is added or a register changes.
    /// </summary>
    /// <param name="cancellation">Stops the work.</param>
    public IndicatorTable Indicators(CancellationToken cancellation)
    {
        var (parts, tables) = (StoredParts(), Records.Tables());
        var (stamp, day) = (CooperationIndex.StampOf(tables), Today);
        if (indicators is { } known && known.Stamp == stamp && known.Day == day && known.Fits(parts))
            return known.Table;
        lock (working)
        {
            var cooperation = new CooperationIndex(tables);
            var groups = ProcessGroups.Of(cooperation, Areas, day);
            // Another day changes the table only where somebody joined or left a process.
            if (indicators is not { } other || other.Stamp != stamp || !other.Fits(parts) || !other.Has(groups))
                indicators = new(parts, stamp, day, Indicators(LatestFirst(parts), groups, cooperation, Dossier(), cancellation));
            else if (other.Day != day)
                indicators = other with { Day = day };
            return indicators.Table;
        }
    }

    /// <summary>All indicators of all areas and years from a set of revisions, as an edition freezes them.</summary>
    /// <param name="revisions">The revisions; of several of one dataset, those named first are asked first.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IndicatorTable Indicators(IEnumerable<Revision> revisions, CancellationToken cancellation)
    {
        var cooperation = new CooperationIndex(Records.Tables());
        return Indicators(revisions, ProcessGroups.Of(cooperation, Areas, Today), cooperation, Dossier(), cancellation);
    }

    /// <summary>Keeps the numbers of all indicators in the store as a revision of <c>INDICATORS</c>. From the same revisions, registers and declarations nothing new comes.</summary>
    /// <param name="cancellation">Stops the work; nothing of it stays.</param>
    public ImportResult PublishIndicators(CancellationToken cancellation)
    {
        var table = Indicators(cancellation);
        var definition = Definition(IndicatorDataset.Id);
        var observations = IndicatorDataset.Observations(definition, table);
        var chunks = ObservationChunk.Cut(observations).ToList();
        var inputs = table.Revisions.Select(revision => $"{revision.Dataset}/{revision.Id}").ToList();
        var files = StoredParts().Where(part => table.Revisions.Contains(part.Revision)).Select(part => part.File).ToList();
        var content = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. chunks.Select(chunk => chunk.Hash), .. inputs, .. files.Select(file => file.Sha256)]))));
        using var writer = Store.BeginWrite();
        var before = writer.Parts();
        if (before.FirstOrDefault(one => one.Revision.Dataset == definition.Id && one.File.Sha256 == content) is { } same)
            return new(same, IsNew: false);
        var now = clock.GetUtcNow();
        var part = new Part(
            new(definition.Id, OwnSource, Release(before, definition, OwnSource, $"{now:yyyy-MM-dd}")),
            new("indicators", content, 0), "indicators 1", string.Join(", ", inputs),
            new(new("Periplo, a partir de las fuentes de cada indicador", "Periplo, from the sources of each indicator", "Periplo, à partir des sources de chaque indicateur"), "", "CC BY 4.0", IndicatorDataset.Method),
            observations.Count, [], [], files, now, [.. chunks.Select(chunk => chunk.Hash)]);
        foreach (var chunk in chunks)
            writer.Add(chunk);
        writer.Add(part);
        cancellation.ThrowIfCancellationRequested();
        writer.Commit();
        Forget();
        return new(part, IsNew: true);
    }

    private IndicatorTable Indicators(IEnumerable<Revision> revisions, IReadOnlyList<Area> groups, CooperationIndex cooperation, Dossier dossier, CancellationToken cancellation) => IndicatorEvaluation.Table(
        IndicatorRegistry,
        Areas,
        groups,
        [.. revisions.Where(revision => revision.Dataset != IndicatorDataset.Id).Select(revision => new RevisionHeld(revision, () => Dataset(Definition(revision.Dataset), revision)))],
        cooperation,
        dossier,
        cancellation);

    private static IEnumerable<Revision> LatestFirst(IReadOnlyList<Part> parts) => parts.Select(part => part.Revision).Distinct()
        .OrderByDescending(revision => revision.Release, StringComparer.Ordinal).ThenBy(revision => revision.Source, StringComparer.Ordinal);

    private sealed record WorkedOut(IReadOnlyList<Part> Parts, (int Records, long Last) Stamp, DateOnly Day, IndicatorTable Table)
    {
        /// <summary>Whether its groups are made of the same countries.</summary>
        public bool Has(IReadOnlyList<Area> groups) => groups.Count == Table.Groups.Count && groups.Zip(Table.Groups).All(pair => pair.First.Id == pair.Second.Id && pair.First.Parts.SequenceEqual(pair.Second.Parts));

        /// <summary>Whether it was made of these parts: a revision of the indicators themselves changes nothing.</summary>
        public bool Fits(IReadOnlyList<Part> parts) => ReferenceEquals(parts, Parts)
            || Made(parts).SequenceEqual(Made(Parts));

        private static IEnumerable<(Revision Revision, string File)> Made(IReadOnlyList<Part> parts) =>
            parts.Where(part => part.Revision.Dataset != IndicatorDataset.Id).Select(part => (part.Revision, part.File.Sha256));
    }
}
