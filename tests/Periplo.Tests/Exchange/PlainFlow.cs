using Periplo.Exchange;
using Periplo.Sdmx;
using Periplo.Sdmx.Rest;

namespace Periplo.Tests.Exchange;

/// <summary>The rules of the query core written down plainly, figure by figure, to judge the fast way by.</summary>
internal sealed class PlainFlow(SampleFlow flow)
{
    private sealed record Figure(string[] Codes, TimePeriod Time, FlowRevision Revision, int Place)
    {
        public string Key => string.Join('.', Codes);

        public double Value => Revision.Dataset.Observations.Values[Place];

        public ObservationStatus Status => Revision.Dataset.Observations.Statuses[Place];

        public Periplo.Statistics.AttributeSet Set => Revision.Dataset.Observations.AttributeSets[Revision.Dataset.Observations.Attributes[Place]];
    }

    /// <summary>Key, period and value of every figure a query selects, data sets apart.</summary>
    public List<string> Select(DataQuery query)
    {
        var lines = new List<string>();
        var providers = Providers.Selected(query.Providers);
        if (!query.IncludeHistory)
        {
            Add(query.UpdatedAfter?.UtcTicks, query.AsOf?.UtcTicks ?? long.MaxValue - 1, dated: null);
            return lines;
        }

        long? before = null;
        foreach (var at in flow.Series.Changes)
        {
            if (query.AsOf is { } until && at > until)
                break;
            if (query.UpdatedAfter is not { } after || at > after)
                Add(before, at.UtcTicks, at);
            before = at.UtcTicks;
        }

        return lines;

        void Add(long? after, long until, DateTimeOffset? dated)
        {
            var now = Visible(until, providers);
            var then = after is { } moment ? Visible(moment, providers) : [];
            var old = then.ToDictionary(figure => (figure.Key, figure.Time));
            var chosen = now.Where(figure => after is null || !old.TryGetValue((figure.Key, figure.Time), out var was) || !Alike(was, figure)).Where(figure => Holds(query, figure));
            var cut = chosen.GroupBy(figure => figure.Key).SelectMany(group => Ends([.. group], query)).ToList();
            AddSet($"{DataAction.Replace} {dated:HH} ", cut.Select(figure => $"{figure.Key}:{figure.Time} {figure.Value:R}"));
            if (after is null)
                return;
            var kept = now.Select(figure => (figure.Key, figure.Time)).ToHashSet();
            AddSet($"{DataAction.Delete}  {(query.IncludeHistory ? dated : null):HH}", then.Where(figure => !kept.Contains((figure.Key, figure.Time)) && Holds(query, figure)).Select(figure => $"{figure.Key}:{figure.Time} NaN"));
        }

        void AddSet(string head, IEnumerable<string> figures)
        {
            var all = figures.ToList();
            if (all.Count == 0)
                return;
            lines.Add(head);
            lines.AddRange(all);
        }
    }

    /// <summary>Series, observations and the codes of every dimension under a query.</summary>
    public (long Series, long Observations, List<string> Values) Extent(DataQuery query, bool exact)
    {
        var all = Visible(query.AsOf?.UtcTicks ?? long.MaxValue - 1, Providers.Selected(query.Providers));
        var answer = all.Where(figure => Holds(query, figure)).ToList();
        var values = new List<string>();
        for (var d = 0; d < flow.Structure.Dimensions.Count; d++)
        {
            var dimension = d;
            var counted = exact ? answer : [.. all.Where(figure => Holds(Free(query, dimension), figure))];
            values.Add($"{flow.Structure.Dimensions[d].Id} {string.Join(' ', counted.Select(figure => figure.Codes[dimension]).Distinct().Order(StringComparer.Ordinal))}");
        }

        return (answer.Select(figure => figure.Key).Distinct().Count(), answer.Count, values);
    }

