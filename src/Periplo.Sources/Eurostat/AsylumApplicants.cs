using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Eurostat;

/// <summary>Eurostat's asylum applicants by country, citizenship and sex as a plain table.</summary>
internal sealed class AsylumApplicants : TidyReader
{
    private static readonly Dictionary<string, string> Sexes = new() { ["female"] = "F", ["male"] = "M", ["unknown"] = "_U" };

    private static readonly Papers Papers = EurostatPapers.Of("migr_asyappctza", new Text(
        "Personas que solicitaron asilo en el año, por primera vez o de nuevo, por nacionalidad y sexo; el publicador redondea a múltiplos de 5.",
        "Persons who applied for asylum in the year, for the first time or again, by citizenship and sex; the publisher rounds to multiples of 5.",
        "Personnes ayant demandé l’asile dans l’année, pour la première fois ou à nouveau, par nationalité et sexe ; le producteur arrondit au multiple de 5."));

    private static readonly Text[] Notes =
    [
        new(
            "COUNTERPART_AREA es la nacionalidad. La tabla no distingue las primeras solicitudes de las repetidas ni tiene a los menores no acompañados ni la edad.",
            "COUNTERPART_AREA is the citizenship. The table tells first-time applications not apart from repeat ones, and has neither unaccompanied minors nor age.",
            "COUNTERPART_AREA est la nationalité. Le tableau ne distingue pas les premières demandes des réexamens et n’a ni les mineurs non accompagnés ni l’âge."),
        new(
            "No hay filas de cero: una nacionalidad o un sexo sin fila es cero, se redondeó a cero o no está disponible.",
            "There are no rows of zero: a citizenship or a sex without a row is zero, was rounded to zero or is not available.",
            "Il n’y a pas de lignes à zéro : une nationalité ou un sexe sans ligne est nul, arrondi à zéro ou non disponible."),
    ];

    public override string Name => "eurostat-asylum-applicants 1";

    public override Text Title => new("los solicitantes de asilo de Eurostat", "Eurostat asylum applicants", "les demandeurs d’asile d’Eurostat");

    public override IReadOnlyList<string> Columns => ["year", "asylum_iso3", "citizenship_iso3", "sex", "applicants"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Displacement.Asylum, reading);
        figures.Set(
            ("FREQ", "A"), ("MEASURE", "APPLICANTS"), ("PROCEDURE", "_T"), ("APPLICATION_TYPE", "_T"), ("DECISION_LEVEL", "_T"), ("AGE", "_T"), ("UNIT_MEASURE", "PS"));
        var (area, origin, sex) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("COUNTERPART_AREA"), figures.Definition.Dimension("SEX"));
        var (year, asylum, citizenship, applicants) = (
            rows.Column("year"), rows.Column("asylum_iso3"), rows.Column("citizenship_iso3"), rows.Column("applicants"));
        var sexes = new CodedColumn(rows, "sex", Sexes);
        while (rows.Next())
        {
            figures.Set(area, rows.Area(asylum));
            figures.Set(origin, rows.Area(citizenship));
            figures.Set(sex, sexes.Code);
            var time = rows.Year(year);
            if (rows.TryCount(applicants, out var value))
                figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(time, AttributeSet.Units, rows.Row);
        }

        var release = reading.Release(EurostatPapers.Source, figures.LastYear().ToString());
        return Table(figures, EurostatPapers.Source, release, Papers, Notes);
    }
}
