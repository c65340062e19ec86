using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Unhcr;

/// <summary>UNHCR's year-end populations by origin and asylum as a plain table.</summary>
internal sealed class PopulationByOriginAndAsylum : TidyReader
{
    private const string Source = "UNHCR";

    private static readonly (string Column, string Type, string Measure)[] Types =
    [
        ("refugees", "REF", "STOCK"),
        ("asylum_seekers", "ASY", "STOCK"),
        ("returned_refugees", "RET", "RETURNS"),
        ("idps", "IDP", "STOCK"),
        ("returned_idps", "RDP", "RETURNS"),
        ("stateless", "STA", "STOCK"),
        ("ooc", "OOC", "STOCK"),
        ("oip", "OIP", "STOCK"),
        ("hst", "HST", "STOCK"),
    ];

    private static readonly Papers Papers = new(
        Text.Same("UNHCR, Refugee Data Finder"),
        "https://www.unhcr.org/refugee-statistics",
        "CC BY 4.0",
        new Text(
            "Poblaciones a fin de año que notifican gobiernos y oficinas del ACNUR; los retornos son del año entero. Sin los refugiados de Palestina bajo el mandato del OOPS.",
            "Year-end populations reported by governments and UNHCR offices; returns are those of the whole year. Without Palestine refugees under UNRWA's mandate.",
            "Populations en fin d’année que communiquent les gouvernements et les bureaux du HCR ; les retours sont ceux de l’année entière. Sans les réfugiés de Palestine relevant du mandat de l’UNRWA."));

    private static readonly Text[] Notes =
    [
        new(
            "No incluye a los refugiados de Palestina bajo el mandato del OOPS.",
            "Palestine refugees under UNRWA's mandate are excluded.",
            "Ne comprend pas les réfugiés de Palestine relevant du mandat de l’UNRWA."),
        new(
            "El publicador puede redondear los números pequeños (de 1 a 4) para proteger a las personas.",
            "The publisher may round small counts (1 to 4) to protect persons.",
            "L’éditeur peut arrondir les petits nombres (de 1 à 4) pour protéger les personnes."),
        new(
            "Origen UNK, desconocido; XXA, apátrida. Donde origen y asilo son la misma área se trata de desplazados internos, retornados y apátridas.",
            "Origin UNK, unknown; XXA, stateless. Where origin and asylum are one area the figures are internally displaced, returned and stateless persons.",
            "Origine UNK, inconnue ; XXA, apatride. Là où l’origine et l’asile sont la même zone, il s’agit de personnes déplacées à l’intérieur de leur pays, de personnes rentrées et d’apatrides."),
    ];

    public override string Name => "unhcr-population 1";

    public override Text Title => new("las poblaciones del ACNUR por origen y asilo", "UNHCR populations by origin and asylum", "les populations du HCR par origine et asile");

    public override IReadOnlyList<string> Columns => ["year", "orig_iso3", "asylum_iso3", .. Types.Select(type => type.Column)];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Displaced, reading);
        figures.Set(("FREQ", "A"), ("SEX", "_T"), ("AGE", "_T"), ("UNIT_MEASURE", "PS"));
        var definition = figures.Definition;
        var (area, origin, kind, measure) = (
            definition.Dimension("REF_AREA"), definition.Dimension("COUNTERPART_AREA"), definition.Dimension("POP_TYPE"), definition.Dimension("MEASURE"));
        var (year, orig, asylum) = (rows.Column("year"), rows.Column("orig_iso3"), rows.Column("asylum_iso3"));
        var columns = Types.Select(type => (Position: rows.Column(type.Column), Type: type)).ToArray();
        while (rows.Next())
        {
            var time = rows.Year(year);
            figures.Set(area, rows.Area(asylum));
            figures.Set(origin, rows.Area(orig));
            foreach (var (position, type) in columns)
            {
                // An empty cell is a category the publisher did not use that year; a zero is a published zero.
                if (!rows.TryCount(position, out var value))
                    continue;
                figures.Set(kind, type.Type);
                figures.Set(measure, type.Measure);
                figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            }
        }

        var release = reading.Release(Source, figures.LastYear().ToString());
        return Table(figures, Source, release, Papers, Notes);
    }
}
