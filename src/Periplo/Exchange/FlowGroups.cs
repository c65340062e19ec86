using System.Runtime.InteropServices;

namespace Periplo.Exchange;

/// <summary>The days figures of a table reach over that came with one part of a revision.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PartSpan(long ImportedAt, int From, int To);

/// <summary>A table that several revisions have figures of: who reports, what of, over all on the other side.</summary>
/// <param name="Revisions">The revisions, the one preferred first.</param>
/// <param name="Spans">For each of them the spans of its parts.</param>
internal sealed record FlowGroup(int[] Revisions, PartSpan[][] Spans);

/// <summary>
/// The tables of a flow. A table is taken from one revision for any period: pairs that are left out of it are zeros or not known, and
/// must not be filled from another, or sums would be of two worlds (decision 13).
/// </summary>
internal sealed class FlowGroups
{
    private readonly int[] groupOf = [];
    private readonly FlowGroup?[] contested = [];

    /// <summary>The tables of a flow.</summary>
    public FlowGroups(FlowSeries series)
    {
        if (series.Revisions.Count < 2 || series.Count == 0)
            return;
        var order = Order(series);
        groupOf = new int[order.Length];
        var groups = new List<FlowGroup?>();
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && IsSame(series, order[from], order[to]); to++)
            {
            }

            var keys = order.AsSpan(from, to - from);
            foreach (var key in keys)
                groupOf[key] = groups.Count;
            groups.Add(IsContested(series, keys) ? Group(series, keys) : null);
        }

        contested = [.. groups];
    }

    /// <summary>True when a table has figures of several revisions.</summary>
    public bool HasAny => Array.Exists(contested, group => group is not null);

    /// <summary>The table of a key; null when one revision alone has figures of it.</summary>
    public FlowGroup? Of(int key) => groupOf.Length == 0 ? null : contested[groupOf[key]];

    private static int[] Order(FlowSeries series)
    {
        var order = new int[series.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var spare = new int[order.Length];
        for (var d = series.Positions.Length - 1; d >= 0; d--)
        {
            if (series.Positions[d].Length > 0 && !series.Rules.IsOtherSide(d))
                SeriesRuns.Pass(series.Positions[d], series.Codes[d].Length, ref order, ref spare);
        }

        return order;
    }

    private static bool IsSame(FlowSeries series, int left, int right)
    {
        for (var d = 0; d < series.Positions.Length; d++)
        {
            if (series.Positions[d] is { Length: > 0 } column && !series.Rules.IsOtherSide(d) && column[left] != column[right])
                return false;
        }

        return true;
    }

    private static bool IsContested(FlowSeries series, ReadOnlySpan<int> keys)
    {
        var first = series.RevisionOf(series.First[keys[0]]);
        foreach (var key in keys)
        {
            for (var run = series.First[key]; run < series.First[key + 1]; run++)
            {
                if (series.RevisionOf(run) != first)
                    return true;
            }
        }

        return false;
    }

    private static FlowGroup Group(FlowSeries series, ReadOnlySpan<int> keys)
    {
        var spans = new SortedDictionary<int, Dictionary<long, PartSpan>>();
        foreach (var key in keys)
        {
            for (var run = series.First[key]; run < series.First[key + 1]; run++)
            {
                var place = series.RevisionOf(run);
                if (!spans.TryGetValue(place, out var parts))
                    spans.Add(place, parts = []);
                Add(series, run, parts);
            }
        }

        return new([.. spans.Keys], [.. spans.Values.Select(parts => parts.Values.ToArray())]);
    }

    private static void Add(FlowSeries series, int run, Dictionary<long, PartSpan> parts)
    {
        var revision = series.Revision(run);
        var times = revision.Dataset.Observations.Times;
        var (start, end) = series.Run(run);
        for (var i = start; i < end; i++)
        {
            var at = revision.ImportedAt(i);
            var (from, to) = (times[i].FirstDay.DayNumber, times[i].LastDay.DayNumber);
            parts[at] = parts.TryGetValue(at, out var span) ? new(at, Math.Min(span.From, from), Math.Max(span.To, to)) : new(at, from, to);
        }
    }
}
