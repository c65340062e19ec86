using System.Runtime.InteropServices;

namespace Periplo.Charts;

/// <summary>Shapes on a circle. Angles are radians, clockwise from the top.</summary>
/// <param name="X">Centre.</param>
/// <param name="Y">Centre.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CirclePath(double X, double Y)
{
    // Arcs are made of quadratic curves of at most so many radians, which leave the circle by less than a hundredth of a unit.
    private const double Step = 0.26;

    // Even a ribbon between neighbours dips so far into the circle, as a share of its radius, that its head has room.
    private const double LeastDip = 0.14;

    // A head is at least so wide, so that the direction of a thin ribbon is seen.
    private const double LeastHead = 5;
    private const double LongestHead = 22;

    /// <summary>The point at an angle.</summary>
    public (double X, double Y) At(double angle, double radius) => (X + (radius * Math.Sin(angle)), Y - (radius * Math.Cos(angle)));

    /// <summary>A piece of a ring.</summary>
    public PathData Ring(double inner, double outer, double from, double to)
    {
        var (x, y) = At(from, outer);
        var path = new PathData().MoveTo(x, y);
        Arc(path, outer, from, to);
        (x, y) = At(to, inner);
        path.LineTo(x, y);
        Arc(path, inner, to, from);
        return path.Close();
    }

    /// <summary>A ribbon that begins as an arc on the circle and ends in a point a gap before it.</summary>
    public PathData Ribbon(in CircleRibbon ribbon, double radius, double gap)
    {
        var middle = (ribbon.ToStart + ribbon.ToEnd) / 2;
        var width = radius * (ribbon.ToEnd - ribbon.ToStart);
        var head = Math.Clamp(width * 0.7, LeastHead, LongestHead);
        var neck = radius - gap - head;
        var half = (ribbon.ToEnd - ribbon.ToStart) / 2;
        var flare = Math.Max(half, LeastHead / 2 / neck);
        var (start, far) = (At(ribbon.FromStart, radius), At(middle + half, neck));
        var (tip, left, right) = (At(middle, radius - gap), At(middle - flare, neck), At(middle + flare, neck));
        var path = new PathData().MoveTo(start.X, start.Y);
        Arc(path, radius, ribbon.FromStart, ribbon.FromEnd);
        Bend(path, ribbon.FromEnd, radius, middle - half, neck);
        path.LineTo(left.X, left.Y).LineTo(tip.X, tip.Y).LineTo(right.X, right.Y);
        if (flare > half)
            path.LineTo(far.X, far.Y);
        Bend(path, middle + half, neck, ribbon.FromStart, radius);
        return path.Close();
    }

    /// <summary>
    /// The edge of a ribbon from one place to another. The farther apart they are, the nearer it comes to the centre, by
    /// half the circle's own pace: so the two edges of a ribbon between neighbours stay as far apart as its ends are wide,
    /// where curves through one point would pinch it.
    /// </summary>
    private void Bend(PathData path, double from, double fromRadius, double to, double toRadius)
    {
        var apart = Math.IEEERemainder(to - from, Math.Tau);
        var middle = from + (apart / 2);
        var (sine, cosine) = (Math.Sin(Math.Abs(apart) / 2), Math.Cos(apart / 2));
        var radius = (fromRadius + toRadius) / 2;
        var nearest = radius * (1 - LeastDip) * (1 - sine);
        var control = At(middle, (2 * nearest) - (radius * cosine));
        var end = At(to, toRadius);
        path.CurveTo(control.X, control.Y, end.X, end.Y);
    }

    /// <summary>An arc from where the path is.</summary>
    private void Arc(PathData path, double radius, double from, double to)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(to - from) / Step));
        var step = (to - from) / pieces;
        for (var i = 0; i < pieces; i++)
        {
            var control = At(from + (step * (i + 0.5)), radius / Math.Cos(step / 2));
            var end = At(from + (step * (i + 1)), radius);
            path.CurveTo(control.X, control.Y, end.X, end.Y);
        }
    }
}
