using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Encounters at the southwest land border of the United States, as a plain table.</summary>
internal sealed class CbpEncounters : MonthlyReader
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["Apprehensions"] = "APPREHENSION",
        ["Inadmissibles"] = "INADMISSIBLE",
        ["Expulsions"] = "EXPULSION",
    };

    private static readonly Text Added = new(
        "Van sumados el componente (patrulla o puestos), el sector, la autoridad y el grupo demográfico, que no es una edad: los grupos familiares reúnen adultos y niños.",
        "Added up are component (patrol or posts), sector, authority and demographic group, which is no age: family units have adults and children.",
        "Sont additionnés la composante (patrouille ou postes), le secteur, l’autorité et le groupe démographique, qui n’est pas un âge : les groupes familiaux réunissent adultes et enfants.");

    private static readonly Text NationalityFrom = new(
        "Hasta septiembre de 2019 la tabla no da nacionalidad y solo hay totales; desde octubre de 2019 solo hay nacionalidades, con OOO para las demás.",
        "Up to September 2019 the table gives no nationality and there are totals only; from October 2019 there are nationalities only, with OOO for all others.",
        "Jusqu’en septembre 2019, le tableau ne donne pas la nationalité et il n’y a que des totaux ; depuis octobre 2019, il n’y a que des nationalités, avec OOO pour les autres.");

    public override string Name => "cbp-southwest-encounters 1";

    public override Text Title => new("encuentros en la frontera suroeste de los Estados Unidos", "encounters at the southwest border of the United States", "rencontres à la frontière sud-ouest des États-Unis");

    public override IReadOnlyList<string> Columns => ["month", "component", "area", "authority", "encounter_type", "demographic", "nationality_iso3", "encounters"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (month, nationality, encounters) = (rows.Column("month"), rows.Column("nationality_iso3"), rows.Column("encounters"));
        var type = new CodedColumn(rows, "encounter_type", Types);
        int[] key = [.. Columns.Except(["encounters"]).Select(rows.Column)];
        var withNationality = new Dictionary<Sdmx.TimePeriod, bool>();
        while (rows.Next())
        {
            var time = figures.Month(month);
            var known = !rows[nationality].IsEmpty;

            // A month with both would have a total beside some of its parts.
            if (withNationality.TryGetValue(time, out var before) && before != known)
            {
                throw rows.Fault(nationality, new Text(
                    $"en {time} hay filas con nacionalidad y sin ella; en esta tabla un mes tiene todas o ninguna.",
                    $"in {time} some rows have a nationality and some do not; in this table a month has all or none.",
                    $"en {time} il y a des lignes avec nationalité et sans ; dans ce tableau, un mois les a toutes ou aucune."));
            }

            withNationality[time] = known;
            figures.AddUp(time, encounters, key, new("USA", type.Code, Citizenship: known ? rows.Area(nationality) : "_T", Route: "USSW"));
        }

        return (MonthlyPapers.Cbp, MonthlyPapers.CbpEncounters, [MonthlyPapers.Events, Added, NationalityFrom]);
    }
}
