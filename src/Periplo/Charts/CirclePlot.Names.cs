using Periplo.Languages;

namespace Periplo.Charts;

/// <content>Names and numbers around the circle.</content>
public static partial class CirclePlot
{
    private const double LabelGap = 9;
    private const double LabelHeight = 16;
    private const double NumberRoom = 15;

    // The diagonal of a number of two digits: so far apart they do not touch at any place of the circle.
    private const double NumberStep = 17.5;
    private const double ListRow = 17;
    private const double MostRadius = 262;
    private const double LeastRadius = 110;

    // Room for the names at either side takes at most this share of the width.
    private const double MostNames = 0.24;

    /// <summary>A circle with room for names at its sides.</summary>
    private static Frame Beside(CircleLayout layout, CircleOptions options, FontMetrics metrics)
    {
        var widest = layout.Sectors.Select(sector => metrics.Width(sector.Area.Name, TextSize.Body)).DefaultIfEmpty(0).Max();
        var names = Math.Min(widest + 8, options.Width * MostNames);
        var radius = Math.Clamp((options.Width / 2) - names - LabelGap, LeastRadius, MostRadius);
        var height = 2 * (radius + LabelGap + LabelHeight);
        return new(new(options.Width / 2, height / 2), radius, height);
    }

    private static Frame Numbered(CircleOptions options)
    {
        var radius = (options.Width / 2) - NumberRoom - 4;
        return new(new(options.Width / 2, radius + NumberRoom + 4), radius, 2 * (radius + NumberRoom + 4));
    }

    private static bool IsRight(CircleSector sector) => Math.Sin(sector.Middle) >= 0;

    // A name farther from its sector is not seen to be its name.
    private const double FarthestName = 44;

    /// <summary>
    /// Names beside their sectors: level, outside the circle, a leader where a name had to move. Where many small sectors stand
    /// together the smallest go without, until none is far from its own; each has its name in its title and in the table.
    /// </summary>
    private static Mark[][] NamesAround(CircleLayout layout, Frame frame, CircleOptions options, FontMetrics metrics)
    {
        var names = new Mark[layout.Sectors.Count][];
        Array.Fill(names, []);
        foreach (var right in (ReadOnlySpan<bool>)[true, false])
        {
            double Wanted(int i) => frame.Circle.At(layout.Sectors[i].Middle, frame.Radius + LabelGap).Y;
            List<int> side = [.. Enumerable.Range(0, layout.Sectors.Count).Where(i => IsRight(layout.Sectors[i]) == right).OrderBy(Wanted)];
            double[] Spread() => CircleLabels.Spread([.. side.Select(Wanted)], LabelHeight, LabelHeight / 2, frame.Bottom - (LabelHeight / 2));
            var places = Spread();
            while (side.Where((i, n) => Math.Abs(places[n] - Wanted(i)) > FarthestName || (n > 0 && places[n] - places[n - 1] < LabelHeight - 0.01)).Any())
            {
                side.Remove(side.MinBy(i => layout.Sectors[i].To - layout.Sectors[i].From));
                places = Spread();
            }

            for (var n = 0; n < side.Count; n++)
                names[side[n]] = NameAt(layout.Sectors[side[n]], places[n], right, frame, options, metrics);
        }

        return names;
    }

    private static Mark[] NameAt(CircleSector sector, double y, bool right, Frame frame, CircleOptions options, FontMetrics metrics)
    {
        // The edge of the label that is nearest to the level of the centre must clear the circle.
        var clear = frame.Radius + LabelGap;
        var level = Math.Max(0, Math.Abs(y - frame.Circle.Y) - (LabelHeight / 2));
        var reach = level < clear ? Math.Sqrt((clear * clear) - (level * level)) : 0;
        var x = frame.Circle.X + ((right ? 1 : -1) * Math.Max(reach, 3));
        var room = right ? options.Width - x : x;
        var label = new LabelMark(x, y + 4.5, metrics.Fit(sector.Area.Name, room, TextSize.Body), TextSize.Body, right ? Anchor.Start : Anchor.End);
        var edge = frame.Circle.At(sector.Middle, frame.Radius + 1.5);
        var (dx, dy) = (x - edge.X, y - edge.Y);
        return Math.Sqrt((dx * dx) + (dy * dy)) > LabelGap + 7
            ? [new LineMark(edge.X, edge.Y, x + (right ? -2 : 2), y) { Class = "leader" }, label]
            : [label];
    }

    /// <summary>The place of each sector in the list, beside it.</summary>
    private static Mark[][] NumbersAround(CircleLayout layout, Frame frame)
    {
        var radius = frame.Radius + (NumberRoom / 2) + 2;
        var places = CircleLabels.Spread([.. layout.Sectors.Select(sector => sector.Middle)], NumberStep / radius, 0, Math.Tau - (NumberStep / radius));
        return [.. layout.Sectors.Select((sector, i) =>
        {
            var (x, y) = frame.Circle.At(places[i], radius);
            return (Mark[])[new LabelMark(x, y + 4, Text.Same($"{i + 1}"), TextSize.Small, Anchor.Middle)];
        })];
    }

    /// <summary>Names of the numbered sectors, in two columns where they fit.</summary>
    private static double AddNames(List<Mark> marks, CircleLayout layout, double top, CircleOptions options, FontMetrics metrics)
    {
        const double Column = 150;
        const double Indent = 32;
        var columns = Math.Max(1, (int)(options.Width / Column));
        var rows = (layout.Sectors.Count + columns - 1) / columns;
        var width = options.Width / columns;
        for (var i = 0; i < layout.Sectors.Count; i++)
        {
            var area = layout.Sectors[i].Area;
            var (x, y) = (i / rows * width, top + (i % rows * ListRow));
            marks.Add(new RectMark(x, y + 4, 7, 9) { Class = area.Group.Class });
            marks.Add(new LabelMark(x + 27, y + 12, Text.Same($"{i + 1}"), TextSize.Small, Anchor.End) { Class = "soft" });
            marks.Add(new LabelMark(x + Indent, y + 12, metrics.Fit(area.Name, width - Indent - 4, TextSize.Small), TextSize.Small) { Href = area.Href });
        }

        return top + (rows * ListRow) + 4;
    }
}
