using System.Text.RegularExpressions;
using Periplo.Languages;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class PagesTests(TestSite site)
{
    public static TheoryData<string> Kinds => PageKinds.Names;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Page_in_each_language_names_itself_in_the_others(string kind)
    {
        var expected = Site.Languages.ToDictionary(language => language.Tag(), language => PageKinds.Address(kind, language));
        foreach (var (tag, address) in expected)
        {
            var html = await site.Page(address);
            Assert.Equal(expected, Html.Alternates(html));
            Assert.Contains($"<html lang=\"{tag}\">", html, StringComparison.Ordinal);
            var others = Html.Tags(html, "a").Where(a => a.Contains("class=\"language\"", StringComparison.Ordinal))
                .ToDictionary(a => Html.Attributes(a, "hreflang").Single(), a => Html.Attributes(a, "href").Single());
            Assert.Equal(expected.Where(one => one.Key != tag), others.OrderBy(one => expected.Keys.ToList().IndexOf(one.Key)));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Page_has_sound_structure(string kind)
    {
        foreach (var language in Site.Languages)
        {
            var html = await site.Page(PageKinds.Address(kind, language));
            Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
            var ids = Html.Attributes(html, "id").ToList();
            Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
            var known = ids.ToHashSet();
            foreach (var name in (string[])["aria-labelledby", "aria-describedby", "for", "list"])
            {
                foreach (var id in Html.Attributes(html, name).SelectMany(value => value.Split(' ')))
                    Assert.True(known.Contains(id), $"{name} names #{id}, which is not on the page");
            }

            foreach (var fragment in Html.Attributes(html, "href").Where(href => href.StartsWith('#')))
                Assert.True(known.Contains(fragment[1..]), $"{fragment} is not on the page");
            foreach (Match match in Regex.Matches(html, "url\\(#([^)]*)\\)"))
                Assert.Contains(match.Groups[1].Value, known);
            var headings = Regex.Matches(html, "<h([1-6])[\\s>]").Select(match => int.Parse(match.Groups[1].Value)).ToList();
            Assert.Equal(1, headings[0]);
            Assert.Single(headings, 1);
            for (var i = 1; i < headings.Count; i++)
                Assert.True(headings[i] <= headings[i - 1] + 1, $"h{headings[i]} follows h{headings[i - 1]}");
            foreach (var field in Html.Tags(html, "input").Concat(Html.Tags(html, "select")))
                Assert.Contains($"for=\"{Html.Attributes(field, "id").Single()}\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
            Assert.DoesNotContain(" onclick=", html, StringComparison.Ordinal);
            Assert.Matches("<title>[^<]{5,}</title>", html);
        }
    }

    [Fact]
    public async Task Links_and_forms_of_the_site_lead_somewhere()
    {
        var seen = new Dictionary<string, string>();
        var starts = (string[])["home", "country", "corridor", "catalogue", "dataset", "lineage of a sum", "search", "map of shares", "about", "view origins", "movements", "movements of a country", "mirror", "method of movements", "flows", "flows of a region", "method of flows"];
        foreach (var start in starts)
        {
            foreach (var language in Site.Languages)
            {
                var address = PageKinds.Address(start, language);
                var html = await site.Page(address);
                foreach (var target in Html.Attributes(html, "href").Concat(Html.Attributes(html, "action")).Concat(Html.Attributes(html, "src")))
                {
                    if (target.StartsWith('#'))
                        continue;
                    if (target.StartsWith("https://", StringComparison.Ordinal))
                    {
                        // Only papers lead away, and only when someone follows them.
                        Assert.Contains(site.Installation.Parts(), part => part.Papers.Url == target);
                        continue;
                    }

                    Assert.StartsWith("/", target, StringComparison.Ordinal);
                    seen.TryAdd(target, address);
                }
            }
        }

        Assert.InRange(seen.Count, 500, 20_000);
        // Lineage pages are of one kind and come by the hundred: some are followed. The pages of countries are asked for by AreasTests.
        var countries = Site.Languages.SelectMany(language => site.Installation.Areas.All.Select(area => Addresses.Country(language, area.Id))).ToHashSet();
        var followed = seen.Where((link, i) => i % TestCounts.LinkStep == 0 || (link.Key.Count(c => c == '/') < 5 && !countries.Contains(link.Key)));
        await Parallel.ForEachAsync(followed, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (link, cancellation) =>
        {
            using var answer = await site.Client.GetAsync(link.Key, HttpCompletionOption.ResponseHeadersRead, cancellation);
            Assert.True((int)answer.StatusCode is >= 200 and < 400, $"{link.Value} leads to {link.Key}, which answers {(int)answer.StatusCode}");
        });
    }

    [Fact]
    public async Task Area_under_another_code_or_name_leads_to_its_one_address()
    {
        foreach (var (asked, canonical) in new[]
        {
            ("/pais/gtm", "/pais/GTM"), ("/pais/GT", "/pais/GTM"), ("/pais/320", "/pais/GTM"), ("/en/country/Mexico", "/en/country/MEX"), ("/fr/pays/Mexique", "/fr/pays/MEX"),
            ("/pais/m%C3%A9xico/origenes.csv", "/pais/MEX/origenes.csv"), ("/pais/gt.json", "/pais/GTM.json"), ("/en/corridor/mx-us", "/en/corridor/MEX-USA"),
        })
        {
            using var answer = await site.Client.GetAsync(asked, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal(canonical, answer.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [InlineData("/pais/Guatemalla", "Guatemala")]
    [InlineData("/en/country/Germny", "Germany")]
    [InlineData("/corredor/MEX-Urugay", "Uruguay")]
    [InlineData("/fr/pays/Allemgne", "Allemagne")]
    [InlineData("/en/country/Urugay.json", "Uruguay")]
    public async Task Unknown_area_suggests_the_nearest(string address, string nearest)
    {
        var (status, _, text) = await site.Ask(address);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, status);
        Assert.Contains(nearest, text, StringComparison.Ordinal);
    }
}
