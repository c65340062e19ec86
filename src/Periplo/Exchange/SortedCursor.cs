using System.Runtime.InteropServices;
using Periplo.Sdmx;
using Periplo.Sdmx.Rest;

namespace Periplo.Exchange;

/// <summary>
/// Passes over the figures of a walk in another order than that of keys. They are brought together first: some forty bytes a figure, and
/// eight for each component sorted by. Figures that are alike in all of those keep the order of their keys.
/// </summary>
internal sealed class SortedCursor : FigureCursor
{
    private readonly FlowSeries series;
    private readonly DataStructure structure;
    private readonly List<Figure> places = [];
    private readonly int[] order;
    private int at;
    private int end;

    /// <summary>A cursor over the figures of a walk.</summary>
    /// <param name="series">The flow.</param>
    /// <param name="structure">Its structure with the attributes wanted.</param>
    /// <param name="whole">Its structure with all attributes, any of which may be sorted by.</param>
    /// <param name="walk">The walk, at its beginning.</param>
    /// <param name="keys">What to sort by, the weightiest first.</param>
    /// <param name="isKeysOnly">True for one figure a series, where only keys are told.</param>
    /// <exception cref="ArgumentException">The structure lacks a component to sort by.</exception>
    public SortedCursor(FlowSeries series, DataStructure structure, DataStructure whole, SeriesWalk walk, IReadOnlyList<SortKey> keys, bool isKeysOnly)
        : base(series, structure)
    {
        (this.series, this.structure) = (series, whole);
        while (walk.Next())
        {
            for (var i = 0; i < (isKeysOnly ? 1 : walk.Count); i++)
                places.Add(new(walk.Head, walk[i]));
        }

        order = Order(keys);
        (at, end) = (-1, order.Length);
    }

    /// <summary>Count of the figures.</summary>
    public int Count => order.Length;

    /// <summary>True when there is a figure to read.</summary>
    public bool HasAny => at + 1 < end;

    /// <summary>Keeps some of the figures only.</summary>
    public void Cut(long offset, long limit)
    {
        at = (int)Math.Min(offset, order.Length) - 1;
        end = (int)Math.Min(order.Length, at + 1 + Math.Min(limit, order.Length));
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        if (at + 1 >= end)
            return false;
        var (head, place) = places[order[++at]];
        Begin(head);
        Go(place);
        return true;
    }

    private int[] Order(IReadOnlyList<SortKey> keys)
    {
        var ranks = keys.Select(Ranks).ToArray();
        var sorted = new int[places.Count];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = i;
        Array.Sort(sorted, (a, b) =>
        {
            foreach (var rank in ranks)
            {
                if (rank[a] != rank[b])
                    return rank[a].CompareTo(rank[b]);
            }

            return a.CompareTo(b);
        });
        return sorted;
    }

    /// <summary>For every figure a number that orders it by a component.</summary>
    private long[] Ranks(SortKey sort)
    {
        var figures = CollectionsMarshal.AsSpan(places);
        var ranks = new long[figures.Length];
        var dimension = structure.Position(sort.Component);
        if (dimension >= 0)
        {
            for (var i = 0; i < ranks.Length; i++)
                ranks[i] = series.Positions[dimension] is { Length: > 0 } column ? column[figures[i].Head.Key] : 0;
        }
        else if (sort.Component == DataStructure.TimeDimension)
        {
            for (var i = 0; i < ranks.Length; i++)
                ranks[i] = InTime(ColumnsOf(figures[i]).Times[figures[i].Place.Observation]);
        }
        else if (sort.Component == PublishedFlow.Value)
        {
            for (var i = 0; i < ranks.Length; i++)
                ranks[i] = InOrder(ColumnsOf(figures[i]).Values[figures[i].Place.Observation]);
        }
        else
        {
            RankTexts(sort.Component, ranks);
        }

        for (var i = 0; i < ranks.Length && sort.Descending; i++)
            ranks[i] = ~ranks[i];
        return ranks;
    }

    private void RankTexts(string id, long[] ranks)
    {
        var attribute = structure.Attributes.ToList().FindIndex(one => one.Id == id);
        if (attribute < 0)
            throw new ArgumentException($"{structure.Id} has no component {id}.", nameof(id));
        var attributes = new FigureAttributes(series, structure);
        var texts = places.ConvertAll(figure => attributes.Of(attribute, figure.Head, series.Revision(figure.Place.Run), figure.Place.Observation) ?? "");
        var distinct = texts.Distinct().Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < ranks.Length; i++)
            ranks[i] = Array.BinarySearch(distinct, texts[i], StringComparer.Ordinal);
    }

    private Statistics.Observations ColumnsOf(Figure figure) => series.Revision(figure.Place.Run).Dataset.Observations;

    /// <summary>By the first day; of periods that begin together the longest first.</summary>
    private static long InTime(TimePeriod period) => ((long)period.FirstDay.DayNumber << 3) | (uint)PeriodWindow.Length(period);

    /// <summary>The bits of a number so that they are in its order; what is missing comes last.</summary>
    private static long InOrder(double value)
    {
        if (double.IsNaN(value))
            return long.MaxValue;
        var bits = BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);
        return bits < 0 ? bits ^ long.MaxValue : bits;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Figure(SeriesHead Head, FigurePlace Place);
}
