namespace Periplo.Flows;

/// <summary>Input uncertainty of flows: the same estimate from stocks, births and deaths with noise, many times.</summary>
public static class FlowReplicates
{
    /// <summary>Estimates intervals.</summary>
    /// <returns>Intervals a method, in their order.</returns>
    public static IReadOnlyList<FlowIntervals> Estimate(
        FlowInput input, IReadOnlyList<FlowMethod> methods, FlowOptions options, NoiseParameters noise, int replicates, ulong seed, int threads, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
