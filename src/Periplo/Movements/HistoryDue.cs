namespace Periplo.Movements;

/// <content>What of a judged history can still change.</content>
internal sealed unsafe partial class History
{
    /// <summary>
    /// First end of observation, days since 1970-01-01, at which what was judged may come out differently without a new crossing;
    /// <see cref="Never"/> when none does. What is decided before the window is complete stays so: on neither side do the days
    /// spent become fewer. So only an undecided history waits for the end, and the side on which it waits tells how long.
    /// </summary>
    public int Due { get; private set; }

    /// <summary>Whether a crossing was decided by the days up to another, so that nothing behind that one can change it.</summary>
    /// <param name="direction">Its direction.</param>
    /// <param name="status">Status before it.</param>
    /// <param name="length">Days to the other crossing, fewer than the window.</param>
    /// <param name="present">Days of presence among them.</param>
    public bool IsFinal(int direction, byte status, int length, int present)
    {
        if (status == Unknown)
            return false;
        if (direction == status)
            return true;
        var there = direction == Entry ? present : length - present;
        return length - there > slack || (there >= threshold && length >= slack && EarlyIsFinal);
    }

    // A migration told by V days of presence alone stands, unless the criterion allows fewer days on the old side than the window leaves.
    private bool EarlyIsFinal => window - threshold <= slack;

    // Behind the last crossing the person stays where the last crossing led, so each day adds one to the days there or to the days on the old side.
    private int DueOf(int undecided, int observed, int there)
    {
        var missing = directions[Count - 1] == directions[undecided] ? threshold - there : slack + 1 - (observed - there);
        if (there >= threshold)
            missing = 0;
        var decided = Math.Min(days[undecided] + window, endDay + missing);
        return Math.Max(Math.Max(decided, days[undecided] + slack), endDay + 1);
    }
}
