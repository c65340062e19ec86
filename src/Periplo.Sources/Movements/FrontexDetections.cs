using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Detections of irregular crossings of the external borders of the European Union by route and nationality, as a plain table.</summary>
internal sealed class FrontexDetections : MonthlyReader
{
    /// <summary>The European Union among the areas: the external border is one and no member reports for itself.</summary>
    private const string EuropeanUnion = "WB_EUU";

    private static readonly Dictionary<string, string> Routes = new()
    {
        ["Western African Route"] = "WAF",
        ["Western Mediterranean Route"] = "WMED",
        ["Central Mediterranean Route"] = "CMED",
        ["Eastern Mediterranean Route"] = "EMED",
        ["Western Balkan Route"] = "WBALK",
        ["Eastern Borders Route"] = "EBORD",
        ["Black Sea Route"] = "BLACK",
        ["Circular Route from Albania to Greece"] = "ALBGRC",
        ["Other"] = "OTHER",
    };

    private static readonly Dictionary<string, string> Modes = new() { ["Land"] = "LAND", ["Sea"] = "SEA" };

    private static readonly Text Border = new(
        "El área que notifica es la Unión Europea, por su frontera exterior común; la tabla incluye también la de los Estados asociados a Schengen.",
        "The reporting area is the European Union, for its common external border; the table includes that of the States associated with Schengen as well.",
        "La zone déclarante est l’Union européenne, pour sa frontière extérieure commune ; le tableau comprend aussi celle des États associés à Schengen.");

    public override string Name => "frontex-detections 1";

    public override Text Title => new("detecciones de Frontex en las fronteras exteriores", "Frontex detections at the external borders", "détections de Frontex aux frontières extérieures");

    public override IReadOnlyList<string> Columns => ["month", "route", "border_type", "nationality_iso3", "detections"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (month, nationality, detections) = (rows.Column("month"), rows.Column("nationality_iso3"), rows.Column("detections"));
        var (route, mode) = (new CodedColumn(rows, "route", Routes), new CodedColumn(rows, "border_type", Modes));
        var (routes, modes) = (figures.All.Definition.Dimension("ROUTE"), figures.All.Definition.Dimension("TRANSPORT_MODE"));
        figures.All.Set(("REF_AREA", EuropeanUnion), ("MOVEMENT", "DETECTION"));
        while (rows.Next())
        {
            figures.All.Set(routes, route.Code);
            figures.All.Set(modes, mode.Code);
            figures.All.Set(figures.Citizenship, rows.Area(nationality));
            figures.Add(figures.Month(month), detections);
        }

        return (MonthlyPapers.Frontex, MonthlyPapers.FrontexDetections, [MonthlyPapers.Events, Border, MonthlyPapers.OmittedRows]);
    }
}
