using System.CommandLine;

namespace Periplo.Cli;

internal static class RestoreCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Say("Copia hecha con «periplo backup».", "Backup made with \"periplo backup\".", "Copie faite par « periplo backup ».") };
        var command = new Command("restore", terminal.Say(
            "Llena un almacén vacío con una copia, entera o nada, comprobando cada bloque.",
            "Fills an empty store from a backup, whole or not at all, checking every chunk.",
            "Remplit un entrepôt vide avec une copie, entière ou pas du tout, en vérifiant chaque bloc.")) { file };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var path = line.GetValue(file)!;
            var parts = terminal.WithProgress(path, progress => installation.RestoreBackup(path, progress, cancellation));
            terminal.WriteLine(new($"{parts} archivos importados, restaurados en {installation.Store.Place}", $"{parts} imported files, restored into {installation.Store.Place}", $"{parts} fichiers importés, restaurés dans {installation.Store.Place}"));
            return 0;
        })));
        return command;
    }
}
