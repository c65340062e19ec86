using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Periplo.Languages;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>The same address with another ending: the numbers of page, CSV, JSON, picture and dataset are the same numbers.</summary>
public sealed class FilesTests(TestSite site)
{
    private static readonly string[] Countries = ["GTM", "MEX", "USA", "NRU", "SYR", "SSD", "XKX"];

    public static TheoryData<string, Language> CountriesAndLanguages
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var country in Countries)
            {
                foreach (var language in Site.Languages)
                    data.Add(country, language);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CountriesAndLanguages))]
    public async Task View_as_page_csv_json_and_svg_has_the_same_numbers_and_papers(string country, Language language)
    {
        var found = 0;
        foreach (var view in Enum.GetValues<CountryView>())
        {
            var address = Addresses.Country(language, country, view);
            using var answer = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
            if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
                continue;
            found++;
            await CheckForms(address, "", language);
        }

        Assert.InRange(found, country == "XKX" ? 0 : 4, 9);
    }

    [Theory]
    [InlineData(Language.Es, "/mapa", "?anio=2024")]
    [InlineData(Language.Es, "/mapa", "?anio=2020&medida=proporcion")]
    [InlineData(Language.En, "/en/map", "?year=1990")]
    [InlineData(Language.Es, "/corredor/MEX-USA", "")]
    [InlineData(Language.Es, "/corredor/FRA-ESP/notificado", "")]
    [InlineData(Language.Fr, "/fr/carte", "?annee=2020&mesure=part")]
    [InlineData(Language.En, "/en/corridor/VEN-COL", "")]
    [InlineData(Language.En, "/en/corridor/GTM-GTM", "")]
    public async Task Map_and_corridor_in_every_form_have_the_same_numbers(Language language, string address, string query)
    {
        var (status, _, _) = await site.Ask(address + query);
        if (address.EndsWith("GTM-GTM", StringComparison.Ordinal) && status == System.Net.HttpStatusCode.NotFound)
            return;
        if ((await site.Ask($"{address}.csv{query}")).Status == System.Net.HttpStatusCode.NotFound)
            return;
        await CheckForms(address, query, language);
    }

    [Fact]
    public async Task Country_address_with_an_ending_gives_its_first_view()
    {
        Assert.Equal(await site.File("/pais/GTM/origenes.csv", "text/csv"), await site.File("/pais/GTM.csv", "text/csv"));
    }

    [Theory]
    [InlineData("/pais/GTM/origenes.csv")]
    [InlineData("/pais/GTM/destinos.csv")]
    [InlineData("/en/country/GTM/trend.csv")]
    [InlineData("/en/country/SYR/displaced.csv")]
    [InlineData("/pais/GTM/remesas.csv")]
    [InlineData("/en/country/JPN/net-migration.csv")]
    [InlineData("/mapa.csv?anio=2024")]
    public async Task Numbers_of_a_view_are_those_of_the_dataset(string address)
    {
        var csv = await TableFile.Csv(site, address);
        var checks = 0;
        foreach (var row in csv.Rows.Where((_, i) => i % Math.Max(1, csv.Rows.Count / 12) == 0))
        {
            foreach (var column in csv.Numbers.Where(column => row[column].Length > 0))
            {
                var lineage = new Uri(row[column + 2]);
                Assert.Equal(site.Origin, lineage.GetLeftPart(UriPartial.Authority));
                var addends = TableFile.Read(await site.File(lineage.PathAndQuery + ".csv", "text/csv"));
                double sum = 0;
                foreach (var addend in addends.Rows)
                {
                    string Of(string name) => addend[addends.Head.ToList().IndexOf(name)];
                    if (Of("OBS_VALUE").Length > 0)
                        sum += double.Parse(Of("OBS_VALUE"), CultureInfo.InvariantCulture) * Math.Pow(10, int.Parse(Of("UNIT_MULT"), CultureInfo.InvariantCulture));
                    Assert.All((string[])["REVISION", "SOURCE", "METHOD", "LICENCE", "OBS_STATUS"], name => Assert.NotEqual("", Of(name)));
                }

                Assert.Equal(sum, TableFile.Number(row[column])!.Value, 1e-6 * Math.Max(1, Math.Abs(sum)));
                checks++;
            }
        }

        Assert.InRange(checks, 5, 500);
    }

    [Fact]
    public async Task Dataset_file_holds_what_is_asked_for()
    {
        var csv = TableFile.Read(await site.File("/datos/STOCK/UNDESA.2024.csv?REF_AREA=USA&COUNTERPART_AREA=MEX&SEX=_T&TIME_PERIOD=2020..2024", "text/csv"));
        Assert.Equal(["11177052", "11279561"], csv.Rows.Select(row => row[csv.Head.ToList().IndexOf("OBS_VALUE")]).Order(StringComparer.Ordinal));
        using var json = JsonDocument.Parse(await site.File("/en/data/STOCK/2024.json?REF_AREA=USA&COUNTERPART_AREA=MEX&SEX=_T&TIME_PERIOD=2020", "application/json"));
        Assert.Equal(11177052, json.RootElement.GetProperty("observations")[0].GetProperty("OBS_VALUE").GetDouble());
        Assert.Equal(64, json.RootElement.GetProperty("parts")[0].GetProperty("sha256").GetString()!.Length);
    }

    private async Task CheckForms(string address, string query, Language language)
    {
        var html = await site.Page(address + query);
        var csv = await TableFile.Csv(site, $"{address}.csv{query}");
        Assert.NotEmpty(csv.Rows);
        Assert.NotEmpty(csv.Numbers);
        Assert.Equal(csv.Head.Count, csv.Head.Distinct().Count());
        var (unit, source) = (csv.Head.ToList().IndexOf("UNIT"), csv.Head.ToList().IndexOf("SOURCE"));
        Assert.All(csv.Rows, row =>
        {
            Assert.NotEqual("", row[unit]);
            Assert.Matches("R[eé]visi[oó]n [A-Z]+[.]", row[source]);
            Assert.All(csv.Numbers, column => Assert.Matches("^[A-Z]$", row[column + 1]));
        });

        CheckTable(Html.Table(html), csv, language);
        CheckJson(await site.File($"{address}.json{query}", "application/json"), csv);
        CheckPicture(await site.File($"{address}.svg{query}", "image/svg+xml"), csv, language, unit, source);
        // The page says what the file says.
        var text = Html.Text(html);
        Assert.Contains(Html.Spaced(csv.Rows[0][unit]), text, StringComparison.Ordinal);
        foreach (var line in csv.Rows[0][source].Split(" | "))
            Assert.Contains(Html.Spaced(line), text, StringComparison.Ordinal);
    }

    private static void CheckTable(List<List<string>> table, TableFile csv, Language language)
    {
        Assert.Equal(csv.Rows.Count, table.Count - 1);
        var words = Enumerable.Range(0, csv.Head.Count - 3).Where(c => !csv.Numbers.Exists(n => c == n || c == n + 1 || c == n + 2)).ToList();
        Assert.Equal(csv.Head.Where((_, c) => words.Contains(c) || csv.Numbers.Contains(c)), table[0]);
        for (var r = 0; r < csv.Rows.Count; r++)
        {
            var (row, cells) = (csv.Rows[r], table[r + 1]);
            var at = 0;
            for (var c = 0; c < csv.Head.Count - 3; c++)
            {
                if (words.Contains(c))
                    Assert.Equal(row[c], cells[at++]);
                else if (csv.Numbers.Contains(c))
                    CheckCell(cells[at++], TableFile.Number(row[c]), row[c + 1], language);
            }
        }
    }

    private static void CheckCell(string cell, double? value, string status, Language language)
    {
        if (value is not { } number)
        {
            Assert.StartsWith(Numbers.Missing.In(language), cell, StringComparison.Ordinal);
            return;
        }

        var shown = cell.Replace("%", "", StringComparison.Ordinal).Split((char[])[' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var plain = language == Language.Fr ? shown[0].Replace("\u202F", "", StringComparison.Ordinal).Replace(',', '.') : shown[0].Replace(",", "", StringComparison.Ordinal);
        var digits = plain.Replace('\u2212', '-');
        var decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        Assert.Equal(Math.Round(number, decimals, MidpointRounding.AwayFromZero), double.Parse(digits, CultureInfo.InvariantCulture), 1e-9 * Math.Max(1, Math.Abs(number)));
        // Estimated and imputed figures say so in the cell.
        Assert.Equal(status == "A" ? 1 : 2, shown.Length);
    }

    private static void CheckJson(byte[] bytes, TableFile csv)
    {
        using var json = JsonDocument.Parse(bytes);
        Assert.NotEqual("", json.RootElement.GetProperty("title").GetString());
        Assert.NotEqual("", json.RootElement.GetProperty("unit").GetString());
        Assert.NotEqual(0, json.RootElement.GetProperty("sources").GetArrayLength());
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(csv.Rows.Count, rows.Count);
        for (var r = 0; r < rows.Count; r++)
        {
            foreach (var column in csv.Numbers)
            {
                var cell = rows[r].GetProperty(csv.Head[column]);
                Assert.Equal(TableFile.Number(csv.Rows[r][column]), TableFile.Number(cell.GetProperty("value")));
                Assert.Equal(csv.Rows[r][column + 1], cell.GetProperty("status").GetString());
            }
        }
    }

    private static void CheckPicture(byte[] bytes, TableFile csv, Language language, int unit, int source)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var svg = XDocument.Load(reader).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.NotEqual("", svg.Elements().First(element => element.Name.LocalName == "title").Value);
        var text = string.Join(' ', svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
        Assert.Contains(csv.Rows[0][unit].Split(' ')[0], text, StringComparison.Ordinal);
        Assert.Contains(language.Of("Fuente: ", "Source: ", "Source\u00A0: "), text, StringComparison.Ordinal);
        Assert.Contains(csv.Rows[0][source].Split(' ')[0], text, StringComparison.Ordinal);
        foreach (var attribute in svg.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            Assert.DoesNotContain("http", attribute.Value, StringComparison.OrdinalIgnoreCase);
            if (attribute.Name.LocalName is "href" or "src")
                Assert.StartsWith("#", attribute.Value, StringComparison.Ordinal);
        }

        var sheet = string.Concat(svg.Descendants().Where(element => element.Name.LocalName == "style").Select(element => element.Value));
        Assert.DoesNotContain("@import", sheet, StringComparison.Ordinal);
        Assert.DoesNotMatch("url\\((?!#)", sheet);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "foreignObject" or "image");
    }
}
