using System.Runtime.CompilerServices;

namespace Periplo.Movements;

/// <summary>
/// One history under the rule: crossings of a person at the posts of a country, without duplicates, with the presence that
/// follows from them and what each crossing turned out to be. Used again for every history; one a worker.
/// </summary>
/// <remarks>Rule set M1, rules 2 to 9 (docs/methods/movements.md); the names of its variables are those of the rule.</remarks>
internal sealed unsafe partial class History : IDisposable
{
    /// <summary>Status of a person: lives elsewhere.</summary>
    public const byte NonResident = 0;

    /// <summary>Status of a person: lives in the reporting country.</summary>
    public const byte Resident = 1;

    /// <summary>Status of a person: not known, to the end of the history.</summary>
    public const byte Unknown = 2;

    /// <summary><see cref="Due"/> of a history that no later end changes.</summary>
    public const int Never = ushort.MaxValue;

    private const int Entry = 1;
    private const int DaysOfVisit = 90;
    private const int DaysOfYear = 365;
    private readonly int threshold;
    private readonly int window;
    private readonly int slack;
    private readonly bool backward;
    private readonly long duplicateSeconds;
    private readonly GapRule gap;
    private readonly int firstDay;
    private int endDay;
    private int capacity;
    private int* days;
    private int* presence;
    private int* records;
    private byte* directions;
    private byte* categories;
    private byte* statuses;

    public History(MovementRule rule, ObservationSpan span)
    {
        (threshold, window, slack, backward) = (rule.Criterion.Threshold, rule.Criterion.Window, rule.Criterion.Slack, rule.Criterion.Backward);
        (duplicateSeconds, gap) = (rule.DuplicateSeconds, rule.Gap);
        (firstDay, endDay) = (span.FirstDay, span.EndDay);
        Grow(1024);
    }

