using System.Text.RegularExpressions;
using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Web.Profiles;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class ProfilePagesTests(TestSite site)
{
    private const int PageBudget = 500_000;

    [Theory]
    [InlineData("GTM")]
    [InlineData("USA")]
    [InlineData("NRU")]
    [InlineData("PCN")]
    [InlineData("001")]
    public async Task Page_has_every_section_none_empty_and_stays_within_its_budget(string area)
    {
        foreach (var language in Site.Languages)
        {
            var html = await site.Page(Addresses.Country(language, area));
            Assert.InRange(html.Length, 10_000, PageBudget);
            var sections = Regex.Split(html, "<section class=\"profile-section\"").Skip(1).ToList();
            Assert.Equal(SectionNames.All.Count - 1, sections.Count);
            foreach (var (section, kind) in sections.Zip(SectionNames.All.Skip(1)))
            {
                Assert.Contains(SectionNames.Title(kind).In(language), Html.Text(section), StringComparison.Ordinal);
                Assert.Matches("<(p|table|figure|div class=\"tiles)", section[section.IndexOf("</h2>", StringComparison.Ordinal)..]);
            }
        }
    }

    [Fact]
    public async Task Every_indicator_without_value_is_named_with_who_could_fill_it()
    {
        var table = site.Installation.Indicators(TestContext.Current.CancellationToken);
        var text = Html.Text(await site.Page(Addresses.Country(Language.Es, "GTM")));
        foreach (var (indicator, _) in table.Gaps("GTM"))
        {
            Assert.Contains(indicator.Name.Es, text, StringComparison.Ordinal);
            Assert.Contains(indicator.Source.Es, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Documents_are_the_same_bytes_each_time_and_stand_alone()
    {
        foreach (var language in Site.Languages)
        {
            var address = ProfileAddresses.Document(language, "GTM", ".html");
            var one = await site.File(address, "text/html");
            Assert.Equal(one, await site.File(address, "text/html"));
            var html = System.Text.Encoding.UTF8.GetString(one);
            Assert.Contains($"<html lang=\"{language.Tag()}\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("url\\((?!data:|#)", html);
            Assert.Contains("data:font/woff2;base64,", html, StringComparison.Ordinal);
            Assert.DoesNotContain(" href=\"/", html, StringComparison.Ordinal);
            Assert.All(Html.Attributes(html, "href"), href => Assert.True(href.StartsWith('#') || href.StartsWith(site.Origin, StringComparison.Ordinal) || href.StartsWith("https://", StringComparison.Ordinal), href));
            var ids = Html.Attributes(html, "id").ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
        }
    }

    [Fact]
    public void Document_of_a_place_without_site_leads_nowhere()
    {
        using var files = new ProfileFiles(site.Installation);
        var area = site.Installation.Areas["GTM"];
        var edition = site.Installation.Edition(null, TestContext.Current.CancellationToken);
        var font = Font();
        var profile = new ProfileGenerator(site.Installation.ProfileMaterial(edition, font, null, TestContext.Current.CancellationToken), edition, ProfileLinks.None).Of(area, EditionStanding.Draft);
        using var bytes = new MemoryStream();
        files.WriteHtml(profile, Language.Fr, null, bytes);
        var html = System.Text.Encoding.UTF8.GetString(bytes.ToArray());
        Assert.All(Html.Attributes(html, "href"), href => Assert.Matches("^(#|https://)", href));
    }

    [Fact]
    public void Printing_without_a_browser_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("periplo-print-test-");
        try
        {
            var page = Path.Combine(folder.FullName, "one.html");
            File.WriteAllText(page, "<p>");
            var error = Assert.Throws<Statistics.StatisticsException>(() => new ProfilePrinter(Path.Combine(folder.FullName, "no-such-browser")).Print(page, Path.Combine(folder.FullName, "one.pdf"), TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
            Assert.Contains("one.html", error.Explanation.Es, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(folder.FullName, "one.pdf")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task List_of_profiles_counts_what_is_filled()
    {
        var table = site.Installation.Indicators(TestContext.Current.CancellationToken);
        var rows = Html.Table(await site.Page("/perfiles"), (await site.Page("/perfiles")).IndexOf("id=\"countries\"", StringComparison.Ordinal)).Skip(1).ToDictionary(row => row[0], row => row[1]);
        foreach (var area in (string[])["GTM", "MEX", "NRU", "PCN"])
            Assert.Equal($"{table.Filled(area).Count}", rows[site.Installation.Areas[area].ShortName.Es]);
    }

    private Charts.FontMetrics Font()
    {
        using var widths = site.Installation.Data.Open("fonts/advance-widths.csv");
        return Charts.FontMetrics.Read("advance-widths.csv", widths);
    }
}
