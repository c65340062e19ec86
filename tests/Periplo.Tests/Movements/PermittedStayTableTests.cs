using System.Security.Cryptography;
using System.Text;
using Periplo.Areas;
using Periplo.Movements;
using Periplo.Observatory;
using Periplo.Sources.Movements;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>The table of permitted stays: what comes with Periplo, which row holds, and files that cannot be taken.</summary>
public sealed class PermittedStayTableTests
{
    private const string AreaHeader = "area,name_es,name_en,name_fr,member,valid_from,valid_to,source\n";
    private const string RowHeader = "area,nationality,permit,days,window,valid_from,valid_to,source\n";
    private const string Areas = AreaHeader + "CA,Centro,Centre,Centre,GTM,,,act\nCA,Centro,Centre,Centre,HND,2020-01-01,2022-12-31,act\n";
    private static readonly DataFolder Data = new(BundledData.Path(""), null);
    private static readonly AreaRegistry Registry = BundledData.Areas;
    private static readonly PermittedStayTable Bundled = Data.PermittedStays(Registry);

    [Fact]
    public void Bundled_rule_of_Schengen_is_90_in_180_since_18_October_2013()
    {
        Assert.Null(Bundled.Find("SCHENGEN", "GTM", null, Day(2013, 10, 17)));
        foreach (var day in (int[])[Day(2013, 10, 18), Day(2016, 4, 11), Day(2016, 4, 12), Day(2026, 6, 1)])
            Assert.Equal(PermittedStayRule.NinetyIn180, Bundled.Find("SCHENGEN", "GTM", null, day)!.Rule);
        Assert.Equal("Regulation (EU) 2016/399, art. 6(1)", Bundled.Find("SCHENGEN", null, null, Day(2016, 4, 12))!.Source);
        Assert.Equal(29, Bundled.Area("SCHENGEN").Members.Count);
    }

    [Theory]
    [InlineData("FRA", null, true)]
    [InlineData("CHE", null, true)]
    [InlineData("IRL", null, true)]
    [InlineData("HND", "residence-permit", true)]
    [InlineData("HND", "long-stay-visa", true)]
    [InlineData("HND", "short-stay-visa", false)]
    [InlineData("GBR", null, false)]
    public void Bundled_exemptions_hold(string nationality, string? permit, bool free) =>
        Assert.Equal(free, Bundled.Find("SCHENGEN", nationality, permit, Day(2024, 5, 1))!.Rule is null);

    [Fact]
    public void Exemption_ends_with_its_validity()
    {
        Assert.Null(Bundled.Find("SCHENGEN", "GBR", null, Day(2020, 12, 31))!.Rule);
        Assert.NotNull(Bundled.Find("SCHENGEN", "GBR", null, Day(2021, 1, 1))!.Rule);
    }

    [Fact]
    public void Stay_counts_while_the_country_belongs_to_the_area()
    {
        var area = Bundled.Area("SCHENGEN");
        Assert.Equal(new DaySpan(Day(2023, 1, 1), Day(2023, 1, 10)), area.Counted("HRV", new(Day(2022, 12, 20), Day(2023, 1, 10))));
        Assert.Null(area.Counted("ROU", new(Day(2024, 3, 1), Day(2024, 3, 30))));
        Assert.Equal(new DaySpan(1, 5), area.Counted("FRA", new(1, 5)));
        Assert.Null(area.Counted("GTM", new(1, 5)));
        Assert.Equal("SCHENGEN", Assert.Single(Bundled.AreasOf("ESP", Day(2024, 1, 1))).Id);
        Assert.Empty(Bundled.AreasOf("IRL", Day(2024, 1, 1)));
    }

