namespace Periplo.Sdmx.Structures;

/// <summary>
/// Which items of schemes the artefacts of an answer use, to cut the schemes to them (REST <c>detail=referencepartial</c>): concepts of
/// structures, categories of categorisations, providers of provision agreements and, where a constraint says what is allowed in a flow or
/// structure, the codes it allows. Items above those used are kept.
/// </summary>
internal sealed class UsedItems
{
    private readonly StructureSet set;
    private readonly IReadOnlyList<Artefact> related;
    private readonly Dictionary<StructureReference, HashSet<string>> used = [];

    /// <summary>Code lists of which a component may have any code.</summary>
    private readonly HashSet<StructureReference> whole = [];

    /// <param name="set">All artefacts.</param>
    /// <param name="asked">Those asked for.</param>
    /// <param name="related">Those told with them.</param>
    public UsedItems(StructureSet set, IReadOnlyList<Artefact> asked, IReadOnlyList<Artefact> related)
    {
        (this.set, this.related) = (set, related);
        IReadOnlyList<Artefact> answer = [.. asked, .. related];
        foreach (var artefact in answer)
        {
            foreach (var item in Of(artefact))
                Use(item.Scheme, [item.Item]);
        }

        // The flows and structures asked for say what is allowed; where neither was, those that came with it.
        var deciding = asked.Where(IsData).ToList();
        if (deciding.Count == 0)
            deciding = [.. answer.Where(one => one is DataflowDefinition)];
        if (deciding.Count == 0)
            deciding = [.. answer.Where(IsData)];
        foreach (var artefact in deciding)
            UseCodes(artefact);
    }

    /// <summary>True where an artefact uses an item of a part of a scheme, or refers to the scheme as a whole, as a structure does to a code list.</summary>
    public static bool Any(Artefact user, Artefact part)
    {
        if (part is not ItemScheme scheme)
            return true;
        var items = Of(user).Where(item => item.Scheme.Type == scheme.Type && item.Scheme.Agency == scheme.Agency && item.Scheme.Id == scheme.Id).ToList();
        return items.Count == 0 || items.Exists(item => scheme.Items.Any(one => one.Path(scheme.Type) == item.Item));
    }

    /// <summary>The related artefacts, schemes cut to the items in use.</summary>
    public IEnumerable<Artefact> Related() => related.Select(artefact =>
        artefact is ItemScheme scheme && used.TryGetValue(scheme.Reference, out var items) && !whole.Contains(scheme.Reference) ? scheme.Only(items) : artefact);

    private static bool IsData(Artefact artefact) => artefact is DataflowDefinition or StructureDefinition;

    /// <summary>Items an artefact refers to one by one.</summary>
    private static IEnumerable<ItemReference> Of(Artefact artefact) => artefact switch
    {
        StructureDefinition structure => structure.Components.Select(component => component.Concept),
        MetadataStructureDefinition structure => structure.Attributes.SelectMany(Concepts),
        Categorisation place => [place.Target],
        ProvisionAgreement provision => [provision.Provider],
        HierarchicalCodeList list => list.Hierarchies.SelectMany(one => one.Codes).SelectMany(Codes),
        _ => [],
    };

    private static IEnumerable<ItemReference> Concepts(MetadataAttribute attribute) => attribute.Children.SelectMany(Concepts).Prepend(attribute.Concept);

    private static IEnumerable<ItemReference> Codes(HierarchicalCode code) => code.Children.SelectMany(Codes).Prepend(new(code.CodeList, code.Code));

    private void Use(StructureReference scheme, IEnumerable<string> items)
    {
        if (set.Find(scheme) is not ItemScheme held)
            return;
        if (!used.TryGetValue(held.Reference, out var all))
            used.Add(held.Reference, all = []);
        all.UnionWith(items);
    }

    private void UseCodes(Artefact artefact)
    {
        var constraints = set.Allowed(artefact.Reference).ToList();
        var structure = artefact as StructureDefinition;
        if (artefact is DataflowDefinition { Structure: { } reference })
        {
            structure = set.Find(reference) as StructureDefinition;
            constraints.AddRange(set.Allowed(reference));
        }

        if (structure is null)
            return;
        foreach (var component in structure.Components)
        {
            if (set.ListOf(component) is not { } values || set.Find(values) is not ItemScheme { Type: StructureType.CodeList } list)
                continue;
            if (AllowedCodes(list, component.Id, constraints) is { } codes)
                Use(list.Reference, codes);
            else
                whole.Add(list.Reference);
        }
    }

    /// <summary>Codes of a component that all constraints allow; null where none of them says anything of it.</summary>
    private static HashSet<string>? AllowedCodes(ItemScheme list, string component, List<ContentConstraint> constraints)
    {
        HashSet<string>? allowed = null;
        foreach (var values in constraints.SelectMany(constraint => constraint.Region).Where(one => one.Component == component && one.Values.Count > 0))
        {
            allowed ??= [.. list.Items.Select(item => item.Id)];
            if (values.Include)
                allowed.IntersectWith(values.Values);
            else
                allowed.ExceptWith(values.Values);
        }

        return allowed;
    }
}
