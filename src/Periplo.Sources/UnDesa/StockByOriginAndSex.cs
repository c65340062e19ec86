using Periplo.Languages;
using Periplo.Sources.Tables;

namespace Periplo.Sources.UnDesa;

/// <summary>International Migrant Stock by destination, origin and sex as a plain table; revisions 2019 (without data_type), 2020 and 2024.</summary>
internal sealed class StockByOriginAndSex : TidyReader
{
    public override string Name => "undesa-stock-origin-sex 1";

    public override Text Title => new("población migrante de UN DESA por origen y sexo", "UN DESA migrant stock by origin and sex", "population migrante de UN DESA par origine et sexe");

    public override IReadOnlyList<string> Columns => ["year", "dest_iso3", "orig_iso3", "both", "male", "female"];

    public override IReadOnlyList<string> OptionalColumns => ["data_type"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Stock, reading);
        figures.Set(StockKey.Persons);
        var (area, origin, sex) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("COUNTERPART_AREA"), figures.Definition.Dimension("SEX"));
        var (year, dest, orig) = (rows.Column("year"), rows.Column("dest_iso3"), rows.Column("orig_iso3"));
        (int Column, string Sex)[] counts = [(rows.Column("both"), "_T"), (rows.Column("male"), "M"), (rows.Column("female"), "F")];
        var types = new DataTypes.Column(rows, rows.Find("data_type"));
        while (rows.Next())
        {
            var time = rows.Year(year);
            var (set, status) = types.Current;
            figures.Set(area, rows.Area(dest));
            figures.Set(origin, rows.Area(orig));
            foreach (var (column, code) in counts)
            {
                figures.Set(sex, code);
                if (rows.TryCount(column, out var value))
                    figures.Add(time, value, status, set, rows.Row);
                else
                    figures.AddMissing(time, set, rows.Row);
            }
        }

        // Each revision ends with the year it is named after.
        var release = reading.Release(UnDesaPapers.Source, figures.LastYear() is var last and (2019 or 2020 or 2024) ? last.ToString() : null);
        return Table(figures, UnDesaPapers.Source, release, UnDesaPapers.Stock(release), UnDesaPapers.OmittedPairs, UnDesaPapers.UnknownOrigins, UnDesaPapers.TypeOfData);
    }
}
