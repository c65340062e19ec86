using Periplo.Sdmx;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;

namespace Periplo.Exchange;

/// <summary>What there is of a flow under a query: codes in use, counts and the first and last period.</summary>
public sealed class FlowExtent
{
    private readonly FlowSeries series;
    private readonly bool[][] used;
    private readonly int[] least = new int[PeriodWindow.Count];
    private readonly int[] most = new int[PeriodWindow.Count];

    /// <summary>All there is now.</summary>
    public FlowExtent(FlowSeries series)
        : this(series ?? throw new ArgumentNullException(nameof(series)), null, [new(0, series.Count)])
    {
    }

    private FlowExtent(FlowSeries series, SeriesWalk? walk, List<KeyRange> keys)
    {
        this.series = series;
        used = Array.ConvertAll(series.Codes, codes => new bool[codes.Length]);
        Array.Fill(least, int.MaxValue);
        Array.Fill(most, int.MinValue);
        if (walk is null)
            TakeAll(keys);
        else
            Take(walk);
    }

    /// <summary>Count of series.</summary>
    public long Series { get; private set; }

    /// <summary>Count of observations.</summary>
    public long Observations { get; private set; }

    /// <summary>The period that begins first, null when there is nothing.</summary>
    public TimePeriod? First => Ends(least).OrderBy(period => period.FirstDay).ThenByDescending(period => period.LastDay).Select(TimePeriod? (period) => period).FirstOrDefault();

    /// <summary>The period that ends last.</summary>
    public TimePeriod? Last => Ends(most).OrderByDescending(period => period.LastDay).ThenBy(period => period.FirstDay).Select(TimePeriod? (period) => period).FirstOrDefault();

    /// <summary>What there is under a query.</summary>
    /// <param name="series">The flow.</param>
    /// <param name="structure">Its structure.</param>
    /// <param name="query">The query; how many figures of a series or in all it asks for is passed over.</param>
    /// <param name="exact">
    /// True for the values of the answer; false for, at each dimension, those that would still give figures under all conditions but
    /// those on that dimension. Counts and periods are those of the answer in both.
    /// </param>
    public static FlowExtent Of(FlowSeries series, DataStructure structure, DataQuery query, bool exact)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(query);
        series.Rules.Check(structure);
        var search = new KeySearch(series, query);
        var test = new FigureTest(series, structure, query);
        var providers = Providers.Selected(query.Providers);
        var moment = new FlowMoment(series, query.AsOf, providers);
        var before = query.UpdatedAfter is null ? null : new FlowMoment(series, query.UpdatedAfter, providers);
        var isPlain = test.IsEmpty && query.From is null && query.To is null && query.AsOf is null && before is null && query.Providers.Count == 0 && IsWhole(series);
        if (isPlain && search.IsAll)
            return series.Whole;
        var walked = query with { First = null, Last = null };
        SeriesWalk? Walk(List<KeyRange> keys) => isPlain ? null : new(series, keys, moment, before, test, walked);
        var found = search.Find();
        var extent = new FlowExtent(series, Walk(found), found);
        if (!exact)
            extent.Widen(search.Selections, Walk([new(0, series.Count)]));
        return extent;
    }

    /// <summary>The codes in use of every dimension, in the order of the lists of a structure.</summary>
    public IReadOnlyList<KeyValues> Values(DataStructure structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        var values = new List<KeyValues>(used.Length);
        for (var d = 0; d < used.Length; d++)
        {
            var dimension = structure.Dimensions[d];
            var marks = used[d];
            values.Add(new(dimension.Id, [.. series.Codes[d].Where((_, code) => marks[code]).OrderBy(code => dimension.CodeList.Position(code))]));
        }

        return values;
    }

    /// <summary>True when every key has figures now: no revision came after another.</summary>
    private static bool IsWhole(FlowSeries series) => !series.Groups.HasAny && series.Revisions.All(revision => revision.Until == long.MaxValue);

    private static IEnumerable<TimePeriod> Ends(int[] packed) => packed.Where(one => one is not (int.MaxValue or int.MinValue)).Select(TimePeriod.FromPacked);

    /// <summary>Takes all figures of keys as they are now; where one revision has a key, only its first and last are looked at.</summary>
    private void TakeAll(List<KeyRange> keys)
    {
        var figures = new KeyFigures(series, new(series, null, Providers.All));
        var isWhole = IsWhole(series);
        foreach (var (from, to) in keys)
        {
            for (var key = from; key < to; key++)
            {
                if (!figures.Load(key))
                    continue;
                Series++;
                Observations += figures.Count;
                for (var i = 0; i < figures.Count; i += figures.IsPlain ? Math.Max(1, figures.Count - 1) : 1)
                    Mark(figures.Columns(figures[i].Run).Times[figures[i].Observation]);
                if (!isWhole)
                    Mark(key, key + 1);
            }

            // Column by column is fastest, and right where every key has figures still.
            if (isWhole && to > from)
                Mark(from, to);
        }
    }

    private void Take(SeriesWalk walk)
    {
        while (walk.Next())
        {
            Mark(walk.Head.Key, walk.Head.Key + 1);
            Series++;
            Observations += walk.Count;
            for (var i = 0; i < walk.Count; i += walk.IsRun ? Math.Max(1, walk.Count - 1) : 1)
                Mark(series.Revision(walk[i].Run).Dataset.Observations.Times[walk[i].Observation]);
        }
    }

    /// <summary>Adds, at each dimension, the codes of keys that only the condition on that dimension keeps out.</summary>
    private void Widen(IReadOnlyList<bool[]?[]> selections, SeriesWalk? walk)
    {
        for (var key = 0; walk is null ? key < series.Count : walk.Next(); key++)
        {
            var at = walk?.Head.Key ?? key;
            foreach (var selection in selections)
            {
                var (misses, missed) = (0, -1);
                for (var d = 0; d < selection.Length && misses < 2; d++)
                {
                    if (selection[d] is { } allowed && !allowed[Position(d, at)])
                        (misses, missed) = (misses + 1, d);
                }

                if (misses == 1)
                    used[missed][Position(missed, at)] = true;
            }
        }
    }

    private int Position(int dimension, int key) => series.Positions[dimension] is { Length: > 0 } column ? column[key] : 0;

    private void Mark(int from, int to)
    {
        for (var d = 0; d < used.Length; d++)
        {
            var (column, marks) = (series.Positions[d], used[d]);
            if (column.Length == 0)
                marks[0] = true;
            else
                Mark(column.AsSpan(from, to - from), marks);
        }
    }

    private static void Mark(ReadOnlySpan<ushort> column, bool[] marks)
    {
        foreach (var code in column)
            marks[code] = true;
    }

    private void Mark(TimePeriod period)
    {
        var length = PeriodWindow.Length(period);
        least[length] = Math.Min(least[length], period.Packed);
        most[length] = Math.Max(most[length], period.Packed);
    }
}
