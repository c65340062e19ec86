using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

public sealed class DenseThreeWayFitTests
{
    [Fact]
    public void Fit_of_every_cell_comes_to_what_the_short_ways_give() => Property.Holds(TestCounts.Properties / 5, random =>
    {
        var areas = random.Next(3, 15);
        var seed = random.Next(2) == 0 ? null : Enumerable.Range(0, areas * areas).Select(_ => 0.2 + random.NextDouble()).ToArray();
        var method = FlowMethod.ClosedMinimum + random.Next(2);
        var accounting = new FlowAccounting(FlowWorld.Explained(random, areas, random.Next(2)), new() { Seed = seed }, []);
        var matched = accounting.Matched(method).Matched;
        var dense = new DenseThreeWayFit(matched.Start, matched.End, areas, seed, method == FlowMethod.ClosedMinimum);
        dense.Fit(cellChange: 0, marginError: 1e-7, mostSweeps: 5000, threads: 1);
        var (expected, flows) = (accounting.Table(method).Flows, dense.Flows());
        Assert.All(expected.Zip(flows), pair => Assert.Equal(pair.First, pair.Second, 1e-4 + (1e-9 * pair.First)));
    });

    [Fact]
    public void Fit_of_a_flat_seed_needs_one_sweep_and_changes_nothing_in_the_second()
    {
        var dense = new DenseThreeWayFit(WorkedFlows.First.Start.Cells, WorkedFlows.First.End.Cells, 4, null, holdStayers: true);
        var first = dense.Sweep(1);
        Assert.True(first.CellChange > 1);
        var second = dense.Sweep(1);
        Assert.InRange(second.MarginError, 0, 1e-9);
        Assert.InRange(second.CellChange, 0, 1e-9);
        FlowEstimationTests.Same([0, 0, 50, 0, 35, 0, 25, 0, 10, 10, 0, 0, 10, 10, 0, 0], dense.Flows());
    }

    [Fact]
    public void Fit_has_the_same_bits_with_two_threads()
    {
        var matched = new FlowAccounting(new FlowWorld(30, 2).Period(), FlowOptions.Default, []).Matched(FlowMethod.ClosedMinimum).Matched;
        double[] seed = [.. Enumerable.Range(1, 900).Select(one => 1.0 / one)];
        var (one, two) = (new DenseThreeWayFit(matched.Start, matched.End, 30, seed, holdStayers: false), new DenseThreeWayFit(matched.Start, matched.End, 30, seed, holdStayers: false));
        Assert.Equal(one.Fit(1e-3, 0, 50, 1), two.Fit(1e-3, 0, 50, 2));
        Assert.Equal(one.Flows(), two.Flows());
    }
}
