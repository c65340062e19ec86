using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>The UN workbooks in their real layout against the plain tables of the same release.</summary>
public sealed class WorkbookTests
{
    private const string Stock = "original/undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx";
    private const string Flows = "original/undesa_pd_2015_migration_flow_totals.xlsx";

    [Fact]
    public void Workbook_equals_the_totals_table_in_every_figure()
    {
        var book = SourceFiles.Shared(Stock).ByKey();
        var totals = SourceFiles.Shared("stock/undesa_ims2020_totals.csv");
        Assert.Equal("UNDESA.2020", totals.Revision.Id);
        Assert.All(totals.ByKey(), pair =>
        {
            var (value, status, set) = book[pair.Key];
            Assert.Equal(pair.Value.Value, value);
            Assert.Equal(pair.Value.Status, status);
            Assert.Equal(pair.Value.Set, set with { Comment = null });
        });
    }

    [Fact]
    public void Workbook_equals_the_sum_over_origins_for_every_country_and_year()
    {
        var book = SourceFiles.Shared(Stock);
        var pairs = SourceFiles.Shared("stock/undesa_ims2020_od_sex.csv.gz");
        var (area, sex) = (pairs.Definition.Dimension("REF_AREA"), pairs.Definition.Dimension("SEX"));
        var sums = new Dictionary<(string, string, TimePeriod), double>();
        for (var i = 0; i < pairs.Observations.Count; i++)
        {
            var key = (pairs.Observations.Code(area, i), pairs.Observations.Code(sex, i), pairs.Observations.Times[i]);
            sums[key] = sums.GetValueOrDefault(key) + pairs.Observations.Values[i];
        }

        Assert.NotEmpty(sums);
        var totals = book.Where("MEASURE=STOCK").ToDictionary(
            i => (book.Observations.Code(area, i), book.Observations.Code(sex, i), book.Observations.Times[i]), i => book.Observations.Values[i]);

        // The workbook leaves five areas out where the pairs do not: those that did not exist yet, whose pairs are zero,
        // and Bonaire, Sint Eustatius and Saba by sex.
        var silent = sums.Where(pair => double.IsNaN(totals[pair.Key])).ToList();
        Assert.Equal("BES CUW MNE SSD SXM", string.Join(' ', silent.Select(pair => pair.Key.Item1).Distinct().Order(StringComparer.Ordinal)));
        Assert.All(silent, pair => Assert.True(pair.Value == 0 || (pair.Key.Item1 == "BES" && pair.Key.Item2 != "_T")));
        Assert.All(sums.Except(silent), pair => Assert.Equal(pair.Value, totals[pair.Key]));
        var countries = sums.Keys.Select(key => key.Item1).ToHashSet();
        Assert.All(totals.Where(pair => countries.Contains(pair.Key.Item1) && !double.IsNaN(pair.Value) && pair.Value > 0), pair => Assert.True(sums.ContainsKey(pair.Key), pair.Key.ToString()));
    }

    [Fact]
    public void Workbook_keeps_every_measure_mark_and_footnote()
    {
        var book = SourceFiles.Shared(Stock);
        Assert.Equal(["Table of contents", "Table 1", "Table 2", "Table 3", "Table 4", "Table 5", "Table 6", "Notes"], book.Sheets.Select(sheet => sheet.Trim()));
        Assert.Equal(
            ["FEMALE_SHARE", "GROWTH", "POP", "REF", "REF_GROWTH", "REF_SHARE", "SHARE", "STOCK"],
            book.Observations.Codes[book.Definition.Dimension("MEASURE")].Order(StringComparer.Ordinal));
        Assert.Equal(280_598_105, book.Value("REF_AREA=001", "MEASURE=STOCK", "SEX=_T", "TIME=2020"));
        var world = Assert.Single(book.Where("REF_AREA=001", "MEASURE=POP", "SEX=_T", "TIME=2020"));
        Assert.Equal((7_794_798.729, 3), (book.Observations.Values[world], book.Attributes(world).UnitMultiplier));
        Assert.Contains(book.Observations.Statuses, status => status == ObservationStatus.Q);
        Assert.Contains(book.Observations.Statuses, status => status == ObservationStatus.O);
        var sudan = Assert.Single(book.Where("REF_AREA=SDN", "MEASURE=STOCK", "SEX=_T", "TIME=1990"));
        Assert.Equal("The estimates for 1990 to 2005 refer to Sudan and South Sudan.", book.Attributes(sudan).Comment);
        var growth = Assert.Single(book.Where("REF_AREA=MEX", "MEASURE=GROWTH", "SEX=F", "TIME=1995"));
        Assert.Equal("1990-1995", book.Attributes(growth).Comment);
        Assert.Equal(("Table 1", 12), Place(book, Assert.Single(book.Where("REF_AREA=001", "MEASURE=STOCK", "SEX=_T", "TIME=1990"))));
    }

    [Fact]
    public void Flow_workbook_equals_the_plain_table()
    {
        var book = SourceFiles.Shared(Flows);
        var tidy = SourceFiles.Shared("flows/undesa_flows2015_totals.csv");
        Assert.Equal("UNDESA.2015", book.Revision.Id);
        Assert.Equal(book.Revision, tidy.Revision);
        Assert.Equal(229 * 34, book.Observations.Count);
        var known = book.ByKey();
        Assert.All(tidy.ByKey(), pair => Assert.Equal(pair.Value, known[pair.Key]));
        Assert.Equal(tidy.Observations.Count, book.Observations.Values.Count(value => !double.IsNaN(value)));
        Assert.Equal(12_030, book.Value("COUNTERPART_AREA=ARM", "FLOW_TYPE=EMI", "TIME=2000"));
        Assert.NotEmpty(book.Where("REF_AREA=USA", "FLOW_TYPE=IMM", "ORIGIN_BASIS=B", "FLOW_GROUP=FOR"));
    }

    private static (string?, int) Place(Periplo.Sources.SourceTable table, int observation) => table.Observations.Rows[observation].In(table.Sheets);
}
