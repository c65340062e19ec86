using System.Buffers;
using System.Text;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>The picture of an account of stays and its table.</summary>
public sealed class StayTimelineTests
{
    private static readonly FontMetrics Font = ReadFont();
    private static readonly Credits Credits = new("stay", new("Título", "Title", "Title"), new("días", "days", "days"), [new("Fuente", "Source", "Source")], []);

    [Fact]
    public void Days_of_the_table_add_up_to_the_days_used() => Property.Holds(TestCounts.StayHistories, random =>
    {
        var account = new StayAccount(PermittedStayTests.Spans(random, random.Next(8)), PermittedStayTests.Spans(random, random.Next(3)), PermittedStayRule.NinetyIn180);
        var day = random.Next(900);
        foreach (var width in (double[])[336, 760])
        {
            var figure = StayTimeline.Draw(Credits, account, day, width, Font);
            Assert.Equal(account.Used(day), figure.Table.Rows.Sum(row => row[4].Datum.Value));
            Assert.Equal(account.Counted.Count + account.NotCounted.Count, figure.Table.Rows.Count);
            Assert.Contains($"{account.Used(day)} de 90", figure.TextAlternative.Es, StringComparison.Ordinal);
            foreach (var mark in figure.Marks.OfType<RectMark>())
                Assert.True(mark.X >= 0 && mark.Width >= 0 && mark.X + mark.Width <= width + .01, $"{mark}");
        }
    });

    [Fact]
    public void Overstay_and_days_that_do_not_count_are_told_apart_and_explained()
    {
        var account = new StayAccount([new(0, 30), new(60, 170)], [new(0, 30)], PermittedStayRule.NinetyIn180);
        var bytes = new ArrayBufferWriter<byte>();
        new SvgWriter(Font).Write(StayTimeline.Draw(Credits, account, 170, 760, Font), Language.En, SvgMode.Standalone, bytes);
        var svg = Encoding.UTF8.GetString(bytes.WrittenSpan);
        Assert.Contains("Days over the limit: 31 May 1970 to 20 June 1970", svg, StringComparison.Ordinal);
        Assert.Contains("Days that do not count: 1 January 1970 to 31 January 1970", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Days one may stay", svg, StringComparison.Ordinal);
    }

    private static FontMetrics ReadFont()
    {
        using var widths = File.OpenRead(BundledData.Path("fonts/advance-widths.csv"));
        return FontMetrics.Read("advance-widths.csv", widths);
    }
}
