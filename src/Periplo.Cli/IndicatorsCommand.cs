using System.CommandLine;
using Periplo.Indicators;

namespace Periplo.Cli;

internal static class IndicatorsCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var json = new Option<bool>("--json") { Description = terminal.Say("Como JSON, en los tres idiomas.", "As JSON, in all three languages.") };
        var keep = new Option<bool>("--keep") { Description = terminal.Say("Guarda todos los valores como revisión del conjunto INDICATORS.", "Keeps all values as a revision of the dataset INDICATORS.") };
        var command = new Command("indicators", terminal.Say(
            "Lista los indicadores con su cobertura: cuántos países tienen valor, y de qué año es el último.",
            "Lists the indicators with their coverage: how many countries have a value, and of what year the latest is.")) { json, keep };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            installation.LoadRegisters(null, cancellation);
            if (line.GetValue(keep))
            {
                var kept = installation.PublishIndicators(cancellation);
                terminal.WriteLine(kept.IsNew
                    ? new($"INDICATORS {kept.Part.Revision.Id}: {terminal.Whole(kept.Part.Observations)} valores.", $"INDICATORS {kept.Part.Revision.Id}: {terminal.Whole(kept.Part.Observations)} values.")
                    : new($"INDICATORS {kept.Part.Revision.Id} ya tiene estos valores.", $"INDICATORS {kept.Part.Revision.Id} has these values already."));
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
                [new("Código", "Code"), new("Indicador", "Indicator"), new("Unidad", "Unit"), new("Países", "Countries"), new("Último", "Latest"), new("Fuente", "Source")],
                table.Coverage.Select(IReadOnlyList<string> (one) =>
                [
                    one.Indicator.Code, terminal.Say(one.Indicator.Name), string.Join(' ', one.Indicator.Measures.Select(measure => measure.Unit).Distinct()), terminal.Whole(one.Filled),
                    one.Latest?.ToString() ?? (one.Indicator.IsGap ? terminal.Say("sin datos", "no data") : ""), terminal.Say(one.Indicator.Source),
                ]),
                3);
            var counted = table.Coverage.Count(one => one.Indicator.Counts && one.Filled > 0);
            var filled = table.Areas.Take(table.Countries).Select(area => table.Filled(area).Count).ToList();
            terminal.WriteLine(new(
                $"{counted} de {table.Registry.All.Count} indicadores tienen algún valor; {filled.Count(count => count >= 35)} países y territorios tienen 35 o más, de {table.Countries}.",
                $"{counted} of {table.Registry.All.Count} indicators have some value; {filled.Count(count => count >= 35)} countries and territories have 35 or more, of {table.Countries}."));
            return 0;
        })));
        return command;
    }
}
