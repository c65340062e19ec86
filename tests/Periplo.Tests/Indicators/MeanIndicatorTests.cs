using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Tests.Cooperation;
using Xunit;

namespace Periplo.Tests.Indicators;

/// <summary>Prices of quarters as indicators of years, and the money above the target of 3 %; the example of docs/methods/remittance-prices.md.</summary>
public sealed class MeanIndicatorTests(BundledDossier bundled)
{
    private const string Money = "REMITTANCES[REF_AREA=each, COUNTERPART_AREA=area, INDICATOR=FLOW_BILAT_R3, SERVICE_TYPE=_Z, INSTRUMENT=_Z, AMOUNT=_Z, UNIT_MEASURE=USD]";
    private static readonly string[] Quarters = ["USA GTM COST_AVG 2014-Q1 10 A", "USA GTM COST_AVG 2014-Q2 6 A", "ESP GTM COST_AVG 2014-Q2 5 A"];

    [Fact]
    public void A_year_is_the_mean_of_its_corridors_and_quarters()
    {
        var value = Table([$"unit: PT_TRANSACT\nformula: \"{Price("mean", "area")}\""], IndicatorFiles.Prices("R.1", Quarters)).Latest("T1.01", "GTM")!;
        Assert.Equal((7.0, "2014", ObservationStatus.A, IndicatorQuality.Observed), (value.Value, value.Period.ToString(), value.Status, value.Quality));
        Assert.Equal("Q.~.GTM.COST_AVG._T._T.USD200.PT_TRANSACT", Assert.Single(value.Inputs).Key);
    }

    [Fact]
    public void Totals_missing_figures_and_other_years_do_not_enter_a_mean()
    {
        var table = Table(
            [$"unit: PT_TRANSACT\nformula: \"{Price("mean", "area")}\"", $"unit: PT_TRANSACT\nformula: \"{Price("area", "mean")}\"", $"unit: PT_TRANSACT\nformula: \"{Price("area", "_T")}\""],
            IndicatorFiles.Prices("R.1", [.. Quarters, "_T GTM COST_AVG 2014-Q1 90 A", "ITA GTM COST_AVG 2014-Q1 - O", "USA GTM COST_AVG 2015-Q1 2 E", "USA SLV COST_AVG 2014-Q1 - O", "USA _T COST_AVG 2014-Q3 4 A"]));
        Assert.Equal([7.0, 2.0], table.Series("T1.01", "GTM").Select(value => value.Value));
        Assert.Equal(ObservationStatus.E, table.Latest("T1.01", "GTM")!.Status);
        Assert.Equal("the source says it is missing", table.At("T1.01", "SLV", 2014)!.Reason!.En);
        Assert.Equal("the source has no figure of this area and year", table.At("T1.01", "HND", 2014)!.Reason!.En);
        Assert.Equal(8.0, table.At("T1.02", "USA", 2014)!.Value);
        // A published total is a corridor of its own: one quarter makes its year.
        Assert.Equal(4.0, table.At("T1.03", "USA", 2014)!.Value);
        // A rate of a region is no mean of its countries unless the source says one.
        Assert.Null(table.Latest("T1.01", "013"));
    }

    [Fact]
    public void Corridors_stand_in_order_of_the_mean_of_their_quarters()
    {
        var ranked = Table([$"unit: PT_TRANSACT\nformula: \"{Price("each", "area")}\""], IndicatorFiles.Prices("R.1", [.. Quarters, "CAN GTM COST_AVG 2014-Q1 9 A"])).Ranked("T1.01", "GTM");
        Assert.Equal([("CAN", 9.0), ("USA", 8.0), ("ESP", 5.0)], ranked.Select(value => (value.Key.Counterpart, value.Value)));
        Assert.Equal("Q.USA.GTM.COST_AVG._T._T.USD200.PT_TRANSACT", Assert.Single(ranked[1].Inputs).Key);
    }

    [Fact]
    public void Money_above_the_target_is_of_corridors_with_a_price_and_a_flow()
    {
        var table = Table(
            [$"unit: USD\nmethod: money-above-target\nformula: \"{Money} * {Price("each", "area")}\""],
            IndicatorFiles.Prices("R.1", [.. Quarters, "USA SLV COST_AVG 2014-Q1 2 A", "ITA GTM COST_AVG 2014-Q1 50 A"]),
            IndicatorFiles.Money("P.1", "USA GTM FLOW_BILAT_R3 2014 1000 E", "ESP GTM FLOW_BILAT_R3 2014 400 E", "MEX GTM FLOW_BILAT_R3 2014 5000 E", "USA GTM FLOW_BILAT_R3 2013 1000 E", "USA SLV FLOW_BILAT_R3 2014 700 E", "USA HND FLOW_BILAT_R3 2014 700 E"));
        var value = Assert.Single(table.Series("T1.01", "GTM"));
        Assert.Equal((58.0, "2014", ObservationStatus.E), (Math.Round(value.Value, 9), value.Period.ToString(), value.Status));
        Assert.Equal(
            ["A.*.GTM.FLOW_BILAT_R3._Z._Z._Z.USD", "Q.~.GTM.COST_AVG._T._T.USD200.PT_TRANSACT"], value.Inputs.Select(input => input.Key));
        // Below the target nothing is lost: a zero, which is known. Without a price nothing is known.
        Assert.Equal(0, table.Latest("T1.01", "SLV")!.Value);
        Assert.Null(table.Latest("T1.01", "HND"));
        Assert.Equal("the store holds no revision with this figure", Table([$"unit: USD\nmethod: money-above-target\nformula: \"{Money} * {Price("each", "area")}\""], IndicatorFiles.Prices("R.1", Quarters)).At("T1.01", "GTM", 2000)!.Reason!.En);
    }

