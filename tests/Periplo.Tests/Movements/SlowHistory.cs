using Periplo.Movements;

namespace Periplo.Tests.Movements;

/// <summary>A crossing as the rules speak of it: seconds since 1970, 1 for an entry, declared residence.</summary>
internal sealed record SlowCrossing(long Time, int Direction, int Resident);

/// <summary>Rules 1 to 7 of M1 for one history, written as they read and not for speed: only to know which exits rule 9 judges.</summary>
internal static class SlowHistory
{
    private const int From = 16436;
    private const int End = 20089;
    private const int Window = 487;
    private const int Threshold = 365;
    private const int Slack = Window - Threshold;

    /// <summary>The segments of presence of a history, each with how it ended.</summary>
    public static List<Stay> Stays(List<SlowCrossing> history, PostClock clock)
    {
        var ordered = history.OrderBy(one => one.Time).ThenBy(one => one.Direction).ThenBy(one => one.Resident).ToList();
        var kept = ordered.Where((one, i) => i == 0 || ordered[i - 1].Direction != one.Direction || one.Time - ordered[i - 1].Time > 21_600).ToList();
        var (days, entry) = (kept.ConvertAll(one => clock.Day(one.Time)), kept.ConvertAll(one => one.Direction == 1));
        // Rule 4: the crossing at the end of each segment is an exit (rule 9 may judge it), an imputed end, or the end of observation.
        var segments = new List<(int First, int Last, int Exit)>();
        for (var k = 0; k < kept.Count; k++)
        {
            if (k == kept.Count - 1)
            {
                if (entry[k])
                    segments.Add((days[k], End, -1));
                continue;
            }

            var middle = days[k] + ((days[k + 1] - days[k]) / 2);
            if (entry[k])
                segments.Add(entry[k + 1] ? (days[k], middle, -1) : (days[k], days[k + 1], k + 1));
            else if (!entry[k + 1])
                segments.Add((middle, days[k + 1], -1));
        }

        var before = Statuses(days, entry, segments, ordered[0].Resident);
        return segments.ConvertAll(one => new Stay(
            one.First,
            one.Last,
            0,
            one.Exit >= 0 && before[one.Exit] == 0 ? StayEnd.Exit : one.Last == End ? StayEnd.Open : StayEnd.NotJudged));
    }

    /// <summary>Rules 5 to 7: the status before each crossing, 1 resident, 0 not, null unknown.</summary>
    private static List<int?> Statuses(List<int> days, List<bool> entry, List<(int First, int Last, int Exit)> segments, int declared)
    {
        int? status = days[0] >= From + Threshold ? (entry[0] ? 0 : 1) : declared;
        var before = new List<int?>();
        for (var i = 0; i < days.Count; i++)
        {
            before.Add(status);
            if (status is null || entry[i] == (status == 1))
                continue;
            var end = Math.Min(days[i] + Window, End);
            var observed = end - days[i];
            var present = segments.Sum(one => Math.Max(0, Math.Min(end, one.Last) - Math.Max(days[i], one.First)));
            var across = entry[i] ? present : observed - present;
            if (observed < Slack)
                status = null;
            else if (observed - across > Slack)
                continue;
            else if (observed >= Window || across >= Threshold)
                status = entry[i] ? 1 : 0;
            else
                status = null;
        }

        return before;
    }
}
