using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>A corridor in a year as both sides report it: as they write it, and by twelve months.</summary>
internal sealed record MirrorReport(int Year, string Origin, string Destination, double? AsEmigration, double? AsImmigration, double? Emigration, double? Immigration)
{
    /// <summary>True when both sides count somebody, which ties their factors together.</summary>
    public bool IsLink => Emigration > 0 && Immigration > 0;
}

/// <summary>
/// What ties the factors of reporters together: a corridor both count somebody in. A factor can be known only where such corridors lead
/// to a trusted area; a zero on one side says nothing of the ratio.
/// </summary>
internal sealed class MirrorLinks
{
    private readonly IReadOnlyList<MirrorReport> reports;
    private readonly HashSet<(string Area, ReportingSide Side)> anchors;
    private readonly List<(string Area, ReportingSide Side)> reporters;
    private readonly Dictionary<(string Area, ReportingSide Side), int> component = [];
    private readonly HashSet<int> trusted;

    private MirrorLinks(IReadOnlyList<MirrorReport> reports, IReadOnlyList<string> anchors)
    {
        this.reports = reports;
        this.anchors = [.. anchors.Select(area => (area, ReportingSide.Destination))];
        reporters =
        [
            .. reports.Where(report => report.Emigration is not null).Select(report => (report.Origin, ReportingSide.Origin))
                .Concat(reports.Where(report => report.Immigration is not null).Select(report => (report.Destination, ReportingSide.Destination)))
                .Distinct().OrderBy(one => one.Item1, StringComparer.Ordinal).ThenBy(one => one.Item2),
        ];
        Connect();
        Missing = [.. anchors.Distinct().Where(area => !component.ContainsKey((area, ReportingSide.Destination)))];
        trusted = [.. this.anchors.Where(component.ContainsKey).Select(one => component[one])];
        Apart =
        [
            .. reporters.Where(one => component.TryGetValue(one, out var of) && !trusted.Contains(of)).GroupBy(one => component[one])
                .Select(group => (IReadOnlyList<(string, ReportingSide)>)[.. group]),
        ];
    }

    /// <summary>Trusted areas whose immigration nobody mirrors.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Groups of reporters tied to each other and to no trusted one.</summary>
    public IReadOnlyList<IReadOnlyList<(string Area, ReportingSide Side)>> Apart { get; }

    public static MirrorLinks Of(IReadOnlyList<MirrorReport> reports, IReadOnlyList<string> anchors) => new(reports, anchors);

    /// <summary>The factors of all reporters; those without ties have none.</summary>
    public Dictionary<(string Area, ReportingSide Side), ReportingFactor> Factors(MirrorFit fit, (double Low, double High)? bounds, int? year)
    {
        var known = reporters.Where(one => component.TryGetValue(one, out var of) && trusted.Contains(of)).ToHashSet();
        var unknowns = reporters.Where(one => known.Contains(one) && !anchors.Contains(one)).ToList();
        var position = unknowns.Select((one, i) => (one, i)).ToDictionary(pair => pair.one, pair => pair.i);
        var (matrix, linear) = (new double[unknowns.Count * unknowns.Count], new double[unknowns.Count]);
        var pairs = new Dictionary<(string, ReportingSide), int>();
        foreach (var report in reports.Where(report => fit == MirrorFit.Ratios ? report.IsLink : report.Emigration + report.Immigration > 0))
        {
            var (from, to) = ((report.Origin, ReportingSide.Origin), (report.Destination, ReportingSide.Destination));
            if (!known.Contains(from) || !known.Contains(to))
                continue;
            pairs[from] = pairs.GetValueOrDefault(from) + 1;
            pairs[to] = pairs.GetValueOrDefault(to) + 1;
            var (emigration, immigration) = (report.Emigration!.Value, report.Immigration!.Value);
            if (fit == MirrorFit.Ratios)
            {
                // ln p − ln q is to be ln I − ln E, whose variance is 1/E + 1/I where both are counts.
                var weight = emigration * immigration / (emigration + immigration);
                Add(position[from], position.GetValueOrDefault(to, -1), Math.Sqrt(weight), Math.Sqrt(weight), Math.Sqrt(weight) * Math.Log(immigration / emigration), 0);
            }
            else
            {
                var root = Math.Sqrt(emigration + immigration);
                Add(position[from], position.GetValueOrDefault(to, -1), emigration / root, immigration / root, 0, 1);
            }
        }

        var (low, high) = bounds ?? (double.NegativeInfinity, double.PositiveInfinity);
        var isRatio = fit == MirrorFit.Ratios && bounds is not null;
        var (least, most) = isRatio ? (Math.Log(low), Math.Log(high)) : (low, high);
        var found = Solve(matrix, linear, least, most);
        return reporters.ToDictionary(one => one, one =>
        {
            var isAnchor = anchors.Contains(one);
            if (!known.Contains(one) || isAnchor)
                return new ReportingFactor(year, one.Area, one.Side, isAnchor && known.Contains(one) ? 1 : null, pairs.GetValueOrDefault(one), isAnchor, false);
            var value = found[position[one]];
            var factor = value == least ? low : value == most ? high : fit == MirrorFit.Ratios ? Math.Exp(value) : value;
            return new(year, one.Area, one.Side, factor, pairs.GetValueOrDefault(one), false, value == least || value == most);
        });

        // Adds (a x(i) − b x(j) − c)² where j is unknown, else (a x(i) − b anchored − c)².
        void Add(int i, int j, double a, double b, double c, double anchored)
        {
            matrix[(i * unknowns.Count) + i] += a * a;
            if (j < 0)
            {
                linear[i] += a * (c + (b * anchored));
                return;
            }

            matrix[(j * unknowns.Count) + j] += b * b;
            matrix[(i * unknowns.Count) + j] -= a * b;
            matrix[(j * unknowns.Count) + i] -= a * b;
            linear[i] += a * c;
            linear[j] -= b * c;
        }
    }

    private static double[] Solve(double[] matrix, double[] linear, double low, double high)
    {
        try
        {
            return BoxedMinimum.Find(matrix, linear, low, high);
        }
        catch (ArithmeticException)
        {
            throw new StatisticsException(new(
                "Los dos lados difieren tanto que los factores no se pueden calcular: revise que ambas tablas cuenten personas, no miles.",
                "The two sides are so far apart that the factors cannot be worked out: check that both tables count persons, not thousands.",
                "Les deux côtés diffèrent tellement que les facteurs ne peuvent être calculés : vérifiez que les deux tableaux comptent des personnes, non des milliers."));
        }
    }

    /// <summary>Numbers the groups of reporters that corridors tie together.</summary>
    private void Connect()
    {
        var neighbours = reports.Where(report => report.IsLink)
            .SelectMany(report =>
            {
                (string, ReportingSide) from = (report.Origin, ReportingSide.Origin), to = (report.Destination, ReportingSide.Destination);
                return new[] { (from, to), (to, from) };
            })
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
        var number = 0;
        foreach (var start in reporters.Where(one => neighbours.Contains(one)))
        {
            if (!component.TryAdd(start, number))
                continue;
            var waiting = new Stack<(string, ReportingSide)>([start]);
            while (waiting.TryPop(out var one))
            {
                foreach (var other in neighbours[one].Where(other => component.TryAdd(other, number)))
                    waiting.Push(other);
            }

            number++;
        }
    }
}
