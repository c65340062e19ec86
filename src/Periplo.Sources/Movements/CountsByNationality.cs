using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>
/// Two tables with the same three columns: irregular transits through Darién (Panama, from 2010) and encounters with the
/// migration authority (Mexico, from 2018). The first month tells which, or else the revision the user names.
/// </summary>
internal sealed class CountsByNationality : MonthlyReader
{
    /// <summary>Last year whose only figure, the whole year's, the Darién table keeps under January.</summary>
    private const int LastAnnual = 2019;

    private static readonly Text AnnualUntil2019 = new(
        "De 2010 a 2019 son totales del año; desde 2020, de cada mes.",
        "From 2010 to 2019 they are totals of the year; from 2020 on, of each month.",
        "De 2010 à 2019, ce sont des totaux de l’année ; depuis 2020, de chaque mois.");

    private static readonly Text BySexAndAge = new(
        "La tabla por sexo y edad del mismo boletín está en la revisión UPM-SA; en 2024 sus totales difieren en menos del 4 %.",
        "The table by sex and age of the same bulletin is in revision UPM-SA; in 2024 its totals differ by less than 4 %.",
        "Le tableau par sexe et âge du même bulletin est dans la révision UPM-SA ; en 2024, ses totaux diffèrent de moins de 4 %.");

    public override string Name => "movements-nationality 1";

    public override Text Title => new("tránsitos por Darién o encuentros en México, por nacionalidad", "transits through Darién or encounters in Mexico, by nationality", "transits par le Darién ou rencontres au Mexique, par nationalité");

    public override IReadOnlyList<string> Columns => ["month", "nationality_iso3", "persons"];

    protected override (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures)
    {
        var (month, nationality, persons) = (rows.Column("month"), rows.Column("nationality_iso3"), rows.Column("persons"));
        bool? darien = null;
        while (rows.Next())
        {
            var time = figures.Month(month);
            if (darien is null)
            {
                darien = IsDarien(rows, figures.Options.Release, time, month);
                figures.All.Set(("REF_AREA", darien == true ? "PAN" : "MEX"), ("MOVEMENT", darien == true ? "TRANSIT_IRR" : "ENCOUNTER"), ("ROUTE", darien == true ? "DARIEN" : "_T"));
            }

            if (darien == true)
            {
                var annual = time.Year <= LastAnnual;
                if (annual && time.FirstDay.Month != 1)
                {
                    throw rows.Fault(month, new Text(
                        $"hasta {LastAnnual} esta tabla guarda el total del año en enero, y aquí hay otro mes; compruebe que el archivo es el publicado.",
                        $"up to {LastAnnual} this table keeps the total of the year under January, and here is another month; check that the file is the published one.",
                        $"jusqu’en {LastAnnual} ce tableau garde le total de l’année en janvier, et il y a ici un autre mois ; vérifiez que le fichier est celui qui a été publié."));
                }

                figures.All.Set(("FREQ", annual ? "A" : "M"));
                time = annual ? TimePeriod.OfYear(time.Year) : time;
            }

            figures.All.Set(figures.Citizenship, rows.Area(nationality));
            figures.Add(time, persons);
        }

        return darien == true
            ? (MonthlyPapers.Panama, MonthlyPapers.SnmDarien, [MonthlyPapers.Events, AnnualUntil2019, MonthlyPapers.OmittedRows])
            : (MonthlyPapers.Mexico, MonthlyPapers.UpmBulletins, [MonthlyPapers.Events, BySexAndAge, MonthlyPapers.OmittedRows]);
    }

    private static bool IsDarien(CsvRows rows, string? release, TimePeriod first, int month)
    {
        if (release?.StartsWith(MonthlyPapers.Panama + ".", StringComparison.OrdinalIgnoreCase) == true)
            return true;
        if (release?.StartsWith(MonthlyPapers.Mexico + ".", StringComparison.OrdinalIgnoreCase) == true)
            return false;
        return first.ToString() switch
        {
            "2010-01" => true,
            "2018-01" => false,
            _ => throw rows.Fault(month, new Text(
                "las columnas no dicen quién contó ni qué: los tránsitos por Darién empiezan en 2010-01 y los encuentros en México en 2018-01. Indique --revision SNM.2025-04 o --revision UPM.2025-04, con el último mes de la tabla.",
                "the columns do not say who counted, nor what: transits through Darién begin in 2010-01 and encounters in Mexico in 2018-01. Say --revision SNM.2025-04 or --revision UPM.2025-04, with the last month of the table.",
                "les colonnes ne disent ni qui a compté ni quoi : les transits par le Darién commencent en 2010-01 et les rencontres au Mexique en 2018-01. Indiquez --revision SNM.2025-04 ou --revision UPM.2025-04, avec le dernier mois du tableau.")),
        };
    }
}
