using Periplo.Flows;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Reconciliation of generated pairs whose moves and factors are known.</summary>
public sealed class MirrorPropertyTests
{
    [Fact]
    public void Factors_of_consistent_reports_are_found_exactly() => Property.Holds(TestCounts.Properties, random =>
    {
        var world = new World(random, noise: 0);
        foreach (var fit in Enum.GetValues<MirrorFit>())
        {
            var result = MirrorReconciliation.Of(world.Departures, world.Arrivals, new([World.Anchor], Fit: fit));
            Assert.All(result.Factors, one => Assert.Equal(world.Factor(one.Side, one.Area), one.Factor!.Value, 1e-6 * world.Factor(one.Side, one.Area)));
            Assert.All(result.Flows, flow => Assert.Equal(world.Moves[(flow.Origin, flow.Destination)], flow.Estimate!.Value, 1e-6 * world.Moves[(flow.Origin, flow.Destination)]));
            Assert.Equal(result.Total, result.OtherTotal, 1e-6 * result.Total);
        }
    });

    [Fact]
    public void Factors_of_noisy_reports_are_near() => Property.Holds(TestCounts.Properties, random =>
    {
        // Errors of 2 % in every count, of which each factor sees dozens.
        var world = new World(random, noise: 0.02, size: 20);
        foreach (var fit in Enum.GetValues<MirrorFit>())
        {
            var result = MirrorReconciliation.Of(world.Departures, world.Arrivals, new([World.Anchor], Fit: fit));
            double[] found = [.. result.Factors.Where(one => !one.IsAnchor).Select(one => one.Factor!.Value / world.Factor(one.Side, one.Area)).Order()];
            // The level hangs on the pairs of one anchor, and differences lose some of it; among themselves the factors are known better.
            var level = found[found.Length / 2];
            Assert.Equal(1, level, fit == MirrorFit.Ratios ? 0.1 : 0.2);
            Assert.All(found, ratio => Assert.Equal(1, ratio / level, 0.1));
            Assert.True(result.GapAfter < 5 && result.GapAfter < result.GapBefore);
        }
    });

    [Fact]
    public void Ratios_keep_the_level_that_differences_lose()
    {
        // The worlds of the method page: every count of twenty areas is off by up to a half.
        var (byDifferences, byRatios) = (0.0, 0.0);
        for (var seed = 0; seed < 20; seed++)
        {
            var world = new World(new(seed), noise: 0.5, size: 20);
            var truth = 2 * world.Moves.Values.Sum();
            var result = MirrorReconciliation.Of(world.Departures, world.Arrivals, new([World.Anchor]));
            Assert.Equal(result.OtherTotal, MirrorReconciliation.Of(world.Departures, world.Arrivals, new([World.Anchor], Fit: MirrorFit.Ratios)).Total);
            Assert.True(result.LosesLevel);
            (byDifferences, byRatios) = (byDifferences + (result.Total / truth / 20), byRatios + (result.OtherTotal / truth / 20));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"differences {byDifferences}, ratios {byRatios}");
        Assert.InRange(byDifferences, 0, 0.4);
        Assert.InRange(byRatios, 0.9, 1.1);
    }

    [Fact]
    public void No_other_factors_fit_better() => Property.Holds(TestCounts.Properties, random =>
    {
        var world = new World(random, noise: 0.5);
        (double Low, double High)? bounds = random.Next(2) == 0 ? MirrorOptions.UsualBounds : (0.9, 1.1);
        foreach (var (within, fit) in new[] { (bounds, MirrorFit.Differences), (null, MirrorFit.Differences), (bounds, MirrorFit.Ratios), (null, MirrorFit.Ratios) })
        {
            var result = MirrorReconciliation.Of(world.Departures, world.Arrivals, new([World.Anchor], within, Fit: fit));
            var factors = result.Factors.ToDictionary(one => (one.Area, one.Side), one => one.Factor!.Value);
            var least = world.Cost(factors, fit);
            Assert.All(factors.Values, factor => Assert.True(factor > 0));
            foreach (var one in result.Factors.Where(one => !one.IsAnchor))
            {
                foreach (var change in (double[])[0.999, 1.001, 0.01 + (random.NextDouble() * 3)])
                {
                    var moved = factors[(one.Area, one.Side)] * change;
                    if (within is not { } box || (moved >= box.Low && moved <= box.High))
                        Assert.True(world.Cost(new(factors) { [(one.Area, one.Side)] = moved }, fit) >= least * (1 - 1e-9));
                }

                Assert.True(within is null || (one.Factor >= within.Value.Low && one.Factor <= within.Value.High));
                Assert.Equal(within is { } ends && (one.Factor == ends.Low || one.Factor == ends.High), one.IsAtBound);
            }
        }
    });

    [Fact]
    public void Order_of_the_counts_and_unit_of_all_do_not_matter() => Property.Holds(TestCounts.Properties / 4, random =>
    {
        var world = new World(random, noise: 0.3);
        var first = MirrorReconciliation.Of(world.Departures, world.Arrivals, new([World.Anchor]));
        var (departures, arrivals) = (world.Departures.ToArray(), world.Arrivals.ToArray());
        random.Shuffle(departures);
        random.Shuffle(arrivals);
        var again = MirrorReconciliation.Of(departures, arrivals, new([World.Anchor]));
        Assert.Equal(first.Factors, again.Factors);
        Assert.Equal(first.Flows, again.Flows);
        var thousands = MirrorReconciliation.Of([.. departures.Select(one => one with { Count = 1000 * one.Count })], [.. arrivals.Select(one => one with { Count = 1000 * one.Count })], new([World.Anchor]));
        Assert.All(first.Factors.Zip(thousands.Factors), pair => Assert.Equal(pair.First.Factor!.Value, pair.Second.Factor!.Value, 1e-7 * pair.First.Factor!.Value));
    });