    /// <summary>Crossings without duplicates.</summary>
    public int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get;
        private set;
    }

    /// <summary>Local day of each crossing, days since 1970-01-01; never falling.</summary>
    public ReadOnlySpan<int> Days
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(days, Count);
    }

    /// <summary>1 entry, 0 exit.</summary>
    public ReadOnlySpan<byte> Directions
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(directions, Count);
    }

    /// <summary>Days of presence from the first crossing to each, and at the end to the end of observation.</summary>
    public ReadOnlySpan<int> Presence
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(presence, Count + 1);
    }

    /// <summary>Position of each crossing among the records given, duplicates counted.</summary>
    public ReadOnlySpan<int> Records
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(records, Count);
    }

    /// <summary>What each crossing turned out to be.</summary>
    public ReadOnlySpan<byte> Categories
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(categories, Count);
    }

    /// <summary>Status before each crossing, and after the last.</summary>
    public ReadOnlySpan<byte> Statuses
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(statuses, Count + 1);
    }

    /// <summary>Days of the window of the criterion.</summary>
    public int Window => window;

    /// <summary>True when the criterion looks back.</summary>
    public bool LooksBack => backward;

    /// <summary>From now on histories are judged as if observation ended before this day, days since 1970-01-01.</summary>
    public void ObserveUntil(int day) => endDay = day;

    /// <summary>Takes the records of a history in order and drops duplicates (rules 2 to 4).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take<T>(ReadOnlySpan<T> items)
        where T : unmanaged, ISortedCrossing<T>
    {
        if (items.Length + 1 > capacity)
            Grow(items.Length + 1);
        var (taken, lastDirection, lastDay) = (0, -1, 0);
        var lastTime = 0L;
        for (var i = 0; i < items.Length; i++)
        {
            var moment = items[i].Moment;
            var time = (long)CrossingMoment.Time(moment);
            var direction = CrossingMoment.Direction(moment);
            if (direction == lastDirection && time - lastTime <= duplicateSeconds)
            {
                lastTime = time;
                continue;
            }

            (lastDirection, lastTime) = (direction, time);
            // Posts of one country may keep different clocks; days never run backwards.
            lastDay = Math.Max(lastDay, CrossingMoment.Day(moment));
            days[taken] = lastDay;
            directions[taken] = (byte)direction;
            records[taken] = i;
            taken++;
        }

        Count = taken;
        var present = 0;
        presence[0] = 0;
        for (var k = 0; k < taken - 1; k++)
        {
            present += PresenceBetween(directions[k], directions[k + 1], days[k + 1] - days[k]);
            presence[k + 1] = present;
        }

        presence[taken] = present + (directions[taken - 1] == Entry ? endDay - days[taken - 1] : 0);
        statuses[0] = FirstStatus(items[0].Moment);
    }

    /// <summary>Judges the crossings (rules 5 to 8), with the initial status of rule 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Judge() => Judge(0, statuses[0]);

    /// <summary>Judges the crossings from one on, when the status before it is known: that of a history taken up again.</summary>
    /// <param name="from">First crossing to judge. A criterion that looks back needs either all crossings or those of a whole window before.</param>
    /// <param name="status">Status before it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Judge(int from, byte status)
    {
        statuses[from] = status;
        Due = Never;
        if (backward)
            JudgeBackward(from);
        else
            JudgeForward(from);
        if (!backward && !EarlyIsFinal && days[Count - 1] + window > endDay)
            Due = endDay + 1;
    }

    /// <summary>Days of presence between two crossings.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PresenceBetween(int direction, int next, int length)
    {
        if (direction != next)
            return direction == Entry ? length : 0;
        var before = gap == GapRule.Midpoint ? length / 2 : gap == GapRule.Earliest ? 0 : length;
        return direction == Entry ? before : length - before;
    }

    /// <summary>Days of presence before a day that is not before crossing <paramref name="near"/>, counted from the first crossing.</summary>
    /// <param name="day">The day, excluded.</param>
    /// <param name="near">A crossing not after the day; moved to the last such crossing.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PresenceBefore(int day, ref int near)
    {
        while (near + 1 < Count && days[near + 1] <= day)
            near++;
        var length = presence[near + 1] - presence[near];
        if (directions[near] == Entry)
            return presence[near] + Math.Min(day - days[near], length);
        // Between two exits the person is present at the end of the gap.
        return near + 1 < Count ? presence[near] + Math.Max(0, day - (days[near + 1] - length)) : presence[near];
    }

    public void Dispose() => Free();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void JudgeForward(int from)
    {
        var status = statuses[from];
        var near = 0;
        for (var i = from; i < Count; i++)
        {
            statuses[i] = status;
            if (directions[i] == status)
            {
                // Entry of a resident, exit of a non-resident.
                categories[i] = (byte)Category.RET;
                continue;
            }

            var day = days[i];
            var observed = Math.Min(window, endDay - day);
            near = Math.Max(near, i);
            var present = PresenceBefore(day + observed, ref near) - presence[i];
            var there = directions[i] == Entry ? present : observed - present;
            if (observed < slack || (observed - there <= slack && observed < window && there < threshold))
            {
                categories[i] = (byte)Category.UNK;
                Due = DueOf(i, observed, there);
                LeaveUnknown(i);
                return;
            }

            if (observed - there > slack)
            {
                categories[i] = (byte)Stay(i);
                continue;
            }

            categories[i] = (byte)Category.LT;
            status = (byte)(1 - status);
        }

        statuses[Count] = status;
    }

    /// <summary>Rule 8 for the crossings behind <paramref name="undecided"/>: their status before is unknown, but some were certainly no migration.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LeaveUnknown(int undecided)
    {
        var (direction, from) = (directions[undecided], presence[undecided]);
        for (var i = undecided + 1; i <= Count; i++)
            statuses[i] = Unknown;
        for (var i = undecided + 1; i < Count; i++)
        {
            var present = presence[i] - from;
            var there = direction == Entry ? present : days[i] - days[undecided] - present;
            categories[i] = (byte)(directions[i] != direction && there < threshold - slack ? Category.NLU : Category.UNK);
        }
    }

    /// <summary>A criterion that looks back: resident where at least V of the W days before were spent in the country. Nothing is undecided; see docs/methods/movements.md.</summary>
    private void JudgeBackward(int from)
    {
        var (before, near, present) = (statuses[from], 0, 0);
        for (var i = from; i < Count; i++)
        {
            statuses[i] = before;
            var next = i + 1 < Count ? days[i + 1] : endDay;
            // The part of the window before the first crossing counts as the first status says.
            var unseen = days[0] - (next - window);
            present = presence[i + 1] - (unseen > 0 ? statuses[0] == Resident ? -unseen : 0 : PresenceBefore(next - window, ref near));
            var after = present >= threshold ? Resident : NonResident;
            categories[i] = (byte)(after != before ? Category.LT : directions[i] == before ? Category.RET : Stay(i));
            before = after;
        }

        statuses[Count] = before;
        // The days in the window change by at most one a day, and only towards the side where the person is.
        if (directions[Count - 1] == Entry ? before == NonResident : before == Resident)
            Due = endDay + (before == NonResident ? threshold - present : present - threshold + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Category Stay(int i)
    {
        if (i + 1 == Count || directions[i + 1] == directions[i])
            return Category.OPEN;
        return (days[i + 1] - days[i]) switch
        {
            < 1 => Category.SAMEDAY,
            < DaysOfVisit => Category.VISIT,
            < DaysOfYear => Category.SHORT,
            _ => Category.OPEN,
        };
    }

    private byte FirstStatus(ulong moment)
    {
        if (CrossingMoment.Day(moment) >= firstDay + threshold)
            return CrossingMoment.Direction(moment) == Entry ? NonResident : Resident;
        return (byte)CrossingMoment.Resident(moment);
    }
}
