using System.CommandLine;
using Periplo.Observatory;
using Periplo.Storage;

namespace Periplo.Cli;

/// <summary>The options every command has: which store, and the installation's own names and outlines.</summary>
internal sealed class StoreOption
{
    private readonly Option<string> location;
    private readonly Option<string?> overrides;

    public StoreOption(Terminal terminal)
    {
        location = new("--store")
        {
            Description = terminal.Say(
                "Almacén: un archivo, o una conexión de PostgreSQL (Host=…;Database=…). Por omisión, la variable PERIPLO_STORE o periplo.db en la carpeta actual.",
                "Store: a file, or a PostgreSQL connection (Host=…;Database=…). By default the variable PERIPLO_STORE, or periplo.db in the current folder.",
                "Entrepôt : un fichier, ou une connexion PostgreSQL (Host=…;Database=…). Par défaut, la variable PERIPLO_STORE ou periplo.db dans le dossier courant."),
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PERIPLO_STORE") ?? "periplo.db",
        };
        overrides = new("--overrides")
        {
            Description = terminal.Say(
                "Carpeta con areas.csv (nombres) y outlines.json (contornos) propios de la instalación. Por omisión, la variable PERIPLO_OVERRIDES.",
                "Folder with the installation's own areas.csv (names) and outlines.json (outlines). By default the variable PERIPLO_OVERRIDES.",
                "Dossier avec areas.csv (noms) et outlines.json (contours) propres à l’installation. Par défaut, la variable PERIPLO_OVERRIDES."),
        };
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(location);
        command.Options.Add(overrides);
    }

    /// <summary>The installation the command line names.</summary>
    public Installation Open(ParseResult line) => Open(line, line.GetValue(location)!);

    /// <summary>An installation on another store.</summary>
    public Installation Open(ParseResult line, string store) =>
        new(Store.Open(store), DataFolder.Beside(line.GetValue(overrides)), TimeProvider.System);
}
