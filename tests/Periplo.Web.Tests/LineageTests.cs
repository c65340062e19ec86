using System.Text.RegularExpressions;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>What the sources say about their figures reaches the pages.</summary>
public sealed class LineageTests(TestSite site)
{
    [Fact]
    public async Task Figures_of_a_country_lead_to_file_revision_checksum_and_row()
    {
        foreach (var language in Site.Languages)
        {
            var html = await site.Page(Addresses.Country(language, "GTM"));
            var catalogue = Addresses.Catalogue(language) + "/";
            var steps = Html.Attributes(html, "href").Where(href => href.StartsWith(catalogue, StringComparison.Ordinal)).Distinct().ToList();
            Assert.InRange(steps.Count, 50, 5_000);
            foreach (var step in steps.Where((_, i) => i % (steps.Count / 25) == 0))
            {
                var page = await site.Page(step);
                var text = Html.Text(page);
                // A revision may have come in several files: the page names that of the row.
                var part = site.Installation.Parts().First(one => step.Contains($"/{one.Revision.Dataset}/{one.Revision.Id}/", StringComparison.Ordinal) && text.Contains(one.File.Name, StringComparison.Ordinal));
                Assert.Contains(part.File.Sha256, text, StringComparison.Ordinal);
                Assert.Contains(part.Revision.Id, text, StringComparison.Ordinal);
                var table = Html.Table(page);
                var row = table[0].IndexOf(Words.Row.In(language));
                Assert.InRange(table.Count, 2, 400);
                // What Periplo estimates has no row of a file: its page tells the figures and the method it was made with.
                if (part.Revision.Source == Installation.OwnSource)
                    Assert.NotEmpty(part.Parameters);
                else
                    Assert.All(table.Skip(1), cells => Assert.Matches("^[0-9,\u202F]+$", cells[row]));
            }
        }
    }

    [Fact]
    public async Task Row_named_by_a_lineage_page_holds_the_figure_in_the_bundled_file()
    {
        var page = await site.Page(PageKinds.Address("lineage of a figure", Language.Es));
        var table = Html.Table(page);
        var row = int.Parse(table[1][table[0].IndexOf("Fila")].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        using var file = new System.IO.Compression.GZipStream(File.OpenRead(Path.Combine(TestSite.Root, "data", "starter", table[1][table[0].IndexOf("Archivo")])), System.IO.Compression.CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        string? line = null;
        for (var i = 0; i < row; i++)
            line = await lines.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("USA,MEX,2024,", line, StringComparison.Ordinal);
        Assert.EndsWith(table[1][table[0].IndexOf("Valor")].Replace(",", "", StringComparison.Ordinal), line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I", "Imputado", "Imputed", "Imputé")]
    [InlineData("C", "Ciudadanos extranjeros", "Foreign citizens", "Citoyens étrangers")]
    [InlineData("BR", "Nacidos en el extranjero, más refugiados", "Foreign-born, refugees added", "Nés à l’étranger, plus réfugiés")]
    public async Task Type_of_data_reaches_every_page_of_the_destination(string type, string spanish, string english, string french)
    {
        var (country, status) = Destination(type);
        foreach (var language in Site.Languages)
        {
            var words = language.Of(spanish, english, french);
            var (seen, views) = (0, (CountryView[])[CountryView.Origins, CountryView.OriginsMap, CountryView.Series, CountryView.Revisions]);
            foreach (var view in views)
            {
                var html = System.Net.WebUtility.HtmlDecode(await site.Page(Addresses.Country(language, country, view)));
                Assert.True(html.Contains($"{type} = {words.ToLowerInvariant()}", StringComparison.Ordinal), $"{view} of {country} does not say {words}");
                seen += status == 'I' && html.Contains($"<abbr title=\"({(language.Of("imputado", "imputed", "imputé"))})\">I</abbr>", StringComparison.Ordinal) ? 1 : 0;
            }

            Assert.Equal(status == 'I' ? views.Length : 0, seen);
            var trace = await site.Page(Addresses.Observation(language, "STOCK", "UNDESA.2024", $"A.{country}.*._T.STOCK._T._T._T.PS", PageKinds.Year(2024)));
            Assert.Contains($"{type} ({words})", System.Net.WebUtility.HtmlDecode(trace), StringComparison.Ordinal);
            var csv = await TableFile.Csv(site, Addresses.Country(language, country, CountryView.Origins) + ".csv");
            Assert.All(csv.Rows, row => Assert.Contains(words.ToLowerInvariant(), row[^1], StringComparison.Ordinal));
            Assert.All(csv.Rows.Where(row => row[csv.Numbers[0]].Length > 0), row => Assert.Equal($"{status}", row[csv.Numbers[0] + 1]));
        }
    }

    [Fact]
    public async Task Unrwa_exclusion_stands_wherever_unhcr_figures_stand()
    {
        foreach (var language in Site.Languages)
        {
            var words = language.Of("OOPS", "UNRWA", "UNRWA");
            foreach (var address in new[]
            {
                Addresses.Home(language), Addresses.Country(language, "GTM"), Addresses.Country(language, "PSE"), Addresses.Country(language, "BMU"), Addresses.Country(language, "NRU"),
                Addresses.Country(language, "SYR", CountryView.Displaced), Addresses.Country(language, "SYR", CountryView.Displaced) + ".csv",
                Addresses.Country(language, "SYR", CountryView.Displaced) + ".json", Addresses.Country(language, "SYR", CountryView.Displaced) + ".svg",
                Addresses.Catalogue(language), Addresses.Dataset(language, "DISPLACED"), Addresses.Dataset(language, "DISPLACED", "UNHCR.2025"),
                Addresses.Observation(language, "DISPLACED", "UNHCR.2025", "A.COL.*.REF.STOCK._T._T.PS", PageKinds.Year(2024)),
            })
            {
                var (_, _, text) = await site.Ask(address);
                if (text.Contains("UNHCR", StringComparison.Ordinal) || text.Contains("ACNUR", StringComparison.Ordinal) || text.Contains(" HCR", StringComparison.Ordinal))
                    Assert.True(text.Contains(words, StringComparison.Ordinal), $"{address} shows UNHCR's figures without what they leave out");
                else
                    Assert.DoesNotContain("DISPLACED", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task World_total_on_the_home_page_is_the_published_one()
    {
        var html = await site.Page(Addresses.Home(Language.En));
        var tile = html.Split("class=\"tile\"")[1];
        var lineage = Html.Attributes(tile, "href").First();
        Assert.Contains(">304,021,813<", Regex.Replace(await site.Page(lineage), "\\s+", ""), StringComparison.Ordinal);
    }

    private (string Country, char Status) Destination(string type)
    {
        var stock = site.Stock;
        var (o, residence) = (stock.Observations, stock.Definition.Dimension("REF_AREA"));
        foreach (var i in stock.Select(Query.All.Where("SEX", "_T").During(PageKinds.Year(2024))))
        {
            if (o.AttributeSets[o.Attributes[i]].DataType == type && site.Installation.Areas[o.Code(residence, i)].IsLeaf)
                return (o.Code(residence, i), o.Statuses[i].Letter());
        }

        throw new InvalidOperationException($"No destination has data of type {type}.");
    }
}
