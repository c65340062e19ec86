using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>
/// Flows between areas as ribbons across a circle, in the manner of G. Abel and N. Sander (2014), "Quantifying global
/// international migration flows", Science 343, 1520–1522. A ribbon has the colour of its origin, begins flush with the
/// sector it leaves, and ends in a point a gap before the one it reaches, so that the direction is seen without colour.
/// </summary>
public static partial class CirclePlot
{
    /// <summary>Narrower figures number their sectors and list the names under the circle.</summary>
    public const double NamesBeside = 560;

    private const double RingWidth = 11;
    private const double RibbonGap = 2;
    private const double HeadGap = 7;
    private const double WidestSample = 12;

    // The edge in the colour of the ground that parts ribbons would be all there is to see of one thinner than this.
    private const double Thin = 2.5;

    /// <summary>Draws the circle.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="areas">The areas, clockwise from the top; those of a group are put side by side.</param>
    /// <param name="flows">The flows, at most one of each origin and destination; what is missing is counted in a note, not drawn.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures names.</param>
    /// <exception cref="ArgumentException">A flow names an area that is not given, or an area is given twice.</exception>
    public static Figure Draw(Credits credits, IReadOnlyList<CircleArea> areas, IReadOnlyList<CircleFlow> flows, CircleOptions options, FontMetrics metrics)
    {
        var layout = CircleLayout.Of(areas, flows, options.Threshold);
        var beside = options.Width >= NamesBeside;
        var frame = beside ? Beside(layout, options, metrics) : Numbered(options);
        var marks = new List<Mark>(layout.Ribbons.Count + (layout.Sectors.Count * 2) + 32);
        DrawRibbons(marks, layout, frame, credits.Unit, options);
        var names = beside ? NamesAround(layout, frame, options, metrics) : NumbersAround(layout, frame);
        DrawSectors(marks, layout, frame, names, credits.Unit, options);
        var bottom = AddKey(marks, layout, frame, options, metrics);
        if (!beside)
            bottom = AddNames(marks, layout, bottom, options, metrics);
        return new()
        {
            Credits = credits.WithNotes(Notes(flows, layout, names.Count(name => name.Length == 0), options)),
            Width = options.Width,
            Height = bottom,
            Marks = marks,
            MakeTable = () => Table(areas, flows, credits.Unit, options),
            TextAlternative = Alternative(areas, flows, layout, options),
            LinksInTabOrder = false,
        };
    }

    /// <summary>The least round number that at most <paramref name="most"/> of the values reach; 0 when all may be drawn.</summary>
    /// <param name="values">The flows, in any order.</param>
    /// <param name="most">How many ribbons are drawn at the most, 1 or more.</param>
    public static double ThresholdFor(IEnumerable<double> values, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        double[] greatest = [.. values.Where(value => value > 0).OrderDescending()];
        if (greatest.Length <= most)
            return 0;
        var threshold = Ticks.Round(greatest[most]);
        // The first one left out may itself be round.
        return greatest[most] < threshold ? threshold : Ticks.Round(threshold * 1.01);
    }

    private static void DrawRibbons(List<Mark> marks, CircleLayout layout, Frame frame, Text unit, CircleOptions options)
    {
        var inner = frame.Radius - RingWidth - RibbonGap;
        foreach (var ribbon in layout.Ribbons)
        {
            var (from, to) = (layout.Sectors[ribbon.Origin].Area, layout.Sectors[ribbon.Destination].Area);
            var name = ribbon.Origin == ribbon.Destination ? Within.With(from.Name) : Pair(from, to);
            marks.Add(new PathMark(frame.Circle.Ribbon(ribbon, inner, HeadGap))
            {
                Class = (ribbon.FromEnd - ribbon.FromStart) * inner < Thin ? $"{from.Group.Class} ribbon thin" : $"{from.Group.Class} ribbon",
                Title = new(name, ribbon.Flow.Datum.Value, options.Style, ribbon.Flow.Label is { } label ? Text.Same("{0} {1}").With(unit, label) : unit),
                Href = ribbon.Flow.Href,
            });
        }
    }

    private static void DrawSectors(List<Mark> marks, CircleLayout layout, Frame frame, Mark[][] names, Text unit, CircleOptions options)
    {
        for (var i = 0; i < layout.Sectors.Count; i++)
        {
            var sector = layout.Sectors[i];
            var parts = new List<Mark>(4);
            if (sector.Filled > sector.From)
                parts.Add(new PathMark(frame.Circle.Ring(frame.Radius - RingWidth, frame.Radius, sector.From, sector.Filled)) { Class = sector.Area.Group.Class });
            if (sector.To > sector.Filled)
                parts.Add(new PathMark(frame.Circle.Ring(frame.Radius - RingWidth, frame.Radius, sector.Filled, sector.To)) { Class = $"{sector.Area.Group.Class} h4" });
            parts.AddRange(names[i]);
            marks.Add(new GroupMark(parts) { Href = sector.Area.Href, Title = SectorWords(sector, unit, options) });
        }
    }

    /// <summary>Colours, what is too small for a ribbon, and how wide a round number is.</summary>
    private static double AddKey(List<Mark> marks, CircleLayout layout, Frame frame, CircleOptions options, FontMetrics metrics)
    {
        var legend = new Legend(metrics, 0, frame.Bottom + 6, options.Width);
        foreach (var group in layout.Sectors.Select(sector => sector.Area.Group).Distinct())
            legend.Add(marks, group.Name, group.Class);
        if (layout.Sectors.Any(sector => sector.To - sector.Filled > 1e-9))
            legend.Add(marks, Below, "s8 h4");
        if (layout.Ribbons.Count == 0)
            return legend.Bottom;
        // A round number that is not so wide as to be a picture of its own.
        var perUnit = layout.PerUnit * (frame.Radius - RingWidth - RibbonGap);
        var sample = Ticks.Round(Math.Min(layout.Ribbons[0].Flow.Datum.Value!.Value * 0.4, WidestSample / perUnit));
        var wide = sample * perUnit;
        var top = legend.Bottom + 4;
        var height = Math.Max(wide, 28);
        // A ribbon laid straight: flush where it begins, pointed where it ends.
        var middle = top + (height / 2);
        var head = Math.Max(wide / 2, 3);
        marks.Add(new PathMark(new PathData().MoveTo(2, middle - (wide / 2)).LineTo(34, middle - (wide / 2)).LineTo(34, middle - head).LineTo(46, middle)
            .LineTo(34, middle + head).LineTo(34, middle + (wide / 2)).LineTo(2, middle + (wide / 2)).Close()) { Class = "s8 ribbon" });
        marks.Add(new RectMark(0, middle - (Math.Max(wide, 12) / 2) - 1, 2, Math.Max(wide, 12) + 2) { Class = "s8" });
        marks.Add(new LabelMark(56, middle - 3, Wide.With(Numbers.In(sample, options.Style)), TextSize.Small));
        marks.Add(new LabelMark(56, middle + 11, Reads, TextSize.Small));
        return top + height + 8;
    }

    /// <summary>Where the circle lies.</summary>
    /// <param name="Circle">Its centre.</param>
    /// <param name="Radius">Outer radius of the sectors.</param>
    /// <param name="Bottom">Where the part with the circle and its labels ends.</param>
    private sealed record Frame(CirclePath Circle, double Radius, double Bottom);
}
