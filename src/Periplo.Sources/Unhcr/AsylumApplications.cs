using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Unhcr;

/// <summary>UNHCR's asylum applications by origin, asylum, procedure and type as a plain table.</summary>
internal sealed class AsylumApplications : TidyReader
{
    private static readonly Dictionary<string, string> Types = AsylumKey.Same("N", "R", "A", "J", "SP", "NR", "NA", "RA", "FA", "V");

    private static readonly Papers Papers = UnhcrPapers.Of(new Text(
        "Solicitudes de asilo presentadas en el año a gobiernos o al ACNUR, que ellos notifican. Son solicitudes, no personas distintas: los recursos y las repetidas cuentan otra vez.",
        "Asylum applications lodged in the year with governments or UNHCR, as they report them. They are applications, not distinct persons: appeals and repeat ones count again.",
        "Demandes d’asile déposées dans l’année auprès des gouvernements ou du HCR, telles qu’ils les déclarent. Ce sont des demandes, non des personnes distinctes : les recours et les demandes réitérées comptent à nouveau."));

    private static readonly Text FirstYears = new(
        "Hasta 2005 el tipo de la mayoría de las solicitudes no se distingue (V); las nuevas (N) son comparables desde 2006.",
        "Up to 2005 most applications are not told apart by type (V); new ones (N) can be compared from 2006.",
        "Jusqu’en 2005, le type de la plupart des demandes n’est pas distingué (V) ; les nouvelles (N) sont comparables à partir de 2006.");

    public override string Name => "unhcr-asylum-applications 1";

    public override Text Title => new("las solicitudes de asilo del ACNUR", "UNHCR asylum applications", "les demandes d’asile du HCR");

    public override IReadOnlyList<string> Columns => ["year", "orig_iso3", "asylum_iso3", "procedure_type", "app_type", "dec_level", "app_pc", "applied"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Displacement.Asylum, reading);
        figures.Set(("MEASURE", "APPLIED"));
        var key = new AsylumKey(rows, figures, "app_pc");
        var (type, types) = (figures.Definition.Dimension("APPLICATION_TYPE"), new CodedColumn(rows, "app_type", Types));
        var (year, applied) = (rows.Column("year"), rows.Column("applied"));
        while (rows.Next())
        {
            key.Set();
            figures.Set(type, types.Code);
            var time = rows.Year(year);
            if (rows.TryCount(applied, out var value))
                figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(time, AttributeSet.Units, rows.Row);
        }

        var release = reading.Release(UnhcrPapers.Source, figures.LastYear().ToString());
        return Table(figures, UnhcrPapers.Source, release, Papers, UnhcrPapers.PersonsAndCases, FirstYears, UnhcrPapers.Origins, UnhcrPapers.Rounded, UnhcrPapers.OmittedRows);
    }
}
