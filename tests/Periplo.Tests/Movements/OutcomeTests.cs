using Periplo.Movements;
using Periplo.Sources.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>What is counted of a few crossings whose meaning is plain.</summary>
public sealed class OutcomeTests
{
    private static readonly ReportingCountries Countries = new([("ESP", PostClock.Fixed(1)), ("FRA", PostClock.Fixed(1))]);
    private static readonly TableSettings Settings = new(new HashSet<byte> { 5 }, new HashSet<byte> { 7 }, BorderWorkerCrossings: 3);

    [Fact]
    public void Stays_in_two_countries_of_one_area_count_together_against_the_limit()
    {
        // 60 days in Spain and 58 in France: neither is long, together they pass 90 in 180.
        Assert.Equal(["Overstay X FRA 2019-05 1"], Counted(MovementMeasure.Overstay, Two(citizenship: 840)));
        // A national of a member is free of the limit.
        Assert.Empty(Counted(MovementMeasure.Overstay, Two(citizenship: 724)));

        static Crossing[] Two(ushort citizenship) =>
        [
            At("2019-01-01", 1, citizenship: citizenship), At("2019-03-01", 0, citizenship: citizenship),
            At("2019-03-05", 1, country: 1, citizenship: citizenship), At("2019-05-01", 0, country: 1, citizenship: citizenship),
        ];
    }

    [Fact]
    public void Third_long_stay_within_ten_years_makes_a_circular_migrant()
    {
        Crossing[] crossings = [At("2016-03-01", 1), At("2017-06-01", 0), At("2018-09-01", 1), At("2019-01-01", 0), At("2019-03-01", 1)];
        Assert.Equal(["Circular E ESP 2018-09 0", "Circular E ESP 2019-03 1"], CountedAll(MovementMeasure.Circular, crossings, "2018-09", "2019-03"));
        Assert.Equal(["CircularShort E ESP 2018-09 1", "CircularShort E ESP 2019-03 1", "CircularShort X ESP 2019-01 0"],
            CountedAll(MovementMeasure.CircularShort, crossings, "2018-09", "2019-03", "2019-01"));
    }

    [Fact]
    public void Who_is_present_or_away_on_the_last_day_of_a_month_is_counted_in_it()
    {
        Assert.Equal(["Temporary E ESP 2019-01 1"], Counted(MovementMeasure.Temporary, [At("2019-01-20", 1), At("2019-02-05", 0)]));
        Assert.Equal(["Abroad E ESP 2019-03 1"], Counted(MovementMeasure.Abroad, [At("2019-03-25", 0), At("2019-04-03", 1)]));
        Assert.Empty(Counted(MovementMeasure.Temporary, [At("2019-01-02", 1), At("2019-01-31", 0)]));
    }

    [Fact]
    public void Same_day_crossings_make_a_border_worker_once_a_month_from_the_number_set()
    {
        Crossing[] Days(int count) => [.. Enumerable.Range(1, count).SelectMany(day => new[] { At($"2019-05-{day:D2}", 1, hour: 7), At($"2019-05-{day:D2}", 0, hour: 18) })];
        Assert.Empty(Counted(MovementMeasure.BorderWorker, Days(2)));
        Assert.Equal(["BorderWorker E ESP 2019-05 1"], Counted(MovementMeasure.BorderWorker, Days(9)));
    }

    [Fact]
    public void Transit_is_less_than_a_day_with_that_purpose_or_through_another_post()
    {
        Assert.Equal(["Transit E ESP 2019-05 1"], Counted(MovementMeasure.Transit, [At("2019-05-01", 1, hour: 20, post: 1), At("2019-05-02", 0, hour: 6, post: 2)]));
        Assert.Equal(["Transit E ESP 2019-05 1"], Counted(MovementMeasure.Transit, [At("2019-05-01", 1, hour: 20, purpose: 7), At("2019-05-02", 0, hour: 6)]));
        Assert.Empty(Counted(MovementMeasure.Transit, [At("2019-05-01", 1, hour: 20), At("2019-05-02", 0, hour: 6)]));
        Assert.Empty(Counted(MovementMeasure.Transit, [At("2019-05-01", 1, hour: 6, post: 1), At("2019-05-02", 0, hour: 20, post: 2)]));
    }

