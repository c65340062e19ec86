using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Eurostat;

/// <summary>Immigration by country of previous residence that countries of Europe report to Eurostat, as a plain table.</summary>
internal sealed class ImmigrationByPreviousResidence : TidyReader
{
    private static readonly Papers Papers = EurostatPapers.Of("migr_imm5prv", new Text(
        "Inmigrantes del año por país de residencia anterior, como los notifica cada país de destino: personas que fijan su residencia por doce meses o más.",
        "Immigrants of the year by country of previous residence, as each country of destination reports them: persons who take up residence for twelve months or more.",
        "Immigrants de l’année par pays de résidence précédente, tels que déclarés par chaque pays de destination : personnes qui s’établissent pour douze mois ou plus."));

    private static readonly Text Coverage = new(
        "Los orígenes fuera de la UE, el EEE, Suiza y el Reino Unido van juntos (XXO), y los países difieren en qué orígenes notifican: la suma de una fila no es la inmigración total del país.",
        "Origins outside the EU, the EEA, Switzerland and the United Kingdom are together (XXO), and countries differ in the origins they report: the sum of a row is not the country's total immigration.",
        "Les origines hors UE, EEE, Suisse et Royaume-Uni sont réunies (XXO), et les pays diffèrent par les origines qu’ils déclarent : la somme d’une ligne n’est pas l’immigration totale du pays.");

    public override string Name => "eurostat-immigration-previous-residence 1";

    public override Text Title => new("la inmigración por residencia anterior de Eurostat", "Eurostat immigration by previous residence", "l’immigration par résidence précédente d’Eurostat");

    public override IReadOnlyList<string> Columns => ["year", "dest_iso3", "orig_iso3", "immigrants"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Flows, reading);
        figures.Set(
            ("FREQ", "A"), ("FLOW_TYPE", "IMM"), ("ORIGIN_BASIS", "P"), ("DURATION", "12M"), ("FLOW_GROUP", "_T"), ("SEX", "_T"), ("AGE", "_T"),
            ("EST_METHOD", "REP"), ("STATISTIC", "EST"), ("UNIT_MEASURE", "PS"));
        var (area, origin) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("COUNTERPART_AREA"));
        var (year, dest, orig, immigrants) = (rows.Column("year"), rows.Column("dest_iso3"), rows.Column("orig_iso3"), rows.Column("immigrants"));
        while (rows.Next())
        {
            figures.Set(area, rows.Area(dest));
            figures.Set(origin, rows.Area(orig));
            var time = rows.Year(year);
            if (rows.TryCount(immigrants, out var value))
                figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(time, AttributeSet.Units, rows.Row);
        }

        var release = reading.Release(EurostatPapers.Source, figures.LastYear().ToString());
        return Table(figures, EurostatPapers.Source, release, Papers, Coverage);
    }
}
