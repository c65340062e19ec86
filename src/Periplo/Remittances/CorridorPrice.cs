using Periplo.Sdmx;

namespace Periplo.Remittances;

/// <summary>What sending 200 US dollars through a corridor costs in a round of the survey.</summary>
/// <param name="Round">The quarter.</param>
/// <param name="Sender">Country the money leaves.</param>
/// <param name="Receiver">Country it arrives in.</param>
/// <param name="Average">Simple mean of the transparent services, percent; null when there is none.</param>
/// <param name="Smart">SmaRT, percent; null when no service qualifies.</param>
/// <param name="Services">Transparent services: those in the average.</param>
/// <param name="Qualifying">Services that qualify for SmaRT.</param>
/// <param name="Quotes">All services asked, transparent or not.</param>
public sealed record CorridorPrice(TimePeriod Round, string Sender, string Receiver, double? Average, double? Smart, int Services, int Qualifying, int Quotes)
{
    /// <summary>The corridors and rounds of quotes, by round, sender and receiver in ordinal order.</summary>
    public static IReadOnlyList<CorridorPrice> Of(IEnumerable<PriceQuote> quotes)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        return
        [
            .. quotes.GroupBy(quote => (quote.Round, quote.Sender, quote.Receiver))
                .OrderBy(group => group.Key.Round).ThenBy(group => group.Key.Sender, StringComparer.Ordinal).ThenBy(group => group.Key.Receiver, StringComparer.Ordinal)
                .Select(group => Of(group.Key, [.. group])),
        ];
    }

    private static CorridorPrice Of((TimePeriod Round, string Sender, string Receiver) key, IReadOnlyList<PriceQuote> quotes)
    {
        var smart = SmartPrice.Of(quotes);
        var priced = quotes.Where(quote => quote.IsPriced).ToList();
        return new(
            key.Round, key.Sender, key.Receiver, priced.Count == 0 ? null : priced.Average(quote => quote.Cost200),
            smart.Cost, priced.Count, smart.Qualifying, quotes.Count);
    }
}
