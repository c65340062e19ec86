using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>Which observations are asked for: codes allowed per dimension and a span of time. Dimensions not named allow every code.</summary>
public sealed record Query
{
    /// <summary>Everything.</summary>
    public static readonly Query All = new();

    /// <summary>Allowed codes by dimension id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Codes { get; private init; } = new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>The period must not begin before this one does; null for no bound.</summary>
    public TimePeriod? From { get; private init; }

    /// <summary>The period must not end after this one does; null for no bound.</summary>
    public TimePeriod? To { get; private init; }

    /// <summary>The same with codes allowed in a dimension.</summary>
    public Query Where(string dimension, params IReadOnlyCollection<string> codes) =>
        this with { Codes = new Dictionary<string, IReadOnlyCollection<string>>(Codes) { [dimension] = codes } };

    /// <summary>The same within a span of time, both ends included.</summary>
    public Query During(TimePeriod? from, TimePeriod? to) => this with { From = from, To = to };

    /// <summary>The same in one period.</summary>
    public Query During(TimePeriod period) => During(period, period);

    /// <summary>The query that asks for one key and period.</summary>
    internal static Query OfKey(Observations observations, int observation, DatasetDefinition definition) => new Query
    {
        Codes = Enumerable.Range(0, definition.Structure.Dimensions.Count).ToDictionary(
            d => definition.Structure.Dimensions[d].Id,
            IReadOnlyCollection<string> (d) => [observations.Code(d, observation)]),
    }.During(observations.Times[observation]);

    /// <summary>True when the whole of <paramref name="period"/> lies within the span.</summary>
    public bool Holds(TimePeriod period) =>
        (From is not { } from || period.FirstDay >= from.FirstDay) && (To is not { } to || period.LastDay <= to.LastDay);
}
