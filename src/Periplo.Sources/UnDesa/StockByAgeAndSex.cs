using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>International Migrant Stock by destination, age and sex as a plain table (revision 2019).</summary>
internal sealed class StockByAgeAndSex : TidyReader
{
    private static readonly Dictionary<string, string> Sexes = new() { ["both"] = "_T", ["male"] = "M", ["female"] = "F" };

    public override string Name => "undesa-stock-age-sex 1";

    public override Text Title => new("población migrante de UN DESA por edad y sexo", "UN DESA migrant stock by age and sex", "population migrante de UN DESA par âge et sexe");

    public override IReadOnlyList<string> Columns => ["m49_code", "iso3", "year", "sex", "age_group", "migrant_stock"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Stock, reading);
        figures.Set(StockKey.Persons);
        var (area, sex, age) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("SEX"), figures.Definition.Dimension("AGE"));
        var (m49, iso3, year, sexColumn, ageColumn, stock) = (
            rows.Column("m49_code"), rows.Column("iso3"), rows.Column("year"), rows.Column("sex"), rows.Column("age_group"), rows.Column("migrant_stock"));
        var (sexes, ages) = (new CodeCache<string>(), new CodeCache<string>());
        while (rows.Next())
        {
            figures.Set(area, rows.Area(rows[iso3].IsEmpty ? m49 : iso3));
            figures.Set(sex, SexOf(rows, sexColumn, sexes));
            figures.Set(age, AgeOf(rows, ageColumn, ages));
            var time = rows.Year(year);
            if (rows.TryCount(stock, out var value))
                figures.Add(time, value, ObservationStatus.E, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(time, AttributeSet.Units, rows.Row);
        }

        var release = reading.Release(UnDesaPapers.Source, figures.LastYear() is var last and (2019 or 2020 or 2024) ? last.ToString() : null);
        return Table(figures, UnDesaPapers.Source, release, UnDesaPapers.Stock(release), new Text(
            "Las edades pueden no sumar el total por el redondeo del publicador; 42 totales de áreas pequeñas no tienen edades.",
            "Ages may not add up to the total because the publisher rounds; 42 totals of small areas have no ages.",
            "Les âges peuvent ne pas faire le total à cause des arrondis de l’éditeur ; 42 totaux de petites zones n’ont pas d’âges."));
    }

    /// <summary>The code of a cell that says both, male or female.</summary>
    public static string SexOf(TableRows rows, int column, CodeCache<string> known)
    {
        if (known.TryGet(rows[column], out var code))
            return code;
        var text = rows.Text(column);
        return known.Add(rows[column], Sexes.TryGetValue(text, out code) ? code : throw rows.Fault(column, Refusals.NotOneOf(Refusals.Shown(text), Sexes.Keys)));
    }

    /// <summary>The CL_AGE code of five-year groups: <c>0-4</c> is Y0T4, <c>75+</c> is Y_GE75.</summary>
    public static string AgeOf(TableRows rows, int column, CodeCache<string> known)
    {
        if (known.TryGet(rows[column], out var code))
            return code;
        var text = rows.Text(column);
        var ends = text.Split('-');
        if (text == "TOTAL")
            code = "_T";
        else if (text.EndsWith('+') && int.TryParse(text[..^1], out var from) && from is > 0 and <= 100)
            code = $"Y_GE{from}";
        else if (ends.Length == 2 && int.TryParse(ends[0], out from) && int.TryParse(ends[1], out var to) && from % 5 == 0 && to == from + 4 && from is >= 0 and <= 100)
            code = $"Y{from}T{to}";
        else
            throw rows.Fault(column, Refusals.NotOneOf(Refusals.Shown(text), ["0-4", "5-9", "10-14", "…", "75+", "TOTAL"]));
        return known.Add(rows[column], code);
    }
}
