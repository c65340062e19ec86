using System.Globalization;
using Periplo.Areas;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>The datasets the registers yield, made when they are asked for and again when what the public sees changed.</summary>
internal sealed class RegisterCatalogue(Records records, AreaRegistry areas, DatasetDefinitions sources)
{
    private const int MostEarlier = 16;

    private readonly Lock changing = new();
    private readonly Dictionary<(string Dataset, string Revision), Dataset?> earlier = [];
    private IReadOnlyDictionary<string, RegisterTable>? seen;
    private Snapshot? current;

    /// <summary>The datasets as the registers stand; the same object as before when nothing the public sees changed.</summary>
    public Snapshot Current()
    {
        var tables = records.Tables();
        if (ReferenceEquals(tables, Volatile.Read(ref seen)) && current is { } known)
            return known;
        lock (changing)
        {
            if (current is null || !current.Holds(tables))
                current = new(tables, areas, sources, current);
            Volatile.Write(ref seen, tables);
            return current;
        }
    }

    /// <summary>An earlier revision of a register's dataset, made anew from the log; null when it is no dataset of a register or has no such revision.</summary>
    public Dataset? Earlier(DatasetDefinition definition, string revision)
    {
        if (Current().Register(definition.Id) is not { } register)
            return null;
        var name = revision.StartsWith(RegisterDatasets.Source + ".", StringComparison.OrdinalIgnoreCase) ? revision[(RegisterDatasets.Source.Length + 1)..] : revision;
        if (!long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0 || number > records.Number)
            return null;
        lock (changing)
        {
            if (earlier.TryGetValue((definition.Id, name), out var known))
                return known;
            var tables = records.TablesAt(number);
            // Only the entry that made the change names the revision.
            var dataset = tables[register].Changed == number ? RegisterDatasets.Make(RegisterDatasets.Define(tables[register].Register, areas, tables), tables[register]) : null;
            if (earlier.Count >= MostEarlier)
                earlier.Clear();
            return earlier[(definition.Id, name)] = dataset;
        }
    }

    /// <summary>The datasets at one moment.</summary>
    internal sealed class Snapshot
    {
        private readonly Dictionary<string, Made> byDataset = new(StringComparer.OrdinalIgnoreCase);

        public Snapshot(IReadOnlyDictionary<string, RegisterTable> tables, AreaRegistry areas, DatasetDefinitions sources, Snapshot? before)
        {
            foreach (var table in tables.Values)
            {
                if (table.Register.Statistics is not { } statistics)
                    continue;
                var state = State(table, tables);
                byDataset.Add(statistics.Id, before?.byDataset.GetValueOrDefault(statistics.Id) is { } made && made.State == state
                    ? made
                    : new(table.Register.Id, state, RegisterDatasets.Define(table.Register, areas, tables), table));
            }

            Definitions = sources.With(byDataset.Values.Select(made => made.Definition).OrderBy(definition => definition.Id, StringComparer.Ordinal));
        }

        /// <summary>The definitions of sources and registers.</summary>
        public DatasetDefinitions Definitions { get; }

        /// <summary>The one part of each dataset that holds something.</summary>
        public IEnumerable<Part> Parts => byDataset.Values.SelectMany(made => made.Dataset.Value?.Parts ?? []);

        /// <summary>A dataset by its id; null when no register yields it or it would be empty.</summary>
        public Dataset? Dataset(string id) => byDataset.GetValueOrDefault(id)?.Dataset.Value;

        /// <summary>The register a dataset is of, or null.</summary>
        public string? Register(string dataset) => byDataset.GetValueOrDefault(dataset)?.Register;

        /// <summary>Whether it says the same of these tables.</summary>
        public bool Holds(IReadOnlyDictionary<string, RegisterTable> tables) =>
            byDataset.Values.All(made => State(tables[made.Register], tables) == made.State);

        /// <summary>What a dataset depends on: its register, and those whose records name its codes.</summary>
        private static string State(RegisterTable table, IReadOnlyDictionary<string, RegisterTable> tables) => string.Join(
            ',', table.Register.Statistics!.Dimensions.Where(field => field.References is not null).Select(field => tables[field.References!]).Prepend(table).Select(one => one.Changed));
    }

    private sealed class Made(string register, string state, DatasetDefinition definition, RegisterTable table)
    {
        public string Register { get; } = register;

        public string State { get; } = state;

        public DatasetDefinition Definition { get; } = definition;

        public Lazy<Dataset?> Dataset { get; } = new(() => RegisterDatasets.Make(definition, table));
    }
}
