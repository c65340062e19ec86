using System.Runtime.InteropServices;
using Periplo.Sdmx.Rest;

namespace Periplo.Exchange;

/// <summary>A run of keys that follow each other, from one to before another.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyRange(int From, int To);

/// <summary>
/// Finds the keys a query asks for. Keys are sorted, so those with one code in the first dimension lie together, within them those
/// with one code in the second, and so on: a wanted code is found by halving, a dimension of which all is wanted is passed from code
/// to code, and the rest of few keys is looked through one by one.
/// </summary>
internal sealed class KeySearch
{
    private const int Few = 64;
    private const int FewCodes = 16;

    private readonly FlowSeries series;
    private readonly List<bool[]?[]> selections = [];

    /// <summary>A search for what keys and filters of a query ask for.</summary>
    /// <exception cref="ArgumentException">A key has more positions than the flow has dimensions.</exception>
    public KeySearch(FlowSeries series, DataQuery query)
    {
        this.series = series;
        var filters = Filters(query);
        foreach (var key in query.Keys.Count == 0 ? [new KeySelection([])] : query.Keys)
        {
            if (key.Positions.Count > series.Codes.Length)
                throw new ArgumentException($"A key has {key.Positions.Count} positions, the structure {series.Codes.Length} dimensions.", nameof(query));
            selections.Add([.. Enumerable.Range(0, series.Codes.Length).Select(d => Both(d < key.Positions.Count ? Allowed(d, key.Positions[d]) : null, filters[d]))]);
        }
    }

    /// <summary>Per key asked for and dimension, which codes are wanted; null where all are.</summary>
    public IReadOnlyList<bool[]?[]> Selections => selections;

    /// <summary>True when every key is asked for.</summary>
    public bool IsAll => selections.Exists(selection => Array.TrueForAll(selection, allowed => allowed is null));

    /// <summary>The keys, in order.</summary>
    public List<KeyRange> Find()
    {
        var found = new List<KeyRange>();
        foreach (var selection in selections)
        {
            var last = Array.FindLastIndex(selection, allowed => allowed is not null);
            Descend(selection, 0, last, 0, series.Count, found);
        }

        return selections.Count == 1 ? found : Union(found);
    }

    private static List<KeyRange> Union(List<KeyRange> ranges)
    {
        ranges.Sort((a, b) => a.From.CompareTo(b.From));
        var union = new List<KeyRange>(ranges.Count);
        foreach (var range in ranges)
        {
            if (union.Count > 0 && range.From <= union[^1].To)
                union[^1] = new(union[^1].From, Math.Max(union[^1].To, range.To));
            else
                union.Add(range);
        }

        return union;
    }

    private void Descend(bool[]?[] selection, int dimension, int last, int from, int to, List<KeyRange> found)
    {
        while (dimension <= last && series.Positions[dimension].Length == 0)
        {
            // All keys have one code here.
            if (series.Count > 0 && selection[dimension] is { } only && !only[0])
                return;
            dimension++;
        }

        if (dimension > last)
        {
            Add(from, to, found);
            return;
        }

        if (to - from <= Few)
        {
            LookThrough(selection, dimension, last, from, to, found);
            return;
        }

        var column = series.Positions[dimension];
        var allowed = selection[dimension];
        if (allowed is not null && allowed.AsSpan().Count(true) <= FewCodes)
        {
            for (var code = 0; code < allowed.Length; code++)
            {
                if (!allowed[code])
                    continue;
                var start = FirstAtLeast(column, from, to, code);
                from = FirstAtLeast(column, start, to, code + 1);
                if (from > start)
                    Descend(selection, dimension + 1, last, start, from, found);
            }

            return;
        }

        while (from < to)
        {
            var code = column[from];
            var end = EndOf(column, from, to, code);
            if (allowed is null || allowed[code])
                Descend(selection, dimension + 1, last, from, end, found);
            from = end;
        }
    }

    private void LookThrough(bool[]?[] selection, int dimension, int last, int from, int to, List<KeyRange> found)
    {
        for (var key = from; key < to; key++)
        {
            var wanted = true;
            for (var d = dimension; d <= last && wanted; d++)
                wanted = selection[d] is not { } allowed || allowed[series.Positions[d] is { Length: > 0 } column ? column[key] : 0];
            if (wanted)
                Add(key, key + 1, found);
        }
    }

    private static void Add(int from, int to, List<KeyRange> found)
    {
        if (from == to)
            return;
        if (found.Count > 0 && found[^1].To == from)
            found[^1] = new(found[^1].From, to);
        else
            found.Add(new(from, to));
    }

    /// <summary>The end of the keys with one code: looked for nearby first, as most codes have few keys.</summary>
    private static int EndOf(ushort[] column, int from, int to, ushort code)
    {
        var step = 1;
        while (from + step < to && column[from + step] == code)
        {
            from += step;
            step *= 2;
        }

        return FirstAtLeast(column, from, Math.Min(from + step, to), code + 1);
    }

    private static int FirstAtLeast(ushort[] column, int from, int to, int code)
    {
        while (from < to)
        {
            var middle = (int)(((uint)from + (uint)to) / 2);
            if (column[middle] < code)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }

    private bool[]? Allowed(int dimension, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0)
            return null;
        var allowed = new bool[series.Codes[dimension].Length];
        foreach (var code in codes)
        {
            if (Array.BinarySearch(series.Codes[dimension], code, StringComparer.Ordinal) is var position and >= 0)
                allowed[position] = true;
        }

        return allowed;
    }

    private bool[]?[] Filters(DataQuery query)
    {
        var filters = new bool[]?[series.Codes.Length];
        foreach (var filter in query.Filters)
        {
            for (var d = 0; d < filters.Length; d++)
            {
                if (series.Rules.Dimensions[d] == filter.Component)
                    filters[d] = Both(filters[d], Array.ConvertAll(series.Codes[d], code => ComponentTest.Holds(filter, code)));
            }
        }

        return filters;
    }

    private static bool[]? Both(bool[]? left, bool[]? right)
    {
        if (left is null || right is null)
            return left ?? right;
        var both = new bool[left.Length];
        for (var code = 0; code < both.Length; code++)
            both[code] = left[code] && right[code];
        return both;
    }
}
