using System.Collections.Concurrent;
using System.Text;
using Periplo.Areas;
using Periplo.Flows;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sources;
using Periplo.Sources.Registers;
using Periplo.Sources.Starter;
using Periplo.Statistics;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>
/// An installed Periplo: its store, areas and datasets, and the use cases, one public method each. Safe for many
/// threads. Datasets are held once read; their key is the hash of their content, so what is held is never stale.
/// </summary>
public sealed partial class Installation
{
    private readonly TimeProvider clock;
    private readonly SourceReaders readers;
    private readonly ConcurrentDictionary<string, Lazy<Dataset>> held = new();
    private readonly DatasetDefinitions sources;
    private readonly RegisterCatalogue registers;
    private (long At, IReadOnlyList<Part> Parts) catalogue;
    private AllParts? allParts;

    /// <summary>An installation on a store.</summary>
    public Installation(Store store, DataFolder data, TimeProvider clock)
    {
        (Store, Data, this.clock) = (store, data, clock);
        Areas = data.Areas();
        var read = new DatasetDefinitions(Areas);
        declared = new(() => data.Indicators(read));
        sources = read.With([IndicatorDataset.Define(() => IndicatorRegistry, Areas)]);
        readers = new(Areas, sources);
        Records = new(store, data.Registers(sources.All.Select(definition => definition.Id)), Areas, clock);
        registers = new(Records, Areas, sources);
        Accounts = new(store, Records.Registers, clock);
    }

    /// <summary>The store.</summary>
    public Store Store { get; }

    /// <summary>The bundled data.</summary>
    public DataFolder Data { get; }

    /// <summary>The areas, under the installation's names.</summary>
    public AreaRegistry Areas { get; }

    /// <summary>The registers and their records.</summary>
    public Records Records { get; }

    /// <summary>Who may sign in, and what each may do.</summary>
    public Accounts Accounts { get; }

    /// <summary>What datasets there are: those of sources, and those the registers yield.</summary>
    public DatasetDefinitions Definitions => registers.Current().Definitions;

    /// <summary>Imports one file: whole or not at all, and only once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Revision and mapping.</param>
    /// <param name="progress">Share of the file read.</param>
    /// <param name="cancellation">Stops the import; nothing of it stays.</param>
    /// <exception cref="InputException">The file cannot be taken.</exception>
    /// <exception cref="StoreException">The store cannot take it.</exception>
    public ImportResult Import(string path, ReadingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (table, file) = readers.Read(path, options, progress, cancellation);
        return Keep(table, file, cancellation);
    }

    /// <summary>Every part held, in the order of import, and those made of registers. At most two seconds old, so that a server sees what a command imports.</summary>
    public IReadOnlyList<Part> Parts()
    {
        var (stored, made, known) = (StoredParts(), registers.Current(), allParts);
        if (known is not null && known.Stored == stored && known.Registers == made)
            return known.Parts;
        return (allParts = new(stored, made, [.. stored, .. made.Parts])).Parts;
    }

    private IReadOnlyList<Part> StoredParts()
    {
        var now = clock.GetTimestamp();
        var known = catalogue;
        if (known.Parts is not null && clock.GetElapsedTime(known.At, now) < TimeSpan.FromSeconds(2))
            return known.Parts;
        var parts = Store.Parts();
        catalogue = (now, parts);
        return parts;
    }

    /// <summary>The parts of a dataset; those of a source without reading the registers.</summary>
    private IEnumerable<Part> PartsOf(DatasetDefinition definition) =>
        (sources.Find(definition.Id) is null ? Parts() : StoredParts()).Where(part => part.Revision.Dataset == definition.Id);

    /// <summary>The revisions of a dataset, latest release first; Periplo's own estimates after those of publishers, whatever their release.</summary>
    public IReadOnlyList<Revision> Revisions(DatasetDefinition definition) =>
        [.. PartsOf(definition).Select(part => part.Revision).Distinct()
            .OrderBy(revision => revision.Source == OwnSource).ThenByDescending(revision => revision.Release, StringComparer.Ordinal).ThenBy(revision => revision.Source, StringComparer.Ordinal)];

    /// <summary>The definition a user names.</summary>
    /// <exception cref="StatisticsException">There is none.</exception>
    public DatasetDefinition Definition(string id) => sources.Find(id) ?? Definitions.Find(id) ?? throw new StatisticsException(new Text(
        $"No hay ningún conjunto de datos «{id}». Los que hay: {string.Join(", ", Definitions.All.Select(d => d.Id))}.",
        $"There is no dataset \"{id}\". There are: {string.Join(", ", Definitions.All.Select(d => d.Id))}.",
        $"Il n’y a pas de jeu de données « {id} ». Il y a : {string.Join(", ", Definitions.All.Select(d => d.Id))}."));

