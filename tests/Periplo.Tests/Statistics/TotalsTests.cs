using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

public class TotalsTests
{
    private static readonly TimePeriod Y2020 = TimePeriod.OfYear(2020);

    [Fact]
    public void ByPeriod_published_total_is_taken_before_its_parts()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "_T", 2020, 100), Sample.Stock("USA", "MEX", 2020, 30), Sample.Stock("USA", "GTM", 2020, 20));

        var total = Of(dataset, Query.All.Where("REF_AREA", "USA"), "COUNTERPART_AREA");

        Assert.Equal((100.0, true, 1), (total.Value, total.IsPublished, total.Addends.Count));
    }

    [Fact]
    public void ByPeriod_without_a_published_total_adds_countries_and_unknown()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 30), Sample.Stock("USA", "GTM", 2020, 20), Sample.Stock("USA", "OOO", 2020, 5));

        var total = Of(dataset, Query.All, "COUNTERPART_AREA");

        Assert.Equal((55.0, false, 3, ObservationStatus.A), (total.Value, total.IsPublished, total.Addends.Count, total.Status));
    }

    [Fact]
    public void ByPeriod_region_is_never_added_to_its_members()
    {
        var dataset = Sample.Stock(Sample.Stock("MEX", "USA", 2020, 30), Sample.Stock("GTM", "USA", 2020, 20), Sample.Stock("419", "USA", 2020, 999));

        Assert.Equal(50, Of(dataset, Query.All, "REF_AREA").Value);
    }

    [Fact]
    public void ByPeriod_world_is_the_published_total_of_destinations()
    {
        var dataset = Sample.Stock(Sample.Stock("001", "USA", 2020, 60), Sample.Stock("MEX", "USA", 2020, 30), Sample.Stock("GTM", "USA", 2020, 20));

        Assert.Equal((60.0, true), (Of(dataset, Query.All, "REF_AREA").Value, Of(dataset, Query.All, "REF_AREA").IsPublished));
    }

    [Fact]
    public void ByPeriod_former_state_beside_its_successors_is_counted_once()
    {
        var dataset = Sample.Stock(Sample.Stock("EGY", "SUD", 2010, 50), Sample.Stock("EGY", "SDN", 2010, 40), Sample.Stock("EGY", "SSD", 2010, 10), Sample.Stock("EGY", "LBY", 2010, 7));

        Assert.Equal(57, new Totals(dataset, BundledData.Areas).ByPeriod(Query.All, "COUNTERPART_AREA")[TimePeriod.OfYear(2010)].Value);
    }

    [Fact]
    public void ByPeriod_grand_total_is_not_added_to_figures_outside_its_row()
    {
        // The world row lacks an origin that one destination tells apart: it is in the grand total already.
        var dataset = Sample.Stock(
            Sample.Stock("001", "_T", 2020, 100), Sample.Stock("001", "MEX", 2020, 60), Sample.Stock("USA", "MEX", 2020, 60), Sample.Stock("USA", "XXA", 2020, 3));

        Assert.Equal(100, Of(dataset, Query.All, "REF_AREA", "COUNTERPART_AREA").Value);
        Assert.Equal(100, Of(dataset, Query.All, "COUNTERPART_AREA", "REF_AREA").Value);
    }

    [Fact]
    public void ByPeriod_destination_without_a_total_is_added_to_those_that_have_one()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "_T", 2020, 100), Sample.Stock("USA", "MEX", 2020, 60), Sample.Stock("CAN", "MEX", 2020, 5));

        Assert.Equal((105.0, false), (Of(dataset, Query.All, "REF_AREA", "COUNTERPART_AREA").Value, Of(dataset, Query.All, "REF_AREA", "COUNTERPART_AREA").IsPublished));
        Assert.Equal(105, Of(dataset, Query.All, "COUNTERPART_AREA", "REF_AREA").Value);
    }

    [Fact]
    public void ByPeriod_total_over_two_of_three_dimensions_is_not_added_to_figures_outside_its_row()
    {
        var dataset = Sample.Stock(
            Sample.Stock("001", "_T", 2020, 60, "F"), Sample.Stock("001", "_T", 2020, 40, "M"), Sample.Stock("USA", "XXA", 2020, 3, "F"), Sample.Stock("USA", "XXA", 2020, 2, "M"));

        Assert.Equal(100, Of(dataset, Query.All, "SEX", "REF_AREA", "COUNTERPART_AREA").Value);
        Assert.Equal(100, Of(dataset, Query.All, "COUNTERPART_AREA", "REF_AREA", "SEX").Value);
    }

    [Fact]
    public void ByPeriod_total_under_two_codes_is_taken_once()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "_T", 2020, 100), Sample.Stock("USA", "001", 2020, 100), Sample.Stock("USA", "MEX", 2020, 60));

        Assert.Equal(100, Of(dataset, Query.All, "COUNTERPART_AREA").Value);
        Assert.Equal(100, Of(dataset, Query.All, "COUNTERPART_AREA", "REF_AREA").Value);
    }

    [Fact]
    public void ByPeriod_sexes_are_added_where_the_total_is_not_published()
    {
        var dataset = Sample.Stock(
            Sample.Stock("USA", "MEX", 2020, 10, "F"), Sample.Stock("USA", "MEX", 2020, 12, "M"), Sample.Stock("USA", "MEX", 2020, 1, "_U"),
            Sample.Stock("USA", "GTM", 2020, 7, "_T"), Sample.Stock("USA", "GTM", 2020, 3, "F"), Sample.Stock("USA", "GTM", 2020, 4, "M"));

        var totals = new Totals(dataset, BundledData.Areas).By("COUNTERPART_AREA", Query.All, "SEX");

        Assert.Equal((23.0, false), (totals[("MEX", Y2020)].Value, totals[("MEX", Y2020)].IsPublished));
        Assert.Equal((7.0, true), (totals[("GTM", Y2020)].Value, totals[("GTM", Y2020)].IsPublished));
        Assert.Equal(30, Of(dataset, Query.All, "SEX", "COUNTERPART_AREA").Value);
    }

    [Fact]
    public void ByPeriod_ages_that_do_not_overlap_are_added()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 1, age: "Y0T4"), Sample.Stock("USA", "MEX", 2020, 2, age: "Y5T9"), Sample.Stock("USA", "MEX", 2020, 4, age: "Y_GE10"), Sample.Stock("USA", "MEX", 2020, 8, age: "_U"));

        Assert.Equal(15, Of(dataset, Query.All, "AGE").Value);
    }

    [Theory]
    [InlineData("Y0T4", "Y0T14")]
    [InlineData("Y_LT15", "Y14T18")]
    [InlineData("Y_GE65", "Y75T79")]
    [InlineData("Y25", "Y25T29")]
    public void ByPeriod_ages_that_overlap_are_refused(string one, string other)
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 1, age: one), Sample.Stock("USA", "MEX", 2020, 2, age: other));

        var error = Assert.Throws<StatisticsException>(() => Of(dataset, Query.All, "AGE"));

        Assert.Contains(one, error.Explanation.En, StringComparison.Ordinal);
        Assert.Contains(other, error.Explanation.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void ByPeriod_rates_are_refused_but_one_rate_is_itself()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 4.5, measure: "SHARE"), Sample.Stock("CAN", "MEX", 2020, 2.5, measure: "SHARE"));

        Assert.Throws<StatisticsException>(() => Of(dataset, Query.All, "REF_AREA"));
        Assert.Equal(4.5, Of(dataset, Query.All.Where("REF_AREA", "USA"), "REF_AREA").Value);
    }

    [Fact]
    public void ByPeriod_dimension_left_open_is_refused_by_name()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 1, "F"), Sample.Stock("USA", "GTM", 2020, 2, "M"));

        Assert.Contains("SEX", Assert.Throws<StatisticsException>(() => Of(dataset, Query.All, "COUNTERPART_AREA")).Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void ByPeriod_over_a_dimension_that_has_no_sum_is_refused()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 1), Sample.Stock("USA", "MEX", 2020, 2, measure: "SHARE"));

        Assert.Throws<StatisticsException>(() => Of(dataset, Query.All, "MEASURE"));
    }

    [Fact]
    public void ByPeriod_multipliers_are_brought_to_plain_units()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 10.5, set: new(3)), Sample.Stock("USA", "GTM", 2020, 7), Sample.Stock("USA", "HND", 2020, 1, set: new(6)));

        Assert.Equal(1_010_507, Of(dataset, Query.All, "COUNTERPART_AREA").Value);
    }

    [Fact]
    public void ByPeriod_missing_addends_are_counted_not_taken_as_zero()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 10), Sample.MissingStock("USA", "GTM", 2020), Sample.MissingStock("CAN", "GTM", 2021), Sample.MissingStock("CAN", "MEX", 2021));
        var totals = new Totals(dataset, BundledData.Areas).ByPeriod(Query.All, "REF_AREA", "COUNTERPART_AREA");

        Assert.Equal((10.0, 1, 2), (totals[Y2020].Value, totals[Y2020].Missing, totals[Y2020].Addends.Count));
        Assert.Equal((false, 2, ObservationStatus.O), (totals[TimePeriod.OfYear(2021)].HasValue, totals[TimePeriod.OfYear(2021)].Missing, totals[TimePeriod.OfYear(2021)].Status));
    }

    [Fact]
    public void ByPeriod_addends_of_several_statuses_make_an_estimate()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 1), Sample.Stock("USA", "GTM", 2020, 2, status: ObservationStatus.I));
        var alike = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 1, status: ObservationStatus.I), Sample.Stock("USA", "GTM", 2020, 2, status: ObservationStatus.I));

        Assert.Equal(ObservationStatus.E, Of(dataset, Query.All, "COUNTERPART_AREA").Status);
        Assert.Equal(ObservationStatus.I, Of(alike, Query.All, "COUNTERPART_AREA").Status);
    }

    [Fact]
    public void ByPeriod_one_country_alone_is_not_called_a_published_total()
    {
        // The group had two figures; leaving the region out leaves a sum of one.
        var dataset = Sample.Stock(Sample.Stock("MEX", "USA", 2020, 30), Sample.Stock("419", "USA", 2020, 999));

        Assert.Equal((30.0, false), (Of(dataset, Query.All, "REF_AREA").Value, Of(dataset, Query.All, "REF_AREA").IsPublished));
    }

    [Fact]
    public void By_origin_over_destinations_is_the_sum_of_a_plain_loop()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            string[] countries = ["MEX", "GTM", "HND", "SLV", "USA", "CAN", "ESP"];
            var rows = from to in countries
                       from origin in countries
                       from year in new[] { 2015, 2020 }
                       where to != origin && random.Next(4) > 0
                       select Sample.Stock(to, origin, year, random.Next(1000));
            var list = rows.ToList();
            var dataset = Sample.Dataset(Sample.Definitions.Stock, list);

            var totals = new Totals(dataset, BundledData.Areas).By("COUNTERPART_AREA", Query.All, "REF_AREA");

            Assert.Equal(
                list.GroupBy(row => (row.Codes[2], row.Time)).Select(group => $"{group.Key.Item1} {group.Key.Time} {group.Sum(row => row.Value)}").Order(StringComparer.Ordinal),
                totals.Select(pair => $"{pair.Key.Code} {pair.Key.Time} {pair.Value.Value}").Order(StringComparer.Ordinal));
        });
    }

    private static Total Of(Dataset dataset, Query query, params string[] over) => new Totals(dataset, BundledData.Areas).ByPeriod(query, over)[Y2020];
}
