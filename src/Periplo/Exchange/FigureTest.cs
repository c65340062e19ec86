using Periplo.Sdmx;
using Periplo.Sdmx.Rest;

namespace Periplo.Exchange;

/// <summary>What a query asks of single figures beside their key: of their value, their attributes and, where it is no span, their period.</summary>
internal sealed class FigureTest
{
    private readonly FlowSeries series;
    private readonly FigureAttributes attributes;
    private readonly List<ComponentFilter> times = [];
    private readonly List<ComponentFilter> values = [];
    private readonly List<(int Attribute, ComponentFilter Filter)> others = [];
    private readonly Dictionary<TimePeriod, bool> known = [];

    /// <summary>What a query asks.</summary>
    /// <param name="series">The flow.</param>
    /// <param name="structure">Its structure, all attributes among it.</param>
    /// <param name="query">The query.</param>
    /// <exception cref="ArgumentException">The structure lacks a component the query names.</exception>
    public FigureTest(FlowSeries series, DataStructure structure, DataQuery query)
    {
        (this.series, attributes) = (series, new(series, structure));
        foreach (var filter in query.Filters)
        {
            if (structure.Position(filter.Component) >= 0)
                continue;
            if (filter.Component == DataStructure.TimeDimension)
                times.Add(filter);
            else if (filter.Component == PublishedFlow.Value)
                values.Add(filter);
            else
                others.Add((Attribute(structure, filter.Component), filter));
        }
    }

    /// <summary>True when nothing is asked.</summary>
    public bool IsEmpty => times.Count == 0 && values.Count == 0 && others.Count == 0;

    /// <summary>True when a figure is asked for.</summary>
    public bool Holds(SeriesHead head, FigurePlace place)
    {
        var revision = series.Revision(place.Run);
        var observations = revision.Dataset.Observations;
        if (times.Count > 0 && !Holds(observations.Times[place.Observation]))
            return false;
        foreach (var filter in values)
        {
            if (!ComponentTest.Holds(filter, observations.Values[place.Observation]))
                return false;
        }

        foreach (var (attribute, filter) in others)
        {
            if (!ComponentTest.Holds(filter, attributes.Of(attribute, head, revision, place.Observation)))
                return false;
        }

        return true;
    }

    private static int Attribute(DataStructure structure, string id)
    {
        for (var i = 0; i < structure.Attributes.Count; i++)
        {
            if (structure.Attributes[i].Id == id)
                return i;
        }

        throw new ArgumentException($"{structure.Id} has no component {id}.", nameof(id));
    }

    private bool Holds(TimePeriod period)
    {
        if (!known.TryGetValue(period, out var holds))
            known.Add(period, holds = times.TrueForAll(filter => ComponentTest.Holds(filter, period)));
        return holds;
    }
}
