using System.Net;
using System.Text;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Web.Cooperation;
using Periplo.Web.Profiles;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>Profiles of the members of processes, figures that are means, and texts in the languages they are written in.</summary>
public sealed class ProcessProfileTests(TestSite site)
{
    [Fact]
    public async Task Process_leads_to_the_profile_of_its_members()
    {
        foreach (var language in Site.Languages)
        {
            var address = ProfileAddresses.Profile(language, "process-mercosur");
            Assert.Contains(address, Html.Attributes(await site.Page(ProcessAddresses.Process(language, "mercosur")), "href"));
            Assert.Contains(address, Html.Attributes(await site.Page(ProfileAddresses.All(language)), "href"));
            var text = Html.Text(await site.Page(address));
            foreach (var area in (string[])["ARG", "BOL", "BRA", "PRY", "URY", "VEN"])
                Assert.Contains(site.Installation.Areas[area].ShortName.In(language), text, StringComparison.Ordinal);
            Assert.All(SectionNames.All.Skip(1), kind => Assert.Contains(SectionNames.Title(kind).In(language), text, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(ProfileAddresses.Profile(Language.Es, "process-budapest"), Html.Attributes(await site.Page("/procesos/budapest"), "href"));
    }

    [Fact]
    public async Task Profile_of_a_process_adds_its_members_up()
    {
        var table = site.Installation.Indicators(TestContext.Current.CancellationToken);
        var members = table.Groups.Single(group => group.Id == "process-mercosur").Parts;
        var stock = table.At("M1.01", "process-mercosur", 2024)!;
        Assert.Equal(members.Sum(area => table.At("M1.01", area, 2024)!.Value), stock.Value);
        var csv = Encoding.UTF8.GetString(await site.File(ProfileAddresses.Document(Language.En, "process-mercosur", ".csv"), "text/csv"));
        Assert.Contains(stock.Value.ToString("F0", System.Globalization.CultureInfo.InvariantCulture), csv, StringComparison.Ordinal);
        foreach (var form in (string[])[".html", ".docx"])
            Assert.Equal(HttpStatusCode.OK, (await site.Ask(ProfileAddresses.Document(Language.Fr, "process-mercosur", form))).Status);
        foreach (var address in (string[])[ProfileAddresses.Sheet(Language.Es, "process-mercosur"), ProfileAddresses.Wall(Language.Es, "process-mercosur")])
            Assert.Contains("MERCOSUR", await site.Page(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/procesos/gmg/perfil")]
    [InlineData("/procesos/nada/perfil")]
    [InlineData("/en/processes/budapest/profile.csv")]
    [InlineData("/procesos/mercosur/perfil?edicion=1999")]
    [InlineData("/procesos/process-mercosur/perfil")]
    [InlineData("/procesos/%3Cscript%3E/perfil")]
    [InlineData("/pais/process-mercosur")]
    public async Task Process_without_member_countries_has_no_profile(string address) => Assert.Equal(HttpStatusCode.NotFound, (await site.Ask(address)).Status);

    [Fact]
    public async Task A_mean_leads_to_the_quarters_it_was_made_of()
    {
        var page = Html.Text(await site.Page("/datos/REMITTANCE_PRICES/RPW.2020-Q3/Q.~.GTM.COST_AVG._T._T.USD200.PT_TRANSACT/2019"));
        Assert.Contains("4.597", page, StringComparison.Ordinal);
        Assert.Contains("Media simple hecha por Periplo con 4 observaciones publicadas", page, StringComparison.Ordinal);
        var value = Html.Text(await site.Page("/en/indicator/R1.11/GTM/2019?breakdown=RULE_3"));
        Assert.Contains("REMITTANCE_PRICES", value, StringComparison.Ordinal);
        Assert.Contains("2020-Q3", value, StringComparison.Ordinal);
        // Prices are not summed.
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/datos/REMITTANCE_PRICES/RPW.2020-Q3/Q.*.PHL.COST_AVG._T._T.USD200.PT_TRANSACT/2019-Q1")).Status);
    }

    [Fact]
    public async Task Programs_get_french_only_where_it_is_written()
    {
        using var process = JsonDocument.Parse(await site.File("/api/processes/imp", "application/json"));
        Assert.Equal("International Migration Policy Programme", process.RootElement.GetProperty("name").GetProperty("en").GetString());
        Assert.False(process.RootElement.GetProperty("name").TryGetProperty("fr", out _));
        using var register = JsonDocument.Parse(await site.File("/api/registers/processes", "application/json"));
        Assert.Equal("Processus", register.RootElement.GetProperty("name").GetProperty("fr").GetString());
        Assert.Contains("Organisation régionale", register.RootElement.GetProperty("fields").EnumerateArray().Where(field => field.TryGetProperty("codes", out _))
            .SelectMany(field => field.GetProperty("codes").EnumerateArray()).Select(code => code.GetProperty("name").GetProperty("fr").GetString()));
    }
}
