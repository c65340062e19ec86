using Periplo.Areas;
using Periplo.Exchange;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>The flows and structures that follow from the parts held.</summary>
internal sealed class PublishedCatalogue
{
    private readonly Dictionary<string, IReadOnlyList<Part>> byDataset;
    private readonly IReadOnlyList<DatasetDefinition> definitions;
    private readonly Lazy<StructureSet> structures;
    private IReadOnlyList<Part> parts;

    /// <summary>The catalogue of parts.</summary>
    /// <param name="parts">Every part, in the order of import.</param>
    /// <param name="definitions">The datasets.</param>
    /// <param name="sdg">The SDG flow as a dataset.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="figures">Gives the figures of a flow and its parts.</param>
    public PublishedCatalogue(
        IReadOnlyList<Part> parts, IReadOnlyList<DatasetDefinition> definitions, DatasetDefinition sdg, AreaRegistry areas, Func<PublishedFlow, IReadOnlyList<Part>, FlowSeries> figures)
    {
        (this.parts, this.definitions) = (parts, definitions);
        byDataset = parts.GroupBy(part => part.Revision.Dataset).ToDictionary(group => group.Key, IReadOnlyList<Part> (group) => [.. group]);
        var inputs = parts.Where(part => part.Revision.Source != Installation.OwnSource && SdgFigures.IsInput(part.Revision.Dataset)).ToList();
        byDataset[SdgFlow.Dataset] = inputs;
        var licences = PublishedFlow.Licences(parts);
        Flows =
        [
            .. definitions.Select(definition => PublishedFlow.Of(definition, byDataset.GetValueOrDefault(definition.Id, []), licences)),
            .. inputs.Count > 0 ? [SdgFlow.Publish(sdg)] : Array.Empty<PublishedFlow>(),
        ];

        // Failures are not kept: a file that was out of reach is read again.
        structures = new(
            () => new(PublishedStructures.Of(Flows, areas, flow => PartsOf(flow) is { Count: > 0 } own ? () => figures(flow, own) : null)), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The flows.</summary>
    public IReadOnlyList<PublishedFlow> Flows { get; }

    /// <summary>Their structures.</summary>
    public StructureSet Structures => structures.Value;

    /// <summary>Every part; another list that says the same may take its place.</summary>
    public IReadOnlyList<Part> Parts
    {
        get => Volatile.Read(ref parts);
        set => Volatile.Write(ref parts, value);
    }

    /// <summary>The parts a flow is made of, in the order of import; the same list each time.</summary>
    public IReadOnlyList<Part> PartsOf(PublishedFlow flow) => byDataset.GetValueOrDefault(flow.Dataset, []);

    /// <summary>True when it is the catalogue of these parts and datasets.</summary>
    public bool IsOf(IReadOnlyList<Part> others, IReadOnlyList<DatasetDefinition> otherDefinitions)
    {
        var own = Parts;
        if (own.Count != others.Count || !definitions.SequenceEqual(otherDefinitions, ReferenceEqualityComparer.Instance))
            return false;
        for (var i = 0; i < own.Count; i++)
        {
            if (own[i].Revision != others[i].Revision || own[i].ImportedAt != others[i].ImportedAt || own[i].File.Sha256 != others[i].File.Sha256)
                return false;
        }

        return true;
    }
}
