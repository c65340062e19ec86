using Periplo.Disclosure;
using Periplo.Sdmx;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Disclosure;

/// <summary>Breakdown tables as a test writes them, and made-up persons counted into them.</summary>
internal static class Breakdown
{
    public static readonly Dictionary<string, string> Constants = new()
    {
        ["FREQ"] = "M", ["RESIDENCE_RULE"] = "R12_16", ["VINTAGE"] = "LATEST", ["STATISTIC"] = "EST", ["UNIT_MEASURE"] = "PS",
    };

    public static TableSeries Series(string month, string measure, string area = "GTM", ObservationStatus status = ObservationStatus.A) =>
        new(area, Sample.Period(month), measure, null, status);

    /// <summary>A table of rows like <c>0 HND F 42</c>: series, codes, count.</summary>
    public static BreakdownTable Table(string[] dimensions, params string[] rows)
    {
        var codes = dimensions.Select((_, d) => rows.Select(row => row.Split(' ')[d + 1]).Distinct().ToArray()).ToArray();
        return new(dimensions, codes, [.. rows.Select(row => row.Split(' ')).Select(row =>
        {
            int At(int d) => d < dimensions.Length ? Array.IndexOf(codes[d], row[d + 1]) : 0;
            return new BreakdownCount(int.Parse(row[0]), At(0), At(1), At(2), long.Parse(row[^1]));
        })]);
    }

    /// <summary>Counts persons (a code for each dimension) into a table, series by series.</summary>
    public static BreakdownTable Count(string[] dimensions, IReadOnlyList<List<Dictionary<string, string>>> series)
    {
        var rows = series.SelectMany((persons, s) => persons.GroupBy(person => string.Join(' ', dimensions.Select(d => person[d])))
            .Select(group => string.Join(' ', new[] { $"{s}", group.Key, $"{group.Count()}" }.Where(part => part.Length > 0)))).ToArray();
        return Table(dimensions, rows);
    }

    /// <summary>Protects, as long as the test runs.</summary>
    public static ProtectedCells Protect(
        ProtectedTables tables, IReadOnlyList<TableSeries> series, IReadOnlyList<BreakdownTable> breakdowns, EarlierPattern? earlier = null, IReadOnlyList<MeasurePart>? parts = null, int scale = 1) =>
        tables.Protect(series, breakdowns, earlier, parts, scale, TestContext.Current.CancellationToken);
}
