using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The worked example of docs/methods/migration-indices.md, and identities of the indices.</summary>
public sealed class FlowIndicesTests
{
    private static readonly double[][] Moves = [[0, 100, 50], [20, 0, 30], [10, 40, 0]];
    private static readonly double[] Populations = [1000, 2000, 500];

    private static FlowMatrix Example { get; } = new(3, (origin, destination) => Moves[origin][destination]);

    [Fact]
    public void Example_has_the_published_margins()
    {
        Assert.Equal([150, 50, 50], Example.Outflows);
        Assert.Equal([30, 140, 80], Example.Inflows);
        Assert.Equal(250, Example.Total);
    }

    [Fact]
    public void Example_has_the_indices_of_the_page()
    {
        Assert.Equal(7.142857, FlowIndices.CrudeIntensity(Example, Populations)!.Value, 5e-7);
        Assert.Equal(3.250854, FlowIndices.Courgeau(Example, Populations)!.Value, 5e-7);
        Assert.Equal(48, FlowIndices.EffectivenessIndex(Example)!.Value, 1e-12);
        Assert.Equal(3.428571, FlowIndices.AggregateNetRate(Example, Populations)!.Value, 5e-7);
        Assert.Equal([-66.6667, 47.3684, 23.0769], Enumerable.Range(0, 3).Select(i => Math.Round(FlowIndices.Effectiveness(Example.Inflows[i], Example.Outflows[i])!.Value, 4)));
        Assert.Equal([-120, 45, 60], Enumerable.Range(0, 3).Select(i => Math.Round(FlowIndices.NetRate(Example.Inflows[i], Example.Outflows[i], Populations[i])!.Value, 9)));
        Assert.Equal([180, 95, 260], Enumerable.Range(0, 3).Select(i => Math.Round(FlowIndices.Turnover(Example.Inflows[i], Example.Outflows[i], Populations[i])!.Value, 9)));
        Assert.Equal(1, FlowIndices.Connectivity(Example));
        Assert.Equal(0.266667, FlowIndices.Inequality(Example)!.Value, 5e-7);
        Assert.Equal(0.366667, FlowIndices.Gini(Example)!.Value, 5e-7);
        Assert.Equal(0.44, FlowIndices.GiniCorrected(Example)!.Value, 1e-12);
        Assert.Equal(0.30, FlowIndices.Dissimilarity([10, 60, 30], [40, 40, 20])!.Value, 1e-12);
    }

    [Fact]
    public void Expected_moves_are_those_of_origin_and_destination_effects()
    {
        var expected = FlowIndices.Expected(Example);
        double[][] fitted = [[0, 101.22852, 48.77148], [18.77148, 0, 31.22852], [11.22852, 38.77148, 0]];
        for (var origin = 0; origin < 3; origin++)
        {
            for (var destination = 0; destination < 3; destination++)
                Assert.Equal(fitted[origin][destination], expected[origin, destination], 5e-6);
        }

        // Half the sum of |F − F̂| = 6 × 1.22852 / 2, over 250.
        Assert.Equal(0.01474, FlowIndices.InequalityOfPattern(Example)!.Value, 5e-6);
    }

    [Fact]
    public void Preference_and_velocity_compare_with_the_populations()
    {
        // Products of different populations: 1000 × 2500 + 2000 × 1500 + 500 × 3000 = 7,000,000.
        Assert.Equal(100 * 7e6 / (250 * 2e6), FlowIndices.Preference(Example, Populations, 0, 1)!.Value, 1e-12);
        Assert.Equal(100 * 3500 / 2e6, FlowIndices.Velocity(Example, Populations, 0, 1)!.Value, 1e-12);
        Assert.Equal(100 * 6 / 250.0, FlowIndices.EvenPreference(Example, 0, 1)!.Value, 1e-12);
    }

    [Fact]
    public void Concentration_and_composition()
    {
        Assert.Equal(0.375, FlowIndices.Concentration([50, 25, 25])!.Value, 1e-12);
        Assert.Equal(8 / 3.0, FlowIndices.EffectiveNumber([50, 25, 25])!.Value, 1e-12);
        Assert.Equal(12.5, FlowIndices.ForeignBornShare(5, 40)!.Value);
        Assert.Equal(150, FlowIndices.SexRatio(30, 20)!.Value);
        Assert.Equal(50, FlowIndices.Dependency(20, 60, 10)!.Value);
    }

    [Fact]
    public void Indices_over_nobody_are_missing_and_not_zero()
    {
        var none = new FlowMatrix(2, (_, _) => 0);
        Assert.Null(FlowIndices.EffectivenessIndex(none));
        Assert.Null(FlowIndices.Inequality(none));
        Assert.Null(FlowIndices.InequalityOfPattern(none));
        Assert.Null(FlowIndices.Gini(none));
        Assert.Null(FlowIndices.CrudeIntensity(none, [0, 0]));
        Assert.Null(FlowIndices.Effectiveness(0, 0));
        Assert.Null(FlowIndices.Concentration([0, 0]));
        Assert.Equal(0, FlowIndices.Connectivity(none));
    }

    [Fact]
    public void Identities_hold_of_any_moves() => Property.Holds(TestCounts.Properties, random =>
    {
        var size = random.Next(2, 9);
        var flows = new FlowMatrix(size, (_, _) => random.Next(3) == 0 ? 0 : random.Next(1, 1000));
        if (flows.Total == 0)
            return;
        var populations = Enumerable.Range(0, size).Select(_ => 1.0 + random.Next(100_000)).ToArray();
        Assert.Equal(
            FlowIndices.CrudeIntensity(flows, populations)!.Value * FlowIndices.EffectivenessIndex(flows)!.Value / 100, FlowIndices.AggregateNetRate(flows, populations)!.Value, 1e-9);
        Assert.InRange(FlowIndices.EffectivenessIndex(flows)!.Value, 0, 100);
        Assert.InRange(FlowIndices.Inequality(flows)!.Value, 0, 1);
        var cells = flows.Cells().ToList();
        var differences = cells.Sum(one => cells.Sum(other => Math.Abs(one - other)));
        Assert.Equal(differences / (2 * cells.Count * flows.Total), FlowIndices.Gini(flows)!.Value, 1e-9);
    });

    [Fact]
    public void Expected_moves_keep_the_margins() => Property.Holds(TestCounts.Properties, random =>
    {
        var size = random.Next(3, 9);
        var flows = new FlowMatrix(size, (_, _) => random.Next(1, 1000));
        var expected = FlowIndices.Expected(flows);
        for (var i = 0; i < size; i++)
        {
            Assert.Equal(flows.Outflows[i], expected.Outflows[i], 1e-6 * flows.Total);
            Assert.Equal(flows.Inflows[i], expected.Inflows[i], 1e-6 * flows.Total);
        }
    });

    [Fact]
    public void Moves_below_zero_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowMatrix(2, (_, _) => -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowMatrix(1, (_, _) => 0));
        Assert.Throws<ArgumentException>(() => FlowIndices.CrudeIntensity(Example, [1, 2]));
        Assert.Throws<ArgumentException>(() => FlowIndices.Dissimilarity([1], [1, 2]));
    }
}
