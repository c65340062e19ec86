using System.Net;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Web.Movements;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>Two countries and a region: what one publishes by SDMX the other collects and shows.</summary>
public sealed class ThreeNodesTests(ThreeNodes nodes, Chromium chromium) : IClassFixture<ThreeNodes>
{
    [Fact]
    public async Task Region_holds_what_its_countries_publish_and_shows_mirror_and_regional_table()
    {
        var done = nodes.Harvest(nodes.GuatemalaOrigin, nodes.ElSalvadorOrigin);
        Assert.All(done, one => Assert.True(one.State!.Outcome is RemoteOutcome.Taken or RemoteOutcome.Unchanged, one.State.Reason?.En));
        foreach (var (node, dataset, source) in new[]
        {
            (nodes.Guatemala, "MOVEMENTS_MONTHLY", "GTM-IGM"), (nodes.Guatemala, "STOCK", "GTM-INE"), (nodes.ElSalvador, "MOVEMENTS_MONTHLY", "SLV-DGME"), (nodes.ElSalvador, "STOCK", "SLV-BCR"),
        })
        {
            var (theirs, ours) = (node.Dataset(dataset, null), Held(dataset, source));
            Assert.Equal(Lines(theirs), Lines(ours));
            // Who made the figures, how and on what terms comes with them.
            Assert.Equal(theirs.Parts[0].Papers.Publisher.En, ours.Parts[0].Papers.Publisher.En);
            Assert.Equal(theirs.Parts[0].Papers.Method.En, ours.Parts[0].Papers.Method.En);
            Assert.Equal(theirs.Parts[0].Papers.Licence, ours.Parts[0].Papers.Licence);
            Assert.Contains("/sdmx/v", ours.Parts[0].Papers.Url, StringComparison.Ordinal);
        }

        // Again is nothing new, which the nodes say in a word.
        Assert.All(nodes.Harvest(nodes.GuatemalaOrigin, nodes.ElSalvadorOrigin), one => Assert.Equal((RemoteOutcome.Unchanged, null), (one.State!.Outcome, one.Kept)));
        await AssertMirror();
        await AssertRegionalTable();
    }

