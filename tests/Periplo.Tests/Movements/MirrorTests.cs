using Periplo.Movements;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class MirrorTests
{
    private static readonly Dataset Both = Monthly.Of("""
        GTM EXIT _T SLV 2024-01 100
        GTM EXIT _T SLV 2024-02 120
        GTM EXIT _T SLV 2024-03 90
        SLV ENTRY _T GTM 2024-01 130
        SLV ENTRY _T GTM 2024-02 150
        SLV ENTRY _T HND 2024-02 999
        """);

    [Fact]
    public void Corridor_holds_exits_against_entries_month_by_month()
    {
        var mirror = Mirror.OfCorridor(Both, Both, BundledData.Areas, BundledData.Areas["GTM"], BundledData.Areas["SLV"], Monthly.Month("2024"), Monthly.Month("2024"));
        Assert.Equal([(100, 130), (120, 150), (90, null)], mirror.Lines.Select(line => (line.Departures, line.Arrivals)));
        Assert.Equal([30.0, 30.0, null], mirror.Lines.Select(line => line.Difference));
        Assert.Equal((220, 280, 2), (mirror.Departures, mirror.Arrivals, mirror.MonthsOfBoth));
        Assert.Equal(60 / 250.0, mirror.Relative, 12);
        Assert.Contains("Arrivals are recorded better", mirror.Explanations[0].En, StringComparison.Ordinal);
        Assert.Contains(mirror.Explanations, text => text.En.Contains("end of a month", StringComparison.Ordinal));
    }

    [Fact]
    public void Side_that_does_not_report_is_missing_and_not_zero()
    {
        var mirror = Mirror.OfCorridor(Both, Both, BundledData.Areas, BundledData.Areas["SLV"], BundledData.Areas["GTM"], Monthly.Month("2024"), Monthly.Month("2024"));
        Assert.Empty(mirror.Lines);
        Assert.True(double.IsNaN(mirror.Departures));
        Assert.Empty(mirror.Explanations);
    }

    [Fact]
    public void Nationals_leaving_are_held_against_their_entries_elsewhere()
    {
        var dataset = Monthly.Of("""
            GTM EXIT GTM _T 2024-01 1000
            GTM ENTRY GTM _T 2024-01 900
            SLV ENTRY GTM _T 2024-01 400
            HND ENTRY GTM _T 2024-01 300
            """);
        var mirror = Mirror.OfNationals(dataset, dataset, BundledData.Areas, BundledData.Areas["GTM"], null, Monthly.Month("2024"), Monthly.Month("2024"));
        Assert.Equal((1000, 700), (mirror.Departures, mirror.Arrivals));
        Assert.Equal(["HND", "SLV"], mirror.Reporters);
        Assert.Contains("do not enter through a post", mirror.Explanations[0].En, StringComparison.Ordinal);
    }

    [Fact]
    public void Guatemalans_leaving_in_2023_are_seen_by_other_countries()
    {
        var table = SourceFiles.Shared("movements/iom_americas_regular_entries_exits_monthly.csv.gz");
        var dataset = new Dataset(table.Definition, table.Revision, [], table.Observations);
        var mirror = Mirror.OfNationals(dataset, dataset, BundledData.Areas, BundledData.Areas["GTM"], null, Monthly.Month("2023"), Monthly.Month("2023"));
        Assert.Equal(12, mirror.MonthsOfBoth);
        Assert.Equal(
            table.Where("REF_AREA=GTM", "MOVEMENT=EXIT", "CITIZENSHIP=GTM").Where(i => table.Observations.Times[i].Year == 2023).Sum(i => table.Observations.Values[i]), mirror.Departures);
        Assert.Equal(8, mirror.Reporters.Count);
    }
}
