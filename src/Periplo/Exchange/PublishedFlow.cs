using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>
/// A flow as it is published: its structure with code lists and attributes at hand, of which <see cref="PublishedStructures"/> makes
/// artefacts.
/// </summary>
/// <param name="Dataset">Id of the dataset it is fed from.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Rules">What its figures are.</param>
public sealed record PublishedFlow(string Dataset, Dataflow Flow, Text Description, FlowRules Rules)
{
    /// <summary>The agency of Periplo's own structures.</summary>
    public const string Agency = CodeLists.Agency;

    /// <summary>Id of the measure.</summary>
    public const string Value = "OBS_VALUE";

    /// <summary>The papers its figures may have, under the codes of its lists.</summary>
    public IReadOnlyList<CodedPapers> Papers { get; init; } = [];

    /// <summary>Whether the structure is another agency's, whose lists are given as far as they are in use.</summary>
    public bool IsForeign => Flow.Structure.Agency != Agency;

    /// <summary>Id of the flow without what flows begin with: <c>MIG_STOCK</c> of <c>DF_MIG_STOCK</c>.</summary>
    public string ShortId => Flow.Id.StartsWith("DF_", StringComparison.Ordinal) ? Flow.Id[3..] : Flow.Id;

    /// <summary>Id of the list of its publications.</summary>
    public string SourceList => $"CL_{ShortId}_SOURCE";

    /// <summary>The flow as a reference.</summary>
    public StructureReference Reference => new(StructureType.Dataflow, Flow.Agency, Flow.Id, Flow.Version);

    /// <summary>The agreement under which a provider provides it.</summary>
    /// <param name="provider">One of <see cref="Providers.All"/>.</param>
    public StructureReference Agreement(string provider) => new(StructureType.ProvisionAgreement, Agency, $"PA_{ShortId}_{provider}", "1.0");

    /// <summary>The flow of a dataset.</summary>
    /// <param name="definition">The dataset.</param>
    /// <param name="parts">All parts held of it, in the order of import: they give the lists of publications and methods.</param>
    /// <param name="licences">The list of licences.</param>
    public static PublishedFlow Of(DatasetDefinition definition, IEnumerable<Part> parts, CodeList licences)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(parts);
        var flow = definition.Dataflow;
        var shortId = flow.Id.StartsWith("DF_", StringComparison.Ordinal) ? flow.Id[3..] : flow.Id;
        var papers = parts.GroupBy(part => part.Revision).SelectMany(group => new RevisionPapers([.. group]).All).ToList();
        var sources = List($"CL_{shortId}_SOURCE", new("Publicaciones", "Publications", "Publications"), papers.Select(one => new Code(one.Code, one.Publisher.International())));
        var methods = List($"CL_{shortId}_METHOD", new("Métodos", "Methods", "Méthodes"), papers.Select(one => new Code(one.Code, one.Method.International())));
        var structure = flow.Structure with
        {
            Dimensions = [.. flow.Structure.Dimensions.Select(dimension => dimension with { CodeList = PublishedCodes.Of(dimension.CodeList) })],
            Attributes = PublishedAttributes.Of(sources, methods, licences),
        };
        return new(definition.Id, flow with { Structure = structure }, definition.Description, FlowRules.Of(definition)) { Papers = papers };
    }

    /// <summary>The list of the licences of parts.</summary>
    public static CodeList Licences(IEnumerable<Part> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var licences = parts.GroupBy(part => part.Revision).SelectMany(group => new RevisionPapers([.. group]).All).DistinctBy(one => one.LicenceCode)
            .Select(one => new Code(one.LicenceCode, (one.Licence.Length == 0 ? new Text("Sin indicar", "Not stated", "Non indiquée") : Text.Same(one.Licence)).International()));
        return List("CL_LICENCE", new("Licencias", "Licences", "Licences"), licences);
    }

    private static CodeList List(string id, Text name, IEnumerable<Code> codes) =>
        new(id, Agency, "1.0", name.International(), [.. codes.DistinctBy(code => code.Id).OrderBy(code => code.Id, StringComparer.Ordinal)]);
}
