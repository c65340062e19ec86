using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Sources.Messages;
using Periplo.Statistics;

namespace Periplo.Cli;

/// <summary><c>periplo sdmx import</c>: figures out of messages of others.</summary>
internal static class SdmxImportCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var places = new Argument<string[]>("URL|FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = terminal.Say("Dirección o archivo de un mensaje de datos SDMX.", "Address or file of an SDMX data message.", "Adresse ou fichier d’un message de données SDMX."),
        };
        var structure = StructureOption(terminal);
        var mapping = new Option<string?>("--mapping")
        {
            Description = terminal.Say(
                "Archivo YAML que dice qué componentes y códigos nuestros son los del mensaje (docs/sdmx-import.md). No hace falta para mensajes de Periplo.",
                "YAML file that says which components and codes of ours those of the message are (docs/sdmx-import.md). Not needed for messages of Periplo.",
                "Fichier YAML qui dit quels composants et codes de chez nous sont ceux du message (docs/sdmx-import.md). Inutile pour les messages de Periplo."),
        };
        var source = new Option<string?>("--source")
        {
            Description = terminal.Say("Fuente bajo la que se guardan las cifras: INE.", "Source under which the figures are kept: INE.", "Source sous laquelle les chiffres sont gardés : INE."),
        };
        var revision = new Option<string?>("--revision")
        {
            Description = terminal.Say(
                "Publicación a la que pertenecen: 2024 o INE.2024. Sin ella, las cifras siguen a las que se tienen de la fuente.",
                "Release they belong to: 2024 or INE.2024. Without it the figures follow those held of the source.",
                "Publication à laquelle ils appartiennent : 2024 ou INE.2024. Sans elle, les chiffres suivent ceux que l’on a de la source."),
        };
        var whole = new Option<bool>("--whole")
        {
            Description = terminal.Say(
                "El mensaje es todo lo que hay de la fuente: lo que no trae, deja de estar.",
                "The message is all there is of the source: what it does not bring is gone.",
                "Le message est tout ce qu’il y a de la source : ce qu’il n’apporte pas disparaît."),
        };
        var command = new Command("import", terminal.Say(
            "Importa mensajes SDMX (XML, JSON, CSV, JSON-stat), de una dirección o un archivo. Cada uno entra entero o no entra; repetirlo no cambia nada.",
            "Imports SDMX messages (XML, JSON, CSV, JSON-stat), from an address or a file. Each goes in whole or not at all; importing it again changes nothing.",
            "Importe des messages SDMX (XML, JSON, CSV, JSON-stat), d’une adresse ou d’un fichier. Chacun entre entier ou n’entre pas ; le répéter ne change rien."))
        {
            places, structure, mapping, source, revision, whole,
        };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var options = new MessageOptions { Source = line.GetValue(source), Revision = line.GetValue(revision), IsWhole = line.GetValue(whole) };
            if (line.GetValue(mapping) is { } file)
                options = options with { MappingFile = Path.GetFileName(file), MappingText = Read(file) };
            var import = new SdmxImport(options) { Structure = line.GetValue(structure) };
            foreach (var place in line.GetValue(places)!)
            {
                var result = terminal.WithProgress(place, progress => installation.ImportSdmx(place, import, progress, cancellation));
                foreach (var kept in result.Kept)
                    terminal.WriteLine(Told(terminal, place, kept));
            }

            return 0;
        })));
        return command;
    }

    /// <summary>The option that names a structure.</summary>
    public static Option<string?> StructureOption(Terminal terminal) => new("--structure")
    {
        Description = terminal.Say(
            "Dirección o archivo con la estructura. Por omisión, la del mismo servicio que los datos, y si no, las de Periplo.",
            "Address or file with the structure. By default that of the service of the data, else Periplo's own.",
            "Adresse ou fichier avec la structure. Par défaut, celle du service des données, sinon celles de Periplo."),
    };

    /// <summary>What a message changed, in a line.</summary>
    public static Text Told(Terminal terminal, string name, KeptRevision kept)
    {
        var (dataset, id) = (kept.Part.Revision.Dataset, kept.Part.Revision.Id);
        if (!kept.IsNew)
            return new($"{name}: ya estaba en {dataset}, revisión {id}; nada cambió", $"{name}: was already in {dataset}, revision {id}; nothing changed", $"{name} : était déjà dans {dataset}, révision {id} ; rien n’a changé");
        var (added, changed, removed) = (terminal.Whole(kept.Added), terminal.Whole(kept.Changed), terminal.Whole(kept.Removed));
        return new(
            $"{name}: {dataset}, revisión {id}: {added} observaciones nuevas, {changed} cambiadas, {removed} eliminadas",
            $"{name}: {dataset}, revision {id}: {added} observations new, {changed} changed, {removed} deleted",
            $"{name} : {dataset}, révision {id} : {added} observations nouvelles, {changed} modifiées, {removed} supprimées");
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, place: null, Text.Same(error.Message), error);
        }
    }
}
