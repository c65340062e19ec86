using System.Net;
using Periplo.Languages;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>What a corridor's page says of flows as both sides report them. The bundled figures have the destinations' side alone.</summary>
public sealed class ReportedFlowPagesTests(TestSite site)
{
    [Theory]
    [InlineData(Language.Es, "Falta el lado del origen")]
    [InlineData(Language.En, "The origin’s side is missing")]
    [InlineData(Language.Fr, "Le côté de l’origine manque")]
    public async Task Page_says_which_side_is_missing(Language language, string said)
    {
        foreach (var address in new[] { Addresses.Corridor(language, "FRA", "ESP"), Addresses.ReportedFlows(language, "FRA", "ESP") })
        {
            var (status, _, page) = await site.Ask(address);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(said, WebUtility.HtmlDecode(page).Replace('\'', '’'), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Numbers_are_those_the_destination_reports()
    {
        var csv = await TableFile.Csv(site, "/en/corridor/FRA-ESP/reported.csv");
        var row = Assert.Single(csv.Rows, row => row[0] == "2016");
        Assert.Equal(13_341, TableFile.Number(row[csv.Numbers[0]]));
        Assert.Contains("FLOWS/EUROSTAT.2016/", row[csv.Numbers[0] + 2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Citizens_who_immigrate_are_told_apart_from_a_mirror()
    {
        var csv = await TableFile.Csv(site, "/en/corridor/COL-ESP/reported.csv");
        Assert.Equal(172_241, TableFile.Number(Assert.Single(csv.Rows, row => row[0] == "2022")[csv.Numbers[0]]));
        Assert.Contains("no mirror of emigration", csv.Rows[0][^1], StringComparison.Ordinal);
        Assert.Contains("The origin's side is missing", csv.Rows[0][^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corridor_of_which_nothing_is_reported_says_so_and_has_no_file()
    {
        var (_, _, page) = await site.Ask(Addresses.Corridor(Language.Es, "NRU", "PCN"));
        Assert.Contains("Falta el lado del destino", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/corredor/NRU-PCN/notificado.csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/corredor/NRU/notificado")).Status);
    }
}
