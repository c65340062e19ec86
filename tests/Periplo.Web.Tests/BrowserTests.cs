using Microsoft.Playwright;
using Periplo.Languages;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class AccessibilityTests(TestSite site, Chromium chromium)
{
    public static TheoryData<string> Kinds => PageKinds.Layouts;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Page_has_no_axe_violation_and_no_sideways_scroll(string kind)
    {
        foreach (var (language, width, dark) in Appearances.Of(kind))
        {
            await using var visit = await chromium.Visit(site, width, dark);
            await visit.Go(PageKinds.Address(kind, language));
            var wide = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(wide <= 0, $"{kind} in {language} is {wide} pixels wider than {width}");
            await visit.AssertAccessible($"{kind} {language} {width} {(dark ? "dark" : "light")}");
            visit.AssertClean();
        }
    }

    [Fact]
    public async Task Picture_without_a_text_is_found()
    {
        await using var visit = await chromium.Visit(site);
        await visit.Go("/");
        await visit.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('img'))");
        var found = await Assert.ThrowsAsync<Xunit.Sdk.TrueException>(() => visit.AssertAccessible("home"));
        Assert.Contains("image-alt", found.Message, StringComparison.Ordinal);
    }
}

public sealed class BrowserTests(TestSite site, Chromium chromium)
{
    public static TheoryData<string> Kinds => PageKinds.Layouts;

    [Fact]
    public async Task Two_clicks_from_a_figure_of_a_country_show_file_revision_checksum_and_row()
    {
        await using var visit = await chromium.Visit(site);
        await visit.Go("/en/country/GTM");
        await visit.Follow("/en/data/STOCK/", () => visit.Page.Locator(".tile", new() { HasText = "Migrant stock" }).First.Locator(".tile-value a").ClickAsync());
        await AssertPapers(visit.Page);

        await visit.Go("/en/country/GTM");
        var figure = visit.Page.Locator("#origins");
        await figure.Locator("summary").ClickAsync();
        await visit.Follow("/en/data/STOCK/", () => figure.Locator("td.number a").First.ClickAsync());
        await AssertPapers(visit.Page);
        visit.AssertClean();

        static async Task AssertPapers(IPage page)
        {
            var text = await page.Locator("main").InnerTextAsync();
            Assert.Contains("stock-undesa-2024.csv.gz", text, StringComparison.Ordinal);
            Assert.Contains("UNDESA.2024", text, StringComparison.Ordinal);
            Assert.Matches("[0-9a-f]{64}", text);
            var row = page.Locator("main table tbody tr").First;
            Assert.Matches("stock-undesa-2024\\.csv\\.gz\\s+[0-9,]+", await row.InnerTextAsync());
        }
    }

    [Fact]
    public async Task Keyboard_alone_reaches_everything()
    {
        foreach (var width in (int[])[320, 1280])
        {
            await using var visit = await chromium.Visit(site, width);
            await visit.Go("/mapa?anio=2024");
            var page = visit.Page;
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0"));
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal("content", await page.EvaluateAsync<string>("document.activeElement.id"));

            await visit.Go("/mapa?anio=2024");
            var stops = new List<string>();
            for (var i = 0; i < 40 && !stops.Contains("summary"); i++)
            {
                await page.Keyboard.PressAsync("Tab");
                stops.Add(await page.EvaluateAsync<string>("""
                    (() => {
                      const e = document.activeElement, s = getComputedStyle(e);
                      if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) return 'no focus ring on ' + e.outerHTML.slice(0, 80);
                      const box = e.getBoundingClientRect();
                      if (box.bottom < 0 || box.top > innerHeight) return 'out of sight: ' + e.outerHTML.slice(0, 80);
                      return e.tagName.toLowerCase() === 'a' ? (e.closest('svg') ? 'map link' : e.closest('nav') ? 'nav' : e.className || 'a') : e.id || e.getAttribute('role') || e.tagName.toLowerCase();
                    })()
                    """));
            }

            var order = (string[])["skip", "brand", "q", "nav", "year", "measure", "region", "map link", "summary"];
            var positions = order.Select(stop => stops.IndexOf(stop)).ToList();
            Assert.True(positions.TrueForAll(at => at >= 0) && positions.SequenceEqual(positions.Order()), string.Join(", ", stops));
            Assert.DoesNotContain(stops, stop => stop.StartsWith("no focus", StringComparison.Ordinal) || stop.StartsWith("out of", StringComparison.Ordinal));
            Assert.Contains("language", stops);

            // Focus stands on the summary of the table: Enter shuts it, and opens it again.
            var details = page.Locator("details").First;
            await page.Keyboard.PressAsync("Enter");
            Assert.Null(await details.GetAttributeAsync("open"));
            await page.Keyboard.PressAsync("Enter");
            Assert.NotNull(await details.GetAttributeAsync("open"));
            visit.AssertClean();
        }
    }

