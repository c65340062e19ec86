using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>A bar of categories: its name and the numbers of its parts, one after the other.</summary>
/// <param name="Name">Name beside the bar.</param>
/// <param name="Parts">A number for each part of <see cref="CategoryOptions.Parts"/>; not negative.</param>
public sealed record CategoryBar(Text Name, IReadOnlyList<double> Parts)
{
    /// <summary>Address the bar leads to, or null.</summary>
    public string? Href { get; init; }

    /// <summary>Whether the bar stands in the table alone, because it would dwarf the others; the caller's notes say so.</summary>
    public bool IsInTableOnly { get; init; }

    /// <summary>Whether the bar stands for what is not known, which is hatched as on maps.</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>What bars of categories show.</summary>
public sealed record CategoryOptions
{
    /// <summary>What the categories are, head of the first column of the table.</summary>
    public required Text Category { get; init; }

    /// <summary>Names of the parts of a bar; one for bars that are not divided.</summary>
    public required IReadOnlyList<Text> Parts { get; init; }

    /// <summary>What the bars are shares of, or null for no shares.</summary>
    public double? Total { get; init; }

    /// <summary>Form of the values.</summary>
    public NumberStyle Style { get; init; } = NumberStyle.Whole;

    /// <summary>Width in units. Below <see cref="RankedBars.NamesAbove"/> names stand above their bars.</summary>
    public double Width { get; init; } = 560;
}

/// <summary>Horizontal bars of named categories in the order given, whole or divided into parts told apart by a legend.</summary>
public static class CategoryBars
{
    private const double RowHeight = 28;
    private const double TallRowHeight = 44;
    private const double BarHeight = 18;

    /// <summary>Draws the bars.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="bars">From top to bottom.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures names and values.</param>
    public static Figure Draw(Credits credits, IReadOnlyList<CategoryBar> bars, CategoryOptions options, FontMetrics metrics)
    {
        var drawn = bars.Where(bar => !bar.IsInTableOnly).ToList();
        var marks = new List<Mark>((bars.Count * 5) + 8);
        var top = 0.0;
        var shown = Enumerable.Range(0, options.Parts.Count).Where(p => drawn.Exists(bar => bar.Parts[p] > 0)).ToList();
        if (shown.Count > 1)
        {
            var legend = new Legend(metrics, 0, 0, options.Width);
            foreach (var p in shown)
                legend.Add(marks, options.Parts[p], PartClass(p));
            top = legend.Bottom + 4;
        }

        var (nameWidth, valueWidth, greatest) = (0.0, 0.0, 0.0);
        foreach (var bar in drawn)
        {
            nameWidth = Math.Max(nameWidth, metrics.Width(bar.Name, TextSize.Body));
            valueWidth = Math.Max(valueWidth, metrics.Width(Whole(bar), options.Style, TextSize.Strong) + (Share(bar, options) is { } share ? 4 + metrics.Width(share, TextSize.Strong) : 0));
            greatest = Math.Max(greatest, Whole(bar));
        }

        var stacked = options.Width < RankedBars.NamesAbove;
        var gutter = stacked ? 0 : Math.Min(nameWidth, options.Width * 0.4) + 10;
        var perUnit = greatest > 0 ? Math.Max(24, options.Width - gutter - valueWidth - 10) / greatest : 0;
        var row = stacked ? TallRowHeight : RowHeight;
        foreach (var bar in drawn)
        {
            marks.Add(Row(bar, options, metrics, new(stacked, top, row, gutter, perUnit), credits.Unit));
            top += row;
        }

        return new()
        {
            Credits = credits,
            Width = options.Width,
            Height = Math.Max(top, 20),
            Marks = marks,
            MakeTable = () => Table(bars, options, credits.Unit),
            TextAlternative = Words(bars, options),
        };
    }

    private static GroupMark Row(CategoryBar bar, CategoryOptions options, FontMetrics metrics, Placing at, Text unit)
    {
        var barTop = at.Stacked ? at.Top + 20 : at.Top + ((at.Height - BarHeight) / 2);
        var parts = new List<Mark>(6)
        {
            // The whole row takes the pointer.
            new RectMark(0, at.Top, options.Width, at.Height) { Class = "target" },
            new LabelMark(at.Stacked ? 0 : at.Gutter - 8, at.Stacked ? at.Top + 15 : barTop + 13.5, metrics.Fit(bar.Name, at.Stacked ? options.Width : at.Gutter - 8, TextSize.Body), TextSize.Body, at.Stacked ? Anchor.Start : Anchor.End),
        };
        var x = at.Gutter;
        for (var p = 0; p < bar.Parts.Count; p++)
        {
            var width = bar.Parts[p] * at.PerUnit;
            if (width > 0)
                parts.Add(new RectMark(x, barTop, width, BarHeight) { Class = bar.IsUnknown ? "swatch miss" : PartClass(p) });
            x += width;
        }

        parts.Add(new LabelMark(x + 6, barTop + 13.5, new(null, Whole(bar), options.Style, Share(bar, options)), TextSize.Strong));
        return new(parts) { Href = bar.Href, Title = new(bar.Name, Whole(bar), options.Style, unit) };
    }

    private static double Whole(CategoryBar bar) => bar.Parts.Sum();

    private static string PartClass(int part) => part == 0 ? "s1" : part == 1 ? "q2" : $"s{part + 1}";

    private static Text? Share(CategoryBar bar, CategoryOptions options) => options.Total is > 0 and { } total
        ? Text.Same("({0})").With(Numbers.In(100 * Whole(bar) / total, NumberStyle.Percent))
        : null;

    private static FigureTable Table(IReadOnlyList<CategoryBar> bars, CategoryOptions options, Text unit)
    {
        var columns = new List<TableColumn> { new(options.Category) };
        columns.AddRange(options.Parts.Select(part => new TableColumn(part, unit, options.Style)));
        if (options.Parts.Count > 1)
            columns.Add(new(new("Total", "Total", "Total"), unit, options.Style));
        if (options.Total is { } of)
        {
            var total = Numbers.In(of, options.Style);
            columns.Add(new(new($"% de {total.Es}", $"% of {total.En}", $"% de {total.Fr}"), new($"% de {total.Es}", $"% of {total.En}", $"% de {total.Fr}"), NumberStyle.Percent));
        }

        return new(columns, [.. bars.Select(bar =>
        {
            var cells = new List<Cell> { Cell.Of(bar.Name, bar.Href) };
            cells.AddRange(bar.Parts.Select(part => Cell.Of(part)));
            if (options.Parts.Count > 1)
                cells.Add(Cell.Of(Whole(bar)));
            if (options.Total is { } total)
                cells.Add(Cell.Of(total > 0 ? 100 * Whole(bar) / total : null));
            return cells.ToArray();
        })]);
    }

    private static Text Words(IReadOnlyList<CategoryBar> bars, CategoryOptions options)
    {
        if (bars.Count == 0)
            return new("No hay datos.", "There are no data.", "Il n’y a pas de données.");
        string In(Language language) => string.Join("; ", bars.Select(bar => $"{bar.Name.In(language)}: {Numbers.Format(Whole(bar), options.Style, language)}{(Share(bar, options) is { } share ? $" {share.In(language)}" : "")}"));
        return new($"{In(Language.Es)}.", $"{In(Language.En)}.", $"{In(Language.Fr)}.");
    }

    private readonly record struct Placing(bool Stacked, double Top, double Height, double Gutter, double PerUnit);
}
