using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// Makes the observations of <c>FLOWS</c> that hold estimated tables: every corridor with at least one person, what each area received
/// and lost in all, and the total. Whole persons. Corridors without a person are left out.
/// </summary>
public sealed class FlowPublication
{
    /// <summary>Persons from which on the interval of a corridor is kept: below, its ends say nothing that the flow does not, and such corridors are the most.</summary>
    public const int LeastWithInterval = 100;

    private const string All = "_T";

    private readonly ObservationsBuilder builder;
    private readonly int destination;
    private readonly int origin;
    private readonly int group;
    private readonly int statistic;
    private readonly Dictionary<string, AttributeSet> sets = [];
    private int row;

    private FlowPublication(DatasetDefinition flows)
    {
        builder = new(flows);
        foreach (var (dimension, code) in new[] { ("FLOW_TYPE", "TRN"), ("ORIGIN_BASIS", "P"), ("AGE", All), ("UNIT_MEASURE", "PS") })
            builder.Set(dimension, code);
        (destination, origin, group, statistic) = (flows.Dimension("REF_AREA"), flows.Dimension("COUNTERPART_AREA"), flows.Dimension("FLOW_GROUP"), flows.Dimension("STATISTIC"));
    }

    /// <summary>The observations of tables.</summary>
    /// <param name="flows">The dataset <c>FLOWS</c>.</param>
    /// <param name="estimates">The tables, each key once. Those that could not be made, or have flows below zero, are left out.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Observations Of(DatasetDefinition flows, IEnumerable<FlowEstimate> estimates, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(estimates);
        List<FlowEstimate> kept = [.. estimates.Where(estimate => estimate.Table is { Summary.NegativeCells: 0 })];
        var rounded = new double[kept.Count][];
        Parallel.For(0, kept.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, i => rounded[i] = Whole(kept[i]));
        var publication = new FlowPublication(flows);
        for (var i = 0; i < kept.Count; i++)
            publication.Add(kept[i], kept[i].Table!, rounded[i]);
        return publication.builder.Build((key, _, _) => throw new InvalidOperationException($"{key} was estimated twice."));
    }

    /// <summary>Whole persons, so that what an area receives and loses stays what it was but for less than one.</summary>
    private static double[] Whole(FlowEstimate estimate)
    {
        var areas = estimate.Material.Input.Start.Residences.Count;
        return ControlledRounding.Round(areas, areas, estimate.Table!.Flows);
    }

    private void Add(FlowEstimate estimate, FlowTable table, double[] whole)
    {
        var (period, areas) = (estimate.Material.Period, estimate.Material.Input.Start.Residences);
        builder.Set("FREQ", period.Years == 5 ? "A5" : "N");
        builder.Set("DURATION", FlowDefinitions.Duration(period.Years));
        builder.Set("SEX", estimate.Material.Sex);
        builder.Set("EST_METHOD", FlowDefinitions.MethodCode(estimate.Method));
        var time = TimePeriod.OfYear(period.First);
        builder.Set(group, All);
        builder.Set(statistic, FlowDefinitions.Statistic[0]);
        Corridors(whole, areas, estimate.Material.DataTypes, time);
        Margins(whole, areas, estimate.Material.DataTypes, time);
        if (estimate.Intervals is { } intervals)
            Add(intervals, whole, areas, estimate.Material.DataTypes, time);
        builder.Set(statistic, FlowDefinitions.Statistic[0]);
        foreach (var (code, part) in new[] { (FlowDefinitions.Outward, table.Outward), (FlowDefinitions.Return, table.Return), (FlowDefinitions.Transit, table.Transit) })
        {
            if (part is null)
                continue;
            builder.Set(group, code);
            Margins(part, areas, estimate.Material.DataTypes, time);
        }
    }

    private void Corridors(double[] whole, IReadOnlyList<string> areas, IReadOnlyList<string?> types, TimePeriod time)
    {
        for (var i = 0; i < whole.Length; i++)
        {
            if (whole[i] > 0)
                Add(areas[i / areas.Count], areas[i % areas.Count], whole[i], types[i % areas.Count], time);
        }
    }

    /// <summary>What every area received from all others and sent to all others, and all moves.</summary>
    private void Margins(double[] flows, IReadOnlyList<string> areas, IReadOnlyList<string?> types, TimePeriod time)
    {
        var n = areas.Count;
        var (received, sent) = (new double[n], new double[n]);
        for (var i = 0; i < flows.Length; i++)
        {
            sent[i / n] += flows[i];
            received[i % n] += flows[i];
        }

        for (var area = 0; area < n; area++)
        {
            Add(All, areas[area], Math.Round(received[area]), types[area], time);
            Add(areas[area], All, Math.Round(sent[area]), null, time);
        }

        Add(All, All, Math.Round(sent.Sum()), null, time);
    }

    private void Add(FlowIntervals intervals, double[] whole, IReadOnlyList<string> areas, IReadOnlyList<string?> types, TimePeriod time)
    {
        var total = intervals.Total;
        float[][] bounds = [intervals.Lo80, intervals.Hi80, intervals.Lo95, intervals.Hi95];
        double[] ofTotal = [total.Lo80, total.Hi80, total.Lo95, total.Hi95];
        for (var b = 0; b < bounds.Length; b++)
        {
            builder.Set(statistic, FlowDefinitions.Statistic[b + 1]);
            Add(All, All, Math.Round(ofTotal[b]), null, time);
            for (var i = 0; i < whole.Length; i++)
            {
                // A bound of nobody is a bound.
                if (whole[i] >= LeastWithInterval)
                    Add(areas[i / areas.Count], areas[i % areas.Count], Math.Round(bounds[b][i]), types[i % areas.Count], time);
            }
        }
    }

    private void Add(string from, string to, double persons, string? type, TimePeriod time)
    {
        builder.Set(origin, from);
        builder.Set(destination, to);
        var set = AttributeSet.Units;
        if (type is not null && !sets.TryGetValue(type, out set))
            sets.Add(type, set = new(0, DataType: type));
        builder.Add(time, persons, ObservationStatus.E, set!, SourceRow.Line(++row));
    }
}
