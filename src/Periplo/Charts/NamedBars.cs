using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>One bar under a name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its length; not negative.</param>
/// <param name="Href">Address it leads to, or null.</param>
public readonly record struct NamedValue(Text Name, double Value, string? Href = null);

/// <summary>Horizontal bars of things that are no areas, in the order given, with their share of a named total.</summary>
public static class NamedBars
{
    private const double RowHeight = 42;
    private const double BarHeight = 16;

    /// <summary>Draws the bars, each under its name so that long names fit on a phone.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="values">One a bar.</param>
    /// <param name="total">What the values are shares of, or null for none.</param>
    /// <param name="of">What the bars are, for the head of the table.</param>
    /// <param name="metrics">Measures names and values.</param>
    /// <param name="width">Width in units.</param>
    public static Figure Draw(Credits credits, IReadOnlyList<NamedValue> values, double? total, Text of, FontMetrics metrics, double width = 360)
    {
        var greatest = values.Count == 0 ? 0 : values.Max(one => one.Value);
        var captions = values.Select(one => total is > 0 ? Share(one.Value / total.Value) : null).ToList();
        var room = 0.0;
        for (var i = 0; i < values.Count; i++)
            room = Math.Max(room, metrics.Width(values[i].Value, NumberStyle.Whole, TextSize.Strong) + (captions[i] is { } share ? 4 + metrics.Width(share, TextSize.Strong) : 0));
        var perUnit = greatest > 0 ? Math.Max(24, width - room - 10) / greatest : 0;
        var marks = new List<Mark>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            var one = values[i];
            var top = i * RowHeight;
            marks.Add(new GroupMark(
            [
                new RectMark(0, top, width, RowHeight) { Class = "target" },
                new LabelMark(0, top + 14, metrics.Fit(one.Name, width, TextSize.Body), TextSize.Body),
                new RectMark(0, top + 19, one.Value * perUnit, BarHeight) { Class = "s1" },
                new LabelMark((one.Value * perUnit) + 6, top + 31.5, new(null, one.Value, NumberStyle.Whole, captions[i]), TextSize.Strong),
            ]) { Href = one.Href, Title = new(one.Name, one.Value, NumberStyle.Whole, credits.Unit) });
        }

        string Alternative(Language language) => string.Join("; ", values.Select((one, i) => $"{one.Name.In(language)}: {Numbers.Format(one.Value, NumberStyle.Whole, language)} {captions[i]?.In(language)}".TrimEnd()));
        return new()
        {
            Credits = credits,
            Width = width,
            Height = Math.Max(20, values.Count * RowHeight),
            Marks = marks,
            MakeTable = () => new(
                [new(of), new(credits.Unit, credits.Unit, NumberStyle.Whole)],
                [.. values.Select(one => (Cell[])[Cell.Of(one.Name, one.Href), Cell.Of(new Datum(one.Value))])]),
            TextAlternative = new($"{Alternative(Language.Es)}.", $"{Alternative(Language.En)}.", $"{Alternative(Language.Fr)}."),
        };
    }

    private static Text Share(double share) =>
        Text.Same("({0})").With(Numbers.In(100 * share, NumberStyle.Percent));
}
