using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Irregular entries by reporting country and nationality that IOM compiles for the Americas, as a plain table.</summary>
internal sealed class AmericasIrregularEntries : MonthlyReader
{
    private static readonly Text Differs = new(
        "Estas cifras pueden diferir de las que publica cada país en sus tablas; ninguna sustituye a la otra.",
        "These figures can differ from those each country publishes in its own tables; neither replaces the other.");

    public override string Name => "iom-americas-irregular-entries 1";

    public override Text Title => new("entradas irregulares de las Américas", "irregular entries of the Americas");

    public override IReadOnlyList<string> Columns => ["month", "reporting_iso3", "nationality_iso3", "persons"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (month, reporting, nationality, persons) = (rows.Column("month"), rows.Column("reporting_iso3"), rows.Column("nationality_iso3"), rows.Column("persons"));
        figures.All.Set(("MOVEMENT", "ENTRY_IRR"));
        while (rows.Next())
        {
            figures.All.Set(figures.Area, rows.Area(reporting));
            figures.All.Set(figures.Citizenship, rows.Area(nationality));
            figures.Add(figures.Month(month), persons);
        }

        return (MonthlyPapers.Iom, MonthlyPapers.IomAmericas, [MonthlyPapers.Events, Differs, MonthlyPapers.OmittedRows]);
    }
}
