using System.Globalization;
using System.Net;
using System.Text.Json;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Web.Indicators;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class IndicatorPagesTests(TestSite site)
{
    private static readonly string[] Sampled = ["M1.01", "M1.02", "P1.04", "M2.02", "F1.01", "R1.01"];

    private IndicatorTable Table => site.Installation.Indicators(TestContext.Current.CancellationToken);

    public static TheoryData<string, Language> CodesAndLanguages
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var (code, i) in Sampled.Select((code, i) => (code, i)))
                data.Add(code, (Language)(i % 3));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CodesAndLanguages))]
    public async Task View_as_page_csv_and_json_has_the_values_of_the_table(string code, Language language)
    {
        var address = IndicatorAddresses.Indicator(language, code);
        var page = Html.Table(await site.Page(address));
        var csv = await TableFile.Csv(site, address + ".csv");
        Assert.Equal(Table.Countries, csv.Rows.Count);
        Assert.Equal(csv.Rows.Select(row => row[0]), page.Skip(1).Select(row => row[0]));
        using var json = JsonDocument.Parse(await site.File(address + ".json", "application/json"));
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(csv.Rows.Count, rows.Count);
        var number = csv.Numbers.Single();
        var byName = csv.Rows.ToDictionary(row => row[0]);
        var filled = 0;
        foreach (var area in Table.Areas.Take(Table.Countries))
        {
            var row = byName[site.Installation.Areas[area].ShortName.In(language)];
            var value = Table.Latest(code, area);
            Assert.Equal(value?.Value, TableFile.Number(row[number]));
            if (value is null)
                continue;
            filled++;
            Assert.Equal($"{(char)value.Status}", row[number + 1]);
            Assert.Equal(value.Period.ToString(), row[number + 3]);
        }

        Assert.InRange(filled, 100, Table.Countries);
        Assert.Equal(csv.Rows.Select(row => TableFile.Number(row[number])), rows.Select(row => TableFile.Number(row.GetProperty(csv.Head[number]).GetProperty("value"))));
    }

    [Theory]
    [MemberData(nameof(CodesAndLanguages))]
    public async Task Two_clicks_from_an_indicator_show_file_checksum_and_row(string code, Language language)
    {
        var csv = await TableFile.Csv(site, IndicatorAddresses.Indicator(language, code) + ".csv");
        var (number, catalogue) = (csv.Numbers.Single(), Addresses.Catalogue(language) + "/");
        var followed = 0;
        foreach (var row in csv.Rows.Where(row => row[number].Length > 0).Where((_, i) => i % 40 == 0))
        {
            var first = new Uri(row[number + 2]).PathAndQuery;
            // One click leads to the rows themselves, or to the page that names the figures a value was made of.
            string[] steps = first.StartsWith(catalogue, StringComparison.Ordinal) ? [first] : [.. Html.Attributes(await site.Page(first), "href").Where(href => href.StartsWith(catalogue, StringComparison.Ordinal) && href.Count(c => c == '/') > 3)];
            Assert.NotEmpty(steps);
            foreach (var step in steps.Take(2))
            {
                var text = Html.Text(await site.Page(step));
                Assert.Matches("[0-9a-f]{64}", text);
                Assert.Contains(".csv", text, StringComparison.Ordinal);
                followed++;
            }
        }

        Assert.InRange(followed, 3, 100);
    }

    [Fact]
    public async Task Value_page_shows_the_parts_that_make_the_value()
    {
        var value = Table.At("M1.02", "GTM", 2020)!;
        var page = await site.Page(IndicatorAddresses.Value(Language.En, "M1.02", "GTM", TimePeriod.OfYear(2020)));
        var parts = Html.Table(page).Skip(1).Select(row => double.Parse(row[4].Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, parts.Count);
        Assert.Equal(value.Value, 100 * parts[0] / parts[1], 1e-9);
    }

    [Fact]
    public async Task Chart_shows_the_areas_asked_for_and_no_others()
    {
        var csv = await TableFile.Csv(site, "/en/indicator/M1.01/chart.csv?areas=GTM,Mexico");
        Assert.Equal(["Guatemala", "Mexico"], csv.Numbers.Select(column => csv.Head[column]));
        var series = Table.Series("M1.01", "GTM");
        Assert.Equal(series.Select(value => value.Value), csv.Rows.Select(row => TableFile.Number(row[csv.Numbers[0]])!.Value));
        Assert.Equal(series.Select(value => $"{value.Period.Year}"), csv.Rows.Select(row => row[0]));
    }

    [Fact]
    public async Task Year_and_breakdown_are_kept_in_the_address_of_each_language()
    {
        var spanish = await site.Page("/indicador/M1.01/mapa?desglose=F&anio=1990");
        var alternates = Html.Alternates(spanish);
        Assert.Equal("/en/indicator/M1.01/map?breakdown=F&year=1990", alternates["en"]);
        Assert.Equal("/fr/indicateur/M1.01/carte?ventilation=F&annee=1990", alternates["fr"]);
        var csv = await TableFile.Csv(site, "/en/indicator/M1.01/map.csv?breakdown=F&year=1990");
        var row = csv.Rows.Single(one => one[0] == "Guatemala");
        Assert.Equal(Table.At("M1.01", "GTM", 1990, new IndicatorKey(Sex: "F"))!.Value, TableFile.Number(row[csv.Numbers[0]]));
    }

    [Fact]
    public async Task Every_indicator_of_the_registry_has_a_page_and_the_list_leads_to_it()
    {
        var list = await site.Page("/indicadores");
        foreach (var indicator in Table.Registry.All)
        {
            Assert.Contains($"href=\"/indicador/{indicator.Code}\"", list, StringComparison.Ordinal);
            var text = Html.Text(await site.Page(IndicatorAddresses.Indicator(Language.Fr, indicator.Code)));
            Assert.Contains(indicator.Limits.Fr, text, StringComparison.Ordinal);
            if (indicator.IsGap)
                Assert.Contains(indicator.Source.Fr, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/indicador/X9.99")]
    [InlineData("/indicador/X9.99.csv")]
    [InlineData("/en/indicator/M1.01/nothing.json")]
    [InlineData("/indicador/M1.01?anio=1492")]
    [InlineData("/indicador/M1.01.csv?anio=-1")]
    [InlineData("/indicador/M1.01?desglose=%3Cscript%3E")]
    [InlineData("/indicador/M1.01/grafico?areas=Atlantis")]
    [InlineData("/indicador/M1.01/grafico.svg?areas=GTM,MEX,USA,CAN,SLV,HND,NIC,CRI,PAN")]
    [InlineData("/indicador/M1.02/GTM/2020-Q9")]
    [InlineData("/indicador/M1.02/ZZZ/2020")]
    [InlineData("/indicador/L1.05.csv")]
    [InlineData("/pais/GTM?edicion=1900")]
    [InlineData("/pais/ZZZ/perfil.html")]
    [InlineData("/pais/ZZZ/hoja")]
    public async Task Address_of_nothing_is_not_found(string address)
    {
        var (status, _, text) = await site.Ask(address);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
    }
}
