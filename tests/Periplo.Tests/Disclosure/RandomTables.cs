using Periplo.Disclosure;

namespace Periplo.Tests.Disclosure;

/// <summary>Tables of made-up persons, linked by the margins they share, put together in the slow and obvious way.</summary>
internal static class RandomTables
{
    private static readonly string[][][] Shapes =
    [
        [["a", "b"]],
        [["a", "b"], ["b", "c"]],
        [["a", "b"], ["b", "c"], ["d"]],
        [["a", "b"], ["b", "c"], ["a", "c"]],
        [["a", "b", "c"]],
        [["a", "b", "c"], ["a", "d"]],
        [["a"], ["b"], ["c", "d"]],
    ];

    public static LinkedTables Make(Random random)
    {
        var shape = Shapes[random.Next(Shapes.Length)];
        var sizes = new Dictionary<string, int> { ["a"] = random.Next(2, 7), ["b"] = random.Next(2, 4), ["c"] = random.Next(2, 5), ["d"] = random.Next(2, 6) };
        var skew = 1 + (random.NextDouble() * 3);
        var persons = Enumerable.Range(0, random.Next(1, random.Next(2) == 0 ? 60 : 500))
            .Select(_ => sizes.ToDictionary(pair => pair.Key, pair => (int)(pair.Value * Math.Pow(random.NextDouble(), skew)))).ToList();
        var withZeros = random.Next(2) == 0;
        return Count(persons, shape, withZeros ? sizes : null);
    }

    public static LinkedTables Count(List<Dictionary<string, int>> persons, string[][] shape, Dictionary<string, int>? zerosOf)
    {
        // A cell is named by the dimensions it fixes: "a=1 b=0"; the grand total has the empty name.
        var levels = shape.SelectMany(Subsets).Select(level => string.Join(' ', level)).Distinct().OrderBy(level => level.Length).Select(level => level.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var (cells, counts) = (new Dictionary<string, int>(), new List<long>());
        var sums = new Dictionary<string, (int Total, SortedSet<int> Parts)>();
        foreach (var level in levels)
        {
            foreach (var person in persons)
                counts[Cell(Name(level, person))]++;
            if (zerosOf is not null)
            {
                foreach (var codes in Codes(level, zerosOf))
                    Cell(Name(level, codes));
            }
        }

        foreach (var level in levels)
        {
            var all = zerosOf is null ? persons : [.. Codes(level, zerosOf)];
            foreach (var (codes, over) in all.SelectMany(codes => level.Select(over => (codes, over))))
            {
                var total = Name([.. level.Where(d => d != over)], codes);
                if (!sums.TryGetValue($"{total}|{over}", out var sum))
                    sums.Add($"{total}|{over}", sum = (cells[total], []));
                sum.Parts.Add(cells[Name(level, codes)]);
            }
        }

        return LinkedTables.Of(counts, sums.Values.Select(sum => (sum.Total, sum.Parts.ToArray())));

        int Cell(string name)
        {
            if (!cells.TryGetValue(name, out var cell))
            {
                cells.Add(name, cell = counts.Count);
                counts.Add(0);
            }

            return cell;
        }
    }

    /// <summary>Exact bounds of all suppressed cells, none of which is below <paramref name="floor"/>; from all sums at once, without the product's solver.</summary>
    public static Dictionary<int, (double Lower, double Upper)> Attack(LinkedTables tables, IReadOnlyList<bool> suppressed, int floor)
    {
        var unknown = Enumerable.Range(0, tables.Cells).Where(cell => suppressed[cell]).ToList();
        var equations = new List<long[]>();
        for (var sum = 0; sum < tables.Sums; sum++)
        {
            var equation = new long[unknown.Count + 1];
            var members = tables.Members(sum).ToArray();
            for (var i = 0; i < members.Length; i++)
            {
                var sign = i == 0 ? -1 : 1;
                if (suppressed[members[i]])
                {
                    equation[unknown.IndexOf(members[i])] = sign;
                    equation[^1] -= sign * floor;
                }
                else
                {
                    equation[^1] -= sign * tables.Counts[members[i]];
                }
            }

            if (equation[..^1].Any(value => value != 0))
                equations.Add(equation);
        }

        if (unknown.Count == 0)
            return [];
        var programme = new WholeNumberSimplex(unknown.Count, equations);
        return unknown.Select((cell, variable) => (cell, floor + programme.Least(variable), floor + programme.Greatest(variable)))
            .ToDictionary(bound => bound.cell, bound => (bound.Item2, bound.Item3));
    }

    private static string Name(string[] level, Dictionary<string, int> codes) => string.Join(' ', level.Select(d => $"{d}={codes[d]}"));

    private static IEnumerable<string[]> Subsets(string[] dimensions) => Enumerable.Range(0, 1 << dimensions.Length)
        .Select(mask => dimensions.Where((_, i) => (mask >> i & 1) == 1).ToArray());

    private static IEnumerable<Dictionary<string, int>> Codes(string[] level, Dictionary<string, int> sizes)
    {
        IEnumerable<Dictionary<string, int>> all = [[]];
        foreach (var d in level)
            all = all.SelectMany(codes => Enumerable.Range(0, sizes[d]).Select(code => new Dictionary<string, int>(codes) { [d] = code }));
        return all;
    }
}
