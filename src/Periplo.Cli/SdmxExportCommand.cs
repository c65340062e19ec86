using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Sdmx.Messages;

namespace Periplo.Cli;

/// <summary><c>periplo sdmx export</c>: figures of a flow as an SDMX message.</summary>
internal static class SdmxExportCommand
{
    private static readonly (string Word, DataFormat Format)[] Formats =
    [
        ("csv", DataFormat.Csv2),
        ("csv1", DataFormat.Csv1),
        ("json", DataFormat.Json2),
        ("json1", DataFormat.Json1),
        ("generic", DataFormat.GenericXml),
        ("generic-series", DataFormat.GenericTimeSeriesXml),
        ("structured", DataFormat.StructureSpecificXml),
        ("structured-series", DataFormat.StructureSpecificTimeSeriesXml),
    ];

    public static Command Build(Terminal terminal, StoreOption store)
    {
        var dataflow = DataflowArgument(terminal);
        var key = new Argument<string?>("KEY")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = terminal.Say(
                "Clave: un código por dimensión, con puntos entre ellos; nada, todos; + entre códigos, cualquiera: A.USA.MEX+GTM...... Un área vale con cualquier código.",
                "Key: a code for each dimension with points between; nothing for all; + between codes for any: A.USA.MEX+GTM...... An area may be any code.",
                "Clé : un code par dimension, avec des points entre eux ; rien pour tous ; + entre codes pour l’un d’eux : A.USA.MEX+GTM...... Une zone vaut par n’importe quel code."),
        };
        var format = new Option<string>("--format")
        {
            DefaultValueFactory = _ => "csv",
            Description = terminal.Say(
                "csv (2.0), csv1, json (2.0), json1, generic o structured (SDMX-ML 2.1), y las dos últimas con -series.",
                "csv (2.0), csv1, json (2.0), json1, generic or structured (SDMX-ML 2.1), and the last two with -series.",
                "csv (2.0), csv1, json (2.0), json1, generic ou structured (SDMX-ML 2.1), et les deux derniers avec -series."),
        };
        format.AcceptOnlyFromAmong([.. Formats.Select(one => one.Word)]);
        var labels = new Option<string>("--labels")
        {
            DefaultValueFactory = _ => "id",
            Description = terminal.Say("En csv: id, name (código y nombre en columnas) o both (juntos).", "In csv: id, name (code and name in columns) or both (together).", "En csv : id, name (code et nom en colonnes) ou both (ensemble)."),
        };
        labels.AcceptOnlyFromAmong("id", "name", "both");
        var from = new Option<string?>("--from") { Description = terminal.Say("Primer periodo: 2015, 2015-Q1, 2015-01.", "First period: 2015, 2015-Q1, 2015-01.", "Première période : 2015, 2015-Q1, 2015-01.") };
        var to = new Option<string?>("--to") { Description = terminal.Say("Último periodo.", "Last period.", "Dernière période.") };
        var language = new Option<string?>("--language") { Description = terminal.Say("Idioma de los nombres: es, en o fr; por omisión, el de la terminal.", "Language of names: es, en or fr; that of the terminal by default.", "Langue des noms : es, en ou fr ; par défaut, celle du terminal.") };
        language.AcceptOnlyFromAmong([.. Enum.GetValues<Language>().Select(one => one.Tag())]);
        var output = OutputOption(terminal);
        var command = new Command("export", terminal.Say(
            "Escribe las cifras de un flujo como mensaje SDMX, con su fuente, revisión, situación, método y licencia.",
            "Writes the figures of a flow as an SDMX message, with their source, revision, status, method and licence.",
            "Écrit les chiffres d’un flux sous forme de message SDMX, avec leur source, révision, statut, méthode et licence.")) { dataflow, key, format, labels, from, to, language, output };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var export = new SdmxExport(line.GetValue(dataflow)!)
            {
                Key = line.GetValue(key),
                From = line.GetValue(from),
                To = line.GetValue(to),
                Format = Formats.First(one => one.Word == line.GetValue(format)).Format,
                Labels = line.GetValue(labels) switch { "both" => CsvLabels.Both, "name" => CsvLabels.Name, _ => CsvLabels.Id },
                Language = Enum.GetValues<Language>().Where(one => one.Tag() == line.GetValue(language)).DefaultIfEmpty(terminal.Language).First(),
            };
            var installation = store.Open(line);
            Write(line.GetValue(output), stream => installation.ExportSdmx(export, stream));
            return 0;
        }));
        return command;
    }

    /// <summary>The argument that names a flow.</summary>
    public static Argument<string> DataflowArgument(Terminal terminal) => new("DATAFLOW")
    {
        Description = terminal.Say(
            "Flujo: DF_MIG_STOCK, o AGENCIA,ID,VERSIÓN. «periplo datasets» y docs/sdmx-structures.md dicen cuáles hay.",
            "Flow: DF_MIG_STOCK, or AGENCY,ID,VERSION. \"periplo datasets\" and docs/sdmx-structures.md say which there are.",
            "Flux : DF_MIG_STOCK, ou AGENCE,ID,VERSION. « periplo datasets » et docs/sdmx-structures.md disent lesquels existent."),
    };

    /// <summary>The option that names the file to write.</summary>
    public static Option<string?> OutputOption(Terminal terminal) => new("--output")
    {
        Description = terminal.Say("Archivo que escribir, entero o nada; por omisión, la salida.", "File to write, whole or not at all; standard output by default.", "Fichier à écrire, en entier ou pas du tout ; par défaut, la sortie."),
    };

    /// <summary>Writes a file, or to the output where none is named.</summary>
    public static void Write(string? file, Action<Stream> write)
    {
        if (file is not null)
        {
            WholeFile.Write(file, write);
            return;
        }

        using var standard = Console.OpenStandardOutput();
        using var buffered = new BufferedStream(standard, 1 << 16);
        write(buffered);
    }
}
