using Periplo.Flows;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

public sealed class FlowReplicatesTests
{
    private static readonly FlowMethod[] Methods = [FlowMethod.ClosedMinimum, FlowMethod.PseudoBayes];

    [Fact]
    public void Intervals_have_the_same_bits_for_any_number_of_threads_and_other_bits_for_another_seed()
    {
        var input = new FlowWorld(20, 6).Period();
        var (one, two, other) = (Intervals(input, 40, 7, 1), Intervals(input, 40, 7, 2), Intervals(input, 40, 8, 2));
        for (var method = 0; method < Methods.Length; method++)
        {
            Assert.Equal(one[method].Lo95, two[method].Lo95);
            Assert.Equal(one[method].Hi80, two[method].Hi80);
            Assert.Equal(one[method].Total, two[method].Total);
            Assert.NotEqual(one[method].Total, other[method].Total);
        }
    }

    [Fact]
    public void Intervals_of_95_per_cent_hold_those_of_80()
    {
        foreach (var intervals in Intervals(new FlowWorld(15, 8).Period(), 60, 1, 2))
        {
            Assert.Equal((60, 0), (intervals.Replicates, intervals.Infeasible));
            for (var cell = 0; cell < intervals.Lo80.Length; cell++)
            {
                Assert.True(intervals.Lo95[cell] <= intervals.Lo80[cell] && intervals.Lo80[cell] <= intervals.Hi80[cell] && intervals.Hi80[cell] <= intervals.Hi95[cell]);
                Assert.True(intervals.Lo95[cell] >= 0);
            }

            Assert.True(intervals.Total.Lo95 < intervals.Total.Lo80 && intervals.Total.Lo80 < intervals.Total.Hi80 && intervals.Total.Hi80 < intervals.Total.Hi95);
        }
    }

    [Fact]
    public void Intervals_without_noise_are_the_estimate()
    {
        var input = new FlowWorld(10, 2).Period();
        var none = new NoiseParameters { ForeignBorn = 0, NativeBorn = 0, Births = 0, Deaths = 0 };
        var intervals = FlowReplicates.Estimate(input, Methods, FlowOptions.Default, none, 5, 1, 1, TestContext.Current.CancellationToken);
        for (var method = 0; method < Methods.Length; method++)
        {
            var table = FlowEstimation.Estimate(input, Methods[method], FlowOptions.Default);
            Assert.Equal(table.Summary.Total, intervals[method].Total.Lo95, 1e-4);
            Assert.Equal(table.Summary.Total, intervals[method].Total.Hi95, 1e-4);
            Assert.All(table.Flows.Zip(intervals[method].Hi80), pair => Assert.Equal(pair.First, pair.Second, 1e-3 + (1e-6 * pair.First)));
        }
    }

    [Fact]
    public void Intervals_are_wider_where_stocks_are_imputed()
    {
        var world = new FlowWorld(15, 8);
        var input = world.Period();
        FlowInterval Total(StockDataType type) => FlowReplicates.Estimate(
            input, [FlowMethod.ClosedMinimum], FlowOptions.Default, new() { DataTypes = [.. world.Labels.Select(_ => type)] }, 60, 3, 2, TestContext.Current.CancellationToken)[0].Total;
        double Width(FlowInterval interval) => interval.Hi80 - interval.Lo80;
        Assert.True(Width(Total(StockDataType.Imputed)) > Width(Total(StockDataType.ForeignBorn)));
        Assert.Throws<ArgumentException>(() => FlowReplicates.Estimate(
            input, Methods, FlowOptions.Default, new() { DataTypes = [StockDataType.Citizens] }, 60, 3, 2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Replicates_end_when_asked_to()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => FlowReplicates.Estimate(WorkedFlows.First, Methods, FlowOptions.Default, NoiseParameters.Default, 50, 1, 2, source.Token));
    }

    [Fact]
    public void Input_that_no_flows_explain_has_no_intervals() =>
        Assert.Throws<StatisticsException>(() => Intervals(WorkedFlows.Of([100, 0, 0, 100], [150, 0, 0, 50]), 20, 1, 1));

    [Fact]
    public void Tails_kept_give_the_quantiles_of_all_values() => Property.Holds(TestCounts.Properties, random =>
    {
        var (replicates, cells) = (random.Next(2, 300), random.Next(1, 8));
        var tables = Enumerable.Range(0, replicates).Select(_ => Enumerable.Range(0, cells).Select(_ => (float)random.Next(50)).ToArray()).ToList();
        var tails = new TailQuantiles(cells, replicates + random.Next(10), 0.1);
        foreach (var some in tables.Chunk(random.Next(1, 50)))
        {
            var middle = random.Next(cells + 1);
            tails.Take(some, 0, middle);
            tails.Take(some, middle, cells);
        }

        foreach (var share in new[] { 0.025, 0.1, 0.9, 0.975 })
        {
            for (var cell = 0; cell < cells; cell++)
            {
                var sorted = tables.Select(table => table[cell]).Order().ToArray();
                var place = share * (replicates - 1);
                var (below, above) = (sorted[(int)place], sorted[Math.Min((int)place + 1, replicates - 1)]);
                Assert.Equal(below + ((above - below) * (place - (int)place)), tails.Of(cell, share, replicates), 1e-3);
            }
        }
    });

    [Fact]
    public void Random_numbers_have_the_moments_of_their_distributions()
    {
        var random = new ReplicateRandom(1, 0);
        double[] normal = [.. Enumerable.Range(0, 100_000).Select(_ => random.Normal())];
        Assert.Equal(0, normal.Average(), 0.02);
        Assert.Equal(1, normal.Average(one => one * one), 0.02);
        Assert.Equal(3, normal.Average(one => one * one * one * one), 0.15);
        Assert.Equal(1, Enumerable.Range(0, 100_000).Average(_ => random.Factor(0.25)), 0.005);
        Assert.NotEqual(new ReplicateRandom(1, 1).Next(), new ReplicateRandom(1, 0).Next());
        Assert.NotEqual(new ReplicateRandom(2, 0).Next(), new ReplicateRandom(1, 1).Next());
    }

    private static IReadOnlyList<FlowIntervals> Intervals(FlowInput input, int replicates, ulong seed, int threads) =>
        FlowReplicates.Estimate(input, Methods, FlowOptions.Default, NoiseParameters.Default, replicates, seed, threads, TestContext.Current.CancellationToken);
}
