using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Spatial focus and distance: the worked example of docs/methods/migration-indices.md, and what must hold of any moves.</summary>
public sealed class FlowFocusTests
{
    private static readonly double[][] Moves = [[0, 100, 50], [20, 0, 30], [10, 40, 0]];

    // From the first to the second 100, to the third 200; back from the third it is 400, as between the second and the third.
    private static readonly double[] Distances = [0, 100, 200, 100, 0, 400, 400, 400, 0];

    private static FlowMatrix Example { get; } = new(3, (origin, destination) => Moves[origin][destination]);

    [Fact]
    public void Gini_is_parted_by_what_pairs_share()
    {
        // Differences: within rows 50 + 10 + 30, within columns 10 + 60 + 20, of exchanges 80 + 40 + 10, others 240; each over 6 × 250.
        Assert.Equal(90 / 1500.0, FlowIndices.GiniOfRows(Example)!.Value, 1e-12);
        Assert.Equal(90 / 1500.0, FlowIndices.GiniOfColumns(Example)!.Value, 1e-12);
        Assert.Equal(130 / 1500.0, FlowIndices.GiniOfExchanges(Example)!.Value, 1e-12);
        Assert.Equal(240 / 1500.0, FlowIndices.GiniOfOthers(Example)!.Value, 1e-12);
    }

    [Fact]
    public void Fields_are_weighed_by_their_moves()
    {
        Assert.Equal([0.333333, 0.2, 0.6], Enumerable.Range(0, 3).Select(unit => Math.Round(FlowIndices.FieldGiniOut(Example, unit)!.Value, 6)));
        Assert.Equal([0.333333, 0.428571, 0.25], Enumerable.Range(0, 3).Select(unit => Math.Round(FlowIndices.FieldGiniIn(Example, unit)!.Value, 6)));
        Assert.Equal(0.36, FlowIndices.WeightedGiniOut(Example)!.Value, 1e-12);
        Assert.Equal(0.36, FlowIndices.WeightedGiniIn(Example)!.Value, 1e-12);
        Assert.Equal(0.36, FlowIndices.WeightedGini(Example)!.Value, 1e-12);
    }

    [Fact]
    public void Variation_is_deviation_by_mean()
    {
        Assert.Equal(0.698570, FlowIndices.Variation(Example)!.Value, 5e-7);
        Assert.Equal([0.333333, 0.2, 0.6], Enumerable.Range(0, 3).Select(unit => Math.Round(FlowIndices.VariationOut(Example, unit)!.Value, 6)));
        Assert.Equal([0.333333, 0.428571, 0.25], Enumerable.Range(0, 3).Select(unit => Math.Round(FlowIndices.VariationIn(Example, unit)!.Value, 6)));
        Assert.Equal(0.36, FlowIndices.AggregateVariationOut(Example)!.Value, 1e-12);
        Assert.Equal(0.72, FlowIndices.AggregateVariation(Example)!.Value, 1e-12);
        Assert.Equal(100 * 250 / (150.0 * 140), FlowIndices.Interaction(Example, 0, 1)!.Value, 1e-12);
    }

    [Fact]
    public void Distances_of_the_page()
    {
        Assert.Equal(54_000 / 250.0, FlowIndices.MeanDistance(Example, Distances)!.Value, 1e-12);
        Assert.Equal(200, FlowIndices.MedianDistance(Example, Distances)!.Value);

        // Three units leave one number: (100 × 30 × 10) / (20 × 40 × 50) = 0.75 = (distances round one way / the other)^−β = 2^−β.
        Assert.Equal(-Math.Log(0.75) / Math.Log(2), FlowIndices.DistanceDecay(Example, Distances)!.Value, 1e-7);
    }

    [Fact]
    public void Median_between_two_distances_is_their_mean()
    {
        var flows = new FlowMatrix(2, (origin, _) => 10 + (0 * origin));
        Assert.Equal(1.5, FlowIndices.MedianDistance(flows, [0, 1, 2, 0])!.Value);
    }

    [Fact]
    public void Decay_that_moves_do_not_tell_is_missing()
    {
        // With three units and the same distance both ways every β fits alike; so it does with two units, and with distances all alike.
        Assert.Null(FlowIndices.DistanceDecay(Example, [0, 100, 200, 100, 0, 400, 200, 400, 0]));
        Assert.Null(FlowIndices.DistanceDecay(new(2, (_, _) => 5), [0, 1, 2, 0]));
        Assert.Null(FlowIndices.DistanceDecay(new(4, (origin, destination) => 1 + origin + (destination * destination)), [.. Enumerable.Repeat(7.0, 16)]));
        Assert.Null(FlowIndices.DistanceDecay(new(3, (_, _) => 0), Distances));
        Assert.Null(FlowIndices.MeanDistance(new(3, (_, _) => 0), Distances));
        Assert.Null(FlowIndices.MedianDistance(new(3, (_, _) => 0), Distances));
    }

