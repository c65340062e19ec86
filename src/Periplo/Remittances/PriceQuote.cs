using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>One price asked for: a service of a provider in a corridor and a round of the survey.</summary>
/// <param name="Id">Number of the quote, unique within its round.</param>
/// <param name="Round">The quarter of the survey.</param>
/// <param name="Sender">Country the money leaves.</param>
/// <param name="Receiver">Country it arrives in.</param>
/// <param name="Provider">Code of SERVICE_TYPE for the kind of provider.</param>
/// <param name="Instrument">Code of INSTRUMENT for how the money is paid in and out.</param>
/// <param name="Cost200">Total cost of sending 200 US dollars, percent; NaN where it is not known.</param>
/// <param name="Cost500">Total cost of sending 500 US dollars, percent; NaN where it is not known.</param>
/// <param name="IsTransparent">Whether the provider tells the exchange rate, so that the total cost is complete.</param>
/// <param name="Days">Days the money takes at the most, 0 within the day; null where the table does not say.</param>
/// <param name="IsNationwide">Whether the network that pays out covers the country; null where the table does not say.</param>
/// <param name="IsPaidToDevice">Whether the money arrives in an account or a telephone, where no branch is needed.</param>
/// <param name="Row">Where it stands in its file.</param>
public sealed record PriceQuote(
    string Id,
    TimePeriod Round,
    string Sender,
    string Receiver,
    string Provider,
    string Instrument,
    double Cost200,
    double Cost500,
    bool IsTransparent,
    int? Days,
    bool? IsNationwide,
    bool IsPaidToDevice,
    SourceRow Row = default)
{
    /// <summary>Whether it counts in averages: its whole cost is known and told.</summary>
    public bool IsPriced => IsTransparent && !double.IsNaN(Cost200);
}
