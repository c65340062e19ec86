using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Guatemalans returned by sex, age category and country they come from, as a plain table.</summary>
internal sealed class GuatemalaReturnees : MonthlyReader
{
    private static readonly Dictionary<string, string> Sexes = new() { ["male"] = "M", ["female"] = "F" };

    private static readonly Dictionary<string, string> Ages = new()
    {
        ["adult"] = "Y_GE18",
        ["accompanied child"] = "Y_LT18",
        ["unaccompanied child"] = "Y_LT18",
    };

    private static readonly Text Children = new(
        "Los menores acompañados y no acompañados van sumados.", "Accompanied and unaccompanied children are added together.", "Les mineurs accompagnés et non accompagnés sont additionnés.");

    private static readonly Text Unknown = new(
        "Donde la tabla no dice de qué país vienen, es desconocido (UNK).", "Where the table does not say from which country they come, it is unknown (UNK).", "Là où le tableau ne dit pas de quel pays ils viennent, il est inconnu (UNK).");

    public override string Name => "guatemala-returnees 1";

    public override Text Title => new("guatemaltecos retornados", "Guatemalans returned", "Guatémaltèques de retour");

    public override IReadOnlyList<string> Columns => ["month", "sex", "age_category", "returned_from_iso3", "persons"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (month, from, persons) = (rows.Column("month"), rows.Column("returned_from_iso3"), rows.Column("persons"));
        var (sex, age) = (new CodedColumn(rows, "sex", Sexes), new CodedColumn(rows, "age_category", Ages));
        while (rows.Next())
        {
            figures.AddUp(
                figures.Month(month), persons, [month, sex.Position, age.Position, from],
                new("GTM", "RETURNEE", Counterpart: rows[from].IsEmpty ? "UNK" : rows.Area(from), Citizenship: "GTM", Sex: sex.Code, Age: age.Code));
        }

        return (MonthlyPapers.Guatemala, MonthlyPapers.IgmReturnees, [MonthlyPapers.Events, Children, Unknown]);
    }
}
