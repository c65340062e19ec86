using System.Runtime.InteropServices;
using System.Text;
using Periplo.Languages;

namespace Periplo.Areas;

/// <summary>
/// All areas the installation knows, with look-up by any code or name. Immutable; one instance serves all threads.
/// </summary>
public sealed partial class AreaRegistry
{
    /// <summary>Id of the group of the Member States of the United Nations.</summary>
    public const string UnitedNations = "UN_MS";

    private readonly Area[] all;
    private readonly AreaCodes codes;
    private readonly AreaNames names;
    private readonly Dictionary<string, IReadOnlyList<Membership>> members;
    private readonly Dictionary<string, int> added;
    private readonly Lazy<int[]>[] ranks;

    private AreaRegistry(Area[] all, AreaCodes codes, AreaNames names, Dictionary<string, IReadOnlyList<Membership>> members, Dictionary<string, int> added)
    {
        (this.all, this.codes, this.names, this.members, this.added) = (all, codes, names, members, added);
        All = Array.AsReadOnly(all);
        ranks = [.. Enum.GetValues<Language>().Select(language => new Lazy<int[]>(() => Ranked(language)))];
    }

    /// <summary>Every area, countries first, in the order of the file; the place in this list is its position.</summary>
    public IReadOnlyList<Area> All { get; }

    /// <summary>The area with an id that is known to exist.</summary>
    /// <exception cref="KeyNotFoundException">There is no such id. For what people typed use <see cref="Resolve"/>.</exception>
    public Area this[string id] => TryGet(id, out var area) ? area : throw new KeyNotFoundException($"There is no area with the id \"{id}\".");

    /// <summary>The area with exactly this id.</summary>
    public bool TryGet(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Area? area)
    {
        ArgumentNullException.ThrowIfNull(id);
        area = TryPosition(id, out var position) ? all[position] : null;
        return area is not null;
    }

    /// <summary>
    /// The position in <see cref="All"/> of exactly this id, from the bytes of a file; nothing is allocated. What is
    /// not found here (aliases, names, numbers) may still be found by <see cref="Find"/>.
    /// </summary>
    public bool TryFind(ReadOnlySpan<byte> utf8Id, out int position) => codes.TryFind(utf8Id, out position);

    /// <summary>
    /// The area meant by an id, an alpha-2 or alpha-3 code, an M49 or UN DESA number with or without leading zeros, or
    /// any name or alias in any language, whatever its accents, case, punctuation and spacing; null when there is none.
    /// </summary>
    public Area? Find(string codeOrName)
    {
        ArgumentNullException.ThrowIfNull(codeOrName);
        var text = codeOrName.AsSpan().Trim();
        if (text.Length != codeOrName.Length)
            codeOrName = text.ToString();

        // Ids with an underscore are no names, so their case is settled here.
        var found = TryPosition(codeOrName, out var position) || names.TryFind(codeOrName, out position)
            || (text.StartsWith('_') && TryPosition(codeOrName.ToUpperInvariant(), out position));
        return found ? all[position] : null;
    }

    /// <summary>As <see cref="Find"/>, for what people typed.</summary>
    /// <exception cref="UnknownAreaException">There is none; the message names the nearest.</exception>
    public Area Resolve(string codeOrName) =>
        Find(codeOrName) ?? throw new UnknownAreaException(codeOrName, [.. names.Nearest(codeOrName).Select(position => all[position])]);

    /// <summary>
    /// What a region, group, composite or former state is made of in <paramref name="year"/>, null meaning now. Sources
    /// publish successors back in time and composites in place of their parts, so the list may hold a composite or
    /// former state beside its parts; <see cref="Addable"/> keeps what may be summed. Empty when membership is not known.
    /// </summary>
    public IReadOnlyList<Area> Members(Area region, int? year)
    {
        ArgumentNullException.ThrowIfNull(region);
        return members.TryGetValue(region.Id, out var list)
            ? [.. list.Where(member => member.Holds(year)).Select(member => all[member.Position])]
            : [];
    }

