using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>A row of a chart of intervals.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Point">The value that stands out in the interval.</param>
/// <param name="Other">A value by another method, which may lie outside the interval; null where there is none.</param>
public sealed record Interval(Text Name, double Low, double High, double Point, double? Other)
{
    /// <summary>Address the row leads to, or null.</summary>
    public string? Href { get; init; }
}

/// <summary>What the marks of a chart of intervals mean, for its legend; null for a mark that is not drawn.</summary>
/// <param name="Range">The interval.</param>
/// <param name="Point">The filled point.</param>
/// <param name="Other">The hollow point.</param>
public sealed record IntervalWords(Text? Range, Text Point, Text? Other);

/// <summary>What a chart of intervals shows.</summary>
/// <param name="Words">The legend.</param>
/// <param name="Style">Form of the values beside the rows.</param>
/// <param name="Table">The table twin.</param>
/// <param name="Width">Width in units. Below <see cref="RankedBars.NamesAbove"/> names stand above their rows.</param>
public sealed record IntervalOptions(IntervalWords Words, NumberStyle Style, Func<FigureTable> Table, double Width = 760);

/// <summary>Horizontal intervals with a point in each and, hollow, a value by another method; in the order given.</summary>
public static class IntervalBars
{
    private const double AxisHeight = 20;
    private const double RowHeight = 26;
    private const double TallRowHeight = 42;
    private const double BarHeight = 8;

    /// <summary>Draws the rows.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="rows">One or more; all values finite.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures names and values.</param>
    public static Figure Draw(Credits credits, IReadOnlyList<Interval> rows, IntervalOptions options, FontMetrics metrics)
    {
        var stacked = options.Width < RankedBars.NamesAbove;
        var names = rows.Select(row => metrics.Width(row.Name, TextSize.Body)).DefaultIfEmpty(0).Max();
        var values = rows.Select(row => metrics.Width(row.Point, options.Style, TextSize.Strong)).DefaultIfEmpty(0).Max();
        var gutter = stacked ? 8 : Math.Min(names, options.Width * 0.36) + 14;
        var right = options.Width - values - 16;
        var least = rows.Select(row => Math.Min(row.Low, row.Other ?? row.Low)).Append(0).Min();
        var greatest = rows.Select(row => Math.Max(row.High, row.Other ?? row.High)).Append(0).Max();
        var ticks = Ticks.Nice(least, greatest, stacked ? 3 : 5);
        var height = stacked ? TallRowHeight : RowHeight;
        var bottom = AxisHeight + (rows.Count * height);
        double X(double value) => gutter + ((right - gutter) * (value - ticks[0]) / (ticks[^1] - ticks[0]));

        var marks = new List<Mark>((rows.Count * 2) + 16);
        var axis = Lines.AxisStyle(options.Style.Form == NumberForm.Percent ? options.Style : NumberStyle.Whole, ticks);
        foreach (var tick in ticks)
        {
            marks.Add(new LineMark(X(tick), AxisHeight - 4, X(tick), bottom) { Class = tick == 0 ? "axis" : "grid" });
            marks.Add(new LabelMark(X(tick), AxisHeight - 8, Caption.Number(tick, axis), TextSize.Small, tick == ticks[0] && stacked ? Anchor.Start : Anchor.Middle) { Class = "soft" });
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var top = AxisHeight + (i * height);
            var middle = stacked ? top + 28 : top + (height / 2);
            var parts = new List<Mark>(6)
            {
                new RectMark(0, top, options.Width, height) { Class = "target" },
                new LabelMark(stacked ? gutter + 4 : gutter - 12, stacked ? top + 15 : middle + 4.5, metrics.Fit(row.Name, stacked ? options.Width - gutter - 4 : gutter - 12, TextSize.Body), TextSize.Body, stacked ? Anchor.Start : Anchor.End) { Class = "halo" },
                new RectMark(X(row.Low), middle - (BarHeight / 2), Math.Max(1.5, X(row.High) - X(row.Low)), BarHeight) { Class = "q3" },
                new CircleMark(X(row.Point), middle, 5) { Class = "dot point s5" },
            };
            if (row.Other is { } other)
                parts.Add(new CircleMark(X(other), middle, 4.2) { Class = "point hollow" });
            parts.Add(new LabelMark(options.Width, middle + 4.5, Caption.Number(row.Point, options.Style), TextSize.Strong, Anchor.End));
            marks.Add(new GroupMark(parts) { Href = row.Href, Title = new(row.Name, row.Point, options.Style, credits.Unit) });
        }

        return new()
        {
            Credits = credits,
            Width = options.Width,
            Height = AddLegend(marks, options, bottom + 6, metrics),
            Marks = marks,
            MakeTable = options.Table,
            TextAlternative = Alternative(rows, options),
            LinksInTabOrder = false,
        };
    }

    private static double AddLegend(List<Mark> marks, IntervalOptions options, double top, FontMetrics metrics)
    {
        var (x, y) = (0.0, top);
        void Add(Text? words, Func<double, double, Mark> sample)
        {
            if (words is null)
                return;
            var needed = 26 + metrics.Width(words, TextSize.Small) + 14;
            if (x > 0 && x + needed > options.Width)
                (x, y) = (0, y + 20);
            marks.Add(sample(x + 10, y + 10));
            marks.Add(new LabelMark(x + 26, y + 14, metrics.Fit(words, options.Width - x - 26, TextSize.Small), TextSize.Small));
            x += needed;
        }

        Add(options.Words.Range, (cx, cy) => new RectMark(cx - 10, cy - (BarHeight / 2), 20, BarHeight) { Class = "q3" });
        Add(options.Words.Point, (cx, cy) => new CircleMark(cx, cy, 5) { Class = "dot point s5" });
        Add(options.Words.Other, (cx, cy) => new CircleMark(cx, cy, 4.2) { Class = "point hollow" });
        return y + 22;
    }

    private static Text Alternative(IReadOnlyList<Interval> rows, IntervalOptions options)
    {
        if (rows.Count == 0)
            return new("No hay datos.", "There are no data.", "Il n’y a pas de données.");
        string In(double value, Language language) => Numbers.Format(value, options.Style, language);
        var first = rows[0];
        return new(
            $"{rows.Count} intervalos. El primero, {first.Name.Es}: de {In(first.Low, Language.Es)} a {In(first.High, Language.Es)}, con el punto en {In(first.Point, Language.Es)}.",
            $"{rows.Count} ranges. The first, {first.Name.En}: {In(first.Low, Language.En)} to {In(first.High, Language.En)}, with the point at {In(first.Point, Language.En)}.",
            $"{rows.Count} fourchettes. La première, {first.Name.Fr} : de {In(first.Low, Language.Fr)} à {In(first.High, Language.Fr)}, avec le point à {In(first.Point, Language.Fr)}.");
    }
}
