namespace Periplo.Charts;

/// <summary>
/// The Equal Earth projection of the unit sphere, an equal-area map of the world: B. Šavrič, T. Patterson, B. Jenny (2019),
/// "The Equal Earth map projection", International Journal of Geographical Information Science 33(3), 454–465,
/// equations 4 to 8.
/// </summary>
public static class EqualEarth
{
    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;
    private static readonly double HalfRoot3 = Math.Sqrt(3) / 2;

    /// <summary>Half the width of the world: x at longitude 180 on the equator, 2.70663….</summary>
    public static double MaxX { get; } = Project(180, 0).X;

    /// <summary>Half the height of the world: y at the pole, 1.31736….</summary>
    public static double MaxY { get; } = Project(0, 90).Y;

    /// <summary>Where a place lies on the map; x grows to the east, y to the north, both in radii of the sphere.</summary>
    /// <param name="longitude">Degrees east of the central meridian, −180 to 180.</param>
    /// <param name="latitude">Degrees north, −90 to 90.</param>
    public static (double X, double Y) Project(double longitude, double latitude)
    {
        var lambda = longitude * Math.PI / 180;
        // The sine may leave the domain of asin by one rounding at the poles.
        var theta = Math.Asin(Math.Clamp(HalfRoot3 * Math.Sin(latitude * Math.PI / 180), -1, 1));
        var t2 = theta * theta;
        var t6 = t2 * t2 * t2;
        var x = lambda * Math.Cos(theta) / (HalfRoot3 * (A1 + (3 * A2 * t2) + (t6 * ((7 * A3) + (9 * A4 * t2)))));
        var y = theta * (A1 + (A2 * t2) + (t6 * (A3 + (A4 * t2))));
        return (x, y);
    }
}