    /// <summary>The revision a user names: <c>UNDESA.2024</c>, or the release alone where only one source has it; the latest when nothing is named.</summary>
    /// <exception cref="StatisticsException">There is none, or several.</exception>
    public Revision Revision(DatasetDefinition definition, string? id)
    {
        var revisions = Revisions(definition);
        if (revisions.Count == 0)
        {
            throw new StatisticsException(new Text(
                $"El almacén no tiene datos de {definition.Id}. Importe un archivo con «periplo import».",
                $"The store holds no data of {definition.Id}. Import a file with \"periplo import\".",
                $"L’entrepôt n’a pas de données de {definition.Id}. Importez un fichier avec « periplo import »."));
        }

        if (id is null)
            return revisions[0];
        var fitting = revisions.Where(revision => string.Equals(revision.Id, id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (fitting.Count == 0)
            fitting = [.. revisions.Where(revision => string.Equals(revision.Release, id, StringComparison.OrdinalIgnoreCase))];
        if (fitting.Count == 0 && sources.Find(definition.Id) is null && registers.Earlier(definition, id) is { } earlier)
            return earlier.Revision;
        var choice = string.Join(", ", (fitting.Count > 1 ? fitting : revisions).Select(revision => revision.Id));
        return fitting.Count switch
        {
            1 => fitting[0],
            0 => throw new StatisticsException(new Text($"{definition.Id} no tiene la revisión «{id}». Las que hay: {choice}.", $"{definition.Id} has no revision \"{id}\". There are: {choice}.", $"{definition.Id} n’a pas la révision « {id} ». Il y a : {choice}.")),
            _ => throw new StatisticsException(new Text($"«{id}» puede ser {choice}: diga cuál.", $"\"{id}\" may be {choice}: say which.", $"« {id} » peut être {choice} : dites laquelle.")),
        };
    }

    /// <summary>A revision's figures.</summary>
    public Dataset Dataset(DatasetDefinition definition, Revision revision)
    {
        if (sources.Find(definition.Id) is null)
            return registers.Current().Dataset(definition.Id) is { } now && now.Revision == revision ? now : registers.Earlier(definition, revision.Id) ?? throw NotHeld(definition, revision);
        var chunks = string.Join('\n', PartsOf(definition).Where(part => part.Revision == revision).SelectMany(part => part.Chunks));
        return held.GetOrAdd($"{definition.Id}\n{revision.Id}\n{chunks}", _ => new(() => Store.Load(definition, revision) ?? throw NotHeld(definition, revision))).Value;
    }

    /// <summary>A dataset by the names a user gives; the latest revision when none is named.</summary>
    public Dataset Dataset(string dataset, string? revision)
    {
        var definition = Definition(dataset);
        return Dataset(definition, Revision(definition, revision));
    }

    /// <summary>What changed between two revisions.</summary>
    public Comparison Compare(string dataset, string before, string after, Query query) =>
        Comparison.Of(Dataset(dataset, before), Dataset(dataset, after), query);

    /// <summary>True when the store is empty or a load of the bundled figures was cut off. A store with data of its own is left alone.</summary>
    public bool LacksStarter()
    {
        var (names, parts) = (StarterFiles(), Store.Parts());
        var loaded = parts.Where(part => part.Revision.Source != OwnSource).Select(part => part.File.Name).ToHashSet();
        bool Estimated(DatasetDefinition definition) => parts.Any(part => part.Revision.Source == OwnSource && part.Revision.Dataset == definition.Id);
        return loaded.IsSubsetOf(names)
            && (loaded.Count < names.Count || (!Estimated(sources.Remittances) && CanEstimateRemittances) || (!Estimated(sources.PopulationScenarios) && FindPopulationInputs(revision: null) is not null)
                || (!parts.Any(IsFlows) && CanEstimateFlows));
    }

    /// <summary>Loads the bundled figures that are missing and makes the estimates that rest on them, where <see cref="LacksStarter"/>.</summary>
    /// <param name="progress">What is being loaded and the share of all of it done.</param>
    /// <param name="cancellation">Stops the load; files loaded whole stay.</param>
    public void LoadStarter(IProgress<(string File, double Share)>? progress, CancellationToken cancellation)
    {
        if (!LacksStarter())
            return;
        var mappings = Data.StarterMappings().ToList();
        var names = StarterFiles();
        var loaded = Store.Parts().Select(part => part.File.Name).ToHashSet();
        for (var i = 0; i < mappings.Count; i++)
        {
            if (loaded.Contains(names[i]))
                continue;
            var options = new ReadingOptions(MappingFile: Path.GetFileName(mappings[i]), MappingText: File.ReadAllText(mappings[i]));
            var share = progress is null ? null : new ShareOfAll(progress, names[i], i, mappings.Count);
            Import(Path.ChangeExtension(mappings[i], ".csv.gz"), options, share, cancellation);
        }

        if (CanEstimateRemittances)
            EstimateRemittances(cancellation);
        if (FindPopulationInputs(revision: null) is not null)
            EstimatePopulations(revision: null, cancellation);
        if (!Store.Parts().Any(IsFlows) && CanEstimateFlows)
            EstimateFlows(stocks: null, demography: null, FlowSettings.Usual, cancellation);
    }

    /// <summary>
    /// Writes the records that come with Periplo into every register that has none yet, as approved. A register someone
    /// has written to is left alone.
    /// </summary>
    /// <param name="progress">The register being loaded and the share of all done.</param>
    /// <param name="cancellation">Stops the work; registers loaded whole stay.</param>
    public void LoadRegisters(IProgress<(string Register, double Share)>? progress, CancellationToken cancellation)
    {
        var all = Records.Registers.All;
        for (var i = 0; i < all.Count; i++)
        {
            progress?.Report((all[i].Id, (double)i / all.Count));
            if (Data.RecordsOf(all[i].Id) is not { } file || Records.Table(all[i].Id).Count > 0)
                continue;
            using var stream = File.OpenRead(file);
            var rows = RecordTable.ReadCsv(all[i], Path.GetFileName(file), stream);
            Records.Import(Person.Owner("periplo"), all[i].Id, rows, all[i].Workflow.Published.Id, "", cancellation);
        }
    }

    /// <summary>Re-encodes a publisher's file as bundled data: a small table and the mapping that reads it back, with the papers.</summary>
    /// <param name="path">The publisher's file.</param>
    /// <param name="name">Name of the two files.</param>
    /// <param name="scope">What to keep and what to sum.</param>
    /// <param name="folder">Where to write them.</param>
    /// <param name="release">Release to read it as, where the content does not tell; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Bytes written.</returns>
    public long CompileStarter(string path, string name, StarterScope scope, string folder, string? release, CancellationToken cancellation)
    {
        var (table, file) = readers.Read(path, new(release), progress: null, cancellation);
        var files = StarterCompiler.Compile(name, table, [file], scope);
        WholeFile.Write(Path.Combine(folder, files.TableName), to => to.Write(files.Table));
        WholeFile.Write(Path.Combine(folder, files.MappingName), to => to.Write(Encoding.UTF8.GetBytes(files.Mapping)));
        return files.Table.Length + files.Mapping.Length;
    }

    /// <summary>Copies the store into one file.</summary>
    /// <returns>Number of parts.</returns>
    public int WriteBackup(string path, IProgress<double>? progress, CancellationToken cancellation)
    {
        var parts = 0;
        WholeFile.Write(path, to => parts = Backup.Write(Store, to, progress, cancellation));
        return parts;
    }

    /// <summary>Fills the empty store from a backup.</summary>
    /// <returns>Number of parts.</returns>
    public int RestoreBackup(string path, IProgress<double>? progress, CancellationToken cancellation)
    {
        try
        {
            using var from = File.OpenRead(path);
            var parts = Backup.Restore(Store, Path.GetFileName(path), from, progress, cancellation);
            Forget();
            return parts;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, place: null, Text.Same(error.Message), error);
        }
    }

    private static StatisticsException NotHeld(DatasetDefinition definition, Revision revision) =>
        new(new Text($"El almacén no tiene {definition.Id} {revision.Id}.", $"The store does not hold {definition.Id} {revision.Id}.", $"L’entrepôt n’a pas {definition.Id} {revision.Id}."));

    private List<string> StarterFiles() =>
        [.. Data.StarterMappings().Select(mapping => Path.GetFileName(Path.ChangeExtension(mapping, ".csv.gz")))];

    /// <summary>Source of the estimates Periplo makes itself.</summary>
    public const string OwnSource = Registers.RegisterDatasets.Source;

    private void Forget() => catalogue = default;

    private sealed record AllParts(IReadOnlyList<Part> Stored, RegisterCatalogue.Snapshot Registers, IReadOnlyList<Part> Parts);

    private sealed class ShareOfAll(IProgress<(string File, double Share)> all, string file, int done, int count) : IProgress<double>
    {
        public void Report(double value) => all.Report((file, (done + value) / count));
    }
}

/// <summary>What an import did.</summary>
/// <param name="Part">The part, new or held before.</param>
/// <param name="IsNew">False when the same file was there already and nothing changed.</param>
public sealed record ImportResult(Part Part, bool IsNew);
