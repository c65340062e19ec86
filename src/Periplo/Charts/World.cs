using System.Buffers.Text;
using System.Text;
using Periplo.Areas;

namespace Periplo.Charts;

/// <summary>
/// The map of the world: every outline projected once by <see cref="EqualEarth"/> and kept as the bytes of a path, every
/// area without a visible outline as a labelled dot. Made once for an installation and shared by all requests.
/// </summary>
public sealed class World
{
    /// <summary>Width of the map in units.</summary>
    public const double Width = 960;

    /// <summary>Paths are whole numbers of tenths of units: small, and finer than a pixel.</summary>
    internal const double Tenths = 10;

    private const double North = 84;
    private const double South = -57;
    private const double Margin = 4;

    // An outline that fits in a square of this many units is too small to see or to point at, and gets a dot as well.
    private const double SmallestOutline = 2.5;
    private static readonly double Scale = (Width - (2 * Margin)) / (2 * EqualEarth.MaxX);
    private static readonly double TopY = EqualEarth.Project(0, North).Y;
    private readonly Dictionary<string, Place> byId;

    /// <summary>Projects and lays out.</summary>
    /// <param name="outlines">Rings of longitude and latitude in degrees by area id, cut at the antimeridian. Antarctica is left out.</param>
    /// <param name="areas">The areas that must be on the map. One without outline becomes a dot at its location; one without either is not on the map.</param>
    /// <param name="metrics">Measures the labels of the dots.</param>
    public World(
        IEnumerable<(string AreaId, IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> Rings)> outlines,
        IEnumerable<Area> areas,
        FontMetrics metrics)
    {
        var known = new SortedDictionary<string, Area>(StringComparer.Ordinal);
        foreach (var area in areas)
            known[area.Id] = area;
        var places = new SortedDictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (id, rings) in outlines)
        {
            if (id != "ATA" && Outline(id, known.GetValueOrDefault(id), rings, places.Count) is { } place)
                places[id] = place;
        }

        foreach (var (id, area) in known)
        {
            if (id != "ATA" && !places.ContainsKey(id) && area.Location is { } location)
            {
                var (x, y) = Locate(location.Longitude, location.Latitude);
                places[id] = new(id, area, [], [], new(x, y, x, y), (x, y));
            }
        }

