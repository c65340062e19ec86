using System.CommandLine;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class MovementQualityCommand
{
    private static readonly string[] Measures = ["RECORDS", "MATCH_RATE", "GAPS", "DUPLICATES", "LATE", "UNKNOWN"];

    public static Command Build(Terminal terminal, StoreOption store)
    {
        var country = new Option<string?>("--country") { Description = terminal.Say("Solo un país.", "One country only.", "Un seul pays.") };
        var month = new Option<string?>("--month") { Description = terminal.Say("Mes, como 2024-12; por omisión, el último.", "Month, such as 2024-12; the last by default.", "Mois, comme 2024-12 ; par défaut, le dernier.") };
        var command = new Command("quality", terminal.Say(
            "Muestra la calidad de los registros por puesto: cruces con pareja, faltantes, repetidos, tardíos y con datos desconocidos.",
            "Shows the quality of records by post: paired, missing, duplicate, late and with unknown items.",
            "Montre la qualité des enregistrements par poste : passages appariés, manquants, répétés, tardifs et à données inconnues.")) { country, month };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var installation = store.Open(line);
            var dataset = installation.Dataset("MOVEMENT_QUALITY", null);
            var query = Query.All.Where("VINTAGE", "LATEST").Where("MEASURE", Measures);
            if (line.GetValue(country) is { } area)
                query = query.Where("REF_AREA", installation.Areas.Resolve(area).Id);
            var found = dataset.Select(query).ToList();
            var wanted = line.GetValue(month) ?? (found.Count == 0 ? "" : found.Max(i => dataset.Observations.Times[i]).ToString());
            var rows = found.Where(i => dataset.Observations.Times[i].ToString() == wanted)
                .GroupBy(i => (Area: Code(dataset, "REF_AREA", i), Post: Code(dataset, "POST", i), Direction: Code(dataset, "DIRECTION", i)))
                .OrderBy(group => group.Key)
                .Select(group => (IReadOnlyList<string>)[group.Key.Area, group.Key.Post, group.Key.Direction, .. Measures.Select(measure => Cell(terminal, dataset, group, measure))]);
            terminal.WriteLine(new($"{dataset.Revision.Id}, {wanted}", $"{dataset.Revision.Id}, {wanted}", $"{dataset.Revision.Id}, {wanted}"));
            terminal.WriteTable(
                [
                    new("País", "Country", "Pays"), new("Puesto", "Post", "Poste"), new("Sentido", "Direction", "Sens"), new("Registros", "Records", "Enregistrements"), new("Con pareja %", "Paired %", "Appariés %"),
                    new("Faltan", "Missing", "Manquants"), new("Repetidos", "Duplicates", "Répétés"), new("Tardíos", "Late", "Tardifs"), new("Desconocidos", "Unknown", "Inconnus"),
                ],
                rows, 3, 4, 5, 6, 7, 8);
            return 0;
        }));
        return command;
    }

    // Absent is nothing counted; suppressed says so.
    private static string Cell(Terminal terminal, Dataset dataset, IEnumerable<int> row, string measure)
    {
        foreach (var i in row.Where(i => Code(dataset, "MEASURE", i) == measure))
        {
            var value = dataset.Plain(i);
            return double.IsNaN(value) ? terminal.Say("protegido", "protected", "protégé") : measure == "MATCH_RATE" ? terminal.Figure(Math.Round(value, 1)) : terminal.Whole(value);
        }

        return "";
    }

    private static string Code(Dataset dataset, string dimension, int observation) => dataset.Observations.Code(dataset.Definition.Dimension(dimension), observation);
}
