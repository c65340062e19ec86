using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>One small chart of a grid.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Series">One to three.</param>
public sealed record Panel(Text Name, IReadOnlyList<Series> Series)
{
    /// <summary>Address the name leads to, or null.</summary>
    public string? Href { get; init; }
}

/// <summary>What a grid of small charts shows.</summary>
public sealed record PanelOptions
{
    /// <summary>Form of the values.</summary>
    public NumberStyle Style { get; init; } = NumberStyle.Compact;

    /// <summary>True for one scale of values in all panels, so that heights compare; false for one each, so that shapes compare. A note says which.</summary>
    public bool SharedScale { get; init; } = true;

    /// <summary>What the years of the series are: with <see cref="PeriodAxis.Months"/> they are numbers of months.</summary>
    public PeriodAxis Axis { get; init; }

    /// <summary>Width in units.</summary>
    public double Width { get; init; } = 640;

    /// <summary>Width a panel has at least, in units.</summary>
    public double LeastPanelWidth { get; init; } = 140;

    /// <summary>Height of a panel, in units.</summary>
    public double PanelHeight { get; init; } = 116;
}

/// <summary>A grid of small charts of lines, one a subject, on the same years.</summary>
public static class SmallMultiples
{
    private const double Gap = 16;
    private const double LineHeight = 15;

    /// <summary>Draws the grid.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="panels">In the order of reading; the series of a number have one colour in all.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures names and numbers.</param>
    public static Figure Draw(Credits credits, IReadOnlyList<Panel> panels, PanelOptions options, FontMetrics metrics)
    {
        var (all, standing) = EstimateMarks.Of([.. panels.SelectMany(panel => panel.Series)]);
        panels = Refilled(panels, all);
        var (first, last, least, greatest, _) = Plot.Extent(all);
        var columns = Math.Clamp((int)((options.Width + Gap) / (options.LeastPanelWidth + Gap)), 1, Math.Max(1, panels.Count));
        var width = (options.Width - ((columns - 1) * Gap)) / columns;
        // Names may take several lines: those of all panels begin at one height, and the pictures below the longest.
        var names = panels.Select(panel => metrics.Wrap(panel.Name, width, TextSize.Strong)).ToList();
        var more = (names.Count == 0 ? 0 : names.Max(lines => lines.Count) - 1) * LineHeight;
        var marks = new List<Mark>(panels.Count * 16);
        for (var i = 0; i < panels.Count; i++)
        {
            if (!options.SharedScale)
                (_, _, least, greatest, _) = Plot.Extent(panels[i].Series);
            var ticks = Ticks.Nice(Math.Min(0, least), Math.Max(0, greatest), 3);
            AddPanel(marks, panels[i], names[i], new(first, last), ticks, Framed(i % columns * (width + Gap), i / columns * (options.PanelHeight + more), width, options.PanelHeight + more), 24 + more, options, credits.Unit, metrics);
        }

        var bottom = AddLegend(marks, panels, Math.Max(20, Math.Ceiling(panels.Count / (double)columns) * (options.PanelHeight + more)), options.Width, metrics);
        var twin = panels.SelectMany(panel => panel.Series.Select(one => panel.Series.Count == 1 ? one with { Name = panel.Name } : one with { Name = new($"{panel.Name.Es}, {one.Name.Es}", $"{panel.Name.En}, {one.Name.En}", $"{panel.Name.Fr}, {one.Name.Fr}") })).ToArray();
        return new()
        {
            Credits = credits.WithNotes(standing).WithNotes([options.SharedScale
                ? new("Todos los recuadros tienen la misma escala.", "All panels have the same scale.", "Tous les cadres ont la même échelle.")
                : new("Cada recuadro tiene su propia escala: compárense las formas, no las alturas.", "Each panel has its own scale: compare shapes, not heights.", "Chaque cadre a sa propre échelle : comparez les formes, non les hauteurs.")]),
            Width = options.Width,
            Height = bottom,
            Marks = marks,
            MakeTable = () => SeriesTable.Of(twin, credits.Unit, options.Style.Form == NumberForm.Compact ? NumberStyle.Whole : options.Style, options.Axis),
            TextAlternative = SeriesTable.Words(twin, options.Style, options.Axis),
        };
    }

    /// <summary>Names the series under the grid when a panel has several; a single one is named by its panel.</summary>
    private static double AddLegend(List<Mark> marks, IReadOnlyList<Panel> panels, double bottom, double width, FontMetrics metrics)
    {
        if (panels.MaxBy(panel => panel.Series.Count) is not { Series.Count: > 1 } richest)
            return bottom;
        var legend = new Legend(metrics, 0, bottom, width);
        for (var i = 0; i < richest.Series.Count; i++)
            legend.AddLine(marks, richest.Series[i].Name, Plot.LineClass(i));
        return legend.Bottom;
    }

    /// <summary>The panels with other series in the places of theirs.</summary>
    private static IReadOnlyList<Panel> Refilled(IReadOnlyList<Panel> panels, IReadOnlyList<Series> all)
    {
        var at = 0;
        return [.. panels.Select(panel => panel with { Series = [.. Enumerable.Range(0, panel.Series.Count).Select(_ => all[at++])] })];
    }

    private static Box Framed(double left, double top, double width, double height) => new(left, top, left + width, top + height);

    private static void AddPanel(
        List<Mark> marks, Panel panel, IReadOnlyList<Text> name, (int First, int Last) years, double[] ticks, Box frame, double head, PanelOptions options, Text unit, FontMetrics metrics)
    {
        var axisStyle = Lines.AxisStyle(options.Style.Form == NumberForm.Compact ? NumberStyle.Whole : options.Style, ticks);
        var gutter = 0.0;
        foreach (var tick in ticks)
            gutter = Math.Max(gutter, metrics.Width(tick, axisStyle, TextSize.Small));
        var area = new Box(frame.Left + gutter + 8, frame.Top + head, frame.Right - 6, frame.Bottom - 26);
        var plot = new Plot(area, years.First, years.Last, ticks[0], ticks[^1]);
        for (var line = 0; line < name.Count; line++)
        {
            var isFirst = line == 0 && panel.Href is not null;
            marks.Add(new LabelMark(frame.Left, frame.Top + 12 + (line * LineHeight), name[line], TextSize.Strong) { Href = isFirst ? panel.Href : null, Title = isFirst ? Caption.FromText(panel.Name) : (Caption?)null });
        }

        plot.AddGrid(marks, ticks, axisStyle);
        var (firstYear, lastYear) = (Months.On(options.Axis, years.First), Months.On(options.Axis, years.Last));
        marks.Add(new LabelMark(area.Left, area.Bottom + 14, firstYear, TextSize.Small) { Class = "soft" });
        if (years.Last > years.First)
            marks.Add(new LabelMark(area.Right, area.Bottom + 14, lastYear, TextSize.Small, Anchor.End) { Class = "soft" });
        for (var i = 0; i < panel.Series.Count; i++)
        {
            plot.AddLine(marks, panel.Series[i], i);
            plot.AddPoints(marks, panel.Series[i], i, panel.Series[i].Points.Count > 40 ? 1.4 : 2, options.Style, unit, options.Axis);
        }
    }
}
