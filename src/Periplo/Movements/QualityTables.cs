using Periplo.Areas;
using Periplo.Disclosure;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>Quality of records by post and month, and how well provisional figures told the final ones.</summary>
internal sealed class QualityTables(MovementResults results, MovementDefinitions definitions, AreaRegistry areas, int minimum, int threads)
{
    private static readonly (string Code, MovementMeasure Measure)[] Counted =
    [
        ("RECORDS", MovementMeasure.Records), ("PAIRED", MovementMeasure.Paired), ("GAPS", MovementMeasure.Gaps),
        ("DUPLICATES", MovementMeasure.Duplicates), ("LATE", MovementMeasure.Late), ("UNKNOWN", MovementMeasure.UnknownItems),
    ];

    /// <summary>Counts by post, match rates and abrupt changes of posts.</summary>
    public void Write(ObservationsBuilder builder, CancellationToken cancellation)
    {
        Dictionary<string, string> constants = new() { ["FREQ"] = "M", ["VINTAGE"] = "LATEST", ["UNIT_MEASURE"] = "CROSSING" };
        var codes = new MovementSeries(results, areas, hasDirection: true);
        var last = results.Span.CompleteMonths - 1;
        // Both directions together: entries alone, less all kinds of entries that are published, would leave the one kind that is suppressed.
        var measures = Counted.Select(one => new PublishedMeasure(one.Code, one.Measure, null, 0, last)).ToList();
        var (series, tables) = codes.Of(measures, [Breakdown.PostMode], _ => ObservationStatus.A);
        // By post alone: the mode of transport is not a matter of quality.
        var byPost = new BreakdownTable(["POST"], [tables[0].Codes[0]], [.. tables[0].Counts.Select(count => count with { Second = 0 })]);
        var cells = new ProtectedTables(definitions.Quality, minimum, threads).Protect(
            series, [byPost], parts: [new("RECORDS", "DUPLICATES"), new("RECORDS", "LATE"), new("RECORDS", "UNKNOWN")], cancellation: cancellation);
        cells.Write(builder, constants);
        WriteMatchRate(builder, cells, constants);
        WriteChanges(builder, cells, codes);
    }

    /// <summary>Mean error of provisional figures and coverage of their intervals, by age of the figure.</summary>
    public static void WriteBackTest(ObservationsBuilder builder, RevisionTriangle triangle, MovementResults results, int firstMonthNumber)
    {
        if (!TimePeriod.TryParse(results.Span.MonthName(triangle.LastVintage - firstMonthNumber), out var period))
            return;
        foreach (var (dimension, code) in new[] { ("FREQ", "M"), ("POST", "_T"), ("UNIT_MEASURE", "PT") })
            builder.Set(dimension, code);
        for (var country = 0; country < results.Countries.All.Count; country++)
        {
            builder.Set("REF_AREA", results.Countries.All[country].Area);
            foreach (var (measure, direction) in new[] { (MigrationMeasure.Arrivals, "E"), (MigrationMeasure.Departures, "X"), (MigrationMeasure.Net, "_Z") })
            {
                builder.Set("DIRECTION", direction);
                for (var age = 0; age < Math.Min(results.FinalAge, MovementDefinitions.Vintages); age++)
                {
                    var test = triangle.BackTest(country, measure, age);
                    builder.Set("VINTAGE", $"M{age:D2}");
                    Add("BACKTEST_ERROR", test.MeanAbsoluteRelativeError * 100);
                    Add("BACKTEST_COVER", test.Intervals == 0 ? null : 100.0 * test.Covered95 / test.Intervals);
                }
            }
        }

        void Add(string measure, double? value)
        {
            if (value is not { } number)
                return;
            builder.Set("MEASURE", measure);
            builder.Add(period, number, ObservationStatus.E, AttributeSet.Units, default);
        }
    }

