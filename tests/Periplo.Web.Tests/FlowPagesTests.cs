using System.Net;
using System.Text;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Flows;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class FlowPagesTests(TestSite site)
{
    private const int PageBudget = 500_000;

    private EstimatedFlows Flows => site.Installation.Revisions(site.Installation.Definitions.Flows)
        .Select(revision => EstimatedFlows.Of(site.Installation.Dataset(site.Installation.Definitions.Flows, revision))).OfType<EstimatedFlows>().First();

    private EstimateKey Usual => FlowChoice.Usual(Flows);

    private HashSet<string> Members(string region) => [.. site.Installation.Areas.Members(site.Installation.Areas[region], null).Select(area => area.Id)];

    private string Name(string area, Language language = Language.En) => site.Installation.Areas[area].ShortName.In(language);

    /// <summary>Persons of a table straight from the observations, whatever the page makes of them.</summary>
    private double Persons(EstimateKey key, Func<string, string, bool> isWanted, string statistic = "EST")
    {
        var (dataset, o) = (Flows.Dataset, Flows.Dataset.Observations);
        var (from, to) = (dataset.Definition.Dimension("COUNTERPART_AREA"), dataset.Definition.Dimension("REF_AREA"));
        return dataset.Select(Query.All.Where("FLOW_TYPE", "TRN").Where("FLOW_GROUP", "_T").Where("SEX", key.Sex).Where("EST_METHOD", FlowDefinitions.MethodCode(key.Method)).Where("STATISTIC", statistic)
                .Where("DURATION", FlowDefinitions.Duration(key.Period.Years)).During(TimePeriod.OfYear(key.Period.First)))
            .Where(i => o.Code(from, i) != "_T" && o.Code(to, i) != "_T" && isWanted(o.Code(from, i), o.Code(to, i))).Sum(dataset.Plain);
    }

    private Task<TableFile> Csv(FlowView view, string query = "") => TableFile.Csv(site, $"{FlowAddresses.View(Language.En, view)}.csv{query}");

    [Fact]
    public async Task Flows_between_regions_are_the_sums_of_their_corridors()
    {
        var csv = await Csv(FlowView.Circle);
        var persons = csv.Numbers[0];
        var total = 0.0;
        foreach (var row in csv.Rows)
            total += TableFile.Number(row[persons])!.Value;
        Assert.Equal(Persons(Usual, (_, _) => true), total, 3);
        foreach (var (origin, destination) in new[] { ("013", "021"), ("034", "145"), ("011", "011") })
        {
            var (from, to) = (Members(origin), Members(destination));
            var row = csv.Rows.Single(row => row[0] == Name(origin) && row[1] == Name(destination));
            var expected = Persons(Usual, (a, b) => from.Contains(a) && to.Contains(b));
            Assert.True(expected > 1000, $"{origin} to {destination}: {expected}");
            Assert.Equal(expected, TableFile.Number(row[persons])!.Value, 3);
        }
    }

    [Fact]
    public async Task Spread_is_between_the_method_that_gives_least_and_the_one_that_gives_most()
    {
        var csv = await Csv(FlowView.Circle, "?area=MEX");
        var row = csv.Rows.Single(row => row[0] == Name("MEX") && row[1] == Name("USA"));
        var methods = Flows.Keys.Where(key => key.Period == Usual.Period && key.Sex == Usual.Sex).Select(key => Persons(key, (a, b) => a == "MEX" && b == "USA")).ToList();
        Assert.InRange(methods.Count, 2, 9);
        Assert.True(methods.Min() < methods.Max());
        Assert.Equal([methods.Min(), methods.Max()], csv.Numbers[^2..].Select(column => TableFile.Number(row[column])!.Value));
        Assert.All(csv.Rows, row => Assert.InRange(TableFile.Number(row[csv.Numbers[0]])!.Value, TableFile.Number(row[csv.Numbers[^2]])!.Value, TableFile.Number(row[csv.Numbers[^1]])!.Value));
        var page = Html.Text(await site.Page("/en/flows?area=MEX"));
        Assert.Contains($"of the {methods.Count} this revision has for the period. It is no confidence interval.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corridor_has_its_bounds_its_lineage_and_how_the_destination_counts()
    {
        var csv = await Csv(FlowView.Circle, "?area=GTM");
        var row = csv.Rows.Single(row => row[0] == Name("GTM") && row[1] == Name("USA"));
        foreach (var (statistic, column) in FlowDefinitions.Statistic.Zip(csv.Numbers))
            Assert.Equal(Persons(Usual, (a, b) => a == "GTM" && b == "USA", statistic), TableFile.Number(row[column]));
        Assert.Equal("E", row[csv.Numbers[0] + 1]);
        var trace = Html.Text(await site.Page(new Uri(row[csv.Numbers[0] + 2]).PathAndQuery));
        Assert.Contains(Numbers.Format(TableFile.Number(row[csv.Numbers[0]])!.Value, NumberStyle.Whole, Language.En), trace, StringComparison.Ordinal);
        var type = csv.Head.ToList().IndexOf("Type of data at destination");
        Assert.Contains(row[type], (string[])["Foreign-born", "Foreign-born, refugees added"]);
        var ranges = await site.Page("/en/flows?area=GTM");
        Assert.Contains("80% interval", Html.Text(ranges), StringComparison.Ordinal);
        Assert.Contains("The interval is input uncertainty", Html.Text(ranges), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("013")]
    [InlineData("029")]
    public async Task Region_opens_to_its_countries(string region)
    {
        var csv = await Csv(FlowView.Circle, $"?area={region}");
        var members = Members(region);
        var persons = csv.Numbers[0];
        Assert.Equal(Persons(Usual, (a, b) => members.Contains(a) || members.Contains(b)), csv.Rows.Sum(row => TableFile.Number(row[persons])!.Value), 3);
        var names = csv.Rows.SelectMany(row => row[..2]).ToHashSet();
        Assert.DoesNotContain(Name(region), names);
        foreach (var member in members.Where(member => Persons(Usual, (a, b) => a == member || b == member) > 0))
            Assert.Contains(Name(member), names);
        var world = await site.Page("/en/flows");
        Assert.Contains($"href=\"/en/flows?area={region}\"", world, StringComparison.Ordinal);
        Assert.Contains(Name(members.First()), await site.Page($"/en/flows?area={region}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_of_period_method_and_sex_is_what_is_shown()
    {
        var key = Flows.Keys.Where(key => key.Sex == "F" && key.Method != Usual.Method).OrderBy(key => key.Period.First).First();
        foreach (var language in Site.Languages)
        {
            var query = $"?{FlowAddresses.PeriodWord.In(language)}={FlowChoice.WordOf(key.Period)}&{FlowAddresses.MethodWord.In(language)}={key.Method.Id()}&{FlowAddresses.SexWord.In(language)}={FlowChoice.WordOf("F").In(language)}";
            var csv = await TableFile.Csv(site, $"{FlowAddresses.Flows(language)}.csv{query}");
            Assert.Equal(Persons(key, (_, _) => true), csv.Rows.Sum(row => TableFile.Number(row[csv.Numbers[0]])!.Value), 3);
            var page = await site.Page(FlowAddresses.Flows(language) + query);
            Assert.Contains(Html.Tags(page, "option"), option => option.Contains($"value=\"{key.Method.Id()}\"", StringComparison.Ordinal) && option.Contains("selected", StringComparison.Ordinal));
            Assert.Contains(Html.Spaced(key.Method.Name().In(language)), Html.Text(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Threshold_is_stated_and_may_be_chosen()
    {
        var all = Encoding.UTF8.GetString(await site.File("/en/flows/circle.svg?threshold=0", "image/svg+xml"));
        var few = Encoding.UTF8.GetString(await site.File("/en/flows/circle.svg?threshold=1000000", "image/svg+xml"));
        Assert.True(Ribbons(all) > Ribbons(few) && Ribbons(few) > 0, $"{Ribbons(all)} {Ribbons(few)}");
        Assert.Contains("Threshold: the ", Html.Text(await site.Page("/en/flows?threshold=1000000")), StringComparison.Ordinal);
        Assert.Contains("flows of 1,000,000 or more are drawn", Html.Text(await site.Page("/en/flows?threshold=1000000")), StringComparison.Ordinal);
        var rows = (await Csv(FlowView.Circle)).Rows.Count;
        Assert.Equal(rows, (await Csv(FlowView.Circle, "?threshold=1000000")).Rows.Count);

        static int Ribbons(string svg) => svg.Split(" ribbon").Length - 1;
    }

    [Fact]
    public async Task Tiles_say_the_total_its_share_of_the_world_and_how_it_stands_against_the_fewest()
    {
        var page = Html.Text(await site.Page("/en/flows"));
        var total = Flows.Total(Usual)!.Value;
        Assert.Contains(Html.Spaced(Numbers.Format(total, NumberStyle.Compact, Language.En)), page, StringComparison.Ordinal);
        var fewest = Flows.Total(Usual with { Method = FlowMethod.ClosedMinimum })!.Value;
        Assert.Contains(Numbers.Format(total / fewest, new(NumberForm.Plain, 2), Language.En), page, StringComparison.Ordinal);
        var demography = site.Installation.Dataset("DEMOGRAPHY", null);
        var people = demography.Select(Query.All.Where("REF_AREA", "001").Where("MEASURE", "POP_MID").Where("SEX", "_T").During(PageKinds.Year((Usual.Period.First + Usual.Period.Last) / 2))).Select(demography.Plain).Single();
        Assert.Contains(Numbers.Format(100 * total / people, new(NumberForm.Percent, 2), Language.En), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?area=013")]
    [InlineData("?area=029&threshold=0")]
    [InlineData("?area=USA")]
    [InlineData("?threshold=0")]
    public async Task Page_stays_within_its_budget(string query)
    {
        var bytes = Encoding.UTF8.GetByteCount(await site.Page("/en/flows" + query));
        Assert.True(bytes <= PageBudget, $"{query} has {bytes} bytes");
    }

    [Theory]
    [InlineData("/flujos?area=Atlantis")]
    [InlineData("/flujos?area=002")]
    [InlineData("/flujos?area=%3Cscript%3E")]
    [InlineData("/flujos?periodo=1492-1497")]
    [InlineData("/flujos?periodo=%7B0%7D")]
    [InlineData("/flujos?metodo=magia")]
    [InlineData("/flujos?metodo=rates-rogers&sexo=mujeres")]
    [InlineData("/flujos?sexo=women")]
    [InlineData("/flujos?umbral=-1")]
    [InlineData("/flujos?umbral=NaN")]
    [InlineData("/flujos?revision=NADIE.2020")]
    [InlineData("/flujos.csv?periodo=2000")]
    [InlineData("/flujos/circulo.svg?umbral=1e9")]
    [InlineData("/flujos/origenes")]
    [InlineData("/flujos/origenes.csv?area=013")]
    [InlineData("/flujos/matriz.json?area=GTM")]
    [InlineData("/flujos/nada")]
    [InlineData("/flujos/corredor/MEX")]
    [InlineData("/flujos/corredor/MEX-Atlantis")]
    [InlineData("/flujos/corredor/NRU-PCN")]
    [InlineData("/flujos/corredor?de=MEX&a=%3Cscript%3E")]
    public async Task Address_of_nothing_is_not_found(string address)
    {
        var (status, _, text) = await site.Ask(address);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_of_a_corridor_leads_to_its_page_which_has_estimates_and_what_both_sides_report()
    {
        using var answer = await site.Client.GetAsync("/en/flows/corridor?from=MEX&to=USA", TestContext.Current.CancellationToken);
        Assert.Equal("/en/corridor/MEX-USA#s-flows", answer.Headers.Location?.OriginalString);
        var page = await site.Page("/en/corridor/MEX-USA");
        var estimates = await TableFile.Csv(site, "/en/flows/corridor/MEX-USA.csv");
        var periods = Flows.Periods.Where(period => Flows.Has(Usual with { Period = period })).OrderBy(period => period.First).ToList();
        Assert.Equal(periods.Count, estimates.Rows.Count);
        foreach (var (period, row) in periods.Zip(estimates.Rows))
            Assert.Equal(Persons(Usual with { Period = period }, (a, b) => a == "MEX" && b == "USA"), TableFile.Number(row[estimates.Numbers[0]]));
        Assert.Contains("id=\"flow-estimates\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"reported-h\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/flows?area=MEX\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_dataset_menu_and_search_lead_to_flows()
    {
        var country = await site.Page("/en/country/GTM");
        Assert.Contains("id=\"s-flows\"", country, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/flows?area=GTM\"", country, StringComparison.Ordinal);
        Assert.Contains("href=\"#s-flows\"", country, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"s-flows\"", await site.Page("/en/country/PCN"), StringComparison.Ordinal);
        foreach (var address in new[] { "/en/data/FLOWS", "/en/search?q=flows", "/en" })
            Assert.Contains("href=\"/en/flows\"", await site.Page(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_without_estimates_says_what_to_import_and_run()
    {
        var folder = Directory.CreateTempSubdirectory("periplo-noflows-");
        try
        {
            var (app, origin) = await TestSite.Serve(TestSite.NewInstallation(Path.Combine(folder.FullName, "empty.db")), null);
            await using (app)
            {
                using var client = TestSite.NewClient(origin);
                foreach (var language in Site.Languages)
                {
                    var page = await client.GetStringAsync(new Uri(FlowAddresses.Flows(language), UriKind.Relative), TestContext.Current.CancellationToken);
                    Assert.Contains("periplo flows estimate --from-store", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
                    foreach (var address in new[] { FlowAddresses.Flows(language) + ".csv", FlowAddresses.View(language, FlowView.Map) })
                    {
                        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                    }
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Method_page_works_the_example_out()
    {
        // The published table of the example (Abel 2013), by origin and destination.
        double[] published = [0, 0, 50, 0, 35, 0, 25, 0, 10, 10, 0, 0, 10, 10, 0, 0];
        Assert.All(published.Zip(WorkedFlows.Fewest.Flows), pair => Assert.Equal(pair.First, pair.Second, 5));
        Assert.Equal(["150", "880.6", "245"], WorkedFlows.Estimates.Select(one => WorkedFlows.Written(one.Table.Summary.Total).En));
        foreach (var language in Site.Languages)
        {
            var page = Html.Text(await site.Page(FlowAddresses.Method(language)));
            foreach (var (_, table) in WorkedFlows.Estimates)
                Assert.Contains(WorkedFlows.Written(table.Summary.Total).In(language), page, StringComparison.Ordinal);
            foreach (var step in WorkedFlows.Steps)
                Assert.Contains(Html.Spaced(step.In(language)), page, StringComparison.Ordinal);
        }

        // What the steps share out adds up to the table.
        var moves = WorkedFlows.Steps.SelectMany(step => System.Text.RegularExpressions.Regex.Matches(step.En, "([A-D]) → ([A-D]): ([\\d.]+)")).GroupBy(match => match.Groups[1].Value + match.Groups[2].Value)
            .ToDictionary(group => group.Key, group => group.Sum(match => double.Parse(match.Groups[3].Value.TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture)));
        for (var cell = 0; cell < published.Length; cell++)
            Assert.Equal(published[cell], moves.GetValueOrDefault($"{"ABCD"[cell / 4]}{"ABCD"[cell % 4]}"));
        var csv = await TableFile.Csv(site, "/en/methods/flows.csv");
        Assert.Equal(150, csv.Rows.Sum(row => TableFile.Number(row[csv.Numbers[0]])!.Value));
    }
}
