using System.Net;
using System.Text.RegularExpressions;
using Periplo.Languages;
using Periplo.Web.Movements;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>The calculator of permitted stay.</summary>
public sealed class StayPageTests(TestSite site, Chromium chromium)
{
    [Theory]
    [InlineData(Language.Es, "77", "13 de diciembre de 2014", "14 días")]
    [InlineData(Language.En, "77", "13 December 2014", "14 days")]
    [InlineData(Language.Fr, "77", "13 décembre 2014", "14 jours")]
    public async Task Dates_of_a_published_example_give_its_answer(Language language, string used, string last, string left)
    {
        using var browser = new Poster(site.Origin);
        var page = await Ask(browser, language, "2014-11-30", ("2014-08-15", "2014-09-30"), ("2014-11-01", "2014-11-30"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"<p class=\"tile-value\">{used}</p>", page.Text, StringComparison.Ordinal);
        Assert.Contains(last, page.Text, StringComparison.Ordinal);
        Assert.Contains(left, page.Text, StringComparison.Ordinal);
        Assert.Contains("562/2006", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overstay_is_said_with_its_first_day_and_when_one_may_come_back()
    {
        using var browser = new Poster(site.Origin);
        var page = await Ask(browser, Language.En, "2024-04-10", ("2024-01-01", ""));
        Assert.Contains("from 31 March 2024 to 10 April 2024 (11 days)", page.Text, StringComparison.Ordinal);
        Assert.Contains("On 10 April 2024 no day is left.", page.Text, StringComparison.Ordinal);
        Assert.Contains("2016/399", page.Text, StringComparison.Ordinal);
        // 101 days are used: 12 of them must be out of the window before the day of entry itself fits.
        Assert.Contains("The first day on which you may enter again is 10 July 2024, for 90 days.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_rule_and_days_that_do_not_count_are_taken()
    {
        using var browser = new Poster(site.Origin);
        var address = StayAddresses.Calculator(Language.Es);
        var page = await browser.Fill(address, ("rule", "other"), ("days", "10"), ("window", "30"), ("day", "2026-05-10"), ("entry-1", "2026-05-01"), ("exit-1", "2026-05-04"), ("entry-2", "2026-05-05"), ("exit-2", "2026-05-08"), ("free-2", "yes"), ("act", "calculate"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<p class=\"tile-value\">4</p>", page.Text, StringComparison.Ordinal);
        Assert.Contains("10 días en 30, escrita en esta página", page.Text, StringComparison.Ordinal);
        Assert.Contains("hasta el 15 de mayo de 2026: 6 días", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day", "", "Falta la fecha.")]
    [InlineData("day", "10/05/2026", "«10/05/2026» no es una fecha")]
    [InlineData("day", "2013-01-01", "no valía en esa fecha")]
    [InlineData("day", "1066-10-14", "entre 1990 y 2099")]
    [InlineData("entry-1", "2026-02-30", "«2026-02-30» no es una fecha")]
    [InlineData("entry-1", "", "Falta el día de entrada.")]
    [InlineData("exit-1", "2026-01-01", "La salida es anterior a la entrada.")]
    [InlineData("entry-2", "2026-06-01", "escriba también la salida")]
    [InlineData("rule", "NARNIA", "Elija una regla de la lista.")]
    [InlineData("days", "noventa", "Escriba un número entero de días.")]
    [InlineData("days", "365", "de 1 día a uno menos que su periodo")]
    public async Task What_is_wrong_is_said_beside_its_field(string input, string typed, string words)
    {
        using var browser = new Poster(site.Origin);
        var fields = new Dictionary<string, string>
        {
            ["rule"] = input == "days" ? "other" : "SCHENGEN", ["days"] = "", ["window"] = input == "days" ? "180" : "", ["day"] = "2026-05-10",
            ["entry-1"] = "2026-04-01", ["exit-1"] = "2026-05-01", ["entry-2"] = "", ["exit-2"] = "", ["act"] = "calculate",
        };
        fields[input] = typed;
        var page = await browser.Fill(StayAddresses.Calculator(Language.Es), [.. fields.Select(field => (field.Key, field.Value))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var at = input == "entry-2" ? "exit-2" : input;
        Assert.Contains(words, Regex.Match(page.Text, $"<p class=\"wrong\" id=\"{at}-wrong\">(?<text>[^<]*)</p>").Groups["text"].Value, StringComparison.Ordinal);
        var field = Html.Tags(page.Text, "input").Concat(Html.Tags(page.Text, "select")).Single(tag => tag.Contains($"id=\"{at}\"", StringComparison.Ordinal));
        Assert.Contains("aria-invalid=\"true\"", field, StringComparison.Ordinal);
        Assert.Contains($"{at}-wrong", field, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"result\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_by_address_cache_or_store()
    {
        using var browser = new Poster(site.Origin);
        var address = StayAddresses.Calculator(Language.Es);
        var before = site.Installation.Records.Number;
        foreach (var page in (Answer[])[await browser.Get(address), await Ask(browser, Language.Es, "2014-11-30", ("2014-08-15", "2014-09-30"))])
        {
            Assert.Contains("no-store", page.CacheControl, StringComparison.Ordinal);
            Assert.Null(page.Location);
            Assert.DoesNotContain(page.Cookies, cookie => cookie.Contains("2014", StringComparison.Ordinal));
        }

        Assert.Equal(before, site.Installation.Records.Number);
        // Dates in the address are not read: a link can neither carry nor ask for them.
        var link = await browser.Get(address + "?day=2014-11-30&entry-1=2014-08-15");
        Assert.DoesNotContain("value=\"2014", link.Text, StringComparison.Ordinal);
        var forged = await browser.Post(address, ("day", "2014-11-30"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
    }

    [Fact]
    public async Task Rows_are_added_and_keep_what_was_typed_up_to_a_limit()
    {
        using var browser = new Poster(site.Origin);
        var address = StayAddresses.Calculator(Language.En);
        var fields = new List<(string, string)> { ("rule", "SCHENGEN"), ("day", "2026-05-10"), ("act", "more") };
        for (var i = 1; i <= 4; i++)
            fields.AddRange([(StayEntry.EntryInput(i), $"2026-0{i}-01"), (StayEntry.ExitInput(i), $"2026-0{i}-02")]);
        var page = await browser.Fill(address, [.. fields]);
        Assert.Equal(8, Html.Tags(page.Text, "fieldset").Count());
        Assert.Contains("value=\"2026-04-02\"", page.Text, StringComparison.Ordinal);
        for (var i = 5; i <= 200; i++)
            fields.AddRange([(StayEntry.EntryInput(i), ""), (StayEntry.ExitInput(i), "")]);
        page = await browser.Fill(address, [.. fields]);
        Assert.Equal(StayEntry.MostRows, Html.Tags(page.Text, "fieldset").Count());
    }

    [Theory]
    [InlineData(Language.Fr, 320, false)]
    [InlineData(Language.En, 1280, true)]
    public async Task Calculator_works_by_keyboard_without_script_and_reads_well(Language language, int width, bool dark)
    {
        var address = StayAddresses.Calculator(language);
        await using (var plain = await chromium.Visit(site, width, dark, script: false))
        {
            await plain.Go(address);
            await plain.Page.Locator("#day").FillAsync("2026-05-10");
            await plain.Page.Locator("#entry-1").FillAsync("2026-01-10");
            await plain.Page.Locator("#exit-1").FillAsync("2026-02-08");
            await plain.Page.Locator("#entry-2").FillAsync("2026-04-01");
            await plain.Page.Locator("#entry-2").FocusAsync();
            await plain.Follow(address, () => plain.Page.Keyboard.PressAsync("Enter"));
            Assert.Equal("70", await plain.Page.Locator("#result .tile-value").First.InnerTextAsync());
            Assert.Equal(address, new Uri(plain.Page.Url).PathAndQuery);
            plain.AssertClean();
        }

        await using var visit = await chromium.Visit(site, width, dark);
        await visit.Go(address);
        await Sound();
        await visit.Page.Locator("#day").FillAsync("2026-05-30");
        await visit.Page.Locator("#entry-1").FillAsync("2026-01-10");
        await visit.Page.Locator("#exit-1").FillAsync("2026-02-08");
        await visit.Page.Locator("#free-1").CheckAsync();
        await visit.Page.Locator("#entry-2").FillAsync("2026-02-20");
        await visit.Follow(address, () => visit.Page.Locator("button[value=calculate]").ClickAsync());
        Assert.Equal("100", await visit.Page.Locator("#result .tile-value").First.InnerTextAsync());
        await Sound();
        visit.AssertClean();

        async Task Sound()
        {
            Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth") <= 0, "wider than the window");
            await visit.AssertAccessible("calculator");
        }
    }

    private static Task<Answer> Ask(Poster browser, Language language, string day, params (string Entry, string Exit)[] stays) => browser.Fill(
        StayAddresses.Calculator(language),
        [("rule", "SCHENGEN"), ("day", day), .. stays.SelectMany((stay, i) => ((string, string)[])[(StayEntry.EntryInput(i + 1), stay.Entry), (StayEntry.ExitInput(i + 1), stay.Exit)]), ("act", "calculate")]);
}
