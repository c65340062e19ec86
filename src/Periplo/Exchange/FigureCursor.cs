using Periplo.Sdmx;

namespace Periplo.Exchange;

/// <summary>Reads figures of a flow where they lie: codes from the keys, the rest from the columns of a dataset.</summary>
internal abstract class FigureCursor : DataCursor
{
    private readonly FlowSeries series;
    private readonly DataStructure structure;
    private readonly FigureAttributes attributes;
    private readonly string[] codes;
    private SeriesHead head = new(-1, -1, null, null!);
    private FlowRevision? revision;
    private int run = -1;
    private TimePeriod[] times = [];
    private double[] values = [];
    private ObservationStatus[] statuses = [];
    private int observation;

    /// <summary>A cursor over figures of a flow.</summary>
    /// <param name="series">The flow.</param>
    /// <param name="structure">Its structure with the attributes wanted.</param>
    protected FigureCursor(FlowSeries series, DataStructure structure)
    {
        (this.series, this.structure) = (series, structure);
        attributes = new(series, structure);
        codes = new string[structure.Dimensions.Count];
    }

    /// <inheritdoc/>
    public override DataStructure Structure => structure;

    /// <inheritdoc/>
    public override TimePeriod Time => times[observation];

    /// <inheritdoc/>
    public override double Value => values[observation];

    /// <inheritdoc/>
    public override ObservationStatus Status => statuses[observation];

    /// <inheritdoc/>
    public override string Code(int dimension) => codes[dimension];

    /// <inheritdoc/>
    public override string? Attribute(int attribute) => attributes.Of(attribute, head, revision!, observation);

    /// <summary>Goes to a series.</summary>
    protected void Begin(SeriesHead next)
    {
        if (next.Key != head.Key)
        {
            for (var d = 0; d < codes.Length; d++)
                codes[d] = series.Code(d, next.Key);
        }

        head = next;
    }

    /// <summary>Goes to a figure of the series.</summary>
    protected void Go(FigurePlace place)
    {
        observation = place.Observation;
        if (place.Run == run)
            return;
        run = place.Run;
        revision = series.Revision(run);
        var observations = revision.Dataset.Observations;
        (times, values, statuses) = (observations.Times, observations.Values, observations.Statuses);
    }
}
