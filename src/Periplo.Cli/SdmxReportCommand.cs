using System.CommandLine;

namespace Periplo.Cli;

/// <summary><c>periplo sdmx report</c>: the quality report of a flow.</summary>
internal static class SdmxReportCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var dataflow = SdmxExportCommand.DataflowArgument(terminal);
        var output = SdmxExportCommand.OutputOption(terminal);
        var command = new Command("report", terminal.Say(
            "Escribe el informe de calidad de un flujo, hecho de su trazabilidad, como metadatos genéricos de SDMX-ML 2.1.",
            "Writes the quality report of a flow, made of its lineage, as generic metadata of SDMX-ML 2.1.",
            "Écrit le rapport de qualité d’un flux, établi à partir de sa traçabilité, sous forme de métadonnées génériques de SDMX-ML 2.1.")) { dataflow, output };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var installation = store.Open(line);
            SdmxExportCommand.Write(line.GetValue(output), stream => installation.ReportSdmx(line.GetValue(dataflow)!, stream));
            return 0;
        }));
        return command;
    }
}
