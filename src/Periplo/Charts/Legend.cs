using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Rows of swatches with words, as wide as their figure.</summary>
/// <param name="metrics">Measures the words.</param>
/// <param name="left">Left edge.</param>
/// <param name="top">Upper edge.</param>
/// <param name="width">Room across.</param>
internal sealed class Legend(FontMetrics metrics, double left, double top, double width)
{
    private const double SwatchWidth = 20;
    private const double SwatchHeight = 12;
    private const double RowHeight = 20;
    private readonly double start = left;
    private double x = left;
    private double y = top;

    /// <summary>Where the last row ends.</summary>
    public double Bottom => y + RowHeight;

    /// <summary>Adds one entry: a swatch of the given classes, one painted over the other, and its words.</summary>
    public void Add(List<Mark> marks, Text words, params ReadOnlySpan<string> classes)
    {
        var (swatchX, swatchY, textX) = Take(words);
        foreach (var one in classes)
            marks.Add(new RectMark(swatchX, swatchY, SwatchWidth, SwatchHeight) { Class = one });
        marks.Add(new LabelMark(textX, swatchY + 10, words, TextSize.Small));
    }

    /// <summary>Adds one entry whose sample is a line.</summary>
    public void AddLine(List<Mark> marks, Text words, string classes)
    {
        var (swatchX, swatchY, textX) = Take(words);
        var sample = new PathData().MoveTo(swatchX, swatchY + 6).LineTo(swatchX + SwatchWidth, swatchY + 6);
        marks.Add(new PathMark(sample) { Class = classes });
        marks.Add(new LabelMark(textX, swatchY + 10, words, TextSize.Small));
    }

    private (double X, double Y, double TextX) Take(Text words)
    {
        var needed = SwatchWidth + 6 + metrics.Width(words, TextSize.Small) + 16;
        if (x > start && x + needed > start + width)
        {
            x = start;
            y += RowHeight;
        }

        var at = x;
        x += needed;
        return (at, y + 4, at + SwatchWidth + 6);
    }
}
