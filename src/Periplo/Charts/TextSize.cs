namespace Periplo.Charts;

/// <summary>The sizes text has in figures; the style sheet holds the same numbers under the same names.</summary>
public enum TextSize
{
    /// <summary>Codes of areas on a map: 9 units.</summary>
    Code,

    /// <summary>Axes, legends, notes: 11 units.</summary>
    Small,

    /// <summary>Names: 13 units.</summary>
    Body,

    /// <summary>Values, names of series: 13 units, weight 600.</summary>
    Strong,

    /// <summary>Title of a saved picture: 18 units, weight 600.</summary>
    Title,
}

/// <summary>What a size measures.</summary>
public static class TextSizes
{
    /// <summary>Font size in units of the figure.</summary>
    public static double Units(this TextSize size) => size switch
    {
        TextSize.Code => 9,
        TextSize.Small => 11,
        TextSize.Title => 18,
        _ => 13,
    };

    /// <summary>True for weight 600, false for 400.</summary>
    public static bool IsStrong(this TextSize size) => size is TextSize.Strong or TextSize.Title;
}
