using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;

namespace Periplo.Exchange;

/// <summary>What a query selects of a flow, as data sets whose cursors read on demand.</summary>
public sealed class FigureSelection
{
    /// <summary>In sorting, the dimensions that are not told with the observation (sdmx-rest, data queries, <c>sort</c>).</summary>
    private const string SeriesKey = "series_key";

    private readonly FlowSeries series;
    private readonly DataStructure whole;
    private readonly DataStructure structure;
    private readonly DataQuery query;
    private readonly List<KeyRange> keys;
    private readonly IReadOnlyList<string> providers;

    private FigureSelection(FlowSeries series, DataStructure structure, DataQuery query)
    {
        series.Rules.Check(structure);
        (this.series, whole, this.query) = (series, structure, query);
        this.structure = query.Attributes is null ? structure : structure with { Attributes = [.. structure.Attributes.Where(one => query.Attributes.Contains(one.Id))] };
        keys = new KeySearch(series, query).Find();
        providers = Providers.Selected(query.Providers);
    }

    private bool IsKeysOnly => query.Detail is DataDetail.SeriesKeysOnly or DataDetail.NoData;

    /// <summary>
    /// The data sets a query asks for, none of them empty. Without history it is one of the figures, and behind it, where changes are
    /// asked for, one of what was deleted. With history there are one or both for every dissemination, the oldest first: what it
    /// added or changed, and what it deleted. The cursors' structure has the attributes asked for.
    /// </summary>
    /// <param name="series">The flow.</param>
    /// <param name="structure">Its structure.</param>
    /// <param name="query">The query.</param>
    /// <exception cref="ArgumentException">The query names a component the structure lacks, or a key of more positions than it has dimensions.</exception>
    public static IReadOnlyList<DataSet> DataSets(FlowSeries series, DataStructure structure, DataQuery query)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(query);
        var selection = new FigureSelection(series, structure, query);
        var sets = new List<DataSet>();
        var (offset, limit) = (query.Offset, query.Limit ?? long.MaxValue);
        foreach (var step in query.IncludeHistory ? selection.Disseminations() : [new(query.UpdatedAfter, query.AsOf)])
        {
            selection.AddFigures(step, query.IncludeHistory, sets, ref offset, ref limit);
            if (step.After is not null)
                selection.AddDeleted(step, sets, ref offset, ref limit);
        }

        return sets;
    }

    /// <summary>The moments at which a flow changed, each with the one before it.</summary>
    private IEnumerable<Step> Disseminations()
    {
        DateTimeOffset? before = null;
        foreach (var at in series.Changes)
        {
            if (query.AsOf is { } until && at > until)
                break;
            if (query.UpdatedAfter is not { } after || at > after)
                yield return new(before, at);
            before = at;
        }
    }

    private void AddFigures(Step step, bool isDated, List<DataSet> sets, ref long offset, ref long limit)
    {
        var (moment, before) = (Moment(step.Until), step.After is null ? null : Moment(step.After));
        SeriesWalk Walk() => new(series, keys, moment, before, new(series, whole, query), query);
        var validFrom = isDated ? step.Until : null;
        var sort = SortKeys();
        if (sort.Count > 0)
        {
            var sorted = new SortedCursor(series, structure, whole, Walk(), sort, IsKeysOnly);
            sorted.Cut(offset, limit);
            Pass(sorted.Count, ref offset, ref limit);
            if (sorted.HasAny)
                sets.Add(new(sorted, DataAction.Replace, validFrom));
            return;
        }

        var cursor = new SeriesCursor(series, structure, Walk(), IsKeysOnly, offset, limit);
        if (cursor.HasAny())
            sets.Add(new(cursor, DataAction.Replace, validFrom));
        if ((offset > 0 || limit < long.MaxValue) && (query.IncludeHistory || query.UpdatedAfter is not null))
            Pass(Count(Walk()), ref offset, ref limit);
    }

    private void AddDeleted(Step step, List<DataSet> sets, ref long offset, ref long limit)
    {
        var (before, moment) = (Moment(step.After), Moment(step.Until));
        DeletedCursor Cursor(long skip, long take) => new(series, structure, keys, new(series, before, moment), new(series, whole, query), query, skip, take);
        var cursor = Cursor(offset, limit);
        if (cursor.HasAny())
            sets.Add(new(cursor, DataAction.Delete, ValidTo: query.IncludeHistory ? step.Until : null));
        if (offset == 0 && limit == long.MaxValue)
            return;
        var all = Cursor(0, long.MaxValue);
        long count = 0;
        while (all.Read())
            count++;
        Pass(count, ref offset, ref limit);
    }

    private FlowMoment Moment(DateTimeOffset? at) => new(series, at, providers);

    private long Count(SeriesWalk walk)
    {
        long count = 0;
        while (walk.Next())
            count += IsKeysOnly ? 1 : walk.Count;
        return count;
    }

    /// <summary>Takes what a data set holds off the offset and the limit of those behind it.</summary>
    private static void Pass(long count, ref long offset, ref long limit)
    {
        var left = Math.Max(0, count - offset);
        offset = Math.Max(0, offset - count);
        if (limit != long.MaxValue)
            limit = Math.Max(0, limit - left);
    }

    /// <summary>What to sort by: as asked, or so that the observations of a cross section lie together; nothing where that is their order anyway.</summary>
    private List<SortKey> SortKeys()
    {
        var atObservation = query.DimensionAtObservation ?? DataStructure.TimeDimension;
        var wanted = new List<SortKey>();
        foreach (var sort in query.Sort)
        {
            if (sort.Component is "*" or SeriesKey)
                wanted.AddRange(AllBut(sort.Component == SeriesKey ? atObservation : "").Select(id => sort with { Component = id }));
            else
                wanted.Add(sort);
        }

        if (query.Sort.Count == 0 && atObservation is not (DataStructure.TimeDimension or DataMessage.AllDimensions))
            wanted.AddRange(AllBut(atObservation).Append(atObservation).Select(id => new SortKey(id, Descending: false)));
        return wanted.TrueForAll(key => !key.Descending) && wanted.Select(key => key.Component).SequenceEqual(AllBut("").Take(wanted.Count)) ? [] : wanted;
    }

    /// <summary>The dimensions in order and time, but for one.</summary>
    private IEnumerable<string> AllBut(string left) =>
        whole.Dimensions.Select(dimension => dimension.Id).Append(DataStructure.TimeDimension).Where(id => id != left);

    private sealed record Step(DateTimeOffset? After, DateTimeOffset? Until);
}
