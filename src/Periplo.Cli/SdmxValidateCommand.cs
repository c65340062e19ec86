using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Sdmx.Messages;
using Periplo.Sources.Messages;

namespace Periplo.Cli;

/// <summary><c>periplo sdmx validate</c>: what a message has, and all that is wrong with it.</summary>
internal static class SdmxValidateCommand
{
    private const int MostShown = 50;

    public static Command Build(Terminal terminal, StoreOption store)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Say("Archivo o dirección de un mensaje de datos SDMX.", "File or address of an SDMX data message.", "Fichier ou adresse d’un message de données SDMX.") };
        var structure = SdmxImportCommand.StructureOption(terminal);
        var json = new Option<bool>("--json") { Description = terminal.Say("Escribe el informe como JSON.", "Writes the report as JSON.", "Écrit le rapport en JSON.") };
        var command = new Command("validate", terminal.Say(
            "Comprueba un mensaje SDMX sin importarlo: formato, series, observaciones, suma y errores, cada uno con línea, clave y regla.",
            "Checks an SDMX message without importing it: format, series, observations, sum and errors, each with line, key and rule.",
            "Vérifie un message SDMX sans l’importer : format, séries, observations, somme et erreurs, chacune avec ligne, clé et règle.")) { file, structure, json };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var report = store.Open(line).ValidateSdmx(line.GetValue(file)!, line.GetValue(structure), cancellation);
            if (line.GetValue(json))
                WriteJson(report);
            else
                Write(terminal, report);
            return report.IsValid ? 0 : 1;
        })));
        return command;
    }

    private static void Write(Terminal terminal, DataReport report)
    {
        terminal.WriteLine(new($"formato: {Name(report)}", $"format: {Name(report)}", $"format : {Name(report)}"));
        terminal.WriteLine(new(
            $"{terminal.Whole(report.DataSets)} conjuntos, {terminal.Whole(report.Series)} series, {terminal.Whole(report.Observations)} observaciones ({terminal.Whole(report.Missing)} sin valor), suma {terminal.Figure(report.Sum)}",
            $"{terminal.Whole(report.DataSets)} data sets, {terminal.Whole(report.Series)} series, {terminal.Whole(report.Observations)} observations ({terminal.Whole(report.Missing)} without a value), sum {terminal.Figure(report.Sum)}",
            $"{terminal.Whole(report.DataSets)} ensembles, {terminal.Whole(report.Series)} séries, {terminal.Whole(report.Observations)} observations ({terminal.Whole(report.Missing)} sans valeur), somme {terminal.Figure(report.Sum)}"));
        if (report.LaterDownload is { } later)
            terminal.WriteLine(new($"los datos estarán en {later}", $"the data will be at {later}", $"les données seront à {later}"));
        if (!report.KeysComplete)
            terminal.WriteLine(new("hay más claves de las que se recuerdan: las repetidas del final no se buscaron", "there are more keys than are held: duplicates among the last were not looked for", "il y a plus de clés qu’il n’en est retenu : les doublons de la fin n’ont pas été cherchés"));
        terminal.WriteLine(report.IsValid
            ? new("sin errores", "no errors", "sans erreur")
            : new($"{terminal.Whole(report.FaultCount)} errores:", $"{terminal.Whole(report.FaultCount)} errors:", $"{terminal.Whole(report.FaultCount)} erreurs :"));
        foreach (var fault in report.Faults.Take(MostShown))
        {
            var words = MessageRules.Words(fault.Rule, fault.Detail);
            var key = fault.Key.Length > 0 ? $"{fault.Key}, " : "";
            terminal.WriteLine(fault.Line > 0
                ? new($"  línea {fault.Line}, {key}{fault.Rule}: {words.Es}", $"  line {fault.Line}, {key}{fault.Rule}: {words.En}", $"  ligne {fault.Line}, {key}{fault.Rule} : {words.Fr}")
                : new($"  {key}{fault.Rule}: {words.Es}", $"  {key}{fault.Rule}: {words.En}", $"  {key}{fault.Rule} : {words.Fr}"));
        }
    }

    private static string Name(DataReport report) => report.Format is { } format ? SdmxMessages.FormatName(format) : "—";

    private static void WriteJson(DataReport report)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", report.Format is { } format ? SdmxMessages.FormatId(format) : null);
            json.WriteNumber("datasets", report.DataSets);
            json.WriteNumber("series", report.Series);
            json.WriteNumber("observations", report.Observations);
            json.WriteNumber("missing", report.Missing);
            // Values as large as a number can be may add up to more than that.
            if (double.IsFinite(report.Sum))
                json.WriteNumber("sum", report.Sum);
            else
                json.WriteNull("sum");
            json.WriteBoolean("complete", report.IsComplete);
            if (report.Header is { } header)
            {
                json.WriteString("message", header.Id);
                json.WriteString("sender", header.Sender);
                json.WriteString("prepared", header.Prepared);
            }

            if (report.LaterDownload is { } later)
                json.WriteString("later", later.AbsoluteUri);
            json.WriteNumber("errorCount", report.FaultCount);
            json.WriteStartArray("errors");
            foreach (var fault in report.Faults)
            {
                json.WriteStartObject();
                json.WriteNumber("line", fault.Line);
                json.WriteNumber("column", fault.Column);
                json.WriteString("key", fault.Key);
                json.WriteString("rule", fault.Rule);
                json.WriteString("message", fault.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
