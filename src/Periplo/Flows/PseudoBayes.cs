using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// Weighted mean of the fewest moves and independence, cell by cell: w QI + (1 − w) IND (Azose and Raftery 2019, PNAS 116(1), who found
/// w = 0.87 for Europe; the published world series is made so). Both tables have the same margins, so any mean of them keeps the accounts.
/// </summary>
internal static class PseudoBayes
{
    /// <summary>The weight of the fewest moves, one a birthplace.</summary>
    public static double[] Weights(WeightRule rule, MoveFactors minimum, MoveFactors independence, int areas, int threads)
    {
        var birthplaces = minimum.Scale.Length;
        if (rule.ByBirthplace is { } given)
            return given.Count == birthplaces ? [.. given] : throw new ArgumentException("There is one weight to a birthplace.", nameof(rule));
        if (rule.FromCounts)
            return [.. Enumerable.Range(0, birthplaces).Select(birthplace => FromCounts(minimum, independence, birthplace))];
        return Constant(birthplaces, rule.Value ?? Calibrated(rule, minimum, independence, areas, threads));
    }

    /// <summary>Mean of the weights over the fewest moves.</summary>
    public static double Mean(double[] weights, MoveFactors minimum)
    {
        var (weighted, all) = (0.0, 0.0);
        for (var birthplace = 0; birthplace < weights.Length; birthplace++)
        {
            var moves = minimum.Moves(birthplace);
            weighted += weights[birthplace] * moves;
            all += moves;
        }

        return all > 0 ? weighted / all : weights[0];
    }

    /// <summary>
    /// The weight of Bishop, Fienberg and Holland (1975, Discrete Multivariate Analysis, ch. 12): N / (N + K), K = (N² − Σx²) / Σ(x − Nλ)²,
    /// x the fewest moves of a birthplace, N their sum, λ the shares of its moves under independence; those who stay are no cell. A
    /// birthplace without moves says nothing and has the published weight.
    /// </summary>
    private static double FromCounts(MoveFactors minimum, MoveFactors independence, int birthplace)
    {
        var (n, spread) = (minimum.Moves(birthplace), independence.Moves(birthplace));
        if (!(n > 0) || !(spread > 0))
            return WeightRule.Published;
        var (squares, distance) = minimum.PairSums(independence, n / spread, birthplace);
        // Where both have one shape any weight of that shape is the same; distance is then rounding.
        if (!(distance > 1e-12 * squares))
            return WeightRule.Published;
        var k = Math.Max((n * n) - squares, 0) / distance;
        return n / (n + k);
    }

    /// <summary>Least squares on reported flows: w = Σ g (r − d)(q − d) / Σ g (q − d)², q fewest moves, d independence, r reported, g what each counts.</summary>
    private static double Calibrated(WeightRule rule, MoveFactors minimum, MoveFactors independence, int areas, int threads)
    {
        var (reported, importance) = (rule.Reported!, rule.Importance);
        var (fewest, independent) = (new double[areas * areas], new double[areas * areas]);
        if (reported.Length != fewest.Length || (importance is not null && importance.Length != fewest.Length))
            throw new ArgumentException("There is one cell to an origin and destination.", nameof(rule));
        minimum.AddTo(fewest, null, threads);
        independence.AddTo(independent, null, threads);
        var (up, down) = (0.0, 0.0);
        for (var cell = 0; cell < reported.Length; cell++)
        {
            if (double.IsNaN(reported[cell]) || cell % (areas + 1) == 0)
                continue;
            var difference = fewest[cell] - independent[cell];
            var counts = importance?[cell] ?? 1;
            up += counts * (reported[cell] - independent[cell]) * difference;
            down += counts * difference * difference;
        }

        if (down > 0)
            return Math.Clamp(up / down, 0, 1);
        throw new StatisticsException(new Text(
            "No hay flujos observados con los que calibrar el peso.",
            "There are no reported flows to calibrate the weight on.",
            "Il n’y a pas de flux observés sur lesquels caler le poids."));
    }

    private static double[] Constant(int count, double weight)
    {
        var weights = new double[count];
        Array.Fill(weights, weight);
        return weights;
    }
}
