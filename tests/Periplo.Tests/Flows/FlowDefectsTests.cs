using Periplo.Flows;
using Periplo.Statistics;
using Xunit;
using static Periplo.Tests.Flows.FlowEstimationTests;

namespace Periplo.Tests.Flows;

/// <summary>Defects of the program that published series were made with, none of which may come back here; and input that is none.</summary>
public sealed class FlowDefectsTests
{
    // Seeds that are ignored: FlowEstimationTests.Seed_of_distances_moves_the_second_example.

    [Fact]
    public void What_rounding_leaves_goes_to_the_largest_native_born_every_time()
    {
        // Of two as large the first is taken: 1000.4998, 1000.4998 and 1.0005 are 2,001 when rounded.
        double[] values = [1000, 1000, 1];
        GlobalBalance.Rescale(values, 2002, whole: true);
        Assert.Equal([1001, 1000, 1], values);
        var input = new FlowWorld(10, 4).Period();
        var unbalanced = input with { Births = [.. input.Births.Select(births => births + 13)] };
        Assert.Equal(Estimated(unbalanced, FlowMethod.ClosedMinimum), Estimated(unbalanced, FlowMethod.ClosedMinimum));
    }

    [Fact]
    public void An_odd_difference_of_the_world_is_balanced_in_whole_persons()
    {
        // Three more at the end than births and deaths tell: one moves first, two are halved.
        var input = WorkedFlows.Of([100, 10, 20, 200], [101, 11, 21, 200]);
        var summary = FlowEstimation.Estimate(input, FlowMethod.ClosedMinimum, FlowOptions.Default).Summary;
        Assert.Equal(3, summary.StartAdjustments.Sum() - summary.EndAdjustments.Sum(), 1e-9);
        Assert.All(summary.StartAdjustments.Concat(summary.EndAdjustments), added => Assert.Equal(Math.Round(added), added, 1e-9));
        var exact = FlowEstimation.Estimate(input, FlowMethod.ClosedMinimum, new() { Balance = BalanceRule.BeforeExact }).Summary;
        Assert.Equal(1.5, exact.StartAdjustments.Sum(), 1e-9);
        Assert.Equal(-1.5, exact.EndAdjustments.Sum(), 1e-9);
    }

    [Fact]
    public void Areas_without_foreign_born_are_adjusted_where_asked_and_named_where_not()
    {
        // Nobody but natives lives in C, and more of them at the end than the mean of both totals of those born there.
        var input = WorkedFlows.Of([100, 10, 0, 10, 100, 0, 5, 5, 80], [100, 10, 0, 10, 100, 0, 5, 5, 110], [0, 0, 0], [0, 0, 0]);
        var refused = Assert.Throws<StatisticsException>(() => FlowEstimation.Estimate(input, FlowMethod.ClosedMinimum, new() { Balance = BalanceRule.BeforeExact }));
        Assert.Contains("live in C", refused.Explanation.En, StringComparison.Ordinal);
        Assert.Contains("viven en C", refused.Explanation.Es, StringComparison.Ordinal);
        var adjusted = FlowEstimation.Estimate(input, FlowMethod.ClosedMinimum, new() { Balance = BalanceRule.BeforeExact, Matching = MatchingRule.RescaleWithoutForeignBorn });
        Assert.Equal(["C"], adjusted.Summary.WithoutForeignBorn);
        Assert.True(adjusted.Summary.Total > 0);
        Assert.InRange(adjusted.Summary.WorstMarginError!.Value, 0, 1e-5);
        Assert.InRange(FlowAccounts.Of(input, FlowMethod.PseudoBayes, new() { Balance = BalanceRule.BeforeExact, Matching = MatchingRule.RescaleWithoutForeignBorn }).WorstError, 0, 1e-5);
    }

    [Fact]
    public void The_rule_for_areas_without_foreign_born_changes_nothing_where_there_are_none() =>
        Same(
            Estimated(WorkedFlows.First, FlowMethod.ClosedIndependence),
            FlowEstimation.Estimate(WorkedFlows.First, FlowMethod.ClosedIndependence, new() { Matching = MatchingRule.RescaleWithoutForeignBorn }).Flows);

