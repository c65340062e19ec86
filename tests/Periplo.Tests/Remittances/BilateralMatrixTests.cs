using Periplo.Remittances;
using Xunit;

namespace Periplo.Tests.Remittances;

public sealed class BilateralMatrixTests
{
    private const double Tolerance = 1e-6;

    /// <summary>The worked example of docs/methods/remittances.md.</summary>
    internal static readonly MatrixInputs Example = new(
        [new("H", "A", 100), new("H", "B", 300), new("H", "C", 200)],
        new Dictionary<string, double> { ["H"] = 10 },
        new Dictionary<string, HeadIncome> { ["H"] = new(2000), ["A"] = new(40_000), ["B"] = new(1500), ["C"] = new(12_000) });

    [Theory]
    [InlineData(40_000, 4721.684)]
    [InlineData(1500, 2000)]
    [InlineData(12_000, 3000)]
    public void Weight_of_rule_3_is_that_of_the_worked_example(double host, double expected) =>
        Assert.Equal(expected, SharingRule.IncomeGap.Weight(2000, host), 5e-4);

    [Theory]
    [InlineData(SharingRule.Migrants, 1.666667, 5.000000, 3.333333)]
    [InlineData(SharingRule.HostIncome, 5.839416, 0.656934, 3.503650)]
    [InlineData(SharingRule.IncomeGap, 2.823689, 3.588155, 3.588155)]
    public void Shares_are_those_of_the_worked_example(SharingRule rule, double a, double b, double c)
    {
        var matrix = BilateralMatrix.Of(Example);
        Assert.Equal(["A", "B", "C"], matrix.Corridors.Select(corridor => corridor.Sender));
        Assert.All(matrix.Corridors.Zip([a, b, c]), pair => Assert.Equal(pair.Second, pair.First.By(rule), Tolerance));
        Assert.Equal((1.666667, 5.839416), (Math.Round(matrix.Corridors[0].Low, 6), Math.Round(matrix.Corridors[0].High, 6)));
    }

    [Fact]
    public void Corridors_of_a_receiver_add_up_to_its_inflow_by_every_rule() => Property.Holds(TestCounts.Properties, random =>
    {
        var inputs = Some(random);
        var matrix = BilateralMatrix.Of(inputs);
        foreach (var account in matrix.Receivers)
        {
            var of = matrix.Corridors.Where(corridor => corridor.Receiver == account.Receiver).ToList();
            Assert.Equal(account.Shared, of.Count > 0);
            if (!account.Shared)
                continue;
            Assert.All(SharingRules.All, rule => Assert.Equal(account.Inflow, of.Sum(corridor => corridor.By(rule)), Near(account.Inflow)));
            Assert.All(of, corridor => Assert.True(SharingRules.All.All(rule => corridor.By(rule) >= corridor.Low && corridor.By(rule) <= corridor.High && corridor.Low >= 0)));
            Assert.Equal(of.Sum(corridor => corridor.Migrants), account.Migrants, Near(account.Migrants));
        }
    });

    [Fact]
    public void Rule_3_is_rule_1_where_no_host_is_richer() => Property.Holds(TestCounts.Properties, random =>
    {
        var inputs = Some(random);
        var least = inputs.Incomes.Values.Min(income => income.PerHead);
        var poor = inputs.Incomes.ToDictionary(pair => pair.Key, pair => inputs.Inflows.ContainsKey(pair.Key) ? pair.Value : new HeadIncome(least * random.NextDouble() + 1e-3));
        var home = inputs.Inflows.Keys.First();
        var alone = inputs with { Inflows = new Dictionary<string, double> { [home] = 1e6 }, Incomes = poor.Where(pair => pair.Key == home || !inputs.Inflows.ContainsKey(pair.Key)).ToDictionary() };
        Assert.All(BilateralMatrix.Of(alone).Corridors, corridor => Assert.Equal(corridor.Rule1, corridor.Rule3, Near(corridor.Rule1)));
    });

    [Fact]
    public void Weight_of_rule_3_is_continuous_where_incomes_are_equal() => Property.Holds(TestCounts.Properties, random =>
    {
        var home = Math.Pow(10, (random.NextDouble() * 4) + 1);
        Assert.Equal(home, SharingRule.IncomeGap.Weight(home, home));
        Assert.Equal(home, SharingRule.IncomeGap.Weight(home, home * (1 - 1e-12)));
        Assert.Equal(home, SharingRule.IncomeGap.Weight(home, home + 1e-9), 1e-6);
    });

    [Fact]
    public void A_richer_host_never_gets_a_smaller_share() => Property.Holds(TestCounts.Properties, random =>
    {
        var inputs = Some(random);
        var host = inputs.Incomes.Keys.ElementAt(random.Next(inputs.Incomes.Count));
        var richer = new Dictionary<string, HeadIncome>(inputs.Incomes) { [host] = new(inputs.Incomes[host].PerHead * (1 + random.NextDouble())) };
        var (before, after) = (BilateralMatrix.Of(inputs).Corridors, BilateralMatrix.Of(inputs with { Incomes = richer }).Corridors);
        foreach (var (poor, rich) in before.Zip(after).Where(pair => pair.First.Sender == host && pair.First.Receiver != host))
        {
            Assert.True(rich.Rule3 >= poor.Rule3 * (1 - 1e-12));
            Assert.True(rich.Rule2 >= poor.Rule2 * (1 - 1e-12));
            Assert.Equal(poor.Rule1, rich.Rule1);
        }
    });

