using Periplo.Movements;

namespace Periplo.Tests.Movements;

/// <summary>
/// The rule, written day by day and without any shortcut from its text (rule set M1, rules 1 to 9), to check the engine
/// against. A history is a list of crossings of one person at the posts of one country.
/// </summary>
internal static class SlowRule
{
    public sealed record Reading(long Time, int Direction, int Resident, int Day);

    public sealed record Outcome(int Month, char Direction, string Category);

    public static List<Outcome> Of(IEnumerable<Reading> readings, MovementRule rule, DateOnly from, DateOnly to)
    {
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        var (start, end) = (from.DayNumber - epoch, to.DayNumber - epoch);
        var (v, w, t) = (rule.Criterion.Threshold, rule.Criterion.Window, rule.Criterion.Slack);

        // Rule 1.
        var all = readings.OrderBy(r => r.Time).ThenBy(r => r.Direction).ThenBy(r => r.Resident).ThenBy(r => r.Day).ToList();

        // Rule 2.
        var kept = all.Where((r, i) => i == 0 || all[i - 1].Direction != r.Direction || r.Time - all[i - 1].Time > rule.DuplicateSeconds).ToList();
        var n = kept.Count;
        var d = new int[n];
        for (var k = 0; k < n; k++)
            d[k] = k == 0 ? kept[k].Day : Math.Max(d[k - 1], kept[k].Day);

        // Rule 4, one flag a day; and the presences with both their ends for rule 9.
        var present = new bool[end + 1];
        var presences = new List<(int First, int Last, int EndsAt)>();
        for (var k = 0; k < n; k++)
        {
            var (entry, last) = (kept[k].Direction == 1, k == n - 1);
            if (last)
            {
                if (entry)
                    Fill(d[k], end);
                continue;
            }

            var nextEntry = kept[k + 1].Direction == 1;
            var m = rule.Gap switch
            {
                GapRule.Earliest => d[k],
                GapRule.Latest => d[k + 1],
                _ => d[k] + ((d[k + 1] - d[k]) / 2),
            };
            var (a, b) = (entry, nextEntry) switch
            {
                (true, false) => (d[k], d[k + 1]),
                (true, true) => (d[k], m),
                (false, false) => (m, d[k + 1]),
                _ => (-1, -1),
            };
            if (a < 0)
                continue;
            Fill(a, b);
            presences.Add((a, b, k + 1));
        }

        var outcomes = new List<Outcome>();
        if (rule.Criterion.Backward)
            return Backward();
        var status = d[0] >= start + v ? (kept[0].Direction == 1 ? 0 : 1) : all[0].Resident;
        var undecided = -1;
        for (var i = 0; i < n; i++)
        {
            var entry = kept[i].Direction == 1;
            var e = Math.Min(d[i] + w, end);
            var obs = e - d[i];
            var inside = Days(d[i], e);
            var h = entry ? inside : obs - inside;
            string category;
            if (undecided >= 0)
            {
                var spent = Days(d[undecided], d[i]);
                var there = kept[undecided].Direction == 1 ? spent : d[i] - d[undecided] - spent;
                category = kept[i].Direction != kept[undecided].Direction && there < v - t ? "NLU" : "UNK";
            }
            else
            {
                var after = (status == 1) == entry ? status
                    : obs < t ? -1
                    : obs - h > t ? status
                    : obs >= w ? 1 - status
                    : h < v ? -1
                    : 1 - status;
                var hasNext = i + 1 < n && kept[i + 1].Direction != kept[i].Direction;
                var toNext = hasNext ? d[i + 1] - d[i] : -1;
                category = after < 0 ? "UNK"
                    : after != status ? "LT"
                    : (status == 1) == entry ? "RET"
                    : !hasNext ? "OPEN"
                    : toNext < 1 ? "SAMEDAY"
                    : toNext < 90 ? "VISIT"
                    : toNext < 365 ? "SHORT"
                    : "OPEN";
                if (!entry && status == 0 && i > 0 && kept[i - 1].Direction == 1)
                {
                    var days = new HashSet<int>();
                    foreach (var presence in presences.Where(one => one.EndsAt <= i))
                    {
                        for (var day = Math.Max(presence.First, d[i] - 179); day <= Math.Min(presence.Last, d[i]); day++)
                            days.Add(day);
                    }

                    if (days.Count > 90)
                        outcomes.Add(new(Month(d[i]), 'X', CategoryCounts.Overstay));
                }

                if (after < 0)
                    undecided = i;
                else
                    status = after;
            }

            outcomes.Add(new(Month(d[i]), entry ? 'E' : 'X', category));
        }

        return outcomes;

        void Fill(int a, int b)
        {
            for (var day = a; day < b; day++)
                present[day] = true;
        }

        // The status at a day is that of the W days before it; before the first crossing the first status is presence or absence.
        List<Outcome> Backward()
        {
            var first = d[0] >= start + v ? (kept[0].Direction == 1 ? 0 : 1) : all[0].Resident;
            var before = first;
            for (var i = 0; i < n; i++)
            {
                var at = i + 1 < n ? d[i + 1] : end;
                var spent = Enumerable.Range(at - w, w).Count(day => day < d[0] ? first == 1 : present[day]);
                var after = spent >= v ? 1 : 0;
                var entry = kept[i].Direction == 1;
                var toNext = i + 1 < n && kept[i + 1].Direction != kept[i].Direction ? d[i + 1] - d[i] : 1000;
                var category = after != before ? "LT" : (before == 1) == entry ? "RET" : toNext < 1 ? "SAMEDAY" : toNext < 90 ? "VISIT" : toNext < 365 ? "SHORT" : "OPEN";
                outcomes.Add(new(Month(d[i]), entry ? 'E' : 'X', category));
                before = after;
            }

            return outcomes;
        }

        int Days(int a, int b) => Enumerable.Range(a, b - a).Count(day => present[day]);

        int Month(int day)
        {
            var date = DateOnly.FromDayNumber(day + epoch);
            return ((date.Year - from.Year) * 12) + date.Month - from.Month;
        }
    }
}
