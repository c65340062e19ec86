using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Idmc;

/// <summary>IDMC's internally displaced persons at year-end by cause, sex and age as a plain table.</summary>
internal sealed class DisplacedByAgeAndSex : TidyReader
{
    private static readonly Dictionary<string, string> Causes = new() { ["conflict"] = "CONFLICT", ["disaster"] = "DISASTER" };
    private static readonly Dictionary<string, string> Sexes = new() { ["female"] = "F", ["male"] = "M", ["unknown"] = "_U" };
    private static readonly Dictionary<string, string> Ages = new()
    {
        ["0-4"] = "Y0T4",
        ["5-11"] = "Y5T11",
        ["12-17"] = "Y12T17",
        ["18-59"] = "Y18T59",
        ["60+"] = "Y_GE60",
        ["unknown"] = "_U",
    };

    private static readonly Papers Papers = IdmcPapers.Of(new Text(
        "Personas que viven desplazadas dentro de su país a fin de año, estimadas por el IDMC.",
        "Persons living displaced within their country at year-end, estimated by IDMC.",
        "Personnes vivant en déplacement à l’intérieur de leur pays en fin d’année, estimées par l’IDMC."));

    private static readonly Text Parts = new(
        "La tabla no da totales: son la suma de sexos y edades, que el publicador estima y no cuenta persona por persona.",
        "The table gives no totals: they are the sum of sexes and ages, which the publisher estimates and does not count person by person.",
        "Le tableau ne donne pas de totaux : ils sont la somme des sexes et des âges, que le producteur estime sans compter chaque personne.");

    public override string Name => "idmc-displaced-age-sex 1";

    public override Text Title => new("los desplazados internos del IDMC por sexo y edad", "IDMC internally displaced persons by sex and age", "les déplacés internes de l’IDMC par sexe et âge");

    public override IReadOnlyList<string> Columns => ["iso3", "year", "cause", "sex", "age", "internally_displaced"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Displacement.Internal, reading);
        figures.Set(("FREQ", "A"), ("MEASURE", "STOCK"), ("UNIT_MEASURE", "PS"));
        var (iso3, year, displaced) = (rows.Column("iso3"), rows.Column("year"), rows.Column("internally_displaced"));
        var (cause, sex, age) = (new CodedColumn(rows, "cause", Causes), new CodedColumn(rows, "sex", Sexes), new CodedColumn(rows, "age", Ages));
        while (rows.Next())
        {
            figures.Set(
                ("REF_AREA", rows.Area(iso3)), ("CAUSE", cause.Code), ("HAZARD", cause.Code == "CONFLICT" ? "_Z" : "_T"), ("SEX", sex.Code), ("AGE", age.Code));
            var time = rows.Year(year);
            if (rows.TryCount(displaced, out var value))
                figures.Add(time, value, ObservationStatus.E, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(time, AttributeSet.Units, rows.Row);
        }

        var release = reading.Release(IdmcPapers.Source, figures.LastYear().ToString());
        return Table(figures, IdmcPapers.Source, release, Papers, Parts);
    }
}
