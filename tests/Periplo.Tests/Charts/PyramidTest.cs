using Periplo.Charts;
using Periplo.Languages;
using Periplo.Populations;
using Xunit;

namespace Periplo.Tests.Charts;

public sealed class PyramidTest
{
    private static PyramidSeries Series(string name, double scale) => new(Text.Same(name), new(
        [.. Enumerable.Range(0, AgeStructure.Groups).Select(group => scale * (21 - group))],
        [.. Enumerable.Range(0, AgeStructure.Groups).Select(group => 2 * scale * (21 - group))]));

    [Fact]
    public void Bars_AreAsLongAsTheirGroups()
    {
        var figure = Pyramid.Draw(Sample.Credits, Series("2020", 100), line: null, Sample.Metrics);
        var bars = figure.Marks.OfType<RectMark>().Where(mark => mark.Class == "s1").ToList();
        Assert.Equal(2 * AgeStructure.Groups, bars.Count);
        // Men of the youngest are twice the women, and 21 times the men of the oldest.
        Assert.Equal(2, bars[0].Width / bars[1].Width, 6);
        Assert.Equal(21, bars[0].Width / bars[^2].Width, 6);
        // The youngest stand lowest, men to the left of women.
        Assert.True(bars[0].Y > bars[^2].Y && bars[0].X + bars[0].Width < bars[1].X);
        Assert.DoesNotContain(figure.Marks, mark => mark is PathMark);
    }

    [Theory]
    [InlineData(280)]
    [InlineData(480)]
    public void Marks_StayInsideTheFigure(double width)
    {
        var figure = Pyramid.Draw(Sample.Credits, Series("2020", 123_456), Series("2050, sin migración", 345_678), Sample.Metrics, width);
        foreach (var mark in Sample.All(figure.Marks))
        {
            if (mark is RectMark rect)
                Assert.True(rect.X >= -0.01 && rect.X + rect.Width <= width + 0.01 && rect.Width >= 0 && rect.Y + rect.Height <= figure.Height);
            if (mark is LabelMark { Anchor: Anchor.Start } label)
                Assert.True(label.X + Sample.Metrics.Width(label.Words.In(Language.Es), label.Size) <= width + 0.01, label.Words.In(Language.Es));
        }
    }

    [Fact]
    public void Table_HoldsBothPopulations()
    {
        var figure = Pyramid.Draw(Sample.Credits, Series("2020", 100), Series("2050", 50), Sample.Metrics);
        Assert.Equal(5, figure.Table.Columns.Count);
        Assert.Equal(AgeStructure.Groups, figure.Table.Rows.Count);
        Assert.Equal("100+", figure.Table.Rows[0][0].Words!.Es);
        Assert.Equal(4200, figure.Table.Rows[^1][1].Datum.Value);
        Assert.Equal(1050, figure.Table.Rows[^1][4].Datum.Value);
        Assert.Equal(2, figure.Marks.OfType<PathMark>().Count(mark => mark.Class == "line s2" && mark.Data.Steps.Length > AgeStructure.Groups));
        var svg = Sample.Svg(figure);
        Assert.Contains("Hombres 0–4, 2020: 4,200 personas", svg, StringComparison.Ordinal);
        Assert.Contains("2020: ", figure.TextAlternative.Es, StringComparison.Ordinal);
        Assert.NotEmpty(figure.TextAlternative.Fr);
    }

    [Fact]
    public void Nobody_IsSaidAndDrawn()
    {
        var figure = Pyramid.Draw(Sample.Credits, new(Text.Same("2020"), AgeStructure.Empty), line: null, Sample.Metrics);
        Assert.Contains("no hay datos", figure.TextAlternative.Es, StringComparison.Ordinal);
        Sample.Svg(figure);
    }
}
