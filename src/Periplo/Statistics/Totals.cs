using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>
/// Adds observations of one dataset, and knows what may be added: counts and amounts of one unit and one period; over
/// areas only countries and the codes for unknown ones, never a region beside its members nor a former state beside
/// its successors. Where the source publishes the total, that total is taken.
/// </summary>
public sealed class Totals(Dataset dataset, AreaRegistry areas)
{
    private const string AllCodes = "_T";
    private const string World = "001";

    private readonly Observations observations = dataset.Observations;

    /// <summary>
    /// The totals of a query, one for each period, over every dimension in which the query leaves more than one code.
    /// Dimensions named in <paramref name="over"/> are summed; all others must be fixed to one code by the query or by the data.
    /// </summary>
    /// <exception cref="StatisticsException">The figures cannot be added.</exception>
    public SortedDictionary<TimePeriod, Total> ByPeriod(Query query, params ReadOnlySpan<string> over)
    {
        var byKey = By(query, keep: -1, over);
        var totals = new SortedDictionary<TimePeriod, Total>();
        foreach (var ((_, time), total) in byKey)
            totals.Add(time, total);
        return totals;
    }

    /// <summary>The totals of a query for each code of one dimension and each period.</summary>
    /// <exception cref="StatisticsException">The figures cannot be added.</exception>
    public Dictionary<(string Code, TimePeriod Time), Total> By(string keep, Query query, params ReadOnlySpan<string> over)
    {
        var dimension = dataset.Definition.Dimension(keep);
        var totals = new Dictionary<(string, TimePeriod), Total>();
        foreach (var ((position, time), total) in By(query, dimension, over))
            totals.Add((observations.Codes[dimension][position], time), total);
        return totals;
    }

    private Dictionary<(int Position, TimePeriod Time), Total> By(Query query, int keep, ReadOnlySpan<string> over)
    {
        var summed = new int[over.Length];
        for (var i = 0; i < over.Length; i++)
            summed[i] = dataset.Definition.Dimension(over[i]);
        var groups = new Dictionary<(int, TimePeriod), List<int>>();
        foreach (var i in dataset.Select(query))
        {
            var key = (keep < 0 ? 0 : observations.Position(keep, i), observations.Times[i]);
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = []);
            group.Add(i);
        }

        var totals = new Dictionary<(int, TimePeriod), Total>(groups.Count);
        foreach (var (key, group) in groups)
        {
            var addends = GrandTotals(group, summed);
            foreach (var dimension in summed)
                addends = Addends(addends, dimension);
            CheckOneKey(addends, keep, summed);
            var published = addends.Count == 1 && (group.Count == 1 || Array.TrueForAll(summed, dimension => IsTotal(dimension, addends[0])));
            totals.Add(key, Sum(addends, published));
        }

