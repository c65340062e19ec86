namespace Periplo.Charts;

/// <summary>A curved arrow as one closed shape: thin where it begins, wide at its head.</summary>
internal static class Arrow
{
    private const double BeginsWith = 0.4;

    /// <summary>The arrow between two points, bent to the left of its way.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it points to.</param>
    /// <param name="width">Width before the head.</param>
    /// <param name="gap">The point of the head stops so far before <paramref name="to"/>.</param>
    /// <param name="bend">Height of the arc over its chord, as a share of the chord.</param>
    public static PathData Between((double X, double Y) from, (double X, double Y) to, double width, double gap, double bend = 0.16)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(Math.Sqrt((dx * dx) + (dy * dy)), 1e-6);
        // The control point of a quadratic curve lies twice as high as the curve.
        var control = (X: ((from.X + to.X) / 2) + (2 * bend * dy), Y: ((from.Y + to.Y) / 2) - (2 * bend * dx));
        var arrival = Unit(to.X - control.X, to.Y - control.Y);
        var departure = Unit(control.X - from.X, control.Y - from.Y);
        var chord = (X: dx / length, Y: dy / length);
        gap = Math.Min(gap, length / 4);
        var head = Math.Min(Math.Max(6, 1.1 * width), length / 2);
        var tip = (X: to.X - (arrival.X * gap), Y: to.Y - (arrival.Y * gap));
        var neck = (X: tip.X - (arrival.X * head), Y: tip.Y - (arrival.Y * head));
        var (w0, w1, flare) = (width * BeginsWith / 2, width / 2, Math.Max(3, width * 0.95));
        var middle = (w0 + w1) / 2;
        return new PathData()
            .MoveTo(from.X - (departure.Y * w0), from.Y + (departure.X * w0))
            .CurveTo(control.X - (chord.Y * middle), control.Y + (chord.X * middle), neck.X - (arrival.Y * w1), neck.Y + (arrival.X * w1))
            .LineTo(neck.X - (arrival.Y * flare), neck.Y + (arrival.X * flare))
            .LineTo(tip.X, tip.Y)
            .LineTo(neck.X + (arrival.Y * flare), neck.Y - (arrival.X * flare))
            .LineTo(neck.X + (arrival.Y * w1), neck.Y - (arrival.X * w1))
            .CurveTo(control.X + (chord.Y * middle), control.Y - (chord.X * middle), from.X + (departure.Y * w0), from.Y - (departure.X * w0))
            .Close();
    }

    private static (double X, double Y) Unit(double x, double y)
    {
        var length = Math.Max(Math.Sqrt((x * x) + (y * y)), 1e-9);
        return (x / length, y / length);
    }
}
