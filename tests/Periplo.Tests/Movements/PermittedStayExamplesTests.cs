using System.Globalization;
using Periplo.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>
/// Published examples of 90 days in any 180. "SEM": State Secretariat for Migration of Switzerland, examples for the
/// Commission's short-stay calculator, 1 December 2014; its present page has the case of 2025.
/// </summary>
public sealed class PermittedStayExamplesTests
{
    [Fact]
    public void Window_of_1_March_2014_begins_on_3_September_2013()
    {
        var window = PermittedStayRule.NinetyIn180.WindowOf(Day("2014-03-01"));
        Assert.Equal((Day("2013-09-03"), 180), (window.First, window.Days));
    }

    [Fact]
    public void Sem_example_1_old_days_leave_the_window_during_the_stay()
    {
        var account = Account("2014-08-15/2014-09-30");
        Assert.Equal(47, account.Used(Day("2014-09-30")));
        // 47 days lie in the window of the entry, and yet the whole 90 may be stayed.
        Assert.Equal(47, account.Used(Day("2015-01-01")));
        Assert.Equal(90, account.Remaining(Day("2015-01-01")));
    }

    [Fact]
    public void Sem_example_2_last_day_of_a_stay_going_on()
    {
        var account = Account("2014-08-15/2014-09-30", "2014-11-01/2014-11-30");
        Assert.Equal(77, account.Used(Day("2014-11-30")));
        Assert.Empty(account.Overstays);
        Assert.Equal(Day("2014-12-13"), account.LastPermittedDay(Day("2014-11-30")));
    }

    [Fact]
    public void Sem_example_4_stay_before_the_window_does_not_count()
    {
        var account = Account("2013-06-01/2013-07-13", "2013-08-15/2013-09-30", "2014-01-01/2014-01-30");
        Assert.Equal(77, account.Used(Day("2014-01-30")));
        Assert.Equal(Day("2014-03-31"), account.LastPermittedDay(Day("2014-01-30")));
    }

    [Fact]
    public void Sem_example_5_short_overstay_and_return()
    {
        var account = Account("2013-09-01/2013-09-30", "2014-02-21/2014-04-20", "2014-05-01/2014-06-09");
        Assert.Equal(99, account.Used(Day("2014-06-09")));
        Assert.Equal([new DaySpan(Day("2014-06-01"), Day("2014-06-09"))], account.Overstays);
        Assert.Equal(9, account.Overstays[0].Days);
        Assert.Equal(50, account.Remaining(Day("2014-08-30")));
    }

    [Fact]
    public void Sem_example_6_long_overstay()
    {
        var account = Account("2013-06-28/2013-08-09", "2013-09-19/2014-03-01");
        Assert.Equal(164, account.Used(Day("2014-03-01")));
        Assert.Equal(74, account.Used(Day("2014-03-01")) - account.Rule.Days);
        // With the 43 days of summer in the windows of autumn, the 91st counted day comes long before the check.
        Assert.Equal(Day("2013-11-05"), account.Overstays[0].First);
    }

    [Fact]
    public void Sem_case_of_2025_ninety_days_out_after_ninety_days_in()
    {
        var account = Account("2025-03-01/2025-05-29");
        Assert.Equal(90, account.Used(Day("2025-05-29")));
        Assert.Empty(account.Overstays);
        Assert.Equal(0, account.Remaining(Day("2025-06-15")));
        Assert.Equal(Day("2025-08-28"), account.FirstEntry(Day("2025-05-30")));
        Assert.Equal(90, account.Remaining(Day("2025-08-28")));
    }

    [Fact]
    public void Ninety_first_day_of_a_long_stay_is_the_first_overstay()
    {
        var account = Account("2024-01-01/2024-12-31");
        Assert.Equal(Day("2024-01-01") + 90, account.Overstays[0].First);
        Assert.Equal(Day("2024-12-31"), account.Overstays[0].Last);
    }

    [Fact]
    public void Several_visits_on_a_day_are_one_day_and_entry_and_exit_both_count()
    {
        var account = Account("2024-05-01/2024-05-01", "2024-05-01/2024-05-01", "2024-05-01/2024-05-02");
        Assert.Equal(2, account.Used(Day("2024-05-02")));
    }

    [Fact]
    public void Days_under_a_permit_do_not_count_and_may_be_stayed_beyond_the_limit()
    {
        var account = new StayAccount([Span("2024-01-01/2024-12-31")], [Span("2024-02-01/2024-11-30")], PermittedStayRule.NinetyIn180);
        Assert.Equal(31, account.Used(Day("2024-01-31")));
        Assert.Equal(0, account.Used(Day("2024-11-30")));
        Assert.Empty(account.Overstays);
        Assert.Equal(Day("2025-02-28"), account.LastPermittedDay(Day("2024-12-01")));
    }

    /// <summary>The worked example of docs/methods/permitted-stay.md.</summary>
    [Fact]
    public void Worked_example_of_the_method_page()
    {
        var account = Account("2026-01-10/2026-02-08", "2026-04-01/2026-05-10");
        var check = Day("2026-05-10");
        Assert.Equal(Day("2025-11-12"), account.Rule.WindowOf(check).First);
        Assert.Equal(70, account.Used(check));
        Assert.Equal(Day("2026-05-30"), account.LastPermittedDay(check));
        Assert.Equal(20, account.Remaining(Day("2026-06-15")));
        Assert.Equal(Day("2026-07-04"), account.LastPermittedDay(Day("2026-06-15")));
        // Four days later the first of the old days leave the window before the limit is reached.
        Assert.Equal(50, account.Remaining(Day("2026-06-19")));
        Assert.Equal(Day("2026-08-07"), account.LastPermittedDay(Day("2026-06-19")));
    }

    private static StayAccount Account(params string[] stays) => new([.. stays.Select(Span)], [], PermittedStayRule.NinetyIn180);

    private static DaySpan Span(string stay) => new(Day(stay[..10]), Day(stay[11..]));

    private static int Day(string date) => DaySpan.Number(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
