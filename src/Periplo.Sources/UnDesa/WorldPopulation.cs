using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>World Population Prospects, annual, as a plain table; revisions 2022 and 2024.</summary>
internal sealed class WorldPopulation : TidyReader
{
    /// <summary>The remark on figures that the compilers of the table calculated from published ones.</summary>
    private const string Rebuilt =
        "Reconstruida hacia atrás desde la población de fin de año publicada / Rebuilt backwards from the published end-of-year population";

    private static readonly AttributeSet Thousands = new(3);
    private static readonly AttributeSet RebuiltThousands = new(3, Comment: Rebuilt);

    public override string Name => "undesa-wpp-annual 1";

    public override Text Title => new("las perspectivas de población de UN DESA por año (WPP)", "UN DESA World Population Prospects by year (WPP)", "les perspectives de population de UN DESA par année (WPP)");

    public override IReadOnlyList<string> Columns =>
    [
        "m49_code", "iso3", "name", "year", "pop_1jan_thousands", "pop_mid_thousands", "births_thousands", "deaths_thousands",
        "net_migration_thousands", "tfr", "life_expectancy",
    ];

    public override IReadOnlyList<string> OptionalColumns => ["life_expectancy_male", "life_expectancy_female"];

    private sealed record Measured(string Name, string Measure, string Sex, string Unit, bool Thousands, bool MayBeNegative = false);

    private static readonly Measured[] Measures =
    [
        new("pop_1jan_thousands", "POP_JAN1", "_T", "PS", true),
        new("pop_mid_thousands", "POP_MID", "_T", "PS", true),
        new("births_thousands", "BIRTHS", "_T", "PS", true),
        new("deaths_thousands", "DEATHS", "_T", "PS", true),
        new("net_migration_thousands", "NET_MIG", "_T", "PS", true, MayBeNegative: true),
        new("tfr", "TFR", "_T", "BIRTHS_W", false),
        new("life_expectancy", "LIFE_EXP", "_T", "YR", false),
        new("life_expectancy_male", "LIFE_EXP", "M", "YR", false),
        new("life_expectancy_female", "LIFE_EXP", "F", "YR", false),
    ];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Demography, reading);
        figures.Set(("FREQ", "A"), ("AGE", "_T"));
        var (area, measure, sex, unit) = (
            figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("MEASURE"), figures.Definition.Dimension("SEX"), figures.Definition.Dimension("UNIT_MEASURE"));
        var (m49, iso3, year) = (rows.Column("m49_code"), rows.Column("iso3"), rows.Column("year"));
        var columns = Measures.Select(one => (Column: rows.Find(one.Name), One: one)).Where(pair => pair.Column >= 0).ToArray();
        while (rows.Next())
        {
            var time = rows.Year(year);
            figures.Set(area, rows.Area(rows[iso3].IsEmpty ? m49 : iso3));
            foreach (var (column, one) in columns)
            {
                figures.Set(measure, one.Measure);
                figures.Set(sex, one.Sex);
                figures.Set(unit, one.Unit);
                var set = !one.Thousands ? AttributeSet.Units : one.Measure == "POP_JAN1" ? RebuiltThousands : Thousands;
                if (one.MayBeNegative ? rows.TryNumber(column, out var value) : rows.TryCount(column, out value))
                    figures.Add(time, value, ObservationStatus.E, set, rows.Row);
                else
                    figures.AddMissing(time, set, rows.Row);
            }
        }

        // Estimates of a revision end with the year before it was made.
        var release = reading.Release(UnDesaPapers.Source, figures.LastYear() switch { 2021 => "2022", 2023 => "2024", _ => null });
        return Table(figures, UnDesaPapers.Source, release, UnDesaPapers.Population(release), release == "2022" ? BothRebuilt : OneRebuilt);
    }

    private static readonly Text BothRebuilt = new(
        "La población al 1 de enero y a mitad de año está reconstruida por los compiladores de la tabla: P(t) = P(t+1) − nacimientos + defunciones − migración neta desde la población de fin de año publicada; la de mitad de año es la media de dos 1 de enero.",
        "Population on 1 January and at mid-year was rebuilt by the compilers of the table: P(t) = P(t+1) − births + deaths − net migration from the published end-of-year population; mid-year is the mean of two 1 January values.",
        "La population au 1er janvier et au milieu de l’année est reconstituée par les compilateurs du tableau : P(t) = P(t+1) − naissances + décès − solde migratoire à partir de la population publiée en fin d’année ; celle du milieu de l’année est la moyenne de deux 1er janvier.");

    private static readonly Text OneRebuilt = new(
        "La población al 1 de enero está reconstruida por los compiladores de la tabla: P(t) = P(t+1) − nacimientos + defunciones − migración neta desde la población de fin de año publicada. La de mitad de año es la publicada donde la hay; en las demás áreas es la media de dos 1 de enero.",
        "Population on 1 January was rebuilt by the compilers of the table: P(t) = P(t+1) − births + deaths − net migration from the published end-of-year population. Mid-year population is the published one where there is one; in other areas it is the mean of two 1 January values.",
        "La population au 1er janvier est reconstituée par les compilateurs du tableau : P(t) = P(t+1) − naissances + décès − solde migratoire à partir de la population publiée en fin d’année. Celle du milieu de l’année est celle qui est publiée là où elle existe ; dans les autres zones, c’est la moyenne de deux 1er janvier.");
}
