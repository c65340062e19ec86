using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// A table of estimated flows: corridors, what areas receive and send, the total. Immutable. It holds places in its dataset
/// and no figures, for a site keeps dozens of them.
/// </summary>
public sealed class EstimatedTable
{
    private const string All = "_T";

    private readonly Dataset dataset;
    private readonly int[][] cells;
    private readonly int corridors;
    private readonly int origin;
    private readonly int destination;

    private EstimatedTable(Dataset dataset, EstimateKey key, int[][] ranked, int corridors)
    {
        (this.dataset, Key, cells, this.corridors) = (dataset, key, ranked, corridors);
        (origin, destination) = (dataset.Definition.Dimension("COUNTERPART_AREA"), dataset.Definition.Dimension("REF_AREA"));
        ByEnds = new(() => Enumerable.Range(0, cells.Length).ToDictionary(i => (OriginOf(i), DestinationOf(i))));
    }

    /// <summary>What it is of.</summary>
    public EstimateKey Key { get; }

    /// <summary>How many corridors it has.</summary>
    public int Count => corridors;

    /// <summary>Corridors, the greatest first. Corridors without a person are left out of the dataset.</summary>
    public IEnumerable<EstimatedFlow> Corridors => Enumerable.Range(0, corridors).Select(Flow);

    /// <summary>Whether any corridor has an interval.</summary>
    public bool HasIntervals => cells.Take(corridors).Any(cell => cell.Length > 1);

    /// <summary>All moves.</summary>
    public EstimatedFlow Total => Corridor(All, All)!;

    private Lazy<Dictionary<(string Origin, string Destination), int>> ByEnds { get; }

    /// <summary>All who leave an area; null when the area is not in the table.</summary>
    public EstimatedFlow? Sent(string area) => Corridor(area, All);

    /// <summary>All who enter an area; null when the area is not in the table.</summary>
    public EstimatedFlow? Received(string area) => Corridor(All, area);

    /// <summary>A corridor; null when nobody is estimated to have moved along it, or an end is not in the table.</summary>
    public EstimatedFlow? Corridor(string origin, string destination) => ByEnds.Value.TryGetValue((origin, destination), out var i) ? Flow(i) : null;

    /// <summary>Whether the table is about an area at all: a corridor it lacks then has nobody, else it is not known.</summary>
    public bool Knows(string area) => ByEnds.Value.ContainsKey((area, All));

    /// <summary>Ends and persons of every corridor, without anything else: for sums.</summary>
    /// <param name="take">Takes origin, destination and persons.</param>
    public void Each(Action<string, string, double> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        for (var i = 0; i < corridors; i++)
            take(OriginOf(i), DestinationOf(i), dataset.Plain(cells[i][0]));
    }

    /// <summary>The table in observations: values and bounds of one period, method and sex, in order of key.</summary>
    internal static EstimatedTable Read(Dataset dataset, EstimateKey key, IReadOnlyList<int> observations)
    {
        var (origin, destination) = (dataset.Definition.Dimension("COUNTERPART_AREA"), dataset.Definition.Dimension("REF_AREA"));
        var found = Group(dataset, observations);
        string Code(int dimension, int[] cell) => dataset.Observations.Code(dimension, cell[0]);
        bool IsCorridor(int[] cell) => Code(origin, cell) != All && Code(destination, cell) != All;
        int[][] ranked =
        [
            .. found.Where(IsCorridor).OrderByDescending(cell => dataset.Plain(cell[0])).ThenBy(cell => Code(origin, cell), StringComparer.Ordinal).ThenBy(cell => Code(destination, cell), StringComparer.Ordinal),
            .. found.Where(cell => !IsCorridor(cell)),
        ];
        return new(dataset, key, ranked, found.Count(IsCorridor));
    }

    /// <summary>The observations of a cell: its value, and behind it the four bounds where all are there.</summary>
    internal static List<int[]> Group(Dataset dataset, IReadOnlyList<int> observations)
    {
        var (origin, destination, statistic) = (dataset.Definition.Dimension("COUNTERPART_AREA"), dataset.Definition.Dimension("REF_AREA"), dataset.Definition.Dimension("STATISTIC"));
        var codes = FlowDefinitions.Statistic;
        var places = Array.ConvertAll(dataset.Observations.Codes[statistic], code => !codes.Contains(code) ? -1 : codes.TakeWhile(one => one != code).Count());
        var found = new List<int[]>(observations.Count);
        Span<int> cell = stackalloc int[codes.Count];
        for (var from = 0; from < observations.Count;)
        {
            cell.Fill(-1);
            var at = from;
            var (area, other) = (dataset.Observations.Position(destination, observations[from]), dataset.Observations.Position(origin, observations[from]));
            for (; at < observations.Count && dataset.Observations.Position(destination, observations[at]) == area && dataset.Observations.Position(origin, observations[at]) == other; at++)
            {
                var place = places[dataset.Observations.Position(statistic, observations[at])];
                if (place >= 0 && !dataset.Observations.Statuses[observations[at]].IsMissing())
                    cell[place] = observations[at];
            }

            if (cell[0] >= 0)
                found.Add(cell.Contains(-1) ? [cell[0]] : cell.ToArray());
            from = at;
        }

        return found;
    }

    /// <summary>A cell as a flow.</summary>
    internal static EstimatedFlow FlowOf(Dataset dataset, string origin, string destination, int[] cell) => new(
        origin, destination, dataset.Plain(cell[0]), cell[0],
        cell.Length == 1 ? null : new FlowInterval(dataset.Plain(cell[1]), dataset.Plain(cell[2]), dataset.Plain(cell[3]), dataset.Plain(cell[4])));

    private EstimatedFlow Flow(int i) => FlowOf(dataset, OriginOf(i), DestinationOf(i), cells[i]);

    private string OriginOf(int i) => dataset.Observations.Code(origin, cells[i][0]);

    private string DestinationOf(int i) => dataset.Observations.Code(destination, cells[i][0]);
}