    [Fact]
    public async Task Arrow_keys_move_along_the_areas_of_the_map()
    {
        await using var visit = await chromium.Visit(site);
        await visit.Go("/en/map?year=2024");
        var page = visit.Page;
        await page.Locator(".figure .scroll").First.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        var first = await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        await page.Keyboard.PressAsync("ArrowRight");
        var second = await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        Assert.StartsWith("/en/country/", first, StringComparison.Ordinal);
        Assert.StartsWith("/en/country/", second, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        Assert.Equal(await page.EvaluateAsync<string>("document.activeElement.querySelector('title').textContent"), await page.Locator(".readout").First.InnerTextAsync());
        await page.Keyboard.PressAsync("Home");
        Assert.Equal(first, await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await visit.Follow(first, () => page.Keyboard.PressAsync("Enter"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Page_is_complete_without_script(string kind)
    {
        await using var visit = await chromium.Visit(site, 320, script: false);
        // In French, whose words are the longest: so every layout is seen in the narrow window in it, however brief the run.
        await visit.Go(PageKinds.Address(kind, Language.Fr));
        var page = visit.Page;
        Assert.NotEqual("", await page.Locator("h1").First.InnerTextAsync());
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(wide <= 0, $"{kind} is {wide} pixels wider than the window");
        Assert.Equal(0, await page.Locator(".sort").CountAsync());
        Assert.Equal(0, await page.Locator("noscript").CountAsync());
        foreach (var details in await page.Locator("details").AllAsync())
        {
            if (await details.GetAttributeAsync("open") is null)
                await details.Locator("summary").ClickAsync();
            Assert.True(await details.Locator("table, ul, ol, dl").First.IsVisibleAsync());
        }

        visit.AssertClean();
    }

    [Fact]
    public async Task Forms_work_without_script()
    {
        await using var visit = await chromium.Visit(site, script: false);
        await visit.Go("/en/about");
        await visit.Page.Locator("header input[name=q]").FillAsync("Mexico to United States");
        await visit.Follow("/en/search?q=Mexico", () => visit.Page.Keyboard.PressAsync("Enter"));
        await visit.Follow("/en/corridor/MEX-USA", () => visit.Page.Locator("main a", new() { HasText = "Mexico → United States" }).ClickAsync());

        await visit.Go("/en");
        await visit.Page.Locator("#year").SelectOptionAsync("1990");
        await visit.Page.Locator("#measure").SelectOptionAsync("share");
        await visit.Follow("/en/map?year=1990&measure=share", () => visit.Page.Locator(".choice button").ClickAsync());
        Assert.Contains("Immigrants per hundred people, 1990", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("1990", await visit.Page.Locator("#year").InputValueAsync());
        visit.AssertClean();
    }

    [Fact]
    public async Task Table_sorts_by_its_heads_and_missing_stays_last()
    {
        await using var visit = await chromium.Visit(site);
        await visit.Go("/en/map?year=2024");
        var table = visit.Page.Locator("main table").First;
        var number = table.Locator("th .sort").Nth(1);
        foreach (var (order, sign) in new[] { ("descending", -1), ("ascending", 1) })
        {
            await number.ClickAsync();
            Assert.Equal(order, await table.Locator("th").Nth(1).GetAttributeAsync("aria-sort"));
            var cells = await table.Locator("tbody td").AllInnerTextsAsync();
            var missing = cells.SkipWhile(cell => !cell.StartsWith("n/a", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(missing);
            Assert.All(missing, cell => Assert.StartsWith("n/a", cell, StringComparison.Ordinal));
            var values = cells.Take(cells.Count - missing.Count).Select(cell => long.Parse(cell.Split(' ')[0].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(values.OrderBy(value => sign * value), values);
        }

        await table.Locator("th .sort").First.ClickAsync();
        await table.Locator("th .sort").First.ClickAsync();
        Assert.StartsWith("Afghanistan", (await table.Locator("tbody th").AllInnerTextsAsync())[0], StringComparison.Ordinal);
        Assert.Null(await table.Locator("th").Nth(1).GetAttributeAsync("aria-sort"));
        visit.AssertClean();
    }

    [Fact]
    public async Task Print_leaves_out_what_only_a_screen_needs()
    {
        await using var visit = await chromium.Visit(site, dark: true);
        await visit.Go("/pais/GTM");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var hidden in (string[])[".bar", ".index", ".files"])
            Assert.False(await visit.Page.Locator(hidden).First.IsVisibleAsync(), $"{hidden} is printed");
        foreach (var shown in (string[])["h1", ".tile", "figure svg.chart", ".papers"])
            Assert.True(await visit.Page.Locator(shown).First.IsVisibleAsync(), $"{shown} is not printed");
        Assert.Equal("rgb(255, 255, 255)", await Background(visit.Page));
        visit.AssertClean();
    }

    [Fact]
    public async Task Dark_scheme_is_dark()
    {
        var seen = new List<string>();
        foreach (var dark in (bool[])[false, true])
        {
            await using var visit = await chromium.Visit(site, dark: dark);
            await visit.Go("/");
            seen.Add(await Background(visit.Page));
        }

        Assert.Equal("rgb(255, 255, 255)", seen[0]);
        Assert.Matches("^rgb\\([0-4]?\\d, [0-4]?\\d, [0-4]?\\d\\)$", seen[1]);
    }

    private static Task<string> Background(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
