using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.WorldBank;

/// <summary>The bilateral remittance matrix as a plain table (2011, 2016).</summary>
internal sealed class BilateralRemittances : TidyReader
{
    private static readonly AttributeSet Millions = new(6);

    public override string Name => "worldbank-bilateral-remittances 1";

    public override Text Title => new("las remesas bilaterales del Banco Mundial en filas", "World Bank bilateral remittances in rows", "les envois de fonds bilatéraux de la Banque mondiale en lignes");

    public override IReadOnlyList<string> Columns => ["year", "sender_iso3", "receiver_iso3", "usd_million"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Remittances, reading);
        figures.Set(WorldBankPapers.Key);
        figures.Set(("INDICATOR", "FLOW_BILAT"), ("UNIT_MEASURE", "USD"));
        var (sender, receiver) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("COUNTERPART_AREA"));
        var (year, from, to, amount) = (rows.Column("year"), rows.Column("sender_iso3"), rows.Column("receiver_iso3"), rows.Column("usd_million"));
        while (rows.Next())
        {
            figures.Set(sender, rows.Area(from));
            figures.Set(receiver, rows.Area(to));
            var time = rows.Year(year);
            if (rows.TryCount(amount, out var value))
                figures.Add(time, value, ObservationStatus.E, Millions, rows.Row);
            else
                figures.AddMissing(time, Millions, rows.Row);
        }

        var release = reading.Release(WorldBankPapers.Source, figures.LastYear().ToString());
        return Table(figures, WorldBankPapers.Source, release, WorldBankPapers.Matrix(release), Omitted);
    }

    private static readonly Text Omitted = new(
        "Las parejas que no aparecen son cero o no están disponibles.", "Pairs that do not appear are zero or not available.", "Les couples qui n’apparaissent pas sont nuls ou ne sont pas disponibles.");
}
