using Periplo.Charts;
using Periplo.Languages;
using Xunit;

namespace Periplo.Tests.Charts;

public sealed class BarAndLineTest
{
    [Theory]
    [InlineData(0, 97, 6, "0 20 40 60 80 100")]
    [InlineData(0, 10.8, 6, "0 2.5 5 7.5 10 12.5")]
    [InlineData(-3, 7, 6, "-4 -2 0 2 4 6 8")]
    [InlineData(0, 0.3, 4, "0 0.1 0.2 0.3")]
    [InlineData(5, 5, 3, "5 5.25 5.5")]
    [InlineData(0, 0, 3, "0 0.5 1")]
    public void Ticks_AreRoundAndTakeInTheValues(double least, double greatest, int wanted, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ticks.Nice(least, greatest, wanted)));

    [Theory]
    [InlineData(1990, 2020, 7, "1990 1995 2000 2005 2010 2015 2020")]
    [InlineData(1990, 2020, 4, "1990 2000 2010 2020")]
    [InlineData(2003, 2003, 4, "2003")]
    public void Years_AreRound(int first, int last, int most, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ticks.Years(first, last, most)));

    [Fact]
    public void Bars_AreAsLongAsTheirValues()
    {
        AreaDatum[] values = [Sample.Of(Sample.Mexico, 100), Sample.Of(Sample.Guatemala, 25), Sample.Of(Sample.Usa, null), .. Sample.Islands.Select((area, i) => Sample.Of(area, i / 100.0))];
        var figure = RankedBars.Draw(Sample.Credits, values, new() { Top = 2, Total = 200, Href = area => "/pais/" + area.Id }, Sample.Metrics);
        var bars = Sample.All(figure.Marks).OfType<RectMark>().Where(mark => mark.Class == "s1").ToArray();
        Assert.Equal(2, bars.Length);
        Assert.Equal(4, bars[0].Width / bars[1].Width, 6);
        var svg = Sample.Svg(figure);
        Assert.Contains("100 (50.0\u00A0%)", svg, StringComparison.Ordinal);
        Assert.Contains("href=\"/pais/MEX\"", svg, StringComparison.Ordinal);
        Assert.Contains(figure.Credits.Notes, note => note.Es == "Se muestran 2 de 26 áreas; todas las cifras están en la tabla.");
        Assert.Contains(figure.Credits.Notes, note => note.Es == "Sin datos: 1 de 27 áreas.");
        Assert.Equal(27, Sample.TableValues(figure).Length);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(560)]
    public void Bars_StayInsideTheirFigure(double width)
    {
        AreaDatum[] values = [Sample.Of(Sample.Country("LNG", new string('W', 80), new string('M', 90), 0, 0), 123_456_789, 'E'), Sample.Of(Sample.Mexico, -5), Sample.Of(Sample.Usa, 0)];
        var figure = RankedBars.Draw(Sample.Credits, values, new() { Width = width, Total = 1e9 }, Sample.Metrics);
        foreach (var mark in Sample.All(figure.Marks))
        {
            if (mark is RectMark rect)
                Assert.True(rect.X >= -0.01 && rect.X + rect.Width <= width + 0.01 && rect.Width >= 0);
            if (mark is LabelMark { Anchor: Anchor.Start } label)
                Assert.True(label.X + Sample.Metrics.Width(label.Words.In(Language.Es), label.Size) <= width + 0.01, label.Words.In(Language.Es));
        }

        Assert.Contains(Sample.All(figure.Marks), mark => mark is RectMark { Class: "over" });
    }

    [Fact]
    public void Lines_OverAGap_AreBroken()
    {
        var figure = Lines.Draw(Sample.Credits, [Sample.Line("A", 1, 2, null, 4, 5)], new(), Sample.Metrics);
        var path = Sample.All(figure.Marks).OfType<PathMark>().Single(mark => mark.Class == "line s1");
        Assert.Equal("MLML", System.Text.Encoding.ASCII.GetString(path.Data.Steps));
        Assert.Equal(4, Sample.All(figure.Marks).OfType<CircleMark>().Count(mark => mark.Title is not null));
        Assert.Equal([1.0, 2.0, null, 4.0, 5.0], Sample.TableValues(figure));
        Assert.Contains("Años sin datos: 1.", figure.TextAlternative.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_YearsFartherApartThanTheStep_AreNotJoined()
    {
        var series = new Series(Text.Same("A"), [new(2000, new(1)), new(2005, new(2)), new(2010, new(3))]);
        Assert.DoesNotContain(Lines.Draw(Sample.Credits, [series], new(), Sample.Metrics).Marks, mark => mark is PathMark);
        Assert.Contains(Lines.Draw(Sample.Credits, [series with { LongestStep = 5 }], new(), Sample.Metrics).Marks, mark => mark is PathMark);
    }

    [Fact]
    public void Lines_ToAnEstimate_AreDashed()
    {
        var series = new Series(Text.Same("A"), [new(2000, new(1)), new(2001, new(2)), new(2002, new(3, 'F'))]);
        var figure = Lines.Draw(Sample.Credits, [series], new(), Sample.Metrics);
        Assert.Contains(figure.Marks, mark => mark is PathMark { Class: "line s1 est" });
        Assert.Contains("A, 2002: 3 personas (proyectado)", Sample.Svg(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_NamesAtTheirEnds_StandApart()
    {
        var figure = Lines.Draw(Sample.Credits, [.. Enumerable.Range(0, 8).Select(i => Sample.Line($"Serie {i}", 5, 5 + (i * 0.01)))], new(), Sample.Metrics);
        var ends = Sample.All(figure.Marks).OfType<LabelMark>().Where(mark => mark.Size == TextSize.Strong).Select(mark => mark.Y).Order().ToArray();
        Assert.Equal(8, ends.Length);
        for (var i = 1; i < ends.Length; i++)
            Assert.True(ends[i] - ends[i - 1] >= 13);
        Assert.True(ends[^1] < figure.Height);
    }

    [Fact]
    public void Lines_BeginAtZeroUnlessTold()
    {
        var zero = Lines.Draw(Sample.Credits, [Sample.Line("A", 90, 95)], new(), Sample.Metrics);
        var near = Lines.Draw(Sample.Credits, [Sample.Line("A", 90, 95)], new() { FromZero = false }, Sample.Metrics);
        Assert.DoesNotContain(zero.Credits.Notes, note => note.En == "The axis does not begin at zero.");
        Assert.Contains(near.Credits.Notes, note => note.En == "The axis does not begin at zero.");
    }

    [Fact]
    public void Lines_MoreThanEight_AreRefused() => Assert.Throws<ArgumentException>(() =>
        Lines.Draw(Sample.Credits, [.. Enumerable.Range(0, 9).Select(i => Sample.Line($"{i}", 1))], new(), Sample.Metrics));

    [Fact]
    public void Charts_WithoutValues_Stand()
    {
        Series[] empty = [Sample.Line("A", null, null), Sample.Line("B")];
        Sample.Svg(Lines.Draw(Sample.Credits, [], new(), Sample.Metrics));
        Sample.Svg(Lines.Draw(Sample.Credits, empty, new(), Sample.Metrics));
        Sample.Svg(SmallMultiples.Draw(Sample.Credits, [], new(), Sample.Metrics));
        Sample.Svg(SmallMultiples.Draw(Sample.Credits, [new(Text.Same("A"), empty)], new() { SharedScale = false }, Sample.Metrics));
        Sample.Svg(Sparkline.Draw(Sample.Credits, empty[1], NumberStyle.Compact));
        Sample.Svg(RankedBars.Draw(Sample.Credits, [], new(), Sample.Metrics));
        Sample.Svg(Choropleth.Draw(Sample.Credits, Sample.World, [], new(), Sample.Metrics));
    }

    [Fact]
    public void SmallMultiples_SayWhichScaleAndHoldEveryValue()
    {
        Panel[] panels = [new(Text.Same("Uno"), [Sample.Line("A", 1, 2)]), new(Text.Same("Dos"), [Sample.Line("A", 300, null)])];
        var shared = SmallMultiples.Draw(Sample.Credits, panels, new(), Sample.Metrics);
        var own = SmallMultiples.Draw(Sample.Credits, panels, new() { SharedScale = false, Width = 320 }, Sample.Metrics);
        Assert.Contains(shared.Credits.Notes, note => note.En == "All panels have the same scale.");
        Assert.Contains(own.Credits.Notes, note => note.En.StartsWith("Each panel has its own scale", StringComparison.Ordinal));
        Assert.Equal([1.0, 300.0, 2.0, null], Sample.TableValues(shared));
    }

    [Fact]
    public void Spread_MovesAsLittleAsItCanAndStaysInside()
    {
        Assert.Equal([10.0, 50.0], Lines.Spread([10, 50], 15, 0, 100));
        Assert.Equal([42.5, 57.5], Lines.Spread([50, 50], 15, 0, 100));
        Assert.Equal([70.0, 85.0, 100.0], Lines.Spread([99, 99, 100], 15, 0, 100));
    }
}
