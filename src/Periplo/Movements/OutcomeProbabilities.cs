using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>
/// Probability that an undecided crossing turns out to be a long-term migration, from complete months of one country and
/// direction. A thin cell leans on the coarser cell around it: all → elapsed months → days on the migrating side → purpose →
/// age group → citizenship, each a beta–binomial whose prior mean is the level above (docs/methods/provisional-estimates.md).
/// </summary>
public sealed partial class OutcomeProbabilities
{
    /// <summary>Levels of the hierarchy, the whole included.</summary>
    public const int Levels = 6;

    /// <summary>Largest strength of a prior, in crossings: children differ no more than by chance.</summary>
    public const double MaximumStrength = 9999;

    /// <summary>Smallest strength of a prior, in crossings.</summary>
    public const double MinimumStrength = 1;

    private const int Last = Levels - 1;

    // Bits of the key that each level keeps: elapsed, side, purpose, age group, citizenship.
    private static readonly int[] Dropped = [48, 40, 32, 24, 16, 0];
    private readonly Level[] levels = [.. Enumerable.Range(0, Levels).Select(_ => new Level())];
    private readonly Dictionary<ulong, int>[] positions = [.. Enumerable.Range(0, Levels).Select(_ => new Dictionary<ulong, int>())];
    private readonly double[] strengths = new double[Levels];

    /// <summary>A hierarchy without crossings.</summary>
    public OutcomeProbabilities() => levels[0].Append(0);

    /// <summary>Crossings counted. One counts once for each age at which it was undecided.</summary>
    public long Crossings => levels[0].Counts[0];

    /// <summary>Strength of the prior at each level, in crossings, after <see cref="Fit"/>; that of the whole is 1, by the prior Beta(½, ½).</summary>
    public IReadOnlyList<double> Strengths => strengths;

    /// <summary>Number of the finest cell with these features; new ones are numbered in the order asked for.</summary>
    public int Leaf(in UndecidedFeatures features)
    {
        var key = Key(features);
        return positions[Last].TryGetValue(key, out var leaf) ? leaf : Place(key, Last);
    }

    /// <summary>A hierarchy for these cells, without crossings, and the leaf of each: neighbours in it are neighbours in memory.</summary>
    internal static OutcomeProbabilities For(ReadOnlySpan<UndecidedCell> cells, out int[] leaves)
    {
        leaves = new int[cells.Length];
        var numbers = new Dictionary<ulong, int>();
        var keys = new List<ulong>();
        for (var i = 0; i < cells.Length; i++)
        {
            var key = Key(cells[i].Features);
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var exists);
            if (!exists)
            {
                number = keys.Count;
                keys.Add(key);
            }

            leaves[i] = number;
        }

        ulong[] sorted = [.. keys];
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        var model = new OutcomeProbabilities();
        var places = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            places[order[i]] = model.Place(sorted[i], Last);
        for (var i = 0; i < leaves.Length; i++)
            leaves[i] = places[leaves[i]];
        return model;
    }

    /// <summary>Features in one number, in the order of the levels.</summary>
    internal static ulong Key(in UndecidedFeatures features) =>
        ((ulong)features.Elapsed << 40) | ((ulong)features.SideDays << 32) | ((ulong)features.Purpose << 24)
        | ((ulong)features.AgeGroup << 16) | features.Citizenship;

    /// <summary>Counts crossings whose outcome is known; negative numbers take them out again.</summary>
    public void Add(int leaf, int crossings, int migrants)
    {
        var node = leaf;
        for (var at = Last; at >= 0; at--)
        {
            levels[at].Counts[node] += crossings;
            levels[at].Migrants[node] += migrants;
            node = levels[at].Parent[node];
        }
    }

    /// <summary>Works out every probability from the crossings counted so far.</summary>
    /// <param name="given">Strengths to use, one a level, instead of those estimated by moments.</param>
    public void Fit(IReadOnlyList<double>? given = null)
    {
        levels[0].FitWhole();
        strengths[0] = 1;
        for (var level = 1; level < Levels; level++)
        {
            strengths[level] = given?[level] ?? levels[level].Strength(levels[level - 1]);
            levels[level].Fit(levels[level - 1], strengths[level]);
        }

        for (var level = Last; level > 0; level--)
            levels[level].SumSpreadInto(levels[level - 1], level == Last);
    }

    /// <summary>Probability of a cell, after <see cref="Fit"/>.</summary>
    public double Probability(int leaf) => levels[Last].Probability[leaf];

    /// <summary>
    /// How far an estimate depends on the counts behind the probabilities. The probabilities are linear in the counts of migrants
    /// once the strengths are given, so a sum over undecided crossings is too, and the variance a parametric bootstrap
    /// would approach with ever more draws follows in closed form.
    /// </summary>
    public sealed class Sensitivity
    {
        internal readonly Trace[] Traces = [.. Enumerable.Range(0, Levels).Select(_ => new Trace())];

        /// <summary>Includes undecided crossings of a cell in the sum.</summary>
        public void Include(OutcomeProbabilities model, int leaf, double crossings)
        {
            var node = leaf;
            var weight = crossings;
            for (var at = Last; at >= 0; at--)
            {
                var level = model.levels[at];
                Traces[at].Add(node, weight * level.Gain[node], level.Size);
                weight *= level.Pass[node];
                node = level.Parent[node];
            }
        }

        /// <summary>Variance of the sum that comes from estimating the probabilities; the sum is emptied.</summary>
        /// <param name="model">The probabilities the sum was made with.</param>
        /// <param name="into">A larger sum to which this one is added; null for none.</param>
        public double TakeVariance(OutcomeProbabilities model, Sensitivity? into = null)
        {
            double variance = 0;
            for (var at = 0; at < Levels; at++)
            {
                var level = model.levels[at];
                var trace = Traces[at];
                for (var i = 0; i < trace.Touched; i++)
                {
                    var node = trace.Nodes[i];
                    if (at > 0)
                        trace.Above[node] = Traces[at - 1].Above[level.Parent[node]] + Traces[at - 1].Weight[level.Parent[node]];
                    var own = trace.Weight[node];
                    variance += level.Spread[node] * own * (own + (2 * trace.Above[node]));
                    into?.Traces[at].Add(node, own, level.Size);
                }
            }

            foreach (var trace in Traces)
                trace.Clear();
            return variance;
        }
    }

    private int Place(ulong key, int level)
    {
        if (level == 0)
            return 0;
        var own = key >> Dropped[level];
        if (positions[level].TryGetValue(own, out var node))
            return node;
        node = levels[level].Append(Place(key, level - 1));
        positions[level].Add(own, node);
        return node;
    }
}
