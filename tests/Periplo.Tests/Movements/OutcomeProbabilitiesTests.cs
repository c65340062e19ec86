using Periplo.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class OutcomeProbabilitiesTests
{
    [Fact]
    public void Cells_without_crossings_take_the_probability_of_the_coarser_cell()
    {
        var model = new OutcomeProbabilities();
        model.Add(model.Leaf(new(320, 1, 1, 10, 3)), 40, 30);
        model.Add(model.Leaf(new(320, 2, 1, 10, 3)), 40, 10);
        model.Add(model.Leaf(new(320, 1, 1, 10, 9)), 40, 36);
        int otherCitizenship = model.Leaf(new(84, 1, 1, 10, 3)), otherPurpose = model.Leaf(new(320, 5, 1, 10, 3)), otherMonth = model.Leaf(new(320, 1, 1, 10, 12));
        model.Fit();
        Assert.Equal(model.Probability(0), model.Probability(otherCitizenship));
        Assert.InRange(model.Probability(otherPurpose), model.Probability(1) + 0.1, model.Probability(0) - 0.1);
        Assert.Equal((76 + 0.5) / (120 + 1), model.Probability(otherMonth), 1e-12);
    }

    [Fact]
    public void Thin_cells_lean_on_the_coarser_cell_and_thick_ones_stand_alone()
    {
        var model = new OutcomeProbabilities();
        ushort number = 1;
        foreach (var share in new[] { 0.2, 0.3, 0.4, 0.5, 0.6, 0.7 })
            model.Add(model.Leaf(new(number++, 1, 1, 10, 3)), 1000, (int)(1000 * share));
        model.Add(model.Leaf(new(number, 1, 1, 10, 3)), 2, 2);
        model.Fit();
        Assert.Equal(0.2, model.Probability(0), 0.02);
        Assert.InRange(model.Probability(6), 0.46, 0.75);
    }

    [Fact]
    public void Without_crossings_the_probability_is_one_half_and_the_spread_nothing()
    {
        var model = new OutcomeProbabilities();
        var leaf = model.Leaf(new(320, 1, 1, 10, 3));
        model.Fit();
        var sensitivity = new OutcomeProbabilities.Sensitivity();
        sensitivity.Include(model, leaf, 10);
        Assert.Equal((0.5, 0, 0), (model.Probability(leaf), model.Crossings, sensitivity.TakeVariance(model)));
    }

    [Fact]
    public void Crossings_taken_out_again_leave_no_trace()
    {
        var model = new OutcomeProbabilities();
        var (one, two) = (model.Leaf(new(320, 1, 1, 10, 3)), model.Leaf(new(320, 2, 1, 10, 3)));
        model.Add(one, 40, 30);
        model.Add(two, 20, 3);
        model.Fit();
        var before = (model.Probability(one), model.Probability(two));
        model.Add(two, 70, 60);
        model.Add(two, -70, -60);
        model.Fit();
        Assert.Equal(before, (model.Probability(one), model.Probability(two)));
    }

    [Fact]
    public void Variance_of_the_probabilities_is_that_of_a_parametric_bootstrap()
    {
        var random = new Random(TestCounts.Seed);
        var model = new OutcomeProbabilities();
        var counts = new List<int>();
        var weights = new List<int>();
        for (var cell = 0; cell < 60; cell++)
        {
            var leaf = model.Leaf(new((ushort)random.Next(4), (byte)random.Next(3), (byte)random.Next(2), (byte)random.Next(9, 11), (byte)random.Next(2)));
            if (leaf < counts.Count)
                continue;
            counts.Add(random.Next(0, 60));
            weights.Add(random.Next(0, 30));
            model.Add(leaf, counts[leaf], Binomial(random, counts[leaf], 0.2 + (0.6 * random.NextDouble())));
        }

        model.Fit();
        var strengths = model.Strengths.ToArray();
        double[] fitted = [.. counts.Select((_, leaf) => model.Probability(leaf))];
        var sensitivity = new OutcomeProbabilities.Sensitivity();
        for (var leaf = 0; leaf < counts.Count; leaf++)
            sensitivity.Include(model, leaf, weights[leaf]);
        var closed = sensitivity.TakeVariance(model);

        const int Draws = 4000;
        double sum = 0, squares = 0;
        var again = new OutcomeProbabilities();
        for (ushort leaf = 0; leaf < counts.Count; leaf++)
            Assert.Equal(leaf, again.Leaf(Features(model, leaf)));
        var present = new int[counts.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var leaf = 0; leaf < counts.Count; leaf++)
            {
                var migrants = Binomial(random, counts[leaf], fitted[leaf]);
                again.Add(leaf, draw == 0 ? counts[leaf] : 0, migrants - present[leaf]);
                present[leaf] = migrants;
            }

            again.Fit(strengths);
            double total = 0;
            for (var leaf = 0; leaf < counts.Count; leaf++)
                total += weights[leaf] * again.Probability(leaf);
            sum += total;
            squares += total * total;
        }

        var drawn = (squares - (sum * sum / Draws)) / (Draws - 1);
        Assert.InRange(drawn / closed, 0.88, 1.12);
    }

    private static UndecidedFeatures Features(OutcomeProbabilities model, int leaf)
    {
        for (byte elapsed = 0; elapsed < 2; elapsed++)
        for (byte side = 9; side < 11; side++)
        for (byte group = 0; group < 2; group++)
        for (byte purpose = 0; purpose < 3; purpose++)
        for (ushort citizenship = 0; citizenship < 4; citizenship++)
        {
            if (model.Leaf(new(citizenship, purpose, group, side, elapsed)) == leaf)
                return new(citizenship, purpose, group, side, elapsed);
        }

        throw new InvalidOperationException();
    }

    private static int Binomial(Random random, int crossings, double probability)
    {
        var migrants = 0;
        for (var i = 0; i < crossings; i++)
            migrants += random.NextDouble() < probability ? 1 : 0;
        return migrants;
    }
}
