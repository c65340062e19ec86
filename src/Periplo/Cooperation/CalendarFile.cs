using System.Text;
using Periplo.Languages;

namespace Periplo.Cooperation;

/// <summary>Whole-day dates as iCalendar (RFC 5545), which every calendar program reads.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75;

    /// <summary>Writes the dates. The same dates give the same bytes.</summary>
    public static string Write(IEnumerable<CalendarDate> dates, Language language)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, $"PRODID:-//Periplo//Periplo//{(language == Language.Es ? "ES" : "EN")}");
        Line(file, "CALSCALE:GREGORIAN");
        foreach (var date in dates)
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, $"UID:{date.Id}@periplo");
            Line(file, $"DTSTAMP:{date.Written.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
            Line(file, $"DTSTART;VALUE=DATE:{date.Day:yyyyMMdd}");
            Line(file, $"DTEND;VALUE=DATE:{date.Day.AddDays(1):yyyyMMdd}");
            Line(file, $"SUMMARY:{Escape(date.What.In(language))}");
            Line(file, "TRANSP:TRANSPARENT");
            Line(file, "END:VEVENT");
        }

        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines longer than 75 bytes go on in the next, after a space; no character is cut in two.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                bytes = 1;
            }

            file.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
