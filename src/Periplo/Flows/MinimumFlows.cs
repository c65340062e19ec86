namespace Periplo.Flows;

/// <summary>
/// Fewest moves that explain the stocks (quasi-independence; Abel 2013). Of a birthplace, as many as can stay in an area do: the smaller
/// of its numbers at both dates. Then an area either has persons who leave or room for some who come, never both, so that the fit of the
/// rest has a closed form: those who leave, X, are shared out as those who come, Y: F(i,j,k) = X(k,i) Y(k,j) / ΣX(k,·).
/// </summary>
internal static class MinimumFlows
{
    /// <summary>The moves.</summary>
    /// <param name="stocks">Stocks with birthplaces as many at both dates.</param>
    /// <param name="birthplaces">Labels, for a refusal.</param>
    /// <param name="seed">How probable each move is beforehand; null where all are alike.</param>
    /// <param name="threads">Threads.</param>
    public static MoveFactors Of(MatchedStocks stocks, IReadOnlyList<string> birthplaces, double[]? seed, int threads)
    {
        var areas = stocks.Net.Length;
        var (leave, come) = (new double[stocks.Start.Length], new double[stocks.Start.Length]);
        var scale = new double[leave.Length / areas];
        for (var birthplace = 0; birthplace < scale.Length; birthplace++)
        {
            var at = birthplace * areas;
            for (var cell = at; cell < at + areas; cell++)
            {
                var gain = stocks.End[cell] - stocks.Start[cell];
                leave[cell] = Math.Max(-gain, 0);
                come[cell] = Math.Max(gain, 0);
            }

            var (leaving, coming) = (Lanes.Sum(leave.AsSpan(at, areas)), Lanes.Sum(come.AsSpan(at, areas)));
            if (!(leaving > 0 && coming > 0))
                continue;
            // Both are the same but for rounding; a mean of them halves what rounding does to either margin.
            scale[birthplace] = 2 / (leaving + coming);
            if (seed is not null)
                Lanes.Scale(come.AsSpan(at, areas), leaving / coming);
        }

        return seed is null ? new(leave, come, scale, null) : SeededFlows.Of(leave, come, birthplaces, seed, threads);
    }

    /// <summary>The fewest moves themselves, Σ X.</summary>
    public static double Total(MatchedStocks stocks)
    {
        var total = 0.0;
        for (var cell = 0; cell < stocks.Start.Length; cell++)
            total += Math.Abs(stocks.End[cell] - stocks.Start[cell]);
        return total / 2;
    }
}
