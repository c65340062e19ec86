using Periplo.Languages;

namespace Periplo.Web.Movements;

/// <summary>The views of movements of a country.</summary>
public enum MovementView
{
    /// <summary>Migrant arrivals, departures and net migration by month.</summary>
    Migration,

    /// <summary>Crossings not yet decided.</summary>
    Undecided,

    /// <summary>How the figure of arrivals changed as it aged.</summary>
    ArrivalRevisions,

    /// <summary>How the figure of departures changed as it aged.</summary>
    DepartureRevisions,

    /// <summary>How well provisional figures told the final ones.</summary>
    BackTest,

    /// <summary>Residents, residents abroad, temporary population.</summary>
    Residents,

    /// <summary>Visits to the country by length.</summary>
    Visits,

    /// <summary>Trips of residents by length.</summary>
    Trips,

    /// <summary>Entries and exits by month, source by source.</summary>
    Crossings,

    /// <summary>Entries and exits by month and nationality, of one source.</summary>
    Nationalities,

    /// <summary>Irregular entries, detections, encounters, source by source.</summary>
    Irregular,

    /// <summary>Returns, refusals, permits, source by source.</summary>
    Returns,

    /// <summary>Quality of the records of each post.</summary>
    Quality,
}

/// <summary>Addresses of movements. Stable.</summary>
public static class MovementAddresses
{
    /// <summary>The room of movements.</summary>
    public static string Movements(Language language) => language.Of("/movimientos", "/en/movements", "/fr/mouvements");

    /// <summary>The regional matrix as a view of its own.</summary>
    public static string Matrix(Language language) => Movements(language) + language.Of("/matriz", "/matrix", "/matrice");

    /// <summary>The map of movements.</summary>
    public static string Map(Language language) => Movements(language) + language.Of("/mapa", "/map", "/carte");

    /// <summary>A country.</summary>
    public static string Country(Language language, string area) => $"{Movements(language)}/{area}";

    /// <summary>A view of a country.</summary>
    public static string Country(Language language, string area, MovementView view, string? source = null) =>
        $"{Country(language, area)}/{Word(view).In(language)}{(source is null ? "" : $"-{source}")}";

    /// <summary>Where the form of a mirror leads.</summary>
    public static string Mirror(Language language) => Movements(language) + language.Of("/espejo", "/mirror", "/miroir");

    /// <summary>Name of the origin in a query.</summary>
    public static Text FromWord { get; } = new("de", "from", "de");

    /// <summary>Name of the destination in a query.</summary>
    public static Text ToWord { get; } = new("a", "to", "a");

    /// <summary>What two countries say of the movements from one to the other.</summary>
    public static string Mirror(Language language, string origin, string destination) =>
        $"{Mirror(language)}/{origin}-{destination}";

    /// <summary>Last word of <see cref="MirrorOfStock"/>.</summary>
    internal static Text StockWord { get; } = new("poblacion", "stock", "population");

    /// <summary>What two countries say of those who come from one and live in the other.</summary>
    public static string MirrorOfStock(Language language, string origin, string destination) => $"{Mirror(language, origin, destination)}/{StockWord.In(language)}";

    /// <summary>What is collected from others, and how it went.</summary>
    public static string Collection(Language language) => language.Of("/recoleccion", "/en/collection", "/fr/collecte");

    /// <summary>The method page.</summary>
    public static string Method(Language language) => language.Of("/metodos/movimientos", "/en/methods/movements", "/fr/methodes/mouvements");

    /// <summary>The word of a view in addresses; that of a view of one source is followed by a hyphen and the source.</summary>
    public static Text Word(MovementView view) => view switch
    {
        MovementView.Migration => new("migracion", "migration", "migration"),
        MovementView.Undecided => new("sin-decidir", "undecided", "a-decider"),
        MovementView.ArrivalRevisions => new("revisiones-de-llegadas", "arrival-revisions", "revisions-des-arrivees"),
        MovementView.DepartureRevisions => new("revisiones-de-salidas", "departure-revisions", "revisions-des-departs"),
        MovementView.BackTest => new("prueba", "back-test", "epreuve"),
        MovementView.Residents => new("residentes", "residents", "residents"),
        MovementView.Visits => new("visitas", "visits", "visites"),
        MovementView.Trips => new("viajes", "trips", "voyages"),
        MovementView.Crossings => new("entradas-y-salidas", "entries-and-exits", "entrees-et-sorties"),
        MovementView.Nationalities => new("nacionalidades", "nationalities", "nationalites"),
        MovementView.Irregular => new("irregulares", "irregular", "irreguliers"),
        MovementView.Returns => new("retornos", "returns", "retours"),
        MovementView.Quality => new("calidad", "quality", "qualite"),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };
}
