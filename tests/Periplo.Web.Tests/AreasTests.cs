using System.Net;
using System.Xml.Linq;
using Periplo.Areas;
using Periplo.Languages;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class AreasTests(TestSite site)
{
    private List<Area> Destinations
    {
        get
        {
            var stock = site.Stock;
            return [.. stock.Observations.Codes[stock.Definition.Dimension("REF_AREA")].Select(code => site.Installation.Areas[code]).Where(area => area.IsLeaf)];
        }
    }

    [Fact]
    public async Task World_map_shows_all_233_destinations()
    {
        Assert.Equal(233, Destinations.Count);
        foreach (var language in Site.Languages)
        {
            var html = await site.Page(Addresses.Home(language));
            var outlines = Html.Attributes(html, "id").Where(id => id.StartsWith("o-", StringComparison.Ordinal)).ToHashSet();
            var links = Html.Chart(html).Descendants().Where(element => element.Name.LocalName == "a").ToLookup(a => (string?)a.Attribute("href"));
            foreach (var area in Destinations)
            {
                var link = Assert.Single(links[Addresses.Country(language, area.Id)]);
                var parts = link.Descendants().ToList();
                Assert.StartsWith(area.ShortName.In(language), parts.First(one => one.Name.LocalName == "title").Value, StringComparison.Ordinal);
                var isOutline = parts.Exists(one => one.Name.LocalName == "use" && (string?)one.Attribute("href") == $"#o-{area.Id}") && outlines.Contains($"o-{area.Id}");
                var isDot = parts.Exists(one => one.Name.LocalName == "circle" && Is(one, "dot")) && parts.Exists(one => one.Name.LocalName == "text" && one.Value == area.Id);
                Assert.True(isOutline || isDot, $"{area.Id} is neither an outline nor a labelled dot");
            }
        }

        static bool Is(XElement element, string name) => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name);
    }

    [Fact]
    public async Task Every_destination_has_a_page()
    {
        // A brief run asks for each in one language, and its neighbour in the next.
        var addresses = Destinations.SelectMany((area, i) => Enumerable.Range(TestCounts.Seed % Site.Languages.Count + i, TestCounts.Languages).Select(j => (Area: area, Language: Site.Languages[j % Site.Languages.Count])));
        await Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (one, cancellation) =>
        {
            var address = Addresses.Country(one.Language, one.Area.Id);
            using var answer = await site.Client.GetAsync(address, cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}");
            var html = await answer.Content.ReadAsStringAsync(cancellation);
            Assert.Contains($"<h1>{WebUtility.HtmlEncode(one.Area.ShortName.In(one.Language))}</h1>", WebUtility.HtmlEncode(WebUtility.HtmlDecode(html)).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Countries_page_lists_every_destination()
    {
        foreach (var language in Site.Languages)
        {
            var links = Html.Attributes(await site.Page(Addresses.Countries(language)), "href").ToHashSet();
            Assert.All(Destinations, area => Assert.Contains(Addresses.Country(language, area.Id), links));
        }
    }

    [Theory]
    [InlineData(Language.Es, "s. d.")]
    [InlineData(Language.En, "n/a")]
    [InlineData(Language.Fr, "n. d.")]
    public async Task Area_without_figures_shows_missing_never_zero(Language language, string missing)
    {
        Assert.DoesNotContain(Destinations, area => area.Id == "PCN");
        var html = await site.Page(Addresses.Country(language, "PCN"));
        var tiles = html.Split("class=\"tile\"")[1..];
        Assert.Contains(tiles, tile => tile.Contains(missing, StringComparison.Ordinal));
        Assert.DoesNotContain(tiles, tile => System.Text.RegularExpressions.Regex.IsMatch(tile, ">\\s*0\\s*<"));
        var map = Html.Chart(await site.Page(Addresses.Home(language)));
        var title = map.Descendants().First(element => element.Name.LocalName == "title" && element.Value.StartsWith("Pitcairn", StringComparison.Ordinal));
        Assert.Contains(missing, title.Value, StringComparison.Ordinal);
        Assert.Contains(title.Parent!.Descendants(), element => ((string?)element.Attribute("class") ?? "").Split(' ').Contains("miss"));
    }

    [Fact]
    public async Task Published_zero_is_written_zero()
    {
        // UNHCR publishes zeros; find an area whose refugees hosted were zero in one year and not in another.
        var displaced = site.Installation.Dataset("DISPLACED", null);
        var csv = await TableFile.Csv(site, Addresses.Country(Language.Es, "URY", CountryView.Displaced) + ".csv");
        Assert.NotEmpty(displaced.Parts);
        var zeros = csv.Rows.SelectMany(row => csv.Numbers.Select(column => (Row: row, Column: column))).Where(cell => cell.Row[cell.Column] == "0").ToList();
        Assert.NotEmpty(zeros);
        var table = Html.Table(await site.Page(Addresses.Country(Language.Es, "URY", CountryView.Displaced)));
        foreach (var (row, column) in zeros)
            Assert.Equal("0", table.Single(cells => cells[0] == row[0])[1 + csv.Numbers.IndexOf(column)].Split(' ')[0]);
    }
}
