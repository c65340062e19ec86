using System.Text;
using Periplo.Languages;

namespace Periplo.Cooperation;

/// <summary>A whole-day date for a calendar.</summary>
/// <param name="Id">Id that stays the same when the file is made again, so that who subscribed finds the same event.</param>
/// <param name="Day">The day.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Written">When what it rests on was written.</param>
public sealed record CalendarDate(string Id, DateOnly Day, Text What, DateTimeOffset Written)
{
    /// <summary>More on it; null for none.</summary>
    public Text? Description { get; init; }

    /// <summary>Its page; null for none.</summary>
    public Uri? Address { get; init; }

    /// <summary>Days before it on which the calendar reminds; 0 for no reminder.</summary>
    public int RemindDays { get; init; }

    /// <summary>Whether it comes again every year.</summary>
    public bool IsYearly { get; init; }
}

/// <summary>Whole-day dates as iCalendar (RFC 5545), which every calendar program reads.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75;

    /// <summary>Writes the dates. The same dates give the same bytes.</summary>
    /// <param name="name">Name of the calendar.</param>
    /// <param name="dates">The dates.</param>
    /// <param name="language">Language of the texts.</param>
    public static string Write(Text name, IEnumerable<CalendarDate> dates, Language language)
    {
        var file = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line($"PRODID:-//Periplo//Periplo//{language.Of("ES", "EN", "FR")}");
        Line("CALSCALE:GREGORIAN");
        Line($"X-WR-CALNAME:{Escaped(name.In(language))}");
        foreach (var date in dates)
        {
            var what = Escaped(date.What.In(language));
            Line("BEGIN:VEVENT");
            Line($"UID:{date.Id}@periplo");
            Line($"DTSTAMP:{date.Written.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
            Line($"DTSTART;VALUE=DATE:{date.Day:yyyyMMdd}");
            Line($"SUMMARY:{what}");
            Line("TRANSP:TRANSPARENT");
            if (date.IsYearly)
                Line("RRULE:FREQ=YEARLY");
            if (date.Description is { } description)
                Line($"DESCRIPTION:{Escaped(description.In(language))}");
            if (date.Address is { } address)
                Line($"URL:{address.AbsoluteUri}");
            if (date.RemindDays > 0)
            {
                Line("BEGIN:VALARM");
                Line("ACTION:DISPLAY");
                Line($"TRIGGER:-P{date.RemindDays}D");
                Line($"DESCRIPTION:{what}");
                Line("END:VALARM");
            }

            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return file.ToString();

        void Line(string line) => Fold(file, line);
    }

    /// <summary>A text as RFC 5545 §3.3.11 writes it.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (c == '\n')
                escaped.Append("\\n");
            else if (!char.IsControl(c))
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Adds a line in pieces of at most 75 bytes, no character cut (RFC 5545 §3.1).</summary>
    private static void Fold(StringBuilder file, string line)
    {
        var room = LongestLine;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                file.Append("\r\n ");
                room = LongestLine - 1;
            }

            file.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
