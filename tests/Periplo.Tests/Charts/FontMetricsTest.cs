using System.Text;
using Periplo.Charts;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Charts;

public sealed class FontMetricsTest
{
    private static FontMetrics Read(string table) => FontMetrics.Read("widths.csv", new MemoryStream(Encoding.UTF8.GetBytes(table)));

    [Fact]
    public void Width_AddsAdvanceWidthsOfTheWeight()
    {
        var metrics = Read("weight,codepoint,width\n400,97,500\n600,97,550\n400,241,520\n");
        Assert.Equal(13 * (0.5 + 0.52), metrics.Width("añ", TextSize.Body), 9);
        Assert.Equal(13 * 0.55, metrics.Width("a", TextSize.Strong), 9);
    }

    [Fact]
    public void Width_OfAGlyphNotInTheTable_IsTheDocumentedOne()
    {
        Assert.Equal(11 * 0.6, FontMetrics.Average.Width("漢", TextSize.Small), 9);
        Assert.Equal(11 * 0.6, FontMetrics.Average.Width("😀", TextSize.Small), 9);
    }

    [Fact]
    public void Fit_CutsWithAnEllipsisAndNeverAPair()
    {
        var metrics = FontMetrics.Average;
        Assert.Equal("abc", metrics.Fit("abc", 3 * 7.8, TextSize.Body));
        Assert.Equal("ab…", metrics.Fit("abcdef", 3 * 7.8 + 0.1, TextSize.Body));
        Assert.Equal("…", metrics.Fit("😀😀", 1.9 * 7.8, TextSize.Body));
    }

    [Fact]
    public void Wrap_BreaksAtSpacesAndLosesNothing()
    {
        var lines = FontMetrics.Average.Wrap("uno dos  tres cuatro", 8 * 7.8, TextSize.Body);
        Assert.Equal(["uno dos", "tres", "cuatro"], lines);
        Assert.Empty(FontMetrics.Average.Wrap("  ", 100, TextSize.Body));
        Assert.Equal(["a", "muyla…", "b"], FontMetrics.Average.Wrap("a muylargapalabra b", 6 * 7.8 + 0.1, TextSize.Body));
    }

    [Fact]
    public void Read_ALineThatIsNoNumber_NamesIt()
    {
        var error = Assert.Throws<InputException>(() => Read("weight,codepoint,width\n400,97,x\n"));
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }
}
