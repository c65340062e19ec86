using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>An area on a <see cref="World"/>: its outline, or the dot and label that stand for it, or both when the outline is too small to see.</summary>
public sealed class Place
{
    internal Place(string id, Area? area, byte[] symbol, byte[] path, Box bounds, (double X, double Y) point)
    {
        Id = id;
        Area = area;
        Symbol = symbol;
        Path = path;
        Bounds = bounds;
        (X, Y) = point;
    }

    /// <summary>Id of the area.</summary>
    public string Id { get; }

    /// <summary>The area, or null for an outline that is of no area of the installation (a disputed strip): drawn without name and link.</summary>
    public Area? Area { get; }

    /// <summary>True when an outline is drawn.</summary>
    public bool HasOutline => Path.Length > 0;

    /// <summary>The dot that stands for it, or null when the outline is enough.</summary>
    public Dot? Dot { get; internal set; }

    /// <summary>Rectangle around the outline or point, in units of the map.</summary>
    public Box Bounds { get; }

    /// <summary>The point that stands for the area, in units of the map.</summary>
    public double X { get; }

    /// <summary>The point that stands for the area, in units of the map.</summary>
    public double Y { get; }

    /// <summary>Position in <see cref="World.Places"/>.</summary>
    internal int Index { get; set; }

    /// <summary>Id of the symbol on the page, in UTF-8.</summary>
    internal byte[] Symbol { get; }

    /// <summary>The outline as path data in UTF-8, in tenths of units.</summary>
    internal byte[] Path { get; }
}

/// <summary>A dot on the map of the world with its label.</summary>
public sealed class Dot
{
    /// <summary>Radius of a visible dot in units.</summary>
    public const double Radius = 2.8;

    internal Dot(Place place, double targetRadius, PlacedLabel label)
    {
        Label = label;
        Target = new CircleMark(place.X, place.Y, targetRadius) { Class = "target" };
        Code = new LabelMark(label.X, label.Y, Text.Same(place.Id), TextSize.Code) { Class = "halo" };
    }

    /// <summary>Where the code is written.</summary>
    public PlacedLabel Label { get; }

    /// <summary>The invisible circle that takes the pointer, of a radius of 5 to 12 units: less where dots are near each other.</summary>
    public CircleMark Target { get; }

    /// <summary>The code; the same on every map of the world, so made once.</summary>
    internal LabelMark Code { get; }
}
