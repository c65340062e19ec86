using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Tests.Cooperation;
using Xunit;

namespace Periplo.Tests.Indicators;

/// <summary>
/// Indicators of ten countries against numbers added up by hand from the bundled tables. The rows are those of
/// data/starter: stock-undesa-2024 (residence, origin, year), demography-undesa-2024 (area, year; thousands),
/// remittances-wb-2023 (_T to area for what is received, area and _Z for GDP and population), displaced-unhcr-2025,
/// remittance-prices-rpw-2014q2 and -2020q3 (sender, receiver, quarter).
/// </summary>
public sealed class BundledIndicatorTests(BundledDossier bundled)
{
    private static readonly string[] Tables = ["stock-undesa-2024", "demography-undesa-2024", "remittances-wb-2023", "displaced-unhcr-2025", "remittance-prices-rpw-2014q2", "remittance-prices-rpw-2020q3"];

    private IndicatorTable Table
    {
        get
        {
            bundled.Import([.. Tables.Where(table => !bundled.Installation.Parts().Any(part => part.File.Name == table + ".csv.gz"))]);
            return bundled.Installation.Indicators(TestContext.Current.CancellationToken);
        }
    }

    // Area; stock 2024 and women in it (sums of the area's rows over origins); emigrants 2024 (sums of the rows in which the area is
    // the origin, over residences); stock and emigrants 2020; population 2020 and 2023, births, deaths, net migration 2023 (thousands).
    [Theory]
    [InlineData("GTM", 92732, 48829, 1460232, 84311, 1282668, 17357.331, 18124.842, 377.167, 87.523, -8.94)]
    [InlineData("SLV", 43342, 22724, 1834670, 42767, 1679667, 6234.68, 6309.629, 99.428, 47.443, -23.253)]
    [InlineData("MEX", 1726089, 816339, 11596529, 1335154, 11452717, 126799.055, 129739.765, 2037.689, 799.366, -101.044)]
    [InlineData("USA", 52375047, 26750061, 3186999, 50471028, 3082359, 339436.159, 343477.333, 3657.476, 2975.658, 1322.668)]
    [InlineData("ESP", 8870527, 4582864, 1623550, 7146130, 1471585, 47679.483, 47911.584, 336.821, 447.463, 119.099)]
    [InlineData("PHL", 87212, 25939, 6988383, 87212, 6461086, 112081.272, 114891.201, 1840.477, 716.49, -164.284)]
    [InlineData("IND", 4796255, 2737140, 18533845, 4929816, 16532761, 1402617.695, 1438069.597, 23219.489, 9507.008, -979.179)]
    [InlineData("BRB", 35187, 19376, 19558, 34869, 19564, 281.706, 282.349, 3.155, 2.996, -0.08)]
    [InlineData("NGA", 1403281, 637948, 2094265, 1308568, 1768444, 213996.186, 227882.95, 7509.758, 2675.442, -57.936)]
    [InlineData("DEU", 16750084, 8375042, 4297233, 15021300, 4204441, 83628.712, 84548.235, 719.249, 1034.14, 609.553)]
    public void Population_and_migrants_are_those_of_the_rows(
        string area, double stock, double women, double emigrants, double stock2020, double emigrants2020, double people2020, double people, double births, double deaths, double net)
    {
        Is(stock, "M1.01", area, 2024);
        Is(100 * women / stock, "M1.03", area, 2024);
        Is(emigrants, "M2.01", area, 2024);
        Is(emigrants / stock, "M2.05", area, 2024);
        Is(100 * stock2020 / (1000 * people2020), "M1.02", area, 2020);
        Is(100 * emigrants2020 / (emigrants2020 + (1000 * people2020)), "M2.02", area, 2020);
        Is(1000 * people, "P1.01", area, 2023);
        Is(1000 * (births - deaths) / people, "P1.03", area, 2023);
        Is(1000 * net / people, "P1.04", area, 2023);
        Assert.Equal("2024", Table.Latest("M1.01", area)!.Period.ToString());
        Assert.Equal("2020", Table.Latest("M1.02", area)!.Period.ToString());
    }

