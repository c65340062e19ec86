using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>Estimates flows from stocks.</summary>
public static class FlowEstimation
{
    /// <summary>Estimates a table of flows.</summary>
    /// <exception cref="StatisticsException">The input cannot be explained by flows, or has a figure that is none; names the areas.</exception>
    public static FlowTable Estimate(FlowInput input, FlowMethod method, FlowOptions options) => Estimate(input, [method], options)[0];

    /// <summary>Estimates tables of flows by several methods, which share what they have in common.</summary>
    /// <returns>A table a method, in their order.</returns>
    /// <exception cref="StatisticsException">The input cannot be explained by flows, or has a figure that is none; names the areas.</exception>
    public static IReadOnlyList<FlowTable> Estimate(FlowInput input, IReadOnlyList<FlowMethod> methods, FlowOptions options) =>
        throw new NotImplementedException();
}
