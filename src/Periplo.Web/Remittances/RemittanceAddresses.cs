using Periplo.Languages;

namespace Periplo.Web.Remittances;

/// <summary>The views of remittances.</summary>
public enum RemittanceView
{
    /// <summary>Received by country.</summary>
    Received,

    /// <summary>Sent by country.</summary>
    Sent,

    /// <summary>The corridors with the most money.</summary>
    Corridors,

    /// <summary>Whom a country receives from.</summary>
    Senders,

    /// <summary>Whom a country sends to.</summary>
    Receivers,

    /// <summary>Cost round by round.</summary>
    Cost,

    /// <summary>Corridors below and above 5 %, round by round.</summary>
    Share,

    /// <summary>Money above 3 %, round by round.</summary>
    Excess,

    /// <summary>The corridors of a round.</summary>
    Round,
}

/// <summary>Addresses of remittances. Stable.</summary>
public static class RemittanceAddresses
{
    /// <summary>The room of remittances.</summary>
    public static string Remittances(Language language) => language.Of("/remesas", "/en/remittances", "/fr/transferts");

    /// <summary>A view on a page of its own.</summary>
    public static string View(Language language, RemittanceView view) => $"{Remittances(language)}/{Word(view).In(language)}";

    /// <summary>What sending costs.</summary>
    public static string Prices(Language language) => Remittances(language) + language.Of("/precios", "/prices", "/prix");

    /// <summary>The calculators.</summary>
    public static string Calculators(Language language) => Remittances(language) + language.Of("/calculadoras", "/calculators", "/calculatrices");

    /// <summary>Where the form of a corridor leads.</summary>
    public static string Corridor(Language language) => Remittances(language) + language.Of("/corredor", "/corridor", "/corridor");

    /// <summary>Money from one country to another.</summary>
    public static string Corridor(Language language, string sender, string receiver) => $"{Corridor(language)}/{sender}-{receiver}";

    /// <summary>A view of a corridor: its estimates, or its prices.</summary>
    public static string Corridor(Language language, string sender, string receiver, bool isPrices) =>
        $"{Corridor(language, sender, receiver)}/{(isPrices ? PricesWord : EstimatesWord).In(language)}";

    /// <summary>The room with a country chosen.</summary>
    public static string Country(Language language, string area) => $"{Remittances(language)}?{CountryWord.In(language)}={area}";

    /// <summary>Name of the year in a query.</summary>
    public static Text YearWord { get; } = new("anio", "year", "annee");

    /// <summary>Name of the country in a query.</summary>
    public static Text CountryWord { get; } = new("pais", "country", "pays");

    /// <summary>Name of the sender in a query.</summary>
    public static Text FromWord { get; } = new("de", "from", "de");

    /// <summary>Name of the receiver in a query.</summary>
    public static Text ToWord { get; } = new("a", "to", "a");

    /// <summary>Name of the round in a query.</summary>
    public static Text RoundWord { get; } = new("ronda", "round", "releve");

    /// <summary>The estimates of a corridor.</summary>
    public static Text EstimatesWord { get; } = new("estimaciones", "estimates", "estimations");

    /// <summary>The prices of a corridor.</summary>
    public static Text PricesWord { get; } = new("precios", "prices", "prix");

    /// <summary>The word of a view in addresses.</summary>
    public static Text Word(RemittanceView view) => view switch
    {
        RemittanceView.Received => new("recibidas", "received", "recus"),
        RemittanceView.Sent => new("enviadas", "sent", "envoyes"),
        RemittanceView.Corridors => new("corredores", "corridors", "corridors"),
        RemittanceView.Senders => new("quien-envia", "senders", "expediteurs"),
        RemittanceView.Receivers => new("quien-recibe", "receivers", "beneficiaires"),
        RemittanceView.Cost => new("costo", "cost", "cout"),
        RemittanceView.Share => new("umbral", "threshold", "seuil"),
        RemittanceView.Excess => new("exceso", "excess", "excedent"),
        RemittanceView.Round => new("ronda", "round", "releve"),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };
}
