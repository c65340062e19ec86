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
                Line("archivo", "file", $"{part.File.Name} ({terminal.Whole(part.File.Bytes)} bytes)");
                Line("SHA-256", "SHA-256", part.File.Sha256);
                foreach (var source in part.CompiledFrom)
                    Line("compilado de", "compiled from", $"{source.Name} {source.Sha256}");
                Line("lector", "reader", part.Reader);
                Line("fuente", "source", terminal.Say(part.Papers.Publisher));
                Line("dirección", "address", part.Papers.Url);
                Line("método", "method", terminal.Say(part.Papers.Method));
                Line("licencia", "licence", part.Papers.Licence);
                Line("observaciones", "observations", terminal.Whole(part.Observations));
                Line("importado", "imported", part.ImportedAt.ToString("u"));
                foreach (var note in part.Notes)
                    Line("nota", "note", terminal.Say(note));
                foreach (var chunk in part.Chunks)
                    Line("bloque", "chunk", chunk);
            }

            return 0;
        }));
        return command;

        void Line(string es, string en, string value) => terminal.WriteLine(Text.Same($"  {terminal.Say(es, en)}: {value}"));
    }
}
