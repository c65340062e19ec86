using Periplo.Sdmx;

namespace Periplo.Movements;

/// <summary>Months as periods and as numbers that can be counted with.</summary>
public static class CalendarMonths
{
    /// <summary>A month, 1 to 12, of a year from 1 to 9999.</summary>
    public static TimePeriod Of(int year, int month) =>
        TimePeriod.TryParse($"{year:0000}-{month:00}", out var period) ? period : throw new ArgumentOutOfRangeException(nameof(month), month, "A month is from 1 to 12.");

    /// <summary>The month a day lies in.</summary>
    public static TimePeriod Of(DateOnly day) => Of(day.Year, day.Month);

    /// <summary>The month that lies so many months after another; a negative number goes back.</summary>
    public static TimePeriod After(TimePeriod month, int months) => Of(month.FirstDay.AddMonths(months));

    /// <summary>Months from that of one day to that of another, both counted.</summary>
    public static int Between(DateOnly first, DateOnly last) => ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
}
