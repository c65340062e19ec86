using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>Sorts observations by key: one stable counting pass a column from the last to the first, so time grows with observations × columns.</summary>
internal static class ObservationSort
{
    /// <summary>Brings codes and observations into order and drops repeated keys that agree.</summary>
    /// <param name="unsorted">Columns in any order, codes in any order.</param>
    /// <param name="conflict">Called with the first two observations (of the sorted columns) that have one key and say different things; throws, or the first is kept.</param>
    public static Observations Sorted(Observations unsorted, Action<int, int, Observations> conflict)
    {
        var codes = new string[unsorted.Codes.Count][];
        var positions = new ushort[codes.Length][];
        for (var d = 0; d < codes.Length; d++)
            (codes[d], positions[d]) = InOrdinalOrder(unsorted.Codes[d], unsorted.Positions[d]);

        var inOrder = With(unsorted, codes, positions);
        var sorted = IsSorted(inOrder) ? inOrder : Gather(inOrder, Order(inOrder.Times, codes, positions));
        return WithoutRepeats(sorted, conflict);
    }

    private static (string[] Codes, ushort[] Positions) InOrdinalOrder(string[] codes, ushort[] positions)
    {
        var order = Enumerable.Range(0, codes.Length).ToArray();
        var sortedCodes = (string[])codes.Clone();
        Array.Sort(sortedCodes, order, StringComparer.Ordinal);
        if (positions.Length == 0)
            return (sortedCodes, positions);
        var place = new ushort[codes.Length];
        for (var i = 0; i < order.Length; i++)
            place[order[i]] = (ushort)i;
        var moved = new ushort[positions.Length];
        for (var i = 0; i < moved.Length; i++)
            moved[i] = place[positions[i]];
        return (sortedCodes, moved);
    }

    private static int[] Order(TimePeriod[] times, string[][] codes, ushort[][] positions)
    {
        var distinct = times.Distinct().Order().ToArray();
        var place = new Dictionary<TimePeriod, ushort>(distinct.Length);
        for (var i = 0; i < distinct.Length; i++)
            place.Add(distinct[i], checked((ushort)i));
        var timePlaces = new ushort[times.Length];
        for (var i = 0; i < times.Length; i++)
            timePlaces[i] = place[times[i]];

        var order = new int[times.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var spare = new int[order.Length];
        Pass(timePlaces, distinct.Length, ref order, ref spare);
        for (var d = positions.Length - 1; d >= 0; d--)
        {
            if (positions[d].Length > 0)
                Pass(positions[d], codes[d].Length, ref order, ref spare);
        }

        return order;
    }

    private static void Pass(ushort[] column, int distinct, ref int[] order, ref int[] spare)
    {
        var starts = new int[distinct + 1];
        foreach (var position in column)
            starts[position + 1]++;
        for (var i = 1; i <= distinct; i++)
            starts[i] += starts[i - 1];
        foreach (var observation in order)
            spare[starts[column[observation]]++] = observation;
        (order, spare) = (spare, order);
    }

    private static T[] Gather<T>(T[] column, int[] order)
    {
        if (column.Length == 0)
            return column;
        var gathered = new T[order.Length];
        for (var i = 0; i < order.Length; i++)
            gathered[i] = column[order[i]];
        return gathered;
    }

    private static Observations WithoutRepeats(Observations sorted, Action<int, int, Observations> conflict)
    {
        List<int>? kept = null;
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted.CompareKeys(i - 1, i) != 0)
            {
                kept?.Add(i);
                continue;
            }

            if (!sorted.Agree(i - 1, i))
                conflict(i - 1, i, sorted);
            kept ??= [.. Enumerable.Range(0, i)];
            KeepRemarks(sorted, kept[^1], i);
        }

        return kept is null ? sorted : Gather(sorted, [.. kept]);
    }

    /// <summary>Of two files that give one figure, a footnote that only one of them prints is kept.</summary>
    private static void KeepRemarks(Observations sorted, int kept, int repeated)
    {
        var (held, other) = (sorted.AttributeSets[sorted.Attributes[kept]], sorted.AttributeSets[sorted.Attributes[repeated]]);
        if (held.Comment is null && other.Comment is not null && (held.DataType is null || held.DataType == other.DataType))
            sorted.Attributes[kept] = sorted.Attributes[repeated];
    }

    private static bool IsSorted(Observations observations)
    {
        for (var i = 1; i < observations.Count; i++)
        {
            if (observations.CompareKeys(i - 1, i) > 0)
                return false;
        }

        return true;
    }

    private static Observations With(Observations old, string[][] codes, ushort[][] positions) => new()
    {
        Codes = codes,
        Positions = positions,
        Times = old.Times,
        Values = old.Values,
        Statuses = old.Statuses,
        Attributes = old.Attributes,
        AttributeSets = old.AttributeSets,
        Rows = old.Rows,
        Parts = old.Parts,
    };

    private static Observations Gather(Observations from, int[] order) => new()
    {
        Codes = from.Codes,
        Positions = [.. from.Positions.Select(column => Gather(column, order))],
        Times = Gather(from.Times, order),
        Values = Gather(from.Values, order),
        Statuses = Gather(from.Statuses, order),
        Attributes = Gather(from.Attributes, order),
        AttributeSets = from.AttributeSets,
        Rows = Gather(from.Rows, order),
        Parts = Gather(from.Parts, order),
    };
}
