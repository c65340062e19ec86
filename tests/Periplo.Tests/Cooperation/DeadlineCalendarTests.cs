using System.Text;
using System.Text.RegularExpressions;
using Periplo.Cooperation;
using Periplo.Languages;
using Xunit;

namespace Periplo.Tests.Cooperation;

public sealed class DeadlineCalendarTests
{
    private static readonly DateTimeOffset Written = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void A_calendar_keeps_the_form_of_RFC_5545()
    {
        var plan = Promise.Plan("p", "2006-07") with { Name = new("Declaración; de, Ra\\bat\ncon algo más para que la línea pase de setenta y cinco bytes, ñandú áéíóú 🙂🙂🙂", "x", "x"), Written = Written };
        var commitment = Promise.Make("c1", "2008") with { Plan = plan, Written = Written };
        var text = Write(plan, commitment, Promise.Make("c2") with { Plan = plan });
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split("\r\n"))
        {
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain('\uFFFD', line);
        }

        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Revisar: Declaración\\; de\\, Ra\\\\bat\\ncon algo más", unfolded, StringComparison.Ordinal);
        Assert.Contains("UID:deadline.c1@periplo\r\nDTSTAMP:20260304T050607Z\r\nDTSTART;VALUE=DATE:20081231\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("UID:review.p@periplo\r\nDTSTAMP:20260304T050607Z\r\nDTSTART;VALUE=DATE:20070701\r\n", unfolded, StringComparison.Ordinal);
        Assert.DoesNotContain("c2", Regex.Match(unfolded, "UID:deadline.*").Value, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(unfolded, "BEGIN:VEVENT"));
        Assert.Equal(Regex.Count(unfolded, "BEGIN:"), Regex.Count(unfolded, "END:"));
    }

    [Fact]
    public void The_same_records_give_the_same_bytes()
    {
        var plan = Promise.Plan("p", "2006-02-28") with { Written = Written };
        Assert.Equal(Write(plan, Promise.Make("c", "2008") with { Plan = plan }), Write(plan, Promise.Make("c", "2008") with { Plan = plan }));
    }

    private static string Write(Plan plan, params Commitment[] commitments) => CalendarFile.Write(
        new("Plazos", "Deadlines", "Deadlines"), DeadlineCalendar.Of([plan], commitments, (commitment, of) => new Uri($"https://example.org/{commitment?.Id ?? of.Id}")), Language.Es);
}