    /// <summary>What a region, group, composite or former state was ever made of, each with the first and last year it counted, null where it always or still does.</summary>
    public IReadOnlyList<(Area Member, int? From, int? To)> Memberships(Area region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return members.TryGetValue(region.Id, out var list) ? [.. list.Select(member => (all[member.Position], member.From, member.To))] : [];
    }

    /// <summary>
    /// Those of <paramref name="ids"/> that may be added without counting anyone twice, in the order given: leaves only,
    /// and no part of a composite or former state that is present itself. Regions, groups and totals are left out.
    /// </summary>
    /// <exception cref="KeyNotFoundException">An id is unknown.</exception>
    public IReadOnlyList<string> Addable(IReadOnlyCollection<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var wholes = ids.Select(id => this[id]).Where(IsWhole).Distinct().Select(whole => (whole.Id, Parts: whole.Parts.ToHashSet())).ToList();
        var addable = new OrderedDictionary<string, bool>(ids.Count);
        foreach (var id in ids)
        {
            var area = this[id];
            if (area.IsLeaf && !wholes.Exists(whole => whole.Id != id && Covers(whole.Parts, area)))
                addable.TryAdd(id, true);
        }

        return addable.Keys;
    }

    /// <summary>
    /// The order of short names in lists: accents and case do not count, ñ comes after n in Spanish, areas of the same
    /// name keep the order of the file.
    /// </summary>
    public Comparison<Area> ByShortName(Language language)
    {
        var rank = ranks[(int)language].Value;
        return (a, b) => rank[Position(a)].CompareTo(rank[Position(b)]);
    }

    /// <summary>
    /// The same with groups of areas behind, which are found by their ids alone: they are no codes of data, as the members
    /// of a process are not.
    /// </summary>
    /// <param name="more">The groups; their parts are areas of this registry.</param>
    /// <exception cref="ArgumentException">An id is taken.</exception>
    public AreaRegistry WithGroups(IReadOnlyList<Area> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        if (more.Count == 0)
            return this;
        var (lists, found) = (new Dictionary<string, IReadOnlyList<Membership>>(members), new Dictionary<string, int>(added));
        for (var i = 0; i < more.Count; i++)
        {
            if (TryPosition(more[i].Id, out _) || !found.TryAdd(more[i].Id, all.Length + i))
                throw new ArgumentException($"There is an area with the id \"{more[i].Id}\" already.", nameof(more));
            lists.Add(more[i].Id, [.. more[i].Parts.Select(part => new Membership(Position(this[part]), null, null))]);
        }

        return new([.. all, .. more], codes, names, lists, found);
    }

    private static bool IsWhole(Area area) => area.Kind is AreaKind.Composite or AreaKind.Former;

    // A state within a larger former state (Serbia and Montenegro within Yugoslavia) is covered when all its parts are.
    private static bool Covers(HashSet<string> parts, Area area) =>
        parts.Contains(area.Id) || (area.Parts.Count > 0 && area.Parts.All(parts.Contains));

    private int Position(Area area) =>
        TryPosition(area.Id, out var position) ? position : throw new KeyNotFoundException($"There is no area with the id \"{area.Id}\".");

    private bool TryPosition(string id, out int position)
    {
        position = -1;
        Span<byte> bytes = stackalloc byte[8];
        return (id.Length <= bytes.Length && Encoding.ASCII.TryGetBytes(id, bytes, out var length) && codes.TryFind(bytes[..length], out position)) || added.TryGetValue(id, out position);
    }

    private int[] Ranked(Language language)
    {
        var order = all.Select((area, position) => (Key: Spelling.OrderKey(area.ShortName.In(language), language), Position: position)).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(a.Key, b.Key) is var names and not 0 ? names : a.Position.CompareTo(b.Position));
        var rank = new int[all.Length];
        for (var i = 0; i < order.Length; i++)
            rank[order[i].Position] = i;
        return rank;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Membership(int Position, int? From, int? To)
    {
        // Without a year "now" is meant: what has ended is out.
        public bool Holds(int? year) => year is null ? To is null : (From ?? year) <= year && year <= (To ?? year);
    }
}
