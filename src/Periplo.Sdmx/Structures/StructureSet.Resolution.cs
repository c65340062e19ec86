namespace Periplo.Sdmx.Structures;

/// <content>Structures put together with the lists and concepts they refer to.</content>
public sealed partial class StructureSet
{
    /// <summary>
    /// The flow a dataflow, a provision agreement or a data structure stands for (of a structure, a flow under its own name); null where it, or
    /// a code list of one of its components, is not here whole: see <see cref="Lacking"/>.
    /// </summary>
    public Dataflow? Resolve(StructureReference reference) => Find(reference) switch
    {
        DataflowDefinition { Structure: { } to } flow when Structure(to) is { } structure => new(flow.Id, flow.Agency, flow.Version, flow.Name, structure),
        StructureDefinition own when Structure(own.Reference) is { } structure => new(own.Id, own.Agency, own.Version, own.Name, structure),
        ProvisionAgreement { Dataflow: { Type: StructureType.Dataflow } to } => Resolve(to),
        _ => null,
    };

    /// <summary>The code list, or the concepts as codes of a measure dimension; null where it is not here whole.</summary>
    public CodeList? CodeList(StructureReference reference) => Place(reference) is var place and >= 0
        ? lists.GetOrAdd(place, static (one, set) => set.NewList(one), this)
        : null;

    /// <summary>
    /// What must be known and is not, to resolve a flow, provision agreement or structure: asked for elsewhere and added, it may lack more. Nothing
    /// when it can be resolved.
    /// </summary>
    public IReadOnlyList<StructureReference> Lacking(StructureReference reference)
    {
        switch (Find(reference))
        {
            case null or { IsStub: true }:
                return [reference];
            case DataflowDefinition { Structure: { Type: StructureType.DataStructure } structure }:
                return Lacking(structure);
            case DataflowDefinition:
                return [reference];
            case ProvisionAgreement { Dataflow: { Type: StructureType.Dataflow } flow }:
                return Lacking(flow);
            case StructureDefinition structure:
                // A concept scheme is needed only where it may say what a component's values are.
                return
                [
                    .. structure.Components.Where(one => one is { CodeList: null, Format: null }).Select(one => one.Concept.Scheme)
                        .Where(scheme => Find(scheme) is null or { IsStub: true })
                        .Concat(structure.Components.Select(ListOf).OfType<StructureReference>().Where(list => CodeList(list) is null))
                        .Distinct(),
                ];
            default:
                return [];
        }
    }

    /// <summary>The list a component's values are from: its own, or that of its concept where it says nothing of them; null where they are free.</summary>
    internal StructureReference? ListOf(Component component) => component.CodeList ?? (component.Format is null ? Concept(component.Concept)?.CodeList : null);

    private CodeList? NewList(int place)
    {
        if (all[place] is not ItemScheme { IsStub: false, Type: StructureType.CodeList or StructureType.ConceptScheme } scheme)
            return null;
        var codes = scheme.Items.DistinctBy(item => item.Id).Select(item => new Code(item.Id, item.Name, item.Parent)).ToArray();
        return new(scheme.Id, scheme.Agency, scheme.Version, scheme.Name, codes);
    }

    private DataStructure? Structure(StructureReference reference) => Place(reference) is var place and >= 0
        ? structures.GetOrAdd(place, static (one, set) => set.NewStructure(one), this)
        : null;

    private DataStructure? NewStructure(int place)
    {
        if (all[place] is not StructureDefinition { IsStub: false } definition)
            return null;
        var dimensions = new List<Dimension>();
        foreach (var component in definition.Dimensions)
        {
            if (!TryValues(component, out var values))
                return null;
            dimensions.Add(new(Notion(component), values ?? Sdmx.CodeList.Uncoded));
        }

        var attributes = new List<DataAttribute>();
        foreach (var attribute in definition.Attributes)
        {
            if (!TryValues(attribute.Component, out var values))
                return null;
            attributes.Add(new(Notion(attribute.Component), values, attribute.Attachment, attribute.Mandatory) { Dimensions = attribute.Dimensions });
        }

        return new(definition.Id, definition.Agency, definition.Version, definition.Name, dimensions, attributes);
    }

    /// <summary>List of a component's values, null where they are free; false where there is a list and it is not here.</summary>
    private bool TryValues(Component component, out CodeList? values)
    {
        values = null;
        if (ListOf(component) is not { } reference)
            return true;
        values = CodeList(reference);
        return values is not null;
    }

    /// <summary>The concept under the id of the component, by which keys and data know it.</summary>
    private Concept Notion(Component component) => new(component.Id, Concept(component.Concept)?.Name ?? new(("en", component.Id)));

    private Item? Concept(ItemReference reference)
    {
        var place = Place(reference.Scheme);
        if (place < 0 || all[place] is not ItemScheme)
            return null;
        var held = concepts.GetOrAdd(
            place,
            static (one, set) => ((ItemScheme)set.all[one]).Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id),
            this);
        return held.GetValueOrDefault(reference.Item);
    }
}
