using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Disclosure;

/// <summary>Puts the tables of one series together: every cell and margin once, and the sums among them. Keeps its memory from series to series; one a thread.</summary>
internal sealed class SeriesTables(BreakdownKeys keys)
{
    private readonly Dictionary<ulong, int> places = [];
    private readonly List<ulong> levels = [];
    private readonly List<ulong> ranked = [];
    private readonly List<long> counts = [];
    private readonly List<long> seen = [];
    private int[] sumOf = [];

    /// <summary>Keys of the cells, totals before parts.</summary>
    public ulong[] Keys { get; private set; } = [];

    /// <summary>The breakdowns so far, as bits of the dimensions told apart.</summary>
    public HashSet<ulong> Levels => [.. levels];

    /// <summary>Begins a series; its total is always a cell.</summary>
    public void Begin()
    {
        places.Clear();
        levels.Clear();
        ranked.Clear();
        counts.Clear();
        seen.Clear();
        levels.Add(0);
        Place(0);
    }

    /// <summary>Adds the rows a table has for the series.</summary>
    /// <param name="parts">For each of its dimensions the bits of each code.</param>
    /// <param name="masks">The bits of each dimension.</param>
    /// <param name="rows">The rows of all series.</param>
    /// <param name="order">Which of them are the series'.</param>
    /// <param name="isFirst">True for the first table that has the series: it sets the total.</param>
    /// <exception cref="StatisticsException">A margin it shares with a table before comes out different.</exception>
    public void Add(ulong[][] parts, ulong[] masks, IReadOnlyList<BreakdownCount> rows, ReadOnlySpan<int> order, bool isFirst)
    {
        Span<ulong> subset = stackalloc ulong[1 << BreakdownTable.MostDimensions];
        Span<bool> isNew = stackalloc bool[1 << BreakdownTable.MostDimensions];
        var subsets = 1 << masks.Length;
        for (var s = 0; s < subsets; s++)
        {
            subset[s] = 0;
            for (var d = 0; d < masks.Length; d++)
                subset[s] |= (s >> d & 1) == 1 ? masks[d] : 0;
            isNew[s] = (s == 0 && isFirst) || !levels.Contains(subset[s]);
            if (isNew[s] && s > 0)
                levels.Add(subset[s]);
        }

        foreach (var at in order)
        {
            var row = rows[at];
            if (row.Count < 0)
                throw new StatisticsException(new Text("Una cifra de personas no puede ser negativa.", "A count of persons cannot be negative.", "Un nombre de personnes ne peut pas être négatif."));
            var key = (masks.Length > 0 ? parts[0][row.First] : 0) | (masks.Length > 1 ? parts[1][row.Second] : 0) | (masks.Length > 2 ? parts[2][row.Third] : 0);
            for (var s = 0; s < subsets; s++)
            {
                var place = Place(key & subset[s]);
                if (isNew[s])
                    counts[place] += row.Count;
                else
                    seen[place] += row.Count;
            }
        }

        for (var s = 0; s < subsets; s++)
        {
            if (!isNew[s])
                CheckShared(subset[s]);
        }
    }

    /// <summary>The cells in order of rank, and their sums.</summary>
    public LinkedTables Build()
    {
        var (order, sorted) = (ranked.ToArray(), counts.ToArray());
        Array.Sort(order, sorted);
        for (var cell = 0; cell < order.Length; cell++)
            places[order[cell] = BreakdownKeys.Unranked(order[cell])] = cell;
        Keys = order;
        var dimensions = keys.Masks.Length;
        if (sumOf.Length < order.Length * dimensions)
            sumOf = new int[order.Length * dimensions];
        Array.Fill(sumOf, -1, 0, order.Length * dimensions);
        // A sum is known by its total and the dimension summed over. First lengths, then members.
        var (lengths, totals) = (new List<int>(), new List<int>());
        for (var cell = 0; cell < order.Length; cell++)
        {
            for (var d = 0; d < dimensions; d++)
            {
                if ((order[cell] & keys.Masks[d]) == 0)
                    continue;
                var total = places[order[cell] & ~keys.Masks[d]];
                ref var sum = ref sumOf[(total * dimensions) + d];
                if (sum < 0)
                {
                    sum = lengths.Count;
                    lengths.Add(1);
                    totals.Add(total);
                }

                lengths[sum]++;
            }
        }

        var (starts, next) = (new int[lengths.Count + 1], new int[lengths.Count]);
        for (var sum = 0; sum < next.Length; sum++)
        {
            starts[sum + 1] = starts[sum] + lengths[sum];
            next[sum] = starts[sum] + 1;
        }

        var members = new int[starts[^1]];
        for (var sum = 0; sum < next.Length; sum++)
            members[starts[sum]] = totals[sum];
        for (var cell = 0; cell < order.Length; cell++)
        {
            for (var d = 0; d < dimensions; d++)
            {
                if ((order[cell] & keys.Masks[d]) != 0)
                    members[next[sumOf[(places[order[cell] & ~keys.Masks[d]] * dimensions) + d]]++] = cell;
            }
        }

        return new(sorted, starts, members);
    }

    private int Place(ulong key)
    {
        if (!places.TryGetValue(key, out var place))
        {
            places.Add(key, place = counts.Count);
            ranked.Add(keys.Ranked(key));
            counts.Add(0);
            seen.Add(0);
        }

        return place;
    }

    private void CheckShared(ulong level)
    {
        foreach (var (key, place) in places)
        {
            if (keys.Level(key) != level)
                continue;
            if (seen[place] != counts[place])
            {
                throw new StatisticsException(new Text(
                    $"Dos cuadros dan {counts[place]} y {seen[place]} para {keys.Words(key)}: los márgenes que comparten deben coincidir.",
                    $"Two tables give {counts[place]} and {seen[place]} for {keys.Words(key)}: the margins they share must agree.",
                    $"Deux tableaux donnent {counts[place]} et {seen[place]} pour {keys.Words(key)} : les marges qu’ils partagent doivent coïncider."));
            }

            seen[place] = 0;
        }
    }
}
