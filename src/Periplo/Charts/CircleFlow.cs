using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Areas that stand together on a circle and share a colour.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Class">Colour of the style sheet: <c>s1</c> to <c>s8</c>.</param>
public sealed record CircleGroup(Text Name, string Class);

/// <summary>An area of a circle: one sector.</summary>
/// <param name="Id">What flows call it.</param>
/// <param name="Name">Name beside its sector.</param>
/// <param name="Group">What it stands with.</param>
public sealed record CircleArea(string Id, Text Name, CircleGroup Group)
{
    /// <summary>Address the sector leads to, or null.</summary>
    public string? Href { get; init; }
}

/// <summary>A flow between two areas of a circle, or within one.</summary>
/// <param name="Origin">Id of the area it leaves.</param>
/// <param name="Destination">Id of the area it reaches; the same as <paramref name="Origin"/> for moves within a region.</param>
/// <param name="Datum">How many; not below zero.</param>
public sealed record CircleFlow(string Origin, string Destination, Datum Datum)
{
    /// <summary>What is said behind the number: its interval; null for nothing.</summary>
    public Text? Label { get; init; }

    /// <summary>Address the ribbon leads to, or null.</summary>
    public string? Href { get; init; }
}

/// <summary>What a circle of flows shows.</summary>
public sealed record CircleOptions
{
    /// <summary>Flows below it have no ribbon, only their part of the sectors; 0 draws all.</summary>
    public double Threshold { get; init; }

    /// <summary>Form of the numbers in titles and words.</summary>
    public NumberStyle Style { get; init; } = NumberStyle.Compact;

    /// <summary>What the areas are, many: "regiones".</summary>
    public Text Counted { get; init; } = new("áreas", "areas", "zones");

    /// <summary>Width in units. Below <see cref="CirclePlot.NamesBeside"/> sectors have numbers, and their names stand in a list under the circle.</summary>
    public double Width { get; init; } = 960;
}
