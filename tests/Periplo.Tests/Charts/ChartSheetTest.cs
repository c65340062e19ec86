using System.Text;
using Periplo.Charts;
using Xunit;

namespace Periplo.Tests.Charts;

/// <summary>The colours of figures against WCAG 2.2: text 4.5 to 1 (1.4.3), marks 3 to 1 (1.4.11).</summary>
public sealed class ChartSheetTest
{
    private static readonly string Css = Encoding.UTF8.GetString(ChartSheet.Css.Span);

    public static TheoryData<string> Themes => [":root{", "[data-theme=dark]{"];

    private static Dictionary<string, string> Colours(string theme) => ChartSheet.Variables(Css, Css.IndexOf(theme, StringComparison.Ordinal));

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var c = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Contrast_OfTextAndMarks_IsEnough(string theme)
    {
        var c = Colours(theme);
        Assert.True(Contrast(c["--c-ink"], c["--c-bg"]) >= 4.5);
        Assert.True(Contrast(c["--c-soft"], c["--c-bg"]) >= 4.5);
        Assert.True(Contrast(c["--c-ink"], c["--c-land"]) >= 4.5);
        foreach (var mark in (string[])["--c-edge", "--c-focus", "--c-q7", "--c-n3", "--c-p3", "--c-s1", "--c-s2", "--c-s3", "--c-s4", "--c-s5", "--c-s6", "--c-s7", "--c-s8"])
            Assert.True(Contrast(c[mark], c["--c-bg"]) >= 3, $"{mark} {Contrast(c[mark], c["--c-bg"]):0.00}");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void SequentialScale_StandsOutMoreWithEachClass(string theme)
    {
        var c = Colours(theme);
        for (var i = 2; i <= 7; i++)
            Assert.True(Contrast(c[$"--c-q{i}"], c["--c-bg"]) >= 1.3 * Contrast(c[$"--c-q{i - 1}"], c["--c-bg"]), $"q{i}");
        foreach (var side in "np")
        {
            for (var i = 2; i <= 3; i++)
                Assert.True(Contrast(c[$"--c-{side}{i}"], c["--c-bg"]) >= 1.5 * Contrast(c[$"--c-{side}{i - 1}"], c["--c-bg"]));
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void SeriesColours_AreToldApartWithAnyColourVision(string theme)
    {
        var c = Colours(theme);
        // Full dichromacy after G. Machado, M. Oliveira, L. Fernandes (2009), severity 1.0, on linear light.
        double[][] visions =
        [
            [1, 0, 0, 0, 1, 0, 0, 0, 1],
            [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
            [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
            [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
        ];
        foreach (var vision in visions)
        {
            for (var i = 1; i <= 8; i++)
            {
                for (var j = 1; j < i; j++)
                {
                    var distance = Distance(Seen(c[$"--c-s{i}"], vision), Seen(c[$"--c-s{j}"], vision));
                    Assert.True(distance > 15, $"s{i} and s{j}: {distance:0.0}");
                }
            }
        }
    }

    [Fact]
    public void Sheet_IsSmallAndAgreesWithTheSizesTextIsMeasuredIn()
    {
        Assert.True(ChartSheet.Css.Length <= 5120);
        Assert.Contains($".t-code{{font-size:{TextSize.Code.Units()}px}}", Css, StringComparison.Ordinal);
        Assert.Contains($".t-small{{font-size:{TextSize.Small.Units()}px}}", Css, StringComparison.Ordinal);
        Assert.Contains($".chart text{{font-size:{TextSize.Body.Units()}px", Css, StringComparison.Ordinal);
        Assert.Contains($".t-title{{font-size:{TextSize.Title.Units()}px;font-weight:600}}", Css, StringComparison.Ordinal);
    }

    [Fact]
    public void Standalone_HasNoCustomPropertiesLeft()
    {
        var sheet = Encoding.UTF8.GetString(ChartSheet.Standalone.Span);
        Assert.DoesNotContain("var(", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain('<', sheet);
        Assert.DoesNotContain('&', sheet);
    }

    /// <summary>CIE L*a*b* (D65) of a colour as seen.</summary>
    private static (double L, double A, double B) Seen(string colour, double[] vision)
    {
        double Linear(int at)
        {
            var c = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        var (r0, g0, b0) = (Linear(1), Linear(3), Linear(5));
        double Row(int at) => Math.Clamp((vision[at] * r0) + (vision[at + 1] * g0) + (vision[at + 2] * b0), 0, 1);
        var (r, g, b) = (Row(0), Row(3), Row(6));
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16 / 116.0);
        var x = F(((0.4124 * r) + (0.3576 * g) + (0.1805 * b)) / 0.95047);
        var y = F((0.2126 * r) + (0.7152 * g) + (0.0722 * b));
        var z = F(((0.0193 * r) + (0.1192 * g) + (0.9505 * b)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Distance((double L, double A, double B) p, (double L, double A, double B) q) =>
        Math.Sqrt(((p.L - q.L) * (p.L - q.L)) + ((p.A - q.A) * (p.A - q.A)) + ((p.B - q.B) * (p.B - q.B)));
}