    [Fact]
    public async Task Node_that_is_down_late_or_wrong_is_named_and_what_it_gave_last_is_shown()
    {
        nodes.Harvest(nodes.GuatemalaOrigin, nodes.ElSalvadorOrigin);
        foreach (var (origin, outcome, es, en) in new[]
        {
            (nodes.DownOrigin, RemoteOutcome.Down, "no está", "down"), (nodes.WrongOrigin, RemoteOutcome.Wrong, "se equivoca", "wrong"), (nodes.LateOrigin, RemoteOutcome.Late, "llega tarde", "late"),
        })
        {
            var done = nodes.Harvest(origin, nodes.ElSalvadorOrigin);
            Assert.Equal([outcome, outcome, RemoteOutcome.Unchanged, RemoteOutcome.Unchanged], done.Select(one => one.State!.Outcome));
            Assert.Equal([true, true, false, false], done.Select(one => one.Failed));
            foreach (var address in new[] { MovementAddresses.Collection(Language.En), MovementAddresses.Movements(Language.En), MovementAddresses.Mirror(Language.En, "GTM", "SLV") })
            {
                var page = Html.Text(await Page(address));
                Assert.Contains("Movements of Guatemala", page, StringComparison.Ordinal);
                Assert.Contains($"{en}, ", page, StringComparison.Ordinal);
            }

            Assert.Contains($"{es}, ", Html.Text(await Page(MovementAddresses.Mirror(Language.Es, "SLV", "GTM"))), StringComparison.Ordinal);
            // The figures it gave are still there.
            Assert.Equal(["2024-01", "400", "350", "−50"], Html.Table(await Page(MovementAddresses.Mirror(Language.En, "GTM", "SLV")))[1][..4]);
        }

        var well = nodes.Harvest(nodes.GuatemalaOrigin, nodes.ElSalvadorOrigin);
        Assert.All(well, one => Assert.False(one.Failed));
        Assert.DoesNotContain("class=\"gap\"", await Page(MovementAddresses.Mirror(Language.En, "GTM", "SLV")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_whole_in_every_language_and_accessible()
    {
        nodes.Harvest(nodes.DownOrigin, nodes.ElSalvadorOrigin);
        nodes.Harvest(nodes.GuatemalaOrigin, nodes.ElSalvadorOrigin);
        foreach (var language in Site.Languages)
        {
            foreach (var address in new[] { MovementAddresses.Collection(language), MovementAddresses.Movements(language), MovementAddresses.Mirror(language, "GTM", "SLV"), MovementAddresses.MirrorOfStock(language, "GTM", "SLV") })
            {
                await using var visit = await chromium.Visit(nodes.RegionOrigin, language == Language.Es ? 320 : 1280, language == Language.Fr);
                await visit.Go(address);
                var wide = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
                Assert.True(wide <= 0, $"{address} is {wide} pixels too wide");
                await visit.AssertAccessible(address);
                visit.AssertClean();
            }

            foreach (var form in (string[])[".csv", ".json", ".svg"])
            {
                using var file = await nodes.Client.GetAsync(MovementAddresses.MirrorOfStock(language, "GTM", "SLV") + form, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            }
        }

        foreach (var address in new[] { "/movimientos/espejo/gt-sv/poblacion", "/en/movements/mirror/gt-sv/stock.csv" })
        {
            using var moved = await nodes.Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        }

        using var none = await nodes.Client.GetAsync("/en/movements/mirror/GTM-MEX/stock", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private async Task AssertMirror()
    {
        var page = await Page(MovementAddresses.Mirror(Language.En, "GTM", "SLV"));
        // Guatemala counts 400 exits to El Salvador a month, El Salvador 350 entries and one more each month.
        var rows = Html.Table(page);
        Assert.Equal(["2024-01", "400", "350", "−50"], rows[1][..4]);
        Assert.Equal(["2025-12", "400", "373", "−27"], rows[24][..4]);
        var text = Html.Text(page);
        foreach (var said in (string[])["Made-up office of GTM", "Counts at posts of GTM", "Made-up office of SLV", "Counts at posts of SLV", "What each side counts", "What may explain the difference"])
            Assert.Contains(said, text, StringComparison.Ordinal);
        // Those from Guatemala who live in El Salvador, by birthplace there and by citizenship here.
        var stocks = Html.Table(page, page.IndexOf("id=\"stock-mirror\"", StringComparison.Ordinal));
        Assert.Equal(["Year", "By El Salvador (place of birth)", "By Guatemala (citizenship)", "Destination less origin"], stocks[0].Select(head => Html.Spaced(head)));
        Assert.Equal(["2025", "12,000", "9,000", "3,000"], stocks[2]);
        Assert.Contains("By birthplace those who were naturalised still count", text.Replace("by birthplace those", "By birthplace those", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("In 2025: 12,000 persons by the destination and 9,000 by the origin.", text, StringComparison.Ordinal);
        Assert.Contains("En 2025: 12,000 personas según el destino y 9,000 según el origen.", Html.Text(await Page(MovementAddresses.Mirror(Language.Es, "GTM", "SLV"))), StringComparison.Ordinal);
        // Two clicks from a figure to the row and the message it came from.
        var link = Html.Attributes(page, "href").First(href => href.StartsWith("/en/data/STOCK/SLV-BCR.", StringComparison.Ordinal) && href.EndsWith("/2025", StringComparison.Ordinal));
        var trace = Html.Text(await Page(link));
        Assert.Contains("12,000", trace, StringComparison.Ordinal);
        Assert.Contains("Received by SDMX on", trace, StringComparison.Ordinal);
    }

    private async Task AssertRegionalTable()
    {
        var page = await Page(MovementAddresses.Matrix(Language.En) + "?region=013&year=2025");
        var rows = Html.Table(page);
        Assert.Equal(["Nationality", "Guatemala", "El Salvador", "All"], rows[0]);
        // 322 to 333 entries of Salvadorans into Guatemala, 362 to 373 of Guatemalans into El Salvador, 50 of citizens of the United States into each.
        Assert.Equal(["El Salvador", "3,930", "n/a", "3,930"], Assert.Single(rows, row => row[0] == "El Salvador"));
        Assert.Equal(["Guatemala", "n/a", "4,410", "4,410"], Assert.Single(rows, row => row[0] == "Guatemala"));
        Assert.Equal(["United States", "600", "600", "1,200"], Assert.Single(rows, row => row[0] == "United States"));
        var one = Html.Table(await Page(MovementAddresses.Matrix(Language.En) + "?region=013&year=2025&source=GTM-IGM"));
        Assert.Equal(["Nationality", "Guatemala", "All"], one[0]);
        var form = await Page(MovementAddresses.Movements(Language.Es) + "?region=013");
        Assert.Contains("Oficinas de los países", Html.Text(form), StringComparison.Ordinal);
    }

    private Dataset Held(string dataset, string source)
    {
        var definition = nodes.Region.Definition(dataset);
        return nodes.Region.Dataset(definition, nodes.Region.Revisions(definition).First(revision => revision.Source == source));
    }

    private static List<string> Lines(Dataset dataset)
    {
        var o = dataset.Observations;
        return [.. Enumerable.Range(0, o.Count).Select(i => $"{o.Key(i)} {o.Values[i]} {o.Statuses[i].Letter()} {o.AttributeSets[o.Attributes[i]]}")];
    }

    private async Task<string> Page(string address)
    {
        using var answer = await nodes.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
