using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Sdmx;
using Periplo.Tests.Cooperation;
using Xunit;

namespace Periplo.Tests.Indicators;

/// <summary>How formulas are worked out, on small tables whose results can be checked by hand.</summary>
public sealed class IndicatorEvaluationTests(BundledDossier bundled)
{
    private const string Stock = "STOCK[REF_AREA=area, COUNTERPART_AREA=sum, MEASURE=STOCK, UNIT_MEASURE=PS]";
    private const string Origins = "STOCK[REF_AREA=area, COUNTERPART_AREA=each, MEASURE=STOCK, UNIT_MEASURE=PS]";
    private const string People = "DEMOGRAPHY[REF_AREA=area, MEASURE=POP_MID, UNIT_MEASURE=PS]";

    [Fact]
    public void A_share_has_the_worst_status_of_its_figures_and_names_them()
    {
        var value = Table([$"unit: PT\nformula: \"100 PT * {Stock} / {People}\""],
            IndicatorFiles.Stock("A.1", "GTM SLV 2020 30 A", "GTM HND 2020 20 A"), IndicatorFiles.Population("B.2", "GTM 2020 1000 E")).Latest("T1.01", "GTM")!;
        Assert.Equal(5, value.Value, 12);
        Assert.Equal(ObservationStatus.E, value.Status);
        Assert.Equal(IndicatorQuality.Estimated, value.Quality);
        Assert.Equal(
            [("STOCK", "A.1", "A.GTM.*._T.STOCK._T._T._T.PS"), ("DEMOGRAPHY", "B.2", "A.GTM.POP_MID._T._T.PS")],
            value.Inputs.Select(input => (input.Collection, input.Revision!, input.Key)));
        Assert.All(value.Inputs, input => Assert.Equal("2020", input.Period.ToString()));
    }

    [Fact]
    public void Missing_figures_make_missing_values_with_their_reason_and_a_zero_stays_a_zero()
    {
        var table = Table([$"unit: PURE_NUMB\nformula: \"{Stock} / {People}\""],
            IndicatorFiles.Stock("A.1", "GTM SLV 2020 0 A", "SLV GTM 2020 - O", "HND GTM 2020 5 A", "NIC GTM 2020 5 A"),
            IndicatorFiles.Population("B.2", "GTM 2020 10 A", "SLV 2020 10 A", "HND 2020 0 A", "CRI 2020 10 A"));
        Assert.Equal(0, table.Latest("T1.01", "GTM")!.Value);
        Assert.True(table.IsFilled("T1.01", "GTM"));
        Assert.Equal("the source says it is missing", table.At("T1.01", "SLV", 2020)!.Reason!.En);
        Assert.Equal("the denominator is zero", table.At("T1.01", "HND", 2020)!.Reason!.En);
        Assert.Equal("the source has no figure of this area and year", table.At("T1.01", "NIC", 2020)!.Reason!.En);
        Assert.Equal("the source has no figure of this area and year", table.At("T1.01", "CRI", 2020)!.Reason!.En);
        Assert.All(["SLV", "HND", "NIC", "CRI"], area => Assert.Null(table.Latest("T1.01", area)));
        Assert.Equal((1, 250), (table.Coverage[0].Filled, table.Coverage[0].Areas));
    }

