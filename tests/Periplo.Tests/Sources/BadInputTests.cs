using System.Text;
using Periplo.Sources;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Every kind of wrong file is refused with its name, the place to look at and what to do.</summary>
public sealed class BadInputTests
{
    private const string Header = "year,dest_iso3,orig_iso3,both,male,female,data_type\n";

    [Theory]
    [InlineData("1990,ABW,BES,5x3,28,25,BR", 4, "not a number")]
    [InlineData("1990,ABW,BES,-53,28,25,BR", 4, "negative")]
    [InlineData("1990,ABW,BES,NaN,28,25,BR", 4, "no quantity")]
    [InlineData("1990,ABW,BES,Infinity,28,25,BR", 4, "no quantity")]
    [InlineData("1990,ABW,BES,1e16,28,25,BR", 4, "beyond")]
    [InlineData("1990,ABW,BES,1e999,28,25,BR", 4, "beyond")]
    [InlineData("20240,ABW,BES,53,28,25,BR", 1, "1800 to 2100")]
    [InlineData("1790,ABW,BES,53,28,25,BR", 1, "1800 to 2100")]
    [InlineData("1990,ABX,BES,53,28,25,BR", 2, "Did you mean")]
    [InlineData("1990,ABW,,53,28,25,BR", 3, "area code is missing")]
    [InlineData("1990,ABW,BES,53,28,25,X", 7, "expected one of")]
    [InlineData("1990,ABW,BES,53,28,25", 6, "6 fields")]
    [InlineData("1990,ABW,BES,53,28,25,BR,9", 7, "8 fields")]
    public void Wrong_cell_is_named_by_line_and_column(string row, int column, string says)
    {
        var refused = SourceFiles.Refused(Header + "1990,ABW,CHN,247,154,93,BR\n" + row + "\n");
        Assert.Equal("t.csv", refused.File);
        Assert.Equal($"line 3, column {column}", refused.Place!.En);
        Assert.Equal($"línea 3, columna {column}", refused.Place.Es);
        Assert.Contains(says, refused.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year,dest_iso3,both,male,female", 3, "`orig_iso3` is missing")]
    [InlineData("year,dest_iso3,orig_iso3,both,both,male,female", 5, "stands twice")]
    [InlineData("year,dest_iso3,orig_iso3,both,male,female,age", 7, "not part of that table")]
    [InlineData("year,dest_iso3,origin,both,male,female", 3, "`origin` instead")]
    [InlineData("year;dest_iso3;orig_iso3;both;male;female", 5, "semicolons")]
    [InlineData("year\tdest_iso3\torig_iso3\tboth\tmale\tfemale", 5, "tabs")]
    [InlineData("a,b,c", 1, "none of the tables that are recognised")]
    public void Wrong_header_is_named(string header, int column, string says)
    {
        var refused = SourceFiles.Refused(header + "\n1990,ABW,BES,1,1,0\n");
        Assert.Equal($"line 1, column {column}", refused.Place!.En);
        Assert.Contains(says, refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_disagree_are_both_named()
    {
        var refused = SourceFiles.Refused(Header + "2020,ABW,BES,53,28,25,BR\n2020,ABW,CHN,1,1,0,BR\n2020,ABW,BES,54,28,25,BR\n");
        Assert.Equal("line 4", refused.Place!.En);
        Assert.Contains("line 2", refused.Reason.En, StringComparison.Ordinal);
        Assert.Contains("línea 2", refused.Reason.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_repeated_word_for_word_is_kept_once() =>
        Assert.Equal(3, SourceFiles.Text(Header + "2020,ABW,BES,53,28,25,BR\n2020,ABW,BES,53,28,25,BR\n").Observations.Count);

    [Fact]
    public void Namibia_is_not_nothing() =>
        Assert.Equal(53, SourceFiles.Text(Header + "2020,NA,BES,53,28,25,BR\n").Value("REF_AREA=NAM", "SEX=_T"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(60)]
    public void Truncated_gzip_is_refused(int cut)
    {
        var gzip = SourceFiles.Gzip(Encoding.UTF8.GetBytes(Excerpts.StockByOriginAndSex));
        if (cut == 0)
        {
            Assert.NotEqual(0, SourceFiles.Bytes(gzip).Observations.Count);
            return;
        }

        Assert.Contains("cut short", SourceFiles.Refused(gzip[..^cut], name: "t.csv.gz").Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_with_a_wrong_checksum_is_refused()
    {
        var gzip = SourceFiles.Gzip(Encoding.UTF8.GetBytes(Excerpts.StockByOriginAndSex));
        gzip[^6] ^= 1;
        Assert.Contains("damaged", SourceFiles.Refused(gzip).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_bomb_is_refused() =>
        Assert.Contains("zip bomb", SourceFiles.Refused(SourceFiles.Gzip([.. Encoding.UTF8.GetBytes(Header), .. Blank(64 << 20)])).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Empty_file_is_refused() => Assert.Contains("0 bytes", SourceFiles.Refused("").Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Header_without_figures_is_refused() => Assert.Contains("no figures", SourceFiles.Refused(Header).Reason.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("%PDF-1.7\nabc", "binary")]
    [InlineData("GIF89a\0\0\0", "binary")]
    [InlineData("\u00D0\u00CF\u0011\u00E0rest", "old Excel")]
    public void Other_kinds_of_file_are_refused(string content, string says) =>
        Assert.Contains(says, SourceFiles.Refused(Encoding.Latin1.GetBytes(content)).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Latin1_is_named_with_its_place()
    {
        var refused = SourceFiles.Refused(Encoding.Latin1.GetBytes(Header + "1990,México,BES,53,28,25,BR\n"));
        Assert.Equal("line 2, column 2", refused.Place!.En);
        Assert.Contains("Latin-1", refused.Reason.En, StringComparison.Ordinal);
        Assert.Contains("México", refused.Reason.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf16_is_named() =>
        Assert.Contains("UTF-16", SourceFiles.Refused([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header)]).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Open_quote_is_named_by_line() =>
        Assert.Equal("line 2, column 3", SourceFiles.Refused(Header + "1990,ABW,\"BES,53,28,25,BR\n").Place!.En);

    [Fact]
    public void Revision_that_the_content_does_not_tell_is_asked_for()
    {
        const string Rows = "1990,ABW,BES,53,28,25,BR\n";
        Assert.Contains("--revision", SourceFiles.Refused(Header + Rows).Reason.En, StringComparison.Ordinal);
        Assert.Equal("UNDESA.2024", SourceFiles.Text(Header + Rows, new("2024")).Revision.Id);
        Assert.Equal("UNDESA.2024", SourceFiles.Text(Header + Rows, new("UNDESA.2024")).Revision.Id);
        Assert.Contains("UNDESA.2024", SourceFiles.Refused(Header + Rows, new("WB.2024")).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_and_folder_are_refused()
    {
        foreach (var path in new[] { BundledData.Path("no-such-file.csv"), BundledData.Path("areas") })
        {
            var refused = Assert.Throws<InputException>(() => SourceFiles.Readers.Read(path, new ReadingOptions(), cancellation: TestContext.Current.CancellationToken));
            Assert.Equal(path, refused.File);
            Assert.NotEmpty(refused.Reason.Es);
        }
    }

    [Fact]
    public void Reading_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            SourceFiles.Readers.Read("t.csv", new MemoryStream(Encoding.UTF8.GetBytes(Excerpts.StockByOriginAndSex)), new(), cancellation: stop.Token));
    }

    [Theory]
    [InlineData("A,USA,MEX,_T,STOCK,_T,_T,_T,2020,,E,PS,0,UNDESA.2024,S,M,L,,", 10, "does not say why")]
    [InlineData("A,USA,MEX,_T,STOCK,_T,_T,_T,2020,5,O,PS,0,UNDESA.2024,S,M,L,,", 10, "says that it is missing")]
    [InlineData("A,USA,MEX,_T,STOCK,_T,_T,_T,2020-07,5,E,PS,0,UNDESA.2024,S,M,L,,", 9, "not of frequency A")]
    [InlineData("A,USA,MEX,_T,STOCK,_T,_T,_T,2023-,5,E,PS,0,UNDESA.2024,S,M,L,,", 9, "not a period")]
    [InlineData("A,USA,MEX,_T,STOCK,X,_T,_T,2020,5,E,PS,0,UNDESA.2024,S,M,L,,", 6, "expected one of")]
    [InlineData("A,USA,MEX,_T,STOCK,_T,_T,_T,2020,5,E,PS,4,UNDESA.2024,S,M,L,,", 13, "expected one of")]
    [InlineData("A,USA,MEX,_T,STOCK,_T,_T,_T,2020,5,E,PS,0,2024,S,M,L,,", 14, "SOURCE.RELEASE")]
    public void Exported_table_that_contradicts_itself_is_refused(string row, int column, string says)
    {
        var refused = SourceFiles.Refused(Excerpts.Exported[..(Excerpts.Exported.IndexOf('\n') + 1)] + row + "\n");
        Assert.Equal($"line 2, column {column}", refused.Place!.En);
        Assert.Contains(says, refused.Reason.En, StringComparison.Ordinal);
    }

    private static byte[] Blank(int length)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)'\n');
        return bytes;
    }
}
