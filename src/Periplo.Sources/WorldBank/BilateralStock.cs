using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Sources.UnDesa;
using Periplo.Statistics;

namespace Periplo.Sources.WorldBank;

/// <summary>The World Bank's bilateral migration matrix as a plain table (2017).</summary>
internal sealed class BilateralStock : TidyReader
{
    public override string Name => "worldbank-bilateral-stock 1";

    public override Text Title => new("la matriz bilateral de migración del Banco Mundial", "the World Bank bilateral migration matrix", "la matrice bilatérale des migrations de la Banque mondiale");

    public override IReadOnlyList<string> Columns => ["year", "orig_iso3", "dest_iso3", "migrant_stock"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Stock, reading);
        figures.Set(StockKey.Persons);
        var (area, origin) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("COUNTERPART_AREA"));
        var (year, orig, dest, stock) = (rows.Column("year"), rows.Column("orig_iso3"), rows.Column("dest_iso3"), rows.Column("migrant_stock"));
        while (rows.Next())
        {
            figures.Set(area, rows.Area(dest));
            figures.Set(origin, rows.Area(orig));
            var time = rows.Year(year);
            if (rows.TryCount(stock, out var value))
                figures.Add(time, value, ObservationStatus.E, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(time, AttributeSet.Units, rows.Row);
        }

        var release = reading.Release(WorldBankPapers.Source, figures.LastYear().ToString());
        return Table(figures, WorldBankPapers.Source, release, WorldBankPapers.Stocks(release), UnDesaPapers.OmittedPairs);
    }
}
