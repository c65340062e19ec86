using Periplo.Disclosure;
using Periplo.Statistics;
using Periplo.Tests.Statistics;

namespace Periplo.Tests.Disclosure;

/// <summary>
/// An attacker who sees only the rows of MIGRATION (CHANGE under the code RET_RES) and knows what they mean: margins are sums,
/// NET = ARR - DEP, CHANGE adds up NET, and counts are not negative.
/// </summary>
internal sealed class PublishedAttack
{
    private static readonly DatasetDefinition Definition = Sample.Definitions.Movements.Migration;
    private readonly Dictionary<(string Measure, string Month, string Codes), double> seen = [];
    private readonly Dictionary<(string Measure, string Month, string Codes), long> truth = [];

    public void See(Observations o)
    {
        for (var i = 0; i < o.Count; i++)
        {
            var codes = string.Join(' ', BreakdownTable.Allowed.Select(id => o.Code(Definition.Dimension(id), i)));
            seen.Add((o.Code(Definition.Dimension("MEASURE"), i), o.Times[i].ToString(), codes), o.Values[i]);
        }
    }

    /// <summary>The true counts, to compare with; the attack does not use them.</summary>
    public void Tell(TableSeries series, List<Dictionary<string, string>> persons, string[][] shapes)
    {
        foreach (var codes in shapes.SelectMany(shape => Enumerable.Range(0, 1 << shape.Length).Select(mask => shape.Where((_, d) => (mask >> d & 1) == 1).ToArray()))
            .DistinctBy(level => string.Join(' ', level)).SelectMany(level => persons.Select(person => Name(level, person))))
        {
            var key = (series.Measure, series.Period.ToString(), codes);
            truth[key] = truth.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Measures of which one holds the other, or null; then what is left of the whole is attacked too where it is small.</summary>
    public MeasurePart? Part { get; init; }

    /// <summary>Bounds of every suppressed cell of arrivals, departures and undecided entries.</summary>
    public IEnumerable<(string Name, double Lower, long Count, double Upper)> Bounds()
    {
        // A figure that may be negative is the difference of two that may not.
        var columns = new Dictionary<((string Measure, string, string) Key, bool Negative), int>();
        foreach (var (key, value) in seen)
        {
            if (!double.IsNaN(value))
                continue;
            columns.Add((key, false), columns.Count);
            if (key.Measure is "NET" or "RET_RES")
                columns.Add((key, true), columns.Count);
        }

        var levels = seen.Keys.Select(key => (key.Measure, key.Month, Level(key.Codes))).ToHashSet();
        // A series without any cell of a breakdown is not broken down so, unless all of it is zero.
        bool Has(string measure, string month, string codes) =>
            levels.Contains((measure, month, Level(codes))) || (seen.TryGetValue((measure, month, Name([], [])), out var total) && total == 0);
        var parts = seen.Keys.Where(key => key.Measure == Part?.Part && Has(Part!.Whole, key.Month, key.Codes)).ToList();
        foreach (var (_, month, codes) in parts)
            columns.Add((("REST", month, codes), false), columns.Count);
        var equations = new List<long[]>();
        foreach (var (_, month, codes) in parts)
            Equation((1, (Part!.Whole, month, codes)), (-1, (Part.Part, month, codes)), (-1, ("REST", month, codes)));
        foreach (var (measure, month, codes) in seen.Keys)
        {
            // A cell not listed is zero, as the documentation says.
            if (measure == "NET")
                Equation((1, ("ARR", month, codes)), (-1, ("DEP", month, codes)), (-1, (measure, month, codes)));
            if (measure == "RET_RES" && (month == "2024-01" || Has("RET_RES", "2024-01", codes)) && Has("NET", month, codes))
            {
                var before = month == "2024-01" ? default : ("RET_RES", "2024-01", codes);
                Equation((1, ("NET", month, codes)), (1, before), (-1, (measure, month, codes)));
            }
        }

        foreach (var group in seen.Keys.SelectMany(key => Totals(key.Codes).Select(total => (Key: key, total.Over, Total: total.Codes)))
            .GroupBy(one => (one.Key.Measure, one.Key.Month, one.Over, one.Total)))
        {
            Equation([(-1, (group.Key.Measure, group.Key.Month, group.Key.Total)), .. group.Select(one => (1L, one.Key))]);
        }

        var programme = new WholeNumberSimplex(columns.Count, equations);
        foreach (var ((key, _), column) in columns.Where(pair => pair.Key.Key.Measure is "ARR" or "DEP" or "UND_E"))
            yield return ($"{key}", programme.Least(column), truth[key], programme.Greatest(column));
        foreach (var ((key, _), column) in columns.Where(pair => pair.Key.Key.Measure == "REST"))
        {
            var rest = truth[key with { Measure = Part!.Whole }] - truth.GetValueOrDefault(key with { Measure = Part.Part });
            if (rest is > 0 and < 10)
                yield return ($"{key}", programme.Least(column), rest, programme.Greatest(column));
        }

        void Equation(params (long Sign, (string, string, string) Key)[] terms)
        {
            var row = new long[columns.Count + 1];
            foreach (var (sign, key) in terms)
            {
                if (columns.TryGetValue((key, false), out var column))
                    row[column] += sign;
                else
                    row[^1] -= sign * (long)seen.GetValueOrDefault(key);
                if (columns.TryGetValue((key, true), out column))
                    row[column] -= sign;
            }

            if (row[..^1].Any(value => value != 0))
                equations.Add(row);
        }
    }

    private static string Level(string codes) => string.Concat(codes.Split(' ').Select(code => code == "_T" ? '-' : 'x'));

    private static string Name(string[] level, Dictionary<string, string> codes) =>
        string.Join(' ', BreakdownTable.Allowed.Select(id => level.Contains(id) ? codes[id] : "_T"));

    private static IEnumerable<(int Over, string Codes)> Totals(string codes)
    {
        var each = codes.Split(' ');
        for (var d = 0; d < each.Length; d++)
        {
            if (each[d] != "_T")
                yield return (d, string.Join(' ', each.Select((code, at) => at == d ? "_T" : code)));
        }
    }
}
