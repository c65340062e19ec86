using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.WorldBank;

/// <summary>Papers and notes of the World Bank's tables.</summary>
internal static class WorldBankPapers
{
    public const string Source = "WB";
    private const string Licence = "CC BY 4.0";

    /// <summary>The codes most remittance figures share.</summary>
    public static readonly (string Dimension, string Code)[] Key =
        [("FREQ", "A"), ("SERVICE_TYPE", "_Z"), ("INSTRUMENT", "_Z"), ("AMOUNT", "_Z")];

    public static readonly Papers Indicators = new(
        Text.Same("World Bank, World Development Indicators"),
        "https://data.worldbank.org",
        Licence,
        new Text(
            "Remesas personales de la balanza de pagos, en dólares corrientes; estimaciones del Banco Mundial con datos del FMI.",
            "Personal remittances from the balance of payments, in current US dollars; World Bank estimates with IMF data.",
            "Envois de fonds personnels de la balance des paiements, en dollars courants ; estimations de la Banque mondiale à partir de données du FMI."));

    public static Papers Matrix(string release) => new(
        Text.Same($"World Bank, Bilateral Remittance Matrix {release} (KNOMAD)"),
        "https://www.worldbank.org/en/topic/migration",
        Licence,
        new Text(
            "Estimación de un modelo, no flujos notificados: las remesas recibidas se reparten por la población migrante y los ingresos (Ratha y Shaw 2007).",
            "Estimates of a model, not reported flows: remittances received are shared out by migrant stocks and incomes (Ratha and Shaw 2007).",
            "Estimation d’un modèle, non des flux communiqués : les envois de fonds reçus sont répartis selon la population migrante et les revenus (Ratha et Shaw 2007)."));

    public static Papers Stocks(string release) => new(
        Text.Same($"World Bank, Bilateral Migration Matrix {release}"),
        "https://www.worldbank.org/en/topic/migration",
        Licence,
        new Text(
            "Población migrante por origen y destino estimada con censos y tablas de UN DESA; base de la matriz de remesas.",
            "Migrant stock by origin and destination, estimated from censuses and UN DESA tables; the base of the remittance matrix.",
            "Population migrante par origine et destination estimée à partir de recensements et de tableaux de UN DESA ; base de la matrice des envois de fonds."));

    /// <summary>Source id of the price survey.</summary>
    public const string Prices = "RPW";

    public static readonly Papers PriceSurvey = new(
        Text.Same("World Bank, Remittance Prices Worldwide"),
        "https://remittanceprices.worldbank.org",
        Licence,
        new Text(
            "Costo total de enviar 200 dólares (comisión y margen cambiario), de encuestas trimestrales a los proveedores de cada corredor; media simple de los servicios que informan de su costo completo.",
            "Total cost of sending 200 dollars (fee and exchange-rate margin), from quarterly surveys of the providers of each corridor; simple mean of the services that tell their whole cost.",
            "Coût total d’un envoi de 200 dollars (frais et marge de change), d’après des enquêtes trimestrielles auprès des prestataires de chaque corridor ; moyenne simple des services qui indiquent leur coût complet."));

    public static readonly Papers HeadIncomes = new(
        Text.Same("World Bank, GDP per capita (current US$), 2017"),
        "https://data.worldbank.org/indicator/NY.GDP.PCAP.CD",
        Licence,
        new Text(
            "Producto interno bruto por habitante en dólares corrientes de 2017.",
            "Gross domestic product per head in current US dollars of 2017.",
            "Produit intérieur brut par habitant en dollars courants de 2017."));

    public static readonly Text AveragesOfQuotes = new(
        "Las medias se calculan aquí de las cotizaciones de cada servicio. Los nombres de las empresas no se conservan.",
        "The averages are worked out here from the quotes of every service. The names of firms are not kept.",
        "Les moyennes sont calculées ici à partir des relevés de chaque service. Les noms des entreprises ne sont pas conservés.");
}
