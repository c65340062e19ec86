using Periplo.Flows;
using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>FLOWS as estimated from the bundled stocks and demography.</summary>
[Collection(nameof(EstimatedFlowStore))]
public sealed class EstimatedFlowsTests(EstimatedFlowStore store)
{
    [Fact]
    public void Revision_is_named_after_its_inputs_and_carries_them()
    {
        var part = store.Kept.Import.Part;
        Assert.Equal("PERIPLO.UNDESA-2024_UNDESA-2024", part.Revision.Id);
        foreach (var input in new[] { "STOCK", "DEMOGRAPHY" })
            Assert.Contains(store.Installation.Dataset(input, null).ContentHash, part.Parameters, StringComparison.Ordinal);
        Assert.Contains("methods sd-drop da-closed-qi da-closed-pb", part.Parameters, StringComparison.Ordinal);
        Assert.Equal(["demography-undesa-2024.csv.gz", "stock-undesa-2024.csv.gz"], part.CompiledFrom.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.All(FlowWords.Caveats, caveat => Assert.Contains(part.Notes, note => note.Fr == caveat.Fr));
        // The Holy See has migrants and no demography.
        Assert.Contains(part.Notes, note => note.En.Contains("Holy See", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_inputs_and_settings_again_change_nothing_and_others_make_another_revision()
    {
        Assert.True(store.Kept.Import.IsNew);
        var again = Assert.Single(store.Installation.EstimateFlows("2024", "UNDESA.2024", EstimatedFlowStore.Settings, TestContext.Current.CancellationToken));
        Assert.False(again.Import.IsNew);
        Assert.Empty(again.Periods);
        var other = Assert.Single(store.Installation.EstimateFlows(null, null, new([FlowMethod.StockDifferenceDrop], 0, 1), TestContext.Current.CancellationToken));
        Assert.Equal("PERIPLO.UNDESA-2024_UNDESA-2024-02", other.Import.Part.Revision.Id);
        Assert.Throws<StatisticsException>(() => store.Installation.EstimateFlows("1900", null, EstimatedFlowStore.Settings, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Periods_are_those_of_five_years_and_figures_stand_under_the_first()
    {
        var o = store.Dataset.Observations;
        Assert.Equal([1990, 1995, 2000, 2005, 2010, 2015], o.Times.Select(time => time.Year).Distinct().Order());
        // The demography ends in 2023, so that there are no four years from 2020.
        Assert.Equal(["5Y"], o.Codes[store.Dataset.Definition.Dimension("DURATION")]);
        Assert.Equal(["A5"], o.Codes[store.Dataset.Definition.Dimension("FREQ")]);
        Assert.All(o.Statuses, status => Assert.Equal(ObservationStatus.E, status));
        Assert.All(o.Values, value => Assert.True(value >= 0 && value == Math.Floor(value)));
    }

    [Fact]
    public void Corridors_add_up_to_what_areas_receive_and_lose_and_none_is_zero()
    {
        var d = store.Dataset;
        var (to, from, group, method, sex) = (d.Definition.Dimension("REF_AREA"), d.Definition.Dimension("COUNTERPART_AREA"), d.Definition.Dimension("FLOW_GROUP"), d.Definition.Dimension("EST_METHOD"), d.Definition.Dimension("SEX"));
        var (sums, totals) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        for (var i = 0; i < d.Observations.Count; i++)
        {
            string Key(string side, string area) => $"{d.Observations.Times[i]} {d.Observations.Code(method, i)} {d.Observations.Code(sex, i)} {side} {area}";
            var (arrived, left) = (d.Observations.Code(to, i), d.Observations.Code(from, i));
            if (d.Observations.Code(group, i) != "_T" || (arrived == "_T" && left == "_T"))
                continue;
            if (arrived == "_T" || left == "_T")
            {
                totals.Add(arrived == "_T" ? Key("from", left) : Key("to", arrived), d.Observations.Values[i]);
                continue;
            }

            Assert.True(d.Observations.Values[i] > 0, d.Observations.Key(i));
            foreach (var key in new[] { Key("from", left), Key("to", arrived) })
                sums[key] = sums.GetValueOrDefault(key) + d.Observations.Values[i];
        }

        Assert.NotEmpty(sums);
        Assert.All(totals, pair => Assert.Equal(pair.Value, sums.GetValueOrDefault(pair.Key)));
        Assert.All(sums.Keys, key => Assert.Contains(key, totals.Keys));
    }

    [Fact]
    public void Arrivals_less_departures_are_the_change_in_population_less_births_plus_deaths()
    {
        // Guatemala: mid-2015 and mid-2020, and half of 2015 and 2020 with all between (thousands, demography-undesa-2024).
        var demography = store.Installation.Dataset("DEMOGRAPHY", null);
        double Of(string measure, int year) => demography.Plain(Assert.Single(demography.Select(Query.All.Where("REF_AREA", "GTM").Where("MEASURE", measure).Where("SEX", "_T").During(TimePeriod.OfYear(year)))));
        var natural = Enumerable.Range(2015, 6).Sum(year => (year is 2015 or 2020 ? 0.5 : 1) * (Of("BIRTHS", year) - Of("DEATHS", year)));
        var net = Of("POP_MID", 2020) - Of("POP_MID", 2015) - natural;
        foreach (var method in new[] { FlowMethod.ClosedMinimum, FlowMethod.PseudoBayes })
        {
            var estimate = store.Kept.Periods[^1].Estimates.Single(one => one.Method == method);
            var (summary, place) = (estimate.Table!.Summary, estimate.Material.Input.Start.Residences.ToList().IndexOf("GTM"));
            // What the balance of the world did to the native born.
            var adjusted = summary.EndAdjustments[place] - summary.StartAdjustments[place];
            Assert.InRange(Math.Abs(adjusted), 1, 1000);
            Assert.InRange(summary.WorstMarginError!.Value, 0, 1e-5);
            // Two margins in whole persons.
            Assert.Equal(net + adjusted, store.Flow("_T", "GTM", 2015, method) - store.Flow("GTM", "_T", 2015, method), 2.0);
        }
    }

    [Fact]
    public void Parts_of_a_total_are_those_born_in_origin_destination_and_elsewhere()
    {
        foreach (var (from, to) in new[] { ("_T", "USA"), ("MEX", "_T"), ("_T", "_T") })
        {
            var parts = new[] { FlowDefinitions.Outward, FlowDefinitions.Return, FlowDefinitions.Transit }.Select(group => store.Flow(from, to, 2010, FlowMethod.PseudoBayes, group)).ToList();
            Assert.All(parts, part => Assert.True(part > 0));
            Assert.Equal(store.Flow(from, to, 2010, FlowMethod.PseudoBayes), parts.Sum(), 3.0);
        }
    }

    [Fact]
    public void Corridors_carry_how_the_destination_counts()
    {
        var stock = store.Installation.Dataset("STOCK", null);
        string? Type(Dataset of, int i) => of.Observations.AttributeSets[of.Observations.Attributes[i]].DataType;
        foreach (var area in new[] { "USA", "DEU", "CUB" })
        {
            var published = stock.Select(Query.All.Where("REF_AREA", area).Where("SEX", "_T").During(TimePeriod.OfYear(2020))).Select(i => Type(stock, i)).Distinct().Single();
            var ours = store.Dataset.Select(Query.All.Where("REF_AREA", area).During(TimePeriod.OfYear(2015))).Select(i => Type(store.Dataset, i)).Distinct().Single();
            Assert.Equal(published, ours);
        }
    }

    [Fact]
    public void Stock_differences_are_told_by_sex_and_accounts_for_both()
    {
        // Women and men both grew in number, so that the sexes add up to both.
        double Of(string sex) => store.Flow("MEX", "USA", 1990, FlowMethod.StockDifferenceDrop, sex: sex);
        Assert.Equal((Grown("_T"), Grown("F"), Grown("M")), (Of("_T"), Of("F"), Of("M")));
        Assert.Equal(Of("_T"), Of("F") + Of("M"));
        double Grown(string sex) => Born(1995, sex) - Born(1990, sex);
        double Born(int year, string sex)
        {
            var stock = store.Installation.Dataset("STOCK", null);
            return stock.Plain(Assert.Single(stock.Select(Query.All.Where("REF_AREA", "USA").Where("COUNTERPART_AREA", "MEX").Where("SEX", sex).During(TimePeriod.OfYear(year)))));
        }

        Assert.Empty(store.Dataset.Select(Query.All.Where("EST_METHOD", "DA_CLOSED_QI").Where("SEX", "F", "M")));
    }

    [Fact]
    public void Fewest_moves_are_no_more_than_any_other_table_explains()
    {
        foreach (var period in store.Kept.Periods)
        {
            var (fewest, pseudo) = (store.Flow("_T", "_T", period.Period.First, FlowMethod.ClosedMinimum), store.Flow("_T", "_T", period.Period.First, FlowMethod.PseudoBayes));
            Assert.InRange(fewest, 1, pseudo);
        }
    }
}
