using System.CommandLine;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class IndicatorCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var code = new Argument<string>("CODE") { Description = terminal.Say("Código: M1.02.", "Code: M1.02.", "Code : M1.02.") };
        var area = new Option<string?>("--area") { Description = terminal.Say("Área, con cualquier código o nombre. Sin ella, el último valor de cada país.", "Area, by any code or name. Without it, the latest value of each country.", "Zone, par tout code ou nom. Sans elle, la dernière valeur de chaque pays.") };
        var json = new Option<bool>("--json") { Description = terminal.Say("Como JSON, en los tres idiomas.", "As JSON, in all three languages.", "En JSON, dans les trois langues.") };
        var command = new Command("indicator", terminal.Say(
            "Da los valores de un indicador con su definición, su fuente y las cifras de que salen.",
            "Gives the values of an indicator with its definition, its source and the figures they come from.",
            "Donne les valeurs d’un indicateur avec sa définition, sa source et les chiffres dont elles proviennent.")) { code, area, json };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var indicator = installation.IndicatorRegistry.Find(line.GetValue(code)!) ?? throw new StatisticsException(new(
                $"No hay ningún indicador «{line.GetValue(code)}». «periplo indicators» los lista.", $"There is no indicator \"{line.GetValue(code)}\". \"periplo indicators\" lists them.",
                $"Il n’y a aucun indicateur « {line.GetValue(code)} ». « periplo indicators » les énumère."));
            var asked = line.GetValue(area) is { } name ? installation.Areas.Resolve(name) : null;
            installation.LoadRegisters(null, cancellation);
            var table = installation.Indicators(cancellation);
            if (line.GetValue(json))
            {
                using var output = Console.OpenStandardOutput();
                IndicatorJson.Write(table, indicator, asked?.Id, output);
                return 0;
            }

            terminal.WriteLine(new(
                $"{indicator.Code} {indicator.Name.Es}. {indicator.Definition.Es}\nLo que no dice: {indicator.Limits.Es}\nFuente: {indicator.Source.Es}.",
                $"{indicator.Code} {indicator.Name.En}. {indicator.Definition.En}\nWhat it cannot tell: {indicator.Limits.En}\nSource: {indicator.Source.En}.",
                $"{indicator.Code} {indicator.Name.Fr}. {indicator.Definition.Fr}\nCe qu’il ne dit pas : {indicator.Limits.Fr}\nSource : {indicator.Source.Fr}."));
            foreach (var measure in indicator.Measures.Where(measure => measure.Formula is not null))
                terminal.WriteLine(Text.Same($"{(measure.Id == IndicatorKey.All ? "" : measure.Id + " ")}= {measure.Formula!.Text}{(measure.Method is null ? "" : $" ({measure.Method})")}"));
            WriteValues(terminal, table, indicator, asked?.Id);
            return 0;
        })));
        return command;
    }

    private static void WriteValues(Terminal terminal, IndicatorTable table, IndicatorDefinition indicator, string? area)
    {
        IReadOnlyList<IndicatorValue> values = area is null
            ? [.. indicator.Measures.SelectMany(measure => table.Across(indicator.Code, new(measure.Id)))]
            : table.Of(indicator.Code, area);
        if (values.Count == 0)
        {
            if (area is not null && table.Gaps(area).FirstOrDefault(gap => gap.Indicator == indicator).Reason is { } reason)
                terminal.WriteLine(reason);
            return;
        }

        terminal.WriteTable(
            [new("Área", "Area", "Zone"), new("Periodo", "Period", "Période"), new("Medida", "Measure", "Mesure"), new("Valor", "Value", "Valeur"), new("Unidad", "Unit", "Unité"), new("Situación", "Status", "Statut"), new("De dónde sale", "Made of", "D’où il vient")],
            values.Select(IReadOnlyList<string> (value) =>
            [
                value.Area, value.Period.ToString(), Shown(value.Key), double.IsNaN(value.Value) ? terminal.Say(value.Words!) : terminal.Figure(value.Value), value.Unit,
                $"{(char)value.Status}{(value.DefinitionUsed is { } used ? $" ({terminal.Say(used)})" : "")}",
                string.Join(' ', value.Inputs.Take(3).Select(Shown)) + (value.Inputs.Count > 3 ? $" … ({value.Inputs.Count})" : ""),
            ]),
            3);
    }

    private static string Shown(IndicatorKey key) =>
        string.Join(' ', new[] { key.Measure, key.Counterpart, key.Sex, key.Age }.Where(code => code != IndicatorKey.All));

    private static string Shown(IndicatorInput input) =>
        input.IsRecord ? $"{input.Collection}/{input.Key}" : $"{input.Collection}/{input.Revision}/{input.Key}/{input.Period}";
}
