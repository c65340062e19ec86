using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.WorldBank;

/// <summary>Remittances received and paid by country and year, with gross domestic product and population, as a plain table.</summary>
internal sealed class RemittancesByYear : TidyReader
{
    public override string Name => "worldbank-remittances-annual 1";

    public override Text Title => new("las remesas anuales del Banco Mundial", "World Bank remittances by year", "les envois de fonds annuels de la Banque mondiale");

    public override IReadOnlyList<string> Columns =>
        ["iso3", "year", "remittances_received_usd", "remittances_paid_usd", "gdp_usd", "population", "received_pct_gdp"];

    private static readonly (string Column, string Indicator, string Unit, string? Sender, string? Receiver)[] Placed =
    [
        ("remittances_received_usd", "FLOW_BOP", "USD", "_T", null),
        ("remittances_paid_usd", "FLOW_BOP", "USD", null, "_T"),
        ("gdp_usd", "GDP", "USD", null, "_Z"),
        ("population", "POP", "PS", null, "_Z"),
        ("received_pct_gdp", "FLOW_BOP", "PT_GDP", "_T", null),
    ];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Remittances, reading);
        figures.Set(WorldBankPapers.Key);
        var (iso3, year) = (rows.Column("iso3"), rows.Column("year"));
        var columns = Placed.Select(one => (Position: rows.Column(one.Column), One: one)).ToArray();
        while (rows.Next())
        {
            var (area, time) = (rows.Area(iso3), rows.Year(year));
            foreach (var (position, one) in columns)
            {
                if (!rows.TryCount(position, out var value))
                    continue;
                figures.Set(
                    ("REF_AREA", one.Sender ?? area), ("COUNTERPART_AREA", one.Receiver ?? area), ("INDICATOR", one.Indicator), ("UNIT_MEASURE", one.Unit));
                figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            }
        }

        var release = reading.Release(WorldBankPapers.Source, figures.LastYear().ToString());
        return Table(figures, WorldBankPapers.Source, release, WorldBankPapers.Indicators, new Text(
            "La tabla no dice cuándo se descargó; la revisión lleva el nombre del último año que contiene.",
            "The table does not say when it was downloaded; the revision is named after the last year it holds.",
            "Le tableau ne dit pas quand il a été téléchargé ; la révision porte le nom de la dernière année qu’il contient."));
    }
}
