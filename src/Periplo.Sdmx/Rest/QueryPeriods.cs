using System.Globalization;

namespace Periplo.Sdmx.Rest;

/// <summary>Periods and moments as queries write them.</summary>
public static class QueryPeriods
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>
    /// Reads a period of a query (common:StandardTimePeriodType): a Gregorian year, month or day, a moment, of which the day counts, or a
    /// reporting period (2015-A1, 2015-S1, 2015-T3, 2015-Q2, 2015-M07, 2015-W07, 2015-D200). A zone behind a date is passed over.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="atEnd">True where the end of the period counts: a trimester, which no period of ours is, then is its last month.</param>
    /// <param name="period">The period.</param>
    public static bool TryParse(string text, bool atEnd, out TimePeriod period)
    {
        var span = text.AsSpan();
        if (TimePeriod.TryParse(span, out period))
            return true;
        var year = 0;
        if (span.Length < 4 || !int.TryParse(span[..4], NumberStyles.None, CultureInfo.InvariantCulture, out year))
            return false;
        if (span.Length is > 6 and <= 9 && span[4] == '-' && span[5] is 'T' or 'D')
        {
            if (year == 0 || !int.TryParse(span[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var place))
                return false;
            if (span[5] == 'T')
                return place is >= 1 and <= 3 && span.Length == 7 && TimePeriod.TryParse($"{span[..4]}-{(atEnd ? place * 4 : (place * 4) - 3):00}", out period);
            return place >= 1 && place <= (DateTime.IsLeapYear(year) ? 366 : 365)
                && TimePeriod.TryParse(new DateOnly(year, 1, 1).AddDays(place - 1).ToString("yyyy-MM-dd"), out period);
        }

        // A moment: its calendar date counts (sdmx-rest 2.1, startPeriod).
        if (span.Length > 11 && span[10] == 'T' && TryMoment(text, out _))
            return TimePeriod.TryParse(span[..10], out period);
        return TryTakeZone(span, out var date) && date.Length < span.Length && TimePeriod.TryParse(date, out period) && period.Frequency is 'A' or 'M' or 'D';
    }

    /// <summary>
    /// Reads a moment (xs:dateTime). Without a zone it is in that of the server, UTC. A bare date, month or year is its first instant.
    /// </summary>
    public static bool TryMoment(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (!TryTakeZone(text, out var local, out var offset))
            return false;
        if (!DateTime.TryParseExact(local, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return false;
        var ticks = time.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        moment = new(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryTakeZone(ReadOnlySpan<char> text, out ReadOnlySpan<char> local) => TryTakeZone(text, out local, out _);

    /// <summary>Takes <c>Z</c>, <c>+02:00</c> or <c>-02:00</c> off the end; nothing to take off is fine too.</summary>
    private static bool TryTakeZone(ReadOnlySpan<char> text, out ReadOnlySpan<char> local, out TimeSpan offset)
    {
        local = text;
        offset = TimeSpan.Zero;
        if (text is [.., 'Z'])
        {
            local = text[..^1];
            return true;
        }

        if (text.Length < 10 || text[^3] != ':' || text[^6] is not ('+' or '-'))
            return true;
        if (!int.TryParse(text[^5..^3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(text[^2..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || hours > 14 || minutes > 59)
        {
            return false;
        }

        local = text[..^6];
        offset = new TimeSpan(hours, minutes, 0) * (text[^6] == '-' ? -1 : 1);
        return true;
    }
}
