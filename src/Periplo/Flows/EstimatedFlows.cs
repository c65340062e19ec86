using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>What a table of estimates is of.</summary>
/// <param name="Period">From the middle of one year to that of another.</param>
/// <param name="Method">How it was estimated.</param>
/// <param name="Sex">Code of CL_SEX: <c>_T</c>, <c>F</c> or <c>M</c>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EstimateKey(FlowPeriod Period, FlowMethod Method, string Sex);

/// <summary>An estimated flow in persons, and the observation it is.</summary>
/// <param name="Origin">The area that is left; <c>_T</c> for all.</param>
/// <param name="Destination">The area that is entered; <c>_T</c> for all.</param>
/// <param name="Persons">The estimate.</param>
/// <param name="Observation">Its position in the dataset.</param>
/// <param name="Interval">Input uncertainty; null where none was estimated.</param>
public sealed record EstimatedFlow(string Origin, string Destination, double Persons, int Observation, FlowInterval? Interval);

/// <summary>The estimates of a revision of <c>FLOWS</c>, table by table. Safe for many threads.</summary>
public sealed class EstimatedFlows
{
    private const string All = "_T";
    private static readonly int[] Lengths = [4, 5];

    private readonly Dictionary<EstimateKey, int> totals;
    private readonly ConcurrentDictionary<EstimateKey, EstimatedTable> tables = new();

    private EstimatedFlows(Dataset dataset, Dictionary<EstimateKey, int> totals)
    {
        (Dataset, this.totals) = (dataset, totals);
        Periods = [.. totals.Keys.Select(key => key.Period).Distinct().OrderByDescending(period => period.First).ThenByDescending(period => period.Last)];
    }

    /// <summary>The revision.</summary>
    public Dataset Dataset { get; }

    /// <summary>Periods with a table, latest first.</summary>
    public IReadOnlyList<FlowPeriod> Periods { get; }

    /// <summary>Every table held.</summary>
    public IReadOnlyCollection<EstimateKey> Keys => totals.Keys;

    /// <summary>The estimates of a revision; null when it has none.</summary>
    public static EstimatedFlows? Of(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var found = new Dictionary<EstimateKey, int>();
        // Every table has its total.
        foreach (var i in dataset.Select(Estimates.Where("REF_AREA", All).Where("COUNTERPART_AREA", All).Where("STATISTIC", FlowDefinitions.Statistic[0])))
        {
            if (KeyOf(dataset, i) is { } key)
                found.TryAdd(key, i);
        }

        return found.Count == 0 ? null : new(dataset, found);
    }

    /// <summary>Whether there is a table.</summary>
    public bool Has(EstimateKey key) => totals.ContainsKey(key);

    /// <summary>All moves of a table in persons; null when there is no such table.</summary>
    public double? Total(EstimateKey key) => totals.TryGetValue(key, out var observation) ? Dataset.Plain(observation) : null;

    /// <summary>The observation that is the total of a table.</summary>
    /// <exception cref="KeyNotFoundException">There is no such table.</exception>
    public int TotalObservation(EstimateKey key) => totals[key];

    /// <summary>A table.</summary>
    /// <exception cref="KeyNotFoundException">There is no such table.</exception>
    public EstimatedTable Table(EstimateKey key) => Has(key)
        ? tables.GetOrAdd(key, static (key, flows) => EstimatedTable.Read(flows.Dataset, key, flows.Observations(key)), this)
        : throw new KeyNotFoundException($"There are no flows of {key.Period} by {key.Method.Id()} for sex {key.Sex}.");

    /// <summary>A corridor in every table that has it, without reading the tables; an end may be <c>_T</c> for all.</summary>
    public IReadOnlyDictionary<EstimateKey, EstimatedFlow> Corridor(string origin, string destination)
    {
        var found = new Dictionary<EstimateKey, EstimatedFlow>();
        foreach (var table in Dataset.Select(Estimates.Where("REF_AREA", destination).Where("COUNTERPART_AREA", origin)).Select(i => (Key: KeyOf(Dataset, i), Observation: i)).Where(one => one.Key is not null).GroupBy(one => one.Key!.Value, one => one.Observation))
        {
            if (EstimatedTable.Group(Dataset, [.. table]) is [{ } cell, ..])
                found.Add(table.Key, EstimatedTable.FlowOf(Dataset, origin, destination, cell));
        }

        return found;
    }

    /// <summary>Transitions of everybody, whoever was born where.</summary>
    private static Query Estimates { get; } = Query.All.Where("FLOW_TYPE", "TRN").Where("FLOW_GROUP", All).Where("AGE", All).Where("UNIT_MEASURE", "PS");

    private List<int> Observations(EstimateKey key) => Dataset.Select(Estimates
        .Where("EST_METHOD", FlowDefinitions.MethodCode(key.Method)).Where("SEX", key.Sex).Where("DURATION", FlowDefinitions.Duration(key.Period.Years))
        .During(TimePeriod.OfYear(key.Period.First)));

    private static EstimateKey? KeyOf(Dataset dataset, int i)
    {
        string Code(string dimension) => dataset.Observations.Code(dataset.Definition.Dimension(dimension), i);
        var (duration, first) = (Code("DURATION"), dataset.Observations.Times[i].Year);
        var years = Array.Find(Lengths, years => FlowDefinitions.Duration(years) == duration);
        return years > 0 && FlowMethods.Find(Code("EST_METHOD").Replace('_', '-').ToLowerInvariant()) is { } method
            ? new(new(first, first + years), method, Code("SEX"))
            : null;
    }
}
