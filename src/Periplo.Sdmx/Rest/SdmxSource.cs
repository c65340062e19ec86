using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Rest;

/// <summary>What a query selects.</summary>
/// <param name="DataSets">The data sets in order; none when nothing matches. Their cursors read on demand, so nothing is held.</param>
/// <param name="Changed">When the flow last changed.</param>
/// <param name="Tag">Names the state of the data asked for (a hash of the contents they are in): equal tags, equal answers.</param>
public sealed record SelectedData(IReadOnlyList<DataSet> DataSets, DateTimeOffset Changed, string Tag)
{
    /// <summary>The provision agreement the data were provided under, where a provider was asked for.</summary>
    public StructureReference? Provision { get; init; }
}

/// <summary>What there is under a query.</summary>
/// <param name="Values">Codes of every dimension, in the order of the structure; a dimension's codes in the order of its list.</param>
/// <param name="Series">Count of series.</param>
/// <param name="Observations">Count of observations.</param>
/// <param name="First">First period, null when there is nothing.</param>
/// <param name="Last">Last period.</param>
/// <param name="Changed">When the flow last changed.</param>
/// <param name="Tag">Names the state of the data.</param>
public sealed record Availability(
    IReadOnlyList<KeyValues> Values, long Series, long Observations, TimePeriod? First, TimePeriod? Last, DateTimeOffset Changed, string Tag);

/// <summary>Where REST queries get structures and data from: whoever serves SDMX with this library derives from it.</summary>
public abstract class SdmxSource
{
    /// <summary>The structures as they are now.</summary>
    public abstract StructureSet Structures { get; }

    /// <summary>The data a query asks for of a flow.</summary>
    public abstract SelectedData Select(Dataflow flow, DataQuery query);

    /// <summary>What there is of a flow under a query.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="query">The query.</param>
    /// <param name="exact">True for the values of the answer; false for, at each dimension, those that would still give data under all filters but its own.</param>
    public abstract Availability Available(Dataflow flow, DataQuery query, bool exact);

    /// <summary>The report on a flow, null where there is none.</summary>
    public virtual MetadataReport? Report(Dataflow flow) => null;
}