    [Fact]
    public void A_mean_is_found_again_by_its_key_and_a_sum_of_prices_is_refused()
    {
        var prices = IndicatorFiles.Prices("R.1", [.. Quarters, "ITA GTM COST_AVG 2014-Q1 - O"]).Load();
        var mean = Assert.Single(Found("Q.~.GTM.COST_AVG._T._T.USD200.PT_TRANSACT", "2014"));
        Assert.Equal((7.0, 4, 1, false), (mean.Value.Value, mean.Value.Addends.Count, mean.Value.Missing, mean.Value.IsPublished));
        Assert.Equal(8.0, Assert.Single(Found("Q.USA.GTM.COST_AVG._T._T.USD200.PT_TRANSACT", "2014")).Value.Value);
        var one = Assert.Single(Found("Q.USA.GTM.COST_AVG._T._T.USD200.PT_TRANSACT", "2014-Q1")).Value;
        Assert.Equal((10.0, true), (one.Value, one.IsPublished));
        Assert.Empty(Found("Q.~.HND.COST_AVG._T._T.USD200.PT_TRANSACT", "2014"));
        Assert.Throws<StatisticsException>(() => Found("Q.~.GTM.QUOTES._T._T.USD200.PURE_NUMB", "2014"));
        Assert.Throws<StatisticsException>(() => Found("Q.~.GTM.COST_AVG.~._T.USD200.PT_TRANSACT", "2014"));
        Assert.Throws<StatisticsException>(() => Found("Q.*.GTM.COST_AVG._T._T.USD200.PT_TRANSACT", "2014-Q2"));

        SortedDictionary<TimePeriod, Total> Found(string key, string period) => FigureReference.TryParse($"REMITTANCE_PRICES/{key}/{period}")!.In(prices, BundledData.Areas);
    }

    [Theory]
    [InlineData("PS", "STOCK[REF_AREA=area, COUNTERPART_AREA=mean, MEASURE=STOCK, UNIT_MEASURE=PS]", "STOCK is summed: \"mean\" is for prices")]
    [InlineData("YR", "DEMOGRAPHY[REF_AREA=area, MEASURE=LIFE_EXP, SEX=mean, UNIT_MEASURE=YR]", "SEX is no area")]
    [InlineData("YR", "DEMOGRAPHY[REF_AREA=area, MEASURE=LIFE_EXP, TIME_PERIOD=mean, UNIT_MEASURE=YR]", "TIME_PERIOD=mean goes with quarters")]
    [InlineData("PT_TRANSACT", "REMITTANCE_PRICES[FREQ=Q, REF_AREA=area, COUNTERPART_AREA=_T, MEASURE=COST_AVG, AMOUNT=USD200, UNIT_MEASURE=PT_TRANSACT]", "these with TIME_PERIOD=mean")]
    [InlineData("PT_TRANSACT", "REMITTANCE_PRICES[FREQ=Q, TIME_PERIOD=median, REF_AREA=area, COUNTERPART_AREA=_T, MEASURE=COST_AVG, AMOUNT=USD200, UNIT_MEASURE=PT_TRANSACT]", "A year or \"mean\" was expected")]
    public void Mean_is_refused_where_it_makes_no_sense(string unit, string formula, string expected) =>
        Assert.Contains(expected, Refused($"unit: {unit}\nformula: \"{formula}\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("USD", Money)]
    [InlineData("USD", Money + " * 2")]
    [InlineData("PS", Money + " * REMITTANCE_PRICES[FREQ=Q, TIME_PERIOD=mean, REF_AREA=each, COUNTERPART_AREA=area, MEASURE=COST_AVG, AMOUNT=USD200, UNIT_MEASURE=PT_TRANSACT]")]
    [InlineData("USD", Money + " * REMITTANCE_PRICES[FREQ=Q, TIME_PERIOD=mean, REF_AREA=area, COUNTERPART_AREA=each, MEASURE=COST_AVG, AMOUNT=USD200, UNIT_MEASURE=PT_TRANSACT]")]
    public void Money_above_the_target_needs_money_and_a_price(string unit, string formula) =>
        Assert.Contains("money-above-target\" needs money in USD times a price", Refused($"unit: {unit}\nmethod: money-above-target\nformula: \"{formula}\""), StringComparison.Ordinal);

    private static string Price(string sender, string receiver) =>
        $"REMITTANCE_PRICES[FREQ=Q, TIME_PERIOD=mean, REF_AREA={sender}, COUNTERPART_AREA={receiver}, MEASURE=COST_AVG, AMOUNT=USD200, UNIT_MEASURE=PT_TRANSACT]";

    private static string Refused(string body) => Assert.Throws<InputException>(() => IndicatorFiles.Read(IndicatorFiles.Block(body))).Reason.En;

    private IndicatorTable Table(string[] bodies, params RevisionHeld[] revisions) => IndicatorEvaluation.Table(
        IndicatorFiles.Read(IndicatorFiles.Block(bodies)), BundledData.Areas, revisions, new CooperationIndex(bundled.Installation.Records.Tables()), bundled.Dossier, TestContext.Current.CancellationToken);
}
