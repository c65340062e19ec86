namespace Periplo.Flows;

/// <summary>Distance: how far moves go, and how fast they thin out with distance (Bell and others 2002).</summary>
public static partial class FlowIndices
{
    private const double SteepestDecay = 20;
    private const int MostTries = 60;
    private const double SameSum = 1e-12;

    /// <summary>Mean distance of a move, in the unit of the distances.</summary>
    /// <param name="flows">The moves.</param>
    /// <param name="distances">Distance from each origin to each destination, row by row, above zero off the diagonal.</param>
    public static double? MeanDistance(FlowMatrix flows, IReadOnlyList<double> distances)
    {
        var (moves, far) = (Cells(flows, distances), 0.0);
        foreach (var (count, distance) in moves)
            far += count * distance;
        return Ratio(far, flows.Total);
    }

    /// <summary>Median distance of a move: half of all go no farther. Between two pairs the mean of both.</summary>
    /// <param name="flows">The moves.</param>
    /// <param name="distances">Distance from each origin to each destination, row by row, above zero off the diagonal.</param>
    public static double? MedianDistance(FlowMatrix flows, IReadOnlyList<double> distances)
    {
        var moves = Cells(flows, distances).Where(cell => cell.Moves > 0).OrderBy(cell => cell.Distance).ToList();
        var half = moves.Sum(cell => cell.Moves) / 2;
        var passed = 0.0;
        for (var i = 0; i < moves.Count; i++)
        {
            passed += moves[i].Moves;
            // Halves of sums in another unit need not be equal to the last digit.
            if (Math.Abs(passed - half) <= SameSum * half)
                return (moves[i].Distance + moves[i + 1].Distance) / 2;
            if (passed > half)
                return moves[i].Distance;
        }

        return null;
    }

    /// <summary>
    /// Distance decay β: with effects a, b of origins and destinations moves are taken to be a(i) b(j) distance^(−β), by Poisson regression,
    /// which is the doubly constrained gravity model. 0 where distance does not matter; the greater, the more it deters.
    /// </summary>
    /// <param name="flows">The moves; pairs without any count.</param>
    /// <param name="distances">Distance from each origin to each destination, row by row, above zero off the diagonal.</param>
    /// <returns>β; null where the moves do not determine it: two units, distances all alike, or moves that no β from −20 to 20 explains.</returns>
    public static double? DistanceDecay(FlowMatrix flows, IReadOnlyList<double> distances)
    {
        if (!(Of(flows).Total > 0) || flows.Size < 3)
            return null;
        var gravity = new Gravity(flows, distances);
        // The sum of moves times log distance, observed less expected, rises with β and is 0 at the solution.
        if (gravity.Excess(0) is not { } atZero || gravity.Excess(1) is not { } atOne || atOne - atZero < 1e-9)
            return null;
        var (low, high) = ((Decay: 0.0, Excess: atZero), (Decay: 1.0, Excess: atOne));
        // By steps of one: far beyond the solution the expected moves crowd into few cells, which is harder to fit.
        while (low.Excess > 0 || high.Excess < 0)
        {
            var decay = low.Excess > 0 ? low.Decay - 1 : high.Decay + 1;
            if (Math.Abs(decay) > SteepestDecay || gravity.Excess(decay) is not { } excess)
                return null;
            (low, high) = low.Excess > 0 ? ((decay, excess), low) : (high, (decay, excess));
        }

        // The rule of false position, where the end that stays is halved (Illinois), so that both come near.
        var (lowWeight, highWeight) = (low.Excess, high.Excess);
        for (var tried = 0; tried < MostTries && high.Decay - low.Decay > 1e-10 && low.Excess < 0 && high.Excess > 0; tried++)
        {
            var decay = ((low.Decay * highWeight) - (high.Decay * lowWeight)) / (highWeight - lowWeight);
            if (gravity.Excess(decay) is not { } excess)
                return null;
            if (Math.Abs(excess) < 1e-12)
                return decay;
            if (excess < 0)
                (low, lowWeight, highWeight) = ((decay, excess), excess, highWeight / 2);
            else
                (high, highWeight, lowWeight) = ((decay, excess), excess, lowWeight / 2);
        }

        return low.Excess == 0 ? low.Decay : high.Excess == 0 ? high.Decay : (low.Decay + high.Decay) / 2;
    }

    private static List<(double Moves, double Distance)> Cells(FlowMatrix flows, IReadOnlyList<double> distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        var size = Of(flows).Size;
        if (distances.Count != size * size)
            throw new ArgumentException("There is one distance to a pair.", nameof(distances));
        var cells = new List<(double, double)>(Pairs(flows));
        for (var cell = 0; cell < distances.Count; cell++)
        {
            if (cell % (size + 1) == 0)
                continue;
            if (!double.IsFinite(distances[cell]) || !(distances[cell] > 0))
                throw new ArgumentOutOfRangeException(nameof(distances), distances[cell], "A distance is above zero.");
            cells.Add((flows[cell / size, cell % size], distances[cell]));
        }

        return cells;
    }

    /// <summary>Moves expected of effects of origins and destinations and a decay; fits each decay from the one before.</summary>
    private sealed class Gravity
    {
        private readonly int size;
        private readonly double[] outflows;
        private readonly double[] inflows;
        private readonly double[] logarithms;
        private readonly double total;
        private readonly double observed;
        private double[] expected;
        private double fitted;

        public Gravity(FlowMatrix flows, IReadOnlyList<double> distances)
        {
            var pairs = Cells(flows, distances);
            (size, outflows, inflows) = (flows.Size, [.. flows.Outflows], [.. flows.Inflows]);
            // In the unit of the mean distance powers stay within what numbers hold.
            var middle = pairs.Average(pair => Math.Log(pair.Distance));
            (logarithms, expected, total) = (new double[size * size], new double[size * size], flows.Total);
            for (int cell = 0, pair = 0; cell < expected.Length; cell++)
            {
                if (cell % (size + 1) == 0)
                    continue;
                (logarithms[cell], expected[cell]) = (Math.Log(pairs[pair].Distance) - middle, 1);
                observed += pairs[pair++].Moves * logarithms[cell];
            }
        }

        /// <summary>Mean log distance of the moves observed over that of those expected with this decay; null where none can be fitted.</summary>
        public double? Excess(double decay)
        {
            var seed = new double[expected.Length];
            for (var cell = 0; cell < seed.Length; cell++)
                seed[cell] = expected[cell] * Math.Exp((fitted - decay) * logarithms[cell]);
            // Moves that crowd into few cells, as with a steep decay, take proportional fitting tens of thousands of sweeps.
            if (DualFit.Fit(seed, size, outflows, inflows, threads: 1, []) is not { } table)
                return null;
            (expected, fitted) = (table, decay);
            var sum = 0.0;
            for (var cell = 0; cell < seed.Length; cell++)
                sum += expected[cell] * logarithms[cell];
            return (observed - sum) / total;
        }
    }
}
