using System.CommandLine;
using Periplo.Observatory;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class ExportCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var dataset = ShowCommand.DatasetArgument(terminal);
        var revision = new Option<string?>("--revision") { Description = terminal.Say("Revisión (2024 o UNDESA.2024); por omisión, la última.", "Revision (2024 or UNDESA.2024); the latest by default.", "Révision (2024 ou UNDESA.2024) ; par défaut, la dernière.") };
        var format = new Option<string>("--format") { DefaultValueFactory = _ => "csv", Description = terminal.Say("csv o json.", "csv or json.", "csv ou json.") };
        format.AcceptOnlyFromAmong("csv", "json");
        var attributes = new Option<bool>("--attributes") { Description = terminal.Say("Añade al CSV el tipo de dato y las notas al pie.", "Adds the type of data and the footnotes to the CSV.", "Ajoute au CSV le type de donnée et les notes de bas de page.") };
        var output = new Option<string?>("--output") { Description = terminal.Say("Archivo que escribir; por omisión, la salida.", "File to write; standard output by default.", "Fichier à écrire ; par défaut, la sortie.") };
        var query = new QueryOptions(terminal);
        var command = new Command("export", terminal.Say(
            "Escribe observaciones con su fuente, revisión, situación, unidad, método y licencia.",
            "Writes observations with their source, revision, status, unit, method and licence.",
            "Écrit des observations avec leur source, révision, statut, unité, méthode et licence.")) { dataset, revision, format, attributes, output };
        query.AddTo(command);
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var installation = store.Open(line);
            var held = installation.Dataset(line.GetValue(dataset)!, line.GetValue(revision));
            var chosen = query.Query(line, installation, held.Definition);
            if (line.GetValue(output) is { } file)
            {
                WholeFile.Write(file, Write);
            }
            else
            {
                using var standard = Console.OpenStandardOutput();
                Write(standard);
            }

            return 0;

            void Write(Stream to)
            {
                if (line.GetValue(format) == "json")
                    DatasetJson.Write(held, chosen, terminal.Language, to);
                else
                    DatasetCsv.Write(held, chosen, line.GetValue(attributes), terminal.Language, to);
            }
        }));
        return command;
    }
}