    [Fact]
    public void Open_accounts_give_no_negative_cell() => Property.Holds(TestCounts.Properties, random =>
    {
        var input = new FlowWorld(random.Next(3, 12), random.Next()).Period(error: 0.3);
        foreach (var method in new[] { FlowMethod.AccountingOpen, FlowMethod.AccountingOpenDr })
        {
            var accounts = FlowAccounts.Of(input, method, FlowOptions.Default);
            Assert.All(accounts.Arrivals.Concat(accounts.Departures).Concat(accounts.FromOutside).Concat(accounts.ToOutside), persons => Assert.True(persons >= 0));
            Assert.InRange(accounts.WorstError, 0, 1e-5);
        }
    });

    [Fact]
    public void Deaths_by_accounting_are_refused_by_name_where_a_birthplace_gained()
    {
        var input = WorkedFlows.Of([100, 10, 10, 100], [150, 20, 10, 90], [10, 10], [5, 5]);
        var refused = Assert.Throws<StatisticsException>(() => FlowEstimation.Estimate(input, FlowMethod.AccountingOpenDr, new() { Deaths = DeathRule.Accounting }));
        Assert.Contains("fewer deaths than none: A.", refused.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Deaths_by_accounting_leave_every_birthplace_what_it_has_at_the_end()
    {
        // Persons only die here: those born in A lose 12, those born in B 8; in A 11 die, in B 9.
        var input = WorkedFlows.Of([100, 20, 10, 100], [90, 18, 9, 93], [0, 0], [11, 9]);
        var options = new FlowOptions { Deaths = DeathRule.Accounting };
        var accounts = FlowAccounts.Of(input, FlowMethod.ClosedMinimum, options);
        Assert.Equal([12, 8], new[] { accounts.Deaths[0] + accounts.Deaths[1], accounts.Deaths[2] + accounts.Deaths[3] }.Select(deaths => Math.Round(deaths, 9)));
        Assert.Equal([11, 9], new[] { accounts.Deaths[0] + accounts.Deaths[2], accounts.Deaths[1] + accounts.Deaths[3] }.Select(deaths => Math.Round(deaths, 9)));
    }

    [Fact]
    public void Margins_are_met_to_rounding_where_cells_have_long_stopped_changing() => Property.Holds(TestCounts.Properties / 10, random =>
    {
        var areas = random.Next(5, 50);
        var seed = Enumerable.Range(0, areas * areas).Select(cell => cell % (areas + 1) == 0 ? 50 : Math.Exp(-5 * random.NextDouble())).ToArray();
        foreach (var table in FlowEstimation.Estimate(FlowWorld.Explained(random, areas), [FlowMethod.ClosedMinimum, FlowMethod.ClosedIndependence], new() { Seed = seed }))
            Assert.InRange(table.Summary.WorstMarginError!.Value, 0, 1e-5);
    });

    [Fact]
    public void A_seed_whose_zeros_leave_no_way_is_refused_by_name()
    {
        // Of those born in A, 50 leave A for C alone.
        var seed = Enumerable.Repeat(1.0, 16).ToArray();
        seed[2] = 0;
        var refused = Assert.Throws<StatisticsException>(() => FlowEstimation.Estimate(WorkedFlows.First, FlowMethod.ClosedMinimum, new() { Seed = seed }));
        Assert.Contains("born in A a way: those who leave A do not", refused.Explanation.En, StringComparison.Ordinal);
        seed[2] = -1;
        Assert.Throws<StatisticsException>(() => FlowEstimation.Estimate(WorkedFlows.First, FlowMethod.ClosedMinimum, new() { Seed = seed }));
    }

    [Fact]
    public void Birthplaces_that_vanish_or_appear_are_refused_by_name()
    {
        var input = WorkedFlows.Of([0, 0, 0, 0, 200, 10, 100, 10, 100], [50, 0, 0, 50, 150, 10, 50, 60, 100]);
        var refused = Assert.Throws<StatisticsException>(() => FlowEstimation.Estimate(input, FlowMethod.ClosedMinimum, new() { Balance = BalanceRule.BeforeExact }));
        Assert.Contains("born in A", refused.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_nobody_reported_count_zero_and_are_counted()
    {
        var cells = WorkedFlows.First.Start.Cells.ToArray();
        Assert.Equal(0, cells[3]);
        cells[3] = double.NaN;
        var input = WorkedFlows.First with { Start = new(WorkedFlows.Labels, WorkedFlows.Labels, cells) };
        foreach (var method in FlowMethods.All)
        {
            var (given, zero) = (FlowEstimation.Estimate(input, method, FlowOptions.Default), FlowEstimation.Estimate(WorkedFlows.First, method, FlowOptions.Default));
            Assert.Equal(zero.Flows, given.Flows);
            Assert.Equal((1, 0), (given.Summary.MissingCells, zero.Summary.MissingCells));
        }
    }

    [Fact]
    public void Native_born_below_zero_become_none_and_the_population_stays()
    {
        // B: 60 foreign born and a population of 50.
        var input = WorkedFlows.Of([100, 40, 10, 10, -10, 0, 5, 20, 80], [100, 45, 10, 10, 5, 0, 5, 0, 85]);
        var table = FlowEstimation.Estimate(input, FlowMethod.AccountingOpenDr, FlowOptions.Default);
        Assert.Equal(["B"], table.Summary.NegativeNativeBorn);
        var accounts = FlowAccounts.Of(input, FlowMethod.AccountingOpenDr, FlowOptions.Default);
        Assert.Equal([50 * 40 / 60.0, 0, 50 * 20 / 60.0], new[] { accounts.Start[1], accounts.Start[4], accounts.Start[7] });
        var empty = WorkedFlows.Of([100, 10, 10, -10], [100, 10, 10, 5]);
        Assert.Contains("B:", Assert.Throws<StatisticsException>(() => Estimated(empty, FlowMethod.AccountingOpenDr)).Explanation.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.PositiveInfinity)]
    public void Foreign_born_that_are_no_number_of_persons_are_refused_by_name(double persons)
    {
        var input = WorkedFlows.Of([100, persons, 10, 100], [100, 10, 10, 100]);
        Assert.All(FlowMethods.All, method =>
            Assert.Contains("born in A who live in B", Assert.Throws<StatisticsException>(() => Estimated(input, method)).Explanation.En, StringComparison.Ordinal));
    }

    [Fact]
    public void Births_and_deaths_that_cannot_be_are_refused_by_name()
    {
        var input = WorkedFlows.Of([100, 0, 10, 0], [100, 0, 10, 0]);
        string Refused(FlowInput given) => Assert.Throws<StatisticsException>(() => Estimated(given, FlowMethod.ClosedMinimum)).Explanation.En;
        Assert.Equal("Births or deaths that are no number of persons: A.", Refused(input with { Births = [-1, 0] }));
        Assert.Equal("Births or deaths that are no number of persons: B.", Refused(input with { Deaths = [0, double.NaN] }));
        Assert.Equal("More births than population at the end: B.", Refused(input with { Births = [0, 1], Deaths = [1, 0] }));
        Assert.Equal("More deaths than population at the start: B.", Refused(input with { Births = [1, 0], Deaths = [0, 1] }));
    }

    [Fact]
    public void An_unbalanced_world_is_refused_where_no_balance_is_asked_for()
    {
        var input = WorkedFlows.Of([100, 10, 10, 100], [103, 10, 10, 100]);
        var refused = Assert.Throws<StatisticsException>(() => FlowEstimation.Estimate(input, FlowMethod.ClosedMinimum, new() { Balance = BalanceRule.None }));
        Assert.Contains("by 3 persons", refused.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_nobody_and_rows_that_stay_the_same_give_no_moves()
    {
        var input = WorkedFlows.Of([100, 10, 0, 5, 50, 0, 0, 0, 0], [100, 10, 0, 5, 50, 0, 0, 0, 0]);
        Assert.All(Estimated(input, FlowMethod.ClosedMinimum), flow => Assert.Equal(0, flow));
        Assert.True(Estimated(input, FlowMethod.ClosedIndependence).Sum() > 0);
    }
}
