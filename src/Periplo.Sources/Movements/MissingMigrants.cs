using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Deaths and disappearances during migration, one row an incident, as a plain table; kept as counts by month, country and route.</summary>
internal sealed class MissingMigrants : MonthlyReader
{
    private static readonly Dictionary<string, string> Routes = new()
    {
        ["Central American Route"] = "CAM",
        ["South American Route"] = "SAM",
        ["Asia Pacific routes"] = "ASIA",
        ["Intra-African routes"] = "AFR",
        ["Intra-European routes"] = "EUR",
        ["Central Mediterranean Route"] = "CMED",
        ["Western Mediterranean Route"] = "WMED",
        ["Eastern Mediterranean Route"] = "EMED",
        ["Western African Atlantic Route"] = "WAF",
        ["EHOA Eastern Route"] = "EHOA_E",
        ["EHOA Southern Route"] = "EHOA_S",
        ["EHOA Northern Route"] = "EHOA_N",
        ["EHOA Horn of Africa Route"] = "EHOA_H",
        ["Undefined"] = "_U",
    };

    private static readonly Text Place = new(
        "El país es el del incidente, no el de origen: la tabla da varios orígenes posibles por incidente y no se reparten.",
        "The country is that of the incident, not of origin: the table gives several possible origins for an incident, and they are not shared out.",
        "Le pays est celui de l’incident, non celui d’origine : le tableau donne plusieurs origines possibles par incident et elles ne sont pas réparties.");

    private static readonly Text Minimum = new(
        "Es un mínimo: muchas muertes no dejan rastro, y la documentación difiere entre regiones y años.",
        "It is a minimum: many deaths leave no trace, and documentation differs between regions and years.",
        "C’est un minimum : bien des décès ne laissent pas de trace, et la documentation diffère selon les régions et les années.");

    public override string Name => "iom-missing-migrants 1";

    public override Text Title => new("incidentes del Proyecto Migrantes Desaparecidos", "incidents of the Missing Migrants Project", "incidents du Projet Migrants disparus");

    public override IReadOnlyList<string> Columns =>
        ["date", "incident_type", "route", "country_iso3", "dead_or_missing", "survivors", "cause", "origin_iso3_list", "location", "lon", "lat"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (date, country, deaths) = (rows.Column("date"), rows.Column("country_iso3"), rows.Column("dead_or_missing"));
        var route = new CodedColumn(rows, "route", Routes);

        // Incidents have no id: two alike rows may be two incidents, and the publisher's totals count both.
        while (rows.Next())
            figures.AddUp(figures.MonthOfDay(date), deaths, [], new(rows.Area(country), "DEATH", Route: route.Code));
        return (MonthlyPapers.Missing, MonthlyPapers.MissingMigrants, [Minimum, Place]);
    }
}