    private DataQuery Free(DataQuery query, int dimension) => query with
    {
        Keys = [.. query.Keys.Select(key => new KeySelection([.. key.Positions.Select((codes, d) => d == dimension ? [] : codes)]))],
        Filters = [.. query.Filters.Where(filter => filter.Component != flow.Structure.Dimensions[dimension].Id)],
    };

    private List<Figure> Visible(long until, IReadOnlyList<string> providers)
    {
        var seen = new List<Figure>();
        foreach (var revision in flow.Revisions)
        {
            if (!providers.Contains(revision.Provider) || until < revision.Since || until >= revision.Until)
                continue;
            var o = revision.Dataset.Observations;
            var better = seen.ToList();
            for (var i = 0; i < o.Count; i++)
            {
                if (revision.Dataset.PartOf(i).ImportedAt.UtcTicks <= until)
                    seen.Add(new([.. Enumerable.Range(0, o.Codes.Count).Select(d => o.Code(d, i))], o.Times[i], revision, i));
            }
        }

        return [.. seen.Where(figure => !IsReached(figure, seen)).OrderBy(figure => figure.Codes, Comparer<string[]>.Create(Compare)).ThenBy(figure => figure.Time)];
    }

    /// <summary>A revision preferred has figures of the same table whose periods, taken together, reach over the figure's.</summary>
    private bool IsReached(Figure figure, List<Figure> seen)
    {
        foreach (var revision in flow.Revisions.TakeWhile(revision => revision != figure.Revision))
        {
            var table = seen.Where(other => other.Revision == revision && Table(other) == Table(figure)).ToList();
            if (table.Count > 0 && figure.Time.LastDay >= table.Min(other => other.Time.FirstDay) && figure.Time.FirstDay <= table.Max(other => other.Time.LastDay))
                return true;
        }

        return false;
    }

    private string Table(Figure figure) => string.Join('.', figure.Codes.Where((_, d) => flow.Structure.Dimensions[d].Id is not ("COUNTERPART_AREA" or "CITIZENSHIP" or "BIRTHPLACE")));

    private bool Holds(DataQuery query, Figure figure)
    {
        if (query.From is { } from && figure.Time.FirstDay < from.FirstDay)
            return false;
        if (query.To is { } to && figure.Time.LastDay > to.LastDay)
            return false;
        if (query.Keys.Count > 0 && !query.Keys.Any(key => key.Positions.Select((codes, d) => codes.Count == 0 || codes.Contains(figure.Codes[d])).All(holds => holds)))
            return false;
        return query.Filters.All(filter => filter.Component switch
        {
            "TIME_PERIOD" => ComponentTest.Holds(filter, figure.Time),
            "OBS_VALUE" => ComponentTest.Holds(filter, figure.Value),
            "OBS_STATUS" => ComponentTest.Holds(filter, figure.Status.ToString()),
            "DATA_TYPE" => ComponentTest.Holds(filter, figure.Set.DataType),
            "UNIT_MULT" => ComponentTest.Holds(filter, $"{figure.Set.UnitMultiplier}"),
            "CONF_STATUS" => ComponentTest.Holds(filter, figure.Status == ObservationStatus.Q ? "C" : "F"),
            var id => ComponentTest.Holds(filter, figure.Codes[flow.Structure.Position(id)]),
        });
    }

    private static bool Alike(Figure left, Figure right) => left.Value.Equals(right.Value) && left.Status == right.Status && left.Set == right.Set;

    private static IEnumerable<Figure> Ends(List<Figure> figures, DataQuery query) => query.First is null && query.Last is null
        ? figures
        : figures.Where((_, i) => i < (query.First ?? 0) || i >= figures.Count - (query.Last ?? 0));

    private static int Compare(string[] left, string[] right)
    {
        for (var d = 0; d < left.Length; d++)
        {
            if (string.CompareOrdinal(left[d], right[d]) is var order and not 0)
                return order;
        }

        return 0;
    }
}
