using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Rest;

/// <summary>Codes asked for at every position of the key; an empty list at a position asks for all.</summary>
public sealed record KeySelection(IReadOnlyList<IReadOnlyList<string>> Positions);

/// <summary>How a value of a component is compared (REST 2.x, operators of <c>c[…]</c>).</summary>
public enum ConditionOperator
{
    /// <summary>Equal.</summary>
    Eq,

    /// <summary>Not equal.</summary>
    Ne,

    /// <summary>Less; of periods, ends before the other begins.</summary>
    Lt,

    /// <summary>Less or equal.</summary>
    Le,

    /// <summary>Greater.</summary>
    Gt,

    /// <summary>Greater or equal.</summary>
    Ge,

    /// <summary>Contains.</summary>
    Co,

    /// <summary>Does not contain.</summary>
    Nc,

    /// <summary>Starts with.</summary>
    Sw,

    /// <summary>Ends with.</summary>
    Ew,
}

/// <summary>One comparison.</summary>
public readonly record struct Condition(ConditionOperator Operator, string Value);

/// <summary>What must hold of a component: one of the alternatives, each of them all of its conditions.</summary>
/// <param name="Component">Id of a dimension, of time, an attribute or a measure.</param>
/// <param name="Alternatives">Alternatives of conditions.</param>
public sealed record ComponentFilter(string Component, IReadOnlyList<IReadOnlyList<Condition>> Alternatives);

/// <summary>Whose data: a provider of an agency's scheme; an empty agency is any.</summary>
public readonly record struct ProviderSelection(string Agency, string Provider);

/// <summary>One component to sort by.</summary>
public readonly record struct SortKey(string Component, bool Descending);

/// <summary>
/// A query for data in the one form both syntaxes (REST 2.1 and 3.0) are read into. Periods are inclusive: an observation counts
/// when its whole period lies within.
/// </summary>
public sealed record DataQuery
{
    /// <summary>Keys asked for, any of them; none asks for all.</summary>
    public IReadOnlyList<KeySelection> Keys { get; init; } = [];

    /// <summary>What else must hold, all of it.</summary>
    public IReadOnlyList<ComponentFilter> Filters { get; init; } = [];

    /// <summary>Whose data; none asks for everybody's.</summary>
    public IReadOnlyList<ProviderSelection> Providers { get; init; } = [];

    /// <summary>First period.</summary>
    public TimePeriod? From { get; init; }

    /// <summary>Last period.</summary>
    public TimePeriod? To { get; init; }

    /// <summary>Only what changed after it, deletions too.</summary>
    public DateTimeOffset? UpdatedAfter { get; init; }

    /// <summary>Data as they were then.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Every dissemination instead of the last state.</summary>
    public bool IncludeHistory { get; init; }

    /// <summary>Most observations a series from its start, after the filters.</summary>
    public int? First { get; init; }

    /// <summary>Most observations a series from its end, after the filters.</summary>
    public int? Last { get; init; }

    /// <summary>What stands at the level of the observation; null for the default.</summary>
    public string? DimensionAtObservation { get; init; }

    /// <summary>Which parts (2.1).</summary>
    public DataDetail Detail { get; init; } = DataDetail.Full;

    /// <summary>Ids of the attributes wanted (3.0), null for all.</summary>
    public IReadOnlyList<string>? Attributes { get; init; }

    /// <summary>False where the values are not wanted (3.0 <c>measures=none</c>).</summary>
    public bool Measures { get; init; } = true;

    /// <summary>Observations to pass over.</summary>
    public long Offset { get; init; }

    /// <summary>Most observations in the answer.</summary>
    public long? Limit { get; init; }

    /// <summary>Order of the observations; none is the order of keys.</summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];
}
