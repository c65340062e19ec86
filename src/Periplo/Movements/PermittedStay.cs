using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>
/// Days of stay used in a moving window, over presence as day spans in rising order that share no day
/// (<see cref="Merge"/> makes them so). Nothing here allocates.
/// </summary>
/// <remarks>
/// With total(D) the days of presence up to and including D, used(D) = total(D) - total(D - window). Both ends of a stay
/// count and a day counts once, however often the border was crossed on it (docs/methods/permitted-stay.md).
/// </remarks>
public static class PermittedStay
{
    /// <summary>Orders spans and joins those that touch or overlap, in place.</summary>
    /// <param name="spans">Spans in any order; those in front are the result.</param>
    /// <returns>How many are left.</returns>
    public static int Merge(Span<DaySpan> spans)
    {
        for (var i = 1; i < spans.Length; i++)
        {
            if (spans[i].First < spans[i - 1].First)
            {
                spans.Sort(static (a, b) => a.First.CompareTo(b.First));
                break;
            }
        }

        var count = 0;
        foreach (var span in spans)
        {
            if (count > 0 && span.First - 1 <= spans[count - 1].Last)
                spans[count - 1] = new(spans[count - 1].First, Math.Max(spans[count - 1].Last, span.Last));
            else
                spans[count++] = span;
        }

        return count;
    }

    /// <summary>Presence without the days that do not count: those under a residence permit or a long-stay visa.</summary>
    /// <param name="presence">In rising order, sharing no day.</param>
    /// <param name="free">Days that do not count, likewise.</param>
    /// <param name="into">Room for as many spans as both have together.</param>
    /// <returns>How many were written.</returns>
    public static int Without(ReadOnlySpan<DaySpan> presence, ReadOnlySpan<DaySpan> free, Span<DaySpan> into)
    {
        var (count, next) = (0, 0);
        foreach (var span in presence)
        {
            var first = span.First;
            while (next < free.Length && free[next].Last < first)
                next++;
            for (var i = next; i < free.Length && free[i].First <= span.Last; i++)
            {
                if (free[i].First > first)
                    into[count++] = new(first, free[i].First - 1);
                first = free[i].Last + 1;
            }

            if (first <= span.Last)
                into[count++] = new(first, span.Last);
        }

        return count;
    }

    /// <summary>Days of presence in the window that ends on a day.</summary>
    /// <param name="presence">In rising order, sharing no day. Spans behind <paramref name="day"/> have no effect.</param>
    /// <param name="day">Last day of the window.</param>
    /// <param name="window">Days of the window.</param>
    /// <remarks>Time: the logarithm of the spans, and those that lie in the window. For many days in rising order use <see cref="StayWindow"/>.</remarks>
    public static int UsedDays(ReadOnlySpan<DaySpan> presence, int day, int window)
    {
        var (low, high) = (0, presence.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (presence[middle].First <= day)
                low = middle + 1;
            else
                high = middle;
        }

        var (used, from) = (0, day - window + 1);
        for (var i = low - 1; i >= 0 && presence[i].Last >= from; i--)
            used += Math.Min(presence[i].Last, day) - Math.Max(presence[i].First, from) + 1;
        return used;
    }

    /// <summary>Days used on each of many days, in one pass over them.</summary>
    /// <param name="presence">In rising order, sharing no day.</param>
    /// <param name="days">Last days of windows, none before the one in front of it: the exits of a history.</param>
    /// <param name="window">Days of the window.</param>
    /// <param name="used">As many as <paramref name="days"/>.</param>
    public static void UsedDays(ReadOnlySpan<DaySpan> presence, ReadOnlySpan<int> days, int window, Span<int> used)
    {
        var moving = new StayWindow(presence, window);
        for (var i = 0; i < days.Length; i++)
            used[i] = moving.Used(days[i]);
    }

    /// <summary>The first day of presence on which more days are used than the rule permits.</summary>
    /// <param name="presence">In rising order, sharing no day.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="from">Days before it are not looked at.</param>
    /// <returns>The day, or null when there is none.</returns>
    public static int? FirstOverstayDay(ReadOnlySpan<DaySpan> presence, PermittedStayRule rule, int from = int.MinValue)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var moving = new StayWindow(presence, rule.Window);
        foreach (var span in presence)
        {
            if (span.Last >= from && moving.Used(span.Last) > rule.Days)
                return FirstOver(presence, rule, new(Math.Max(span.First, from), span.Last));
        }

        return null;
    }

    /// <summary>Writes the days of presence on which more days are used than the rule permits.</summary>
    /// <param name="presence">In rising order, sharing no day.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="into">Room for as many spans as <paramref name="presence"/> has.</param>
    /// <returns>How many were written.</returns>
    public static int Overstays(ReadOnlySpan<DaySpan> presence, PermittedStayRule rule, Span<DaySpan> into)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var moving = new StayWindow(presence, rule.Window);
        var count = 0;
        foreach (var span in presence)
        {
            if (moving.Used(span.Last) > rule.Days)
                into[count++] = new(FirstOver(presence, rule, span), span.Last);
        }

        return count;
    }

    /// <summary>
    /// The first day over the limit in a span whose last day is over it. From day to day of one stay a day comes into the
    /// window and at most one leaves it, so within the stay what is used never falls and halving finds the day.
    /// </summary>
    private static int FirstOver(ReadOnlySpan<DaySpan> presence, PermittedStayRule rule, DaySpan span)
    {
        var (low, high) = span;
        while (low < high)
        {
            var middle = low + ((high - low) >> 1);
            if (UsedDays(presence, middle, rule.Window) > rule.Days)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}

/// <summary>A window that moves forward over presence with two pointers: each span is passed twice, whatever the number of days asked about.</summary>
/// <param name="presence">In rising order, sharing no day.</param>
/// <param name="window">Days of the window.</param>
public ref struct StayWindow(ReadOnlySpan<DaySpan> presence, int window)
{
    private readonly ReadOnlySpan<DaySpan> presence = presence;
    private readonly int window = window;
    private Pointer front;
    private Pointer back;

    /// <summary>Days of presence in the window that ends on a day.</summary>
    /// <param name="day">Not before the day asked about last.</param>
    public int Used(int day) => front.Total(presence, day) - back.Total(presence, day - window);

    [StructLayout(LayoutKind.Auto)]
    private struct Pointer
    {
        private int next;
        private int passed;

        /// <summary>Days of presence up to and including a day.</summary>
        public int Total(ReadOnlySpan<DaySpan> presence, int day)
        {
            while (next < presence.Length && presence[next].Last <= day)
                passed += presence[next++].Days;
            return next < presence.Length && presence[next].First <= day ? passed + day - presence[next].First + 1 : passed;
        }
    }
}
