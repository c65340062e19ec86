using System.CommandLine;
using Periplo.Flows;
using Periplo.Observatory;
using Periplo.Statistics;

namespace Periplo.Cli;

/// <summary><c>periplo flows estimate --from-store</c>: flows from the stocks and demography held, kept in FLOWS.</summary>
internal sealed class FlowsFromStore
{
    private readonly Terminal terminal;
    private readonly StoreOption store;
    private readonly Option<bool> wanted;
    private readonly Option<string?> stocks;
    private readonly Option<string?> demography;

    public FlowsFromStore(Terminal terminal, StoreOption store)
    {
        (this.terminal, this.store) = (terminal, store);
        wanted = new("--from-store") { Description = terminal.Say(
            "Toma la población migrante y la demografía del almacén y guarda los flujos en FLOWS, como revisión de Periplo.",
            "Takes migrant stocks and demography from the store and keeps the flows in FLOWS, as a revision of Periplo's.",
            "Prend les populations migrantes et la démographie du dépôt et conserve les flux dans FLOWS, comme révision de Periplo.") };
        stocks = new("--stocks-revision") { Description = terminal.Say(
            "Con --from-store, revisión de STOCK; por omisión, todas las que tienen orígenes.",
            "With --from-store, revision of STOCK; by default all that have origins.",
            "Avec --from-store, révision de STOCK ; par défaut, toutes celles qui ont des origines.") };
        demography = new("--demography-revision") { Description = terminal.Say(
            "Con --from-store, revisión de DEMOGRAPHY; por omisión, la primera publicada el año de la población migrante o después.",
            "With --from-store, revision of DEMOGRAPHY; by default the first published in the year of the stocks or later.",
            "Avec --from-store, révision de DEMOGRAPHY ; par défaut, la première publiée l’année des populations migrantes ou après.") };
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { wanted, stocks, demography })
            command.Options.Add(option);
        store.AddTo(command);
    }

    public bool IsWanted(ParseResult line) => line.GetValue(wanted);

    /// <summary>Estimates and tells what was kept.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="settings">Methods, replicates and rules.</param>
    /// <param name="ofFiles">Options that belong to files and were given, by name.</param>
    /// <param name="cancellation">Stops the work.</param>
    public int Run(ParseResult line, FlowSettings settings, IReadOnlyList<string> ofFiles, CancellationToken cancellation)
    {
        if (ofFiles.Count > 0)
        {
            var names = string.Join(", ", ofFiles);
            throw new StatisticsException(new($"{names} no va con --from-store.", $"{names} does not go with --from-store.", $"{names} ne va pas avec --from-store."));
        }

        foreach (var kept in store.Open(line).EstimateFlows(line.GetValue(stocks), line.GetValue(demography), settings, cancellation))
            Tell(kept);
        return 0;
    }

    private void Tell(FlowsKept kept)
    {
        var part = kept.Import.Part;
        var (id, count) = (part.Revision.Id, terminal.Whole(part.Observations));
        terminal.WriteLine(kept.Import.IsNew
            ? new($"FLOWS {id}: {count} observaciones nuevas.", $"FLOWS {id}: {count} new observations.", $"FLOWS {id} : {count} observations nouvelles.")
            : new($"FLOWS {id}: ya estaba, con {count} observaciones.", $"FLOWS {id}: was there already, with {count} observations.", $"FLOWS {id} : déjà présent, avec {count} observations."));
        if (kept.Periods.Count > 0)
            FlowsEstimateSummary.Tell(terminal, [.. kept.Periods.SelectMany(Periods)]);
        foreach (var note in part.Notes.Skip(FlowWords.Caveats.Count))
            terminal.WriteLine(note);
    }

    /// <summary>The tables of a period by what they were made of: migrants alone, or whole populations of a sex.</summary>
    private static IEnumerable<FlowFilePeriod> Periods(FlowPeriodTables tables) => tables.Estimates.Where(estimate => estimate.Table is not null).GroupBy(estimate => estimate.Material).Select(group =>
        new FlowFilePeriod(tables.Period.First, tables.Period.Last, group.Key.Sex)
        {
            Areas = group.Key.Input.Start.Residences,
            OtherBirthplaces = [.. group.Key.Input.Start.Birthplaces.Skip(group.Key.Input.Start.Residences.Count)],
            Tables = [.. group.Select(one => new FlowFileTable(one.Method, one.Table!.Summary, one.Intervals?.Total, one.Intervals?.Infeasible ?? 0))],
            Time = tables.Took,
        });
}
