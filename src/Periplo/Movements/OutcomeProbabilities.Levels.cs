namespace Periplo.Movements;

/// <content>One level of the hierarchy, in columns.</content>
public sealed partial class OutcomeProbabilities
{
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

        internal void SumSpreadInto(Level above, bool leaves)
        {
            Array.Clear(above.Spread);
            for (var i = 0; i < Size; i++)
            {
                if (leaves)
                    Spread[i] = Counts[i] * Probability[i] * (1 - Probability[i]);
                above.Spread[Parent[i]] += Spread[i];
            }
        }
    }
}
