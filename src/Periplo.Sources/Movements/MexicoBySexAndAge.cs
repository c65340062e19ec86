using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Encounters with the migration authority in Mexico by sex and age, as a plain table.</summary>
internal sealed class MexicoBySexAndAge : MonthlyReader
{
    private static readonly Dictionary<string, string> Sexes = new() { ["male"] = "M", ["female"] = "F" };

    private static readonly Dictionary<string, string> Ages = new()
    {
        ["18+"] = "Y_GE18",
        ["12-17"] = "Y12T17",
        ["under 12, accompanied"] = "Y_LT12",
        ["under 12, unaccompanied"] = "Y_LT12",
    };

    private static readonly Text Children = new(
        "Los menores de 12 años acompañados y no acompañados van sumados.", "Children under 12, accompanied and unaccompanied, are added together.", "Les mineurs de moins de 12 ans accompagnés et non accompagnés sont additionnés.");

    private static readonly Text OwnRevision = new(
        "Tabla con revisión propia porque en 2024 sus totales no son los de la tabla por nacionalidad (UPM).",
        "A table with a revision of its own, because in 2024 its totals are not those of the table by nationality (UPM).",
        "Tableau avec sa propre révision, parce qu’en 2024 ses totaux ne sont pas ceux du tableau par nationalité (UPM).");

    public override string Name => "mexico-encounters-sex-age 1";

    public override Text Title => new("encuentros en México por sexo y edad", "encounters in Mexico by sex and age", "rencontres au Mexique par sexe et âge");

    public override IReadOnlyList<string> Columns => ["month", "sex", "age_group", "persons"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (month, persons) = (rows.Column("month"), rows.Column("persons"));
        var (sex, age) = (new CodedColumn(rows, "sex", Sexes), new CodedColumn(rows, "age_group", Ages));
        while (rows.Next())
            figures.AddUp(figures.Month(month), persons, [month, sex.Position, age.Position], new("MEX", "ENCOUNTER", Sex: sex.Code, Age: age.Code));
        return (MonthlyPapers.MexicoBySexAndAge, MonthlyPapers.UpmBulletins, [MonthlyPapers.Events, Children, OwnRevision]);
    }
}
