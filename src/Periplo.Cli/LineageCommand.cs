using System.CommandLine;
using Periplo.Languages;

namespace Periplo.Cli;

internal static class LineageCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var dataset = ShowCommand.DatasetArgument(terminal);
        var revision = new Option<string?>("--revision") { Description = terminal.Say("Revisión; por omisión, todas.", "Revision; all by default.", "Révision ; par défaut, toutes.") };
        var command = new Command("lineage", terminal.Say(
            "Dice de qué archivos viene un conjunto de datos: nombre, SHA-256, lector, método, licencia y notas.",
            "Tells which files a dataset came from: name, SHA-256, reader, method, licence and notes.",
            "Dit de quels fichiers vient un jeu de données : nom, SHA-256, lecteur, méthode, licence et notes.")) { dataset, revision };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var installation = store.Open(line);
            var definition = installation.Definition(line.GetValue(dataset)!);
            var only = line.GetValue(revision) is { } id ? installation.Revision(definition, id) : null;
            _ = installation.Revision(definition, only?.Id);
            foreach (var part in installation.Parts().Where(part => part.Revision.Dataset == definition.Id && (only is null || part.Revision == only)))
            {
                terminal.WriteLine(Text.Same($"{definition.Id} {part.Revision.Id}"));
                Line(new("archivo", "file", "fichier"), $"{part.File.Name} ({terminal.Whole(part.File.Bytes)} {terminal.Say("bytes", "bytes", "octets")})");
                Line(Text.Same("SHA-256"), part.File.Sha256);
                foreach (var source in part.CompiledFrom)
                    Line(new("compilado de", "compiled from", "compilé à partir de"), $"{source.Name} {source.Sha256}");
                Line(new("lector", "reader", "lecteur"), part.Reader);
                Line(new("fuente", "source", "source"), terminal.Say(part.Papers.Publisher));
                Line(new("dirección", "address", "adresse"), part.Papers.Url);
                Line(new("método", "method", "méthode"), terminal.Say(part.Papers.Method));
                Line(new("licencia", "licence", "licence"), part.Papers.Licence);
                Line(new("observaciones", "observations", "observations"), terminal.Whole(part.Observations));
                Line(new("importado", "imported", "importé"), part.ImportedAt.ToString("u"));
                foreach (var note in part.Notes)
                    Line(new("nota", "note", "note"), terminal.Say(note));
                foreach (var chunk in part.Chunks)
                    Line(new("bloque", "chunk", "bloc"), chunk);
            }

            return 0;
        }));
        return command;

        void Line(Text what, string value) => terminal.WriteLine(new($"  {what.Es}: {value}", $"  {what.En}: {value}", $"  {what.Fr} : {value}"));
    }
}
