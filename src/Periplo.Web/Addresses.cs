using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web;

/// <summary>The addresses of pages: Spanish at the root, other languages under a prefix with words of their own. Stable.</summary>
public static class Addresses
{
    /// <summary>Prefix of a language: empty for Spanish.</summary>
    public static string Prefix(Language language) => language.Of("", "/en", "/fr");

    /// <summary>The home page.</summary>
    public static string Home(Language language) => language.Of("/", "/en", "/fr");

    /// <summary>The world map of migrant stock.</summary>
    public static string Map(Language language) => language.Of("/mapa", "/en/map", "/fr/carte");

    /// <summary>The list of countries and territories.</summary>
    public static string Countries(Language language) => language.Of("/paises", "/en/countries", "/fr/pays");

    /// <summary>An area's page.</summary>
    public static string Country(Language language, string area) => language.Of($"/pais/{area}", $"/en/country/{area}", $"/fr/pays/{area}");

    /// <summary>One view of an area.</summary>
    public static string Country(Language language, string area, CountryView view) => $"{Country(language, area)}/{Word(view).In(language)}";

    /// <summary>A pair of areas.</summary>
    public static string Corridor(Language language, string origin, string destination) =>
        language.Of($"/corredor/{origin}-{destination}", $"/en/corridor/{origin}-{destination}", $"/fr/corridor/{origin}-{destination}");

    /// <summary>What both sides of a pair of areas report.</summary>
    public static string ReportedFlows(Language language, string origin, string destination) =>
        $"{Corridor(language, origin, destination)}/{ReportedFlowWord.In(language)}";

    /// <summary>Last word of <see cref="ReportedFlows"/>.</summary>
    internal static Text ReportedFlowWord { get; } = new("notificado", "reported", "declare");

    /// <summary>The catalogue of datasets.</summary>
    public static string Catalogue(Language language) => language.Of("/datos", "/en/data", "/fr/donnees");

    /// <summary>A dataset, all its revisions.</summary>
    public static string Dataset(Language language, string dataset) => $"{Catalogue(language)}/{dataset}";

    /// <summary>A revision of a dataset.</summary>
    public static string Dataset(Language language, string dataset, string revision) => $"{Catalogue(language)}/{dataset}/{revision}";

    /// <summary>One observation, or the sum over every dimension whose code is <c>*</c>: where the figure came from.</summary>
    public static string Observation(Language language, string dataset, string revision, string key, TimePeriod time) =>
        $"{Dataset(language, dataset, revision)}/{key}/{time}";

    /// <summary>One observation of a dataset: where it came from.</summary>
    public static string Observation(Language language, Dataset dataset, int observation) =>
        Observation(language, dataset.Definition.Id, dataset.Revision.Id, dataset.Observations.SeriesKey(observation), dataset.Observations.Times[observation]);

    /// <summary>The search page.</summary>
    public static string Search(Language language) => language.Of("/buscar", "/en/search", "/fr/recherche");

    /// <summary>What the site is, its limits and its terms.</summary>
    public static string About(Language language) => language.Of("/acerca", "/en/about", "/fr/a-propos");

    /// <summary>The word of a view in addresses.</summary>
    public static Text Word(CountryView view) => view switch
    {
        CountryView.Origins => new("origenes", "origins", "origines"),
        CountryView.OriginsMap => new("mapa-de-origenes", "origins-map", "carte-des-origines"),
        CountryView.Destinations => new("destinos", "destinations", "destinations"),
        CountryView.DestinationsMap => new("mapa-de-destinos", "destinations-map", "carte-des-destinations"),
        CountryView.Series => new("evolucion", "trend", "evolution"),
        CountryView.NetMigration => new("migracion-neta", "net-migration", "solde-migratoire"),
        CountryView.Displaced => new("desplazados", "displaced", "deplaces"),
        CountryView.Remittances => new("remesas", "remittances", "transferts"),
        CountryView.Revisions => new("revisiones", "revisions", "revisions"),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };
}

/// <summary>The views of an area's page.</summary>
public enum CountryView
{
    /// <summary>Immigrants by origin, ranked.</summary>
    Origins,

    /// <summary>Immigrants by origin on the map.</summary>
    OriginsMap,

    /// <summary>Emigrants by destination, ranked.</summary>
    Destinations,

    /// <summary>Emigrants by destination on the map.</summary>
    DestinationsMap,

    /// <summary>Immigrants and emigrants since 1990.</summary>
    Series,

    /// <summary>Net migration a year.</summary>
    NetMigration,

    /// <summary>Displaced people.</summary>
    Displaced,

    /// <summary>Remittances.</summary>
    Remittances,

    /// <summary>Revisions of the stock side by side.</summary>
    Revisions,
}
