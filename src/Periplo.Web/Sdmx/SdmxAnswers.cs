using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;

namespace Periplo.Web.Sdmx;

/// <summary>Makes the answers to queries in either syntax.</summary>
internal sealed class SdmxAnswers(SdmxSource source, KeptAnswers kept, TimeProvider clock)
{
    /// <summary>Who sends messages.</summary>
    private const string Sender = "PERIPLO";

    // Structures are at hand whole, and the same ones are asked for again and again.
    private const int LongestStructures = 8 << 20;

    // For a client without a choice English comes first, which the standard expects.
    private readonly LanguageChoice languages = new(["en", "es", "fr"]);

    private SdmxState? state;

    /// <summary>Answers one request.</summary>
    /// <exception cref="SdmxQueryException">It cannot be answered.</exception>
    public Task Answer(HttpContext context, SdmxRequest request, string target)
    {
        var exchange = new SdmxExchange(context, kept, request, target);
        return request switch
        {
            DataRequest data => Data(exchange, data),
            StructureRequest structures => Structures(exchange, structures),
            AvailabilityRequest availability => Available(exchange, availability),
            SchemaRequest schema => Schema(exchange, schema),
            MetadataRequest metadata => Metadata(exchange, metadata),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
    }

    private Task Data(in SdmxExchange exchange, DataRequest request)
    {
        var choice = MediaTypes.ForData(request.Version, exchange.Accept, request.Format);
        var flow = Current().Flows.Find(request.Flow, request.Version);
        var query = QueryFit.To(flow, request);
        var selected = source.Select(flow, query);
        if (selected.DataSets.Count == 0)
            throw SdmxQueryException.Nothing(request.Version, "No data match the query.");
        var language = choice.Csv is { Labels: not CsvLabels.Id } || choice.Format is DataFormat.Json1 or DataFormat.Json2 ? languages.Best(exchange.AcceptLanguage) : null;
        var tag = EntityTag.Of(selected.Tag, choice.ContentType, language?[0] ?? "", exchange.Target);
        if (exchange.TryAnswer(tag, selected.Changed, choice.ContentType, language?[0], out var sending))
            return sending;
        var message = AttributeSelection.Of(
            new(Header(flow.Id, tag), flow, selected.DataSets)
            {
                DimensionAtObservation = query.DimensionAtObservation ?? DataStructure.TimeDimension,
                Detail = query.Detail,
                Languages = language ?? languages.Best(null),
                Provision = selected.Provision,
            }, query);
        return exchange.Make(tag, AnswerBody.Short, stream =>
        {
            if (choice.Csv is { } csv)
                CsvDataWriter.Write(csv.Version == CsvVersion.V2 ? Informing(message, query) : message, stream, csv);
            else
                DataFormats.Write(message, stream, choice.Format);
        });
    }

    private Task Structures(in SdmxExchange exchange, StructureRequest request)
    {
        var choice = MediaTypes.ForStructures(request.Version, exchange.Accept, request.Format);
        var current = Current();
        var language = choice.Format == StructureFormat.Xml21 ? null : languages.Best(exchange.AcceptLanguage);
        var tag = EntityTag.Of(current.Tag, choice.ContentType, language?[0] ?? "", exchange.Target);
        if (exchange.TryAnswer(tag, current.Since, choice.ContentType, language?[0], out var sending))
            return sending;
        var artefacts = current.Structures.Query(request.Query);
        if (artefacts.Count == 0)
            throw SdmxQueryException.Nothing(request.Version, "No structures match the query.");
        return Send(exchange, tag, choice, language, artefacts, "STRUCTURES");
    }

    private Task Available(in SdmxExchange exchange, AvailabilityRequest request)
    {
        var choice = MediaTypes.ForStructures(request.Version, exchange.Accept, request.Format);
        var current = Current();
        var flow = current.Flows.Find(request.Data.Flow, request.Version);
        var available = source.Available(flow, QueryFit.To(flow, request.Data), request.Exact);
        if (available.Series == 0 && available.Values.All(one => one.Values.Count == 0))
            throw SdmxQueryException.Nothing(request.Version, "No data match the query.");
        var language = choice.Format == StructureFormat.Xml21 ? null : languages.Best(exchange.AcceptLanguage);
        var tag = EntityTag.Of(available.Tag, current.Tag, choice.ContentType, language?[0] ?? "", exchange.Target);
        var artefacts = AvailableStructures.Of(current.Structures, flow, available, request);
        return exchange.TryAnswer(tag, available.Changed, choice.ContentType, language?[0], out var sending)
            ? sending
            : Send(exchange, tag, choice, language, artefacts, $"AVAILABLE_{flow.Id}");
    }

    private Task Schema(in SdmxExchange exchange, SchemaRequest request)
    {
        MediaTypes.ForSchema(exchange.Accept, request.Format);
        var current = Current();
        var flow = current.Flows.Find(request.Flow, request.Version);
        var level = QueryFit.To(flow, new(request.Version, request.Flow, new() { DimensionAtObservation = request.DimensionAtObservation })).DimensionAtObservation;
        var tag = EntityTag.Of(current.Tag, MediaTypes.Schema, exchange.Target);
        return exchange.TryAnswer(tag, current.Since, MediaTypes.Schema, null, out var sending)
            ? sending
            : exchange.Make(tag, LongestStructures, stream => DataSchemaWriter.Write(stream, flow, level ?? DataStructure.TimeDimension));
    }

    private Task Metadata(in SdmxExchange exchange, MetadataRequest request)
    {
        MediaTypes.ForMetadata(exchange.Accept, request.Format);
        var current = Current();
        var tag = EntityTag.Of(current.Tag, MediaTypes.Metadata, exchange.Target);
        if (exchange.TryAnswer(tag, current.Since, MediaTypes.Metadata, null, out var sending))
            return sending;
        var wanted = Query(current, request.Metadataflow).Select(one => one.Reference).ToHashSet();
        if (wanted.Count == 0)
            throw SdmxQueryException.NotFound("There is no such metadataflow.");
        var reports = Query(current, request.About).Select(one => current.Structures.Resolve(one.Reference)).OfType<Dataflow>()
            .Select(source.Report).OfType<MetadataReport>().Where(report => wanted.Contains(report.Metadataflow)).ToArray();

        // A message is of one metadataflow, and there is one.
        reports = [.. reports.Where(report => report.Metadataflow == reports[0].Metadataflow)];
        return reports.Length == 0
            ? throw SdmxQueryException.Nothing(request.Version, "There is no report on it.")
            : exchange.Make(tag, LongestStructures, stream => MetadataXmlWriter.Write(stream, Header("METADATA", tag), reports));

        static IReadOnlyList<Artefact> Query(SdmxState state, FlowSelection selection) => state.Structures.Query(new()
        {
            Types = selection.Contexts,
            Agencies = selection.Agencies,
            Ids = selection.Ids,
            Versions = selection.Versions,
            Detail = StructureDetail.AllStubs,
        });
    }

    private Task Send(in SdmxExchange exchange, string tag, StructureChoice choice, IReadOnlyList<string>? language, IReadOnlyList<Artefact> artefacts, string name)
    {
        var header = Header(name, tag);
        return exchange.Make(tag, LongestStructures, stream =>
        {
            if (choice.Format == StructureFormat.Xml21)
                StructureXmlWriter.Write(stream, header, artefacts);
            else
                StructureJsonWriter.Write(stream, header, artefacts, choice.Format == StructureFormat.Json1 ? JsonVersion.V1 : JsonVersion.V2, language!);
        });
    }

    /// <summary>Rows of an answer are for information, unless the client asked what has changed (SDMX-CSV 2.0, column ACTION).</summary>
    private static DataMessage Informing(DataMessage message, DataQuery query) => query.IncludeHistory || query.UpdatedAfter is not null
        ? message
        : message with { DataSets = [.. message.DataSets.Select(set => set.Action == DataAction.Replace ? set with { Action = DataAction.Information } : set)] };

    private MessageHeader Header(string name, string tag)
    {
        var now = clock.GetUtcNow();
        return new($"{name}-{tag[3..^1]}", now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)), Sender);
    }

    /// <summary>What is known of the structures as they are now.</summary>
    private SdmxState Current()
    {
        var structures = source.Structures;
        if (state is { } known && ReferenceEquals(known.Structures, structures))
            return known;
        // Two requests may make it at once; either is right.
        return state = new(structures, clock.GetUtcNow());
    }
}
