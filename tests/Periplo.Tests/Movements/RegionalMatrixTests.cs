using Periplo.Areas;
using Periplo.Movements;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class RegionalMatrixTests
{
    private static readonly Area CentralAmerica = BundledData.Areas["013"];

    /// <summary>The worked example of docs/methods/regional-matrix.md.</summary>
    [Fact]
    public void The_example_of_the_page_gives_the_matrix_of_the_page()
    {
        var dataset = Monthly.Of("""
            GTM ENTRY GTM _T 2024-01 500
            GTM ENTRY SLV _T 2024-01 300
            GTM ENTRY SLV _T 2024-02 200
            GTM ENTRY USA _T 2024-01 120
            GTM ENTRY UNK _T 2024-01 5
            HND ENTRY GTM _T 2024-01 80
            HND ENTRY NIC _T 2024-01 -
            HND ENTRY USA _T 2024-01 0
            USA ENTRY GTM _T 2024-01 999
            """);
        var matrix = RegionalMatrix.Of(dataset, BundledData.Areas, CentralAmerica, "ENTRY", Monthly.Month("2024-01"), Monthly.Month("2024-02"));
        Assert.Equal(580, matrix.Within.Value);
        Assert.Equal((3, 1), (matrix.Within.Cells + matrix.Own.Cells, matrix.Within.Missing));
        Assert.Equal(500, matrix.Own.Value);
        Assert.Equal(120, matrix.Across.Value);
        Assert.Equal(5, matrix.Unknown.Value);
        Assert.Equal(500, matrix.Cell("GTM", "SLV")!.Value);
        Assert.Equal(2, matrix.Cell("GTM", "SLV")!.Months);
        Assert.True(double.IsNaN(matrix.Cell("HND", "NIC")!.Value));
        Assert.Equal(0, matrix.Cell("HND", "USA")!.Value);
        Assert.Null(matrix.Cell("HND", "SLV"));
        Assert.Equal(["GTM", "HND"], matrix.Rows.Select(row => row.Area));
        Assert.Equal([2, 1], matrix.Rows.Select(row => row.Months));
        Assert.Equal([1125.0, 80], matrix.Rows.Select(row => row.Total));
        Assert.Equal(["BLZ", "CRI", "MEX", "NIC", "PAN", "SLV"], matrix.Silent);
        Assert.Equal(["GTM", "SLV", "NIC", "USA", "UNK"], matrix.Columns);
        Assert.True(matrix.IsMember("SLV") && !matrix.IsMember("USA"));
    }

    [Fact]
    public void Country_on_the_other_side_tells_from_where()
    {
        var dataset = Monthly.Of("""
            GTM EXIT _T MEX 2024-01 40
            GTM EXIT _T USA 2024-01 60
            GTM EXIT _T _T 2024-01 101
            GTM EXIT _T UNK 2024-01 1
            """);
        var matrix = RegionalMatrix.Of(dataset, BundledData.Areas, CentralAmerica, "EXIT", Monthly.Month("2024"), Monthly.Month("2024"), MatrixBasis.Counterpart);
        Assert.Equal((40, 60, 1), (matrix.Within.Value, matrix.Across.Value, matrix.Unknown.Value));
        Assert.Equal(101, Assert.Single(matrix.Rows).PublishedTotal);
        Assert.Equal(12, matrix.MonthsAsked);
        Assert.False(matrix.Own.HasValue);
    }

    [Fact]
    public void Year_counts_only_where_no_month_of_it_is_published()
    {
        var dataset = Monthly.Of("""
            PAN ENTRY COL _T 2019 1200
            PAN ENTRY COL _T 2020 900
            PAN ENTRY COL _T 2020-03 70
            """);
        var matrix = RegionalMatrix.Of(dataset, BundledData.Areas, CentralAmerica, "ENTRY", Monthly.Month("2019"), Monthly.Month("2020"));
        Assert.Equal(1270, matrix.Across.Value);
        Assert.Equal(13, Assert.Single(matrix.Rows).Months);
    }

    [Fact]
    public void Region_without_known_members_is_refused() =>
        Assert.Contains("which countries", Assert.Throws<StatisticsException>(() => RegionalMatrix.Of(
            Monthly.Of("GTM ENTRY SLV _T 2024-01 1"), BundledData.Areas, BundledData.Areas["UN1503"], "ENTRY", Monthly.Month("2024"), Monthly.Month("2024"))).Explanation.En, StringComparison.Ordinal);

    [Fact]
    public void Span_turned_round_is_refused() =>
        Assert.Throws<StatisticsException>(() => RegionalMatrix.Of(
            Monthly.Of("GTM ENTRY SLV _T 2024-01 1"), BundledData.Areas, CentralAmerica, "ENTRY", Monthly.Month("2024"), Monthly.Month("2023")));

    [Fact]
    public void Parts_of_the_Americas_are_the_whole_table()
    {
        var table = SourceFiles.Shared("movements/iom_americas_regular_entries_exits_monthly.csv.gz");
        var dataset = new Dataset(table.Definition, table.Revision, [], table.Observations);
        foreach (var movement in new[] { "ENTRY", "EXIT" })
        {
            var matrix = RegionalMatrix.Of(dataset, BundledData.Areas, BundledData.Areas["419"], movement, Monthly.Month("2023"), Monthly.Month("2023"));
            var all = table.Where($"MOVEMENT={movement}").Where(i => table.Observations.Times[i].Year == 2023).Sum(i => table.Observations.Values[i]);
            Assert.Equal(all, matrix.Own.Value + matrix.Within.Value + matrix.Across.Value + matrix.Unknown.Value);
            Assert.Equal(all, matrix.Rows.Sum(row => row.Total));
            Assert.Equal(movement == "ENTRY" ? 9 : 8, matrix.Rows.Count);
            Assert.DoesNotContain("ARG", matrix.Silent);
        }
    }
}
