using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>Estimates flows from stocks: demographic accounting, stock differences and rates.</summary>
/// <remarks>Formulas, worked examples and limits: docs/methods/flow-accounts.md.</remarks>
public static class FlowEstimation
{
    /// <summary>Estimates a table of flows.</summary>
    /// <param name="input">Stocks of both dates, births and deaths.</param>
    /// <param name="method">The method.</param>
    /// <param name="options">Rules; the defaults are those of the published series.</param>
    /// <exception cref="StatisticsException">The input cannot be explained by flows, or has a figure that is none; names the areas.</exception>
    public static FlowTable Estimate(FlowInput input, FlowMethod method, FlowOptions options) => Estimate(input, [method], options)[0];

    /// <summary>Estimates tables of flows by several methods, which share what they have in common.</summary>
    /// <returns>A table a method, in their order.</returns>
    /// <exception cref="StatisticsException">The input cannot be explained by flows, or has a figure that is none; names the areas.</exception>
    public static IReadOnlyList<FlowTable> Estimate(FlowInput input, IReadOnlyList<FlowMethod> methods, FlowOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(methods);
        ArgumentNullException.ThrowIfNull(options);
        return Estimate(input, methods, options, []);
    }

    /// <summary>As above, from multipliers of nearly the same stocks; see <see cref="BirthplaceMatching"/>.</summary>
    internal static IReadOnlyList<FlowTable> Estimate(FlowInput input, IReadOnlyList<FlowMethod> methods, FlowOptions options, double[] multipliers)
    {
        if (!input.Start.Birthplaces.SequenceEqual(input.End.Birthplaces) || !input.Start.Residences.SequenceEqual(input.End.Residences))
            throw new ArgumentException("Both dates have the same birthplaces and residences.", nameof(input));
        var accounting = new FlowAccounting(input, options, multipliers);
        return [.. methods.Select(method => Table(accounting, input, method, options))];
    }

    internal static FlowTable Table(FlowAccounting accounting, FlowInput input, FlowMethod method, FlowOptions options) =>
        method.NeedsVitalEvents() ? accounting.Table(method) : Simple(input, method, options);

    private static FlowTable Simple(FlowInput input, FlowMethod method, FlowOptions options)
    {
        var repairs = new StockRepairs();
        StockRepair.Counted(input.Start, repairs);
        StockRepair.Counted(input.End, repairs);
        var flows = method switch
        {
            FlowMethod.StockDifferenceDrop => StockDifference.Drop(input),
            FlowMethod.StockDifferenceReturn => StockDifference.Return(input),
            FlowMethod.RatesDennett => FlowRates.Dennett(input, options.Moves ?? FlowRates.AbsoluteNetMigration(input)),
            _ => FlowRates.RogersVonRabenau(input),
        };
        var areas = input.End.Residences.Count;
        var summary = new FlowSummary
        {
            Total = Lanes.Sum(flows),
            MissingCells = repairs.Missing,
            UnknownBirthplace = input.End.Cells[(areas * areas)..].ToArray().Where(double.IsFinite).Sum(),
            NegativeCells = flows.Count(flow => flow < 0),
        };
        return new(flows, summary);
    }
}
