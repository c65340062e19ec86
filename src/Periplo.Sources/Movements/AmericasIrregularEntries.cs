using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Irregular entries by reporting country and nationality that IOM compiles for the Americas, as a plain table.</summary>
internal sealed class AmericasIrregularEntries : MonthlyReader
{
    private static readonly Text Differs = new(
        "Estas cifras pueden diferir de las que publica cada país en sus tablas; ninguna sustituye a la otra.",
        "These figures can differ from those each country publishes in its own tables; neither replaces the other.",
        "Ces chiffres peuvent différer de ceux que chaque pays publie dans ses tableaux ; aucun ne remplace l’autre.");

    // A citizen cannot enter the own country irregularly, so a month with citizens holds figures of something else.
    private static readonly Text OwnCitizens = new(
        "Los meses en que un país notifica entradas irregulares de sus propios nacionales llevan la situación U, poco fiable: sus cifras son de otra cosa. En Honduras, de febrero a abril de 2025, repiten una por una las entradas regulares.",
        "Months in which a country reports irregular entries of its own citizens have status U, low reliability: their figures are of something else. In Honduras from February to April 2025 they repeat the regular entries one by one.",
        "Les mois où un pays communique des entrées irrégulières de ses propres nationaux portent le statut U, peu fiable : leurs chiffres sont ceux d’autre chose. Au Honduras, de février à avril 2025, ils répètent un par un les entrées régulières.");

    private static readonly AttributeSet Doubtful = new(0, Comment:
        "El mes incluye a nacionales del país que notifica, que no entran de forma irregular / The month includes citizens of the reporting country, who do not enter irregularly");

    public override string Name => "iom-americas-irregular-entries 1";

    public override Text Title => new("entradas irregulares de las Américas", "irregular entries of the Americas", "entrées irrégulières des Amériques");

    public override IReadOnlyList<string> Columns => ["month", "reporting_iso3", "nationality_iso3", "persons"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (month, reporting, nationality, persons) = (rows.Column("month"), rows.Column("reporting_iso3"), rows.Column("nationality_iso3"), rows.Column("persons"));
        var read = new List<(TimePeriod Month, string Area, string Citizenship, double Value, SourceRow Row)>();
        var doubtful = new HashSet<(TimePeriod, string)>();
        while (rows.Next())
        {
            var (time, area, citizenship) = (figures.Month(month), rows.Area(reporting), rows.Area(nationality));
            read.Add((time, area, citizenship, rows.TryCount(persons, out var value) ? value : double.NaN, rows.Row));
            if (area == citizenship && value > 0)
                doubtful.Add((time, area));
        }

        figures.All.Set(("MOVEMENT", "ENTRY_IRR"));
        foreach (var one in read)
        {
            figures.All.Set(figures.Area, one.Area);
            figures.All.Set(figures.Citizenship, one.Citizenship);
            var isDoubtful = doubtful.Contains((one.Month, one.Area));
            var status = double.IsNaN(one.Value) ? ObservationStatus.O : isDoubtful ? ObservationStatus.U : ObservationStatus.A;
            figures.Add(one.Month, one.Value, status, isDoubtful ? Doubtful : AttributeSet.Units, one.Row);
        }

        return (MonthlyPapers.Iom, MonthlyPapers.IomAmericas, [MonthlyPapers.Events, Differs, OwnCitizens, MonthlyPapers.OmittedRows]);
    }
}
