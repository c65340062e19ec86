namespace Periplo.Flows;

/// <summary>
/// Makes the persons of every birthplace as many at both dates. P holds survivors of the start and Q those at the end born before it; a
/// difference between their rows is error of the sources, not migration.
/// </summary>
internal static class BirthplaceMatching
{
    /// <summary>
    /// Closed: both tables are fitted to the mean of both row totals and to their own column totals, so that the change of every area's
    /// population, which is its net migration, stays what it was.
    /// </summary>
    /// <param name="stocks">The stocks.</param>
    /// <param name="options">Rule and threads.</param>
    /// <param name="start">Multipliers of an earlier matching of nearly the same stocks to begin at; given those found. Two rows of areas, or empty.</param>
    /// <exception cref="Statistics.StatisticsException">No such tables exist; names the areas.</exception>
    public static MatchedStocks Closed(AccountedStocks stocks, FlowOptions options, double[] start)
    {
        var (survivors, bornBefore) = (stocks.Survivors, stocks.BornBefore);
        if (options.Matching == MatchingRule.RescaleWithoutForeignBorn && Unreachable(stocks) is { Count: > 0 } fixedRows)
            return Adjusted(stocks, fixedRows, options.Threads);
        var rows = Means(Lanes.RowSums(survivors, stocks.Areas), Lanes.RowSums(bornBefore, stocks.Areas));
        return new(
            Fitted(stocks, survivors, rows, options.Threads, Half(start, stocks.Areas, 0)),
            Fitted(stocks, bornBefore, rows, options.Threads, Half(start, stocks.Areas, 1)),
            Net(stocks, survivors, bornBefore));
    }

    /// <summary>
    /// Rows whose area has native born alone at a date, and more of them than the mean of both totals, which no fit can reach. They are
    /// scaled to the least total that both dates can reach and put aside; the others are balanced anew and fitted. Populations change
    /// by what the scaling and the new balance add, which is why it is no default.
    /// </summary>
    private static MatchedStocks Adjusted(AccountedStocks stocks, List<int> fixedRows, int threads)
    {
        var areas = stocks.Areas;
        var (survivors, bornBefore) = ((double[])stocks.Survivors.Clone(), (double[])stocks.BornBefore.Clone());
        var kept = new List<(int Row, double[] Start, double[] End)>();
        foreach (var row in fixedRows)
        {
            var start = survivors.AsSpan(row * areas, areas);
            var end = bornBefore.AsSpan(row * areas, areas);
            var target = Math.Max((Lanes.Sum(start) + Lanes.Sum(end)) / 2, Math.Max(start[row], end[row]));
            Lanes.Scale(start, target / Lanes.Sum(start));
            Lanes.Scale(end, target / Lanes.Sum(end));
            kept.Add((row, start.ToArray(), end.ToArray()));
            stocks.Repairs.WithoutForeignBorn.Add(stocks.Birthplaces[row]);
        }

        var repairs = stocks.Repairs;
        repairs.StartAdded = StockRepairs.Added(repairs.StartAdded, Lanes.ColumnSums(stocks.Survivors, areas), Lanes.ColumnSums(survivors, areas));
        repairs.EndAdded = StockRepairs.Added(repairs.EndAdded, Lanes.ColumnSums(stocks.BornBefore, areas), Lanes.ColumnSums(bornBefore, areas));
        foreach (var row in fixedRows)
        {
            survivors.AsSpan(row * areas, areas).Clear();
            bornBefore.AsSpan(row * areas, areas).Clear();
        }

        GlobalBalance.Halve(stocks, survivors, bornBefore);
        var rows = Means(Lanes.RowSums(survivors, areas), Lanes.RowSums(bornBefore, areas));
        var (fittedStart, fittedEnd) = (Fitted(stocks, survivors, rows, threads, []), Fitted(stocks, bornBefore, rows, threads, []));
        foreach (var (row, start, end) in kept)
        {
            start.CopyTo(fittedStart, row * areas);
            end.CopyTo(fittedEnd, row * areas);
        }

        return new(fittedStart, fittedEnd, Net(stocks, fittedStart, fittedEnd));
    }

    private static List<int> Unreachable(AccountedStocks stocks)
    {
        var areas = stocks.Areas;
        var (starts, ends) = (Lanes.ColumnSums(stocks.Survivors, areas), Lanes.ColumnSums(stocks.BornBefore, areas));
        var (before, after) = (Lanes.RowSums(stocks.Survivors, areas), Lanes.RowSums(stocks.BornBefore, areas));
        var means = Means(before, after);
        return [.. Enumerable.Range(0, areas).Where(area => before[area] > 0 && after[area] > 0).Where(area => Alone(stocks.Survivors, starts, area) || Alone(stocks.BornBefore, ends, area))];

        bool Alone(double[] table, double[] populations, int area)
        {
            var native = table[(area * areas) + area];
            return native > 0 && native == populations[area] && native > means[area];
        }
    }

    private static double[] Fitted(AccountedStocks stocks, double[] table, double[] rows, int threads, Span<double> logs)
    {
        var columns = Lanes.ColumnSums(table, stocks.Areas);
        return DualFit.Fit(table, stocks.Areas, rows, columns, threads, logs) ?? throw TransportCut.Explain(table, rows, columns, stocks.Birthplaces, stocks.Labels);
    }

    private static double[] Net(AccountedStocks stocks, double[] survivors, double[] bornBefore)
    {
        var net = Lanes.ColumnSums(bornBefore, stocks.Areas);
        Lanes.AddScaled(net, Lanes.ColumnSums(survivors, stocks.Areas), -1);
        return net;
    }

    private static double[] Means(double[] one, double[] other) => [.. one.Zip(other, (left, right) => (left + right) / 2)];

    private static Span<double> Half(double[] start, int areas, int half) => start.Length == 0 ? [] : start.AsSpan(half * areas, areas);
}

/// <summary>Stocks whose birthplaces are as many at both dates.</summary>
/// <param name="Start">Where they live at the start, birthplace × areas + area.</param>
/// <param name="End">Where they live at the end.</param>
/// <param name="Net">Net migration of every area that the flows among them must give.</param>
/// <param name="ToOutside">Who left the world, like <paramref name="Start"/>; null where nobody can.</param>
/// <param name="FromOutside">Who came from outside it, like <paramref name="End"/>.</param>
internal sealed record MatchedStocks(double[] Start, double[] End, double[] Net, double[]? ToOutside = null, double[]? FromOutside = null);
