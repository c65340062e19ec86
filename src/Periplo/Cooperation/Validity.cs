using System.Runtime.InteropServices;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>
/// From when to when something holds. A year or month as begin counts from its first day, as end to its last; no end is
/// open; no begin is unknown, which is not the same as always.
/// </summary>
/// <param name="From">Begin, or null where it is not known.</param>
/// <param name="To">End, or null for still.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Validity(TimePeriod? From, TimePeriod? To)
{
    /// <summary>Whether it holds on a day; null where that is not known because the begin is not.</summary>
    /// <param name="day">The day.</param>
    /// <param name="stated">When a document stated it: from its first day on it holds even where its begin is unknown.</param>
    public bool? On(DateOnly day, TimePeriod? stated = null)
    {
        if (To is { } to && day > to.LastDay)
            return false;
        if (From is { } from)
            return day >= from.FirstDay;
        return stated is { } since && day >= since.FirstDay ? true : null;
    }
}
