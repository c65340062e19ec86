using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>Population of World Population Prospects by five-year age and sex, as a plain table; revision 2019.</summary>
internal sealed class PopulationByAgeAndSex : TidyReader
{
    private static readonly AttributeSet Thousands = new(3);

    public override string Name => "undesa-wpp-age-sex 1";

    public override Text Title => new(
        "la población de UN DESA por edad y sexo (WPP)", "UN DESA population by age and sex (WPP)", "la population d’UN DESA par âge et sexe (WPP)");

    public override IReadOnlyList<string> Columns => ["m49_code", "iso3", "year", "sex", "age_group", "population_thousands"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Demography, reading);
        figures.Set(("FREQ", "A"), ("MEASURE", "POP_MID"), ("UNIT_MEASURE", "PS"));
        var (area, sex, age) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("SEX"), figures.Definition.Dimension("AGE"));
        var (year, sexColumn, ageColumn, population) = (rows.Column("year"), rows.Column("sex"), rows.Column("age_group"), rows.Column("population_thousands"));
        var (areas, sexes, ages) = (new PublishedAreas(rows, reading), new CodeCache<string>(), new CodeCache<string>());
        while (rows.Next())
        {
            if (areas.OfRow() is not { } id)
                continue;
            figures.Set(area, id);
            figures.Set(sex, StockByAgeAndSex.SexOf(rows, sexColumn, sexes));
            figures.Set(age, StockByAgeAndSex.AgeOf(rows, ageColumn, ages));
            var time = rows.Year(year);
            if (rows.TryCount(population, out var value))
                figures.Add(time, value, ObservationStatus.E, Thousands, rows.Row);
            else
                figures.AddMissing(time, Thousands, rows.Row);
        }

        var release = reading.Release(UnDesaPapers.Source, figures.LastYear() == 2020 ? "2019" : null);
        return Table(figures, UnDesaPapers.Source, release, UnDesaPapers.PopulationByPeriod(release), UnDesaPapers.AreasLeftOut);
    }
}

/// <summary>The areas of a table that holds aggregates Periplo does not know beside those it does.</summary>
internal sealed class PublishedAreas(TableRows rows, Reading reading, int m49, int iso3)
{
    private readonly CodeCache<string> aggregates = new();

    public PublishedAreas(CsvRows rows, Reading reading)
        : this(rows, reading, rows.Column("m49_code"), rows.Column("iso3"))
    {
    }

    /// <summary>The area of the row; null for an aggregate that is no area of Periplo. A country must be known.</summary>
    public string? OfRow()
    {
        if (!rows[iso3].IsEmpty)
            return rows.Area(iso3);
        if (!aggregates.TryGet(rows[m49], out var id))
        {
            var code = rows.Text(m49);
            if (!int.TryParse(code, out _))
                return rows.Area(m49);
            id = aggregates.Add(rows[m49], reading.Area(code) ?? "");
        }

        return id.Length == 0 ? null : id;
    }
}
