using System.Text;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sources.Messages;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Tests.Statistics;
using Periplo.Tests.Storage;

namespace Periplo.Tests.Exchange;

/// <summary>An installation on a store of its own, and files to import into it.</summary>
internal sealed class ImportPlace : IDisposable
{
    private readonly SqlitePlace place = new();

    public ImportPlace(TimeProvider? clock = null, RemoteLimits? limits = null) =>
        Installation = new(place.Open(), new DataFolder(BundledData.Path("."), null), clock ?? new LaterEachTime()) { RemoteLimits = limits ?? RemoteLimits.Usual };

    public Installation Installation { get; }

    public string Folder => place.Folder;

    public Store Store => Installation.Store;

    public void Dispose() => place.Dispose();

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public SdmxImportResult Import(string path, string? source = null, string? revision = null, string? mapping = null, bool whole = false) => Installation.ImportSdmx(
        path,
        new(new MessageOptions { Source = source, Revision = revision, IsWhole = whole, MappingFile = mapping is null ? null : "m.yaml", MappingText = mapping }),
        progress: null, CancellationToken.None);

    /// <summary>Puts figures into the store as they are.</summary>
    public Dataset Keep(Dataset dataset)
    {
        using var writer = Store.BeginWrite();
        foreach (var chunk in ObservationChunk.Cut(dataset.Observations))
            writer.Add(chunk);
        writer.Add(dataset.Parts[0]);
        writer.Commit();
        return dataset;
    }

    /// <summary>Every observation of a revision with its row and its file.</summary>
    public List<string> Lines(string dataset, string revision)
    {
        var definition = Installation.Definition(dataset);
        var held = Store.Load(definition, Revision.TryParse(definition.Id, revision)!)!;
        return [.. Sample.Lines(held.Observations, rows: false).Select((line, i) => $"{line[..^2]} {held.PartOf(i).File.Name}:{held.Observations.Rows[i].Packed}")];
    }

    /// <summary>Everything the store holds, to see that nothing changed.</summary>
    public string Catalogue() => string.Join('\n', Store.Parts().Select(part => $"{part.Revision} {part.File.Sha256} {string.Join(' ', part.Chunks)}"));

    /// <summary>A message of our own structure in a format.</summary>
    public static byte[] Message(Dataset dataset, DataFormat format, DataAction action = DataAction.Replace)
    {
        using var bytes = new MemoryStream();
        var header = new MessageHeader("M1", new(2026, 11, 28, 10, 30, 0, TimeSpan.Zero), "GTM-INE");
        DataFormats.Write(new(header, dataset.Definition.Dataflow, [new DataSet(dataset.Cursor(Query.All), action)]), bytes, format);
        return bytes.ToArray();
    }

    /// <summary>A clock that is a minute later each time it is looked at, and whose stopwatch has always run for long: each look at the store is a new one.</summary>
    private sealed class LaterEachTime : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Add(ref ticks, 10);

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero).AddMinutes(Interlocked.Increment(ref ticks));
    }
}
