using Periplo.Flows;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

public sealed class PseudoBayesTests
{
    private static readonly FlowMethod[] Methods = [FlowMethod.ClosedMinimum, FlowMethod.ClosedIndependence, FlowMethod.PseudoBayes];

    [Fact]
    public void Calibrated_weight_is_the_one_that_made_the_flows() => Property.Holds(TestCounts.Properties / 5, random =>
    {
        var areas = random.Next(3, 15);
        var input = FlowWorld.Explained(random, areas);
        var weight = random.NextDouble();
        // Half of the flows are reported, with errors that do not show.
        double[] reported = [.. FlowEstimation.Estimate(input, FlowMethod.PseudoBayes, new() { Weight = WeightRule.Fixed(weight) }).Flows.Select(flow => random.Next(2) == 0 ? double.NaN : flow)];
        reported[1] = FlowEstimation.Estimate(input, FlowMethod.PseudoBayes, new() { Weight = WeightRule.Fixed(weight) }).Flows[1];
        var importance = Enumerable.Range(0, areas * areas).Select(_ => 1 + random.NextDouble()).ToArray();
        var table = FlowEstimation.Estimate(input, FlowMethod.PseudoBayes, new() { Weight = WeightRule.Calibrated(reported, importance) });
        Assert.Equal(weight, table.Summary.Weight!.Value, 1e-6);
    });

    [Fact]
    public void Calibrated_weight_stays_between_both_tables()
    {
        var tables = FlowEstimation.Estimate(WorkedFlows.First, Methods, FlowOptions.Default);
        double Weight(double[] reported) => FlowEstimation.Estimate(WorkedFlows.First, FlowMethod.PseudoBayes, new() { Weight = WeightRule.Calibrated(reported) }).Summary.Weight!.Value;
        Assert.Equal(1, Weight(new double[16]));
        Assert.Equal(0, Weight([.. tables[1].Flows.Select(flow => 2 * flow)]));
        Assert.Throws<StatisticsException>(() => Weight([.. Enumerable.Repeat(double.NaN, 16)]));
    }

    [Fact]
    public void Weight_of_each_birthplace_is_the_rule_cell_by_cell() => Property.Holds(TestCounts.Properties / 5, random =>
    {
        var areas = random.Next(3, 12);
        var seed = random.Next(2) == 0 ? null : Enumerable.Range(0, areas * areas).Select(_ => 0.2 + random.NextDouble()).ToArray();
        var accounting = new FlowAccounting(FlowWorld.Explained(random, areas), new() { Seed = seed, Weight = WeightRule.PerBirthplace }, []);
        var terms = accounting.Terms(FlowMethod.PseudoBayes).Terms;
        var (fewest, independent) = (terms[0].Moves, terms[1].Moves);
        for (var birthplace = 0; birthplace < areas; birthplace++)
        {
            var cells = Enumerable.Range(0, areas * areas).Where(cell => cell % (areas + 1) != 0).ToList();
            double[] x = [.. cells.Select(cell => fewest.Of(birthplace, cell / areas, cell % areas))];
            double[] d = [.. cells.Select(cell => independent.Of(birthplace, cell / areas, cell % areas))];
            var (n, spread) = (x.Sum(), d.Sum());
            var distance = x.Zip(d, (one, other) => Math.Pow(one - (n * other / spread), 2)).Sum();
            if (n < 1 || distance < 1e-9 * n * n)
                continue;
            var k = ((n * n) - x.Sum(one => one * one)) / distance;
            Assert.Equal(n / (n + k), terms[0].Weights![birthplace], 1e-6);
            Assert.Equal(1 - terms[0].Weights![birthplace], terms[1].Weights![birthplace]);
        }
    });

    [Fact]
    public void Weights_given_by_birthplace_are_those_used()
    {
        // Weight one for all but D, whose moves are independent.
        var table = FlowEstimation.Estimate(WorkedFlows.First, FlowMethod.PseudoBayes, new() { Weight = WeightRule.Given([1, 1, 1, 0]) });
        // Born in D: (20, 25, 20, 200) of 265 at the start, (40, 45, 0, 180) at the end.
        double[] start = [20, 25, 20, 200], end = [40, 45, 0, 180];
        double[] others = [0, 0, 50, 0, 35, 0, 25, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        FlowEstimationTests.Same([.. others.Select((flow, cell) => cell % 5 == 0 ? 0 : flow + (start[cell / 4] * end[cell % 4] / 265))], table.Flows);
        Assert.Throws<ArgumentException>(() => FlowEstimation.Estimate(WorkedFlows.First, FlowMethod.PseudoBayes, new() { Weight = WeightRule.Given([1]) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightRule.Fixed(1.5));
    }
}
