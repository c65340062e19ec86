using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class CompareCommand
{
    private const int ShownToAPerson = 25;

    public static Command Build(Terminal terminal, StoreOption store)
    {
        var dataset = ShowCommand.DatasetArgument(terminal);
        var revisions = new Option<string[]>("--revisions")
        {
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
            Required = true,
            Description = terminal.Say("Las dos revisiones, primero la anterior: --revisions 2020 2024", "The two revisions, the earlier first: --revisions 2020 2024", "Les deux révisions, la plus ancienne d’abord : --revisions 2020 2024"),
        };
        var top = new Option<int?>("--top") { Description = terminal.Say("Cuántos cambios mostrar; 0 = todos. En pantalla, 25; en un archivo, todos.", "How many changes to show; 0 = all. 25 on a screen, all in a file.", "Combien de changements montrer ; 0 = tous. À l’écran, 25 ; dans un fichier, tous.") };
        var query = new QueryOptions(terminal);
        var command = new Command("compare", terminal.Say(
            "Dice qué cambió entre dos revisiones, lo más grande primero, con los totales de ambas.",
            "Tells what changed between two revisions, largest first, with the totals of both.",
            "Dit ce qui a changé entre deux révisions, le plus grand d’abord, avec les totaux des deux.")) { dataset, revisions, top };
        query.AddTo(command);
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var installation = store.Open(line);
            var definition = installation.Definition(line.GetValue(dataset)!);
            var names = line.GetValue(revisions)!;
            var chosen = query.Query(line, installation, definition);
            var comparison = installation.Compare(definition.Id, names[0], names[1], chosen);
            var (before, after) = (comparison.Before.Revision.Id, comparison.After.Revision.Id);
            WriteTotals(terminal, installation, comparison, chosen);
            terminal.WriteLine(new(
                $"{Whole(comparison.Changes.Count)} claves cambiaron, {Whole(comparison.Unchanged)} no; {Whole(comparison.OnlyBefore)} solo están en {before} y {Whole(comparison.OnlyAfter)} solo en {after}.",
                $"{Whole(comparison.Changes.Count)} keys changed, {Whole(comparison.Unchanged)} did not; {Whole(comparison.OnlyBefore)} are only in {before} and {Whole(comparison.OnlyAfter)} only in {after}.",
                $"{Whole(comparison.Changes.Count)} clés ont changé, {Whole(comparison.Unchanged)} non ; {Whole(comparison.OnlyBefore)} ne sont que dans {before} et {Whole(comparison.OnlyAfter)} que dans {after}."));
            var shown = line.GetValue(top) ?? (Terminal.IsWatched ? ShownToAPerson : 0);
            // Dimensions that have one code throughout would only repeat it.
            var varying = Enumerable.Range(0, definition.Structure.Dimensions.Count)
                .Where(d => comparison.Before.Observations.Codes[d].Length > 1 || comparison.After.Observations.Codes[d].Length > 1).ToList();
            terminal.WriteTable(
                [.. varying.Select(d => Text.Same(definition.Structure.Dimensions[d].Id)), Text.Same("TIME_PERIOD"), Text.Same(before), Text.Same(after), new("Diferencia", "Difference", "Différence")],
                (shown > 0 ? comparison.Changes.Take(shown) : comparison.Changes).Select(IReadOnlyList<string> (change) =>
                    [.. varying.Select(d => change.Key[d]), change.Time.ToString(), Figure(change.Before), Figure(change.After), Figure(change.Difference)]),
                varying.Count + 1, varying.Count + 2, varying.Count + 3);
            return 0;
        }));
        return command;

        string Whole(int number) => terminal.Whole(number);
        string Figure(double number) => terminal.Figure(number);
    }

    private static void WriteTotals(Terminal terminal, Installation installation, Comparison comparison, Query chosen)
    {
        var definition = comparison.Before.Definition;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var measure in definition.AdditiveMeasures)
        {
            var (before, after) = (Totals(comparison.Before, measure), Totals(comparison.After, measure));
            foreach (var time in before.Keys.Union(after.Keys).Order())
                rows.Add([measure, time.ToString(), Value(before, time), Value(after, time), Figure(Of(after, time) - Of(before, time))]);
        }

        terminal.WriteLine(new("Totales:", "Totals:", "Totaux :"));
        terminal.WriteTable(
            [Text.Same(definition.MeasureDimension), Text.Same("TIME_PERIOD"), Text.Same(comparison.Before.Revision.Id), Text.Same(comparison.After.Revision.Id), new("Diferencia", "Difference", "Différence")],
            rows, 2, 3, 4);

        SortedDictionary<TimePeriod, Total> Totals(Dataset dataset, string measure)
        {
            string[] over = [.. definition.Structure.Dimensions.Select(dimension => dimension.Id)
                .Where(id => id is "COUNTERPART_AREA" or "REF_AREA" or "SEX" or "AGE" or "POP_TYPE" or "FLOW_GROUP")];
            try
            {
                return new Totals(dataset, installation.Areas).ByPeriod(chosen.Where(definition.MeasureDimension, measure), over);
            }
            catch (StatisticsException)
            {
                // Measures that have no common total in this revision (several units, say) are left out of the table.
                return [];
            }
        }

        double Of(SortedDictionary<TimePeriod, Total> totals, TimePeriod time) => totals.TryGetValue(time, out var total) ? total.Value : double.NaN;
        string Value(SortedDictionary<TimePeriod, Total> totals, TimePeriod time) => Figure(Of(totals, time));
        string Figure(double number) => terminal.Figure(number);
    }
}