    [Fact]
    public void Counting_migrants_in_other_units_changes_nothing() => Property.Holds(TestCounts.Properties, random =>
    {
        var inputs = Some(random);
        var factor = Math.Pow(10, random.Next(-3, 4));
        var scaled = BilateralMatrix.Of(inputs with { Stocks = [.. inputs.Stocks.Select(stock => stock with { Migrants = stock.Migrants * factor })] }).Corridors;
        Assert.All(BilateralMatrix.Of(inputs).Corridors.Zip(scaled), pair => Assert.All(SharingRules.All, rule => Assert.Equal(pair.First.By(rule), pair.Second.By(rule), Near(pair.First.By(rule)))));
    });

    [Fact]
    public void Sender_without_income_counts_as_rich_as_the_receiver()
    {
        var incomes = Example.Incomes.Where(pair => pair.Key != "A").ToDictionary();
        var without = BilateralMatrix.Of(Example with { Incomes = incomes });
        var asAtHome = BilateralMatrix.Of(Example with { Incomes = new Dictionary<string, HeadIncome>(incomes) { ["A"] = new(2000) } });
        Assert.Equal(asAtHome.Corridors.Select(corridor => (corridor.Rule1, corridor.Rule2, corridor.Rule3)), without.Corridors.Select(corridor => (corridor.Rule1, corridor.Rule2, corridor.Rule3)));
        Assert.Equal(IncomeBasis.AsAtHome, without.Corridors[0].Basis);
        var account = Assert.Single(without.Receivers);
        Assert.Equal((600, 100, 0, 100), (account.Migrants, account.NoIncomeMigrants, account.OtherYearMigrants, account.FallbackMigrants));
    }

    [Fact]
    public void Income_of_another_year_is_told_and_used()
    {
        var matrix = BilateralMatrix.Of(Example with { Incomes = new Dictionary<string, HeadIncome>(Example.Incomes) { ["B"] = new(1500, 2014) } });
        Assert.Equal(BilateralMatrix.Of(Example).Corridors[1].Rule3, matrix.Corridors[1].Rule3);
        Assert.Equal(IncomeBasis.OfAnotherYear, matrix.Corridors[1].Basis);
        Assert.Equal((300, 0), (matrix.Receivers[0].OtherYearMigrants, matrix.Receivers[0].NoIncomeMigrants));
    }

    [Fact]
    public void Receiver_without_income_is_shared_by_rule_1_in_rule_3()
    {
        var matrix = BilateralMatrix.Of(Example with { Incomes = Example.Incomes.Where(pair => pair.Key != "H").ToDictionary() });
        Assert.False(matrix.Receivers[0].HasHomeIncome);
        Assert.All(matrix.Corridors, corridor => Assert.Equal(corridor.Rule1, corridor.Rule3, Tolerance));
        Assert.Equal(5.839416, matrix.Corridors[0].Rule2, Tolerance);
        var nothing = BilateralMatrix.Of(Example with { Incomes = new Dictionary<string, HeadIncome>() });
        Assert.All(nothing.Corridors, corridor => Assert.True(corridor.Rule1 == corridor.Rule2 && corridor.Rule2 == corridor.Rule3));
    }

    [Fact]
    public void Receiver_without_migrants_is_told_and_has_no_corridor()
    {
        var matrix = BilateralMatrix.Of(Example with { Inflows = new Dictionary<string, double> { ["H"] = 10, ["Z"] = 7, ["Y"] = 5 }, Stocks = [.. Example.Stocks, new("Y", "A", 0)] });
        Assert.Equal(["H", "Y", "Z"], matrix.Receivers.Select(account => account.Receiver));
        Assert.Equal([true, false, false], matrix.Receivers.Select(account => account.Shared));
        Assert.Equal(3, matrix.Corridors.Count);
    }

    [Fact]
    public void Closed_corridor_gets_nothing_and_the_others_its_share()
    {
        var matrix = BilateralMatrix.Of(Example with { Closed = new HashSet<(string, string)> { ("A", "H") } });
        Assert.Equal(["B", "C"], matrix.Corridors.Select(corridor => corridor.Sender));
        Assert.All(SharingRules.All, rule => Assert.Equal(10, matrix.Corridors.Sum(corridor => corridor.By(rule)), Tolerance));
    }