    [Fact]
    public void Decay_of_gravity_flows_is_theirs() => Property.Holds(TestCounts.Properties / 4, random =>
    {
        var size = random.Next(4, 10);
        var beta = (random.NextDouble() * 5) - 1;
        var (a, b) = (Random(random, size, 1, 50), Random(random, size, 1, 50));
        // A hundredfold between the nearest and the farthest: with more and a steep decay one cell has all moves but a part that is rounding.
        var distances = Random(random, size * size, 30, 3000);
        var flows = new FlowMatrix(size, (origin, destination) => a[origin] * b[destination] * Math.Pow(distances[(origin * size) + destination], -beta));
        Assert.Equal(beta, FlowIndices.DistanceDecay(flows, distances)!.Value, 1e-5);

        // Another unit of length or of people is the same decay.
        var miles = distances.Select(distance => distance / 1.609).ToArray();
        Assert.Equal(beta, FlowIndices.DistanceDecay(new(size, (origin, destination) => 1000 * flows[origin, destination]), miles)!.Value, 1e-5);
    });

    [Fact]
    public void Decay_makes_the_mean_log_distance_that_of_the_moves() => Property.Holds(TestCounts.Properties / 4, random =>
    {
        var size = random.Next(4, 9);
        var distances = Random(random, size * size, 10, 900);
        var flows = new FlowMatrix(size, (_, _) => random.Next(1, 500));
        if (FlowIndices.DistanceDecay(flows, distances) is not { } beta)
            return;

        // The score of the Poisson regression by β, with effects fitted by plain proportional fitting.
        var (a, b) = (Enumerable.Repeat(1.0, size).ToArray(), Enumerable.Repeat(1.0, size).ToArray());
        double Expected(int i, int j) => i == j ? 0 : a[i] * b[j] * Math.Pow(distances[(i * size) + j] / 100, -beta);
        for (var round = 0; round < 3000; round++)
        {
            for (var i = 0; i < size; i++)
                a[i] *= flows.Outflows[i] / Enumerable.Range(0, size).Sum(j => Expected(i, j));
            for (var j = 0; j < size; j++)
                b[j] *= flows.Inflows[j] / Enumerable.Range(0, size).Sum(i => Expected(i, j));
        }

        var excess = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                excess += i == j ? 0 : (flows[i, j] - Expected(i, j)) * Math.Log(distances[(i * size) + j]);
        }

        Assert.Equal(0, excess / flows.Total, 1e-6);
    });

    [Fact]
    public void Parts_of_Gini_are_those_of_comparing_each_with_each() => Property.Holds(TestCounts.Properties, random =>
    {
        var size = random.Next(3, 7);
        var flows = Flows(random, size);
        var pairs = (from i in Enumerable.Range(0, size) from j in Enumerable.Range(0, size) where i != j select (i, j)).ToList();
        var (rows, columns, exchanges, all) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (i, j) in pairs)
        {
            foreach (var (k, l) in pairs)
            {
                var difference = Math.Abs(flows[i, j] - flows[k, l]) / (2 * pairs.Count * flows.Total);
                all += difference;
                rows += i == k ? difference : 0;
                columns += j == l ? difference : 0;
                exchanges += i == l && j == k ? difference : 0;
            }
        }

        Assert.Equal(all, FlowIndices.Gini(flows)!.Value, 1e-9);
        Assert.Equal(rows, FlowIndices.GiniOfRows(flows)!.Value, 1e-9);
        Assert.Equal(columns, FlowIndices.GiniOfColumns(flows)!.Value, 1e-9);
        Assert.Equal(exchanges, FlowIndices.GiniOfExchanges(flows)!.Value, 1e-9);
        Assert.Equal(all - rows - columns - exchanges, FlowIndices.GiniOfOthers(flows)!.Value, 1e-9);

        // Weighted fields and the parts of rows and columns are the same comparisons.
        var share = (double)pairs.Count / (size - 2);
        Assert.Equal(share * rows, FlowIndices.WeightedGiniOut(flows)!.Value, 1e-9);
        Assert.Equal(share * columns, FlowIndices.WeightedGiniIn(flows)!.Value, 1e-9);
    });

    [Fact]
    public void Even_moves_have_no_focus_and_one_pair_has_all()
    {
        var even = new FlowMatrix(5, (_, _) => 7);
        Assert.Equal(0, FlowIndices.Gini(even)!.Value, 1e-12);
        Assert.Equal(0, FlowIndices.WeightedGini(even)!.Value, 1e-12);
        Assert.Equal(0, FlowIndices.AggregateVariation(even)!.Value, 1e-12);
        var one = new FlowMatrix(5, (origin, destination) => origin == 1 && destination == 3 ? 9 : 0);
        Assert.Equal(1, FlowIndices.GiniCorrected(one)!.Value, 1e-12);
        Assert.Equal(1, FlowIndices.FieldGiniOut(one, 1)!.Value, 1e-12);
        Assert.Equal(1, FlowIndices.WeightedGini(one)!.Value, 1e-12);
        Assert.Null(FlowIndices.FieldGiniOut(one, 0));
        Assert.Null(FlowIndices.VariationOut(one, 0));
        Assert.Equal(1 / 20.0, FlowIndices.Connectivity(one));
        Assert.Equal(0.25, FlowIndices.ConnectivityOut(one, 1));
        Assert.Equal(0, FlowIndices.ConnectivityIn(one, 1));
    }

    [Fact]
    public void Two_units_have_no_field_to_compare()
    {
        var flows = new FlowMatrix(2, (origin, _) => 3 + origin);
        Assert.Null(FlowIndices.FieldGiniOut(flows, 0));
        Assert.Null(FlowIndices.WeightedGini(flows));
        Assert.Equal(0, FlowIndices.VariationOut(flows, 0));
    }

    [Fact]
    public void Indices_of_nobody_are_missing()
    {
        var system = new FlowSystem(new(3, (_, _) => 0), [0, 0, 0], Distances);
        Assert.All(
            FlowIndexList.OfSystem.Where(index => index.Id is not "areas" and not "moves" and not "connectivity"), index => Assert.Null(index.Value(system)));
        Assert.All(FlowIndexList.OfPair.Where(index => index.Id is not "flow" and not "counterflow" and not "stream_net" and not "interchange" and not "expected"), index => Assert.Null(index.Value(system, 0, 1)));
    }

    [Fact]
    public void Order_of_areas_does_not_matter() => Property.Holds(TestCounts.Properties / 4, random =>
    {
        var size = random.Next(3, 8);
        var (flows, persons, distances) = (Flows(random, size), Random(random, size, 100, 9000), Random(random, size * size, 5, 500));
        var order = Enumerable.Range(0, size).ToArray();
        random.Shuffle(order);
        var system = new FlowSystem(flows, persons, distances);
        var shuffled = new FlowSystem(
            new(size, (origin, destination) => flows[order[origin], order[destination]]), [.. order.Select(unit => persons[unit])],
            [.. Enumerable.Range(0, size * size).Select(cell => distances[(order[cell / size] * size) + order[cell % size]])]);
        foreach (var index in FlowIndexList.OfSystem)
            Same(index.Id, index.Value(system), index.Value(shuffled));
        foreach (var index in FlowIndexList.OfArea)
        {
            for (var unit = 0; unit < size; unit++)
                Same(index.Id, index.Value(system, order[unit]), index.Value(shuffled, unit));
        }

        foreach (var index in FlowIndexList.OfPair)
            Same(index.Id, index.Value(system, order[0], order[1]), index.Value(shuffled, 0, 1));
    });

    [Fact]
    public void Moves_and_persons_by_another_unit_change_counts_alone() => Property.Holds(TestCounts.Properties / 4, random =>
    {
        var size = random.Next(3, 8);
        var (flows, persons, distances) = (Flows(random, size), Random(random, size, 100, 9000), Random(random, size * size, 5, 500));
        var system = new FlowSystem(flows, persons, distances);
        var thousands = new FlowSystem(new(size, (origin, destination) => flows[origin, destination] / 1000), [.. persons.Select(one => one / 1000)], distances);
        foreach (var index in FlowIndexList.OfSystem)
            Same(index.Id, index.Value(system) / (index.Id is "moves" ? 1000 : 1), index.Value(thousands));
        var more = new FlowSystem(new(size, (origin, destination) => flows[origin, destination] * 3), persons, distances);
        foreach (var index in FlowIndexList.OfSystem)
            Same(index.Id, index.Value(system) * (index.Id is "moves" or "crude_intensity" or "courgeau_k" or "aggregate_net_rate" ? 3 : 1), index.Value(more));
    });

    [Fact]
    public void Ids_are_told_apart()
    {
        Assert.Distinct(FlowIndexList.OfSystem.Select(index => index.Id));
        Assert.Distinct(FlowIndexList.OfArea.Select(index => index.Id));
        Assert.Distinct(FlowIndexList.OfPair.Select(index => index.Id));
    }

    [Fact]
    public void Distances_that_are_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => FlowIndices.MeanDistance(Example, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowIndices.MeanDistance(Example, new double[9]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowIndices.DistanceDecay(Example, [0, 1, double.NaN, 1, 0, 1, 1, 1, 0]));
    }

    private static void Same(string id, double? expected, double? actual)
    {
        Assert.True(expected is null == actual is null, id);
        if (expected is { } value)
            Assert.True(Math.Abs(value - actual!.Value) <= 1e-6 * Math.Max(1, Math.Abs(value)), $"{id}: {value} and {actual}");
    }

    private static double[] Random(Random random, int count, double low, double high) => [.. Enumerable.Range(0, count).Select(_ => low + (random.NextDouble() * (high - low)))];

    private static FlowMatrix Flows(Random random, int size) => new(size, (_, _) => random.Next(5) == 0 ? 1 : random.Next(1, 1000));
}
