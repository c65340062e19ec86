using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;

namespace Periplo.Cli;

/// <summary><c>periplo flows fit</c>: the table nearest to another that has given totals.</summary>
internal static class FlowsFitCommand
{
    public static Command Build(Terminal terminal)
    {
        var table = Option(terminal, "--table", new("Tabla de partida: origin,destination,count; un par que no está es cero y lo sigue siendo.", "Table to begin with: origin,destination,count; a pair that is not there is zero and stays so.", "Tableau de départ : origin,destination,count ; une paire absente vaut zéro et le reste."), required: true);
        var origins = Option(terminal, "--origins", new("Totales por origen: area,total.", "Totals by origin: area,total.", "Totaux par origine : area,total."));
        var destinations = Option(terminal, "--destinations", new("Totales por destino: area,total.", "Totals by destination: area,total.", "Totaux par destination : area,total."));
        var net = Option(terminal, "--net", new("Saldo migratorio de cada área, que suma cero: area,net.", "Net migration of each area, which adds to zero: area,net.", "Solde migratoire de chaque zone, de somme nulle : area,net."));
        var total = new Option<double?>("--total") { Description = terminal.Say("Movimientos en total, con --net.", "Moves in all, with --net.", "Nombre total de déplacements, avec --net.") };
        var groups = Option(terminal, "--groups", new("Grupos de áreas: area,group.", "Groups of areas: area,group.", "Groupes de zones : area,group."));
        var blocks = Option(terminal, "--blocks", new(
            "Totales entre grupos, o entre áreas y grupos: origin,destination,total.", "Totals between groups, or between areas and groups: origin,destination,total.", "Totaux entre groupes, ou entre zones et groupes : origin,destination,total."));
        var whole = new Option<bool>("--whole") { Description = terminal.Say(
            "Redondea a personas enteras sin que las sumas dejen de cuadrar.", "Rounds to whole persons so that sums still hold.", "Arrondit à des personnes entières sans que les sommes cessent de concorder.") };
        var tolerance = new Option<double>("--tolerance") { DefaultValueFactory = _ => 1e-9, Description = terminal.Say(
            "Mayor error relativo de un total.", "Largest relative error of a total.", "Plus grande erreur relative d’un total.") };
        var output = Option(terminal, "--output", new("Archivo que escribir (.csv o .csv.gz): origin,destination,flow.", "File to write (.csv or .csv.gz): origin,destination,flow.", "Fichier à écrire (.csv ou .csv.gz) : origin,destination,flow."), required: true);
        var command = new Command("fit", terminal.Say(new Text(
            "Ajusta una tabla de flujos a totales por origen, destino, grupos o saldo migratorio (docs/methods/table-fits.md).",
            "Fits a table of flows to totals by origin, destination, groups or net migration (docs/methods/table-fits.md).",
            "Ajuste un tableau de flux à des totaux par origine, destination, groupes ou solde migratoire (docs/methods/table-fits.md)."))) { table, origins, destinations, net, total, groups, blocks, whole, tolerance, output };
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var (fit, moves) = FlowFits.Fit(
                new()
                {
                    Table = line.GetValue(table)!, Origins = line.GetValue(origins), Destinations = line.GetValue(destinations), Net = line.GetValue(net), Total = line.GetValue(total),
                    Groups = line.GetValue(groups), Blocks = line.GetValue(blocks), Whole = line.GetValue(whole), Limits = new(line.GetValue(tolerance)), Output = line.GetValue(output)!,
                },
                cancellation);
            var (written, how) = (terminal.Whole(moves), fit.Explanation);
            terminal.WriteLine(new($"{written} movimientos; {how.Es}", $"{written} moves; {how.En}", $"{written} déplacements ; {how.Fr}"));
            return 0;
        })));
        return command;
    }

    private static Option<string?> Option(Terminal terminal, string name, Text description, bool required = false) => new(name) { Required = required, Description = terminal.Say(description) };
}
