using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Disclosure;

/// <summary>
/// Series that must be protected together: one alone, or a measure with those it holds. Between a whole and its part stands,
/// for every cell both have, what is left of the whole: never published, but anybody can subtract.
/// </summary>
internal sealed class SeriesJoin
{
    private readonly List<(int Whole, int Part)> pairs = [];
    private readonly List<(ulong[] Keys, LinkedTables Tables, HashSet<ulong> Levels)> built = [];
    private readonly List<int> starts = [0];
    private readonly List<long> rests = [];
    private readonly List<(int Whole, int Part)> restOf = [];

    private SeriesJoin(List<int> members) => Members = members;

    /// <summary>Positions of its series.</summary>
    public List<int> Members { get; }

    /// <summary>Which cells are in no table; empty for a series alone.</summary>
    public bool[] NeverPublished => rests.Count == 0 ? [] : [.. new bool[starts[^1]], .. Enumerable.Repeat(true, rests.Count)];

    /// <summary>Joins wholes and parts of the same area, period and direction.</summary>
    public static List<SeriesJoin> Of(IReadOnlyList<TableSeries> series, IReadOnlyList<MeasurePart> parts)
    {
        var positions = series.Index().ToDictionary(one => one.Item with { Status = default }, one => one.Index);
        var root = Enumerable.Range(0, series.Count).ToArray();
        var holdings = new List<(int Whole, int Part)>();
        foreach (var (one, position) in positions)
        {
            foreach (var part in parts.Where(part => part.Whole == one.Measure))
            {
                if (positions.TryGetValue(one with { Measure = part.Part }, out var held))
                    holdings.Add((position, held));
            }
        }

        foreach (var (whole, part) in holdings)
        {
            var (from, to) = (root[part], root[whole]);
            for (var s = 0; s < root.Length && from != to; s++)
                root[s] = root[s] == from ? to : root[s];
        }

        var joins = root.Index().GroupBy(one => one.Item, one => one.Index).ToDictionary(group => group.Key, group => new SeriesJoin([.. group]));
        foreach (var pair in holdings)
            joins[root[pair.Whole]].pairs.Add(pair);
        return [.. joins.Values];
    }

    /// <summary>Begins anew, with no cells.</summary>
    public void Clear()
    {
        built.Clear();
        starts.RemoveRange(1, starts.Count - 1);
        rests.Clear();
        restOf.Clear();
    }

    /// <summary>Whether a member's total, large enough to be published, is suppressed to hide others and was not suppressed before.</summary>
    public bool LosesTotal(SuppressionPattern pattern, Func<int, ulong, long, EarlierVintage> earlier, long least)
    {
        for (var s = 0; s < built.Count; s++)
        {
            var count = built[s].Tables.Counts[0];
            if (count >= least && pattern.Cells[starts[s]] != Suppression.Published && earlier(Members[s], built[s].Keys[0], count) != EarlierVintage.Suppressed)
                return true;
        }

        return false;
    }

    /// <summary>Adds the cells of the next member; with the last one, what is left of wholes.</summary>
    public void Add((ulong[] Keys, LinkedTables Tables, HashSet<ulong> Levels) series, BreakdownKeys keys)
    {
        built.Add(series);
        starts.Add(starts[^1] + series.Keys.Length);
        if (built.Count < Members.Count)
            return;
        foreach (var (whole, part) in pairs)
            Subtract(Members.IndexOf(whole), Members.IndexOf(part), keys);
    }

    /// <summary>All cells and sums in one.</summary>
    public LinkedTables Tables()
    {
        if (Members.Count == 1)
            return built[0].Tables;
        var (counts, sums) = (new List<long>(), new List<(int, int[])>());
        for (var s = 0; s < built.Count; s++)
        {
            var (tables, start) = (built[s].Tables, starts[s]);
            counts.AddRange(tables.Counts);
            for (var sum = 0; sum < tables.Sums; sum++)
            {
                int[] members = [.. tables.Members(sum)];
                sums.Add((start + members[0], Array.ConvertAll(members[1..], member => start + member)));
            }
        }

        counts.AddRange(rests);
        for (var rest = 0; rest < rests.Count; rest++)
            sums.Add((restOf[rest].Whole, [restOf[rest].Part, starts[^1] + rest]));
        return LinkedTables.Of(counts, sums);
    }

    /// <summary>What was told of each cell before.</summary>
    public EarlierVintage[] Earlier(Func<int, ulong, long, EarlierVintage> of)
    {
        var earlier = new EarlierVintage[starts[^1] + rests.Count];
        for (var s = 0; s < built.Count; s++)
        {
            for (var cell = 0; cell < built[s].Keys.Length; cell++)
                earlier[starts[s] + cell] = of(Members[s], built[s].Keys[cell], built[s].Tables.Counts[cell]);
        }

        return earlier;
    }

    /// <summary>Gives each member its cells of the pattern.</summary>
    public void Split(SuppressionPattern pattern, SeriesCells[] done)
    {
        for (var s = 0; s < built.Count; s++)
        {
            var (keys, tables, levels) = built[s];
            done[Members[s]] = new(keys, tables.Counts.ToArray(), pattern.Cells[starts[s]..starts[s + 1]], tables.Counts[0] == 0 ? null : levels);
        }
    }

    private void Subtract(int whole, int part, BreakdownKeys keys)
    {
        var cells = built[whole].Keys.Index().ToDictionary(one => one.Item, one => one.Index);
        for (var cell = 0; cell < built[part].Keys.Length; cell++)
        {
            var (key, count) = (built[part].Keys[cell], built[part].Tables.Counts[cell]);
            if (!built[whole].Levels.Contains(keys.Level(key)))
                continue;
            var held = cells.GetValueOrDefault(key, -1);
            var of = held < 0 ? 0 : built[whole].Tables.Counts[held];
            if (count > of)
            {
                throw new StatisticsException(new Text(
                    $"Una parte es {count} y su todo {of}: {keys.Words(key)}.", $"A part is {count} and its whole {of}: {keys.Words(key)}.", $"Une partie est {count} et son tout {of} : {keys.Words(key)}."));
            }

            if (held < 0)
                continue;
            rests.Add(of - count);
            restOf.Add((starts[whole] + held, starts[part] + cell));
        }
    }
}
