using System.Runtime.InteropServices;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>
/// Adds observations of one dataset, and knows what may be added: counts and amounts of one unit and one period; over
/// areas only countries and the codes for unknown ones, never a region beside its members nor a former state beside
/// its successors. Where the source publishes the total, that total is taken. Safe for many threads.
/// </summary>
public sealed class Totals(Dataset dataset, AreaRegistry areas)
{
    /// <summary>Code lists whose dimensions may be summed over: what their codes name does not overlap, or is known to.</summary>
    internal static readonly IReadOnlySet<string> Summable = new HashSet<string>
    {
        "CL_AREA", "CL_SEX", "CL_AGE", "CL_POP_TYPE", "CL_FLOW_GROUP", "CL_ROUTE", "CL_TRANSPORT_MODE", "CL_POST",
        "CL_PROCEDURE", "CL_APPLICATION_TYPE", "CL_DECISION_LEVEL", "CL_DISPLACEMENT_CAUSE", "CL_HAZARD",
    };

    private const string AllCodes = "_T";
    private const string World = "001";

    private readonly Observations observations = dataset.Observations;
    private readonly bool[]?[] totalCodes = new bool[]?[dataset.Observations.Codes.Count];
    private readonly bool[]?[] addableCodes = new bool[]?[dataset.Observations.Codes.Count];
    private readonly bool[] addableKnown = new bool[dataset.Observations.Codes.Count];

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
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, (keep < 0 ? 0 : observations.Position(keep, i), observations.Times[i]), out _);
            (group ??= []).Add(i);
        }

        var totals = new Dictionary<(int, TimePeriod), Total>(groups.Count);
        foreach (var (key, group) in groups)
        {
            var addends = summed.Length > 1 ? Uncovered(group, summed) : group;
            foreach (var dimension in summed)
                addends = Addends(addends, dimension);
            if (addends.Count > 1)
                CheckOneKey(addends, keep, summed);
            totals.Add(key, Sum(addends, IsPublished(group, addends, summed)));
        }

        return totals;
    }

    /// <summary>Keeps what may be added over one dimension: the published totals where there are any, else the parts that do not overlap.</summary>
    private List<int> Addends(List<int> group, int dimension)
    {
        if (observations.Codes[dimension].Length == 1)
            return group;
        var concept = dataset.Definition.Structure.Dimensions[dimension];
        if (!Summable.Contains(concept.CodeList.Id))
            throw new StatisticsException(new Text($"No se puede sumar sobre {concept.Id}.", $"{concept.Id} cannot be summed over.", $"On ne peut pas additionner sur {concept.Id}."));

        // A total of this dimension replaces its parts only where the other dimensions agree: group by the rest.
        var result = new List<int>(group.Count);
        var isTotal = TotalCodes(dimension);
        foreach (var alike in AlikeBut(group, dimension))
        {
            // One, even where the source has it under two codes.
            var published = alike.FindIndex(i => isTotal[observations.Position(dimension, i)]);
            if (published >= 0)
                result.Add(alike[published]);
            else
                AddWithoutOverlap(alike, dimension, concept.CodeList.Id, result);
        }

        return result;
    }

    /// <summary>True when one observation is the whole figure: it was the only one, or it is the source's total over every summed dimension.</summary>
    private bool IsPublished(List<int> group, List<int> addends, int[] summed) => addends.Count == 1 && (group.Count == 1 || Array.TrueForAll(
        summed,
        d => observations.Codes[d].Length == 1 || TotalCodes(d)[observations.Position(d, addends[0])]));

    /// <summary>
    /// Leaves out what a published total over several dimensions at once holds already. Summed one dimension after the
    /// other, a cell that the margins do not tell apart would be counted beside the total it is in.
    /// </summary>
    private List<int> Uncovered(List<int> group, int[] summed)
    {
        // Keys as numbers, so that the key of a total is that of its part with some digits replaced.
        var weights = new Int128[observations.Codes.Count];
        Int128 weight = 1;
        for (var d = 0; d < weights.Length; d++)
        {
            weights[d] = weight;
            weight *= Math.Max(1, observations.Codes[d].Length);
        }

        var keys = group.ConvertAll(Key);
        var present = keys.ToHashSet();
        return [.. group.Where((i, place) => !IsCovered(i, keys[place], 0, replaced: false))];

        Int128 Key(int i)
        {
            Int128 key = 0;
            for (var d = 0; d < weights.Length; d++)
                key += weights[d] * observations.Position(d, i);
            return key;
        }

        bool IsCovered(int i, Int128 key, int from, bool replaced)
        {
            if (from == summed.Length)
                return replaced && present.Contains(key);
            if (IsCovered(i, key, from + 1, replaced))
                return true;
            var d = summed[from];
            var (isTotal, position) = (TotalCodes(d), observations.Position(d, i));
            for (var total = 0; total < isTotal.Length && !isTotal[position]; total++)
            {
                if (isTotal[total] && IsCovered(i, key + (weights[d] * (total - position)), from + 1, replaced: true))
                    return true;
            }

            return false;
        }
    }

    private bool[] TotalCodes(int dimension) => totalCodes[dimension] ??= Array.ConvertAll(
        observations.Codes[dimension],
        code => code == AllCodes || (code == World && dataset.Definition.Structure.Dimensions[dimension].CodeList.Id == "CL_AREA"));

    private IEnumerable<List<int>> AlikeBut(List<int> group, int dimension)
    {
        var varying = new List<int>();
        for (var d = 0; d < observations.Codes.Count; d++)
        {
            var column = d;
            if (d != dimension && observations.Positions[d].Length > 0
                && group.Exists(i => observations.Position(column, i) != observations.Position(column, group[0])))
            {
                varying.Add(d);
            }
        }

        if (varying.Count == 0)
            return [group];
        return group.GroupBy(i =>
        {
            UInt128 key = 0;
            foreach (var d in varying)
                key = (key * (UInt128)observations.Codes[d].Length) + (UInt128)observations.Position(d, i);
            return key;
        }).Select(alike => alike.ToList());
    }

    private void AddWithoutOverlap(List<int> alike, int dimension, string codeList, List<int> result)
    {
        if (codeList == "CL_AREA")
        {
            // A document is of one State: a Czechoslovak one is not the sum of Czech and Slovak ones.
            if (dataset.Definition.Structure.Dimensions[dimension].Id == "CITIZENSHIP")
            {
                result.AddRange(alike.Where(i => areas[observations.Code(dimension, i)].IsLeaf));
                return;
            }

            var addable = AddableCodes(dimension) ?? AddableAmong(alike, dimension);
            result.AddRange(alike.Where(i => addable[observations.Position(dimension, i)]));
            return;
        }

        if (codeList == "CL_AGE" && alike.Count > 1)
            AgeGroups.CheckDisjoint(alike.Select(i => observations.Code(dimension, i)).Distinct());
        result.AddRange(alike.Where(i => observations.Code(dimension, i) != "_Z"));
    }

    /// <summary>Which codes of an area dimension may be added in any period; null when that depends on what else the period holds (a former state beside its successors).</summary>
    private bool[]? AddableCodes(int dimension)
    {
        if (!addableKnown[dimension])
        {
            var codes = observations.Codes[dimension];
            var addable = areas.Addable(codes).ToHashSet();
            if (codes.All(code => addable.Contains(code) || !areas[code].IsLeaf))
                addableCodes[dimension] = Array.ConvertAll(codes, addable.Contains);
            addableKnown[dimension] = true;
        }

        return addableCodes[dimension];
    }

    private bool[] AddableAmong(List<int> alike, int dimension)
    {
        var addable = areas.Addable([.. alike.Select(i => observations.Code(dimension, i)).Distinct()]).ToHashSet();
        return Array.ConvertAll(observations.Codes[dimension], addable.Contains);
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
                    $"The figures differ in {id}: choose one code or sum over it.",
                    $"Les chiffres diffèrent par {id} : choisissez un code ou additionnez sur cette dimension."));
            }
        }

        var measure = dataset.Definition.Dimension(dataset.Definition.MeasureDimension);
        var code = observations.Code(measure, addends[0]);
        if (!dataset.Definition.AdditiveMeasures.Contains(code))
            throw new StatisticsException(new Text($"{code} es una tasa o un promedio: no se suma.", $"{code} is a rate or an average: it is not summed.", $"{code} est un taux ou une moyenne : il ne s’additionne pas."));
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
