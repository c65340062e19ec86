using System.Text;
using Periplo.Languages;

namespace Periplo.Cooperation;

/// <summary>Deadlines and yearly reviews as a calendar file (RFC 5545) that calendar programs subscribe to.</summary>
public static class DeadlineCalendar
{
    private const int LongestLine = 75;

    /// <summary>The calendar of plans: a day for every deadline, with a reminder a month before, and for every dated plan a review on its day each year.</summary>
    /// <param name="name">Name of the calendar.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="commitments">The commitments whose deadlines are shown.</param>
    /// <param name="address">Address of a record's page: commitment or plan, and its id.</param>
    /// <param name="language">Language of the texts.</param>
    public static byte[] Write(Text name, IReadOnlyList<Plan> plans, IReadOnlyList<Commitment> commitments, Func<Commitment?, Plan, Uri> address, Language language)
    {
        var lines = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Periplo//Commitments//ES");
        Line("CALSCALE:GREGORIAN");
        Line($"X-WR-CALNAME:{Escaped(name.In(language))}");
        foreach (var commitment in commitments.Where(one => one.Deadline is not null).OrderBy(one => one.Id, StringComparer.Ordinal))
        {
            var day = commitment.Deadline!.Value.LastDay;
            var title = new Text($"Plazo: {commitment.Name.Es}", $"Deadline: {commitment.Name.En}").In(language);
            Begin($"deadline.{commitment.Id}", commitment.Written, day, title);
            Line($"DESCRIPTION:{Escaped($"{commitment.Plan.Name.In(language)}\n{commitment.By.In(language)}")}");
            Line($"URL:{address(commitment, commitment.Plan).AbsoluteUri}");
            Line("BEGIN:VALARM");
            Line("ACTION:DISPLAY");
            Line("TRIGGER:-P30D");
            Line($"DESCRIPTION:{Escaped(title)}");
            Line("END:VALARM");
            Line("END:VEVENT");
        }

        foreach (var plan in plans.Where(plan => plan.Date is not null).OrderBy(plan => plan.Id, StringComparer.Ordinal))
        {
            if (plan.Date!.Value.FirstDay is not { Year: < 9999 } agreed)
                continue;
            var count = commitments.Count(commitment => commitment.Plan.Id == plan.Id);
            Begin($"review.{plan.Id}", plan.Written, agreed.AddYears(1), new Text($"Revisar: {plan.Name.Es}", $"Review: {plan.Name.En}").In(language));
            Line("RRULE:FREQ=YEARLY");
            Line($"DESCRIPTION:{Escaped(new Text(
                $"Poner al día acciones, evidencias y valoraciones. Compromisos: {count}.",
                $"Bring actions, evidence and assessments up to date. Commitments: {count}.").In(language))}");
            Line($"URL:{address(null, plan).AbsoluteUri}");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(lines.ToString());

        void Begin(string id, DateTimeOffset written, DateOnly day, string title)
        {
            Line("BEGIN:VEVENT");
            // Whoever subscribed before finds the same event again under the same id.
            Line($"UID:{id}@periplo");
            Line($"DTSTAMP:{written.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
            Line($"DTSTART;VALUE=DATE:{day:yyyyMMdd}");
            Line($"SUMMARY:{Escaped(title)}");
            Line("TRANSP:TRANSPARENT");
        }

        void Line(string line) => Fold(lines, line);
    }

    /// <summary>A text as RFC 5545 §3.3.11 writes it.</summary>
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(c);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                default:
                    if (!char.IsControl(c))
                        escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Adds a line in pieces of at most 75 bytes, no character cut (RFC 5545 §3.1).</summary>
    internal static void Fold(StringBuilder lines, string line)
    {
        var room = LongestLine;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                lines.Append("\r\n ");
                room = LongestLine - 1;
            }

            lines.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        lines.Append("\r\n");
    }
}