    [Fact]
    public void Reports_with_holes_are_reconciled_or_refused_in_words() => Property.Holds(TestCounts.Properties, random =>
    {
        var world = new World(random, noise: 0.3);
        var share = random.NextDouble();
        var departures = world.Departures.Where(_ => random.NextDouble() < share).ToList();
        var arrivals = world.Arrivals.Where(_ => random.NextDouble() < share).Select(one => random.Next(5) == 0 ? one with { Count = 0 } : one).ToList();
        try
        {
            var result = MirrorReconciliation.Of(departures, arrivals, new([World.Anchor], random.Next(2) == 0 ? MirrorOptions.UsualBounds : null, random.Next(2) == 0, (MirrorFit)random.Next(2)));
            Assert.Equal(departures.Concat(arrivals).Select(one => (one.Year, one.Origin, one.Destination)).Distinct().Count(), result.Flows.Count);
            Assert.All(result.Flows, flow => Assert.Equal(flow.Basis == MirrorBasis.None, flow.Estimate is null));
            Assert.All(result.Factors, one => Assert.True(one.Factor is null or > 0));
            Assert.Equal(result.Flows.Count, Enum.GetValues<MirrorBasis>().Sum(result.Count));
        }
        catch (StatisticsException refused)
        {
            Assert.NotEmpty(refused.Explanation.Es);
            Assert.NotEqual(refused.Explanation.En, refused.Explanation.Fr);
        }
    });

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Bounded_minimum_is_the_best_of_all_choices_of_bounds(int size) => Property.Holds(TestCounts.Properties, random =>
    {
        // A product of a matrix with itself is positive definite.
        var root = Enumerable.Range(0, size * size).Select(_ => (random.NextDouble() * 2) - 1).ToArray();
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                matrix[(i * size) + j] = Enumerable.Range(0, size).Sum(k => root[(k * size) + i] * root[(k * size) + j]) + (i == j ? 0.1 : 0);
        }

        var linear = Enumerable.Range(0, size).Select(_ => (random.NextDouble() * 4) - 2).ToArray();
        var found = BoxedMinimum.Find(matrix, linear, -0.5, 0.7);
        Assert.All(found, value => Assert.InRange(value, -0.5, 0.7));
        var least = Value(found);
        for (var trial = 0; trial < 200; trial++)
        {
            var other = found.Select(value => Math.Clamp(value + (random.NextDouble() - 0.5) * (trial % 2 == 0 ? 1 : 0.01), -0.5, 0.7)).ToArray();
            Assert.True(Value(other) >= least - 1e-12);
        }

        double Value(double[] x) => Enumerable.Range(0, size).Sum(i => x[i] * (Enumerable.Range(0, size).Sum(j => matrix[(i * size) + j] * x[j] / 2) - linear[i]));
    });

    [Fact]
    public void Singular_matrix_is_refused() => Assert.Throws<ArithmeticException>(() => BoxedMinimum.Find([1, -1, -1, 1], [1, 1], 0, 10));

    /// <summary>Moves between areas, and what both sides count of them.</summary>
    private sealed class World
    {
        public const string Anchor = "R0";

        private readonly Dictionary<(ReportingSide, string), double> captured = [];

        public World(Random random, double noise, int? size = null)
        {
            var areas = Enumerable.Range(0, size ?? random.Next(3, 9)).Select(number => $"R{number}").ToList();
            foreach (var area in areas)
            {
                captured[(ReportingSide.Origin, area)] = 0.2 + random.NextDouble();
                captured[(ReportingSide.Destination, area)] = area == Anchor ? 1 : 0.3 + random.NextDouble();
            }

            foreach (var year in (int[])[2010, 2011])
            {
                foreach (var (origin, destination) in areas.SelectMany(_ => areas, (origin, destination) => (origin, destination)).Where(pair => pair.origin != pair.destination))
                {
                    if (!Moves.TryGetValue((origin, destination), out var moves))
                        Moves.Add((origin, destination), moves = Math.Exp(random.NextDouble() * 10));
                    Departures.Add(new(year, origin, destination, moves * captured[(ReportingSide.Origin, origin)] * Error()));
                    Arrivals.Add(new(year, origin, destination, moves * captured[(ReportingSide.Destination, destination)] * Error()));
                }
            }

            double Error() => 1 + (noise * ((2 * random.NextDouble()) - 1));
        }

        public Dictionary<(string Origin, string Destination), double> Moves { get; } = [];

        public List<ReportedCount> Departures { get; } = [];

        public List<ReportedCount> Arrivals { get; } = [];

        public double Factor(ReportingSide side, string area) => 1 / captured[(side, area)];

        /// <summary>The weighted squares the method makes least.</summary>
        public double Cost(Dictionary<(string Area, ReportingSide Side), double> factors, MirrorFit fit) => Departures.Zip(Arrivals).Sum(pair =>
        {
            var (left, entered) = (factors[(pair.First.Origin, ReportingSide.Origin)] * pair.First.Count, factors[(pair.Second.Destination, ReportingSide.Destination)] * pair.Second.Count);
            var apart = fit == MirrorFit.Ratios ? Math.Log(left / entered) : left - entered;
            var weight = fit == MirrorFit.Ratios ? pair.First.Count * pair.Second.Count : 1;
            return weight * apart * apart / (pair.First.Count + pair.Second.Count);
        });
    }
}
