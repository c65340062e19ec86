using System.Runtime.CompilerServices;

namespace Periplo.Movements;

/// <summary>Finds exits of non-residents after more than 90 days in any 180 (rule 9 of M1), in one pass over a history.</summary>
/// <remarks>Both days of a presence count, and a day that two presences share counts once (Schengen Borders Code, art. 6(1)).</remarks>
internal sealed class Overstay
{
    private const int Window = 180;
    private const int Permitted = 90;
    private int[] firsts = new int[64];
    private int[] lasts = new int[64];
    private int[] totals = new int[64];
    private int[] exits = new int[64];

    /// <summary>Positions of such exits in a history that has been judged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Find(History history)
    {
        var count = history.Count;
        // Each presence adds its last day to the days counted between crossings.
        if (history.Presence[count - 1] + count <= Permitted)
            return [];
        if (count > firsts.Length)
            (firsts, lasts, totals, exits) = (new int[2 * count], new int[2 * count], new int[2 * count], new int[2 * count]);
        var days = history.Days;
        var directions = history.Directions;
        var statuses = history.Statuses;
        var presence = history.Presence;
        var (found, presences, near) = (0, 0, 0);
        for (var i = 1; i < count; i++)
        {
            var (isEntry, wasEntry) = (directions[i] == 1, directions[i - 1] == 1);
            if (isEntry && !wasEntry)
                continue;
            var length = presence[i] - presence[i - 1];
            Add(presences++, wasEntry ? days[i - 1] : days[i] - length, wasEntry && isEntry ? days[i - 1] + length : days[i]);
            if (isEntry || !wasEntry || statuses[i] != History.NonResident)
                continue;
            var from = days[i] - Window + 1;
            while (lasts[near] < from)
                near++;
            var uncounted = near == 0 ? firsts[0] : Math.Max(firsts[near], lasts[near - 1] + 1);
            var before = (near == 0 ? 0 : totals[near - 1]) + Math.Max(0, from - uncounted);
            if (totals[presences - 1] - before > Permitted)
                exits[found++] = i;
        }

        return exits.AsSpan(0, found);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int at, int first, int last)
    {
        (firsts[at], lasts[at]) = (first, last);
        var shared = at > 0 && lasts[at - 1] == first ? 1 : 0;
        totals[at] = (at == 0 ? 0 : totals[at - 1]) + last - first + 1 - shared;
    }
}
