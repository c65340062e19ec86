using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Periplo.Areas;
using Periplo.Sdmx.Csv;
using Xunit;

namespace Periplo.Tests.Areas;

/// <summary>Every code, number and name in published files is found.</summary>
public sealed class PublishedNamesTests
{
    private static readonly AreaRegistry Registry = BundledData.Areas;

    [Theory]
    [InlineData("demography/wpp2022_annual.csv.gz")]
    [InlineData("demography/wpp2024_annual.csv.gz")]
    [InlineData("stock/undesa_ims2020_totals.csv")]
    [InlineData("stock/undesa_ims2019_age_sex.csv.gz")]
    public void LocationCodes_OfUnDesa_AreFoundWithTheirNames(string file)
    {
        var seen = new HashSet<string>();
        foreach (var row in Rows(SharedData.Path(file)))
        {
            if (!seen.Add(row["m49_code"]))
                continue;
            var area = Registry.Resolve(row["m49_code"]);
            if (row["iso3"].Length > 0)
                Assert.Equal(row["iso3"], area.Id);
            if (row.TryGetValue("name", out var name))
                Assert.Equal(area.Id, Registry.Resolve(name.TrimEnd('*')).Id);
        }
    }

    [Theory]
    [InlineData("stock/undesa_ims2019_od_sex.csv.gz")]
    [InlineData("stock/undesa_ims2020_od_sex.csv.gz")]
    [InlineData("stock/undesa_ims2024_od_sex.csv.gz")]
    [InlineData("stock/wb_bilateral_stocks_2017.csv")]
    public void OriginsAndDestinations_OfStocks_AreFoundById(string file) =>
        Assert.All(Rows(SharedData.Path(file)).SelectMany(row => new[] { row["orig_iso3"], row["dest_iso3"] }).Distinct(), id => Assert.True(Registry.TryGet(id, out _), id));

    [Fact]
    public void RowsAndColumns_OfTheRemittanceMatrix_AreFound()
    {
        using var stream = File.OpenRead(SharedData.Path("original/bilateralremittancematrix2016_Nov2017.csv"));
        var reader = new CsvReader(stream);
        Assert.True(reader.Read() && reader.Read());
        var names = reader.Texts().Skip(1).ToList();
        while (reader.Read() && !reader.Text(0).StartsWith("Notes", StringComparison.Ordinal))
            names.Add(reader.Text(0));
        Assert.All(names.Select(name => name.Trim()).Where(name => name.Length > 0), name => Registry.Resolve(name));
        Assert.True(names.Count > 420);
    }

    [Fact]
    public void Codes_OfTheWorldBankFile_AreFoundWithTheirNames()
    {
        using var stream = File.OpenRead(SharedData.Path("original/API_BM.TRF.PWKR.CD.DT_DS2_en_csv_v2_3012027.csv"));
        var reader = new CsvReader(stream);
        var count = 0;
        while (reader.Read())
        {
            if (reader.FieldCount < 60 || reader.Text(0) == "Country Name")
                continue;
            count++;
            var area = Registry.Resolve(reader.Text(1));

            // Two aggregates of the World Bank bear the name of an M49 region with other members; the code decides.
            if (area.Id is not ("WB_NAC" or "WB_SSF"))
                Assert.Equal(area.Id, Registry.Resolve(reader.Text(0)).Id);
        }

        Assert.Equal(266, count);
    }

    [Theory]
    [InlineData("original/undesa_pd_2015_migration_flow_totals.xlsx", 40)]
    [InlineData("original/undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx", 280)]
    public void Names_OfWorkbooks_AreFound(string file, int atLeast)
    {
        // Country names stand among titles and notes: whatever looks like a name of ours must be found, so count.
        using var book = SpreadsheetDocument.Open(SharedData.Path(file), isEditable: false);
        var texts = book.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>()
            .Select(item => Regex.Replace(item.InnerText, @"\*+$", "").Trim()).Distinct();
        Assert.True(texts.Count(text => Registry.Find(text) is not null) >= atLeast);
        Assert.All(["The former Yugoslav Republic of Macedonia", "TFYR Macedonia", "United Kingdom of Great Britain and Northern Ireland"], name => Registry.Resolve(name));
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        var reader = new CsvReader(stream);
        Assert.True(reader.Read());
        var header = reader.Texts();
        while (reader.Read())
            yield return header.Zip(reader.Texts()).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
