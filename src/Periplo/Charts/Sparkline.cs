using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>A line of the size of a word, without axes, for a tile; its last value is marked.</summary>
public static class Sparkline
{
    /// <summary>Draws the line.</summary>
    /// <param name="credits">Title, unit, sources, notes: a small picture has credits as well.</param>
    /// <param name="series">The values.</param>
    /// <param name="style">Form of the values in words and table.</param>
    /// <param name="width">Width in units.</param>
    /// <param name="height">Height in units.</param>
    public static Figure Draw(Credits credits, Series series, NumberStyle style, double width = 120, double height = 32)
    {
        Series[] all = [series];
        var (first, last, least, greatest, _) = Plot.Extent(all);
        var plot = new Plot(new(4, 4, width - 4, height - 4), first, last, Math.Min(0, least), Math.Max(0, greatest));
        var marks = new List<Mark>(4);
        plot.AddLine(marks, series, 0);
        for (var i = series.Points.Count - 1; i >= 0; i--)
        {
            var (year, datum) = series.Points[i];
            if (datum.Value is not { } value)
                continue;
            marks.Add(new CircleMark(plot.X(year), plot.Y(value), 3) { Class = datum.IsEstimate ? "point hollow" : Plot.PointClass(0) });
            break;
        }

        return new()
        {
            Credits = credits,
            Width = width,
            Height = height,
            Marks = marks,
            MakeTable = () => SeriesTable.Of(all, credits.Unit, style.Form == NumberForm.Compact ? NumberStyle.Whole : style),
            TextAlternative = SeriesTable.Words(all, style),
        };
    }
}
