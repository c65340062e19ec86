using System.Collections.Concurrent;

namespace Periplo.Sdmx.Structures;

/// <summary>
/// Artefacts by their identity, and what REST queries for structures find among them. The set does not change; what refers to what is
/// worked out once, so that queries cost little more than their answers. Of artefacts with the same identity the last is kept, but for
/// stubs, which never take the place of a whole one.
/// </summary>
public sealed partial class StructureSet
{
    private readonly Artefact[] all;
    private readonly Dictionary<StructureReference, int> places;

    /// <summary>Versions of an artefact, the latest last.</summary>
    private readonly Dictionary<(StructureType Type, string Agency, string Id), int[]> versions;

    /// <summary>What every artefact refers to, and what refers to it; of references that lead out of the set nothing.</summary>
    private readonly int[][] children;
    private readonly int[][] parents;

    private readonly ConcurrentDictionary<int, CodeList?> lists = new();
    private readonly ConcurrentDictionary<int, DataStructure?> structures = new();
    private readonly ConcurrentDictionary<int, Dictionary<string, Item>> concepts = new();

    /// <summary>A set of artefacts.</summary>
    public StructureSet(IEnumerable<Artefact> artefacts)
    {
        var kept = new List<Artefact>();
        places = [];
        foreach (var artefact in artefacts)
        {
            if (places.TryAdd(artefact.Reference, kept.Count))
                kept.Add(artefact);
            else if (places[artefact.Reference] is var place && (!artefact.IsStub || kept[place].IsStub))
                kept[place] = artefact;
        }

        all = [.. kept];
        versions = Enumerable.Range(0, all.Length)
            .GroupBy(place => (all[place].Type, all[place].Agency, all[place].Id))
            .ToDictionary(group => group.Key, InOrder);
        children = [.. all.Select((artefact, place) => Places(artefact.References).Where(child => child != place).ToArray())];
        var reverse = new List<int>?[all.Length];
        for (var parent = 0; parent < all.Length; parent++)
        {
            foreach (var child in children[parent])
                (reverse[child] ??= []).Add(parent);
        }

        parents = [.. reverse.Select(one => one is null ? [] : one.ToArray())];
    }

    /// <summary>Every artefact, in the order given.</summary>
    public IReadOnlyList<Artefact> All => all;

    /// <summary>
    /// The artefact referred to, or null. No version is the latest one, a range of 3.0 (<c>1.0+.0</c>) the latest within it, and no agency
    /// any agency.
    /// </summary>
    public Artefact? Find(StructureReference reference) => Place(reference) is var place and >= 0 ? all[place] : null;

    private int[] InOrder(IEnumerable<int> held)
    {
        var ordered = held.ToArray();
        Array.Sort(ordered, (left, right) => StructureVersion.Compare(StructureVersion.Of(all[left].Version), StructureVersion.Of(all[right].Version)));
        return ordered;
    }

    private int Place(StructureReference reference)
    {
        if (places.TryGetValue(reference, out var place))
            return place;
        if (string.IsNullOrEmpty(reference.Id))
            return -1;
        if (string.IsNullOrEmpty(reference.Agency))
        {
            return versions.Where(one => one.Key.Type == reference.Type && one.Key.Id == reference.Id)
                .Select(one => Chosen(one.Value, reference.Version))
                .Where(one => one >= 0)
                .OrderByDescending(one => StructureVersion.Of(all[one].Version), Comparer<StructureVersion>.Create(StructureVersion.Compare))
                .DefaultIfEmpty(-1)
                .First();
        }

        return versions.TryGetValue((reference.Type, reference.Agency, reference.Id), out var held) ? Chosen(held, reference.Version) : -1;
    }

    private int Chosen(int[] held, string? version)
    {
        var selection = VersionSelection.Latest;
        if (!string.IsNullOrEmpty(version) && !VersionSelection.TryParseV2(version, out selection))
            selection = VersionSelection.Exactly(version);
        for (var i = held.Length - 1; i >= 0; i--)
        {
            if (selection.Matches(StructureVersion.Of(all[held[i]].Version)))
                return held[i];
        }

        return -1;
    }

    private IEnumerable<int> Places(IEnumerable<StructureReference> references) => references.Select(Place).Where(place => place >= 0).Distinct();
}
