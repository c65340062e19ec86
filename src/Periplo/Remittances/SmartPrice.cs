using Periplo.Languages;

namespace Periplo.Remittances;

/// <summary>Why a service does not qualify for SmaRT.</summary>
public enum SmartExclusion
{
    /// <summary>The exchange rate is not told.</summary>
    NotTransparent,

    /// <summary>No total cost is known.</summary>
    NoPrice,

    /// <summary>It takes more than five days.</summary>
    TooSlow,

    /// <summary>The table does not say how long it takes.</summary>
    SpeedUnknown,

    /// <summary>It is paid out at branches that do not cover the country.</summary>
    OutOfReach,

    /// <summary>It is paid out at branches and the table does not say where they are.</summary>
    ReachUnknown,
}

/// <summary>
/// Smart Remitter Target (SDG 10.c.1, World Bank): what sending 200 US dollars costs a person who looks around. The mean
/// of the three cheapest services that take at most five days and can be reached: paid out by a network that covers the
/// country, or to an account or telephone. What the survey's table does not say is not assumed in a service's favour.
/// </summary>
/// <param name="Cost">Percent of the amount; null when no service qualifies. With one or two it is their mean.</param>
/// <param name="Cheapest">The services it is the mean of, cheapest first.</param>
/// <param name="Qualifying">How many services qualify.</param>
/// <param name="Excluded">The others, each with the first reason that holds.</param>
public sealed record SmartPrice(double? Cost, IReadOnlyList<PriceQuote> Cheapest, int Qualifying, IReadOnlyList<(PriceQuote Quote, SmartExclusion Reason)> Excluded)
{
    /// <summary>Services in the mean.</summary>
    public const int Services = 3;

    /// <summary>Days a qualifying service may take.</summary>
    public const int MostDays = 5;

    /// <summary>SmaRT of one corridor in one round.</summary>
    public static SmartPrice Of(IEnumerable<PriceQuote> quotes)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        var (qualifying, excluded) = (new List<PriceQuote>(), new List<(PriceQuote, SmartExclusion)>());
        foreach (var quote in quotes)
        {
            if (Judge(quote) is { } reason)
                excluded.Add((quote, reason));
            else
                qualifying.Add(quote);
        }

        IReadOnlyList<PriceQuote> cheapest = [.. qualifying.OrderBy(quote => quote.Cost200).ThenBy(quote => quote.Id, StringComparer.Ordinal).Take(Services)];
        return new(cheapest.Count == 0 ? null : cheapest.Average(quote => quote.Cost200), cheapest, qualifying.Count, excluded);
    }

    /// <summary>The first reason for which a service does not qualify; null when it does.</summary>
    public static SmartExclusion? Judge(PriceQuote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        if (!quote.IsTransparent)
            return SmartExclusion.NotTransparent;
        if (double.IsNaN(quote.Cost200))
            return SmartExclusion.NoPrice;
        if (quote.Days is not { } days)
            return SmartExclusion.SpeedUnknown;
        if (days > MostDays)
            return SmartExclusion.TooSlow;
        if (quote.IsPaidToDevice || quote.IsNationwide == true)
            return null;
        return quote.IsNationwide is null ? SmartExclusion.ReachUnknown : SmartExclusion.OutOfReach;
    }

    /// <summary>A reason for people.</summary>
    public static Text Say(SmartExclusion reason) => reason switch
    {
        SmartExclusion.NotTransparent => new("no informa del tipo de cambio", "does not tell the exchange rate", "n’indique pas le taux de change"),
        SmartExclusion.NoPrice => new("no se conoce su costo total", "its total cost is not known", "son coût total n’est pas connu"),
        SmartExclusion.TooSlow => new("tarda más de cinco días", "takes more than five days", "prend plus de cinq jours"),
        SmartExclusion.SpeedUnknown => new("no consta cuánto tarda", "how long it takes is not stated", "sa durée n’est pas indiquée"),
        SmartExclusion.OutOfReach => new("se cobra en una red que no cubre el país", "is paid out by a network that does not cover the country", "est payé par un réseau qui ne couvre pas le pays"),
        _ => new("no consta dónde se cobra", "where it is paid out is not stated", "le lieu de paiement n’est pas indiqué"),
    };

    /// <summary>The definition as it is used here, to be printed beside the figures.</summary>
    public static Text Definition { get; } = new(
        "SmaRT: media de los tres servicios más baratos que informan de su costo completo, tardan cinco días o menos y están al alcance: se cobran en una red que cubre el país, o en una cuenta o un teléfono. La tabla de precios no dice a qué distancia están las sucursales ni qué aparato hace falta para enviar; la cobertura de la red que paga ocupa su lugar. Lo que la tabla no dice no se supone a favor del servicio. Con menos de tres servicios es la media de los que hay.",
        "SmaRT: mean of the three cheapest services that tell their whole cost, take five days or less and are within reach: paid out by a network that covers the country, or to an account or telephone. The price table does not say how far branches are nor what device sending takes; the coverage of the network that pays out stands in for them. What the table does not say is not assumed in a service's favour. With fewer than three services it is the mean of those there are.",
        "SmaRT : moyenne des trois services les moins chers qui indiquent leur coût complet, prennent cinq jours au plus et sont accessibles : payés par un réseau qui couvre le pays, ou sur un compte ou un téléphone. Le tableau des prix ne dit ni à quelle distance se trouvent les agences ni quel appareil il faut pour envoyer ; la couverture du réseau qui paie en tient lieu. Ce que le tableau ne dit pas n’est pas supposé en faveur du service. Avec moins de trois services, c’est la moyenne de ceux qui existent.");
}
