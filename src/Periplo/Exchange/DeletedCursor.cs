using Periplo.Sdmx;
using Periplo.Sdmx.Rest;

namespace Periplo.Exchange;

/// <summary>Passes over the keys and periods that a flow had at one moment and no longer at a later one. They have no value and no attributes.</summary>
internal sealed class DeletedCursor : FigureCursor
{
    private readonly FlowSeries series;
    private readonly List<KeyRange> keys;
    private readonly FigureChange change;
    private readonly PeriodWindow window;
    private readonly FigureTest test;
    private readonly IEnumerator<FigurePlace> gone;
    private long skip;
    private long take;
    private bool isBegun;

    /// <summary>A cursor over what went between two moments.</summary>
    /// <param name="series">The flow.</param>
    /// <param name="structure">Its structure with the attributes wanted.</param>
    /// <param name="keys">The keys to pass, in order.</param>
    /// <param name="change">The moments.</param>
    /// <param name="test">What is asked of single figures; of what went, as it was.</param>
    /// <param name="query">The periods.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="limit">How many at the most.</param>
    public DeletedCursor(FlowSeries series, DataStructure structure, List<KeyRange> keys, FigureChange change, FigureTest test, DataQuery query, long offset, long limit)
        : base(series, structure)
    {
        (this.series, this.keys, this.change, this.test) = (series, keys, change, test);
        window = new(query.From, query.To);
        (skip, take) = (offset, limit);
        gone = Gone().GetEnumerator();
    }

    /// <inheritdoc/>
    public override DataAction Action => DataAction.Delete;

    /// <inheritdoc/>
    public override double Value => double.NaN;

    /// <inheritdoc/>
    public override string? Attribute(int attribute) => null;

    /// <summary>Goes to the first, so that whoever asks knows whether there is any; it is read by the next <see cref="Read"/>.</summary>
    public bool HasAny() => isBegun = Read();

    /// <inheritdoc/>
    public override bool Read()
    {
        if (isBegun)
        {
            isBegun = false;
            return true;
        }

        for (; skip > 0; skip--)
        {
            if (!gone.MoveNext())
                return false;
        }

        if (take == 0 || !gone.MoveNext())
            return false;
        take--;
        Go(gone.Current);
        return true;
    }

    private IEnumerable<FigurePlace> Gone()
    {
        foreach (var (from, to) in keys)
        {
            for (var key = from; key < to; key++)
            {
                foreach (var place in change.Gone(key))
                {
                    var head = change.Head(key);
                    if (!window.Holds(series.Revision(place.Run).Dataset.Observations.Times[place.Observation]) || !test.Holds(head, place))
                        continue;
                    Begin(head);
                    yield return place;
                }
            }
        }
    }
}
