using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>Births, deaths, migration, fertility and life expectancy of World Population Prospects by five-year period, as a plain table; revision 2019.</summary>
internal sealed class PeriodDemography : TidyReader
{
    private static readonly AttributeSet Thousands = new(3);

    public override string Name => "undesa-wpp-period 1";

    public override Text Title => new(
        "las perspectivas de población de UN DESA por quinquenio (WPP)", "UN DESA World Population Prospects by five-year period (WPP)",
        "les perspectives de population d’UN DESA par période de cinq ans (WPP)");

    public override IReadOnlyList<string> Columns =>
    [
        "m49_code", "iso3", "name", "period", "births_thousands", "deaths_thousands", "deaths_male_thousands", "deaths_female_thousands",
        "net_migration_thousands", "tfr", "life_expectancy", "cnmr_per_1000", "sex_ratio_at_birth",
    ];

    private static readonly (string Column, string Measure, string Sex, string Unit, bool Thousands, bool MayBeNegative)[] Measures =
    [
        ("births_thousands", "BIRTHS_5Y", "_T", "PS", true, false),
        ("deaths_thousands", "DEATHS_5Y", "_T", "PS", true, false),
        ("deaths_male_thousands", "DEATHS_5Y", "M", "PS", true, false),
        ("deaths_female_thousands", "DEATHS_5Y", "F", "PS", true, false),
        ("net_migration_thousands", "NET_MIG_5Y", "_T", "PS", true, true),
        ("tfr", "TFR_5Y", "_T", "BIRTHS_W", false, false),
        ("life_expectancy", "LIFE_EXP_5Y", "_T", "YR", false, false),
        ("cnmr_per_1000", "NET_MIG_RATE_5Y", "_T", "10P3HAB", false, true),
        ("sex_ratio_at_birth", "SRB_5Y", "_T", "PURE_NUMB", false, false),
    ];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Demography, reading);
        figures.Set(("FREQ", "A5"), ("AGE", "_T"));
        var (area, measure, sex, unit) = (
            figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("MEASURE"), figures.Definition.Dimension("SEX"), figures.Definition.Dimension("UNIT_MEASURE"));
        var (areas, period) = (new PublishedAreas(rows, reading), rows.Column("period"));
        var columns = Array.ConvertAll(Measures, one => rows.Column(one.Column));
        while (rows.Next())
        {
            if (areas.OfRow() is not { } id)
                continue;
            figures.Set(area, id);
            var time = FirstYear(rows, period);
            for (var i = 0; i < Measures.Length; i++)
            {
                var one = Measures[i];
                figures.Set(measure, one.Measure);
                figures.Set(sex, one.Sex);
                figures.Set(unit, one.Unit);
                var set = one.Thousands ? Thousands : AttributeSet.Units;
                if (one.MayBeNegative ? rows.TryNumber(columns[i], out var value) : rows.TryCount(columns[i], out value))
                    figures.Add(time, value, ObservationStatus.E, set, rows.Row);
                else
                    figures.AddMissing(time, set, rows.Row);
            }
        }

        var release = reading.Release(UnDesaPapers.Source, figures.LastYear() == 2015 ? "2019" : null);
        return Table(figures, UnDesaPapers.Source, release, UnDesaPapers.PopulationByPeriod(release), Period, UnDesaPapers.AreasLeftOut);
    }

    private static TimePeriod FirstYear(CsvRows rows, int column)
    {
        var text = rows.Text(column);
        var ends = text.Split('-');
        return ends.Length == 2 && int.TryParse(ends[0], out var from) && int.TryParse(ends[1], out var to) && to == from + 5 && TableRows.IsYear(from) && ends[0].Length == 4
            ? TimePeriod.OfYear(from)
            : throw rows.Fault(column, Refusals.NotOneOf(Refusals.Shown(text), ["1950-1955", "…", "2015-2020"]));
    }

    private static readonly Text Period = new(
        "Cada cifra vale para cinco años, de mitad de año a mitad de año; TIME_PERIOD es el primero: 2015 es de mitad de 2015 a mitad de 2020. Las cuentas son sumas de los cinco años.",
        "Each figure holds for five years, mid-year to mid-year; TIME_PERIOD is the first: 2015 is mid-2015 to mid-2020. Counts are sums over the five years.",
        "Chaque chiffre vaut pour cinq ans, de milieu d’année à milieu d’année ; TIME_PERIOD est la première : 2015 va du milieu de 2015 au milieu de 2020. Les effectifs sont des sommes sur cinq ans.");
}
