using Periplo.Exchange;
using Periplo.Sdmx;
using Periplo.Sdmx.Rest;
using Periplo.Statistics;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Exchange;

public class SdgFiguresTests
{
    private static readonly DatasetDefinition Sdg = SdgFlow.Define(BundledData.Areas);

    [Fact]
    public void Remittances_are_those_received_in_percent_of_gdp_under_the_number_of_the_receiver()
    {
        Assert.Equal(
            ["A.N.BX_TRF_PWKR.320._T._T._T._T._T._T._T._T._T._T._T:2023 19.1297 PT"],
            Made(Dataset(
                Sample.Definitions.Remittances,
                Row(["A", "_T", "GTM", "FLOW_BOP", "_Z", "_Z", "_Z", "PT_GDP"], "2023", 19.1297),
                Row(["A", "_T", "GTM", "FLOW_BOP", "_Z", "_Z", "_Z", "USD"], "2023", 1e9),
                Row(["A", "GTM", "_T", "FLOW_BOP", "_Z", "_Z", "_Z", "PT_GDP"], "2023", 1))));
    }

    [Fact]
    public void Prices_are_of_corridors_as_published_and_of_countries_as_simple_means()
    {
        SampleRow Price(string from, string to, string quarter, double percent) => Row(["Q", from, to, "COST_AVG", "_T", "_T", "USD200", "PT_TRANSACT"], quarter, percent);
        var made = Made(Dataset(Sample.Definitions.RemittancePrices, Price("USA", "GTM", "2020-Q1", 4), Price("USA", "GTM", "2020-Q2", 6), Price("CAN", "GTM", "2020-Q1", 11)));

        Assert.Equal(
            [
                "A.N.SI_RMT_COST.320._T._T._T._T._T._T._T._T._T._T._T:2020 7 PT",
                "A.N.SI_RMT_COST_SND.124._T._T._T._T._T._T._T._T._T._T._T:2020 11 PT",
                "A.N.SI_RMT_COST_SND.840._T._T._T._T._T._T._T._T._T._T._T:2020 5 PT",
                "Q.N.SI_RMT_COST_BC.124._T._T._T._T._T._T.C320._T._T._T._T:2020-Q1 11 PT",
                "Q.N.SI_RMT_COST_BC.840._T._T._T._T._T._T.C320._T._T._T._T:2020-Q1 4 PT",
                "Q.N.SI_RMT_COST_BC.840._T._T._T._T._T._T.C320._T._T._T._T:2020-Q2 6 PT",
            ],
            made);
    }

    [Fact]
    public void Deaths_are_those_in_the_country_of_the_incident_over_origins_and_routes()
    {
        SampleRow Deaths(string origin, string route, double number) => Row(["A", "PAN", origin, "_T", "DEATH", "_T", "_T", "_T", "_T", route, "PS"], "2023", number);

        Assert.Equal(
            ["A.N.SM_DTH_MIGR.591._T._T._T._T._T._T._T._T._T._T._T:2023 12 NUMBER"],
            Made(Dataset(Sample.Definitions.Movements.Monthly, Deaths("VEN", "DARIEN", 3), Deaths("UNK", "DARIEN", 4), Deaths("VEN", "_U", 5))));
    }

    [Fact]
    public void Refugees_are_shared_by_those_who_live_in_the_origin_and_them()
    {
        var displaced = Dataset(
            Sample.Definitions.Displaced,
            Row(["A", "USA", "GTM", "REF", "STOCK", "_T", "_T", "PS"], "2020", 6_000), Row(["A", "MEX", "GTM", "REF", "STOCK", "_T", "_T", "PS"], "2020", 4_000),
            Row(["A", "MEX", "HND", "REF", "STOCK", "_T", "_T", "PS"], "2020", 9));
        var population = Dataset(Sample.Definitions.Demography, Row(["A", "GTM", "POP_MID", "_T", "_T", "PS"], "2020", 990_000));

        Assert.True(SdgFigures.HasPopulations(population));
        Assert.Equal(["A.N.SM_POP_REFG_OR.320._T._T._T._T._T._T._T._T._T._T._T:2020 1000 PER_100000_POP"], Made(displaced, population));
        Assert.Null(new SdgFigures(Sdg, BundledData.Areas).Of(displaced, null));
    }

    [Fact]
    public void Series_say_revision_method_and_licence_where_the_structure_lets_them()
    {
        var made = new SdgFigures(Sdg, BundledData.Areas).Of(Dataset(Sample.Definitions.Remittances, Row(["A", "_T", "GTM", "FLOW_BOP", "_Z", "_Z", "_Z", "PT_GDP"], "2023", 19)), null)!;
        var flow = SdgFlow.Publish(Sdg);

        var line = Assert.Single(SampleFlow.Lines(FigureSelection.DataSets(new(flow.Rules, [made]), flow.Flow.Structure, new())[0].Cursor));

        Assert.Contains("SOURCE_DETAIL=United Nations, \"Migrant stock\"", line, StringComparison.Ordinal);
        Assert.Contains("COMMENT_TS=UNDESA.2024. Censuses, surveys CC BY 3.0 IGO", line, StringComparison.Ordinal);
        Assert.Contains("NATURE=C", line, StringComparison.Ordinal);
    }

    private static SampleRow Row(string[] codes, string period, double value) =>
        new(codes, Sample.Period(period), value, ObservationStatus.A, AttributeSet.Units, SourceRow.Line(2));

    private static Dataset Dataset(DatasetDefinition definition, params SampleRow[] rows) => Sample.Dataset(definition, rows);

    private static List<string> Made(Dataset dataset, Dataset? population = null)
    {
        var flow = SdgFlow.Publish(Sdg);
        var revision = new SdgFigures(Sdg, BundledData.Areas).Of(dataset, population)!;
        return [.. FigureSelection.DataSets(new(flow.Rules, [revision]), flow.Flow.Structure, new DataQuery { Attributes = ["UNIT_MEASURE"] }).SelectMany(set => SampleFlow.Lines(set.Cursor))
            .Select(line => line.Replace("UNIT_MEASURE=", "", StringComparison.Ordinal))];
    }
}
