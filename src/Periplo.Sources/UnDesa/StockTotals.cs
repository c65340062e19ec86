using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>International Migrant Stock 2020, totals by destination as a plain table: the same figures as tables 1, 2 and 6 of the workbook, under the same keys.</summary>
internal sealed class StockTotals : TidyReader
{
    public override string Name => "undesa-stock-totals 1";

    public override Text Title => new("totales de población migrante de UN DESA por destino", "UN DESA migrant stock totals by destination", "totaux de population migrante de UN DESA par destination");

    public override IReadOnlyList<string> Columns =>
        ["m49_code", "iso3", "name", "is_country", "year", "sex", "migrant_stock", "population_thousands", "refugees_asylum_seekers", "data_type"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Stock, reading);
        figures.Set(StockKey.Persons);
        var (area, measure, sex) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("MEASURE"), figures.Definition.Dimension("SEX"));
        var (m49, iso3, year, sexColumn) = (rows.Column("m49_code"), rows.Column("iso3"), rows.Column("year"), rows.Column("sex"));
        var (stock, population, refugees) = (rows.Column("migrant_stock"), rows.Column("population_thousands"), rows.Column("refugees_asylum_seekers"));
        var types = new DataTypes.Column(rows, rows.Column("data_type"));
        var sexes = new CodeCache<string>();
        var thousands = new Dictionary<AttributeSet, AttributeSet>();
        while (rows.Next())
        {
            var time = rows.Year(year);
            var (set, status) = types.Current;
            figures.Set(area, rows.Area(rows[iso3].IsEmpty ? m49 : iso3));
            figures.Set(sex, StockByAgeAndSex.SexOf(rows, sexColumn, sexes));
            figures.Set(measure, "STOCK");
            Add(stock, status, set);
            figures.Set(measure, "POP");
            if (!thousands.TryGetValue(set, out var inThousands))
                thousands.Add(set, inThousands = set with { UnitMultiplier = 3 });
            Add(population, ObservationStatus.E, inThousands);
            figures.Set(measure, "REF");

            // Given for both sexes only. An empty cell stands for "..", for "~" and for "does not apply" alike, so it says nothing.
            if (!rows[refugees].IsEmpty)
                Add(refugees, ObservationStatus.E, set);

            void Add(int column, ObservationStatus known, AttributeSet attributes)
            {
                if (rows.TryCount(column, out var value))
                    figures.Add(time, value, known, attributes, rows.Row);
                else
                    figures.AddMissing(time, attributes, rows.Row);
            }
        }

        var release = reading.Release(UnDesaPapers.Source, figures.LastYear() == 2020 ? "2020" : null);
        return Table(figures, UnDesaPapers.Source, release, UnDesaPapers.Stock(release), UnDesaPapers.TypeOfData);
    }
}
