using System.Text;
using Periplo.Charts;
using Periplo.Languages;
using Xunit;
using Text = Periplo.Languages.Text;

namespace Periplo.Tests.Charts;

public sealed class SvgWriterTest
{
    private static Figure Hostile()
    {
        var text = Text.Same(Sample.Hostile);
        return new()
        {
            Credits = new("x\"<", text, text, [text], [text]) { Subtitle = text },
            Width = 100,
            Height = 50,
            TextAlternative = text,
            MakeTable = () => new([], []),
            Marks =
            [
                new LabelMark(1, 2, text, TextSize.Body) { Title = text, Href = "/a?b=1&c=\"<" },
                new GroupMark([new RectMark(0, 0, 1, 1) { Title = new Caption(text, 1, NumberStyle.Whole, text) }]) { Title = text },
                new FrameMark(0, 0, 10, 10, new(0, 0, 10, 10), [new OutlineMark(Sample.World.Find("-strip")!) { Class = "area", Title = text }]),
            ],
        };
    }

    [Theory]
    [InlineData(SvgMode.Embedded)]
    [InlineData(SvgMode.Standalone)]
    public void Write_HostileText_StaysText(SvgMode mode)
    {
        var svg = Sample.Svg(Hostile(), mode);
        Assert.DoesNotContain("<b>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0001', svg);
        Assert.DoesNotContain('\u0000', svg);
        Assert.Contains("&lt;b&gt;&amp;&quot;&#39;\uFFFD\uFFFD\uFFFD\uFFFD]]&gt;é漢😀", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SameFigure_SameBytes()
    {
        Assert.Equal(Sample.Bytes(Hostile(), SvgMode.Embedded), Sample.Bytes(Hostile(), SvgMode.Embedded));
        Assert.Equal(Sample.Bytes(Hostile(), SvgMode.Standalone), Sample.Bytes(Hostile(), SvgMode.Standalone));
    }

    [Fact]
    public void Write_WithLinks_IsAGroupAndWithoutAnImage()
    {
        Assert.Contains(" role=\"group\"", Sample.Svg(Hostile()), StringComparison.Ordinal);
        Assert.Contains(" role=\"img\"", Sample.Svg(Hostile() with { Marks = [] }), StringComparison.Ordinal);
        var saved = Sample.Svg(Hostile(), SvgMode.Standalone);
        Assert.Contains(" role=\"img\"", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", saved, StringComparison.Ordinal);
        Assert.Contains(" tabindex=\"-1\"", Sample.Svg(Hostile() with { LinksInTabOrder = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Standalone_CarriesItsPapersAndItsOutlines()
    {
        var figure = Choropleth.Draw(Sample.Credits, Sample.World, [Sample.Of(Sample.Mexico, 5)], new(), Sample.Metrics);
        var saved = Sample.Svg(figure, SvgMode.Standalone, Language.En);
        Assert.Contains(">Title</text>", saved, StringComparison.Ordinal);
        Assert.Contains("Source: UN DESA 2020", saved, StringComparison.Ordinal);
        Assert.Contains("Note: Test note", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("<use", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("var(", saved, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", saved, StringComparison.Ordinal);
        Assert.StartsWith("<?xml", saved, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Coordinates_HaveAtMostOneDecimal()
    {
        Mark[] marks = [new PathMark(new PathData().MoveTo(-0.04, 1.25).LineTo(-12.34, 1000).CurveTo(1, 2, 3, 4.96).Close())];
        Assert.Contains("d=\"M0 1.3L-12.3 1000Q1 2 3 5Z\"", Sample.Svg(Hostile() with { Marks = marks }), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_CoordinateThatIsNoNumber_IsRefused() => Assert.Throws<ArithmeticException>(() =>
        Sample.Bytes(Hostile() with { Marks = [new CircleMark(double.NaN, 0, 1)] }, SvgMode.Embedded));

    [Fact]
    public void Write_LongText_GrowsTheBuffer()
    {
        var text = string.Concat(Enumerable.Repeat("año <", 20_000));
        var svg = Sample.Svg(Hostile() with { TextAlternative = Text.Same(text) });
        Assert.True(Encoding.UTF8.GetByteCount(svg) > text.Length);
    }
}
