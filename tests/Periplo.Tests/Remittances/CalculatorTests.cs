using Periplo.Remittances;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Remittances;

/// <summary>The consolidated transfer and the cost of recruitment.</summary>
public sealed class CalculatorTests
{
    private const double Tolerance = 1e-9;

    /// <summary>The worked example of docs/methods/remittance-prices.md: 200 dollars, alone 5 and 3 %; together 25 and 1 %, 2 to hand out.</summary>
    private static readonly ConsolidatedTransfer Example = new(200, new(5, 3), new(25, 1), 2);

    [Fact]
    public void Consolidation_is_that_of_the_worked_example()
    {
        Assert.Equal(7, Example.GainPerWorker, Tolerance);
        Assert.Equal(4, Example.BreakEven);
        Assert.Equal(110, Example.SeparateCost(10), Tolerance);
        Assert.Equal(65, Example.ConsolidatedCost(10), Tolerance);
        Assert.Equal(4.5, Example.SavingPerWorker(10), Tolerance);
        Assert.Equal(-4.0 / 3, Example.SavingPerWorker(3), Tolerance);
    }

    [Fact]
    public void Break_even_is_the_first_number_that_saves() => Property.Holds(TestCounts.Properties, random =>
    {
        var transfer = new ConsolidatedTransfer(random.Next(20, 2000), new(random.Next(0, 30), random.Next(0, 60) / 10.0), new(random.Next(0, 500), random.Next(0, 60) / 10.0), random.Next(0, 40) / 10.0);
        if (transfer.BreakEven is not { } workers)
        {
            Assert.True(transfer.SavingPerWorker(1_000_000) < 1e-9);
            return;
        }

        Assert.InRange(workers, 1, int.MaxValue);
        Assert.True(transfer.SavingPerWorker((int)workers) >= -1e-7);
        Assert.True(workers == 1 || transfer.SavingPerWorker((int)workers - 1) < 1e-7);
        var n = random.Next(1, 500);
        Assert.Equal(transfer.SeparateCost(n) - transfer.ConsolidatedCost(n), n * transfer.SavingPerWorker(n), 1e-6);
    });

    [Fact]
    public void Break_even_that_comes_out_whole_is_not_rounded_up() =>
        // A gain of 0.1 and a fee of 0.3 give 3, though the division of the two ends above it.
        Assert.Equal(3, new ConsolidatedTransfer(100, new(0.1, 0), new(0.3, 0), 0).BreakEven);

    [Fact]
    public void Transfer_that_never_pays_has_no_break_even()
    {
        Assert.Null(new ConsolidatedTransfer(200, new(5, 1), new(25, 4), 2).BreakEven);
        Assert.Null(new ConsolidatedTransfer(200, new(5, 1), new(25, 1), 5).BreakEven);
        Assert.Equal(1, new ConsolidatedTransfer(200, new(5, 1), new(0, 1), 0).BreakEven);
    }

    [Theory]
    [InlineData(0, 5, 3, 25, 1, 2)]
    [InlineData(double.NaN, 5, 3, 25, 1, 2)]
    [InlineData(200, -5, 3, 25, 1, 2)]
    [InlineData(200, 5, 101, 25, 1, 2)]
    [InlineData(200, 5, 3, double.PositiveInfinity, 1, 2)]
    [InlineData(200, 5, 3, 25, double.NaN, 2)]
    [InlineData(200, 5, 3, 25, 1, -2)]
    public void Terms_out_of_range_are_refused(double amount, double fee, double margin, double together, double togetherMargin, double distribution) =>
        Assert.NotEmpty(Assert.Throws<StatisticsException>(() => new ConsolidatedTransfer(amount, new(fee, margin), new(together, togetherMargin), distribution)).Explanation.Fr);

    [Fact]
    public void Recruitment_cost_is_that_of_the_worked_example()
    {
        RecruitmentCase[] cases = [new(1200, 400, "F"), new(3000, 500, "M"), new(0, 300, "F"), new(2000, 1000, "M"), new(900, 200, "M")];
        var all = RecruitmentCost.Of(cases);
        // 3, 6, 0, 2 and 4.5 months: in order 0, 2, 3, 4.5, 6.
        Assert.Equal(5, all.Persons);
        Assert.Equal((3.1, 0, 2, 3, 4.5, 6), (Math.Round(all.Mean, 9), all.Minimum, all.FirstQuartile, all.Median, all.ThirdQuartile, all.Maximum));
        // The ratio of the means would be 7100/2400 = 2.958 months: another number, never the indicator.
        Assert.NotEqual(cases.Sum(one => one.Cost) / cases.Sum(one => one.MonthlyEarnings), all.Mean, 1e-3);
        var groups = RecruitmentCost.ByGroup(cases);
        Assert.Equal([("F", 2, 1.5), ("M", 3, 4.5)], groups.Select(group => (group.Group, group.Persons, group.Median)));
        Assert.Equal((0.75, 2.25), (groups[0].FirstQuartile, groups[0].ThirdQuartile));
    }

    [Fact]
    public void One_person_is_every_quartile()
    {
        var one = RecruitmentCost.Of([new(500, 250)]);
        Assert.Equal((2, 2, 2, 2, 2), (one.Minimum, one.FirstQuartile, one.Median, one.ThirdQuartile, one.Maximum));
    }

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(100, 0)]
    [InlineData(100, -5)]
    [InlineData(double.NaN, 100)]
    [InlineData(100, double.PositiveInfinity)]
    public void Case_out_of_range_is_refused(double cost, double earnings) =>
        Assert.NotEmpty(Assert.Throws<StatisticsException>(() => RecruitmentCost.Of([new(cost, earnings)])).Explanation.Fr);

    [Fact]
    public void Nobody_has_no_recruitment_cost() => Assert.Throws<StatisticsException>(() => RecruitmentCost.Of([]));
}