    [Fact]
    public void Row_that_names_most_holds_and_own_nationals_are_free()
    {
        var table = Read(Areas, RowHeader + "CA,,,90,180,,,a\nCA,MEX,,30,180,,,b\nCA,,work,10,20,,,c\nCA,MEX,work,free,,,,d\nPAN,,,60,365,,,e\n");
        Assert.Equal(90, table.Find("CA", "USA", null, 0)!.Rule!.Days);
        Assert.Equal(90, table.Find("CA", null, "study", 0)!.Rule!.Days);
        Assert.Equal(30, table.Find("CA", "MEX", "study", 0)!.Rule!.Days);
        Assert.Equal(10, table.Find("CA", "USA", "work", 0)!.Rule!.Days);
        Assert.Null(table.Find("CA", "MEX", "work", 0)!.Rule);
        Assert.Equal(90, table.Find("CA", "HND", null, Day(2019, 1, 1))!.Rule!.Days);
        Assert.Null(table.Find("CA", "HND", null, Day(2021, 1, 1))!.Rule);
        Assert.Null(table.Find("PAN", "PAN", null, 0)!.Rule);
        Assert.Equal(60, table.Find("PAN", "HND", null, 0)!.Rule!.Days);
        Assert.Null(table.Find("CRI", "HND", null, 0));
        Assert.Equal(["CA"], table.AreasOf("GTM", 0).Select(area => area.Id));
        Assert.Equal(["PAN"], table.AreasOf("PAN", 0).Select(area => area.Id));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("area,nationality\n", "line 1, column 3")]
    [InlineData(RowHeader + "CA,,,90,180,,\n", "line 2, column 8")]
    [InlineData(RowHeader + "XX,,,90,180,,,a\n", "line 2, column 1")]
    [InlineData(RowHeader + "013,,,90,180,,,a\n", "line 2, column 1")]
    [InlineData(RowHeader + "CA,Atlantis,,90,180,,,a\n", "line 2, column 2")]
    [InlineData(RowHeader + "CA,,,ninety,180,,,a\n", "line 2, column 4")]
    [InlineData(RowHeader + "CA,,,90,,,,a\n", "line 2, column 5")]
    [InlineData(RowHeader + "CA,,,180,180,,,a\n", "line 2, column 5")]
    [InlineData(RowHeader + "CA,,,free,180,,,a\n", "line 2, column 5")]
    [InlineData(RowHeader + "CA,,,90,180,2013-02-30,,a\n", "line 2, column 6")]
    [InlineData(RowHeader + "CA,,,90,180,2014-01-01,2013-01-01,a\n", "line 2, column 7")]
    [InlineData(RowHeader + "CA,,,90,180,,,\n", "line 2, column 8")]
    [InlineData(RowHeader + "CA,,,90,180,,2020-01-01,a\nCA,,,60,180,2020-01-01,,a\n", "line 3, column 1")]
    [InlineData(RowHeader + "CA,,,90,180,,,\"a\n", "line 2")]
    public void Rows_that_cannot_be_taken_are_refused_with_their_place(string rows, string place)
    {
        var refused = Assert.Throws<InputException>(() => Read(Areas, rows));
        Assert.Equal("rows.csv", refused.File);
        Assert.Contains(place, refused.Message, StringComparison.Ordinal);
        Assert.NotEqual(refused.Explanation.Es, refused.Explanation.En);
    }

    [Theory]
    [InlineData("CA,Centro,Centre,Centre,XXX,,,act\n", "line 2, column 5")]
    [InlineData("GTM,Centro,Centre,Centre,GTM,,,act\n", "line 2, column 1")]
    [InlineData("CA,Centro,,Centre,GTM,,,act\n", "line 2, column 3")]
    [InlineData("CA,Centro,Centre,,GTM,,,act\n", "line 2, column 4")]
    [InlineData("CA,Centro,Centre,Centre,GTM,,,act\nCA,Otro,Other,Autre,HND,,,act\n", "line 3, column 2")]
    [InlineData("CA,Centro,Centre,Centre,GTM,,,act\nCA,Centro,Centre,Centre,GTM,,,act\n", "line 3, column 5")]
    public void Areas_that_cannot_be_taken_are_refused_with_their_place(string areas, string place)
    {
        var refused = Assert.Throws<InputException>(() => Read(AreaHeader + areas, RowHeader));
        Assert.Contains($"areas.csv, {place}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_and_nothing_else()
    {
        var (areas, rows) = (File.ReadAllBytes(BundledData.Path("movements/counted-areas.csv")), File.ReadAllBytes(BundledData.Path("movements/permitted-stay.csv")));
        Property.Holds(TestCounts.StayHistories, random =>
        {
            var (a, r) = random.Next(2) == 0 ? (Mutation.Of(areas, random), rows) : (areas, Mutation.Of(rows, random));
            try
            {
                PermittedStayReader.Read(("a", new MemoryStream(a)), ("r", new MemoryStream(r)), Registry);
            }
            catch (InputException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        });
    }

    [Theory]
    [InlineData("counted-areas.csv")]
    [InlineData("permitted-stay.csv")]
    public void Checksum_of_a_bundled_file_stands_in_its_readme(string file)
    {
        var sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(BundledData.Path($"movements/{file}"))));
        Assert.Contains($"| `{file}` | `{sum}` |", File.ReadAllText(BundledData.Path("movements/README.md")), StringComparison.Ordinal);
    }

    private static PermittedStayTable Read(string areas, string rows) =>
        PermittedStayReader.Read(("areas.csv", Bytes(areas)), ("rows.csv", Bytes(rows)), Registry);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static int Day(int year, int month, int day) => DaySpan.Number(new(year, month, day));
}
