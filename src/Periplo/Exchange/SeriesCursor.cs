using Periplo.Sdmx;

namespace Periplo.Exchange;

/// <summary>Passes over the figures of a walk, series after series; nothing is held.</summary>
internal sealed class SeriesCursor : FigureCursor
{
    private readonly SeriesWalk walk;
    private readonly bool isKeysOnly;
    private long skip;
    private long take;
    private int place;
    private int count;
    private bool isBegun;

    /// <summary>A cursor over a walk.</summary>
    /// <param name="series">The flow.</param>
    /// <param name="structure">Its structure with the attributes wanted.</param>
    /// <param name="walk">The walk, at its beginning.</param>
    /// <param name="isKeysOnly">True for one figure a series, where only keys are told.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="limit">How many at the most.</param>
    public SeriesCursor(FlowSeries series, DataStructure structure, SeriesWalk walk, bool isKeysOnly, long offset, long limit)
        : base(series, structure) => (this.walk, this.isKeysOnly, skip, take) = (walk, isKeysOnly, offset, limit);

    /// <summary>Goes to the first figure, so that whoever asks knows whether there is any; it is read by the next <see cref="Read"/>.</summary>
    public bool HasAny() => isBegun = Read();

    /// <inheritdoc/>
    public override bool Read()
    {
        if (isBegun)
        {
            isBegun = false;
            return true;
        }

        if (take <= 0)
            return false;
        while (++place >= count)
        {
            if (!walk.Next())
            {
                take = 0;
                return false;
            }

            count = isKeysOnly ? 1 : walk.Count;
            if (skip >= count)
            {
                (skip, place) = (skip - count, count);
                continue;
            }

            place = (int)skip - 1;
            skip = 0;
            Begin(walk.Head);
        }

        take--;
        Go(walk[place]);
        return true;
    }
}
