using Periplo.Remittances;
using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Remittances;

/// <summary>The matrices of every year, estimated from the bundled figures.</summary>
[Collection(nameof(EstimatedStore))]
public sealed class EstimateTests(EstimatedStore store)
{
    [Fact]
    public void Corridors_of_every_receiver_year_and_method_add_up_to_the_inflow_published()
    {
        var money = store.Installation.Dataset("REMITTANCES", "WB.2023");
        var receiver = money.Definition.Dimension("COUNTERPART_AREA");
        var published = money.Select(Query.All.Where("REF_AREA", "_T").Where("INDICATOR", "FLOW_BOP").Where("UNIT_MEASURE", "USD"))
            .ToDictionary(i => (money.Observations.Code(receiver, i), money.Observations.Times[i].Year), money.Plain);
        Assert.Equal((1990, 2023), (store.Matrices.Years[0], store.Matrices.Years[^1]));
        var seen = 0;
        foreach (var year in store.Matrices.Years)
        {
            foreach (var group in store.Matrices.Of(year).GroupBy(range => range.Receiver))
            {
                var inflow = published[(group.Key, year)];
                Assert.Equal((inflow, inflow, inflow, inflow), (group.Sum(one => one.Rule1), group.Sum(one => one.Rule2), group.Sum(one => one.Rule3), group.Sum(one => one.Balanced)));
                Assert.All(group, range => Assert.True(range.Low >= 0 && range.Low <= range.Rule3 && range.Rule3 <= range.High));
                seen++;
            }
        }

        // Only Kosovo receives money without having emigrants of its own in the stocks.
        Assert.Equal(published.Keys.Count(key => key.Item1 != "XKX" && key.Year >= 1990), seen);
        Assert.Equal(published[("XKX", 2016)], store.Matrices.Unshared("XKX", 2016));
        Assert.Null(store.Matrices.Unshared("MEX", 2016));
    }

    [Fact]
    public void Rule_1_of_a_corridor_is_its_share_of_the_emigrants()
    {
        var stock = store.Installation.Dataset("STOCK", "UNDESA.2024");
        var sums = new Periplo.Statistics.Totals(stock, BundledData.Areas).ByPeriod(Query.All.Where("COUNTERPART_AREA", "MEX").Where("SEX", "_T").Where("MEASURE", "STOCK").During(TimePeriod.OfYear(2020)), "REF_AREA");
        var inflow = store.Matrices.ReceivedBy("MEX", 2020).Sum(range => range.Rule1);
        // 11,177,052 Mexicans live in the United States in revision 2024.
        Assert.Equal(inflow * 11_177_052 / sums[TimePeriod.OfYear(2020)].Value, store.Matrices.Corridor("USA", "MEX", 2020)!.Rule1, 1);
    }

    [Fact]
    public void Closed_corridors_are_in_no_matrix()
    {
        foreach (var (sender, receiver) in new[] { ("IND", "PAK"), ("PAK", "IND"), ("ISR", "LBN"), ("LBN", "ISR"), ("ARM", "AZE"), ("AZE", "ARM") })
            Assert.Empty(store.Matrices.Series(sender, receiver));
        Assert.Equal(34, store.Matrices.Series("USA", "MEX").Count);
    }

    [Fact]
    public void Sender_without_income_of_the_year_is_told()
    {
        // The United Arab Emirates are in no table of incomes but that of 2017; Cuba is in none.
        Assert.Equal("y_j=2017", store.Matrices.Corridor("ARE", "IND", 2016)!.Remark);
        Assert.Equal("y_j=none", store.Matrices.Corridor("CUB", "ESP", 2016)!.Remark);
        Assert.Null(store.Matrices.Corridor("USA", "MEX", 2016)!.Remark);
        Assert.InRange(store.Matrices.FallbackMigrants("IND", 2016)!.Value, 2_000_000, 5_000_000);
    }

    [Fact]
    public void The_same_inputs_again_change_nothing()
    {
        Assert.True(store.First.IsNew);
        var again = store.Installation.EstimateRemittances(TestContext.Current.CancellationToken);
        Assert.False(again.IsNew);
        Assert.Equal(store.First.Part.Revision, again.Part.Revision);
    }

