namespace Periplo.Flows;

/// <summary>
/// The accounts of one input: stocks without births and deaths, birthplaces matched, and the moves of each method. What several methods
/// have in common is done once.
/// </summary>
internal sealed class FlowAccounting(FlowInput input, FlowOptions options, double[] multipliers)
{
    private readonly Dictionary<FlowMethod, (AccountedStocks Stocks, MatchedStocks Matched)> matched = [];
    private MoveFactors? minimum;
    private MoveFactors? independence;

    /// <summary>The table of a method.</summary>
    public FlowTable Table(FlowMethod method)
    {
        var (stocks, balanced) = Matched(method);
        var (terms, weight) = Terms(method);
        var areas = stocks.Areas;
        var flows = new double[areas * areas];
        foreach (var (moves, weights) in terms)
            moves.AddTo(flows, weights, options.Threads);
        for (var area = 0; area < areas; area++)
            flows[(area * areas) + area] = 0;
        var (error, worst) = WorstMargin(flows, balanced.Net);
        var repairs = stocks.Repairs;
        var summary = new FlowSummary
        {
            Total = Lanes.Sum(flows),
            Minimum = MinimumFlows.Total(balanced),
            WorstMarginError = error,
            WorstArea = stocks.Labels[worst],
            StartAdjustments = repairs.StartAdded,
            EndAdjustments = repairs.EndAdded,
            NegativeNativeBorn = [.. repairs.NegativeNativeBorn],
            BirthsSpread = repairs.BirthsSpread,
            WithoutForeignBorn = repairs.WithoutForeignBorn,
            MissingCells = repairs.Missing,
            UnknownBirthplace = Lanes.Sum(stocks.End.AsSpan(areas * areas)),
            FromOutside = Lanes.Sum(balanced.FromOutside),
            ToOutside = Lanes.Sum(balanced.ToOutside),
            Weight = weight,
        };
        return options.Parts ? Parts(flows, summary, terms) : new(flows, summary);
    }

    /// <summary>The stocks of a method.</summary>
    public (AccountedStocks Stocks, MatchedStocks Matched) Matched(FlowMethod method)
    {
        var kind = method.IsClosed() ? FlowMethod.ClosedMinimum : method;
        if (matched.TryGetValue(kind, out var known))
            return known;
        var stocks = new AccountedStocks(input, options, method.IsClosed());
        return matched[kind] = (stocks, method switch
        {
            FlowMethod.AccountingOpen => OpenMatching.OtherDate(stocks),
            FlowMethod.AccountingOpenDr => OpenMatching.OwnDate(stocks),
            _ => BirthplaceMatching.Closed(stocks, options, multipliers),
        });
    }

    /// <summary>What a method's moves are the sum of, each with a weight a birthplace (null: all one), and the mean weight of pseudo-Bayes.</summary>
    public (IReadOnlyList<(MoveFactors Moves, double[]? Weights)> Terms, double? Weight) Terms(FlowMethod method)
    {
        var (stocks, balanced) = Matched(method);
        switch (method)
        {
            case FlowMethod.ClosedIndependence:
                return ([(Independence(stocks, balanced), null)], null);
            case FlowMethod.PseudoBayes:
                var (fewest, independent) = (Minimum(stocks, balanced), Independence(stocks, balanced));
                var weights = PseudoBayes.Weights(options.Weight, fewest, independent, stocks.Areas, options.Threads);
                return ([(fewest, weights), (independent, [.. weights.Select(weight => 1 - weight)])], PseudoBayes.Mean(weights, fewest));
            case FlowMethod.ClosedMinimum:
                return ([(Minimum(stocks, balanced), null)], null);
            default:
                return ([(MinimumFlows.Of(balanced, stocks.Birthplaces, options.Seed, options.Threads), null)], null);
        }
    }

    private MoveFactors Minimum(AccountedStocks stocks, MatchedStocks balanced) =>
        minimum ??= MinimumFlows.Of(balanced, stocks.Birthplaces, options.Seed, options.Threads);

    private MoveFactors Independence(AccountedStocks stocks, MatchedStocks balanced) =>
        independence ??= IndependentFlows.Of(balanced, stocks.Birthplaces, options.Seed, options.Threads);

    private static (double Error, int Area) WorstMargin(double[] flows, double[] net)
    {
        var (gained, worst, area) = (Lanes.ColumnSums(flows, net.Length), -1.0, 0);
        for (var at = 0; at < net.Length; at++)
        {
            var error = Math.Abs(gained[at] - Lanes.Sum(flows.AsSpan(at * net.Length, net.Length)) - net[at]);
            if (error > worst)
                (worst, area) = (error, at);
        }

        return (worst, area);
    }

    /// <summary>Outward: persons born in the origin; return: in the destination; transit: the rest.</summary>
    private static FlowTable Parts(double[] flows, FlowSummary summary, IReadOnlyList<(MoveFactors Moves, double[]? Weights)> terms)
    {
        var areas = (int)Math.Sqrt(flows.Length);
        var (outward, back, transit) = (new double[flows.Length], new double[flows.Length], new double[flows.Length]);
        for (var cell = 0; cell < flows.Length; cell++)
        {
            var (origin, destination) = (cell / areas, cell % areas);
            if (origin == destination)
                continue;
            foreach (var (moves, weights) in terms)
            {
                outward[cell] += (weights?[origin] ?? 1) * moves.Of(origin, origin, destination);
                back[cell] += (weights?[destination] ?? 1) * moves.Of(destination, origin, destination);
            }

            // The rest of a sum; where there is none, rounding must not leave fewer than none.
            transit[cell] = Math.Max(flows[cell] - outward[cell] - back[cell], 0);
        }

        return new(flows, summary, outward, back, transit);
    }
}
