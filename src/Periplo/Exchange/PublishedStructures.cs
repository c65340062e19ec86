using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>
/// The structures of everything published: made from the definitions of the datasets, the areas and the parts held, so that what is
/// said to machines and what is kept cannot differ (docs/sdmx-structures.md).
/// </summary>
public sealed class PublishedStructures
{
    private const string Version = "1.0";

    private static readonly StructureReference Shared = new(StructureType.ConceptScheme, PublishedFlow.Agency, "CS_PERIPLO", Version);

    // Names for what datasets call by names of their own: the area of residence is the reference area of stocks.
    private static readonly Concept[] General =
    [
        Names.Concept("REF_AREA", "Área de referencia", "Reference area", "Zone de référence"),
        Names.Concept("COUNTERPART_AREA", "Área de contraparte", "Counterpart area", "Zone de contrepartie"),
        Names.Concept("MEASURE", "Medida", "Measure", "Mesure"),
        Names.Concept("TIME_PERIOD", "Periodo", "Time period", "Période"),
        Names.Concept(PublishedFlow.Value, "Valor", "Observation value", "Valeur de l’observation"),
    ];

    private readonly IReadOnlyList<PublishedFlow> flows;
    private readonly Dictionary<string, Concept> shared;

    private PublishedStructures(IReadOnlyList<PublishedFlow> flows)
    {
        this.flows = flows;
        shared = General.Concat(flows.Where(flow => !flow.IsForeign).SelectMany(Concepts)).DistinctBy(concept => concept.Id).ToDictionary(concept => concept.Id);
    }

