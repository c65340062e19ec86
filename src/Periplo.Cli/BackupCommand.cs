using System.CommandLine;

namespace Periplo.Cli;

internal static class BackupCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Say("Archivo que escribir.", "File to write.", "Fichier à écrire.") };
        var command = new Command("backup", terminal.Say(
            "Copia todo el almacén en un archivo, que se restaura en SQLite o en PostgreSQL.",
            "Copies the whole store into one file, which can be restored into SQLite or PostgreSQL.",
            "Copie tout l’entrepôt dans un fichier, qui se restaure dans SQLite ou PostgreSQL.")) { file };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var path = line.GetValue(file)!;
            var parts = terminal.WithProgress(path, progress => installation.WriteBackup(path, progress, cancellation));
            terminal.WriteLine(new($"{path}: {parts} archivos importados, con sus bloques", $"{path}: {parts} imported files, with their chunks", $"{path} : {parts} fichiers importés, avec leurs blocs"));
            return 0;
        })));
        return command;
    }
}