        Places = [.. places.Values];
        byId = new(places);
        for (var i = 0; i < Places.Count; i++)
            Places[i].Index = i;
        PlaceDots(metrics);
    }

    /// <summary>Height of the map in units, from 84° north to 57° south.</summary>
    public static double Height { get; } = Math.Ceiling((Scale * (TopY - EqualEarth.Project(0, South).Y)) + (2 * Margin));

    /// <summary>Everything on the map, in the order of ids.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>The whole map, in the tenths of units its outlines are in.</summary>
    public static Box WholeView { get; } = new(0, 0, Width * Tenths, Height * Tenths);

    /// <summary>The place of an area, or null when it is not on the map.</summary>
    public Place? Find(string areaId) => byId.GetValueOrDefault(areaId);

    /// <summary>Where a place lies on the map, in units from its upper left corner.</summary>
    public static (double X, double Y) Locate(double longitude, double latitude)
    {
        var (x, y) = EqualEarth.Project(longitude, latitude);
        return (Margin + (Scale * (x + EqualEarth.MaxX)), Margin + (Scale * (TopY - y)));
    }

    /// <summary>The smallest window of the proportions of <paramref name="width"/> to <paramref name="height"/> that shows all the points with a margin, never smaller than a fifth of the map.</summary>
    /// <param name="points">Points in units of the map; when there are none, the whole map is meant.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height of the picture.</param>
    internal static Box Window(IReadOnlyList<(double X, double Y)> points, double width, double height)
    {
        var (left, top, right, bottom) = (Width, Height, 0.0, 0.0);
        foreach (var (x, y) in points)
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        if (points.Count == 0)
            (left, top, right, bottom) = (0, 0, Width, Height);
        var margin = 14 + (0.1 * Math.Max(right - left, bottom - top));
        var (middleX, middleY) = ((left + right) / 2, (top + bottom) / 2);
        var wide = Math.Max(right - left + (2 * margin), Width / 5);
        var high = Math.Max(bottom - top + (2 * margin), wide * height / width);
        wide = Math.Min(Math.Max(wide, high * width / height), Width);
        high = wide * height / width;
        middleX = Math.Clamp(middleX, wide / 2, Width - (wide / 2));
        middleY = high >= Height ? Height / 2 : Math.Clamp(middleY, high / 2, Height - (high / 2));
        return new(middleX - (wide / 2), middleY - (high / 2), middleX + (wide / 2), middleY + (high / 2));
    }

    private static Place? Outline(string id, Area? area, IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> rings, int index)
    {
        var path = new List<byte>(512);
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        (double X, double Y, double Size) largest = (0, 0, -1);
        foreach (var ring in rings)
        {
            var drawn = Ring(ring);
            if (drawn.Count < 3)
                continue;
            var (w, n, e, s) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
            for (var i = 0; i < drawn.Count; i++)
            {
                var (x, y) = drawn[i];
                (w, n, e, s) = (Math.Min(w, x), Math.Min(n, y), Math.Max(e, x), Math.Max(s, y));
                // Behind M the pairs are relative lines (m), so the first pair is written absolute and the rest as steps.
                Append(path, i == 0 ? 'M' : i == 1 ? 'l' : ' ', i == 0 ? x : x - drawn[i - 1].X, i == 0 ? y : y - drawn[i - 1].Y);
            }

            path.Add((byte)'z');
            (left, top, right, bottom) = (Math.Min(left, w / Tenths), Math.Min(top, n / Tenths), Math.Max(right, e / Tenths), Math.Max(bottom, s / Tenths));
            var size = (double)(e - w) * (s - n);
            if (size > largest.Size)
                largest = ((w + e) / (2 * Tenths), (n + s) / (2 * Tenths), size);
        }

        if (path.Count == 0)
            return null;
        var point = area?.Location is { } location ? Locate(location.Longitude, location.Latitude) : (largest.X, largest.Y);
        return new(id, area, Symbol(id, index), [.. path], new(left, top, right, bottom), point);
    }

    /// <summary>A ring in tenths, without points that fall on the one before and without the repeated last one.</summary>
    private static List<(int X, int Y)> Ring(IReadOnlyList<(double Longitude, double Latitude)> ring)
    {
        var drawn = new List<(int X, int Y)>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (x, y) = Locate(ring[i].Longitude, ring[i].Latitude);
            var point = ((int)Math.Round(x * Tenths), (int)Math.Round(y * Tenths));
            if (drawn.Count == 0 || drawn[^1] != point)
                drawn.Add(point);
        }

        while (drawn.Count > 1 && drawn[^1] == drawn[0])
            drawn.RemoveAt(drawn.Count - 1);
        return drawn;
    }

    private static void Append(List<byte> path, char lead, int x, int y)
    {
        Span<byte> digits = stackalloc byte[12];
        if (lead != ' ' || x >= 0)
            path.Add((byte)lead);
        Utf8Formatter.TryFormat(x, digits, out var length);
        path.AddRange(digits[..length]);
        if (y >= 0)
            path.Add((byte)' ');
        Utf8Formatter.TryFormat(y, digits, out length);
        path.AddRange(digits[..length]);
    }

    /// <summary>The id of the outline on a page: the area's own where that is plain letters and digits, else a number.</summary>
    private static byte[] Symbol(string id, int index)
    {
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return Encoding.UTF8.GetBytes($"o--{index}");
        }

        return Encoding.UTF8.GetBytes("o-" + id);
    }

    private void PlaceDots(FontMetrics metrics)
    {
        var dots = Places.Where(place => place.Area is not null
            && (!place.HasOutline || (place.Bounds.Width < SmallestOutline && place.Bounds.Height < SmallestOutline))).ToArray();
        var labels = new LabelPlacement(new(1, 1, Width - 1, Height - 1));
        foreach (var dot in dots)
            labels.Reserve(dot.X, dot.Y, Dot.Radius + 0.6);
        var height = TextSize.Code.Units();
        // The most crowded go first: they have the least choice.
        foreach (var dot in dots.OrderByDescending(one => dots.Count(other => Distance(one, other) < 30)).ThenBy(one => one.Id, StringComparer.Ordinal))
        {
            var nearest = dots.Min(other => other == dot ? double.MaxValue : Distance(dot, other));
            var label = labels.Place(dot.X, dot.Y, Dot.Radius, metrics.Width(dot.Id, TextSize.Code), height)
                ?? new PlacedLabel(dot.X + Dot.Radius, dot.Y, new(dot.X, dot.Y, dot.X, dot.Y), null);
            dot.Dot = new(dot, Math.Clamp(nearest / 2, 5, 12), label);
        }
    }

    private static double Distance(Place a, Place b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
