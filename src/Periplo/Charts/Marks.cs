using System.Runtime.InteropServices;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Which end of a label its point is.</summary>
public enum Anchor
{
    /// <summary>The text begins at the point.</summary>
    Start,

    /// <summary>The text is centred on the point.</summary>
    Middle,

    /// <summary>The text ends at the point.</summary>
    End,
}

/// <summary>
/// Words with or without a number, put together when they are written: "México: 10.9 millones (2020)". No string is made
/// until the language is known.
/// </summary>
/// <param name="Before">What comes first; a colon follows when anything does.</param>
/// <param name="Value">The number, or null for none.</param>
/// <param name="Style">Form of the number.</param>
/// <param name="After">What comes behind the number, a space between.</param>
public readonly record struct Caption(Text? Before, double? Value, NumberStyle Style, Text? After)
{
    /// <summary>Words alone.</summary>
    public static implicit operator Caption(Text words) => FromText(words);

    /// <summary>Words alone.</summary>
    public static Caption FromText(Text words) => new(words, null, default, null);

    /// <summary>A number alone.</summary>
    public static Caption Number(double value, NumberStyle style) => new(null, value, style, null);

    /// <summary>The whole caption in one language.</summary>
    public string In(Language language)
    {
        var number = Value is { } value ? Numbers.Format(value, Style, language) : null;
        var tail = After is null ? number : number is null ? After.In(language) : $"{number} {After.In(language)}";
        return Before is null ? tail ?? "" : tail is null ? Before.In(language) : $"{Before.In(language)}: {tail}";
    }
}

/// <summary>
/// One thing drawn. A mark says where it is and what it is (classes); how that looks is the style sheet's. Coordinates are
/// units of the figure, x to the right, y down, and are written with one decimal.
/// </summary>
public abstract record Mark
{
    /// <summary>Classes, separated by spaces; names of the style sheet, never data.</summary>
    public string? Class { get; init; }

    /// <summary>Address the mark leads to, made by the program from codes; a saved picture leaves it out.</summary>
    public string? Href { get; init; }

    /// <summary>What the mark shows, in words: tooltip and accessible name.</summary>
    public Caption? Title { get; init; }
}

/// <summary>A shape or a stroke.</summary>
/// <param name="Data">Its lines and curves.</param>
public sealed record PathMark(PathData Data) : Mark;

/// <summary>A rectangle.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Not negative.</param>
/// <param name="Height">Not negative.</param>
public sealed record RectMark(double X, double Y, double Width, double Height) : Mark;

/// <summary>A straight line between two points.</summary>
/// <param name="X1">First point.</param>
/// <param name="Y1">First point.</param>
/// <param name="X2">Second point.</param>
/// <param name="Y2">Second point.</param>
public sealed record LineMark(double X1, double Y1, double X2, double Y2) : Mark;

/// <summary>A circle.</summary>
/// <param name="X">Centre.</param>
/// <param name="Y">Centre.</param>
/// <param name="Radius">Not negative.</param>
public sealed record CircleMark(double X, double Y, double Radius) : Mark;

/// <summary>Text on its base line.</summary>
/// <param name="X">Point the anchor lies on.</param>
/// <param name="Y">Base line.</param>
/// <param name="Words">What it says.</param>
/// <param name="Size">How large.</param>
/// <param name="Anchor">Which end the point is.</param>
public sealed record LabelMark(double X, double Y, Caption Words, TextSize Size, Anchor Anchor = Anchor.Start) : Mark;

/// <summary>The outline of an area, inside a <see cref="FrameMark"/> in the coordinates of the world.</summary>
/// <param name="Place">The area as projected by a <see cref="World"/>.</param>
public sealed record OutlineMark(Place Place) : Mark;

/// <summary>Several marks that share class, link and title.</summary>
/// <param name="Marks">In order of painting.</param>
public sealed record GroupMark(IReadOnlyList<Mark> Marks) : Mark;

/// <summary>A window onto other coordinates; what lies outside it is not shown.</summary>
/// <param name="X">Left edge in the figure.</param>
/// <param name="Y">Upper edge in the figure.</param>
/// <param name="Width">Width in the figure.</param>
/// <param name="Height">Height in the figure.</param>
/// <param name="View">The part of the inner coordinates that fills the window, of the same proportions.</param>
/// <param name="Marks">In inner coordinates.</param>
public sealed record FrameMark(double X, double Y, double Width, double Height, Box View, IReadOnlyList<Mark> Marks) : Mark;

/// <summary>A rectangle with sides along the axes.</summary>
/// <param name="Left">Least x.</param>
/// <param name="Top">Least y.</param>
/// <param name="Right">Greatest x.</param>
/// <param name="Bottom">Greatest y.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Extent along x.</summary>
    public double Width => Right - Left;

    /// <summary>Extent along y.</summary>
    public double Height => Bottom - Top;

    /// <summary>True when the two share more than an edge.</summary>
    public bool Overlaps(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