        return totals;
    }

    /// <summary>
    /// Where the source publishes the total over all the dimensions at once, keeps it alone: added up one dimension
    /// after the other, a cell that the margins leave out would be counted beside the total it is in.
    /// </summary>
    private List<int> GrandTotals(List<int> group, int[] summed)
    {
        if (summed.Length < 2)
            return group;
        var result = new List<int>();
        foreach (var alike in AlikeBut(group, summed))
        {
            var grand = alike.FindIndex(i => Array.TrueForAll(summed, dimension => IsTotal(dimension, i)));
            if (grand >= 0)
                result.Add(alike[grand]);
            else
                result.AddRange(alike);
        }

        return result;
    }

    /// <summary>Keeps what may be added over one dimension: the published totals where there are any, else the parts that do not overlap.</summary>
    private List<int> Addends(List<int> group, int dimension)
    {
        var codes = observations.Codes[dimension];
        if (codes.Length == 1)
            return group;
        var concept = dataset.Definition.Structure.Dimensions[dimension];
        if (concept.CodeList.Id is not ("CL_AREA" or "CL_SEX" or "CL_AGE" or "CL_POP_TYPE" or "CL_FLOW_GROUP"))
            throw new StatisticsException(new Text($"No se puede sumar sobre {concept.Id}.", $"{concept.Id} cannot be summed over."));

        // A total of this dimension replaces its parts only where the other dimensions agree: group by the rest.
        var result = new List<int>(group.Count);
        foreach (var alike in AlikeBut(group, [dimension]))
        {
            var published = alike.FindIndex(i => IsTotal(dimension, i));
            if (published >= 0)
                result.Add(alike[published]);
            else
                result.AddRange(WithoutOverlap(alike, dimension, concept.CodeList.Id));
        }

        return result;
    }

    /// <summary>True when an observation stands for all codes of a dimension, or for the only one there is.</summary>
    private bool IsTotal(int dimension, int observation)
    {
        var code = observations.Code(dimension, observation);
        return code == AllCodes || observations.Codes[dimension].Length == 1
            || (code == World && dataset.Definition.Structure.Dimensions[dimension].CodeList.Id == "CL_AREA");
    }

    private IEnumerable<List<int>> AlikeBut(List<int> group, int[] dimensions)
    {
        var varying = Enumerable.Range(0, observations.Codes.Count).Where(d => !dimensions.Contains(d) && observations.Positions[d].Length > 0
            && group.Exists(i => observations.Position(d, i) != observations.Position(d, group[0]))).ToArray();
        if (varying.Length == 0)
            return [group];
        return group.GroupBy(i => string.Join('.', varying.Select(d => observations.Position(d, i)))).Select(alike => alike.ToList());
    }

    private IEnumerable<int> WithoutOverlap(List<int> alike, int dimension, string codeList)
    {
        if (codeList == "CL_AREA")
        {
            var addable = areas.Addable([.. alike.Select(i => observations.Code(dimension, i))]).ToHashSet();
            return alike.Where(i => addable.Contains(observations.Code(dimension, i)));
        }

        if (codeList == "CL_AGE" && alike.Count > 1)
            AgeGroups.CheckDisjoint(alike.Select(i => observations.Code(dimension, i)));
        return alike.Where(i => observations.Code(dimension, i) != "_Z");
    }

    private void CheckOneKey(List<int> addends, int keep, int[] summed)
    {
        for (var d = 0; d < observations.Codes.Count; d++)
        {
            if (d == keep || summed.Contains(d) || observations.Positions[d].Length == 0)
                continue;
            if (addends.Exists(i => observations.Position(d, i) != observations.Position(d, addends[0])))
            {
                var id = dataset.Definition.Structure.Dimensions[d].Id;
                throw new StatisticsException(new Text(
                    $"Las cifras difieren en {id}: elija un código o sume sobre esa dimensión.",
                    $"The figures differ in {id}: choose one code or sum over it."));
            }
        }

        if (addends.Count < 2)
            return;
        var measure = dataset.Definition.Dimension(dataset.Definition.MeasureDimension);
        var code = observations.Code(measure, addends[0]);
        if (!dataset.Definition.AdditiveMeasures.Contains(code))
            throw new StatisticsException(new Text($"{code} es una tasa o un promedio: no se suma.", $"{code} is a rate or an average: it is not summed."));
    }

    private Total Sum(List<int> addends, bool published)
    {
        if (addends.Count == 0)
            return Total.None;
        double sum = 0;
        var (missing, valued) = (0, 0);
        ObservationStatus? status = null;
        foreach (var i in addends)
        {
            if (observations.Statuses[i].IsMissing())
            {
                missing++;
                continue;
            }

            valued++;
            sum += dataset.Plain(i);
            status = status is null || status == observations.Statuses[i] ? observations.Statuses[i] : ObservationStatus.E;
        }

        return valued == 0
            ? new(double.NaN, observations.Statuses[addends[0]], addends, missing, published)
            : new(sum, status!.Value, addends, missing, published);
    }
}
