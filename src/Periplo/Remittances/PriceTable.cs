using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>The prices of a revision of <c>REMITTANCE_PRICES</c>, by corridor and round. Safe for many threads.</summary>
public sealed class PriceTable
{
    private readonly Dictionary<(string Sender, string Receiver), SortedDictionary<TimePeriod, CorridorPrice>> corridors = [];
    private readonly Dictionary<(TimePeriod Round, string Provider, string Instrument), (double Cost, int Services)> world = [];

    /// <summary>Reads a revision.</summary>
    public PriceTable(Dataset prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        Dataset = prices;
        int[] at = [.. new[] { "REF_AREA", "COUNTERPART_AREA", "MEASURE", "SERVICE_TYPE", "INSTRUMENT" }.Select(prices.Definition.Dimension)];
        foreach (var i in prices.Select(Query.All.Where("FREQ", "Q").Where("AMOUNT", PricePublication.Amount200)))
        {
            var observations = prices.Observations;
            string Code(int dimension) => observations.Code(at[dimension], i);
            var (value, round, measure) = (prices.Plain(i), observations.Times[i], Code(2));
            if (Code(0) == "_T")
                AddWorld((round, Code(3), Code(4)), measure, value);
            else if (Code(3) == "_T" && Code(4) == "_T")
                AddCorridor(round, Code(0), Code(1), measure, value);
        }

        Rounds = [.. corridors.Values.SelectMany(rounds => rounds.Keys).Distinct().Order()];
    }

    /// <summary>The revision.</summary>
    public Dataset Dataset { get; }

    /// <summary>Rounds in order.</summary>
    public IReadOnlyList<TimePeriod> Rounds { get; }

    /// <summary>The corridors (sender, receiver) with prices, in ordinal order.</summary>
    public IReadOnlyList<(string Sender, string Receiver)> Corridors =>
        [.. corridors.Keys.OrderBy(key => key.Sender, StringComparer.Ordinal).ThenBy(key => key.Receiver, StringComparer.Ordinal)];

    /// <summary>A corridor round by round; empty when it has no prices. Services and quotes are 0 where only the average is published.</summary>
    public IReadOnlyList<CorridorPrice> Series(string sender, string receiver) =>
        corridors.TryGetValue((sender, receiver), out var rounds) ? [.. rounds.Values] : [];

    /// <summary>The corridors of a round, in ordinal order.</summary>
    public IReadOnlyList<CorridorPrice> Of(TimePeriod round) =>
        [.. Corridors.Select(key => corridors[key].GetValueOrDefault(round)).Where(price => price is not null).Select(price => price!)];

    /// <summary>Mean over the services of all corridors, percent, and how many; null where quotes are not held.</summary>
    /// <param name="round">The quarter.</param>
    /// <param name="provider">Code of SERVICE_TYPE, <c>_T</c> for all.</param>
    /// <param name="instrument">Code of INSTRUMENT, <c>_T</c> for all; only one of the two may be other than <c>_T</c>.</param>
    public (double Cost, int Services)? World(TimePeriod round, string provider, string instrument) =>
        world.TryGetValue((round, provider, instrument), out var found) ? found : null;

    private void AddWorld((TimePeriod, string, string) key, string measure, double value)
    {
        var known = world.GetValueOrDefault(key, (double.NaN, 0));
        world[key] = measure switch { "COST_AVG" => (value, known.Item2), "SERVICES" => (known.Item1, (int)value), _ => known };
    }

    private void AddCorridor(TimePeriod round, string sender, string receiver, string measure, double value)
    {
        if (!corridors.TryGetValue((sender, receiver), out var rounds))
            corridors.Add((sender, receiver), rounds = []);
        var price = rounds.GetValueOrDefault(round) ?? new(round, sender, receiver, null, null, 0, 0, 0);
        double? known = double.IsNaN(value) ? null : value;
        rounds[round] = measure switch
        {
            "COST_AVG" => price with { Average = known },
            "COST_SMART" => price with { Smart = known },
            "SERVICES" => price with { Services = (int)value },
            "QUALIFYING" => price with { Qualifying = (int)value },
            _ => price with { Quotes = (int)value },
        };
    }
}
