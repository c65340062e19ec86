using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Foreigners returned by Mexico by nationality and kind of return, as a plain table.</summary>
internal sealed class MexicoReturns : MonthlyReader
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["deportation"] = "DEPORTATION",
        ["assisted return"] = "RETURN_ASSISTED",
        ["assisted return of children"] = "RETURN_MINOR",
    };

    private static readonly Text Disjoint = new(
        "Las tres clases no se traslapan: el retorno asistido de menores no está dentro del retorno asistido.",
        "The three kinds do not overlap: the assisted return of minors is not part of the assisted return.",
        "Les trois classes ne se chevauchent pas : le retour assisté de mineurs n’est pas compris dans le retour assisté.");

    public override string Name => "mexico-returns 1";

    public override Text Title => new("retornos de extranjeros desde México", "returns of foreigners from Mexico", "retours d’étrangers depuis le Mexique");

    public override IReadOnlyList<string> Columns => ["month", "nationality_iso3", "return_type", "persons"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (month, nationality, persons) = (rows.Column("month"), rows.Column("nationality_iso3"), rows.Column("persons"));
        var kind = new CodedColumn(rows, "return_type", Kinds);
        figures.All.Set(("REF_AREA", "MEX"));
        while (rows.Next())
        {
            figures.All.Set(figures.Movement, kind.Code);
            figures.All.Set(figures.Citizenship, rows.Area(nationality));
            figures.Add(figures.Month(month), persons);
        }

        return (MonthlyPapers.Mexico, MonthlyPapers.UpmBulletins, [MonthlyPapers.Events, Disjoint, MonthlyPapers.OmittedRows]);
    }
}
