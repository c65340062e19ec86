using System.Text;
using Periplo.Cooperation;
using Periplo.Languages;
using Xunit;

namespace Periplo.Tests.Cooperation;

/// <summary>The consultations of the documents: totals, rates with their denominators, letters and dates.</summary>
public sealed class ConsultationsTests(BundledRecords bundled) : IClassFixture<BundledRecords>
{
    private Consultation Of(string id) => bundled.Index.Consultations.Find(id)!;

    private static string[] Rates(ConsultationCount count) =>
        [.. count.Rates.Select(rate => $"{Math.Round(rate.Percent, 1)} {rate.Counted.En} {rate.Count}/{rate.Total} {rate.Over.En} {(rate.IsPublished ? "published" : "derived")}")];

    [Fact]
    public void Trap_4_each_denominator_of_2008_gives_a_rate_that_names_it()
    {
        var consultation = Of("un-2008");
        Assert.Equal((193, 192), (consultation.Addressed, consultation.Members));
        var count = consultation.On(new(2008, 7, 15));
        Assert.Equal((64, 64, 0), (count.Members, count.Governments, count.NonMembers));
        Assert.Equal(["33.3 Member States 64/192 Member States derived", "33.2 Member States 64/193 addressees derived"], Rates(count));
        Assert.Equal(129, count.Unanswered);
        Assert.Equal(0, consultation.On(new(2008, 7, 14)).Members);
    }

    [Fact]
    public void Trap_3_the_answers_of_2003_are_46_Member_States_and_47_governments()
    {
        var consultation = Of("un-2003");
        var count = consultation.Final;
        Assert.Equal((33, 47, 46, 1), (count.Letters, count.Governments, count.Members, count.NonMembers));
        Assert.Equal(["24 Member States / Member States published", "24.1 Member States 46/191 Member States derived"], Rates(count));
        var greece = Assert.Single(count.Responses, response => response.Area == "GRC");
        Assert.Equal((15, 15), (greece.Represents, greece.OnBehalfOf.Count));
        Assert.Equal(47, count.Areas.Count);
        Assert.Equal(14, count.Areas.Values.Count(one => one.ByAnother));
        Assert.False(count.Areas["GRC"].ByAnother);

        Assert.Equal([("in-favour", 25), ("reservations", 22)], consultation.Positions.Select(position => (position.Option, position.Count)));
        Assert.All(consultation.Positions, position => Assert.True(position.IsTotal));
        Assert.Equal(47, count.Positioned);
        Assert.Contains("not to the 46 Member States", count.PositionsAddUpTo!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rate_of_1995_to_1999_stays_as_published_and_no_letter_has_one_of_its_own()
    {
        foreach (var id in (string[])["un-1995", "un-1997", "un-1999"])
            Assert.Empty(Of(id).Final.Rates);
        var fact = bundled.Facts("Q028")["Q028"];
        Assert.Equal((41m, "asserted"), (fact.Number("value"), fact["status"]));
        Assert.NotNull(fact.Words("denominator"));
    }

    [Fact]
    public void Trap_9_what_the_missing_chart_told_is_not_invented()
    {
        var consultation = Of("un-2008");
        Assert.Empty(consultation.Positions);
        Assert.Empty(consultation.Final.Areas);
        Assert.Null(consultation.Final.PositionsAddUpTo);
        Assert.Contains("22", consultation.Record.Words("note")!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_silent_is_said_only_where_addressees_are_named()
    {
        Assert.All(bundled.Index.Consultations.All, consultation => Assert.Null(consultation.Final.Silent));

        var named = Made(addressees: ["MEX", "GTM", "HND"], responses: [("GTM", ""), ("CRI", "")]);
        Assert.True(named.AreAddresseesNamed);
        Assert.Equal(["HND", "MEX"], named.Final.Silent!.Select(addressee => addressee.Area!).Order(StringComparer.Ordinal));
        Assert.Equal(2, named.Final.Unanswered);
        var rate = Assert.Single(named.Final.Rates);
        Assert.Equal((1, 3, "addressees"), (rate.Count, rate.Total, rate.Over.En));
    }

    [Fact]
    public void Reminders_fall_due_a_week_before_the_deadline_until_answers_are_counted()
    {
        var consultation = Of("un-2008");
        Assert.Equal([new(2008, 4, 23), new(2008, 4, 30), new DateOnly(2008, 5, 7)], consultation.Dates.Select(date => date.Day));
        Assert.False(consultation.IsReminderDue(new(2008, 4, 22)));
        Assert.True(consultation.IsReminderDue(new(2008, 4, 23)));
        Assert.True(consultation.IsReminderDue(new(2008, 7, 15)));
        Assert.False(consultation.IsReminderDue(new(2008, 7, 16)));
        Assert.Empty(Of("un-1995").Dates);
        Assert.False(Of("un-1995").IsReminderDue(new(1995, 6, 1)));
    }

    [Fact]
    public void A_letter_names_its_addressee_and_deadline_in_its_language()
    {
        var letter = Of("un-2003").Letter(new("México", "Mexico", "Mexico"))!;
        Assert.Contains("A México:", letter.Es, StringComparison.Ordinal);
        Assert.Contains("15 de abril de 2003", letter.Es, StringComparison.Ordinal);
        Assert.Contains("To Mexico:", letter.En, StringComparison.Ordinal);
        Assert.Contains("15 April 2003", letter.En, StringComparison.Ordinal);
        Assert.DoesNotContain('{', letter.Es + letter.En);
        Assert.Contains("no set date", Of("un-1995").Letter(new("x", "x", "x"))!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_file_keeps_to_the_standard()
    {
        var long80 = new string('á', 80);
        var file = CalendarFile.Write(new("Fechas", "Dates", "Dates"), [new("a-1", new(2008, 4, 30), new($"Vence; «a, b» \\ {long80}", "Deadline", "Deadline"), new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))], Language.Es);
        var lines = file.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n', StringComparison.Ordinal)));
        var unfolded = file.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains($"SUMMARY:Vence\\; «a\\, b» \\\\ {long80}\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20080430\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20260102T030405Z", unfolded, StringComparison.Ordinal);
    }

    private Consultation Made(string[] addressees, (string Area, string OnBehalfOf)[] responses)
    {
        PublishedRecord Record(string register, string id, params (string Column, string Value)[] filled)
        {
            var definition = bundled.Tables[register].Register;
            var values = new string[definition.Columns.Count];
            Array.Fill(values, "");
            foreach (var (column, value) in filled)
                values[definition.Position(column)] = value;
            return new(definition, id, new(1, default, "", "approved", values, ""));
        }

        var records = new Dictionary<string, List<PublishedRecord>>
        {
            ["consultations"] = [Record("consultations", "c", ("name.es", "c"), ("name.en", "c"), ("opened", "2026-01-01"))],
            ["addressees"] = [.. addressees.Select(area => Record("addressees", area, ("consultation", "c"), ("area", area), ("count", "1")))],
            ["responses"] = [.. responses.Select(one => Record("responses", one.Area, ("consultation", "c"), ("area", one.Area), ("status", "member"), ("count", "1"), ("represents", "1"), ("on_behalf_of", one.OnBehalfOf)))],
        };
        return Consultations.Read(register => records.GetValueOrDefault(register) ?? []).All[0];
    }
}