    // Area; children per woman and life expectancy 2023; Herfindahl index of origins 2024; first origin and first destination of 2024
    // with their rows; refugees hosted 2024 (sum of the area's rows); refugees originating 2023 (sum of the rows in which it is the origin).
    [Theory]
    [InlineData("GTM", 2.310769, 72.6023, 0.15611456340348942, "SLV", 22750, "USA", 1298936, 1306, 34010)]
    [InlineData("SLV", 1.775117, 72.0993, 0.17726210553929977, "HND", 12039, "USA", 1569946, 120, 68633)]
    [InlineData("MEX", 1.91, 75.069, 0.25923350100036757, "USA", 823502, "USA", 11279561, 150836, 21869)]
    [InlineData("USA", 1.623609, 79.3043, 0.07341177855916863, "MEX", 11279561, "MEX", 823502, 435333, 1229)]
    [InlineData("ESP", 1.213057, 83.6703, 0.051449403118025934, "MAR", 1088408, "FRA", 254830, 429333, 56)]
    [InlineData("PHL", 1.915741, 69.8327, 0.2630261496612912, "CHN", 27676, "USA", 2263697, 962, 645)]
    [InlineData("IND", 1.975375, 72.0026, 0.33794931309763465, "BGD", 2293959, "ARE", 3248545, 236763, 25319)]
    [InlineData("BRB", 1.708085, 76.1782, 0.16745847237852768, "GUY", 6728, "CAN", 13022, 5, 298)]
    [InlineData("NGA", 4.481699, 54.4623, 0.1967810429709993, "BEN", 404468, "USA", 565053, 96387, 410308)]
    [InlineData("DEU", 1.441433, 81.3777, 0.06991923619499929, "POL", 1883559, "USA", 1137577, 2749266, 209)]
    public void Origins_destinations_and_refugees_are_those_of_the_rows(
        string area, double fertility, double life, double herfindahl, string origin, double fromOrigin, string destination, double inDestination, double refugees, double fled)
    {
        Is(fertility, "P1.06", area, 2023);
        Is(life, "P1.07", area, 2023);
        Is(herfindahl, "M1.07", area, 2024, "HHI");
        Is(1 / herfindahl, "M1.07", area, 2024, "EFFECTIVE");
        var (first, last) = (Table.Ranked("M1.06", area)[0], Table.Ranked("M2.03", area)[0]);
        Assert.Equal((origin, fromOrigin, 2024), (first.Key.Counterpart, first.Value, first.Period.Year));
        Assert.Equal((destination, inDestination, 2024), (last.Key.Counterpart, last.Value, last.Period.Year));
        Is(refugees, "F1.01", area, 2024);
        Is(fled, "F1.02", area, 2023);
        Is(100_000 * fled / Table.At("P1.01", area, 2023)!.Value, "F1.04", area, 2023);
    }

    // Area; received, percent of GDP, GDP and population of 2023.
    [Theory]
    [InlineData("GTM", 19980963760, 19.1297, 104450210572, 18124842)]
    [InlineData("SLV", 8193238017, 24.0867, 34015620000, 6309629)]
    [InlineData("MEX", 66237847600, 3.7023, 1789114434843, 129739765)]
    [InlineData("USA", 7735000000, 0.0279, 27720709000000, 343477333)]
    [InlineData("ESP", 5328217985, 0.3289, 1620090734957, 47911584)]
    [InlineData("PHL", 39096890142, 8.9437, 437146372730, 114891201)]
    [InlineData("IND", 119526055008, 3.3504, 3567551674623, 1438069597)]
    [InlineData("BRB", 85175892, 1.2674, 6720733200, 282349)]
    [InlineData("NGA", 19549549365, 5.373, 363846332835, 227882950)]
    [InlineData("DEU", 21042802443, 0.465, 4525703903628, 84548235)]
    public void Remittances_are_those_of_the_rows(string area, double received, double share, double product, double people)
    {
        Is(received, "R1.01", area, 2023);
        Is(share, "R1.02", area, 2023);
        Is(share, "R1.09", area, 2023);
        Is(received / people, "R1.04", area, 2023, "PER_HEAD");
        Is(product / people, "D1.01", area, 2023, "GDP");
        // The share as published agrees with the amounts to its four decimals.
        Assert.Equal(share, 100 * received / product, 4);
    }

