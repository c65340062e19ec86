using System.Runtime.CompilerServices;

namespace Periplo.Movements;

/// <summary>The local day of a crossing by the clock of its post, fast: offsets are asked of the clocks once for the whole span.</summary>
internal sealed class LocalDays
{
    private const int SecondsOfDay = 86_400;
    private readonly int[] fixedOffsets = new int[256];
    private readonly Changes?[] countries = new Changes?[256];
    private readonly Dictionary<ushort, Changes> posts = [];

    public LocalDays(ReportingCountries reporting, ObservationSpan span)
    {
        for (var country = 0; country < reporting.All.Count; country++)
        {
            var clock = reporting.All[country].Clock;
            fixedOffsets[country] = clock.Offset(0);
            countries[country] = clock.IsFixed ? null : new(clock, span);
        }

        foreach (var (post, clock) in reporting.Posts)
            posts.Add(post, new(clock, span));
        AllFixed = posts.Count == 0 && countries.All(changes => changes is null);
    }

    /// <summary>True when no clock ever changes: then <see cref="FixedOffsets"/> tell all.</summary>
    public bool AllFixed { get; }

    /// <summary>Seconds ahead of UTC, by position of the country.</summary>
    public ReadOnlySpan<int> FixedOffsets => fixedOffsets;

    /// <summary>Days since 1970-01-01.</summary>
    public int Day(in Crossing crossing)
    {
        if (posts.Count > 0 && posts.TryGetValue(crossing.Post, out var own))
            return Day(crossing.Time, own.Offset(crossing.Time));
        return Day(crossing.Time, countries[crossing.Country] is { } changes ? changes.Offset(crossing.Time) : fixedOffsets[crossing.Country]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Day(uint time, int offset)
    {
        // 16 h ahead keeps the dividend positive; no clock is further behind.
        const int ahead = SecondsOfDay;
        return (int)(((ulong)time + (ulong)(uint)(offset + ahead)) / SecondsOfDay) - 1;
    }

    /// <summary>The moments at which a clock's offset changes, and the offset from then on.</summary>
    private sealed class Changes
    {
        private readonly List<long> moments = [];
        private readonly List<int> offsets = [];

        public Changes(PostClock clock, ObservationSpan span)
        {
            var (moment, end) = ((span.FirstDay - 2L) * SecondsOfDay, (span.EndDay + 2L) * SecondsOfDay);
            moments.Add(long.MinValue);
            offsets.Add(clock.Offset(moment));
            for (; moment < end; moment += SecondsOfDay)
            {
                if (clock.Offset(moment + SecondsOfDay) != offsets[^1])
                    AddChange(clock, moment, moment + SecondsOfDay);
            }
        }

        public int Offset(uint time)
        {
            var at = moments.BinarySearch(time);
            return offsets[at < 0 ? ~at - 1 : at];
        }

        private void AddChange(PostClock clock, long before, long after)
        {
            while (after - before > 1)
            {
                var middle = before + ((after - before) / 2);
                if (clock.Offset(middle) == offsets[^1])
                    before = middle;
                else
                    after = middle;
            }

            moments.Add(after);
            offsets.Add(clock.Offset(after));
        }
    }
}
