namespace Periplo.Flows;

/// <summary>
/// Moves where, of each birthplace, residence at the end does not depend on residence at the start: F(i,j,k) = P(k,i) Q(k,j) / ΣP(k,·).
/// It has far more moves than there are; it shows the shape that the fewest moves lack.
/// </summary>
internal static class IndependentFlows
{
    /// <summary>The moves, and on the diagonal those who stay.</summary>
    public static MoveFactors Of(MatchedStocks stocks, IReadOnlyList<string> birthplaces, double[]? seed, int threads)
    {
        if (seed is not null)
            return SeededFlows.Of(stocks.Start, stocks.End, birthplaces, seed, threads);
        var totals = Lanes.RowSums(stocks.Start, stocks.Net.Length);
        var ends = Lanes.RowSums(stocks.End, stocks.Net.Length);
        return new(stocks.Start, stocks.End, [.. totals.Zip(ends, (start, end) => start > 0 && end > 0 ? 2 / (start + end) : 0)], null);
    }
}