    // Area; mean price of receiving in 2014 and 2019 over its corridors and quarters; SmaRT of 2014, whose quotes end in June.
    [Theory]
    [InlineData("GTM", 4.818325, 4.59725, 3.3183335)]
    [InlineData("SLV", 4.320451, 3.796025, 2.9166665)]
    [InlineData("PHL", 5.8304722500000015, 4.7316, 3.4211538461538464)]
    [InlineData("IND", 6.712937500000002, 5.606311250000001, 3.052307692307692)]
    [InlineData("NGA", 7.703928217391304, 9.250350000000001, 4.588787727272726)]
    public void Prices_of_a_year_are_the_mean_of_the_rows_of_its_quarters(string area, double in2014, double in2019, double smart)
    {
        Is(in2014, "R1.07", area, 2014, "RECEIVE");
        Is(in2019, "R1.07", area, 2019, "RECEIVE");
        Is(smart, "R1.08", area, 2014, "RECEIVE");
        Assert.Null(Table.Latest("R1.08", area, new("RECEIVE"), 2010));
    }

    [Fact]
    public void Prices_of_corridors_stand_in_order_and_sending_is_told_apart()
    {
        Is(5.808572619047618, "R1.07", "USA", 2019, "SEND");
        Assert.Equal([("JPN", 9.429325), ("NZL", 6.08795), ("CAN", 5.61375)], Table.Ranked("R1.07", "PHL", 2019, new("RECEIVE_FROM")).Take(3).Select(value => (value.Key.Counterpart, Math.Round(value.Value, 6))));
        // 138 countries of the two tables send or receive, 116 have a SmaRT, beside the former Netherlands Antilles.
        Assert.Equal((138, 116), (Table.Coverage.Single(one => one.Indicator.Code == "R1.07").Filled, Table.Coverage.Single(one => one.Indicator.Code == "R1.08").Filled));
    }

    [Fact]
    public void Registers_answer_with_a_date_and_their_records()
    {
        var ratified = Table.Latest("G1.01", "GTM")!;
        Assert.Equal(8, ratified.Value);
        Assert.Equal("2022-08", ratified.Period.ToString());
        Assert.Contains(ratified.Inputs, input => input is { Collection: "treaty-actions", Key: "ICRMW-GTM", IsRecord: true });
        Assert.Contains("14 de marzo de 2003", Table.Latest("G1.01", "GTM", new("ICRMW"))!.Words!.Es, StringComparison.Ordinal);
        Assert.Equal("Foreign-born, refugees added", Table.Latest("M1.09", "GTM")!.Words!.En);
        Assert.False(Table.IsFilled("G1.10", "DEU"));
        Assert.InRange(Table.Latest("Q1.01", "GTM")!.Value, 50, 100);
    }

    [Fact]
    public void Every_figure_behind_a_value_can_be_followed_to_its_rows()
    {
        var table = Table;
        foreach (var indicator in table.Registry.All)
        {
            foreach (var value in table.Of(indicator.Code, "GTM").Where(value => value.IsFilled).GroupBy(value => value.Key).Select(group => group.Last()))
            {
                foreach (var input in value.Inputs)
                {
                    if (input.IsRecord)
                    {
                        Assert.NotNull(bundled.Installation.Records.Table(input.Collection).Find(input.Key));
                        continue;
                    }

                    var dataset = bundled.Installation.Dataset(input.Collection, input.Revision);
                    var found = FigureReference.TryParse($"{input.Collection}/{input.Key}/{input.Period}")!.In(dataset, bundled.Installation.Areas);
                    Assert.NotEmpty(Assert.Single(found).Value.Addends);
                }
            }
        }
    }

    [Fact]
    public void The_dataset_holds_the_numbers_of_the_table_and_comes_once()
    {
        var table = Table;
        var first = bundled.Installation.PublishIndicators(TestContext.Current.CancellationToken);
        Assert.False(bundled.Installation.PublishIndicators(TestContext.Current.CancellationToken).IsNew);
        Assert.Same(table, bundled.Installation.Indicators(TestContext.Current.CancellationToken));
        var kept = bundled.Installation.Dataset(IndicatorDataset.Id, first.Part.Revision.Id);
        var observation = Assert.Single(kept.Select(Query.All.Where("INDICATOR", "M1.02").Where("REF_AREA", "GTM").During(TimePeriod.OfYear(2020))));
        Assert.Equal(table.At("M1.02", "GTM", 2020)!.Value, kept.Observations.Values[observation]);
        Assert.Equal(10, kept.Select(Query.All.Where("INDICATOR", "M1.06").Where("REF_AREA", "GTM").Where("SEX", "_T").During(TimePeriod.OfYear(2024))).Count);
        Assert.Contains("STOCK/UNDESA.2024", first.Part.Parameters, StringComparison.Ordinal);
        Assert.Equal(bundled.Installation.Parts().Count(part => table.Revisions.Contains(part.Revision)), first.Part.CompiledFrom.Count);
    }