    [Fact]
    public void Published_zero_stays_a_zero_and_an_inflow_of_zero_too()
    {
        var matrix = BilateralMatrix.Of(Example with { Stocks = [.. Example.Stocks, new("H", "D", 0)] });
        Assert.Equal((0, 0, 0), (matrix.Corridors[3].Rule1, matrix.Corridors[3].Rule2, matrix.Corridors[3].Rule3));
        var none = BilateralMatrix.Of(Example with { Inflows = new Dictionary<string, double> { ["H"] = 0 } });
        Assert.Equal(3, none.Corridors.Count);
        Assert.All(none.Corridors, corridor => Assert.Equal(0, corridor.High));
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Figure_out_of_range_is_refused(double figure)
    {
        Assert.Throws<ArgumentException>(() => BilateralMatrix.Of(Example with { Stocks = [new("H", "A", figure)] }));
        Assert.Throws<ArgumentException>(() => BilateralMatrix.Of(Example with { Inflows = new Dictionary<string, double> { ["H"] = figure } }));
        Assert.Throws<ArgumentException>(() => BilateralMatrix.Of(Example with { Incomes = new Dictionary<string, HeadIncome>(Example.Incomes) { ["A"] = new(figure) } }));
        Assert.Throws<ArgumentException>(() => BilateralMatrix.Of(Example with { Stocks = [new("H", "A", 1), new("H", "A", 1)] }));
    }

    [Theory]
    [InlineData(1990, 100)]
    [InlineData(1991, 120)]
    [InlineData(1994, 180)]
    [InlineData(1995, 200)]
    [InlineData(1997, 200)]
    [InlineData(2002, 50)]
    public void Stocks_lie_on_the_line_between_dates(int year, double expected) =>
        Assert.Equal(expected, StockInterpolation.At([1990, 1995, 2000, 2004], [100, 200, double.NaN, 50], year), Tolerance);

    [Theory]
    [InlineData(1989)]
    [InlineData(2005)]
    public void Stocks_are_not_extrapolated(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StockInterpolation.At([1990, 1995, 2000, 2004], [100, 200, 200, 50], year));

    [Fact]
    public void Balanced_matrix_keeps_inflows_and_proportions_of_reported_outflows() => Property.Holds(TestCounts.Properties, random =>
    {
        var matrix = BilateralMatrix.Of(Some(random));
        var senders = matrix.Corridors.Where(corridor => corridor.Rule3 > 0).Select(corridor => corridor.Sender).Distinct().ToList();
        // All corridors have money, so the totals can be met; of every fourth sender nothing is reported.
        var outflows = senders.Where((_, i) => i % 4 != 3).ToDictionary(sender => sender, _ => 1e6 * (1 + random.NextDouble()));
        var balanced = BalancedMatrix.Of(matrix.Corridors, outflows);
        Assert.Equal(matrix.Corridors.Count, balanced.Flows.Count);
        Assert.All(matrix.Receivers.Where(account => account.Shared), account =>
            Assert.Equal(account.Inflow, balanced.Flows.Where(flow => flow.Receiver == account.Receiver).Sum(flow => flow.Amount), Near(account.Inflow)));
        if (balanced.Passes == BalancedMatrix.MostPasses)
            return;
        Assert.InRange(balanced.Residual, 0, 1e-9);
        foreach (var sender in senders)
        {
            var sent = balanced.Flows.Where(flow => flow.Sender == sender).Sum(flow => flow.Amount);
            var target = outflows.TryGetValue(sender, out var reported) ? reported * balanced.OutflowScale : matrix.Corridors.Where(corridor => corridor.Sender == sender).Sum(corridor => corridor.Rule3);
            Assert.Equal(target, sent, Math.Max(1e-3, target * 1e-8));
        }
    });

    [Fact]
    public void Balanced_matrix_of_the_worked_example()
    {
        // Two receivers of 10 each; senders report 12 and 4, which are raised by 20/16 to 15 and 5.
        CorridorEstimate[] seed = [new("A", "H", 1, 0, 0, 5, default), new("B", "H", 1, 0, 0, 5, default), new("A", "I", 1, 0, 0, 5, default), new("B", "I", 1, 0, 0, 5, default)];
        var balanced = BalancedMatrix.Of(seed, new Dictionary<string, double> { ["A"] = 12, ["B"] = 4 });
        Assert.Equal(1.25, balanced.OutflowScale, Tolerance);
        Assert.Equal([7.5, 2.5, 7.5, 2.5], balanced.Flows.Select(flow => Math.Round(flow.Amount, 6)));
    }

    private static double Near(double value) => Math.Max(1e-9, Math.Abs(value) * 1e-9);

    private static MatrixInputs Some(Random random)
    {
        var names = Enumerable.Range(0, random.Next(3, 9)).Select(number => $"c{number}").ToList();
        var receivers = names.Take(random.Next(1, names.Count)).ToList();
        var stocks = from origin in names from destination in names where origin != destination select new CorridorStock(origin, destination, random.Next(1, 100_000));
        return new(
            [.. stocks],
            receivers.ToDictionary(name => name, _ => random.NextDouble() * 1e9),
            names.ToDictionary(name => name, _ => new HeadIncome(Math.Pow(10, 2 + (3 * random.NextDouble())))));
    }
}
