using System.CommandLine;

namespace Periplo.Cli;

internal static class RegistersCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var options = new RegisterOptions(terminal, store);
        var command = new Command("registers", terminal.Say("Lista los registros y cuántas fichas tiene cada uno.", "Lists the registers and how many records each has.", "Liste les registres et le nombre de fiches de chacun."));
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var tables = options.Open(line, cancellation).Records.Tables();
            terminal.WriteTable(
                [new("Id", "Id", "Id"), new("Nombre", "Name", "Nom"), new("Publicadas", "Published", "Publiées"), new("Por aprobar", "To approve", "À approuver"), new("Retiradas", "Withdrawn", "Retirées"), new("Conjunto de datos", "Dataset", "Jeu de données")],
                tables.Values.OrderBy(table => table.Register.Id, StringComparer.Ordinal).Select(IReadOnlyList<string> (table) =>
                [
                    table.Register.Id, terminal.Say(table.Register.Name),
                    terminal.Whole(table.Published.Count()), terminal.Whole(table.All.Count(head => head.HasDraft)), terminal.Whole(table.All.Count(head => head.Withdrawn is not null)),
                    table.Register.Statistics?.Id ?? "",
                ]),
                2, 3, 4);
            return 0;
        })));
        return command;
    }
}