    // Germany is in seven of the eight lists; the one that does not name it is of August 2022, and the oldest of 2011.
    [Fact]
    public void Count_of_instruments_rests_on_every_list_and_tells_their_years()
    {
        var ratified = Table.Latest("G1.01", "DEU")!;
        Assert.Equal(7, ratified.Value);
        Assert.Equal("2022-08", ratified.Period.ToString());
        Assert.Equal("party to 7 of the 8 instruments whose list is held; lists of 2011 to 2022", ratified.Words!.En);
    }

    // World Population Prospects 2019 projected by docs/methods/projection.md: constant and zero-migration population of Mexico in 2050,
    // and the effect that the dataset of scenarios gives itself.
    [Fact]
    public void Scenarios_of_2050_fill_their_indicators()
    {
        bundled.Import([.. new[] { "population-undesa-2019", "periods-undesa-2019" }.Where(table => !bundled.Installation.Parts().Any(part => part.File.Name == table + ".csv.gz"))]);
        var part = bundled.Installation.EstimatePopulations(null, TestContext.Current.CancellationToken).Part;
        var scenarios = bundled.Installation.Dataset(part.Revision.Dataset, part.Revision.Id);
        Is(Of("CONSTANT", "OADR"), "P2.02", "MEX", 2050, "WITH");
        Is(Of("ZERO", "OADR"), "P2.02", "MEX", 2050, "WITHOUT");
        Is(Of("CONSTANT", "POP_BROAD", "Y15T64"), "P2.03", "MEX", 2050, "WITH");
        Is(Of("ZERO", "POP_BROAD", "Y15T64"), "P2.03", "MEX", 2050, "WITHOUT");
        Assert.Equal(Of("EFFECT", "EFFECT_PT"), Table.At("P2.04", "MEX", 2050)!.Value, 3);
        Assert.InRange(Table.Coverage.Single(one => one.Indicator.Code == "P2.04").Filled, 195, 240);

        double Of(string scenario, string measure, string age = "_T")
        {
            var found = Assert.Single(scenarios.Select(Query.All.Where("REF_AREA", "MEX").Where("SCENARIO", scenario).Where("MEASURE", measure).Where("SEX", "_T").Where("AGE", age).During(TimePeriod.OfYear(2050))));
            return scenarios.Plain(found);
        }
    }

    // Sums of asylum-applications-unhcr-2025 for the United States in 2019: APPLIED.N.PS and APPLIED.N.CASE are two parts of the year.
    [Fact]
    public void Asylum_is_counted_by_persons_and_by_cases_apart()
    {
        bundled.Import([.. new[] { "asylum-applications-unhcr-2025", "asylum-decisions-unhcr-2025" }.Where(table => !bundled.Installation.Parts().Any(part => part.File.Name == table + ".csv.gz"))]);
        Is(166731, "F1.03", "USA", 2019, "APPLICATIONS");
        Is(89467, "F1.03", "USA", 2019, "APPLICATIONS_CASES");
        Assert.Equal("CASE", Table.At("F1.03", "USA", 2019, new("APPLICATIONS_CASES"))!.Unit);
    }

    // Germans live in 123 countries; the figures of a few of them are imputed. Received money per head is worked out, not counted.
    [Fact]
    public void Quality_is_that_of_the_whole_and_own_estimates_are_estimated()
    {
        Assert.Equal(IndicatorQuality.Estimated, Table.At("M2.04", "DEU", 2024, new("HHI"))!.Quality);
        Assert.Equal(Table.At("M2.01", "DEU", 2024)!.Quality, Table.At("M2.04", "DEU", 2024, new("HHI"))!.Quality);
        Assert.Equal(IndicatorQuality.Estimated, Table.At("R1.04", "DEU", 2023, new("PER_HEAD"))!.Quality);
        Assert.Equal(IndicatorQuality.Observed, Table.At("R1.01", "DEU", 2023)!.Quality);
    }

    private void Is(double expected, string code, string area, int year, string measure = IndicatorKey.All) =>
        Assert.Equal(expected, Table.At(code, area, year, new(measure))!.Value, Math.Abs(expected) * 1e-12);
}
