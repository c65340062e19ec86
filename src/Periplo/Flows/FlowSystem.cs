using Periplo.Languages;

namespace Periplo.Flows;

/// <summary>Moves between areas with what their indices need.</summary>
/// <param name="Flows">The moves.</param>
/// <param name="Populations">Persons of each area.</param>
/// <param name="Distances">Distance from each area to each, row by row; null when not known.</param>
public sealed record FlowSystem(FlowMatrix Flows, IReadOnlyList<double> Populations, IReadOnlyList<double>? Distances)
{
    private readonly Lazy<FlowMatrix> expected = new(() => FlowIndices.Expected(Flows));

    /// <summary>Moves expected of effects of origins and destinations.</summary>
    public FlowMatrix Expected => expected.Value;

    /// <summary>Moves from an area to the others, in their order.</summary>
    public double[] From(int area) => [.. Others(area).Select(other => Flows[area, other])];

    /// <summary>Moves to an area from the others, in their order.</summary>
    public double[] To(int area) => [.. Others(area).Select(other => Flows[other, area])];

    private IEnumerable<int> Others(int area) => Enumerable.Range(0, Flows.Size).Where(other => other != area);
}

/// <summary>An index with the code that files and tables call it by.</summary>
/// <typeparam name="T">How it is worked out.</typeparam>
/// <param name="Id">The code.</param>
/// <param name="Name">What people call it, with its unit.</param>
/// <param name="Value">Its value; null where it is over nobody or not determined.</param>
public sealed record FlowIndex<T>(string Id, Text Name, T Value);
