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
            "Transferts de fonds personnels de la balance des paiements, en dollars courants ; estimations de la Banque mondiale à partir de données du FMI."));

    public static Papers Matrix(string release) => new(
        Text.Same($"World Bank, Bilateral Remittance Matrix {release} (KNOMAD)"),
        "https://www.worldbank.org/en/topic/migration",
        Licence,
        new Text(
            "Estimación de un modelo, no flujos notificados: las remesas recibidas se reparten por la población migrante y los ingresos (Ratha y Shaw 2007).",
            "Estimates of a model, not reported flows: remittances received are shared out by migrant stocks and incomes (Ratha and Shaw 2007).",
            "Estimation d’un modèle, non des flux communiqués : les transferts de fonds reçus sont répartis selon la population migrante et les revenus (Ratha et Shaw 2007)."));

    public static Papers Stocks(string release) => new(
        Text.Same($"World Bank, Bilateral Migration Matrix {release}"),
        "https://www.worldbank.org/en/topic/migration",
        Licence,
        new Text(
            "Población migrante por origen y destino estimada con censos y tablas de UN DESA; base de la matriz de remesas.",
            "Migrant stock by origin and destination, estimated from censuses and UN DESA tables; the base of the remittance matrix.",
            "Population migrante par origine et destination estimée à partir de recensements et de tableaux de UN DESA ; base de la matrice des transferts de fonds."));
}
