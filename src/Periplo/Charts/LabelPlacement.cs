using System.Runtime.InteropServices;

namespace Periplo.Charts;

/// <summary>Where a label came to lie.</summary>
/// <param name="X">Left end of the text.</param>
/// <param name="Y">Base line of the text.</param>
/// <param name="Box">The box it fills.</param>
/// <param name="Leader">Line from its dot to its box when it is far from the dot, else null.</param>
public sealed record PlacedLabel(double X, double Y, Box Box, LineMark? Leader);

/// <summary>
/// Places labels beside points, one after the other, so that they cover neither each other nor points nor leader lines: the
/// first free place on rings of growing distance, nearest first, right before left before above and below (the order of
/// preference of E. Imhof, 1975, "Positioning names on maps"). The same points in the same order give the same places.
/// </summary>
/// <param name="bounds">No label leaves it.</param>
internal sealed class LabelPlacement(Box bounds)
{
    private const double NearRing = 9;
    private static readonly double[] Rings = [2, 5, 9, 14, 20, 27, 35, 44, 54, 66, 80, 96, 114, 134];

    // Sixteen directions in order of preference, in steps of 22.5 degrees clockwise from east.
    private static readonly (double X, double Y)[] Directions = Array.ConvertAll(
        [0, 8, 14, 2, 10, 6, 15, 1, 9, 7, 12, 4, 13, 3, 11, 5],
        step => (Math.Cos(step * Math.PI / 8), Math.Sin(step * Math.PI / 8)));

    private readonly List<Box> taken = [];
    private readonly List<Segment> leaders = [];
    private int lastInTheWay;

    /// <summary>Keeps labels off a box.</summary>
    public void Reserve(Box box) => taken.Add(box);

    /// <summary>Keeps labels off the point <paramref name="x"/>, <paramref name="y"/>.</summary>
    public void Reserve(double x, double y, double radius) => Reserve(new(x - radius, y - radius, x + radius, y + radius));

    /// <summary>Places a label of the given size beside a point; null when there is no room at all.</summary>
    /// <param name="x">The point.</param>
    /// <param name="y">The point.</param>
    /// <param name="radius">What is drawn at the point reaches so far.</param>
    /// <param name="width">Width of the text.</param>
    /// <param name="height">Height of the text.</param>
    /// <param name="farthest">No label lies farther from its point; a label that must be shown has no such limit, and as a last resort its leader may cross others.</param>
    public PlacedLabel? Place(double x, double y, double radius, double width, double height, double farthest = double.MaxValue) =>
        Search(x, y, radius, width, height, farthest, strict: true)
        ?? (farthest < double.MaxValue ? null : Search(x, y, radius, width, height, farthest, strict: false));

    private PlacedLabel? Search(double x, double y, double radius, double width, double height, double farthest, bool strict)
    {
        foreach (var ring in Rings)
        {
            if (ring > farthest)
                break;
            foreach (var (dx, dy) in Directions)
            {
                var reach = radius + ring;
                var (cx, cy) = (x + (dx * (reach + (width / 2))), y + (dy * (reach + (height / 2))));
                var box = new Box(cx - (width / 2), cy - (height / 2), cx + (width / 2), cy + (height / 2));
                if (box.Left < bounds.Left || box.Right > bounds.Right || box.Top < bounds.Top || box.Bottom > bounds.Bottom || Covers(box))
                    continue;
                LineMark? leader = null;
                if (ring >= NearRing)
                {
                    var line = new Segment(x + (dx * radius), y + (dy * radius), Math.Clamp(x, box.Left, box.Right), Math.Clamp(y, box.Top, box.Bottom));
                    if (strict && Crosses(line, x, y))
                        continue;
                    leaders.Add(line);
                    leader = new LineMark(line.X1, line.Y1, line.X2, line.Y2) { Class = "leader" };
                }

                taken.Add(box);
                // Four fifths of the line height lie above the base line in the bundled font.
                return new(box.Left, box.Top + (height * 0.8), box, leader);
            }
        }

        return null;
    }

    private bool Covers(Box box)
    {
        var boxes = CollectionsMarshal.AsSpan(taken);
        // What was in the way of the place before is likely to be in the way of its neighbour.
        if (lastInTheWay < boxes.Length && box.Overlaps(boxes[lastInTheWay]))
            return true;
        for (var i = 0; i < boxes.Length; i++)
        {
            if (!box.Overlaps(boxes[i]))
                continue;
            lastInTheWay = i;
            return true;
        }

        foreach (var leader in CollectionsMarshal.AsSpan(leaders))
        {
            if (leader.MayMeet(box) && Cuts(leader, box))
                return true;
        }

        return false;
    }

    private bool Crosses(Segment leader, double x, double y)
    {
        foreach (var box in CollectionsMarshal.AsSpan(taken))
        {
            // The dot the leader starts from is not in its way.
            if (x > box.Left && x < box.Right && y > box.Top && y < box.Bottom)
                continue;
            if (leader.MayMeet(box) && Cuts(leader, box))
                return true;
        }

        foreach (var other in CollectionsMarshal.AsSpan(leaders))
        {
            if (Meet(leader, other))
                return true;
        }

        return false;
    }

    /// <summary>True when part of the line lies within the box (clipping of Liang and Barsky, 1984).</summary>
    private static bool Cuts(Segment line, Box box)
    {
        var (from, to) = (0.0, 1.0);
        return Clip(line.X1 - line.X2, line.X1 - box.Left, ref from, ref to)
            && Clip(line.X2 - line.X1, box.Right - line.X1, ref from, ref to)
            && Clip(line.Y1 - line.Y2, line.Y1 - box.Top, ref from, ref to)
            && Clip(line.Y2 - line.Y1, box.Bottom - line.Y1, ref from, ref to)
            && from < to;
    }

    private static bool Clip(double slope, double room, ref double from, ref double to)
    {
        if (slope == 0)
            return room > 0;
        var at = room / slope;
        if (slope < 0)
            from = Math.Max(from, at);
        else
            to = Math.Min(to, at);
        return from < to;
    }

    private static bool Meet(Segment a, Segment b) =>
        Side(a, b.X1, b.Y1) != Side(a, b.X2, b.Y2) && Side(b, a.X1, a.Y1) != Side(b, a.X2, a.Y2);

    private static bool Side(Segment line, double x, double y) =>
        ((line.X2 - line.X1) * (y - line.Y1)) - ((line.Y2 - line.Y1) * (x - line.X1)) > 0;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Segment(double X1, double Y1, double X2, double Y2)
    {
        public bool MayMeet(Box box) =>
            Math.Min(X1, X2) < box.Right && Math.Max(X1, X2) > box.Left && Math.Min(Y1, Y2) < box.Bottom && Math.Max(Y1, Y2) > box.Top;
    }
}
