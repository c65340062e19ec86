using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Unhcr;

/// <summary>UNHCR's asylum decisions by origin, asylum, procedure and level as a plain table. Rates of recognition are for others to make: this keeps the counts.</summary>
internal sealed class AsylumDecisions : TidyReader
{
    private static readonly (string Column, string Measure)[] Outcomes =
    [
        ("dec_recognized", "RECOGNISED"),
        ("dec_other", "OTHER_PROTECTION"),
        ("dec_rejected", "REJECTED"),
        ("dec_closed", "CLOSED"),
        ("dec_total", "DECIDED"),
    ];

    private static readonly Papers Papers = UnhcrPapers.Of(new Text(
        "Decisiones sobre solicitudes de asilo tomadas en el año por gobiernos o por el ACNUR, en todas las instancias; un caso recurrido se decide más de una vez.",
        "Decisions on asylum applications taken in the year by governments or UNHCR, at all levels; a claim under appeal is decided more than once.",
        "Décisions sur les demandes d’asile prises dans l’année par les gouvernements ou le HCR, à tous les niveaux ; un cas en recours est tranché plus d’une fois."));

    private static readonly Text PublishedTotal = new(
        "El total es el publicado; en algunas filas no es la suma de las cuatro clases de decisión.",
        "The total is the published one; in some rows it is not the sum of the four kinds of decision.",
        "Le total est celui publié ; dans certaines lignes, il n’est pas la somme des quatre types de décision.");

    public override string Name => "unhcr-asylum-decisions 1";

    public override Text Title => new("las decisiones de asilo del ACNUR", "UNHCR asylum decisions", "les décisions d’asile du HCR");

    public override IReadOnlyList<string> Columns => ["year", "orig_iso3", "asylum_iso3", "procedure_type", "dec_level", "dec_pc", .. Outcomes.Select(outcome => outcome.Column)];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Displacement.Asylum, reading);
        figures.Set(("APPLICATION_TYPE", "_T"));
        var key = new AsylumKey(rows, figures, "dec_pc");
        var (year, measure) = (rows.Column("year"), figures.Definition.Dimension("MEASURE"));
        var columns = Outcomes.Select(outcome => (Position: rows.Column(outcome.Column), outcome.Measure)).ToArray();
        while (rows.Next())
        {
            key.Set();
            var time = rows.Year(year);
            foreach (var (position, outcome) in columns)
            {
                figures.Set(measure, outcome);
                if (rows.TryCount(position, out var value))
                    figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
                else
                    figures.AddMissing(time, AttributeSet.Units, rows.Row);
            }
        }

        var release = reading.Release(UnhcrPapers.Source, figures.LastYear().ToString());
        return Table(figures, UnhcrPapers.Source, release, Papers, UnhcrPapers.PersonsAndCases, PublishedTotal, UnhcrPapers.Origins, UnhcrPapers.Rounded, UnhcrPapers.OmittedRows);
    }
}
