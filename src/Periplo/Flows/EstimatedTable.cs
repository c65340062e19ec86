using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>A table of estimated flows: corridors, what areas receive and send, the total. Immutable.</summary>
public sealed class EstimatedTable
{
    private const string All = "_T";

    private readonly Dictionary<(string Origin, string Destination), EstimatedFlow> flows;

    private EstimatedTable(EstimateKey key, Dictionary<(string Origin, string Destination), EstimatedFlow> flows)
    {
        (Key, this.flows) = (key, flows);
        Corridors = [.. flows.Values.Where(flow => flow.Origin != All && flow.Destination != All)
            .OrderByDescending(flow => flow.Persons).ThenBy(flow => flow.Origin, StringComparer.Ordinal).ThenBy(flow => flow.Destination, StringComparer.Ordinal)];
    }

    /// <summary>What it is of.</summary>
    public EstimateKey Key { get; }

    /// <summary>Corridors, the greatest first. Corridors without a person are left out of the dataset.</summary>
    public IReadOnlyList<EstimatedFlow> Corridors { get; }

    /// <summary>All moves.</summary>
    public EstimatedFlow Total => flows[(All, All)];

    /// <summary>All who leave an area; null when the area is not in the table.</summary>
    public EstimatedFlow? Sent(string area) => flows.GetValueOrDefault((area, All));

    /// <summary>All who enter an area; null when the area is not in the table.</summary>
    public EstimatedFlow? Received(string area) => flows.GetValueOrDefault((All, area));

    /// <summary>A corridor; null when nobody is estimated to have moved along it, or an end is not in the table.</summary>
    public EstimatedFlow? Corridor(string origin, string destination) => flows.GetValueOrDefault((origin, destination));

    /// <summary>Whether the table is about an area at all: a corridor it lacks then has nobody, else it is not known.</summary>
    public bool Knows(string area) => flows.ContainsKey((area, All));

    /// <summary>The table in observations: values and bounds of one period, method and sex.</summary>
    internal static EstimatedTable Read(Dataset dataset, EstimateKey key, IReadOnlyList<int> observations)
    {
        var (origin, destination, statistic) = (dataset.Definition.Dimension("COUNTERPART_AREA"), dataset.Definition.Dimension("REF_AREA"), dataset.Definition.Dimension("STATISTIC"));
        var cells = new Dictionary<(string, string), int[]>(observations.Count);
        foreach (var i in observations)
        {
            if (dataset.Observations.Statuses[i].IsMissing())
                continue;
            var corridor = (dataset.Observations.Code(origin, i), dataset.Observations.Code(destination, i));
            if (!cells.TryGetValue(corridor, out var positions))
                cells.Add(corridor, positions = [-1, -1, -1, -1, -1]);
            positions[Position(dataset.Observations.Code(statistic, i))] = i;
        }

        var flows = new Dictionary<(string, string), EstimatedFlow>(cells.Count);
        foreach (var (corridor, at) in cells)
        {
            if (at[0] < 0)
                continue;
            FlowInterval? interval = Array.TrueForAll(at, i => i >= 0) ? new(dataset.Plain(at[1]), dataset.Plain(at[2]), dataset.Plain(at[3]), dataset.Plain(at[4])) : null;
            flows.Add(corridor, new(corridor.Item1, corridor.Item2, dataset.Plain(at[0]), at[0], interval));
        }

        return new(key, flows);
    }

    private static int Position(string statistic)
    {
        var codes = FlowDefinitions.Statistic;
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] == statistic)
                return i;
        }

        throw new ArgumentException($"\"{statistic}\" is no statistic of flows.", nameof(statistic));
    }
}
