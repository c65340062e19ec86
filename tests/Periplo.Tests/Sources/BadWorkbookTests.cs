using System.Text;
using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Workbooks that are wrong or made to do harm.</summary>
public sealed class BadWorkbookTests
{
    [Fact]
    public void Small_workbook_is_read()
    {
        var table = SourceFiles.Bytes(SmallWorkbooks.Stock());
        Assert.Equal("UNDESA.2020", table.Revision.Id);
        Assert.Equal(280_598_105, table.Value("REF_AREA=001", "MEASURE=STOCK", "TIME=2020"));
        var sudan = Assert.Single(table.Where("REF_AREA=SDN", "MEASURE=REF_SHARE"));
        Assert.Equal(ObservationStatus.Q, table.Observations.Statuses[sudan]);
        Assert.Equal("BR", table.Attributes(sudan).DataType);
        Assert.StartsWith("The estimates for 1990 to 2005", table.Attributes(sudan).Comment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("280598105", "28059x105", "G5", "not a number")]
    [InlineData("280598105", "-280598105", "G5", "negative")]
    [InlineData("900", "99999", "D5", "no area")]
    [InlineData("B R", "B X", "E6", "expected one of")]
    [InlineData("Location code", "Code", "A6", "Location code")]
    [InlineData("Type of data", "Type", "B4", "Type of data")]
    [InlineData("International migrant stock at mid-year, both sexes combined", "Something else", "F3", "expected one of")]
    [InlineData("3", "77", "C6", "note 77")]
    public void Wrong_cell_is_named_by_sheet_and_cell(string text, string instead, string cell, string says)
    {
        var rows = SmallWorkbooks.StockTable.Select(row => row.Select(one => one == text ? instead : one).ToArray()).ToArray();
        var refused = SourceFiles.Refused(SmallWorkbooks.Stock(rows), name: "t.xlsx");
        Assert.Equal($"sheet \"Table 1\", cell {cell}", refused.Place!.En);
        Assert.Equal($"hoja «Table 1», celda {cell}", refused.Place.Es);
        Assert.Contains(says, refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void External_entities_are_refused()
    {
        var parts = SmallWorkbooks.Parts(SmallWorkbooks.Stock()).Select(part => part.Name != "xl/sharedStrings.xml" ? part
            : (part.Name, Content: Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><sst><si><t>&x;</t></si></sst>")));
        Assert.Contains("DTD", SourceFiles.Refused(SmallWorkbooks.Zip(parts), name: "t.xlsx").Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Zip_bomb_is_refused()
    {
        var spaces = new byte[96 << 20];
        Array.Fill(spaces, (byte)' ');
        var parts = SmallWorkbooks.Parts(SmallWorkbooks.Stock()).Select(part => part.Name != "xl/worksheets/sheet0.xml" ? part
            : (part.Name, Content: [.. "<worksheet><sheetData>"u8, .. spaces, .. "</sheetData></worksheet>"u8]));
        Assert.Contains("zip bomb", SourceFiles.Refused(SmallWorkbooks.Zip(parts), name: "t.xlsx").Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Zip_that_is_no_workbook_is_refused() =>
        Assert.Contains("not an Excel workbook", SourceFiles.Refused(SmallWorkbooks.Zip([("a.csv", "a,b"u8.ToArray())]), name: "t.zip").Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Truncated_workbook_is_refused() =>
        Assert.Contains("damaged", SourceFiles.Refused(SmallWorkbooks.Stock()[..^200], name: "t.xlsx").Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Unknown_workbook_is_refused() =>
        Assert.Contains("mapping", SourceFiles.Refused(SmallWorkbooks.Book(("Hoja 1", [["a", "b"], ["1", "2"]])), name: "t.xlsx").Reason.En, StringComparison.Ordinal);
}