    // Both counts are published, so their share tells nothing new.
    private static void WriteMatchRate(ObservationsBuilder builder, ProtectedCells cells, Dictionary<string, string> constants)
    {
        var published = new Dictionary<(TableSeries Series, string Post), double>();
        for (var cell = 0; cell < cells.Count; cell++)
            published[(cells.SeriesOf(cell) with { Status = default }, cells.Code(cell, "POST"))] = cells.Value(cell);
        var builderConstants = new Dictionary<string, string>(constants) { ["UNIT_MEASURE"] = "PT", ["MEASURE"] = "MATCH_RATE" };
        foreach (var (dimension, code) in builderConstants)
            builder.Set(dimension, code);
        foreach (var ((series, post), records) in published.Where(pair => pair.Key.Series.Measure == "RECORDS" && pair.Value > 0))
        {
            var duplicates = published.GetValueOrDefault((series with { Measure = "DUPLICATES" }, post));
            var paired = published.GetValueOrDefault((series with { Measure = "PAIRED" }, post));
            if (double.IsNaN(duplicates) || double.IsNaN(paired) || records <= duplicates)
                continue;
            builder.Set("REF_AREA", series.Area);
            builder.Set("DIRECTION", series.Direction!);
            builder.Set("POST", post);
            builder.Add(series.Period, 100 * paired / (records - duplicates), ObservationStatus.A, AttributeSet.Units, default);
        }
    }

    private void WriteChanges(ObservationsBuilder builder, ProtectedCells cells, MovementSeries codes)
    {
        var first = (results.Span.From.Year * 12) + results.Span.From.Month - 1;
        var published = new HashSet<(string Area, TimePeriod Period, string Post)>();
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var series = cells.SeriesOf(cell);
            if (series.Measure == "RECORDS" && !double.IsNaN(cells.Value(cell)))
                published.Add((series.Area, series.Period, cells.Code(cell, "POST")));
        }

        foreach (var (dimension, code) in new[] { ("FREQ", "M"), ("VINTAGE", "LATEST"), ("UNIT_MEASURE", "PURE_NUMB"), ("MEASURE", "CHANGE_FLAG"), ("DIRECTION", "_Z") })
            builder.Set(dimension, code);
        foreach (var post in PostQuality.Of(PostMonths(first), first + results.Span.CompleteMonths - 1))
        {
            var (area, code) = (results.Countries.All[post.Month.Country].Area, post.Month.Post < 1000 ? $"P{post.Month.Post:D3}" : "_U");
            if (post.Behaviour is not (PostBehaviour.Rise or PostBehaviour.Fall) || post.Deviation is not { } deviation || code == "_U"
                || !published.Contains((area, codes.Period(post.Month.Month - first), code)))
            {
                continue;
            }

            builder.Set("REF_AREA", area);
            builder.Set("POST", code);
            builder.Add(codes.Period(post.Month.Month - first), deviation, ObservationStatus.E, AttributeSet.Units, default);
        }
    }

    private List<PostMonth> PostMonths(int first)
    {
        var counts = new Dictionary<(int Country, int Post, int Month), long[]>();
        foreach (var (cell, count) in results.Cells.Ordered().Where(pair => pair.Cell.Breakdown == Breakdown.PostMode && pair.Cell.Month < results.Span.CompleteMonths))
        {
            var at = Array.FindIndex(Counted, one => one.Measure == cell.Measure);
            if (at < 0)
                continue;
            if (!counts.TryGetValue((cell.Country, cell.First, cell.Month), out var row))
                counts.Add((cell.Country, cell.First, cell.Month), row = new long[Counted.Length]);
            row[at] += count;
        }

        return [.. counts.Select(pair => new PostMonth(
            (byte)pair.Key.Country, (ushort)pair.Key.Post, first + pair.Key.Month, pair.Value[0], pair.Value[1], pair.Value[2], pair.Value[3], pair.Value[4], pair.Value[5]))];
    }
}
