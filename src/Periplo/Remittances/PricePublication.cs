using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>Makes the observations of <c>REMITTANCE_PRICES</c> from the quotes of the survey. Firms are not in them.</summary>
public static class PricePublication
{
    /// <summary>Amount of the reference transfer: 200 US dollars.</summary>
    public const string Amount200 = "USD200";

    /// <summary>The larger amount the survey asks for: 500 US dollars.</summary>
    public const string Amount500 = "USD500";

    /// <summary>Adds the averages of every corridor and round, and for all corridors together those by provider and by instrument.</summary>
    /// <param name="quotes">The quotes, areas by their ids.</param>
    /// <param name="builder">Of <c>REMITTANCE_PRICES</c>.</param>
    public static void Add(IReadOnlyCollection<PriceQuote> quotes, ObservationsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        ArgumentNullException.ThrowIfNull(builder);
        builder.Set("FREQ", "Q");
        // An average stands at the first row of its quotes.
        var first = quotes.GroupBy(quote => (quote.Round, quote.Sender, quote.Receiver)).ToDictionary(group => group.Key, group => group.First().Row);
        foreach (var corridor in CorridorPrice.Of(quotes))
        {
            var row = first[(corridor.Round, corridor.Sender, corridor.Receiver)];
            At(builder, corridor.Sender, corridor.Receiver, "_T", "_T");
            Add(builder, corridor.Round, "COST_AVG", Amount200, corridor.Average, row);
            Add(builder, corridor.Round, "COST_SMART", Amount200, corridor.Smart, row);
            Count(builder, corridor.Round, "QUOTES", corridor.Quotes, row);
            Count(builder, corridor.Round, "SERVICES", corridor.Services, row);
            Count(builder, corridor.Round, "QUALIFYING", corridor.Qualifying, row);
        }

        foreach (var corridor in quotes.Where(quote => quote.IsTransparent && !double.IsNaN(quote.Cost500)).GroupBy(quote => (quote.Round, quote.Sender, quote.Receiver)))
        {
            At(builder, corridor.Key.Sender, corridor.Key.Receiver, "_T", "_T");
            Add(builder, corridor.Key.Round, "COST_AVG", Amount500, corridor.Average(quote => quote.Cost500), corridor.First().Row);
        }

        foreach (var round in quotes.Where(quote => quote.IsPriced).GroupBy(quote => quote.Round))
        {
            Whole(builder, round.Key, "_T", "_T", round);
            foreach (var provider in round.GroupBy(quote => quote.Provider))
                Whole(builder, round.Key, provider.Key, "_T", provider);
            foreach (var instrument in round.GroupBy(quote => quote.Instrument))
                Whole(builder, round.Key, "_T", instrument.Key, instrument);
        }
    }

    /// <summary>Component 1 of SDG 10.c.1: the simple mean over services of all corridors.</summary>
    private static void Whole(ObservationsBuilder builder, TimePeriod round, string provider, string instrument, IEnumerable<PriceQuote> quotes)
    {
        var (costs, row) = (quotes.Select(quote => quote.Cost200).ToList(), quotes.First().Row);
        At(builder, "_T", "_T", provider, instrument);
        Add(builder, round, "COST_AVG", Amount200, costs.Average(), row);
        Count(builder, round, "SERVICES", costs.Count, row);
    }

    private static void At(ObservationsBuilder builder, string sender, string receiver, string provider, string instrument)
    {
        builder.Set("REF_AREA", sender);
        builder.Set("COUNTERPART_AREA", receiver);
        builder.Set("SERVICE_TYPE", provider);
        builder.Set("INSTRUMENT", instrument);
    }

    private static void Count(ObservationsBuilder builder, TimePeriod round, string measure, int count, SourceRow row)
    {
        builder.Set("MEASURE", measure);
        builder.Set("AMOUNT", Amount200);
        builder.Set("UNIT_MEASURE", "PURE_NUMB");
        builder.Add(round, count, ObservationStatus.A, AttributeSet.Units, row);
    }

    // A mean of hundredths of a point: six decimals are more than it means and keep the bundle small.
    private static void Add(ObservationsBuilder builder, TimePeriod round, string measure, string amount, double? cost, SourceRow row)
    {
        builder.Set("MEASURE", measure);
        builder.Set("AMOUNT", amount);
        builder.Set("UNIT_MEASURE", "PT_TRANSACT");
        builder.Add(round, cost is { } value ? Math.Round(value, 6) : double.NaN, cost is null ? ObservationStatus.O : ObservationStatus.A, AttributeSet.Units, row);
    }
}
