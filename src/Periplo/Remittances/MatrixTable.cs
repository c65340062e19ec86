using System.Collections.Concurrent;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>A corridor of the kept matrices: the range by the three rules and the balanced amount, whole US dollars.</summary>
/// <param name="Sender">Id of the area that sends.</param>
/// <param name="Receiver">Id of the area that receives.</param>
/// <param name="Rule1">By rule 1.</param>
/// <param name="Rule2">By rule 2.</param>
/// <param name="Rule3">By rule 3, the default.</param>
/// <param name="Balanced">Rule 3 balanced to reported outflows.</param>
/// <param name="Remark">Which income is not of the year: <c>y_j=2017; y_i=none</c>; null when both are.</param>
public sealed record CorridorRange(string Sender, string Receiver, double Rule1, double Rule2, double Rule3, double Balanced, string? Remark)
{
    /// <summary>The least of the three rules.</summary>
    public double Low => Math.Min(Rule1, Math.Min(Rule2, Rule3));

    /// <summary>The most of the three rules.</summary>
    public double High => Math.Max(Rule1, Math.Max(Rule2, Rule3));

    /// <summary>The amount by a rule.</summary>
    public double By(SharingRule rule) => rule switch { SharingRule.Migrants => Rule1, SharingRule.HostIncome => Rule2, _ => Rule3 };
}

/// <summary>The bilateral matrices of a revision of <c>REMITTANCES</c>, by corridor, sender and receiver. Safe for many threads.</summary>
public sealed class MatrixTable
{
    private readonly Dataset dataset;
    private readonly int sender;
    private readonly int receiver;
    private readonly int indicator;
    private readonly ConcurrentDictionary<int, Lazy<IReadOnlyList<CorridorRange>>> years = new();

    /// <summary>Reads a revision that <see cref="IsIn"/> finds matrices in.</summary>
    public MatrixTable(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        this.dataset = dataset;
        (sender, receiver, indicator) = (dataset.Definition.Dimension("REF_AREA"), dataset.Definition.Dimension("COUNTERPART_AREA"), dataset.Definition.Dimension("INDICATOR"));
        Years = [.. Enumerable.Range(dataset.First.Year, dataset.Last.Year - dataset.First.Year + 1)];
    }

    /// <summary>The revision.</summary>
    public Dataset Dataset => dataset;

    /// <summary>First to last year.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>True when a revision holds matrices by the three rules.</summary>
    public static bool IsIn(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Definition.Id == "REMITTANCES" && dataset.Observations.Codes[dataset.Definition.Dimension("INDICATOR")].Contains(MatrixPublication.Methods[2]);
    }

    /// <summary>A corridor in a year; null when there is none.</summary>
    public CorridorRange? Corridor(string from, string to, int year) => In(Query.All.Where("REF_AREA", from).Where("COUNTERPART_AREA", to), year).FirstOrDefault();

    /// <summary>A corridor in every year it is estimated for, in order.</summary>
    public IReadOnlyList<(int Year, CorridorRange Range)> Series(string from, string to) =>
        [.. Find(Query.All.Where("REF_AREA", from).Where("COUNTERPART_AREA", to)).OrderBy(one => one.Year)];

    /// <summary>Whom an area receives from in a year, most first by rule 3.</summary>
    public IReadOnlyList<CorridorRange> ReceivedBy(string area, int year) => In(Query.All.Where("COUNTERPART_AREA", area), year);

    /// <summary>Whom an area sends to in a year, most first by rule 3.</summary>
    public IReadOnlyList<CorridorRange> SentBy(string area, int year) => In(Query.All.Where("REF_AREA", area), year);

    /// <summary>Every corridor of a year, most first by rule 3. Held once found: it passes over all the revision, about 1 MB a year.</summary>
    public IReadOnlyList<CorridorRange> Of(int year) => years.GetOrAdd(year, one => new(() => In(Query.All, one))).Value;

    /// <summary>Emigrants of a receiver who live where no income of the year is published; null when the receiver is in no matrix of the year.</summary>
    public double? FallbackMigrants(string area, int year) => One(MatrixPublication.Fallback, area, year);

    /// <summary>What a receiver gets that is in no corridor, US dollars; null when all of it is.</summary>
    public double? Unshared(string area, int year) => One(MatrixPublication.Unshared, area, year);

    private double? One(string code, string area, int year)
    {
        var found = dataset.Select(Query.All.Where("COUNTERPART_AREA", area).Where("INDICATOR", code).During(TimePeriod.OfYear(year)));
        return found.Count == 0 ? null : dataset.Plain(found[0]);
    }

    private List<CorridorRange> In(Query query, int year) =>
    [
        .. Find(query.During(TimePeriod.OfYear(year))).Select(one => one.Range)
            .OrderByDescending(range => range.Rule3).ThenBy(range => range.Sender, StringComparer.Ordinal).ThenBy(range => range.Receiver, StringComparer.Ordinal),
    ];

    private IEnumerable<(int Year, CorridorRange Range)> Find(Query query)
    {
        var cells = new Dictionary<(int Sender, int Receiver, int Year), (double[] Amounts, string? Remark)>();
        var observations = dataset.Observations;
        foreach (var i in dataset.Select(query.Where("INDICATOR", [.. MatrixPublication.Methods])))
        {
            var key = (observations.Position(sender, i), observations.Position(receiver, i), observations.Times[i].Year);
            var cell = cells.TryGetValue(key, out var known) ? known : (Amounts: [double.NaN, double.NaN, double.NaN, double.NaN], Remark: null);
            var method = Method(observations.Code(indicator, i));
            cell.Amounts[method] = dataset.Plain(i);
            if (method == 2)
                cell.Remark = observations.AttributeSets[observations.Attributes[i]].Comment;
            cells[key] = cell;
        }

        return cells.Select(cell => (cell.Key.Year, new CorridorRange(
            observations.Codes[sender][cell.Key.Sender], observations.Codes[receiver][cell.Key.Receiver],
            cell.Value.Amounts[0], cell.Value.Amounts[1], cell.Value.Amounts[2], cell.Value.Amounts[3], cell.Value.Remark)));
    }

    private static int Method(string code)
    {
        for (var method = 0; method < MatrixPublication.Methods.Count; method++)
        {
            if (MatrixPublication.Methods[method] == code)
                return method;
        }

        throw new ArgumentException($"{code} is no method.", nameof(code));
    }
}
