using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Regular entries and exits by reporting country and nationality that IOM compiles for the Americas, as a plain table.</summary>
internal sealed class AmericasEntriesAndExits : MonthlyReader
{
    private const string Unknown = "UNK";
    private static readonly Dictionary<string, string> Directions = new() { ["entry"] = "ENTRY", ["exit"] = "EXIT" };

    private static readonly Text NoNationality = new(
        "Donde la tabla deja vacía la nacionalidad, aquí es desconocida (UNK).",
        "Where the table leaves the nationality empty, it is unknown here (UNK).",
        "Là où le tableau laisse vide la nationalité, elle est ici inconnue (UNK).");

    public override string Name => "iom-americas-entries-exits 1";

    public override Text Title => new("entradas y salidas regulares de las Américas", "regular entries and exits of the Americas", "entrées et sorties régulières des Amériques");

    public override IReadOnlyList<string> Columns => ["month", "reporting_iso3", "direction", "nationality_iso3", "persons"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (month, reporting, nationality, persons) = (rows.Column("month"), rows.Column("reporting_iso3"), rows.Column("nationality_iso3"), rows.Column("persons"));
        var direction = new CodedColumn(rows, "direction", Directions);
        while (rows.Next())
        {
            figures.All.Set(figures.Area, rows.Area(reporting));
            figures.All.Set(figures.Movement, direction.Code);
            figures.All.Set(figures.Citizenship, rows[nationality].IsEmpty ? Unknown : rows.Area(nationality));
            figures.Add(figures.Month(month), persons);
        }

        return (MonthlyPapers.Iom, MonthlyPapers.IomAmericas, [MonthlyPapers.Events, NoNationality, MonthlyPapers.OmittedRows]);
    }
}
