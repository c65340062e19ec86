using System.CommandLine;

namespace Periplo.Cli;

/// <summary>The commands on SDMX, each in a file of its own.</summary>
internal static class SdmxCommands
{
    public static Command Build(Terminal terminal, StoreOption store) =>
        new("sdmx", terminal.Say(
            "SDMX: el estándar con que las oficinas de estadística intercambian datos.",
            "SDMX: the standard by which statistical offices exchange data.",
            "SDMX : la norme par laquelle les offices de statistique échangent des données."))
        {
            SdmxImportCommand.Build(terminal, store),
            SdmxValidateCommand.Build(terminal, store),
            SdmxHarvestCommand.Build(terminal, store),
            SdmxExportCommand.Build(terminal, store),
            SdmxReportCommand.Build(terminal, store),
        };
}
