using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>What ranked bars show.</summary>
public sealed record BarOptions
{
    /// <summary>How many of the greatest are drawn; the rest is in the table.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Form of the values beside the bars.</summary>
    public NumberStyle Style { get; init; } = NumberStyle.Whole;

    /// <summary>What the values are shares of, or null for no shares.</summary>
    public double? Total { get; init; }

    /// <summary>What one bar stands for, many, as it is counted in the note: "corredores".</summary>
    public Text Counted { get; init; } = new("áreas", "areas", "zones");

    /// <summary>Address an area leads to, or null for none.</summary>
    public Func<Area, string?>? Href { get; init; }

    /// <summary>Id of an area whose bar stands out, or null.</summary>
    public string? Focus { get; init; }

    /// <summary>Width in units. Below <see cref="RankedBars.NamesAbove"/> names stand above their bars.</summary>
    public double Width { get; init; } = 560;
}

/// <summary>Horizontal bars from the greatest value to the least, with names and values.</summary>
public static class RankedBars
{
    /// <summary>Narrower figures have names above the bars instead of beside them.</summary>
    public const double NamesAbove = 420;

    private const double RowHeight = 26;
    private const double TallRowHeight = 42;
    private const double BarHeight = 16;

    /// <summary>Draws the bars.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="values">One number an area, in any order; what is missing is counted in a note, not drawn.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures names and values.</param>
    public static Figure Draw(Credits credits, IReadOnlyList<AreaDatum> values, BarOptions options, FontMetrics metrics)
    {
        (values, var standing) = EstimateMarks.Of(values);
        var ranking = Ranking.Of(values);
        var count = Math.Min(ranking.Known, Math.Max(1, options.Top));
        var drawn = ranking.All[..count];
        var names = new Text[count];
        var shares = new Text?[count];
        var (nameWidth, valueWidth, least, greatest, estimates) = (0.0, 0.0, 0.0, 0.0, false);
        for (var i = 0; i < count; i++)
        {
            var (area, datum) = drawn[i];
            var value = datum.Value!.Value;
            names[i] = area.ShortName;
            shares[i] = options.Total is > 0 ? Share(value / options.Total.Value) : null;
            nameWidth = Math.Max(nameWidth, metrics.Width(names[i], TextSize.Body));
            valueWidth = Math.Max(valueWidth, metrics.Width(value, options.Style, TextSize.Strong) + (shares[i] is { } share ? 4 + metrics.Width(share, TextSize.Strong) : 0));
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
            estimates |= datum.IsEstimate;
        }

        var stacked = options.Width < NamesAbove;
        var gutter = stacked ? 0 : Math.Min(nameWidth, options.Width * 0.36) + 10;
        var room = Math.Max(24, options.Width - gutter - valueWidth - 10);
        var perUnit = greatest > least ? room / (greatest - least) : 0;
        var zero = gutter - (least * perUnit);
        var row = stacked ? TallRowHeight : RowHeight;
        var marks = new List<Mark>(count + 8);
        for (var i = 0; i < count; i++)
        {
            var (area, datum) = drawn[i];
            var value = datum.Value!.Value;
            var top = i * row;
            var barTop = stacked ? top + 19 : top + ((row - BarHeight) / 2);
            var bar = new RectMark(zero + Math.Min(0, value * perUnit), barTop, Math.Abs(value * perUnit), BarHeight) { Class = area.Id == options.Focus ? "s2" : "s1" };
            var parts = new List<Mark>(5)
            {
                // The whole row takes the pointer.
                new RectMark(0, top, options.Width, row) { Class = "target" },
                new LabelMark(stacked ? 0 : gutter - 8, stacked ? top + 14 : barTop + 12.5, metrics.Fit(names[i], stacked ? options.Width : gutter - 8, TextSize.Body), TextSize.Body, stacked ? Anchor.Start : Anchor.End),
                bar,
            };
            if (datum.IsEstimate)
                parts.Add(bar with { Class = "over" });
            parts.Add(new LabelMark(zero + Math.Max(0, value * perUnit) + 6, barTop + 12.5, new(null, value, options.Style, shares[i]), TextSize.Strong));
            marks.Add(new GroupMark(parts) { Href = options.Href?.Invoke(area), Title = new(area.ShortName, value, options.Style, After(credits.Unit, datum)) });
        }

        var bottom = count * row;
        if (least < 0)
            marks.Add(new LineMark(zero, 0, zero, bottom) { Class = "axis" });
        if (estimates)
        {
            var legend = new Legend(metrics, 0, bottom, options.Width);
            legend.Add(marks, new("estimado o imputado", "estimated or imputed", "estimé ou imputé"), "s1", "over");
            bottom = legend.Bottom;
        }

        var missing = values.Where(one => one.Datum.Value is null).ToArray();
        return new()
        {
            Credits = credits.WithNotes(standing).WithNotes(Notes(count, ranking.Known, missing.Length, options)),
            Width = options.Width,
            Height = Math.Max(bottom, 20),
            Marks = marks,
            MakeTable = () => ranking.Table(credits.Unit, options.Style, options.Href, []),
            TextAlternative = ranking.Words(options.Style, missing),
        };
    }

    private static Text Share(double share) =>
        Text.Same(share is > 0 and < 0.0005 ? "(< {0})" : "({0})").With(Numbers.In(share is > 0 and < 0.0005 ? 0.1 : 100 * share, NumberStyle.Percent));

    private static Text After(Text unit, Datum datum) =>
        datum.StatusWords is { } status ? new($"{unit.Es} {status.Es}", $"{unit.En} {status.En}", $"{unit.Fr} {status.Fr}") : unit;

    private static List<Text> Notes(int drawn, int known, int missing, BarOptions options)
    {
        var notes = new List<Text>(2);
        var counted = options.Counted;
        if (drawn < known)
            notes.Add(new($"Se muestran {drawn} de {known} {counted.Es}; todas las cifras están en la tabla.", $"The top {drawn} of {known} {counted.En} are shown; all figures are in the table.", $"{drawn} {counted.Fr} sur {known} sont affichés ; tous les chiffres sont dans le tableau."));
        if (missing > 0)
            notes.Add(new($"Sin datos: {missing} de {known + missing} {counted.Es}.", $"No data: {missing} of {known + missing} {counted.En}.", $"Sans données : {missing} {counted.Fr} sur {known + missing}."));
        return notes;
    }
}
