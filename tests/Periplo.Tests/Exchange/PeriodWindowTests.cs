using Periplo.Exchange;
using Periplo.Sdmx;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Exchange;

public class PeriodWindowTests
{
    private static readonly string[] Lengths = ["2020", "2020-S1", "2020-Q3", "2020-07", "2020-W53", "2021-W01", "2020-02-29", "2019", "2021-12", "9999", "0001", "9999-W52", "9999-12-31", "0001-01-01"];

    [Fact]
    public void Window_holds_the_periods_that_lie_whole_within()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            TimePeriod? from = random.Next(4) == 0 ? null : Any(random);
            TimePeriod? to = random.Next(4) == 0 ? null : Any(random);
            var window = new PeriodWindow(from, to);
            for (var i = 0; i < 50; i++)
            {
                var period = Any(random);

                Assert.Equal((from is null || period.FirstDay >= from.Value.FirstDay) && (to is null || period.LastDay <= to.Value.LastDay), window.Holds(period));
            }
        });
    }

    [Fact]
    public void Run_of_one_length_is_cut_where_the_window_ends()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var times = Enumerable.Range(0, random.Next(40)).Select(_ => Sample.Period($"{random.Next(2015, 2023)}-{random.Next(1, 13):00}")).Distinct().Order().ToArray();
            var window = new PeriodWindow(random.Next(3) == 0 ? null : Any(random), random.Next(3) == 0 ? null : Any(random));

            var (start, end) = window.Within(times, 0, times.Length);

            Assert.Equal(times.Where(window.Holds), times[start..Math.Max(start, end)]);
        });
    }

    [Fact]
    public void Period_containing_a_day_contains_it()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var day = DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1));
            foreach (var frequency in "ASQMWD")
            {
                var period = TimePeriod.Containing(day, frequency);

                Assert.Equal(frequency, period.Frequency);
                Assert.True(period.FirstDay <= day && day <= period.LastDay, $"{period} {day:O}");
                Assert.Equal(period, TimePeriod.FromPacked(period.Packed));
            }
        });
    }

    private static TimePeriod Any(Random random) => random.Next(3) == 0 ? Sample.Period(Lengths[random.Next(Lengths.Length)])
        : TimePeriod.Containing(new DateOnly(random.Next(2014, 2024), random.Next(1, 13), random.Next(1, 29)), "ASQMWD"[random.Next(6)]);
}
