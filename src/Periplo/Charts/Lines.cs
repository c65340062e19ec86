using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>What a chart of lines shows.</summary>
public sealed record LineOptions
{
    /// <summary>Form of the values in titles and table.</summary>
    public NumberStyle Style { get; init; } = NumberStyle.Whole;

    /// <summary>Form of the values on the axis, or null to choose one that fits them.</summary>
    public NumberStyle? AxisStyle { get; init; }

    /// <summary>True to begin the axis at zero (the rule), false to begin it near the least value, which a note then says.</summary>
    public bool FromZero { get; init; } = true;

    /// <summary>What the years of the series are: with <see cref="PeriodAxis.Months"/> they are numbers of months.</summary>
    public PeriodAxis Axis { get; init; }

    /// <summary>False where the title names the only line: its own name beside it would say it again.</summary>
    public bool Names { get; init; } = true;

    /// <summary>Width in units.</summary>
    public double Width { get; init; } = 640;

    /// <summary>Height in units.</summary>
    public double Height { get; init; } = 320;
}

/// <summary>Up to eight series over years, each named at its end unless the title names the only one; gaps are gaps, estimates dashed.</summary>
public static class Lines
{
    /// <summary>More lines than this are not told apart.</summary>
    public const int Most = 8;

    private const double LineGap = 15;
    private const double LineHeight = 14;

    /// <summary>Draws the lines.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="series">1 to 8.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures names and numbers.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="Most"/> series.</exception>
    public static Figure Draw(Credits credits, IReadOnlyList<Series> series, LineOptions options, FontMetrics metrics)
    {
        (series, var standing) = EstimateMarks.Of(series);
        if (series.Count > Most)
            throw new ArgumentException($"At most {Most} series are told apart; {series.Count} were given. Use small multiples.", nameof(series));
        var (first, last, least, greatest, estimates) = Plot.Extent(series);
        var ticks = Ticks.Nice(options.FromZero ? Math.Min(0, least) : least, options.FromZero ? Math.Max(0, greatest) : greatest, options.Height < 240 ? 4 : 6);
        var axisStyle = options.AxisStyle ?? AxisStyle(options.Style, ticks);
        var left = 8.0;
        foreach (var tick in ticks)
            left = Math.Max(left, metrics.Width(tick, axisStyle, TextSize.Small) + 8);
        // A single line is named by the title of the chart, where that says the same: its own name would be cut beside it.
        var isNamed = options.Names && (series is not [var only] || only.Name != credits.Title);
        var names = 0.0;
        foreach (var one in isNamed ? series : [])
            names = Math.Max(names, metrics.Width(one.Name, TextSize.Strong));
        names = Math.Min(names, options.Width * 0.34);
        var legendTop = options.Height - (estimates ? 22 : 0);
        var area = new Box(left, 10, options.Width - names - 18, legendTop - 24);
        var plot = new Plot(area, first, last, ticks[0], ticks[^1]);

        var marks = new List<Mark>(64);
        plot.AddGrid(marks, ticks, axisStyle);
        plot.AddPeriods(marks, options.Axis, first, last, 46);
        for (var i = 0; i < series.Count; i++)
            plot.AddLine(marks, series[i], i);
        for (var i = 0; i < series.Count; i++)
            plot.AddPoints(marks, series[i], i, series[i].Points.Count > 40 ? 2 : 3.2, options.Style, credits.Unit, options.Axis);
        if (isNamed)
            AddNames(marks, plot, series, area, Math.Min(names, options.Width - area.Right - 17), metrics);
        if (estimates)
        {
            var legend = new Legend(metrics, left, legendTop, options.Width - left);
            legend.AddLine(marks, new("estimado, imputado, preliminar o proyectado", "estimated, imputed, provisional or projected", "estimé, imputé, préliminaire ou projeté"), "line s8 est");
        }

        return new()
        {
            Credits = credits.WithNotes(standing).WithNotes(ticks[0] > 0 ? [new("El eje no empieza en cero.", "The axis does not begin at zero.", "L’axe ne commence pas à zéro.")] : []),
            Width = options.Width,
            Height = options.Height,
            Marks = marks,
            MakeTable = () => SeriesTable.Of(series, credits.Unit, options.Style, options.Axis),
            TextAlternative = SeriesTable.Words(series, options.Style, options.Axis),
        };
    }

