namespace Periplo.Flows;

/// <summary>
/// Flows as differences of two stock tables: how many more born in <c>k</c> live in <c>j</c> at the end than at the start
/// counts as moves from <c>k</c> to <c>j</c>, so every mover is taken to come from the birthplace. Deaths and moves between
/// third areas are not seen. As published by Abel and Cohen (2019), Scientific Data 6:82, sections "stock differencing".
/// </summary>
/// <remarks>Native-born cells (the diagonal) play no part, nor do birthplaces without own residence: nothing can be said of where they came from. A cell nobody reported counts zero.</remarks>
public static class StockDifference
{
    /// <summary>Rises count, falls are dropped: F[k,j] = max(S2[k,j] − S1[k,j], 0) (Bertoli and Fernández-Huertas Moraga 2015).</summary>
    /// <param name="input">Stocks at both dates; births and deaths are not asked for.</param>
    /// <returns>Moves, origin by destination row by row, zero on the diagonal.</returns>
    public static double[] Drop(FlowInput input) => Of(input, returns: false);

    /// <summary>Rises count, and a fall of those born in <c>k</c> living in <c>j</c> counts as moves back from <c>j</c> to <c>k</c> (Beine and Parsons 2015).</summary>
    /// <param name="input">Stocks at both dates; births and deaths are not asked for.</param>
    /// <returns>Moves, origin by destination row by row, zero on the diagonal.</returns>
    public static double[] Return(FlowInput input) => Of(input, returns: true);

    private static double[] Of(FlowInput input, bool returns)
    {
        ArgumentNullException.ThrowIfNull(input);
        var n = input.Start.Residences.Count;
        var start = input.Start.Cells;
        var end = input.End.Cells;
        var flows = new double[n * n];
        for (var birth = 0; birth < n; birth++)
        {
            for (var residence = 0; residence < n; residence++)
            {
                if (birth == residence)
                    continue;
                var change = Known(end[(birth * n) + residence]) - Known(start[(birth * n) + residence]);
                if (change > 0)
                    flows[(birth * n) + residence] += change;
                else if (returns)
                    flows[(residence * n) + birth] -= change;
            }
        }

        return flows;
    }

    private static double Known(double persons) => double.IsNaN(persons) ? 0 : persons;
}
