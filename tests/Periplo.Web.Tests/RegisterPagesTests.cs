using System.Net;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Web.Registers;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>What the public sees of the registers that come with Periplo.</summary>
public sealed class RegisterPagesTests(TestSite site)
{
    private Observatory.Records Records => site.Installation.Records;

    [Fact]
    public async Task Every_register_has_its_list_records_history_and_files_in_both_languages()
    {
        foreach (var register in Records.Registers.All)
        {
            var heads = Records.Table(register.Id).List(new(), Language.Es).Records;
            foreach (var language in Site.Languages)
            {
                var address = RegisterAddresses.Register(language, register.Id);
                var html = await site.Page(address);
                Assert.Contains(register.Name.In(language), Html.Text(html), StringComparison.Ordinal);
                foreach (var field in register.Fields.Where(field => field.Listed && heads.Count > 0))
                    Assert.Contains(field.Name.In(language), Html.Text(html), StringComparison.Ordinal);
                foreach (var head in heads.Take(2).Concat(heads.Skip(2).TakeLast(1)))
                {
                    var page = await site.Page(RegisterAddresses.Record(language, register.Id, head.Id));
                    Assert.DoesNotContain("<h1></h1>", page, StringComparison.Ordinal);
                    Assert.DoesNotContain("<dd></dd>", page, StringComparison.Ordinal);
                    await site.Page(RegisterAddresses.History(language, register.Id, head.Id));
                }

                var csv = await site.File(address + ".csv", "text/csv");
                Assert.True(csv.Length > 0, address);
                using var json = JsonDocument.Parse(await site.File(address + ".json", "application/json"));
                Assert.Equal(heads.Count, json.RootElement.GetProperty("records").GetArrayLength());
            }
        }
    }

    [Fact]
    public async Task Filters_give_the_records_that_fit_and_their_count()
    {
        foreach (var register in Records.Registers.All)
        {
            var published = Records.Table(register.Id).Published.ToList();
            foreach (var field in register.Fields.Where(field => field.Filter))
            {
                var column = field.Columns[0];
                var value = published.SelectMany(head => RecordCheck.Split(field, head.Published!.Values[column.Position])).FirstOrDefault();
                if (value is null)
                    continue;
                var fit = published.Count(head => RecordCheck.Split(field, head.Published!.Values[column.Position]).Contains(value));
                using var json = JsonDocument.Parse((await site.Ask($"/api/registers/{register.Id}/records?{field.Id}={Uri.EscapeDataString(value)}")).Text);
                Assert.Equal(fit, json.RootElement.GetProperty("count").GetInt32());
                var html = await site.Page($"{RegisterAddresses.Register(Language.Es, register.Id)}?{field.Id}={Uri.EscapeDataString(value)}");
                Assert.Contains($"{Numbers.Format(fit, NumberStyle.Whole, Language.Es)} de {Numbers.Format(published.Count, NumberStyle.Whole, Language.Es)} fichas", Html.Text(html), StringComparison.Ordinal);
                Assert.Equal(Math.Min(fit, RegisterList.PerPage), Html.Table(html).Count - 1);
            }
        }
    }

    [Fact]
    public async Task Search_ignores_accents_and_wants_every_word()
    {
        var with = Html.Text(await site.Page("/registros/documents?palabras=migraci%C3%B3n+internacional+secretario"));
        var without = Html.Text(await site.Page("/registros/documents?palabras=MIGRACION+Internacional+secretario"));
        Assert.Contains("Informe del Secretario General", with, StringComparison.Ordinal);
        Assert.Contains("Informe del Secretario General", without, StringComparison.Ordinal);
        Assert.Contains("0 de ", Html.Text(await site.Page("/registros/documents?palabras=migraci%C3%B3n+zzzz")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sorting_and_pages_give_every_record_once()
    {
        var register = Records.Registers.Get("facts");
        var all = Records.Table("facts").List(new(), Language.En).Count;
        foreach (var sort in (string[])["value", "-value", "date", "-measure"])
        {
            var ids = new List<string>();
            for (var page = 1; ids.Count < all; page++)
            {
                using var json = JsonDocument.Parse((await site.Ask($"/api/registers/facts/records?sort={sort}&page={page}")).Text);
                ids.AddRange(json.RootElement.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("id").GetString()!));
            }

            Assert.Equal(all, ids.Distinct().Count());
            if (sort != "-value")
                continue;
            var values = ids.Select(id => decimal.TryParse(register.Value(Records.Table("facts").Find(id)!.Published!.Values, "value"), out var value) ? value : decimal.MinValue).ToList();
            Assert.Equal(values.OrderDescending(), values);
        }
    }

    [Theory]
    [InlineData("?pagina=0")]
    [InlineData("?pagina=-1")]
    [InlineData("?pagina=99999999999999")]
    [InlineData("?pagina=abc")]
    [InlineData("?pagina=1000")]
    [InlineData("?orden=nada")]
    [InlineData("?orden=--value")]
    [InlineData("?orden=%00")]
    [InlineData("/no-hay")]
    [InlineData("/no-hay.json")]
    [InlineData("/no-hay/historia")]
    [InlineData(".svg")]
    public async Task What_no_list_understands_is_not_found(string tail)
    {
        var (status, _, text) = await site.Ask("/registros/facts" + tail);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.NotEqual("", text);
    }

    [Theory]
    [InlineData("?palabras=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("?topic=%22%3E%3Cscript%3E")]
    [InlineData("?topic=a&topic=b&topic=c")]
    [InlineData("?palabras=%00%FF%FE")]
    [InlineData("?borradores=si")]
    [InlineData("?nada=1&utm_source=x")]
    public async Task Odd_queries_are_answered_with_nothing_of_theirs_run(string query)
    {
        var html = await site.Page("/registros/facts" + query);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_names_what_it_refers_to_and_who_refers_to_it()
    {
        var commitment = Records.Table("commitments").List(new(), Language.Es).Records[0];
        var register = Records.Registers.Get("commitments");
        var plan = register.Value(commitment.Published!.Values, "plan");
        var html = await site.Page(RegisterAddresses.Record(Language.Es, "commitments", commitment.Id));
        Assert.Contains($"href=\"/registros/plans/{plan}\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/registros/commitments/{commitment.Id}\"", await site.Page($"/registros/plans/{plan}") + await site.Page($"/registros/commitments?plan={plan}"), StringComparison.Ordinal);
        Assert.Matches("href=\"/registros/documents/[A-Za-z0-9.-]+\">[^<]+¶", WebUtility.HtmlDecode(html));
    }

    [Fact]
    public async Task The_search_of_the_site_finds_records_by_title()
    {
        var html = await site.Page("/buscar?q=informe+secretario+general+2008");
        Assert.Contains("href=\"/registros/documents/A-63-265\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_refused_in_json()
    {
        foreach (var (address, status) in ((string, int)[])[("/api/registers/none", 404), ("/api/registers/facts/records?misspelt=1", 400), ("/api/registers/facts/records/none", 404), ("/api/none", 404), ("/api/registers/facts/records?page=x", 400)])
        {
            var (answered, type, text) = await site.Ask(address);
            Assert.Equal(status, (int)answered);
            Assert.Equal("application/json", type);
            using var json = JsonDocument.Parse(text);
            Assert.NotEqual("", json.RootElement.GetProperty("error").GetString());
        }
    }
}
