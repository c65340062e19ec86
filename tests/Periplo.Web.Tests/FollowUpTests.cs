using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Periplo.Languages;
using Periplo.Web.Cooperation;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>What the pages, files and API of commitments, portfolio and facts must say.</summary>
public sealed class FollowUpTests(TestSite site)
{
    [Fact]
    public async Task Ninety_four_rows_are_answered_by_page_and_by_api_with_value_document_and_place()
    {
        using var json = JsonDocument.Parse(await site.File("/api/facts?subject=", "application/json"));
        var facts = json.RootElement.GetProperty("facts").EnumerateArray().ToList();
        Assert.Equal(94, facts.Select(fact => fact.GetProperty("row").GetString()).Distinct().Count());
        var dossier = site.Installation.Dossier();
        var list = await site.Page(FollowUpAddresses.Facts(Language.Es));
        foreach (var language in Site.Languages)
        {
            foreach (var row in dossier.Facts.Rows)
            {
                var page = Html.Text(await site.Page(FollowUpAddresses.Fact(language, row.Key)));
                foreach (var fact in row)
                {
                    Assert.Contains(Html.Spaced(fact.ValueText().In(language)), page, StringComparison.Ordinal);
                    Assert.All(fact.Sources, source => Assert.Contains(Html.Spaced(dossier.Cite(source).In(language)), page, StringComparison.Ordinal));
                    Assert.Contains($"#{fact.Id}\"", list, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task A_fact_stands_beside_later_figures_with_their_revision()
    {
        var page = Html.Text(await site.Page("/en/facts/Q001"));
        Assert.Contains("175,000,000", page, StringComparison.Ordinal);
        Assert.Contains("STOCK UNDESA.2024 2000 174,566,152", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Ask("/hechos/Q024-rate")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/hechos/Q095")).Status);
    }

    [Fact]
    public async Task The_portfolio_page_says_126_and_67_million_and_lists_the_fifteen()
    {
        foreach (var language in Site.Languages)
        {
            var html = await site.Page(FollowUpAddresses.Portfolio(language));
            var page = Html.Text(html).Replace('\u00A0', ' ');
            Assert.Contains(" 126 ", page, StringComparison.Ordinal);
            Assert.Contains(language.Of("US$67 millones", "US$67 million", "67 millions US$"), page, StringComparison.Ordinal);
            Assert.Contains(language.Of("€50 millones = 25 + 15 + 10", "€50 million = 25 + 15 + 10", "50 millions € = 25 + 15 + 10"), page, StringComparison.Ordinal);
            Assert.Equal(15, Regex.Count(html, "<tr id=\"ctm-"));
        }
    }

    [Fact]
    public async Task A_chain_is_on_one_page_and_says_what_is_missing()
    {
        var html = WebUtility.HtmlDecode(await site.Page("/compromisos/acp-facility"));
        foreach (var part in (string[])["Acciones", "Evidencia", "€25,000,000", "id=\"trend\"", "no prueba que este compromiso sea la causa", "Con retraso"])
            Assert.Contains(part, html, StringComparison.Ordinal);
        var none = WebUtility.HtmlDecode(await site.Page("/compromisos/tampere-fair"));
        foreach (var part in (string[])["Sin información", "Ningún documento dice qué dinero lo paga.", "No consta un plazo", "Ninguna serie"])
            Assert.Contains(part, none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overdue_and_status_name_their_denominators()
    {
        var page = Html.Text(await site.Page("/en/commitments?date=2008-08-11"));
        Assert.Matches("Status of \\d+ commitments on 11 August 2008", page);
        Assert.Matches("Of \\d+ commitments 3 have a deadline, and of those 3 it passed before 11 August 2008 for 1", page);
        using var json = JsonDocument.Parse(await site.File("/api/commitments?date=2008-08-11", "application/json"));
        Assert.Equal(3, json.RootElement.GetProperty("overdue").GetProperty("with_deadline").GetInt32());
    }

    [Theory]
    [InlineData("/compromisos.ics")]
    [InlineData("/en/commitments.ics")]
    [InlineData("/compromisos/plan/ecowas-2008.ics")]
    public async Task Calendar_is_sound(string address)
    {
        var text = Encoding.UTF8.GetString(await site.File(address, "text/calendar"));
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n', StringComparison.Ordinal)));
        var uids = Regex.Matches(text, "UID:(\\S+)").Select(match => match.Value).ToList();
        Assert.NotEmpty(uids);
        Assert.Equal(uids.Count, uids.Distinct().Count());
        Assert.Equal(uids.Count, Regex.Count(text, "DTSTAMP:\\d{8}T\\d{6}Z"));
    }

    [Theory]
    [InlineData("/compromisos?fecha=ayer")]
    [InlineData("/compromisos?situacion=%3Cb%3E")]
    [InlineData("/compromisos?pais=Atlantis")]
    [InlineData("/compromisos/nada")]
    [InlineData("/compromisos/plan/nada")]
    [InlineData("/compromisos/plan/nada.ics")]
    [InlineData("/compromisos/nada/evolucion.svg")]
    [InlineData("/compromisos/tampere-fair/evolucion")]
    [InlineData("/cartera?cartera=nada")]
    [InlineData("/cartera/fondos?moneda=XXX")]
    [InlineData("/api/commitments?date=0000-00-00")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        var (status, _, text) = await site.Ask(address);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_of_a_page_is_there()
    {
        foreach (var (name, address) in FollowUpPages.All)
        {
            foreach (var language in Site.Languages)
            {
                var html = await site.Page(address(language));
                foreach (var target in Html.Attributes(html, "href").Where(href => Regex.IsMatch(href, "\\.(csv|json|ics|svg)(\\?|$)") && !href.Contains("/assets/", StringComparison.Ordinal)).Distinct())
                {
                    var (status, _, text) = await site.Ask(target);
                    Assert.True(status == HttpStatusCode.OK && text.Length > 0, $"{name}: {target} answers {status}");
                }
            }
        }
    }
}
