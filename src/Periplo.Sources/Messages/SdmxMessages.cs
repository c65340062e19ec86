using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>Reads messages of data in every format of the library into figures of our datasets, by a mapping where they are of other structures.</summary>
/// <remarks>Memory is that of the figures, about 90 bytes each while they are read.</remarks>
public sealed class SdmxMessages(AreaRegistry areas, DatasetDefinitions definitions)
{
    private static readonly Text NotSaid = new("No se indica", "Not stated", "Non précisée");

    private static readonly Text AsReported = new(
        "Como lo notifica la fuente en su mensaje SDMX", "As the source reports it in its SDMX message", "Comme la source le communique dans son message SDMX");

    /// <summary>Attributes of Periplo's messages that say who published, how, and on what terms; which revision a series is of, and of which publication a figure is that is of another.</summary>
    public static IReadOnlyList<string> PaperAttributes { get; } = ["SOURCE_DETAIL", "METHOD", "LICENCE", "REVISION", "OBS_SOURCE"];

    /// <summary>Where a mapping says that the structure is, or null.</summary>
    /// <exception cref="InputException">The mapping is wrong at a line and column.</exception>
    public string? StructureOf(MessageOptions options) => Mapping(options).Structure;

    /// <summary>Reads a message.</summary>
    /// <param name="name">Its file or address, for messages.</param>
    /// <param name="content">Its bytes from the beginning, plain, gzipped or zipped; is closed.</param>
    /// <param name="finder">Finds its structure.</param>
    /// <param name="options">What the user says beside.</param>
    /// <param name="checkpoint">Called now and then: tells progress, stops the work.</param>
    /// <exception cref="InputException">It cannot be taken.</exception>
    public CollectedMessage Read(string name, Stream content, StructureFinder finder, MessageOptions options, Action checkpoint)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(checkpoint);
        var mapping = Mapping(options);
        var (source, release) = Named(options, mapping);
        try
        {
            using var reader = DataMessages.Open(content, finder, out var format);
            var rows = new MessageRows(
                name, reader, flow => (Definition(name, flow, mapping), mapping), areas, format, options.IsWhole, splits: source is null);
            rows.Read(checkpoint);
            if (rows.Faults.Count > 0)
                throw rows.Faults.Refusal(name);
            return new(
                rows.Definition, [.. rows.Revisions.Select(one => Revision(name, one, mapping, options, source, release, reader.Header, rows.Flow!))],
                reader.Header, FormatName(format), rows.Flow is { } flow ? $"{flow.Agency}:{flow.Id}({flow.Version})" : "",
                rows.Count, [.. rows.LeftOut.Except(PaperAttributes).Order(StringComparer.Ordinal)], mapping.Notes, mapping.Text, reader.LaterDownload);
        }
        catch (SdmxFormatException e)
        {
            throw MessageRules.Refusal(name, e);
        }
    }

    /// <summary>Name of a format, for people and reports.</summary>
    public static string FormatName(DataFormat format) => format switch
    {
        DataFormat.GenericXml => "SDMX-ML 2.1 generic",
        DataFormat.GenericTimeSeriesXml => "SDMX-ML 2.1 generic time series",
        DataFormat.StructureSpecificXml => "SDMX-ML 2.1 structure-specific",
        DataFormat.StructureSpecificTimeSeriesXml => "SDMX-ML 2.1 structure-specific time series",
        DataFormat.Json1 => "SDMX-JSON 1.0",
        DataFormat.Json2 => "SDMX-JSON 2.0",
        DataFormat.Csv1 => "SDMX-CSV 1.0",
        DataFormat.Csv2 => "SDMX-CSV 2.0",
        DataFormat.JsonDraft => "SDMX-JSON draft",
        _ => "JSON-stat 2.0",
    };

    /// <summary>Short name of a format, for machines. Stable.</summary>
    public static string FormatId(DataFormat format) => format switch
    {
        DataFormat.GenericXml => "generic",
        DataFormat.GenericTimeSeriesXml => "generic-time-series",
        DataFormat.StructureSpecificXml => "structure-specific",
        DataFormat.StructureSpecificTimeSeriesXml => "structure-specific-time-series",
        DataFormat.Json1 => "json-1.0",
        DataFormat.Json2 => "json-2.0",
        DataFormat.Csv1 => "csv-1.0",
        DataFormat.Csv2 => "csv-2.0",
        DataFormat.JsonDraft => "json-draft",
        _ => "json-stat",
    };

    private MessageMapping Mapping(MessageOptions options) => options.MappingText is null
        ? options.Prepared ?? MessageMapping.None
        : MessageMappingReader.Read(options.MappingFile ?? "mapping", options.MappingText, definitions, areas);

    private DatasetDefinition Definition(string name, Dataflow flow, MessageMapping mapping)
    {
        if (mapping.Definition is { } said)
            return said;
        // Flows of ours are known by their ids; one whose dimensions are others is of a Periplo that keeps the dataset otherwise.
        return OwnFlow(new(StructureType.Dataflow, flow.Agency, flow.Id, flow.Version)) ?? throw new InputException(name, null, new Text(
            $"el flujo {flow.Agency}:{flow.Id} no es de Periplo; diga en un mapeo de qué conjunto de datos son sus cifras (docs/sdmx-import.md).",
            $"the flow {flow.Agency}:{flow.Id} is not one of Periplo's; say in a mapping of which dataset its figures are (docs/sdmx-import.md).",
            $"le flux {flow.Agency}:{flow.Id} n’est pas de Periplo ; dites dans un mappage de quel jeu de données sont ses chiffres (docs/sdmx-import.md)."));
    }

    /// <summary>The dataset that is published as a flow or structure of ours; null when it is none.</summary>
    public DatasetDefinition? OwnFlow(StructureReference reference)
    {
        if (reference.Agency is not ("PERIPLO" or ""))
            return null;
        return definitions.All.FirstOrDefault(one => reference.Type == StructureType.DataStructure ? one.Structure.Id == reference.Id : one.Dataflow.Id == reference.Id);
    }

    private static (string? Source, string? Release) Named(MessageOptions options, MessageMapping mapping)
    {
        var (source, release) = (options.Source ?? mapping.Source, mapping.Release);
        if (options.Revision is { } revision)
        {
            var point = revision.IndexOf('.', StringComparison.Ordinal);
            (source, release) = point < 0 ? (source, revision) : (options.Source ?? revision[..point], revision[(point + 1)..]);
            if (!RevisionNames.IsName(release))
                throw new InputException(null, null, MessageMappingReader.NotName(release));
        }

        if (source is not null && !RevisionNames.IsName(source))
            throw new InputException(null, null, MessageMappingReader.NotName(source));
        return (source, release);
    }

    private static CollectedRevision Revision(
        string name, MessagePapers papers, MessageMapping mapping, MessageOptions options, string? source, string? release, MessageHeader? header, Dataflow flow)
    {
        if (source is null && papers.Revision is { } said)
        {
            if (!RevisionNames.AreValid(said) || (said.Source == "PERIPLO" && !options.MayBeOwn))
                throw new InputException(name, null, Unnamed(said.Id));
            (source, release) = (said.Source, release ?? said.Release);
        }

        if (source is null)
        {
            // Who sends a message is its source, unless it goes by our own name.
            var sender = header?.Sender is { Length: > 0 } id ? id : flow.Agency;
            source = new string([.. sender.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-')]);
            if (!RevisionNames.IsName(source) || source == "PERIPLO")
                throw new InputException(name, null, Unnamed(sender));
        }

        return new(
            source, release,
            new(
                mapping.Publisher ?? papers.Publisher ?? Publisher(header, flow), mapping.Url ?? "", mapping.Licence ?? papers.Licence ?? NotSaid.En, mapping.Method ?? papers.Method ?? AsReported),
            papers.Changes);
    }

    private static Text Publisher(MessageHeader? header, Dataflow flow)
    {
        var who = header?.Sender is { Length: > 0 } sender ? sender : flow.Agency;
        var name = flow.Name.Texts.Count == 0 ? Text.Same(flow.Id) : flow.Name.Text();
        return new($"{who}: {name.Es}", $"{who}: {name.En}", $"{who} : {name.Fr}");
    }

    private static Text Unnamed(string sender) => new(
        $"el mensaje no dice de qué fuente son las cifras («{Refusals.Shown(sender)}»); dígala con --source, por ejemplo --source INE.",
        $"the message does not say from which source the figures are (\"{Refusals.Shown(sender)}\"); name it with --source, for example --source INE.",
        $"le message ne dit pas de quelle source sont les chiffres (« {Refusals.Shown(sender)} ») ; nommez-la par --source, par exemple --source INE.");
}
