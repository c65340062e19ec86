namespace Periplo.Sdmx.Structures;

/// <content>Answers to queries (sdmx-rest, structure queries).</content>
public sealed partial class StructureSet
{
    /// <summary>
    /// What a query asks for, in full or as stubs or cut as it says, and behind it exactly the related artefacts it asks for; nothing when
    /// nothing is found.
    /// </summary>
    public IReadOnlyList<Artefact> Query(StructureQuery query)
    {
        var asked = new SortedDictionary<int, Artefact>();
        var items = new HashSet<string>(query.Items);
        foreach (var place in Matching(query))
        {
            if (items.Count == 0)
                asked[place] = all[place];
            else if (WithItems(all[place], items) is { } part)
                asked[place] = part;
        }

        if (asked.Count == 0)
            return [];
        var related = Related(query, asked);
        return [.. Told(asked.Values, query, isRelated: false), .. Told(InDetail(query, asked, related), query, isRelated: true)];
    }

    /// <summary>Constraints of what may be in a flow or structure, of each its latest version.</summary>
    internal IEnumerable<ContentConstraint> Allowed(StructureReference reference) => Place(reference) is var place and >= 0
        ? parents[place].Where(IsLatest).Select(parent => all[parent]).OfType<ContentConstraint>().Where(constraint => !constraint.IsActual)
        : [];

    /// <summary>The scheme, or list of hierarchies, with the items asked for; null where it has none of them or is no scheme.</summary>
    private static Artefact? WithItems(Artefact artefact, HashSet<string> items)
    {
        switch (artefact)
        {
            case ItemScheme scheme:
                var part = scheme.Only(items, withParents: false);
                return part.Items.Count == 0 ? null : part with { IsPartial = true };
            case HierarchicalCodeList list:
                var hierarchies = list.Hierarchies.Where(one => items.Contains(one.Id)).ToArray();
                return hierarchies.Length == 0 ? null : list with { Hierarchies = hierarchies };
            default:
                return null;
        }
    }

    private static IEnumerable<Artefact> Told(IEnumerable<Artefact> artefacts, StructureQuery query, bool isRelated) => query.Detail switch
    {
        StructureDetail.AllStubs => artefacts.Select(one => Stub.Of(one, isComplete: false)),
        StructureDetail.AllCompleteStubs => artefacts.Select(one => Stub.Of(one, isComplete: true)),
        StructureDetail.ReferenceStubs when isRelated => artefacts.Select(one => Stub.Of(one, isComplete: false)),
        StructureDetail.ReferenceCompleteStubs when isRelated => artefacts.Select(one => Stub.Of(one, isComplete: true)),
        _ => artefacts,
    };

    private bool IsLatest(int place) => versions[(all[place].Type, all[place].Agency, all[place].Id)][^1] == place;

    private IEnumerable<int> Matching(StructureQuery query)
    {
        foreach (var ((type, agency, id), held) in versions)
        {
            if (!Has(query.Types, type) || !Has(query.Agencies, agency) || !Has(query.Ids, id))
                continue;
            foreach (var selection in query.Versions)
            {
                for (var i = held.Length - 1; i >= 0; i--)
                {
                    var artefact = all[held[i]];
                    if (!selection.Matches(StructureVersion.Of(artefact.Version)) || IsOtherConstraint(artefact))
                        continue;
                    yield return held[i];
                    if (selection.IsLatest)
                        break;
                }
            }
        }

        bool IsOtherConstraint(Artefact artefact) =>
            query.ActualConstraints is { } isActual && artefact is ContentConstraint constraint && constraint.IsActual != isActual;

        static bool Has<T>(IReadOnlyList<T> asked, T one) => asked.Count == 0 || asked.Contains(one);
    }

    /// <summary>Artefacts related to those asked for, themselves left out. What items bring with them and by what they are used decides where only items were asked for.</summary>
    private SortedSet<int> Related(StructureQuery query, SortedDictionary<int, Artefact> asked)
    {
        var related = new SortedSet<int>();
        if (query.References == RelatedStructures.None && query.ReferenceTypes.Count == 0)
            return related;
        var below = new HashSet<int>();
        var above = new HashSet<int>();
        foreach (var (place, artefact) in asked)
        {
            below.UnionWith(ReferenceEquals(artefact, all[place]) ? children[place] : Places(artefact.References));
            above.UnionWith(parents[place].Where(parent => query.Items.Count == 0 || UsedItems.Any(all[parent], artefact)));
        }

        if (Asks(RelatedStructures.Children))
            related.UnionWith(below);
        if (Asks(RelatedStructures.Descendants))
            related.UnionWith(Reached(below, children));
        if (Asks(RelatedStructures.Parents | RelatedStructures.ParentsAndSiblings))
            related.UnionWith(above);
        if (Asks(RelatedStructures.ParentsAndSiblings))
            related.UnionWith(above.SelectMany(parent => children[parent]));
        if (Asks(RelatedStructures.Ancestors))
            related.UnionWith(Reached(above, parents));
        if (query.ReferenceTypes.Count > 0)
            related.UnionWith(below.Concat(above).Where(place => query.ReferenceTypes.Contains(all[place].Type)));
        related.ExceptWith(asked.Keys);
        return related;

        bool Asks(RelatedStructures scopes) => (query.References & scopes) != RelatedStructures.None;
    }

    private static HashSet<int> Reached(IEnumerable<int> from, int[][] edges)
    {
        var reached = new HashSet<int>(from);
        var open = new Stack<int>(reached);
        while (open.TryPop(out var place))
        {
            foreach (var next in edges[place])
            {
                if (reached.Add(next))
                    open.Push(next);
            }
        }

        return reached;
    }

    private IEnumerable<Artefact> InDetail(StructureQuery query, SortedDictionary<int, Artefact> asked, SortedSet<int> related)
    {
        var artefacts = related.Select(place => all[place]);
        return query.Detail == StructureDetail.ReferencePartial ? new UsedItems(this, [.. asked.Values], [.. artefacts]).Related() : artefacts;
    }
}
