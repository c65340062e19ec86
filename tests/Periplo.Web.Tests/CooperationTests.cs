using System.Net;
using System.Text;
using System.Text.Json;
using Periplo.Web.Cooperation;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>Pages, files and API of processes, instruments, consultations and documents, on the records that come with Periplo.</summary>
public sealed class CooperationTests(TestSite site)
{
    [Fact]
    public async Task Size_of_a_process_is_that_of_the_date_asked_for()
    {
        foreach (var (date, size) in new[] { ("2006", "10"), ("2008-07-01", "14"), ("2012", "16") })
        {
            Assert.Contains($"organismos o grupos: {size}", Html.Text(await site.Page($"/procesos/gmg?fecha={date}")), StringComparison.Ordinal);
            Assert.Contains($"organisations or groups: {size}", Html.Text(await site.Page($"/en/processes/gmg?date={date}")), StringComparison.Ordinal);
        }

        var (status, _, text) = await site.Ask("/procesos/gmg?fecha=ayer");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("«ayer» no es una fecha", Html.Text(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offered_confirmed_and_held_are_told_apart_in_words()
    {
        var page = await site.Page("/en/processes/gfmd");
        foreach (var status in (string[])["Offered", "Confirmed", "Held"])
            Assert.Contains($">{status}</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consultation_names_the_denominator_of_every_rate()
    {
        var of2008 = Html.Text(await site.Page("/consultas/un-2008"));
        Assert.Contains("33.3 %: 64 Estados Miembros de 192 Estados Miembros", of2008.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("33.2 %: 64 Estados Miembros de 193 destinatarios", of2008.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("no se inventan", of2008, StringComparison.Ordinal);

        var of2003 = Html.Text(await site.Page("/en/consultations/un-2003"));
        Assert.Contains("24% of the Member States, as the document publishes it", of2003, StringComparison.Ordinal);
        Assert.Contains("24.1%: 46 Member States of 191 Member States", of2003, StringComparison.Ordinal);
        Assert.Contains("on behalf of 47 governments: 46 Member States and 1 non-members", of2003, StringComparison.Ordinal);
        Assert.Contains("add up to the 47 governments that answered, not to the 46 Member States", of2003, StringComparison.Ordinal);

        Assert.Contains("there is no rate", Html.Text(await site.Page("/en/consultations/un-1995")), StringComparison.Ordinal);
        Assert.Contains("41 %", Html.Text(await site.Page("/en/consultations")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_gives_the_counts_that_the_pages_give()
    {
        using var of2008 = JsonDocument.Parse(await site.File("/api/consultations/un-2008", "application/json"));
        Assert.Equal(193, of2008.RootElement.GetProperty("addressees").GetInt32());
        Assert.Equal(64, of2008.RootElement.GetProperty("answered").GetProperty("member_states").GetInt32());
        Assert.Equal([33.3, 33.2], of2008.RootElement.GetProperty("rates").EnumerateArray().Select(rate => rate.GetProperty("percent").GetDouble()));
        Assert.Empty(of2008.RootElement.GetProperty("positions").EnumerateArray());

        using var of1995 = JsonDocument.Parse(await site.File("/api/consultations/un-1995", "application/json"));
        Assert.False(of1995.RootElement.GetProperty("answered").TryGetProperty("governments", out _));

        using var group = JsonDocument.Parse(await site.File("/api/processes/gmg?date=2006", "application/json"));
        Assert.Equal(10, group.RootElement.GetProperty("size").GetProperty("roles")[0].GetProperty("organisations").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/api/processes/none")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/api/consultations/none")).Status);
    }

    [Theory]
    [InlineData("/instrumentos")]
    [InlineData("/en/instruments")]
    public async Task Matrix_of_instruments_never_says_that_a_state_is_no_party(string address)
    {
        var table = Encoding.UTF8.GetString(await site.File(address + ".csv", "text/csv"));
        Assert.DoesNotContain("not a party", table.Split("\"Es una foto")[0].Split("\"This is a dated")[0], StringComparison.OrdinalIgnoreCase);
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 150);
        // Every instrument has a column, and each says as of when its list is, or that none is held.
        Assert.Equal(site.Installation.Records.Table("instruments").Published.Count(), lines[0].Split(address.StartsWith("/en", StringComparison.Ordinal) ? ["(as of", "(no list held"] : ["(a fecha de", "(sin lista"], StringSplitOptions.None).Length - 1);
        using var json = JsonDocument.Parse(await site.File(address + ".json", "application/json"));
        Assert.Equal(lines.Length - 1, json.RootElement.GetProperty("rows").GetArrayLength());
        Assert.Contains(address.StartsWith("/en", StringComparison.Ordinal) ? "dated snapshot" : "foto con fecha", Html.Text(await site.Page(address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Region_cuts_the_matrix_and_a_wrong_one_is_refused()
    {
        var page = Html.Text(await site.Page("/en/instruments?region=013"));
        Assert.Contains("Guatemala", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Albania", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/en/instruments?region=MEX")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/quien-hace-que?region=luna")).Status);
    }

    [Fact]
    public async Task Calendar_of_a_consultation_has_its_deadline_and_reminders()
    {
        var file = Encoding.UTF8.GetString(await site.File("/consultas/un-2008.ics", "text/calendar"));
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", file, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
        Assert.Equal(3, file.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("DTSTART;VALUE=DATE:20080430", file, StringComparison.Ordinal);
        Assert.Equal(file, Encoding.UTF8.GetString(await site.File("/consultas/un-2008.ics", "text/calendar")));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/consultas/un-1995.ics")).Status);
    }

    [Fact]
    public async Task Every_process_instrument_consultation_and_document_has_a_page_in_both_languages()
    {
        foreach (var language in Site.Languages)
        {
            foreach (var (register, address) in new (string, Func<string, string>)[]
            {
                ("processes", id => ProcessAddresses.Process(language, id)), ("instruments", id => ProcessAddresses.Instrument(language, id)),
                ("consultations", id => ProcessAddresses.Consultation(language, id)), ("documents", id => ProcessAddresses.Document(language, id)),
            })
            {
                foreach (var head in site.Installation.Records.Table(register).Published)
                    await site.Page(address(head.Id));
            }
        }
    }

    [Fact]
    public async Task Document_lists_what_rests_on_it_by_paragraph_and_the_library_finds_words()
    {
        var page = Html.Text(await site.Page("/en/documents/A-63-265"));
        Assert.Contains("¶44", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("¶9 ", StringComparison.Ordinal) < page.IndexOf("¶45 ", StringComparison.Ordinal));
        var found = Html.Text(await site.Page("/documentos?q=iniciativa berna"));
        Assert.Contains("Iniciativa de Berna", found, StringComparison.Ordinal);
        // What was typed is shown as it was typed, and nothing of it is markup.
        Assert.DoesNotContain("<b>x", await site.Page("/documentos?q=%3Cb%3Ex"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_page_has_its_processes_instruments_and_commitments()
    {
        var page = Html.Text(await site.Page("/en/country/GTM"));
        Assert.Contains("Puebla Process", page, StringComparison.Ordinal);
        Assert.Contains("(list of August 2022)", page, StringComparison.Ordinal);
        Assert.Contains("No published record names this area here", Html.Text(await site.Page("/en/country/PCN")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_one_an_addressee_with_their_places_filled()
    {
        var page = Html.Text(await site.Page("/en/consultations/un-2003/letters"));
        Assert.Contains("15 April 2003", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{addressee}", page, StringComparison.Ordinal);
    }
}
