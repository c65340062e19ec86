using System.Net;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Web.Movements;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class MovementPagesTests(MovementSite site, Chromium chromium) : IClassFixture<MovementSite>
{
    public static TheoryData<MovementView> Views => [.. Enum.GetValues<MovementView>()];

    private static string Address(Language language, MovementView view) =>
        MovementAddresses.Country(language, "GTM", view, view == MovementView.Nationalities ? "MADEUP" : null);

    private static async Task<string> Page(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task View_has_a_page_and_three_files_in_each_language(MovementView view)
    {
        foreach (var language in Site.Languages)
        {
            var address = Address(language, view);
            var page = await Page(site.Client, address);
            Assert.Contains("<svg class=\"chart\"", page, StringComparison.Ordinal);
            var head = Html.Table(page)[0];
            var csv = (await Page(site.Client, address + ".csv")).Split('\n');
            foreach (var column in head)
                Assert.Contains(column, Html.Spaced(csv[0].Replace("\"", "", StringComparison.Ordinal)), StringComparison.Ordinal);
            using var json = JsonDocument.Parse(await Page(site.Client, address + ".json"));
            Assert.Equal(csv.Length - 2, json.RootElement.GetProperty("rows").GetArrayLength());
            Assert.Equal(csv.Length - 2, Html.Table(page).Count - 1);
            Assert.Contains("</svg>", await Page(site.Client, address + ".svg"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Months_say_whether_they_are_provisional_and_protected_is_no_zero()
    {
        var rows = Html.Table(await Page(site.Client, Address(Language.En, MovementView.Migration)));
        Assert.Equal(["2024-12", "provisional", "1,035 P", "945 E", "1,125 E"], rows[36][..5]);
        Assert.Equal("final", rows[36 - 16][1]);
        Assert.Equal("provisional", rows[36 - 15][1]);
        Assert.Equal("2022-05", rows[5][0]);
        Assert.Equal("protected", rows[5][rows[0].IndexOf("Departures")]);
        Assert.Equal("n/a", rows[5][3]);
        var spanish = await Page(site.Client, Address(Language.Es, MovementView.Migration));
        Assert.Contains(">protegido</a>", spanish, StringComparison.Ordinal);
        Assert.Contains("class=\"prov\"", spanish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_and_exits_are_read_apart()
    {
        var (visits, trips) = (await Page(site.Client, Address(Language.En, MovementView.Visits) + ".csv"), await Page(site.Client, Address(Language.En, MovementView.Trips) + ".csv"));
        Assert.Contains("2023-01,60,A,", visits, StringComparison.Ordinal);
        Assert.Contains(",900,A,", visits, StringComparison.Ordinal);
        Assert.DoesNotContain(",321,", visits, StringComparison.Ordinal);
        Assert.Contains("2023-01,321,A,", trips, StringComparison.Ordinal);
        Assert.DoesNotContain(",900,", trips, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_protected_throughout_is_named_instead_of_drawn_empty()
    {
        var page = await Page(site.Client, Address(Language.En, MovementView.Visits));
        Assert.Contains("Protected or without a figure in all months: 3 to 12 months, migrant.", page, StringComparison.Ordinal);
        Assert.Equal(["Month", "Same day", "Less than 90 days", "3 to 12 months"], Html.Table(page)[0]);
    }

    [Fact]
    public async Task Sources_stand_side_by_side_and_their_parts_are_added()
    {
        var returns = Html.Table(await Page(site.Client, Address(Language.En, MovementView.Returns)));
        Assert.Equal(["Month", "Nationals returned, OTHER"], returns[0]);
        Assert.Equal(["2022-01", "42"], returns[1]);
        var irregular = Html.Table(await Page(site.Client, Address(Language.Es, MovementView.Irregular)));
        Assert.Equal(["2022-01", "77"], irregular[1]);
    }

    [Fact]
    public async Task Matrix_sums_the_months_and_each_cell_leads_to_them()
    {
        var page = await Page(site.Client, MovementAddresses.Matrix(Language.En) + "?year=2023");
        var rows = Html.Table(page);
        Assert.Equal(["Nationality", "Guatemala", "El Salvador", "All"], rows[0]);
        var salvadoreans = Assert.Single(rows, row => row[0] == "El Salvador");
        // 312 to 323 a month.
        Assert.Equal(["El Salvador", "3,810", "n/a", "3,810"], salvadoreans);
        var link = Html.Attributes(page, "href").First(href => href.StartsWith("/en/data/MOVEMENTS_MONTHLY/MADEUP.2024-12/M.GTM._T.SLV.ENTRY", StringComparison.Ordinal));
        Assert.EndsWith("/2023", link, StringComparison.Ordinal);
        var trace = await Page(site.Client, link);
        Assert.Contains("<p class=\"big\">3,810</p>", trace, StringComparison.Ordinal);
        Assert.Contains("12 published observations", trace, StringComparison.Ordinal);
        Assert.Contains("2023-07", trace, StringComparison.Ordinal);
        // A stock is never added over months.
        using var stock = await site.Client.GetAsync("/en/data/RESIDENTS/MADEUP.2024-12/M.GTM._T._T.ABROAD._T.R12_16.PS/2023", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, stock.StatusCode);
    }

    [Theory]
    [InlineData("within", "El Salvador", "Guatemala")]
    [InlineData("across", "United States", null)]
    [InlineData("own", "Guatemala", null)]
    public async Task Matrix_shows_the_part_asked_for(string scope, string first, string? second)
    {
        var rows = Html.Table(await Page(site.Client, MovementAddresses.Matrix(Language.En) + $"?region=013&scope={scope}"));
        Assert.Equal(new[] { first, second }.OfType<string>().Order(), rows.Skip(1).Select(row => row[0]).Order());
    }

    [Fact]
    public async Task Mirror_sets_exits_against_entries_and_says_what_it_compares()
    {
        var page = await Page(site.Client, MovementAddresses.Mirror(Language.En, "GTM", "SLV"));
        Assert.Contains("to any country", page, StringComparison.Ordinal);
        var rows = Html.Table(page);
        Assert.Equal(["2022-01", "400", "350", "−50"], rows[1][..4]);
        Assert.Equal(37, rows.Count);
        Assert.Contains("href=\"/en/movements/mirror/SLV-GTM\"", page, StringComparison.Ordinal);
        // Nobody counts entries into the United States here.
        var none = await Page(site.Client, MovementAddresses.Mirror(Language.En, "GTM", "USA"));
        Assert.Contains("class=\"gap\"", none, StringComparison.Ordinal);
        Assert.DoesNotContain("<figure", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_shows_posts_with_most_records_first()
    {
        var rows = Html.Table(await Page(site.Client, Address(Language.En, MovementView.Quality)));
        Assert.Equal(["All posts", "Post 1", "Post 2"], rows.Skip(1).Select(row => row[0]));
        // 390 of 500 less 5 duplicates; 5 of 500.
        Assert.Equal(["12,000", "78.8% E", "n/a", "1.0% E"], rows[3][1..5]);
        Assert.Equal("4.5", rows[3][^1]);
        var link = Html.Attributes(await Page(site.Client, Address(Language.En, MovementView.Quality)), "href").First(href => href.Contains("RECORDS.*.P002", StringComparison.Ordinal));
        Assert.Contains("<p class=\"big\">12,000</p>", await Page(site.Client, link), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Es)]
    [InlineData(Language.En)]
    [InlineData(Language.Fr)]
    public async Task Without_figures_pages_say_how_to_get_them_and_draw_nothing(Language language)
    {
        foreach (var address in new[] { MovementAddresses.Movements(language), MovementAddresses.Country(language, "GTM"), MovementAddresses.Mirror(language, "GTM", "MEX") })
        {
            var page = await Page(site.Bare, address);
            Assert.Contains("periplo import", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<figure", page, StringComparison.Ordinal);
        }

        Assert.Contains("periplo movements tables", await Page(site.Bare, MovementAddresses.Country(language, "GTM")), StringComparison.Ordinal);
        foreach (var address in new[] { MovementAddresses.Matrix(language) + ".csv", Address(language, MovementView.Migration) + ".svg", MovementAddresses.Country(language, "GTM") + ".json" })
        {
            using var answer = await site.Bare.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/en/movements?year=1900")]
    [InlineData("/en/movements/matrix.csv?region=GTM")]
    [InlineData("/movimientos?sentido=arriba")]
    [InlineData("/movimientos/GTM/nada")]
    [InlineData("/movimientos/GTM/nacionalidades-NADIE.csv")]
    [InlineData("/en/movements/Guatemalla")]
    [InlineData("/movimientos/espejo/GTM")]
    [InlineData("/movimientos/espejo?de=GTM")]
    public async Task Address_of_nothing_is_not_found(string address)
    {
        using var answer = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/movimientos/gt", "/movimientos/GTM")]
    [InlineData("/en/movements/guatemala/migration.csv", "/en/movements/GTM/migration.csv")]
    [InlineData("/movimientos/espejo/gt-sv", "/movimientos/espejo/GTM-SLV")]
    [InlineData("/movimientos/espejo?de=GTM&a=SLV", "/movimientos/espejo/GTM-SLV")]
    [InlineData("/fr/mouvements/miroir?de=GTM&a=SLV", "/fr/mouvements/miroir/GTM-SLV")]
    [InlineData("/en/movements/mirror", "/en/movements#s-mirror")]
    public async Task Other_name_leads_to_the_one_address(string asked, string canonical)
    {
        using var answer = await site.Client.GetAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(canonical, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Pages_full_of_figures_have_no_axe_violation_and_no_sideways_scroll()
    {
        foreach (var (address, width, dark) in new[]
        {
            (MovementAddresses.Country(Language.Fr, "GTM"), 320, true), (MovementAddresses.Country(Language.En, "GTM"), 1280, false),
            (MovementAddresses.Movements(Language.En), 320, false), (MovementAddresses.Mirror(Language.Fr, "GTM", "SLV"), 320, false),
        })
        {
            await using var visit = await chromium.Visit(site.Origin, width, dark);
            await visit.Go(address);
            var wide = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(wide <= 0, $"{address} is {wide} pixels wider than {width}");
            await visit.AssertAccessible(address);
            visit.AssertClean();
        }
    }

    [Fact]
    public void Worked_history_is_what_the_days_between_its_crossings_give()
    {
        var (crossings, presence) = (WorkedHistory.Crossings, WorkedHistory.Presence);
        bool? resident = false;
        foreach (var crossing in crossings)
        {
            // Day by day, as slowly and plainly as can be.
            var inside = Enumerable.Range(0, WorkedHistory.Window).Count(day => presence.Any(span => crossing.Day.AddDays(day) >= span.From && crossing.Day.AddDays(day) < span.To));
            Assert.Equal(inside, crossing.DaysIn);
            Assert.Equal(resident, crossing.Before);
            var migrating = crossing.IsEntry != crossing.Before;
            var other = crossing.IsEntry ? crossing.DaysOut : crossing.DaysIn;
            resident = migrating && other <= 122 ? crossing.IsEntry : crossing.Before;
            Assert.Equal(resident, crossing.After);
            Assert.Equal(crossing.Before != crossing.After ? "LT" : migrating ? "VISIT" : "RET", crossing.Category);
        }
    }
}