    /// <summary>The artefacts.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="figures">Gives the figures of a flow when its constraints are asked for; null where it has none.</param>
    public static IReadOnlyList<Artefact> Of(IReadOnlyList<PublishedFlow> flows, AreaRegistry areas, Func<PublishedFlow, Func<FlowSeries>?> figures)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(figures);
        var structures = new PublishedStructures(flows);
        return
        [
            .. ProvisionStructures.Of(flows),
            .. structures.ConceptSchemes(),
            .. structures.CodeLists(areas),
            .. AreaStructures.Others(areas),
            .. ConventionStructures.All(areas),
            .. structures.Definitions(),
            .. flows.Select(flow => new DataflowDefinition(flow.Flow.Agency, flow.Flow.Id, flow.Flow.Version, flow.Flow.Name, DefinitionOf(flow)) { Description = flow.Description.International() }),
            .. Topics.Of(flows),
            .. flows.SelectMany(flow => figures(flow) is { } told ? FlowConstraints.Of(flow, told) : []),
            .. QualityStructures.All(),
        ];
    }

    private static IEnumerable<Concept> Concepts(PublishedFlow flow) =>
        flow.Flow.Structure.Dimensions.Select(dimension => dimension.Concept).Concat(flow.Flow.Structure.Attributes.Select(attribute => attribute.Concept));

    private static StructureReference DefinitionOf(PublishedFlow flow) =>
        new(StructureType.DataStructure, flow.Flow.Structure.Agency, flow.Flow.Structure.Id, flow.Flow.Structure.Version);

    /// <summary>The scheme of concepts that one flow calls by names of its own.</summary>
    private static StructureReference OwnScheme(PublishedFlow flow) => new(
        StructureType.ConceptScheme, flow.Flow.Structure.Agency, flow.IsForeign ? "CS_SDG" : $"CS_{flow.ShortId}", flow.IsForeign ? flow.Flow.Structure.Version : Version);

    private static bool IsSame(InternationalString left, InternationalString right) => left.Texts.SequenceEqual(right.Texts);

    private bool IsShared(PublishedFlow flow, Concept concept) => !flow.IsForeign && IsSame(shared[concept.Id].Name, concept.Name);

    private IEnumerable<Artefact> ConceptSchemes()
    {
        yield return Scheme(Shared, new("Conceptos de Periplo", "Concepts of Periplo", "Concepts de Periplo"), shared.Values);
        foreach (var flow in flows)
        {
            var own = Concepts(flow).Where(concept => !IsShared(flow, concept)).Concat(flow.IsForeign ? General.Where(concept => concept.Id is "TIME_PERIOD" or PublishedFlow.Value) : []).ToList();
            if (own.Count > 0)
                yield return Scheme(OwnScheme(flow), Named(flow, new("conceptos", "concepts", "concepts")), own);
        }
    }

    private static Text Named(PublishedFlow flow, Text what) => new(
        $"{flow.Flow.Name.In("es")}: {what.Es}", $"{flow.Flow.Name.In("en")}: {what.En}", $"{flow.Flow.Name.In("fr")}: {what.Fr}");

    private static ItemScheme Scheme(StructureReference scheme, Text name, IEnumerable<Concept> concepts) => new(
        StructureType.ConceptScheme, scheme.Agency, scheme.Id, scheme.Version, name.International(), [.. concepts.Select(concept => new Item(concept.Id, concept.Name))]);

    private IEnumerable<Artefact> CodeLists(AreaRegistry areas)
    {
        var lists = flows.SelectMany(flow => flow.Flow.Structure.Dimensions.Select(dimension => (List: dimension.CodeList, dimension.Concept))
            .Concat(flow.Flow.Structure.Attributes.Where(attribute => attribute.CodeList is not null).Select(attribute => (List: attribute.CodeList!, attribute.Concept))));
        var papers = flows.Where(flow => flow.Papers.Count > 0).ToDictionary(flow => flow.SourceList, flow => flow.Papers.DistinctBy(one => one.Code).ToDictionary(one => one.Code));
        foreach (var (list, concept) in lists.Where(one => one.List.Id.Length > 0).DistinctBy(one => (one.List.Agency, one.List.Id, one.List.Version)))
        {
            var isAreas = list.Id == AreaStructures.Areas.Id && list.Agency == AreaStructures.Areas.Agency;
            yield return new ItemScheme(
                StructureType.CodeList, list.Agency, list.Id, list.Version, IsNamed(list.Name) ? list.Name : concept.Name,
                isAreas ? AreaStructures.Items(areas) : [.. list.Codes.Select(code => new Item(code.Id, code.Name, code.Parent) { Annotations = Annotations(papers.GetValueOrDefault(list.Id), code.Id) })])
            {
                // Of the lists of others only the codes that are used here are held.
                IsPartial = list.Agency != PublishedFlow.Agency,
            };
        }
    }

    /// <summary>What a publication has beside its name and method.</summary>
    private static IReadOnlyList<Annotation> Annotations(Dictionary<string, CodedPapers>? papers, string code)
    {
        if (papers is null || !papers.TryGetValue(code, out var one))
            return [];
        var licence = new Annotation("PAPERS", one.LicenceCode, "LICENCE", Text.Same(one.Licence).International());
        return one.Url.Length == 0 ? [licence] : [licence, new("PAPERS", one.Url, "URL")];
    }

    /// <summary>Lists of measures are named by their id alone where they are defined; the concept they are for says more.</summary>
    private static bool IsNamed(InternationalString name) => name.Texts.Count > 1;

    private IEnumerable<Artefact> Definitions()
    {
        foreach (var flow in flows.DistinctBy(DefinitionOf))
        {
            var structure = flow.Flow.Structure;
            yield return new StructureDefinition(structure.Agency, structure.Id, structure.Version, structure.Name)
            {
                Dimensions = [.. structure.Dimensions.Select(dimension => Component(flow, dimension.Concept, dimension.CodeList))],
                Time = Component(flow, General.First(concept => concept.Id == "TIME_PERIOD"), null, "ObservationalTimePeriod"),
                Measures = [Component(flow, General.First(concept => concept.Id == PublishedFlow.Value), null, "Double")],
                Attributes = [.. structure.Attributes.Select(attribute => new AttributeDefinition(Component(flow, attribute.Concept, attribute.CodeList, "String"), attribute.Attachment, attribute.Mandatory))],
            };
        }
    }

    private Component Component(PublishedFlow flow, Concept concept, CodeList? list, string format = "String") => new(
        concept.Id, new(IsShared(flow, concept) ? Shared : OwnScheme(flow), concept.Id),
        list is null or { Id: "" } ? null : new(StructureType.CodeList, list.Agency, list.Id, list.Version), list is null or { Id: "" } ? new TextFormat(format) : null);
}
