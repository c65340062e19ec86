using Periplo.Movements;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>Days used in a moving window, against counting day by day.</summary>
public sealed class PermittedStayTests
{
    private const int Horizon = 900;

    [Fact]
    public void Used_days_equal_a_day_by_day_count() => Property.Holds(TestCounts.StayHistories, random =>
    {
        var window = random.Next(2, 400);
        var spans = Spans(random, random.Next(12));
        var days = Days(spans);
        var merged = spans[..PermittedStay.Merge(spans)];
        Assert.Equal(days, Days(merged));
        for (var i = 1; i < merged.Length; i++)
            Assert.True(merged[i].First > merged[i - 1].Last + 1);
        var asked = Enumerable.Range(-5, Horizon + 500).ToArray();
        var used = new int[asked.Length];
        PermittedStay.UsedDays(merged, asked, window, used);
        for (var i = 0; i < asked.Length; i++)
        {
            var expected = Slow(days, asked[i], window);
            Assert.Equal(expected, used[i]);
            Assert.Equal(expected, PermittedStay.UsedDays(merged, asked[i], window));
        }
    });

    [Fact]
    public void Overstay_days_equal_a_day_by_day_count() => Property.Holds(TestCounts.StayHistories, random =>
    {
        var rule = Rule(random);
        var spans = Spans(random, random.Next(12));
        var days = Days(spans);
        var merged = spans[..PermittedStay.Merge(spans)];
        var over = days.Where(day => Slow(days, day, rule.Window) > rule.Days).ToList();
        var into = new DaySpan[merged.Length];
        Assert.Equal(over, Days(into[..PermittedStay.Overstays(merged, rule, into)]));
        var from = random.Next(Horizon);
        Assert.Equal(over.Cast<int?>().FirstOrDefault(day => day >= from), PermittedStay.FirstOverstayDay(merged, rule, from));
        Assert.Equal(over.Cast<int?>().FirstOrDefault(), PermittedStay.FirstOverstayDay(merged, rule));
    });

    [Fact]
    public void Days_under_a_permit_are_taken_out_as_a_set_is_from_a_set() => Property.Holds(TestCounts.StayHistories, random =>
    {
        var (spans, free) = (Spans(random, random.Next(10)), Spans(random, random.Next(10)));
        var expected = Days(spans).Except(Days(free)).ToList();
        var (merged, without) = (spans[..PermittedStay.Merge(spans)], free[..PermittedStay.Merge(free)]);
        var into = new DaySpan[merged.Length + without.Length];
        Assert.Equal(expected, Days(into[..PermittedStay.Without(merged, without, into)]));
    });

    [Fact]
    public void What_remains_is_what_staying_on_day_by_day_shows() => Property.Holds(TestCounts.StayHistories, random =>
    {
        var rule = Rule(random);
        var (spans, free) = (Spans(random, random.Next(8)), random.Next(3) == 0 ? Spans(random, random.Next(4)) : []);
        var account = new StayAccount(spans, free, rule);
        var (present, without) = (Days(spans), Days(free).ToHashSet());
        for (var times = 0; times < 20; times++)
        {
            var entry = random.Next(Horizon + 300);
            var expected = SlowRemaining(present, without, entry, rule);
            Assert.Equal(expected, account.Remaining(entry));
            Assert.Equal(expected == 0 ? null : entry + expected - 1, account.LastPermittedDay(entry));
        }

        var (from, wish) = (random.Next(Horizon), random.Next(1, rule.Days + 1));
        var first = account.FirstEntry(from, wish);
        Assert.True(SlowRemaining(present, without, first, rule) >= wish);
        for (var day = from; day < first; day++)
            Assert.True(SlowRemaining(present, without, day, rule) < wish);
    });

    [Fact]
    public void Absence_as_long_as_the_window_beyond_the_limit_gives_the_whole_limit_anew() => Property.Holds(TestCounts.StayHistories, random =>
    {
        var spans = Spans(random, random.Next(1, 12));
        var account = new StayAccount(spans, [], PermittedStayRule.NinetyIn180);
        var last = spans.Max(span => span.Last);
        // Also after an overstay: on day k of the new stay at most 90 - k of the old days are left in the window.
        Assert.Equal(90, account.Remaining(last + 91));
    });

    [Theory]
    [InlineData(0, 180)]
    [InlineData(180, 180)]
    [InlineData(-1, 10)]
    [InlineData(90, PermittedStayRule.LongestWindow + 1)]
    public void Rule_that_cannot_be_is_refused(int days, int window) => Assert.Throws<StatisticsException>(() => new PermittedStayRule(days, window));

    [Fact]
    public void Counting_allocates_nothing()
    {
        var random = new Random(1);
        var spans = Spans(random, 200);
        var copy = new DaySpan[spans.Length];
        var stays = spans.Select((span, i) => new Stay(span.First, span.Last, (byte)(i % 3), StayEnd.Exit)).ToArray();
        var (work, exits) = (new DaySpan[stays.Length], new int[stays.Length]);
        var sum = Count();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var times = 0; times < 100; times++)
            sum += Count();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);

        int Count()
        {
            spans.CopyTo(copy, 0);
            ReadOnlySpan<DaySpan> merged = copy.AsSpan(0, PermittedStay.Merge(copy));
            var window = new StayWindow(merged, 180);
            var used = window.Used(100) + window.Used(500) + PermittedStay.UsedDays(merged, 600, 180);
            return used + Overstays.Count(stays, PermittedStayRule.NinetyIn180, work, exits).Exits;
        }
    }

    internal static DaySpan[] Spans(Random random, int count)
    {
        var longest = random.Next(1, 150);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(Horizon)).Select(first => new DaySpan(first, first + random.Next(longest)))];
    }

    internal static List<int> Days(IEnumerable<DaySpan> spans) =>
        [.. spans.SelectMany(span => Enumerable.Range(span.First, span.Last - span.First + 1)).Distinct().Order()];

    private static PermittedStayRule Rule(Random random)
    {
        var window = random.Next(2, 300);
        return new(random.Next(1, window), window);
    }

    private static int Slow(IEnumerable<int> days, int day, int window) => days.Count(other => other <= day && other > day - window);

    private static int SlowRemaining(List<int> present, HashSet<int> free, int entry, PermittedStayRule rule)
    {
        var counted = present.Where(day => day < entry && !free.Contains(day)).ToList();
        for (var day = entry; ; day++)
        {
            if (free.Contains(day))
                continue;
            counted.Add(day);
            if (Slow(counted, day, rule.Window) > rule.Days)
                return day - entry;
        }
    }
}
