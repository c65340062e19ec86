using System.Globalization;
using System.Net;
using Periplo.Languages;
using Periplo.Remittances;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Remittances;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class RemittancePagesTests(TestSite site)
{
    private MatrixTable Matrices => site.Installation.RemittanceMatrices()!;

    [Theory]
    [InlineData("GTM", Language.Es)]
    [InlineData("MEX", Language.En)]
    [InlineData("PHL", Language.Fr)]
    public async Task Senders_of_a_country_are_those_of_the_matrix(string country, Language language)
    {
        var year = Matrices.Years[^1];
        var query = $"?{RemittanceAddresses.YearWord.In(language)}={year}&{RemittanceAddresses.CountryWord.In(language)}={country}";
        var csv = await TableFile.Csv(site, RemittanceAddresses.View(language, RemittanceView.Senders) + ".csv" + query);
        var expected = Matrices.ReceivedBy(country, year);
        Assert.InRange(expected.Count, 20, 250);
        Assert.Equal(expected.Select(range => site.Installation.Areas[range.Sender].ShortName.In(language)), csv.Rows.Select(row => row[0]));
        Assert.Equal(4, csv.Numbers.Count);
        foreach (var (range, row) in expected.Zip(csv.Rows))
            Assert.Equal([range.Rule1, range.Rule2, range.Rule3, range.Balanced], csv.Numbers.Select(column => TableFile.Number(row[column])!.Value));
        var page = Html.Text(await site.Page(RemittanceAddresses.Remittances(language) + query));
        foreach (var caveat in MatrixWords.Caveats)
            Assert.Contains(caveat.In(language), page, StringComparison.Ordinal);
        Assert.Contains(Numbers.Format(expected[0].Rule3, NumberStyle.Whole, language), page.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_leads_to_its_observation()
    {
        var csv = await TableFile.Csv(site, "/en/remittances/corridor/USA-GTM/estimates.csv");
        var last = csv.Rows[^1];
        var range = Matrices.Corridor("USA", "GTM", int.Parse(last[0], CultureInfo.InvariantCulture))!;
        foreach (var (value, column) in new[] { range.Rule1, range.Rule2, range.Rule3, range.Balanced }.Zip(csv.Numbers))
        {
            Assert.Equal(value, TableFile.Number(last[column]));
            Assert.Equal("E", last[column + 1]);
            var trace = Html.Text(await site.Page(new Uri(last[column + 2]).PathAndQuery));
            Assert.Contains(Numbers.Format(value, NumberStyle.Whole, Language.En), trace, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(RemittanceView.Received, "REF_AREA", "COUNTERPART_AREA")]
    [InlineData(RemittanceView.Sent, "COUNTERPART_AREA", "REF_AREA")]
    public async Task Countries_of_a_year_have_what_they_report_and_the_others_nothing(RemittanceView view, string total, string own)
    {
        var money = site.Installation.Dataset("REMITTANCES", "WB.2023");
        var csv = await TableFile.Csv(site, RemittanceAddresses.View(Language.En, view) + ".csv?year=2020");
        var dimension = money.Definition.Dimension(own);
        var reported = money.Select(Query.All.Where("INDICATOR", "FLOW_BOP").Where("UNIT_MEASURE", "USD").Where(total, "_T").During(TimePeriod.OfYear(2020)))
            .Where(i => double.IsFinite(money.Plain(i))).ToDictionary(i => money.Observations.Code(dimension, i), money.Plain);
        var (number, filled) = (csv.Numbers.Single(), 0);
        foreach (var row in csv.Rows)
        {
            var value = TableFile.Number(row[number]);
            Assert.Equal(reported.TryGetValue(site.Installation.Areas.Find(row[0])!.Id, out var known) ? known : null, value);
            filled += value is null ? 0 : 1;
        }

        Assert.InRange(filled, 100, csv.Rows.Count - 10);
    }

    [Fact]
    public async Task Prices_of_a_corridor_and_round_are_those_of_the_revision_that_has_it()
    {
        var csv = await TableFile.Csv(site, "/en/remittances/corridor/USA-GTM/prices.csv");
        var checkedRows = 0;
        foreach (var row in csv.Rows)
        {
            var table = new PriceTable(site.Installation.Dataset("REMITTANCE_PRICES", row[1]));
            var price = table.Series("USA", "GTM").Single(one => one.Round.ToString() == row[0]);
            Assert.Equal(price.Average, TableFile.Number(row[csv.Numbers[0]]));
            Assert.Equal(price.Smart, TableFile.Number(row[csv.Numbers[1]]));
            if (checkedRows++ % 9 == 0)
                Assert.Contains(Numbers.Format(price.Average!.Value, new(NumberForm.Plain, 3), Language.En), Html.Text(await site.Page(new Uri(row[csv.Numbers[0] + 2]).PathAndQuery)), StringComparison.Ordinal);
        }

        Assert.InRange(csv.Rows.Count, 20, 100);
        Assert.Contains(csv.Rows, row => row[csv.Numbers[1]].Length > 0);
    }

    [Fact]
    public async Task Rounds_have_the_components_of_the_indicator()
    {
        var csv = await TableFile.Csv(site, "/en/remittances/cost.csv");
        var rounds = site.Installation.RemittancePriceRounds();
        var rows = csv.Rows.Where(row => row[1] == site.Installation.RemittancePrices()!.Dataset.Revision.Id).ToDictionary(row => row[0]);
        Assert.Equal(rounds.Count, rows.Count);
        foreach (var round in rounds)
        {
            var row = rows[round.Round.ToString()];
            Assert.Equal(round.MeanOfCorridors, TableFile.Number(row[csv.Numbers[1]]));
            Assert.Equal(round.WeightedMean, TableFile.Number(row[csv.Numbers[2]]));
        }

        var excess = await TableFile.Csv(site, "/en/remittances/excess.csv");
        var last = excess.Rows.Single(row => row[0] == rounds[^1].Round.ToString());
        Assert.Equal([Math.Round(rounds[^1].AboveTarget!.Rule1), Math.Round(rounds[^1].AboveTarget!.Rule2), Math.Round(rounds[^1].AboveTarget!.Rule3)], excess.Numbers.Select(column => TableFile.Number(last[column])!.Value));
    }

    [Fact]
    public async Task Old_round_is_said_to_be_no_guide()
    {
        foreach (var language in Site.Languages)
        {
            foreach (var address in new[] { RemittanceAddresses.Prices(language), RemittanceAddresses.Corridor(language, "USA", "GTM") })
                Assert.Contains(PriceRound.OldRound.In(language), Html.Text(await site.Page(address)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Corridor_is_priced_for_today_only_out_of_a_round_under_six_months_old()
    {
        var prices = new PriceTable(site.Installation.Dataset("REMITTANCE_PRICES", "RPW.2020-Q3")).Series("USA", "GTM");
        var last = prices[^1];
        var end = last.Round.LastDay;
        Assert.Equal(last, CorridorViews.Current(prices, end.AddMonths(5)));
        Assert.Equal(last, CorridorViews.Current(prices, end));
        Assert.Null(CorridorViews.Current(prices, end.AddDays(1).AddMonths(6)));
        Assert.Null(CorridorViews.Current([], end));
    }

    [Theory]
    [InlineData("amount=200&fee=8&margin=1.5&common-fee=30&common-margin=0.5&handing-out=2&workers=10", "4", "110.00", "60.00", "5.00")]
    [InlineData("amount=200&fee=8&margin=1,5&common-fee=32&common-margin=0,5&handing-out=2&workers=1", "4", "11.00", "35.00", "−24.00")]
    [InlineData("amount=100&fee=1&margin=0&common-fee=10&common-margin=1&handing-out=1&workers=3", "It never pays", "3.00", "16.00", "−4.33")]
    public async Task Transfer_of_all_together_is_compared(string query, string breakEven, string alone, string together, string saving)
    {
        var page = await site.Page("/en/remittances/calculators?" + query);
        string At(string id) => Numbers.Format(double.Parse(Tile(page, id).Replace('−', '-'), CultureInfo.InvariantCulture), new(NumberForm.Plain, 2), Language.En);
        Assert.Equal(breakEven, Tile(page, "break-even"));
        Assert.Equal([Written(alone), Written(together), Written(saving)], [At("alone"), At("together"), At("saving")]);

        static string Written(string number) => Numbers.Format(double.Parse(number.Replace('−', '-'), CultureInfo.InvariantCulture), new(NumberForm.Plain, 2), Language.En);
    }

    [Fact]
    public async Task Recruitment_is_counted_in_months_of_earnings()
    {
        var page = await site.Page("/en/remittances/calculators?cost-1=1500&earnings-1=500&cost-2=&earnings-2=&cost-3=0&earnings-3=450");
        Assert.Equal(["3.00", "0.00", "1.50"], [Tile(page, "months-1"), Tile(page, "months-3"), Tile(page, "median")]);
        Assert.DoesNotContain("id=\"months-2\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amount=&fee=1&margin=1&common-fee=1&common-margin=1&handing-out=1&workers=2", "amount", "Falta el número.")]
    [InlineData("amount=0&fee=1&margin=1&common-fee=1&common-margin=1&handing-out=1&workers=2", "amount", "Debe ser mayor que 0")]
    [InlineData("amount=1&fee=-1&margin=1&common-fee=1&common-margin=1&handing-out=1&workers=2", "fee", "Debe estar entre 0")]
    [InlineData("amount=1&fee=1&margin=101&common-fee=1&common-margin=1&handing-out=1&workers=2", "margin", "entre −100 y 100")]
    [InlineData("amount=1&fee=1&margin=1&common-fee=NaN&common-margin=1&handing-out=1&workers=2", "common-fee", "«NaN» no es un número.")]
    [InlineData("amount=1&fee=1&margin=1&common-fee=1&common-margin=1&handing-out=1&workers=2.5", "workers", "número entero")]
    [InlineData("amount=%3Cscript%3E&fee=1&margin=1&common-fee=1&common-margin=1&handing-out=1&workers=2", "amount", "no es un número")]
    [InlineData("cost-1=100&earnings-1=0", "earnings-1", "Debe ser mayor que 0")]
    [InlineData("cost-1=&earnings-1=", "cost-1", "Falta el número.")]
    [InlineData("cost-1=1&earnings-1=1&cost-2=3", "earnings-2", "Falta el número.")]
    public async Task Wrong_number_is_said_beside_its_field(string query, string input, string message)
    {
        var (status, _, page) = await site.Ask("/remesas/calculadoras?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var at = page.IndexOf($"id=\"{input}-wrong\"", StringComparison.Ordinal);
        Assert.True(at > 0, page);
        Assert.Contains(message, WebUtility.HtmlDecode(page[at..page.IndexOf("</p>", at, StringComparison.Ordinal)]), StringComparison.Ordinal);
        Assert.DoesNotContain("tile-value", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/remesas?anio=1492")]
    [InlineData("/remesas?pais=Atlantis")]
    [InlineData("/remesas.csv?pais=001")]
    [InlineData("/remesas/quien-envia.json")]
    [InlineData("/remesas/ronda.svg?ronda=2020-Q9")]
    [InlineData("/remesas/corredor/USA")]
    [InlineData("/remesas/corredor/USA-GTM/nada.csv")]
    [InlineData("/remesas/corredor/NRU-PCN/precios")]
    [InlineData("/remesas/corredor?de=USA")]
    [InlineData("/remesas/corredor?de=USA&a=%3Cscript%3E")]
    public async Task Address_of_nothing_is_not_found(string address)
    {
        var (status, _, text) = await site.Ask(address);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
    }

    private static string Tile(string page, string id)
    {
        var from = page.IndexOf($"id=\"{id}\">", StringComparison.Ordinal) + id.Length + 6;
        return WebUtility.HtmlDecode(page[from..page.IndexOf("</p>", from, StringComparison.Ordinal)]);
    }
}
