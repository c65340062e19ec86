using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>The prices of a revision of <c>REMITTANCE_PRICES</c>, by corridor and round. Safe for many threads.</summary>
public sealed class PriceTable
{
    private static readonly string[] Read = ["REF_AREA", "COUNTERPART_AREA", "MEASURE", "SERVICE_TYPE", "INSTRUMENT"];

    private readonly Dictionary<(string Sender, string Receiver), SortedDictionary<TimePeriod, CorridorPrice>> corridors = [];
    private readonly Dictionary<(TimePeriod Round, string Provider, string Instrument), (double Cost, int Services)> world = [];

    /// <summary>Reads a revision.</summary>
    public PriceTable(Dataset prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        Dataset = prices;
        int[] at = [.. Read.Select(prices.Definition.Dimension)];
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

    /// <summary>What sending to an area costs in a year: the simple mean of the averages of its corridors and rounds, percent; null when there is none.</summary>
    public AreaPrice? To(string area, int year) => AreaPrice.Of(corridors.Where(pair => pair.Key.Receiver == area).SelectMany(pair => pair.Value.Values), year);

    /// <summary>What sending from an area costs in a year, as <see cref="To"/>.</summary>
    public AreaPrice? From(string area, int year) => AreaPrice.Of(corridors.Where(pair => pair.Key.Sender == area).SelectMany(pair => pair.Value.Values), year);

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

/// <summary>What sending 200 US dollars to or from an area costs in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Average">Simple mean of the averages of corridors and rounds, percent.</param>
/// <param name="Smart">The same of SmaRT; null where quotes are not held.</param>
/// <param name="Corridors">Corridors in the mean.</param>
/// <param name="Rounds">Rounds of the year in it.</param>
public sealed record AreaPrice(int Year, double Average, double? Smart, int Corridors, int Rounds)
{
    internal static AreaPrice? Of(IEnumerable<CorridorPrice> prices, int year)
    {
        var priced = prices.Where(price => price.Round.Year == year && price.Average is not null).ToList();
        if (priced.Count == 0)
            return null;
        var smart = priced.Where(price => price.Smart is not null).Select(price => price.Smart!.Value).ToList();
        return new(
            year, priced.Average(price => price.Average!.Value), smart.Count == 0 ? null : smart.Average(),
            priced.DistinctBy(price => (price.Sender, price.Receiver)).Count(), priced.DistinctBy(price => price.Round).Count());
    }
}
