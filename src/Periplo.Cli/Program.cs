using System.CommandLine;
using System.CommandLine.Help;
using Periplo.Cli;

var terminal = Terminal.Open();
var store = new StoreOption(terminal);
// Named after the script that users call; a RootCommand would be named after the assembly.
var root = new Command("periplo", terminal.Say(
    "Periplo: estadísticas de migración y desarrollo, con la fuente de cada cifra.",
    "Periplo: migration and development statistics, with the source of every figure.",
    "Periplo : statistiques de migration et de développement, avec la source de chaque chiffre."))
{
    ImportCommand.Build(terminal, store),
    DatasetsCommand.Build(terminal, store),
    ShowCommand.Build(terminal, store),
    LineageCommand.Build(terminal, store),
    ExportCommand.Build(terminal, store),
    CompareCommand.Build(terminal, store),
    FactsCommand.Build(terminal, store),
    CommitmentsCommand.Build(terminal, store),
    ProfileCommand.Build(terminal, store),
    ServeCommand.Build(terminal, store),
    BackupCommand.Build(terminal, store),
    RestoreCommand.Build(terminal, store),
    StarterCommand.Build(terminal, store),
    UsersCommand.Build(terminal, store),
    RegistersCommand.Build(terminal, store),
    RegisterCommand.Build(terminal, store),
    MovementsCommand.Build(terminal, store),
    IndicatorsCommand.Build(terminal, store),
    IndicatorCommand.Build(terminal, store),
    RemittancesCommand.Build(terminal, store),
    AuditCommand.Build(terminal, store),
    PopulationsCommand.Build(terminal, store),
    FlowsCommand.Build(terminal, store),
    SdmxCommands.Build(terminal, store),
};
root.Options.Add(new HelpOption());
root.Options.Add(new VersionOption());
return await root.Parse(args).InvokeAsync();
