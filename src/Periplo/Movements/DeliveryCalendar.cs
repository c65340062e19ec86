using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Movements;

/// <summary>What one reporting country has agreed to deliver.</summary>
/// <param name="Area">Id of the reporting country.</param>
/// <param name="Source">Id its revisions carry: letters, digits, hyphen and underscore.</param>
/// <param name="Publisher">Name of the authority.</param>
/// <param name="Url">Its address on the web, or empty.</param>
/// <param name="Licence">Terms under which it delivers.</param>
/// <param name="Movements">Codes of CL_MOVEMENT, a table each.</param>
/// <param name="DueDay">Day of the month on which a table is due, 1 to 28.</param>
/// <param name="MonthsAfter">Months between the month the table is about and that in which it is due; 1 for the following month.</param>
/// <param name="Since">First month to be delivered.</param>
public sealed record DeliveryDuty(
    string Area, string Source, Text Publisher, string Url, string Licence, IReadOnlyList<string> Movements, int DueDay, int MonthsAfter, TimePeriod Since)
{
    /// <summary>The day on which the tables of a month are due.</summary>
    public DateOnly Due(TimePeriod month) => CalendarMonths.After(month, MonthsAfter).FirstDay.AddDays(DueDay - 1);

    /// <summary>The last month whose tables are due before <paramref name="on"/>; null when none is.</summary>
    public TimePeriod? LastDue(DateOnly on)
    {
        var month = CalendarMonths.After(CalendarMonths.Of(on), -MonthsAfter);
        if (Due(month) >= on)
            month = CalendarMonths.After(month, -1);
        return month < Since ? null : month;
    }
}

/// <summary>A table of a month that was due and is not there.</summary>
/// <param name="Duty">Who owes it.</param>
/// <param name="Movement">Which table.</param>
/// <param name="Months">Months missing, first to last.</param>
/// <param name="DaysLate">Days since the first of them was due.</param>
/// <param name="Last">Last month delivered, or null.</param>
public sealed record LateDelivery(DeliveryDuty Duty, string Movement, IReadOnlyList<TimePeriod> Months, int DaysLate, TimePeriod? Last);

/// <summary>Who delivers which monthly tables by when. The calendar is the installation's; a table on the day it is due is not late yet.</summary>
public sealed record DeliveryCalendar(IReadOnlyList<DeliveryDuty> Duties)
{
    /// <summary>The duty of a country; null when it has none.</summary>
    public DeliveryDuty? Of(string area) => Duties.FirstOrDefault(duty => duty.Area == area);

    /// <summary>Tables that are late on a day, the longest late first.</summary>
    /// <param name="on">The day.</param>
    /// <param name="delivered">Months held of a country and movement, from whichever source.</param>
    public IReadOnlyList<LateDelivery> Late(DateOnly on, Func<string, string, IReadOnlySet<TimePeriod>> delivered)
    {
        var late = new List<LateDelivery>();
        foreach (var duty in Duties)
        {
            if (duty.LastDue(on) is not { } last)
                continue;
            foreach (var movement in duty.Movements)
            {
                var held = delivered(duty.Area, movement);
                var missing = new List<TimePeriod>();
                for (var month = duty.Since; month <= last; month = CalendarMonths.After(month, 1))
                {
                    if (!held.Contains(month))
                        missing.Add(month);
                }

                if (missing.Count > 0)
                    late.Add(new(duty, movement, missing, on.DayNumber - duty.Due(missing[0]).DayNumber, held.Count == 0 ? null : held.Max()));
            }
        }

        return [.. late.OrderByDescending(one => one.DaysLate).ThenBy(one => one.Duty.Area, StringComparer.Ordinal).ThenBy(one => one.Movement, StringComparer.Ordinal)];
    }
}
