using System.CommandLine;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Sources.Flows;

namespace Periplo.Cli;

/// <summary><c>periplo flows indices</c>: indices of the flows of files.</summary>
internal static class FlowsIndicesCommand
{
    /// <summary>What a terminal has room for; the file has all.</summary>
    private static readonly string[] Shown =
        ["areas", "moves", "crude_intensity", "effectiveness_index", "aggregate_net_rate", "connectivity", "inequality", "gini_corrected", "aggregate_variation", "mean_distance", "median_distance", "distance_decay"];

    public static Command Build(Terminal terminal)
    {
        var flows = File(terminal, "--flows", required: true, new(
            "Flujos: origin,destination,flow y, si hay varias tablas, period, sex, method (.csv o .csv.gz).",
            "Flows: origin,destination,flow and, where there are several tables, period, sex, method (.csv or .csv.gz).",
            "Flux : origin,destination,flow et, s’il y a plusieurs tableaux, period, sex, method (.csv ou .csv.gz)."));
        var population = File(terminal, "--population", required: true, new(
            "Población de cada área: area,population y, si cambia con ellos, period, sex. Sus áreas son las de la tabla.",
            "Population of each area: area,population and, where it differs by them, period, sex. Its areas are those of the table.",
            "Population de chaque zone : area,population et, si elle varie selon eux, period, sex. Ses zones sont celles du tableau."));
        var distance = File(terminal, "--distance", required: false, new(
            "Distancias: origin,destination,distance, en cualquier unidad; un par dado en un sentido vale en los dos.",
            "Distances: origin,destination,distance, in any unit; a pair given one way counts both ways.",
            "Distances : origin,destination,distance, dans toute unité ; une paire donnée dans un sens vaut dans les deux."));
        var pairs = new Option<bool>("--pairs") { Description = terminal.Say(
            "Escribir también los índices de cada par con movimientos.", "Write the indices of each pair with moves too.", "Écrire aussi les indices de chaque paire ayant des déplacements.") };
        var output = File(terminal, "--output", required: false, new(
            "Archivo que escribir (.csv o .csv.gz): period,sex,method,index,area,destination,value; sin área, de la tabla entera.",
            "File to write (.csv or .csv.gz): period,sex,method,index,area,destination,value; without area, of the whole table.",
            "Fichier à écrire (.csv ou .csv.gz) : period,sex,method,index,area,destination,value ; sans zone, du tableau entier."));
        var command = new Command("indices", terminal.Say(new Text(
            "Índices de una tabla de flujos: intensidad, efectividad, conectividad, desigualdad y distancia (docs/methods/migration-indices.md).",
            "Indices of a table of flows: intensity, effectiveness, connectivity, inequality and distance (docs/methods/migration-indices.md).",
            "Indices d’un tableau de flux : intensité, efficacité, connectivité, inégalité et distance (docs/methods/migration-indices.md)."))) { flows, population, distance, pairs, output };
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var tables = FlowIndexFiles.Indices(
                line.GetValue(flows)!, line.GetValue(population)!, line.GetValue(distance), line.GetValue(output), line.GetValue(pairs), cancellation);
            Tell(terminal, tables);
            return 0;
        })));
        return command;
    }

    private static void Tell(Terminal terminal, IReadOnlyList<LabelledSystem> tables)
    {
        var indices = FlowIndexList.OfSystem.Where(index => Shown.Contains(index.Id) && (tables[0].System.Distances is not null || !index.Id.Contains("distance", StringComparison.Ordinal))).ToList();
        IReadOnlyList<Text> columns = [new("Periodo", "Period", "Période"), new("Sexo", "Sex", "Sexe"), new("Método", "Method", "Méthode"), .. indices.Select(index => index.Name)];
        terminal.WriteTable(
            columns,
            tables.Select(table => (IReadOnlyList<string>)[table.Period, table.Sex, table.Method, .. indices.Select(index => terminal.Figure(index.Value(table.System) ?? double.NaN))]),
            [.. Enumerable.Range(3, indices.Count)]);
    }

    private static Option<string?> File(Terminal terminal, string name, bool required, Text description) => new(name) { Required = required, Description = terminal.Say(description) };
}