    [Fact]
    public void Stay_of_three_to_twelve_months_is_a_short_term_migration_for_migrant_purposes_alone()
    {
        Crossing[] Stay(byte purpose) => [At("2019-01-01", 1, purpose: purpose), At("2019-06-01", 0)];
        Assert.Equal(["ShortTermMigrant E ESP 2019-01 1"], Counted(MovementMeasure.ShortTermMigrant, Stay(5)));
        Assert.Empty(Counted(MovementMeasure.ShortTermMigrant, Stay(1)));
        Assert.Equal(["ShortTerm E ESP 2019-01 1"], Counted(MovementMeasure.ShortTerm, Stay(1)));
    }

    [Fact]
    public void Missing_late_and_doubled_records_are_counted_at_their_post()
    {
        Crossing[] crossings =
        [
            At("2019-01-01", 1, post: 4), At("2019-01-01", 1, post: 4, hour: 13), At("2019-03-01", 1, post: 5), At("2019-03-09", 0, post: 4) with { Late = 1 },
        ];
        Assert.Equal(["Records E ESP 2019-01 2", "Records E ESP 2019-03 1", "Records X ESP 2019-03 1"], Counted(MovementMeasure.Records, crossings, Breakdown.PostMode));
        Assert.Equal(["Duplicates E ESP 2019-01 1"], Counted(MovementMeasure.Duplicates, crossings, Breakdown.PostMode));
        Assert.Equal(["Gaps E ESP 2019-03 1"], Counted(MovementMeasure.Gaps, crossings, Breakdown.PostMode));
        Assert.Equal(["Paired E ESP 2019-03 1", "Paired X ESP 2019-03 1"], Counted(MovementMeasure.Paired, crossings, Breakdown.PostMode));
        Assert.Equal(["Late X ESP 2019-03 1"], Counted(MovementMeasure.Late, crossings, Breakdown.PostMode));
    }

    private static Crossing At(string day, byte direction, int hour = 12, byte country = 0, ushort citizenship = 840, ushort post = 1, byte purpose = 1) => new()
    {
        Person = 77, Time = (uint)new DateTimeOffset(DateTime.Parse(day).AddHours(hour - 1), TimeSpan.Zero).ToUnixTimeSeconds(), Direction = direction, Country = country,
        Citizenship = citizenship, Birthplace = citizenship, Birth = 30_000, Sex = 1, Mode = 1, Post = post, Purpose = purpose,
    };

    private static List<string> Counted(MovementMeasure measure, Crossing[] crossings, Breakdown breakdown = Breakdown.CitizenshipSex)
    {
        var parameters = new StateParameters(Countries, Classified.From, MovementRule.M1, Settings, "fixed");
        using var areas = File.OpenRead(BundledData.Path("movements/counted-areas.csv"));
        using var rows = File.OpenRead(BundledData.Path("movements/permitted-stay.csv"));
        var table = PermittedStayReader.Read(("counted-areas.csv", areas), ("permitted-stay.csv", rows), BundledData.Areas);
        var areaOfM49 = BundledData.Areas.All.Where(area => area.IsLeaf && area.M49 is > 0).GroupBy(area => area.M49!.Value).ToDictionary(group => group.Key, group => group.First().Id);
        var results = StateResults.Of(StoredState.Build(parameters, crossings, Classified.To).State, 1, table, areaOfM49, cancellation: TestContext.Current.CancellationToken);
        return [.. results.Cells.Ordered().Where(pair => pair.Cell.Measure == measure && pair.Cell.Breakdown == breakdown)
            .Select(pair => $"{measure} {(pair.Cell.IsEntry ? 'E' : 'X')} {Countries.All[pair.Cell.Country].Area} {results.Span.MonthName(pair.Cell.Month)} {pair.Count}").Order(StringComparer.Ordinal)];
    }

    /// <summary>The counts of the months named, zero where nothing was counted.</summary>
    private static List<string> CountedAll(MovementMeasure measure, Crossing[] crossings, params string[] months)
    {
        var counted = Counted(measure, crossings);
        return [.. months.Select(month => counted.Find(line => line.Contains(month, StringComparison.Ordinal))
            ?? $"{measure} {(month == "2019-01" ? 'X' : 'E')} ESP {month} 0").Order(StringComparer.Ordinal)];
    }
}
