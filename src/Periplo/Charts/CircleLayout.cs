using System.Runtime.InteropServices;

namespace Periplo.Charts;

/// <summary>The sector of an area: angles in radians, clockwise from the top.</summary>
/// <param name="Area">The area.</param>
/// <param name="From">Where it begins.</param>
/// <param name="Filled">Where the flows that have ribbons end and those too small for one begin.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Out">All that leaves the area, moves within it not counted.</param>
/// <param name="In">All that reaches it, moves within it not counted.</param>
/// <param name="Within">Moves within it.</param>
internal sealed record CircleSector(CircleArea Area, double From, double Filled, double To, double Out, double In, double Within)
{
    /// <summary>Its middle.</summary>
    public double Middle => (From + To) / 2;
}

/// <summary>A ribbon: where it lies in the sector it leaves and in the one it reaches.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Origin">Position of the sector it leaves.</param>
/// <param name="Destination">Position of the sector it reaches.</param>
/// <param name="FromStart">Beginning at the origin.</param>
/// <param name="FromEnd">End at the origin.</param>
/// <param name="ToStart">Beginning at the destination.</param>
/// <param name="ToEnd">End at the destination.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CircleRibbon(CircleFlow Flow, int Origin, int Destination, double FromStart, double FromEnd, double ToStart, double ToEnd);

/// <summary>
/// Shares a circle out. Every sector is as long as all that leaves its area and reaches it, whether drawn or not, so that
/// a threshold changes no length. Within a sector the flows lie in the order of the areas at their other ends, the way
/// ribbons cross least, as in M. Krzywinski et al. (2009), "Circos", Genome Research 19(9), 1639–1645.
/// </summary>
internal sealed class CircleLayout
{
    // Gaps take at most a sixth of the circle, however many areas there are.
    private const double AreaGap = 0.012;
    private const double GroupGap = 0.045;
    private const double MostGaps = Math.Tau / 6;

    private CircleLayout(IReadOnlyList<CircleSector> sectors, IReadOnlyList<CircleRibbon> ribbons, double perUnit)
    {
        (Sectors, Ribbons, PerUnit) = (sectors, ribbons, perUnit);
    }

    /// <summary>Areas that anything leaves or reaches, clockwise: those of a group side by side, groups and areas in the order given.</summary>
    public IReadOnlyList<CircleSector> Sectors { get; }

    /// <summary>Flows at or above the threshold, the greatest first.</summary>
    public IReadOnlyList<CircleRibbon> Ribbons { get; }

    /// <summary>Radians for each unit of flow, at each of its ends.</summary>
    public double PerUnit { get; }

    /// <summary>Shares the circle out.</summary>
    /// <exception cref="ArgumentException">A flow names an area that is not given, or an area is given twice.</exception>
    public static CircleLayout Of(IReadOnlyList<CircleArea> areas, IReadOnlyList<CircleFlow> flows, double threshold)
    {
        var ids = areas.Select((area, i) => (area.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var (leaving, reaching, within) = (new double[areas.Count], new double[areas.Count], new double[areas.Count]);
        foreach (var flow in flows)
        {
            if (!ids.TryGetValue(flow.Origin, out var origin) || !ids.TryGetValue(flow.Destination, out var destination))
                throw new ArgumentException($"A flow from \"{flow.Origin}\" to \"{flow.Destination}\" names an area that is not on the circle.", nameof(flows));
            var value = flow.Datum.Value ?? 0;
            if (origin == destination)
                within[origin] += value;
            else
                (leaving[origin], reaching[destination]) = (leaving[origin] + value, reaching[destination] + value);
        }

        double Length(int area) => leaving[area] + reaching[area] + (2 * within[area]);
        var groups = areas.Select(area => area.Group).Distinct().ToList();
        int[] order = [.. Enumerable.Range(0, areas.Count).Where(area => Length(area) > 0).OrderBy(area => groups.IndexOf(areas[area].Group))];
        var places = new int[areas.Count];
        for (var place = 0; place < order.Length; place++)
            places[order[place]] = place;

        var gaps = new double[order.Length];
        for (var place = 0; place < order.Length; place++)
            gaps[place] = areas[order[place]].Group == areas[order[(place + 1) % order.Length]].Group ? AreaGap : GroupGap;
        var tooMany = Math.Max(1, gaps.Sum() / MostGaps);
        var whole = order.Sum(Length);
        var perUnit = whole > 0 ? (Math.Tau - (gaps.Sum() / tooMany)) / whole : 0;

        CircleFlow[] drawn = [.. flows.Where(flow => flow.Datum.Value is > 0 and var value && value >= threshold)];
        var ends = Ends(drawn, flow => (places[ids[flow.Origin]], places[ids[flow.Destination]]), order.Length);
        var (sectors, from, to) = (new CircleSector[order.Length], new double[drawn.Length], new double[drawn.Length]);
        var angle = order.Length == 0 ? 0 : gaps[^1] / tooMany / 2;
        for (var place = 0; place < order.Length; place++)
        {
            var (area, at) = (order[place], angle);
            foreach (var (flow, leaves) in ends[place])
            {
                (leaves ? from : to)[flow] = at;
                at += drawn[flow].Datum.Value!.Value * perUnit;
            }

            var end = angle + (Length(area) * perUnit);
            sectors[place] = new(areas[area], angle, Math.Min(at, end), end, leaving[area], reaching[area], within[area]);
            angle = end + (gaps[place] / tooMany);
        }

        return new(sectors, [.. Enumerable.Range(0, drawn.Length).OrderByDescending(flow => drawn[flow].Datum.Value).Select(flow =>
        {
            var (one, width) = (drawn[flow], drawn[flow].Datum.Value!.Value * perUnit);
            return new CircleRibbon(one, places[ids[one.Origin]], places[ids[one.Destination]], from[flow], from[flow] + width, to[flow], to[flow] + width);
        })], perUnit);
    }

    /// <summary>The ends in each sector, clockwise: the area next after it is reached from the last of them, the area before it from the first.</summary>
    private static List<(int Flow, bool Leaves)>[] Ends(CircleFlow[] flows, Func<CircleFlow, (int Origin, int Destination)> places, int count)
    {
        var ends = new List<(int Flow, bool Leaves, double Steps)>[count];
        for (var place = 0; place < count; place++)
            ends[place] = [];
        for (var flow = 0; flow < flows.Length; flow++)
        {
            var (origin, destination) = places(flows[flow]);
            ends[origin].Add((flow, true, Steps(origin, destination)));
            ends[destination].Add((flow, false, Steps(destination, origin)));
        }

        // Leaving before reaching at both ends: the two flows of a pair then lie side by side and do not cross.
        return Array.ConvertAll(ends, list => list.OrderByDescending(end => end.Steps).ThenByDescending(end => end.Leaves).Select(end => (end.Flow, end.Leaves)).ToList());

        // Moves within an area lie in its middle, between those who come from either side.
        double Steps(int here, int there) => here == there ? (count / 2.0) + 0.25 : (there - here + count) % count;
    }
}
