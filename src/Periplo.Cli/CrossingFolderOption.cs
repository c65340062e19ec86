using System.CommandLine;
using Periplo.Observatory;

namespace Periplo.Cli;

/// <summary>Which folder of crossings a command works on.</summary>
internal sealed class CrossingFolderOption
{
    private readonly Option<string?> folder;

    public CrossingFolderOption(Terminal terminal) => folder = new("--folder")
    {
        Description = terminal.Say(
            "Carpeta de los cruces (docs/crossings-folder.md). Por omisión, la variable PERIPLO_CROSSINGS.",
            "Folder of the crossings (docs/crossings-folder.md). By default the variable PERIPLO_CROSSINGS.",
            "Dossier des passages (docs/crossings-folder.md). Par défaut, la variable PERIPLO_CROSSINGS."),
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PERIPLO_CROSSINGS"),
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(folder);

    /// <summary>The folder the command line names.</summary>
    public string Path(ParseResult line) => line.GetValue(folder) ?? throw new Periplo.Statistics.StatisticsException(new(
        "Diga la carpeta de los cruces con --folder, o en la variable PERIPLO_CROSSINGS.", "Name the folder of the crossings with --folder, or in the variable PERIPLO_CROSSINGS.", "Dites le dossier des passages par --folder, ou dans la variable PERIPLO_CROSSINGS."));

    /// <summary>The folder, opened.</summary>
    public CrossingRecords Open(ParseResult line, Installation installation) => installation.Crossings(Path(line));
}
