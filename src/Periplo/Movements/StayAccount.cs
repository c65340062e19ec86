namespace Periplo.Movements;

/// <summary>
/// The days one person has spent in an area whose stays count together, and what a rule leaves of them. The dates are the
/// person's own; nothing is looked up.
/// </summary>
public sealed class StayAccount
{
    private readonly DaySpan[] presence;
    private readonly DaySpan[] free;
    private readonly DaySpan[] counted;
    private readonly PermittedStayRule rule;

    /// <summary>An account of stays.</summary>
    /// <param name="stays">Days present, in any order; they may overlap.</param>
    /// <param name="free">Days under a residence permit or a long-stay visa, which do not count.</param>
    /// <param name="rule">The rule.</param>
    public StayAccount(ReadOnlySpan<DaySpan> stays, ReadOnlySpan<DaySpan> free, PermittedStayRule rule)
    {
        this.rule = rule ?? throw new ArgumentNullException(nameof(rule));
        presence = Merged(stays);
        this.free = Merged(free);
        counted = Count(presence);
        var without = new DaySpan[presence.Length + counted.Length];
        NotCounted = without[..PermittedStay.Without(presence, counted, without)];
        var over = new DaySpan[counted.Length];
        Overstays = over[..PermittedStay.Overstays(counted, rule, over)];
    }

    /// <summary>The rule.</summary>
    public PermittedStayRule Rule => rule;

    /// <summary>Days that count, in rising order, sharing no day.</summary>
    public IReadOnlyList<DaySpan> Counted => counted;

    /// <summary>Days of presence that do not count, likewise.</summary>
    public IReadOnlyList<DaySpan> NotCounted { get; }

    /// <summary>Days of presence on which more was used than is permitted, in rising order.</summary>
    public IReadOnlyList<DaySpan> Overstays { get; }

    /// <summary>Whether the person is present on a day, counted or not.</summary>
    public bool IsPresent(int day) => Array.Exists(presence, span => span.Contains(day));

    /// <summary>Days used in the window that ends on a day.</summary>
    public int Used(int day) => PermittedStay.UsedDays(counted, day, rule.Window);

    /// <summary>
    /// Days one may stay without a break when one enters, or still is there, on a day, that day included; stays noted for
    /// later days have no effect. Not the limit less what is used: old days leave the window while one stays, so the limit
    /// is reached later, and after an absence of as many days as the window has beyond the limit it is whole again.
    /// </summary>
    /// <param name="day">First day of the stay asked about.</param>
    /// <returns>0 when the day itself is over the limit.</returns>
    public int Remaining(int day)
    {
        Span<DaySpan> stays = Staying(day);
        return PermittedStay.FirstOverstayDay(Count(stays[..PermittedStay.Merge(stays)]), rule, day)!.Value - day;
    }

    /// <summary>The account as it would be if one entered, or still was there, on a day and stayed beyond the limit; later stays left out.</summary>
    /// <param name="day">First day of the stay asked about.</param>
    public StayAccount StayingFrom(int day) => new(Staying(day), free, rule);

    /// <summary>The last day one may stay when one enters, or still is there, on a day; null when that day itself is over the limit.</summary>
    public int? LastPermittedDay(int day) => Remaining(day) is > 0 and var days ? day + days - 1 : null;

    /// <summary>The first day on which one may enter for a stay of at least so many days. Days of presence before it count as noted.</summary>
    /// <param name="from">First day that comes into question.</param>
    /// <param name="days">Days wished, 1 to the limit.</param>
    public int FirstEntry(int from, int days = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, rule.Days);
        // A window after the last stay nothing is used any more, so the search ends.
        var day = from;
        while (Remaining(day) < days)
            day++;
        return day;
    }

    /// <summary>The stays before a day and one from it until the limit is passed for certain.</summary>
    private DaySpan[] Staying(int day)
    {
        var stays = new DaySpan[presence.Length + 1];
        var count = 0;
        foreach (var span in presence)
        {
            if (span.First < day)
                stays[count++] = new(span.First, Math.Min(span.Last, day - 1));
        }

        // Once the last day that does not count is over, the limit and a day more is over it.
        stays[count++] = new(day, Math.Max(day, free.Length > 0 ? free[^1].Last + 1 : day) + rule.Days);
        return stays[..count];
    }

    private static DaySpan[] Merged(ReadOnlySpan<DaySpan> spans)
    {
        var merged = spans.ToArray();
        return merged[..PermittedStay.Merge(merged)];
    }

    private DaySpan[] Count(ReadOnlySpan<DaySpan> merged)
    {
        var left = new DaySpan[merged.Length + free.Length];
        return left[..PermittedStay.Without(merged, free, left)];
    }
}