    [Fact]
    public void Estimate_carries_its_inputs_and_is_not_the_revision_taken_by_default()
    {
        var part = store.First.Part;
        Assert.Equal("PERIPLO.WB-2023_UNDESA-2024", part.Revision.Id);
        Assert.Contains(store.Installation.Dataset("STOCK", null).ContentHash, part.Parameters, StringComparison.Ordinal);
        Assert.Contains("closed IND PAK", part.Parameters, StringComparison.Ordinal);
        Assert.Equal(["gdp-head-wb-2017.csv.gz", "remittances-wb-2023.csv.gz", "stock-undesa-2024.csv.gz"], part.CompiledFrom.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["WB.2023", "WB.2017", part.Revision.Id], store.Installation.Revisions(store.Installation.Definition("REMITTANCES")).Select(revision => revision.Id));
        Assert.All(MatrixWords.Caveats, caveat => Assert.Contains(part.Notes, note => note.Es == caveat.Es));
    }

    [Fact]
    public void Store_without_inputs_says_what_it_lacks()
    {
        var folder = Directory.CreateTempSubdirectory("periplo-remittances-");
        var empty = new Periplo.Observatory.Installation(Periplo.Storage.Store.Open(Path.Combine(folder.FullName, "s.db")), new(BundledData.Path("."), null), TimeProvider.System);
        var refused = Assert.Throws<StatisticsException>(() => empty.EstimateRemittances(TestContext.Current.CancellationToken));
        Assert.Contains("STOCK", refused.Explanation.Fr, StringComparison.Ordinal);
        Assert.Null(empty.RemittanceMatrices());
        Assert.Empty(empty.RemittancePriceRounds());
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Rounds_of_prices_have_the_components_of_the_indicator()
    {
        var rounds = store.Installation.RemittancePriceRounds();
        Assert.Equal(35, rounds.Count);
        Assert.Equal(("2011-Q1", "2020-Q3"), (rounds[0].Round.ToString(), rounds[^1].Round.ToString()));
        var quoted = rounds.Single(round => round.Round.ToString() == "2014-Q2");
        Assert.Equal(7.898480, quoted.MeanOfServices!.Value, 5e-7);
        Assert.NotNull(quoted.SmartMean);
        Assert.All(rounds, round =>
        {
            Assert.Equal(round.Round.Year, round.WeightYear);
            Assert.InRange(round.WeightedShare!.Value, 0.3, 0.9);
            Assert.InRange(round.BelowFive + round.AboveFive, round.Corridors - 2, round.Corridors);
            Assert.InRange(round.AboveTarget!.Rule3, round.AboveTarget.Low, round.AboveTarget.High);
        });
        Assert.All(rounds.Skip(10), round => Assert.True(round is { MeanOfServices: null, SmartMean: null, WithoutSmart: null, SmartAboveFive: null }));
    }

    [Fact]
    public void Price_of_an_area_is_the_mean_of_its_corridors_and_rounds()
    {
        var table = store.Installation.RemittancePrices()!;
        var price = table.To("GTM", 2014)!;
        // Two rounds computed from quotes and two published as averages, all of one corridor: from the United States.
        var series = table.Series("USA", "GTM").Where(one => one.Round.Year == 2014).ToList();
        Assert.Equal((1, 4), (price.Corridors, price.Rounds));
        Assert.Equal(series.Average(one => one.Average!.Value), price.Average, 1e-12);
        Assert.Equal(series.Take(2).Average(one => one.Smart!.Value), price.Smart!.Value, 1e-12);
        Assert.Null(table.To("GTM", 2009));
        Assert.Equal(table.Corridors.Count(key => key.Sender == "USA" && table.Series("USA", key.Receiver).Any(one => one.Round.Year == 2020)), table.From("USA", 2020)!.Corridors);
    }

    [Fact]
    public void Weighted_mean_and_money_above_the_target_are_those_of_the_corridors()
    {
        var last = store.Installation.RemittancePriceRounds()[^1];
        var (paid, money, above) = (0.0, 0.0, 0.0);
        foreach (var price in store.Installation.RemittancePrices()!.Of(last.Round))
        {
            if (store.Matrices.Corridor(price.Sender, price.Receiver, 2020) is not { } flow)
                continue;
            (paid, money) = (paid + (flow.Rule3 * price.Average!.Value), money + flow.Rule3);
            above += price.Average > 3 ? flow.Rule3 * (price.Average.Value - 3) / 100 : 0;
        }

        Assert.Equal(paid / money, last.WeightedMean!.Value, 1e-9);
        Assert.Equal(above, last.AboveTarget!.Rule3, 1);
    }
}
