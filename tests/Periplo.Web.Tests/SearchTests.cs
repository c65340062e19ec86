using System.Net;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class SearchTests(TestSite site)
{
    [Theory]
    [InlineData("/buscar?q=MEXICO", "/pais/MEX")]
    [InlineData("/buscar?q=m%C3%A9xico", "/pais/MEX")]
    [InlineData("/buscar?q=cote+d%27ivoire", "/pais/CIV")]
    [InlineData("/en/search?q=turkiye", "/en/country/TUR")]
    [InlineData("/buscar?q=NA", "/pais/NAM")]
    [InlineData("/buscar?q=320", "/pais/GTM")]
    [InlineData("/buscar?q=guinea", "/pais/GNB")]
    [InlineData("/buscar?q=m%C3%A9xico+a+estados+unidos", "/corredor/MEX-USA")]
    [InlineData("/fr/recherche?q=mexique+%C3%A0+%C3%A9tats-unis", "/fr/corridor/MEX-USA")]
    [InlineData("/en/search?q=mexico+to+united+states", "/en/corridor/MEX-USA")]
    [InlineData("/en/search?q=Mexico+%E2%86%92+Spain", "/en/corridor/MEX-ESP")]
    [InlineData("/buscar?q=remesas", "/datos/REMITTANCES")]
    [InlineData("/en/search?q=displaced", "/en/data/DISPLACED")]
    [InlineData("/en/search?q=stock", "/en/data/STOCK")]
    public async Task Search_finds_countries_corridors_and_datasets(string address, string found) =>
        Assert.Contains(found, Html.Attributes(Results(await site.Page(address)), "href"));

    [Fact]
    public async Task Search_for_a_misspelt_name_suggests_the_nearest() =>
        Assert.Contains("Guatemala", Html.Text(Results(await site.Page("/en/search?q=Guatemalla"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onfocus=\"alert(1)\" autofocus=\"")]
    [InlineData("'><img src=x onerror=alert(1)>")]
    [InlineData("{0} {1} {{")]
    [InlineData("%s%n\u202E\u0000")]
    public async Task Hostile_question_stays_text(string asked)
    {
        var html = await site.Page($"/en/search?q={Uri.EscapeDataString(asked)}");
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<[^>\"]*(\"[^\"]*\"[^>\"]*)*\\sonfocus=", html);
        Assert.DoesNotContain('\u0000', html);
        if (!asked.Contains('\u0000', StringComparison.Ordinal))
            Assert.Contains(asked, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_keep_the_question_in_the_field_and_in_the_other_language()
    {
        var html = await site.Page("/en/search?q=guinea");
        Assert.Contains(Html.Tags(html, "input"), field => field.Contains("value=\"guinea\"", StringComparison.Ordinal));
        Assert.Equal("/buscar?q=guinea", Html.Alternates(html)["es"]);
    }

    [Fact]
    public async Task Empty_question_finds_nothing_and_blames_nobody()
    {
        foreach (var language in Site.Languages)
        {
            var text = Html.Text(Results(await site.Page(Addresses.Search(language))));
            Assert.DoesNotContain("«»", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"\"", text, StringComparison.Ordinal);
        }
    }

    private static string Results(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
}
