using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>Papers and notes of the tables of the UN Department of Economic and Social Affairs, Population Division.</summary>
internal static class UnDesaPapers
{
    public const string Source = "UNDESA";
    private const string Licence = "CC BY 3.0 IGO";

    /// <summary>A former residence or an unstated one among the origins.</summary>
    public static readonly Text UnknownOrigins = new(
        "Orígenes sin país: OOO, otro o desconocido; en la revisión 2019, XOS, otros países del Sur, y XON, otros países del Norte.",
        "Origins without a country: OOO, other or unknown; in the 2019 revision XOS, other South, and XON, other North.",
        "Origines sans pays : OOO, autre ou inconnu ; dans la révision 2019, XOS, autres pays du Sud, et XON, autres pays du Nord.");

    public static readonly Text TypeOfData = new(
        "Tipo de dato del destino: B, nacidos en el extranjero; C, ciudadanos extranjeros; R, se sumaron refugiados y solicitantes de asilo; I, imputado por falta de datos.",
        "Type of data of the destination: B, foreign-born; C, foreign citizens; R, refugees and asylum seekers were added; I, imputed for want of data.",
        "Type de donnée de la destination : B, nés à l’étranger ; C, citoyens étrangers ; R, des réfugiés et demandeurs d’asile ont été ajoutés ; I, imputé faute de données.");

    public static readonly Text OmittedPairs = new(
        "Las parejas de destino y origen que no aparecen son cero o no están disponibles.",
        "Pairs of destination and origin that do not appear are zero or not available.",
        "Les couples de destination et d’origine qui n’apparaissent pas sont nuls ou ne sont pas disponibles.");

    public static Papers Stock(string release) => new(
        Text.Same($"United Nations Department of Economic and Social Affairs, Population Division ({release}). International Migrant Stock {release}."),
        "https://www.un.org/development/desa/pd/content/international-migrant-stock",
        Licence,
        new Text(
            "Estimaciones a mitad de año a partir de censos, registros y encuestas: nacidos en el extranjero o, donde faltan, ciudadanos extranjeros.",
            "Mid-year estimates from censuses, registers and surveys: the foreign-born or, where unavailable, foreign citizens.",
            "Estimations au milieu de l’année à partir de recensements, de registres et d’enquêtes : nés à l’étranger ou, à défaut, citoyens étrangers."));

    public static Papers Flows(string release) => new(
        Text.Same($"United Nations, Department of Economic and Social Affairs, Population Division ({release}). International Migration Flows to and from Selected Countries: The {release} Revision."),
        "https://www.un.org/development/desa/pd/data/international-migration-flows",
        $"© {release} United Nations",
        new Text(
            "Entradas y salidas que notifica cada país, con su propia definición de migrante y de duración.",
            "Inflows and outflows as each country reports them, by its own definition of migrant and duration.",
            "Entrées et sorties que communique chaque pays, avec sa propre définition de migrant et de durée."));

    public static Papers PopulationByPeriod(string release) => Population(release) with
    {
        Method = new Text(
            "Estimaciones de población por el método de componentes, de mitad de año a mitad de año cada cinco años.",
            "Population estimates by the cohort-component method, from mid-year to mid-year every five years.",
            "Estimations de population par la méthode des composantes, de milieu d’année à milieu d’année tous les cinq ans."),
    };

    public static readonly Text AreasLeftOut = new(
        "Se omiten los agregados de la tabla que no son áreas de Periplo (grupos económicos y comisiones regionales).",
        "Aggregates of the table that are no areas of Periplo are left out (economic groups and regional commissions).",
        "Les agrégats du tableau qui ne sont pas des zones de Periplo sont omis (groupes économiques et commissions régionales).");

    public static Papers Population(string release) => new(
        Text.Same($"United Nations, Department of Economic and Social Affairs, Population Division ({release}). World Population Prospects {release}."),
        "https://population.un.org/wpp/",
        Licence,
        new Text(
            "Estimaciones de población por el método de componentes: nacimientos, defunciones y migración neta de cada año civil.",
            "Population estimates by the cohort-component method: births, deaths and net migration of each calendar year.",
            "Estimations de population par la méthode des composantes : naissances, décès et solde migratoire de chaque année civile."));
}
