namespace Periplo.Flows;

/// <summary>
/// Lets those by whom a birthplace shrinks leave the world and those by whom it grows come from outside (Abel 2013, Demographic Research
/// 28(18)). No balance of the world is needed, and no fit.
/// </summary>
internal static class OpenMatching
{
    /// <summary>Leavers are shared out as the birthplace lives at the start, arrivals as it lives at the end. Never below zero.</summary>
    public static MatchedStocks OwnDate(AccountedStocks stocks) => Matched(stocks, guarded: false);

    /// <summary>
    /// Leavers are shared out as the birthplace lives at the end, arrivals as at the start. That could take more from a cell than it
    /// holds: it then gives all it has and the others of the birthplace the rest, in proportion.
    /// </summary>
    public static MatchedStocks OtherDate(AccountedStocks stocks) => Matched(stocks, guarded: true);

    private static MatchedStocks Matched(AccountedStocks stocks, bool guarded)
    {
        var areas = stocks.Areas;
        var (start, end) = ((double[])stocks.Survivors.Clone(), (double[])stocks.BornBefore.Clone());
        var (toOutside, fromOutside) = (new double[start.Length], new double[end.Length]);
        for (var at = 0; at < start.Length; at += areas)
        {
            var starting = start.AsSpan(at, areas);
            var ending = end.AsSpan(at, areas);
            var (before, after) = (Lanes.Sum(starting), Lanes.Sum(ending));
            if (before > after)
                Take(starting, ending, before, after, toOutside.AsSpan(at, areas), guarded);
            else if (after > before)
                Take(ending, starting, after, before, fromOutside.AsSpan(at, areas), guarded);
        }

        var net = Lanes.ColumnSums(end, areas);
        Lanes.AddScaled(net, Lanes.ColumnSums(start, areas), -1);
        return new(start, end, net, toOutside, fromOutside);
    }

    /// <summary>Takes total − wanted persons from a row.</summary>
    private static void Take(Span<double> row, ReadOnlySpan<double> other, double total, double wanted, Span<double> taken, bool guarded)
    {
        row.CopyTo(taken);
        if (guarded && wanted > 0)
        {
            for (var area = 0; area < row.Length; area++)
                row[area] = Math.Max(row[area] - ((total - wanted) * other[area] / wanted), 0);
            var left = Lanes.Sum(row);
            if (left > 0)
                total = left;
            else
                taken.CopyTo(row);
        }

        Lanes.Scale(row, wanted / total);
        // What is left may be more than there was by rounding; nobody less than none is taken.
        for (var area = 0; area < row.Length; area++)
            taken[area] = Math.Max(taken[area] - row[area], 0);
    }
}
