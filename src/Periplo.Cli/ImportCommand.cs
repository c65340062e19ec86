using System.CommandLine;
using Periplo.Languages;
using Periplo.Sources;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class ImportCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = terminal.Say("Archivos que leer: CSV, CSV comprimido con gzip, o xlsx.", "Files to read: CSV, CSV compressed by gzip, or xlsx.", "Fichiers à lire : CSV, CSV compressé par gzip, ou xlsx."),
        };
        var mapping = new Option<string?>("--mapping")
        {
            Description = terminal.Say(
                "Archivo YAML que dice qué es cada columna, para tablas propias (docs/mapping.md).",
                "YAML file that says what each column is, for tables of your own (docs/mapping.md).",
                "Fichier YAML qui dit ce qu’est chaque colonne, pour des tableaux propres (docs/mapping.md)."),
        };
        var revision = new Option<string?>("--revision")
        {
            Description = terminal.Say(
                "Publicación a la que pertenecen las cifras (2024 o UNDESA.2024), si el archivo no la dice o dice otra.",
                "Release the figures belong to (2024 or UNDESA.2024) where the file does not say or says another.",
                "Publication à laquelle appartiennent les chiffres (2024 ou UNDESA.2024), si le fichier ne la dit pas ou en dit une autre."),
        };
        var command = new Command("import", terminal.Say(
            "Lee archivos de fuentes conocidas o con una plantilla y los guarda. Cada archivo entra entero o no entra; repetirlo no cambia nada.",
            "Reads files of known sources, or by a mapping, and keeps them. Each file goes in whole or not at all; importing it again changes nothing.",
            "Lit des fichiers de sources connues ou avec un mappage et les enregistre. Chaque fichier entre entier ou n’entre pas ; le répéter ne change rien."))
        {
            files, mapping, revision,
        };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var options = Options(line.GetValue(revision), line.GetValue(mapping));
            foreach (var file in line.GetValue(files)!)
            {
                var name = Path.GetFileName(file);
                var result = terminal.WithProgress(name, progress => installation.Import(file, options, progress, cancellation));
                var part = result.Part;
                var observations = terminal.Whole(part.Observations);
                terminal.WriteLine(result.IsNew
                    ? new($"{name}: {observations} observaciones en {part.Revision.Dataset}, revisión {part.Revision.Id}", $"{name}: {observations} observations in {part.Revision.Dataset}, revision {part.Revision.Id}", $"{name} : {observations} observations dans {part.Revision.Dataset}, révision {part.Revision.Id}")
                    : new($"{name}: ya estaba en {part.Revision.Dataset}, revisión {part.Revision.Id}; nada cambió", $"{name}: was already in {part.Revision.Dataset}, revision {part.Revision.Id}; nothing changed", $"{name} : était déjà dans {part.Revision.Dataset}, révision {part.Revision.Id} ; rien n’a changé"));
            }

            return 0;
        })));
        return command;
    }

    private static ReadingOptions Options(string? release, string? mapping)
    {
        if (mapping is null)
            return new(release);
        try
        {
            return new(release, Path.GetFileName(mapping), File.ReadAllText(mapping));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(mapping, place: null, Text.Same(error.Message), error);
        }
    }
}
