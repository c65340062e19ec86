using System.CommandLine;
using Periplo.Indicators;

namespace Periplo.Cli;

internal static class IndicatorsCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var json = new Option<bool>("--json") { Description = terminal.Say("Como JSON, en los tres idiomas.", "As JSON, in all three languages.", "En JSON, dans les trois langues.") };
        var keep = new Option<bool>("--keep") { Description = terminal.Say("Guarda todos los valores como revisión del conjunto INDICATORS.", "Keeps all values as a revision of the dataset INDICATORS.", "Conserve toutes les valeurs comme révision du jeu de données INDICATORS.") };
        var command = new Command("indicators", terminal.Say(
            "Lista los indicadores con su cobertura: cuántos países tienen valor, y de qué año es el último.",
            "Lists the indicators with their coverage: how many countries have a value, and of what year the latest is.",
            "Énumère les indicateurs avec leur couverture : combien de pays ont une valeur, et de quelle année est la dernière.")) { json, keep };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            installation.LoadRegisters(null, cancellation);
            if (line.GetValue(keep))
            {
                var kept = installation.PublishIndicators(cancellation);
                terminal.WriteLine(kept.IsNew
                    ? new($"INDICATORS {kept.Part.Revision.Id}: {terminal.Whole(kept.Part.Observations)} valores.", $"INDICATORS {kept.Part.Revision.Id}: {terminal.Whole(kept.Part.Observations)} values.", $"INDICATORS {kept.Part.Revision.Id} : {terminal.Whole(kept.Part.Observations)} valeurs.")
                    : new($"INDICATORS {kept.Part.Revision.Id} ya tiene estos valores.", $"INDICATORS {kept.Part.Revision.Id} has these values already.", $"INDICATORS {kept.Part.Revision.Id} a déjà ces valeurs."));
                return 0;
            }

            var table = installation.Indicators(cancellation);
            if (line.GetValue(json))
            {
                using var output = Console.OpenStandardOutput();
                IndicatorJson.Write(table, output);
                return 0;
            }

            terminal.WriteTable(
                [new("Código", "Code", "Code"), new("Indicador", "Indicator", "Indicateur"), new("Unidad", "Unit", "Unité"), new("Países", "Countries", "Pays"), new("Último", "Latest", "Dernier"), new("Fuente", "Source", "Source")],
                table.Coverage.Select(IReadOnlyList<string> (one) =>
                [
                    one.Indicator.Code, terminal.Say(one.Indicator.Name), string.Join(' ', one.Indicator.Measures.Select(measure => measure.Unit).Distinct()), terminal.Whole(one.Filled),
                    one.Latest?.ToString() ?? (one.Indicator.IsGap ? terminal.Say("sin datos", "no data", "sans données") : ""), terminal.Say(one.Indicator.Source),
                ]),
                3);
            var counted = table.Coverage.Count(one => one.Indicator.Counts && one.Filled > 0);
            var filled = table.Areas.Take(table.Countries).Select(area => table.Filled(area).Count).ToList();
            terminal.WriteLine(new(
                $"{counted} de {table.Registry.All.Count} indicadores tienen algún valor; {filled.Count(count => count >= 35)} países y territorios tienen 35 o más, de {table.Countries}.",
                $"{counted} of {table.Registry.All.Count} indicators have some value; {filled.Count(count => count >= 35)} countries and territories have 35 or more, of {table.Countries}.",
                $"{counted} indicateurs sur {table.Registry.All.Count} ont une valeur ; {filled.Count(count => count >= 35)} pays et territoires en ont 35 ou plus, sur {table.Countries}."));
            return 0;
        })));
        return command;
    }
}
