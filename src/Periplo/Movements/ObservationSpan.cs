using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>The days in which crossings are observed, from the first, included, to the end, excluded. The end is always given, never today's date.</summary>
public sealed class ObservationSpan
{
    private readonly ushort[] monthOfDay;

    /// <summary>A span of days from 1970 on, at most 2,000 months long.</summary>
    /// <exception cref="StatisticsException">The span is empty, too long or lies outside what a crossing can hold.</exception>
    public ObservationSpan(DateOnly from, DateOnly to)
    {
        (From, To) = (from, to);
        (FirstDay, EndDay) = (from.DayNumber - Epoch, to.DayNumber - Epoch);
        if (from >= to || FirstDay < 0 || EndDay > CrossingMoment.LastDay)
        {
            throw new StatisticsException(new Text(
                $"La observación del {from:yyyy-MM-dd} al {to:yyyy-MM-dd} no es posible: el final debe ser posterior al inicio y ambos caer entre 1970 y 2100.",
                $"Observation from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} is not possible: the end must be after the start and both between 1970 and 2100.",
                $"L’observation du {from:yyyy-MM-dd} au {to:yyyy-MM-dd} n’est pas possible : la fin doit être postérieure au début et les deux entre 1970 et 2100."));
        }

        monthOfDay = new ushort[EndDay - FirstDay];
        for (var (day, date) = (0, from); day < monthOfDay.Length; day++, date = date.AddDays(1))
            monthOfDay[day] = (ushort)(((date.Year - from.Year) * 12) + date.Month - from.Month);
        Months = monthOfDay[^1] + 1;
    }

    private static int Epoch { get; } = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>First day observed.</summary>
    public DateOnly From { get; }

    /// <summary>The day after the last observed.</summary>
    public DateOnly To { get; }

    /// <summary>First day, days since 1970-01-01.</summary>
    public int FirstDay { get; }

    /// <summary>End, excluded, days since 1970-01-01.</summary>
    public int EndDay { get; }

    /// <summary>Calendar months touched.</summary>
    public int Months { get; }

    /// <summary>Calendar months whose last day is observed, counted from the month of the first day.</summary>
    public int CompleteMonths => To.Day == 1 ? Months : Months - 1;

    /// <summary>Month of each day since the first, counted from the month of the first day.</summary>
    internal ReadOnlySpan<ushort> MonthOfDay => monthOfDay;

    /// <summary>First day of a month of the span or of the one behind it, days since 1970-01-01.</summary>
    internal int FirstDayOf(int month) => new DateOnly(From.Year, From.Month, 1).AddMonths(month).DayNumber - Epoch;

    /// <summary>A month of the span in the form 2015-01.</summary>
    public string MonthName(int month)
    {
        var date = new DateOnly(From.Year, From.Month, 1).AddMonths(month);
        return $"{date.Year:D4}-{date.Month:D2}";
    }
}
