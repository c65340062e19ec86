using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>What is published by SDMX.</summary>
public sealed partial class Installation
{
    private PublishedSource? publishedSource;

    /// <summary>Structures and figures as SDMX has them: every dataset is a flow (docs/sdmx-structures.md).</summary>
    public SdmxSource Sdmx() => LazyInitializer.EnsureInitialized(ref publishedSource, () => new PublishedSource(this));

    /// <summary>Writes figures of a flow as a message.</summary>
    /// <param name="export">What of it, and how.</param>
    /// <param name="to">Where to.</param>
    /// <exception cref="StatisticsException">The flow or the key does not exist, or nothing fits.</exception>
    public void ExportSdmx(SdmxExport export, Stream to)
    {
        ArgumentNullException.ThrowIfNull(export);
        try
        {
            var source = Sdmx();
            var request = Request(export);
            var flow = new FlowFinder(source.Structures).Find(request.Flow, RestVersion.V1);
            var query = WithAreas(flow, QueryFit.To(flow, request));
            var selected = source.Select(flow, query);
            if (selected.DataSets.Count == 0)
            {
                throw new StatisticsException(new Text(
                    $"{flow.Id} no tiene ninguna cifra bajo esa clave y esos periodos.", $"{flow.Id} has no figure under that key and those periods.", $"{flow.Id} n’a aucun chiffre sous cette clé et ces périodes."));
            }

            var message = new DataMessage(new($"{flow.Id}-{selected.Tag[..16]}", clock.GetUtcNow(), PublishedSource.Sender), flow, selected.DataSets)
            {
                Languages = [export.Language.Tag(), .. Enum.GetValues<Language>().Where(other => other != export.Language).Select(other => other.Tag())],
            };
            if (export.Format is DataFormat.Csv1 or DataFormat.Csv2)
                CsvDataWriter.Write(message, to, new(export.Format == DataFormat.Csv1 ? CsvVersion.V1 : CsvVersion.V2, export.Labels));
            else
                DataFormats.Write(message, to, export.Format);
        }
        catch (SdmxQueryException error)
        {
            throw new StatisticsException(new Text($"La consulta no se puede responder: {error.Detail}", $"The query cannot be answered: {error.Detail}", $"La requête ne peut pas recevoir de réponse : {error.Detail}"));
        }
    }

    /// <summary>Writes the quality report of a flow as generic metadata.</summary>
    /// <param name="dataflow">Id of the flow, or agency, id and version with commas between.</param>
    /// <param name="to">Where to.</param>
    /// <exception cref="StatisticsException">There is no such flow, or it has no figures.</exception>
    public void ReportSdmx(string dataflow, Stream to)
    {
        try
        {
            var source = Sdmx();
            var flow = new FlowFinder(source.Structures).Find(Request(new(dataflow)).Flow, RestVersion.V1);
            var report = source.Report(flow) ?? throw new StatisticsException(new Text($"{flow.Id} no tiene cifras.", $"{flow.Id} has no figures.", $"{flow.Id} n’a pas de chiffres."));
            MetadataXmlWriter.Write(to, new($"{flow.Id}-QUALITY", clock.GetUtcNow(), PublishedSource.Sender), [report]);
        }
        catch (SdmxQueryException error)
        {
            throw new StatisticsException(new Text($"No hay tal flujo: {error.Detail}", $"There is no such flow: {error.Detail}", $"Il n’y a pas de tel flux : {error.Detail}"));
        }
    }

    private static DataRequest Request(SdmxExport export)
    {
        var path = $"data/{Uri.EscapeDataString(export.Dataflow)}/{(string.IsNullOrEmpty(export.Key) ? "all" : Uri.EscapeDataString(export.Key))}";
        List<string> parameters = [];
        if (export.From is { } from)
            parameters.Add($"startPeriod={Uri.EscapeDataString(from)}");
        if (export.To is { } until)
            parameters.Add($"endPeriod={Uri.EscapeDataString(until)}");
        return (DataRequest)V1Queries.Parse(path, parameters.Count == 0 ? null : string.Join('&', parameters));
    }

    /// <summary>An area of a key may be written by any of its codes.</summary>
    private DataQuery WithAreas(Dataflow flow, DataQuery query) => query with
    {
        Keys = [.. query.Keys.Select(key => new KeySelection([.. key.Positions.Select(IReadOnlyList<string> (codes, d) => flow.Structure.Dimensions[d].CodeList is { Id: "CL_AREA", Agency: Exchange.PublishedFlow.Agency } list
            ? [.. codes.Select(code => list.Position(code) >= 0 ? code : Areas.Find(code)?.Id ?? code)]
            : codes)]))],
    };
}
