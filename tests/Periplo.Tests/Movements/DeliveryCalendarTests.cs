using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Sources.Movements;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class DeliveryCalendarTests
{
    private const string Example = """
        countries:
          - area: Guatemala
            source: IGM
            publisher: { es: Instituto, en: Institute }
            licence: Pública
            tables: [ENTRY, EXIT]
            due_day: 15
            since: 2024-11
        """;

    [Theory]
    [InlineData("2024-12-15", null)]
    [InlineData("2024-12-16", "2024-11")]
    [InlineData("2025-01-15", "2024-11")]
    [InlineData("2025-01-16", "2024-12")]
    [InlineData("2024-11-30", null)]
    public void Table_is_late_from_the_day_after_it_was_due(string on, string? last) =>
        Assert.Equal(last, Duty().LastDue(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture))?.ToString());

    [Fact]
    public void Late_tables_have_their_months_and_days()
    {
        var calendar = DeliveryCalendarReader.Read("c.yaml", Example, BundledData.Areas);
        var late = calendar.Late(new(2025, 2, 20), (area, movement) =>
            area == "GTM" && movement == "EXIT" ? new HashSet<TimePeriod> { Monthly.Month("2024-11"), Monthly.Month("2025-01") } : new HashSet<TimePeriod>());
        Assert.Equal(["ENTRY", "EXIT"], late.Select(one => one.Movement));
        Assert.Equal("2024-11 2024-12 2025-01", string.Join(' ', late[0].Months));
        Assert.Equal(67, late[0].DaysLate);
        Assert.Null(late[0].Last);
        Assert.Equal("2024-12", string.Join(' ', late[1].Months));
        Assert.Equal(36, late[1].DaysLate);
        Assert.Equal("2025-01", late[1].Last.ToString());
    }

    [Fact]
    public void Nothing_is_late_when_all_was_delivered()
    {
        var calendar = DeliveryCalendarReader.Read("c.yaml", Example, BundledData.Areas);
        Assert.Empty(calendar.Late(new(2024, 12, 31), (_, _) => new HashSet<TimePeriod> { Monthly.Month("2024-11") }));
    }

    [Fact]
    public void Bundled_calendar_is_understood()
    {
        var calendar = DeliveryCalendarReader.Read("calendar.yaml", File.ReadAllText(BundledData.Path("deliveries/calendar.yaml")), BundledData.Areas);
        Assert.Equal(10, calendar.Duties.Count);
        Assert.Equal(["ENTRY"], calendar.Of("MEX")!.Movements);
    }

    [Theory]
    [InlineData("area: Guatemala", "area: Atlantis", "line 2")]
    [InlineData("source: IGM", "source: I G M", "line 3")]
    [InlineData("due_day: 15", "due_day: 31", "line 7")]
    [InlineData("since: 2024-11", "since: 2024", "line 8")]
    [InlineData("[ENTRY, EXIT]", "[ENTRY, EXITS]", "line 6")]
    [InlineData("licence:", "license:", "line 5")]
    [InlineData("countries:", "country:", "line 1")]
    [InlineData("    due_day: 15\n", "", "line 2")]
    public void Wrong_calendar_is_refused_with_its_place(string right, string wrong, string line)
    {
        Assert.Contains(right, Example, StringComparison.Ordinal);
        var refused = Assert.Throws<InputException>(() =>
            DeliveryCalendarReader.Read("c.yaml", Example.Replace(right, wrong, StringComparison.Ordinal), BundledData.Areas));
        Assert.StartsWith(line, refused.Place!.En, StringComparison.Ordinal);
        Assert.NotEqual(refused.Reason.Es, refused.Reason.En);
    }

    private static DeliveryDuty Duty() => DeliveryCalendarReader.Read("c.yaml", Example, BundledData.Areas).Duties[0];
}
