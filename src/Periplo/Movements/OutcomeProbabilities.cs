namespace Periplo.Movements;

/// <summary>
/// Probability that an undecided crossing turns out to be a long-term migration, from complete months of one country and
/// direction. A thin cell leans on the coarser cell around it: all → elapsed months → days on the migrating side → purpose →
/// age group → citizenship, each a beta–binomial whose prior mean is the level above (docs/methods/provisional-estimates.md).
/// </summary>
public sealed class OutcomeProbabilities
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

    /// <summary>Crossings counted, after <see cref="Fit"/>. One counts once for each age at which it was undecided.</summary>
    public long Crossings => levels[0].Counts[0];

    /// <summary>Strength of the prior at each level, in crossings, after <see cref="Fit"/>; that of the whole is 1, by the prior Beta(½, ½).</summary>
    public IReadOnlyList<double> Strengths => strengths;

    /// <summary>Number of the finest cell with these features; new ones are numbered in the order asked for.</summary>
    public int Leaf(in UndecidedFeatures features)
    {
        var key = ((ulong)features.Elapsed << 40) | ((ulong)features.SideDays << 32) | ((ulong)features.Purpose << 24)
            | ((ulong)features.AgeGroup << 16) | features.Citizenship;
        return positions[Last].TryGetValue(key, out var leaf) ? leaf : Place(key, Last);
    }

    /// <summary>Counts crossings whose outcome is known; negative numbers take them out again.</summary>
    public void Add(int leaf, int crossings, int migrants)
    {
        levels[Last].Counts[leaf] += crossings;
        levels[Last].Migrants[leaf] += migrants;
    }

    /// <summary>Works out every probability from the crossings counted so far.</summary>
    /// <param name="given">Strengths to use, one a level, instead of those estimated by moments.</param>
    public void Fit(IReadOnlyList<double>? given = null)
    {
        for (var level = Last; level > 0; level--)
            levels[level].SumInto(levels[level - 1]);
        levels[0].FitWhole();
        strengths[0] = 1;
        for (var level = 1; level < Levels; level++)
        {
            strengths[level] = given?[level] ?? levels[level].Strength(levels[level - 1]);
            levels[level].Fit(levels[level - 1], strengths[level]);
        }

        levels[Last].SpreadOfLeaves();
        for (var level = Last; level > 0; level--)
            levels[level].SumSpreadInto(levels[level - 1]);
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
        public double TakeVariance(OutcomeProbabilities model)
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

    internal sealed class Trace
    {
        internal double[] Weight = [];
        internal double[] Above = [];
        internal int[] Nodes = [];
        internal int Touched;
        private bool[] seen = [];

        internal void Add(int node, double weight, int size)
        {
            if (seen.Length < size)
            {
                Array.Resize(ref Weight, size);
                Array.Resize(ref Above, size);
                Array.Resize(ref Nodes, size);
                Array.Resize(ref seen, size);
            }

            if (!seen[node])
            {
                seen[node] = true;
                Nodes[Touched++] = node;
            }

            Weight[node] += weight;
        }

        internal void Clear()
        {
            for (var i = 0; i < Touched; i++)
            {
                Weight[Nodes[i]] = Above[Nodes[i]] = 0;
                seen[Nodes[i]] = false;
            }

            Touched = 0;
        }
    }

    private sealed class Level
    {
        internal int Size;
        internal int[] Parent = new int[16];
        internal long[] Counts = new long[16];
        internal long[] Migrants = new long[16];
        internal double[] Probability = new double[16];

        // Of the probability: change per migrant counted here, and per change of the level above.
        internal double[] Gain = new double[16];
        internal double[] Pass = new double[16];

        // Sum of n p (1 - p) over the leaves below.
        internal double[] Spread = new double[16];

        internal int Append(int parent)
        {
            if (Size == Parent.Length)
            {
                Array.Resize(ref Parent, Size * 2);
                Array.Resize(ref Counts, Size * 2);
                Array.Resize(ref Migrants, Size * 2);
                Array.Resize(ref Probability, Size * 2);
                Array.Resize(ref Gain, Size * 2);
                Array.Resize(ref Pass, Size * 2);
                Array.Resize(ref Spread, Size * 2);
            }

            Parent[Size] = parent;
            return Size++;
        }

        internal void SumInto(Level above)
        {
            Array.Clear(above.Counts);
            Array.Clear(above.Migrants);
            for (var i = 0; i < Size; i++)
            {
                above.Counts[Parent[i]] += Counts[i];
                above.Migrants[Parent[i]] += Migrants[i];
            }
        }

        internal void FitWhole()
        {
            Gain[0] = 1.0 / (Counts[0] + 1);
            Pass[0] = 0;
            Probability[0] = (Migrants[0] + 0.5) * Gain[0];
        }

        // Moments of the beta–binomial: E (k - np)² = np(1-p)(1 + (n-1)ρ), ρ = 1 / (1 + strength).
        internal double Strength(Level above)
        {
            double excess = 0, weight = 0;
            for (var i = 0; i < Size; i++)
            {
                if (Counts[i] == 0 || Counts[i] == above.Counts[Parent[i]])
                    continue;
                var mean = above.Probability[Parent[i]];
                var spread = Counts[i] * mean * (1 - mean);
                var off = Migrants[i] - (Counts[i] * mean);
                excess += (off * off) - spread;
                weight += (Counts[i] - 1) * spread;
            }

            return excess > 0 && weight > 0 ? Math.Clamp((weight - excess) / excess, MinimumStrength, MaximumStrength) : MaximumStrength;
        }

        internal void Fit(Level above, double strength)
        {
            for (var i = 0; i < Size; i++)
            {
                var mean = above.Probability[Parent[i]];

                // A cell that holds all crossings of the one above says nothing new: using them twice would undo the shrinkage.
                if (Counts[i] == above.Counts[Parent[i]])
                {
                    (Gain[i], Pass[i], Probability[i]) = (0, 1, mean);
                    continue;
                }

                Gain[i] = 1 / (Counts[i] + strength);
                Pass[i] = strength * Gain[i];
                Probability[i] = (Migrants[i] + (strength * mean)) * Gain[i];
            }
        }

        internal void SpreadOfLeaves()
        {
            for (var i = 0; i < Size; i++)
                Spread[i] = Counts[i] * Probability[i] * (1 - Probability[i]);
        }

        internal void SumSpreadInto(Level above)
        {
            Array.Clear(above.Spread);
            for (var i = 0; i < Size; i++)
                above.Spread[Parent[i]] += Spread[i];
        }
    }
}
