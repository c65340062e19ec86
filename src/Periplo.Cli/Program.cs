using System.CommandLine;
using Periplo.Cli;

var terminal = Terminal.Open();
var store = new StoreOption(terminal);
var root = new RootCommand(terminal.Say(
    "Periplo: estadísticas de migración y desarrollo, con la fuente de cada cifra.",
    "Periplo: migration and development statistics, with the source of every figure."))
{
    ImportCommand.Build(terminal, store),
    DatasetsCommand.Build(terminal, store),
    ShowCommand.Build(terminal, store),
    LineageCommand.Build(terminal, store),
    ExportCommand.Build(terminal, store),
    CompareCommand.Build(terminal, store),
    ServeCommand.Build(terminal, store),
    BackupCommand.Build(terminal, store),
    RestoreCommand.Build(terminal, store),
    StarterCommand.Build(terminal, store),
};
return await root.Parse(args).InvokeAsync();
