using Periplo.Languages;
using Periplo.Remittances;
using Periplo.Sdmx;
using Periplo.Sources.Remittances;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.WorldBank;

/// <summary>Quotes of Remittance Prices Worldwide as a plain table, a row a service. Kept are the averages; firms are not.</summary>
internal sealed class PriceQuotes : TidyReader
{
    public override string Name => "worldbank-price-quotes 1";

    public override Text Title => new("los precios de las remesas por servicio del Banco Mundial", "World Bank remittance prices by service", "les prix des envois de fonds par service de la Banque mondiale");

    public override IReadOnlyList<string> Columns =>
    [
        "quote_id", "period", "sender_iso3", "receiver_iso3", "firm", "firm_type", "product", "sending_location", "speed", "pickup_method", "coverage", "send_currency",
        "amount_lcu_200", "fee_lcu_200", "fx_rate_200", "fx_margin_pct_200", "total_cost_pct_200", "amount_lcu_500", "fee_lcu_500", "fx_rate_500", "fx_margin_pct_500",
        "total_cost_pct_500", "interbank_fx", "transparent", "survey_date",
    ];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var quotes = QuoteFile.Read(rows, rows.Area);
        if (quotes.Count == 0)
            throw new InputException(reading.File, null, Refusals.NoFigures);
        var definition = reading.Definitions.RemittancePrices;
        var builder = new ObservationsBuilder(definition);
        PricePublication.Add(quotes, builder);
        var release = reading.Release(WorldBankPapers.Prices, quotes.Max(quote => quote.Round).ToString());
        var observations = builder.Build((key, _, repeated) => throw InputException.At(reading.File, repeated.Packed, null, Refusals.Disagree(key, new Text("el mismo archivo", "the same file", "le même fichier"))));
        return new(new(definition.Id, WorldBankPapers.Prices, release), definition, WorldBankPapers.PriceSurvey, Name, "", observations, [], [WorldBankPapers.AveragesOfQuotes, SmartPrice.Definition], []);
    }
}

/// <summary>Average cost of corridors as the World Bank publishes it, without services.</summary>
internal sealed class CorridorAverages : TidyReader
{
    public override string Name => "worldbank-corridor-averages 1";

    public override Text Title => new("el costo medio de enviar por corredor del Banco Mundial", "World Bank average cost of sending by corridor", "le coût moyen d’envoi par corridor de la Banque mondiale");

    public override IReadOnlyList<string> Columns => ["period", "sender_iso3", "receiver_iso3", "cost_pct_of_200usd"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.RemittancePrices, reading);
        figures.Set(("FREQ", "Q"), ("MEASURE", "COST_AVG"), ("SERVICE_TYPE", "_T"), ("INSTRUMENT", "_T"), ("AMOUNT", PricePublication.Amount200), ("UNIT_MEASURE", "PT_TRANSACT"));
        var (sender, receiver) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("COUNTERPART_AREA"));
        var (period, from, to, cost) = (rows.Column("period"), rows.Column("sender_iso3"), rows.Column("receiver_iso3"), rows.Column("cost_pct_of_200usd"));
        var last = default(TimePeriod);
        while (rows.Next())
        {
            var round = QuoteFile.Round(rows, period);
            last = round > last ? round : last;
            figures.Set(sender, rows.Area(from));
            figures.Set(receiver, rows.Area(to));
            if (QuoteFile.Cost(rows, cost) is var value && !double.IsNaN(value))
                figures.Add(round, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(round, AttributeSet.Units, rows.Row);
        }

        figures.LastYear();
        return Table(figures, WorldBankPapers.Prices, reading.Release(WorldBankPapers.Prices, last.ToString()), WorldBankPapers.PriceSurvey);
    }
}

/// <summary>Gross domestic product per head of 2017, the incomes of the World Bank's matrix of that year.</summary>
internal sealed class HeadIncomeTable : TidyReader
{
    public override string Name => "worldbank-gdp-head 1";

    public override Text Title => new("el PIB por habitante de 2017 del Banco Mundial", "World Bank GDP per head of 2017", "le PIB par habitant de 2017 de la Banque mondiale");

    public override IReadOnlyList<string> Columns => ["iso3", "gdp_per_capita_2017_usd"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Remittances, reading);
        figures.Set(WorldBankPapers.Key);
        figures.Set(("COUNTERPART_AREA", "_Z"), ("INDICATOR", "GDP_HEAD"), ("UNIT_MEASURE", "USD"));
        var (area, income) = (rows.Column("iso3"), rows.Column("gdp_per_capita_2017_usd"));
        var country = figures.Definition.Dimension("REF_AREA");
        var year = TimePeriod.OfYear(2017);
        while (rows.Next())
        {
            figures.Set(country, rows.Area(area));
            if (rows.TryCount(income, out var value))
                figures.Add(year, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(year, AttributeSet.Units, rows.Row);
        }

        figures.LastYear();
        return Table(figures, WorldBankPapers.Source, reading.Release(WorldBankPapers.Source, "2017"), WorldBankPapers.HeadIncomes);
    }
}
