using Periplo.Exchange;
using Periplo.Sdmx;
using Periplo.Sdmx.Rest;
using Periplo.Statistics;
using Periplo.Tests.Statistics;

namespace Periplo.Tests.Exchange;

/// <summary>A flow of a few revisions, made by hand or at random, as the query core sees it.</summary>
internal sealed class SampleFlow
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private SampleFlow(DatasetDefinition definition, IReadOnlyList<FlowRevision> revisions)
    {
        (Definition, Revisions) = (definition, revisions);
        var parts = revisions.SelectMany(revision => revision.Dataset.Parts).OrderBy(part => part.ImportedAt).ToList();
        Structure = PublishedFlow.Of(definition, parts, PublishedFlow.Licences(parts)).Flow.Structure;
        Series = new(FlowRules.Of(definition), revisions);
    }

    public DatasetDefinition Definition { get; }

    public IReadOnlyList<FlowRevision> Revisions { get; }

    public DataStructure Structure { get; }

    public FlowSeries Series { get; }

    /// <summary>A flow of revisions in the order of preference, each of parts imported at some hour.</summary>
    public static SampleFlow Of(DatasetDefinition definition, params IReadOnlyList<(string Source, string Release, (int Hour, IReadOnlyList<SampleRow> Rows)[] Parts)> revisions) =>
        new(definition, [.. revisions.Select(one => Revision(definition, one.Source, one.Release, one.Parts))]);

    /// <summary>A flow of revisions that took each other's place or not.</summary>
    public static SampleFlow Of(DatasetDefinition definition, IReadOnlyList<FlowRevision> revisions) => new(definition, revisions);

    /// <summary>A flow over few codes, so that revisions and queries meet.</summary>
    public static SampleFlow Random(Random random)
    {
        var definition = Sample.Definitions.All[random.Next(Sample.Definitions.All.Count)];
        var rows = Sample.Random(definition, random, random.Next(4) == 0 ? 400 : 100);
        string[] sources = ["UNDESA", "IGM", "PERIPLO", "WB"];
        var revisions = new List<FlowRevision>();
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var share = random.NextDouble();
            var parts = new List<(int, IReadOnlyList<SampleRow>)>();
            for (var part = random.Next(1, 4); part > 0; part--)
                parts.Add((random.Next(8), []));
            var split = rows.Where(_ => random.NextDouble() < share).Select(row => random.Next(3) == 0 ? row : Changed(row, random)).ToLookup(_ => random.Next(parts.Count));
            var revision = Revision(definition, sources[random.Next(sources.Length)], $"{2020 + count}", [.. parts.Select((part, i) => (part.Item1, (IReadOnlyList<SampleRow>)[.. split[i]]))]);
            var until = random.Next(4) == 0 ? Start.AddHours(random.Next(3, 9)).UtcTicks : long.MaxValue;
            revisions.Add(new(revision.Dataset) { Until = Math.Max(until, revision.Since + 1) });
        }

        var order = FlowOrder.Of(revisions.Select(revision => revision.Dataset.Revision));
        return new(definition, [.. revisions.OrderBy(revision => order.ToList().IndexOf(revision.Dataset.Revision))]);
    }

    /// <summary>What a query selects, one line a figure, data sets apart.</summary>
    public List<string> Select(DataQuery query) => [.. FigureSelection.DataSets(Series, Structure, query).SelectMany(set =>
    {
        var lines = new List<string> { $"{set.Action} {set.ValidFrom:HH} {set.ValidTo:HH}" };
        lines.AddRange(Lines(set.Cursor));
        return lines;
    })];

    /// <summary>Every figure of a cursor with what it carries.</summary>
    public static List<string> Lines(DataCursor cursor)
    {
        var lines = new List<string>();
        while (cursor.Read())
        {
            var codes = Enumerable.Range(0, cursor.Structure.Dimensions.Count).Select(cursor.Code);
            var attributes = Enumerable.Range(0, cursor.Structure.Attributes.Count).Where(i => cursor.Attribute(i) is not null).Select(i => $"{cursor.Structure.Attributes[i].Id}={cursor.Attribute(i)}");
            lines.Add($"{string.Join('.', codes)}:{cursor.Time} {cursor.Value:R} {string.Join(' ', attributes)}");
        }

        return lines;
    }

    public static FlowRevision Revision(DatasetDefinition definition, string source, string release, params (int Hour, IReadOnlyList<SampleRow> Rows)[] parts)
    {
        var chunks = new Dictionary<string, ObservationChunk>();
        var made = new List<Part>();
        foreach (var (hour, rows) in parts)
        {
            var observations = Sample.Build(definition, rows);
            foreach (var chunk in ObservationChunk.Cut(observations))
                chunks[chunk.Hash] = chunk;
            var papers = Sample.Papers with { Url = $"https://example.org/{source}/{hour}" };
            made.Add(Sample.Part(definition, observations, release, sha: $"{made.Count}{new string('b', 63)}") with
            {
                Revision = new(definition.Id, source, release), ImportedAt = Start.AddHours(hour), Papers = papers,
            });
        }

        return new(Dataset.Assemble(definition, made, hash => chunks[hash]));
    }

    private static SampleRow Changed(SampleRow row, Random random) => double.IsNaN(row.Value) ? row : row with { Value = random.Next(1000), Status = ObservationStatus.E };
}