    [Fact]
    public void A_dataset_that_is_not_held_is_a_gap_and_no_error()
    {
        var table = Table([$"unit: PURE_NUMB\nformula: \"{Stock} / {People}\""], IndicatorFiles.Population("B.2", "GTM 2020 10 A"));
        Assert.Null(table.Latest("T1.01", "GTM"));
        Assert.Contains("The store holds no revision", Assert.Single(table.Gaps("GTM")).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Lag_takes_the_year_before_and_indicators_refer_to_each_other()
    {
        var table = Table([$"unit: PS\nformula: \"{People}\"", "unit: PT\nformula: \"100 PT * (T1.01 - T1.01 lag 1) / T1.01 lag 1\""],
            IndicatorFiles.Population("B.2", "GTM 2019 100 A", "GTM 2020 110 P", "GTM 2022 121 A"));
        var value = Assert.Single(table.Series("T1.02", "GTM"));
        Assert.Equal(("2020", 10.0, ObservationStatus.P), (value.Period.ToString(), Math.Round(value.Value, 12), value.Status));
        Assert.Equal(["2020", "2019"], value.Inputs.Select(input => input.Period.ToString()!));
    }

    [Fact]
    public void Revisions_are_never_mixed_and_the_latest_that_has_figures_is_taken()
    {
        var (before, after) = (IndicatorFiles.Population("B.2019", "GTM 2020 90 A", "SLV 2020 60 A"), IndicatorFiles.Population("B.2024", "GTM 2020 100 A"));
        var latest = Table([$"unit: PS\nformula: \"{People}\""], after, before);
        Assert.Equal(100, latest.Latest("T1.01", "GTM")!.Value);
        Assert.Null(latest.Latest("T1.01", "SLV"));
        var named = Table([$"unit: PS\nformula: \"{People.Replace("DEMOGRAPHY", "DEMOGRAPHY@B.2019", StringComparison.Ordinal)}\""], after, before);
        Assert.Equal(60, named.Latest("T1.01", "SLV")!.Value);
        Assert.Equal("B.2019", Assert.Single(named.Revisions).Id);
    }

    [Fact]
    public void Codes_that_are_summed_must_all_be_there()
    {
        var table = Table(["unit: PS\nformula: \"DEMOGRAPHY[REF_AREA=area, MEASURE=POP_MID, AGE=Y0T4+Y5T9, UNIT_MEASURE=PS]\""],
            IndicatorFiles.Ages("B.2", "GTM Y0T4 2020 7 A", "GTM Y5T9 2020 6 A", "SLV Y0T4 2020 7 A"));
        Assert.Equal(13, table.Latest("T1.01", "GTM")!.Value);
        Assert.Null(table.Latest("T1.01", "SLV"));
    }

    [Fact]
    public void A_region_is_the_sum_of_its_members_only_where_each_has_a_value()
    {
        string[] members = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN"];
        var rows = members.SelectMany(area => new[] { $"{area} USA 2015 10 A", area == "PAN" ? "PAN USA 2020 - O" : $"{area} USA 2020 20 A" }).ToArray();
        var table = Table([$"unit: PS\nformula: \"{Stock}\""], IndicatorFiles.Stock("A.1", rows));
        var value = table.Latest("T1.01", "013")!;
        Assert.Equal(("2015", 80.0, ObservationStatus.E), (value.Period.ToString(), value.Value, value.Status));
        Assert.Equal(members.Order(StringComparer.Ordinal), value.Inputs.Select(input => input.Key.Split('.')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Counterparts_stand_in_order_without_unknown_ones()
    {
        var rows = new[] { "SLV", "HND", "NIC", "MEX", "USA", "CRI", "BLZ", "PAN", "COL", "CUB", "ESP", "OOO" }.Select((origin, i) => $"GTM {origin} 2020 {100 + i} A").ToArray();
        var table = Table([$"unit: PS\nformula: \"{Origins}\""], IndicatorFiles.Stock("A.1", rows));
        var ranked = table.Ranked("T1.01", "GTM");
        Assert.Equal(["ESP", "CUB", "COL", "PAN", "BLZ", "CRI", "USA", "MEX", "NIC", "HND"], ranked.Select(value => value.Key.Counterpart));
        Assert.Equal("A.GTM.ESP._T.STOCK._T._T._T.PS", Assert.Single(ranked[0].Inputs).Key);
    }

    [Fact]
    public void A_median_age_over_several_codes_needs_all_of_them()
    {
        var table = Table(["unit: YR\nmethod: median-age\nformula: \"STOCK[REF_AREA=area, COUNTERPART_AREA=SLV+HND, MEASURE=STOCK, AGE=each, UNIT_MEASURE=PS]\""],
            IndicatorFiles.Migrants("A.1", "GTM SLV Y0T4 2020 10 A", "GTM SLV Y5T9 2020 10 A", "GTM HND Y0T4 2020 10 A", "GTM HND Y5T9 2020 30 A", "MEX SLV Y0T4 2020 10 A", "MEX SLV Y5T9 2020 10 A", "MEX HND Y0T4 2020 10 A"));
        Assert.Equal(6.25, table.Latest("T1.01", "GTM")!.Value, 12);
        Assert.Null(table.Latest("T1.01", "MEX"));
    }

    /// <summary>The worked examples of docs/methods/indicators.md.</summary>
    [Fact]
    public void The_examples_of_the_page_give_the_numbers_of_the_page()
    {
        var table = Table(
            [$"unit: PURE_NUMB\nmethod: herfindahl\nformula: \"{Origins}\"", $"unit: PURE_NUMB\nmethod: effective-number\nformula: \"{Origins}\"", $"unit: PT\nmethod: same-region-share\nformula: \"{Origins}\"",
                "unit: YR\nmethod: median-age\nformula: \"DEMOGRAPHY[REF_AREA=area, MEASURE=POP_MID, AGE=each, UNIT_MEASURE=PS]\""],
            IndicatorFiles.Stock("A.1", "GTM SLV 2020 50 A", "GTM MEX 2020 30 A", "GTM KOR 2020 20 A", "GTM OOO 2020 400 A"),
            IndicatorFiles.Ages("B.2", "GTM Y0T4 2020 30 A", "GTM Y5T9 2020 25 A", "GTM Y10T14 2020 20 A", "GTM Y_GE15 2020 25 A", "SLV Y0T4 2020 10 A", "SLV Y10T14 2020 10 A", "HND Y0T4 2020 10 A", "HND Y_GE5 2020 90 A"));
        Assert.Equal(0.38, table.Latest("T1.01", "GTM")!.Value, 12);
        Assert.Equal(2.631579, table.Latest("T1.02", "GTM")!.Value, 6);
        Assert.Equal(80, table.Latest("T1.03", "GTM")!.Value, 12);
        Assert.Equal(9, table.Latest("T1.04", "GTM")!.Value, 12);
        Assert.Null(table.Latest("T1.04", "SLV"));
        Assert.Null(table.Latest("T1.04", "HND"));
        var (coverage, recency, method) = QualityScore.Parts([(2024, IndicatorQuality.Observed), (2019, IndicatorQuality.Estimated), (2010, IndicatorQuality.Imputed)], 4, 2024);
        Assert.Equal(0.75, coverage, 12);
        Assert.Equal(0.5, recency, 12);
        Assert.Equal(0.5, method, 12);
        Assert.Equal(62.5, (50 * coverage) + (25 * recency) + (25 * method), 12);
    }

    private IndicatorTable Table(string[] bodies, params RevisionHeld[] revisions) => IndicatorEvaluation.Table(
        IndicatorFiles.Read(IndicatorFiles.Block(bodies)), BundledData.Areas, revisions, new CooperationIndex(bundled.Installation.Records.Tables()), bundled.Dossier, TestContext.Current.CancellationToken);
}
