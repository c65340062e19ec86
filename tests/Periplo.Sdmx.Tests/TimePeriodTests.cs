using System.Globalization;
using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Sdmx;

public class TimePeriodTests
{
    [Theory]
    [InlineData("2020", 'A', "2020-01-01", "2020-12-31")]
    [InlineData("2020-S1", 'S', "2020-01-01", "2020-06-30")]
    [InlineData("2020-S2", 'S', "2020-07-01", "2020-12-31")]
    [InlineData("2020-Q1", 'Q', "2020-01-01", "2020-03-31")]
    [InlineData("2020-Q4", 'Q', "2020-10-01", "2020-12-31")]
    [InlineData("2020-02", 'M', "2020-02-01", "2020-02-29")]
    [InlineData("2020-W01", 'W', "2019-12-30", "2020-01-05")]
    [InlineData("2020-W53", 'W', "2020-12-28", "2021-01-03")]
    [InlineData("2020-02-29", 'D', "2020-02-29", "2020-02-29")]
    [InlineData("0001", 'A', "0001-01-01", "0001-12-31")]
    [InlineData("9999", 'A', "9999-01-01", "9999-12-31")]
    [InlineData("9999-S2", 'S', "9999-07-01", "9999-12-31")]
    [InlineData("9999-Q4", 'Q', "9999-10-01", "9999-12-31")]
    [InlineData("9999-12", 'M', "9999-12-01", "9999-12-31")]
    public void TryParse_of_each_length_gives_its_bounds_and_prints_the_same(string text, char frequency, string first, string last)
    {
        Assert.True(TimePeriod.TryParse(text, out var period));

        Assert.Equal(text, period.ToString());
        var form = new byte[TimePeriod.Longest];
        Assert.Equal(text, System.Text.Encoding.ASCII.GetString(form, 0, period.Format(form)));
        Assert.Equal(frequency, period.Frequency);
        Assert.Equal(first, Day(period.FirstDay));
        Assert.Equal(last, Day(period.LastDay));
    }

    [Theory]
    [InlineData("2020-A1", "2020")]
    [InlineData("2020-M7", "2020-07")]
    [InlineData("2020-M07", "2020-07")]
    [InlineData("2020-W5", "2020-W05")]
    [InlineData("2020-Q03", "2020-Q3")]
    public void TryParse_of_other_spellings_gives_the_usual_one(string text, string usual)
    {
        Assert.True(TimePeriod.TryParse(text, out var period));
        Assert.Equal(usual, period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("202")]
    [InlineData("20240")]
    [InlineData("0000")]
    [InlineData("-020")]
    [InlineData("２０２０")]
    [InlineData(" 2020")]
    [InlineData("2020 ")]
    [InlineData("2020-")]
    [InlineData("2020-S0")]
    [InlineData("2020-S3")]
    [InlineData("2020-Q5")]
    [InlineData("2020-13")]
    [InlineData("2020-1")]
    [InlineData("2020-00")]
    [InlineData("2020-W00")]
    [InlineData("2020-W54")]
    [InlineData("2021-W53")]
    [InlineData("2021-02-29")]
    [InlineData("2020-00-01")]
    [InlineData("2020-01-32")]
    [InlineData("2020-1-1")]
    [InlineData("2020-D001")]
    [InlineData("2020-A2")]
    [InlineData("2020/01")]
    [InlineData("2020-01-01T00:00:00")]
    public void TryParse_of_what_is_no_period_is_false(string text)
    {
        Assert.False(TimePeriod.TryParse(text, out _));
    }

    [Fact]
    public void OfYear_outside_four_digits_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TimePeriod.OfYear(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimePeriod.OfYear(20240));
    }

    [Fact]
    public void LastDay_of_the_last_week_of_time_is_the_last_day_of_time()
    {
        Assert.True(TimePeriod.TryParse("9999-W52", out var week));

        Assert.Equal(DateOnly.MaxValue, week.LastDay);
    }

    [Fact]
    public void CompareTo_within_a_length_is_order_in_time()
    {
        string[] texts = ["1999", "2000", "2000-S1", "2000-S2", "2000-Q1", "2000-Q4", "2000-01", "2000-12", "2000-W01", "2000-01-01", "2000-12-31", "2001"];
        var periods = texts.Select(text => TimePeriod.TryParse(text, out var period) ? period : default).ToList();

        Assert.Equal(texts, periods.AsEnumerable().Reverse().Order().Select(period => period.ToString()));
        Assert.True(periods[0] < periods[1] && periods[1] > periods[0]);
#pragma warning disable CS1718 // A period is compared with itself on purpose.
        Assert.True(periods[0] <= periods[0] && periods[0] >= periods[0]);
#pragma warning restore CS1718
    }

    [Fact]
    public void Every_day_and_what_it_lies_in_prints_and_packs_back_to_itself()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var day = DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1));
            var week = ISOWeek.GetWeekOfYear(day.ToDateTime(default));
            var weekYear = ISOWeek.GetYear(day.ToDateTime(default));
            string[] texts =
            [
                $"{day.Year:0000}", $"{day.Year:0000}-S{((day.Month - 1) / 6) + 1}", $"{day.Year:0000}-Q{((day.Month - 1) / 3) + 1}",
                $"{day.Year:0000}-{day.Month:00}", $"{weekYear:0000}-W{week:00}", Day(day),
            ];
            foreach (var text in texts)
            {
                Assert.True(TimePeriod.TryParse(text, out var period), text);
                Assert.Equal(text, period.ToString());
                Assert.Equal(period, TimePeriod.FromPacked(period.Packed));
                Assert.InRange(day, period.FirstDay, period.LastDay);
            }
        });
    }

    [Fact]
    public void FromPacked_of_any_number_is_a_period_of_whole_use_or_a_format_error()
    {
        Property.Holds(TestCounts.Mutations, random =>
        {
            var packed = random.Next(2) == 0 ? random.Next(int.MinValue, int.MaxValue) : (random.Next(0, 10_001) << 12) | random.Next(1 << 12);
            TimePeriod period;
            try
            {
                period = TimePeriod.FromPacked(packed);
            }
            catch (FormatException)
            {
                return;
            }

            Assert.True(period.FirstDay <= period.LastDay);
            Assert.True(TimePeriod.TryParse(period.ToString(), out var parsed));
            Assert.Equal(period, parsed);
        });
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");
}
