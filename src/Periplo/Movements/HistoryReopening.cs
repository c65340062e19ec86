using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>
/// Takes a history of a state up again, with new crossings or a later end, as late as possible: what was decided by the days
/// before the first new crossing stands. One a worker.
/// </summary>
internal sealed class HistoryReopening(MovementRule rule, ObservationSpan span, TableSettings settings, CellCounts cells) : IDisposable
{
    // Look-back of the count of permitted days (rule 9).
    private const int DaysOfPermit = 180;
    private readonly History history = new(rule, span);
    private readonly HistoryTally tally = new(span, settings);
    private readonly List<DescribedCrossing> list = [];
    private readonly List<int> added = [];

    /// <summary>Position in the history of the first record that was judged again; those before it are as they were.</summary>
    public int From { get; private set; }

    /// <summary>When the history is due again.</summary>
    public int Due => history.Due;

    /// <summary>The records from <see cref="From"/> on, with what they turned out to be.</summary>
    public ReadOnlySpan<DescribedCrossing> Records => CollectionsMarshal.AsSpan(list)[recordsAt..];

    private int recordsAt;

    /// <summary>Judges again and brings the cells up to date.</summary>
    /// <param name="old">Records so far, empty for a new history.</param>
    /// <param name="fresh">New records in order; none where only the end has moved.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Reopen(in SplitRecords old, ReadOnlySpan<DescribedCrossing> fresh)
    {
        var place = old.Count;
        while (fresh.Length > 0 && place > 0 && fresh[0].ComesBefore(old[place - 1]))
            place--;
        var (start, restart) = place == 0 ? (0, 0) : Restart(old, place);
        Merge(old, start, place, fresh);
        var records = CollectionsMarshal.AsSpan(list);
        history.Take<DescribedCrossing>(records);
        var crossing = history.Records.BinarySearch(restart - start);
        history.Judge(crossing, restart == 0 ? history.Statuses[0] : CrossingOutcome.StatusBefore(old[restart].Moment));
        tally.Tell(history, records, crossing);
        Compare(old, start, restart, crossing, records);
        (From, recordsAt) = (restart, restart - start);
    }

    public void Dispose() => history.Dispose();

    /// <summary>Where to begin, if records from a place on are new or the end has moved: the record from which days must be counted, and the first to be judged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Start, int Restart) Restart(in SplitRecords old, int place)
    {
        var (restart, lastDay, present, nextDay, nextDirection) = (-1, 0, 0, 0, 0);
        for (var at = place - 1; at >= 0; at--)
        {
            var moment = old[at].Moment;
            if (CrossingOutcome.IsDuplicate(moment))
                continue;
            // Where days were moved they are known only from the front.
            if ((moment & CrossingOutcome.DayMoved) != 0)
                return (0, 0);
            var (day, direction) = (CrossingMoment.Day(moment), CrossingMoment.Direction(moment));
            if (restart < 0)
            {
                // The last crossing that stays: what follows it decides its category.
                (restart, lastDay) = (at, day);
                if (history.LooksBack)
                    break;
            }
            else
            {
                present += history.PresenceBetween(direction, nextDirection, nextDay - day);
            }

            (nextDay, nextDirection) = (day, direction);
            if (lastDay - day >= history.Window)
                break;
            if (!history.IsFinal(direction, CrossingOutcome.StatusBefore(moment), lastDay - day, present))
                restart = at;
        }

        var before = CrossingMoment.Day(old[restart].Moment) - DaysOfPermit;
        if (history.LooksBack)
            before = Math.Min(before, lastDay - history.Window);
        var start = restart;
        while (start > 0 && ((old[start].Moment & (CrossingOutcome.Duplicate | CrossingOutcome.DayMoved)) != 0 || CrossingMoment.Day(old[start].Moment) > before))
            start--;
        return (start, restart);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Merge(in SplitRecords old, int start, int place, ReadOnlySpan<DescribedCrossing> fresh)
    {
        list.Clear();
        added.Clear();
        old.AddTo(list, start, place);
        foreach (ref readonly var one in fresh)
        {
            var to = place;
            while (to < old.Count && !one.ComesBefore(old[to]))
                to++;
            old.AddTo(list, place, to);
            place = to;
            added.Add(list.Count);
            list.Add(one);
        }

        old.AddTo(list, place, old.Count);
    }

    /// <summary>Takes from the cells what each record was and adds what it has become.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare(in SplitRecords old, int start, int restart, int crossing, ReadOnlySpan<DescribedCrossing> records)
    {
        var fresh = CollectionsMarshal.AsSpan(added);
        var (before, dayBefore, next) = (restart, 0, 0);
        // Days so far never ran backwards either.
        for (var at = start; at < restart; at++)
            dayBefore = Latest(dayBefore, old[at]);
        var days = history.Days;
        var positions = history.Records;
        for (var at = restart - start; at < records.Length; at++)
        {
            var kept = crossing < positions.Length && positions[crossing] == at;
            var day = kept ? days[crossing++] : 0;
            if (next < fresh.Length && fresh[next] == at)
            {
                tally.Add(records[at], day, cells);
                next++;
                continue;
            }

            ref readonly var was = ref old[before++];
            dayBefore = Latest(dayBefore, was);
            tally.Change(was, CrossingOutcome.IsDuplicate(was.Moment) ? day : dayBefore, records[at], kept ? day : dayBefore, cells);
        }
    }

    private static int Latest(int day, in DescribedCrossing record) =>
        CrossingOutcome.IsDuplicate(record.Moment) ? day : Math.Max(day, CrossingMoment.Day(record.Moment));
}