    /// <summary>A short form for large numbers; percentages and years as they are.</summary>
    internal static NumberStyle AxisStyle(NumberStyle style, ReadOnlySpan<double> ticks)
    {
        if (style.Form is NumberForm.Percent or NumberForm.Plain && Math.Max(Math.Abs(ticks[0]), Math.Abs(ticks[^1])) < 10_000)
        {
            // As many decimals as the step needs.
            var step = ticks.Length > 1 ? ticks[1] - ticks[0] : 1;
            var decimals = 0;
            while (decimals < 6 && Math.Abs((step * Math.Pow(10, decimals)) - Math.Round(step * Math.Pow(10, decimals))) > 1e-6)
                decimals++;
            return style with { Decimals = decimals };
        }

        return style.Form == NumberForm.Year ? style : NumberStyle.Short;
    }

    /// <summary>Names at the ends of the lines, moved apart where ends are close, with a thin line back when moved.</summary>
    private static void AddNames(List<Mark> marks, Plot plot, IReadOnlyList<Series> series, Box area, double room, FontMetrics metrics)
    {
        var ends = new List<(double X, double Y, int Series)>(series.Count);
        for (var i = 0; i < series.Count; i++)
        {
            for (var at = series[i].Points.Count - 1; at >= 0; at--)
            {
                if (series[i].Points[at] is not { Datum.Value: { } value } point)
                    continue;
                ends.Add((plot.X(point.Year), plot.Y(value), i));
                break;
            }
        }

        ends.Sort((a, b) => a.Y != b.Y ? a.Y.CompareTo(b.Y) : a.Series.CompareTo(b.Series));
        // A name too long for its room stands in several lines, and then all names are so far apart.
        var names = series.Select(one => metrics.Wrap(one.Name, room, TextSize.Strong)).ToList();
        var places = Spread(ends.ConvertAll(end => end.Y), LineGap * (names.Count == 0 ? 1 : names.Max(lines => lines.Count)), area.Top, area.Bottom);
        for (var i = 0; i < ends.Count; i++)
        {
            var (x, y, number) = ends[i];
            if (Math.Abs(places[i] - y) > 3 || area.Right - x > 4)
                marks.Add(new LineMark(x + 4, y, area.Right + 9, places[i]) { Class = "leader" });
            marks.Add(new CircleMark(area.Right + 11, places[i], 3.2) { Class = Plot.PointClass(number) });
            for (var line = 0; line < names[number].Count; line++)
            {
                marks.Add(new LabelMark(area.Right + 17, places[i] + 4.5 + ((line - ((names[number].Count - 1) / 2.0)) * LineHeight), names[number][line], TextSize.Strong)
                {
                    Class = "halo",
                    Href = line == 0 ? series[number].Href : null,
                    Title = line == 0 && names[number].Count > 1 ? Caption.FromText(series[number].Name) : (Caption?)null,
                });
            }
        }
    }

    /// <summary>
    /// Moves rising positions apart to at least <paramref name="gap"/> with the least squared shift (pooling of neighbours,
    /// as in isotonic regression), then into the bounds as far as they have room.
    /// </summary>
    internal static double[] Spread(IReadOnlyList<double> rising, double gap, double top, double bottom)
    {
        var blocks = new List<(double Sum, int Count)>(rising.Count);
        for (var i = 0; i < rising.Count; i++)
        {
            // Taken without their gaps, positions only have to stay in order.
            blocks.Add((rising[i] - (i * gap), 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count > blocks[^1].Sum / blocks[^1].Count)
            {
                blocks[^2] = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        var places = new double[rising.Count];
        var highest = Math.Max(top, bottom - ((rising.Count - 1) * gap));
        var at = 0;
        foreach (var (sum, count) in blocks)
        {
            for (var i = 0; i < count; i++, at++)
                places[at] = Math.Clamp(sum / count, top, highest) + (at * gap);
        }

        return places;
    }
}
