using System.Globalization;
using System.IO.Compression;
using System.Text;
using Periplo.Movements;
using Periplo.Sdmx.Csv;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>Counts of overstays over histories: rule 9 of M1 for one country, and areas whose stays count together.</summary>
public sealed class OverstaysTests
{
    [Fact]
    public void Exits_of_one_country_equal_rule_9_day_by_day() => Property.Holds(TestCounts.StayHistories, random =>
    {
        var stays = History(random, 0, 900);
        var over = Over(stays);
        var exits = new int[stays.Length];
        var found = Overstays.Count([.. stays], PermittedStayRule.NinetyIn180, new DaySpan[stays.Length], exits);
        var expected = stays.Where(stay => stay.End == StayEnd.Exit && over(stay.Last)).Select(stay => stay.Last).Order().ToList();
        Assert.Equal(expected, exits[..found.Exits].Order());
        Assert.Equal(stays.Any(stay => stay.End == StayEnd.Open && over(stay.Last)), found.Open);
    });

    [Fact]
    public void Exits_of_a_joint_area_are_those_that_leave_it() => Property.Holds(TestCounts.StayHistories, random =>
    {
        var countries = random.Next(2, 5);
        var stays = Enumerable.Range(0, countries).SelectMany(country => History(random, (byte)country, 700)).ToArray();
        random.Shuffle(stays);
        var over = Over(stays);
        var exits = new int[stays.Length];
        var found = Overstays.Count([.. stays], PermittedStayRule.NinetyIn180, new DaySpan[stays.Length], exits);
        var expected = new List<int>();
        foreach (var stay in stays.Where(stay => stay.End == StayEnd.Exit && over(stay.Last)))
        {
            var elsewhere = stays.Where(other => other.Country != stay.Country && other.First <= stay.Last);
            // Of several stays that end the same day in different countries, the one that began last is the way out.
            if (!elsewhere.Any(other => other.Last > stay.Last || (other.Last == stay.Last && (other.First, other.Country).CompareTo((stay.First, stay.Country)) > 0)))
                expected.Add(stay.Last);
        }

        Assert.Equal(expected.Order(), exits[..found.Exits].Order());
        Assert.Equal(stays.Any(stay => stay.End == StayEnd.Open && over(stay.Last)), found.Open);
    });

    [Fact]
    public void Move_within_the_area_is_no_exit_and_its_days_count_together()
    {
        Stay[] stays = [new(0, 59, 0, StayEnd.Exit), new(59, 99, 1, StayEnd.Exit)];
        var exits = new int[2];
        Assert.Equal(new Overstays(1, false), Overstays.Count(stays, PermittedStayRule.NinetyIn180, new DaySpan[2], exits));
        Assert.Equal(99, exits[0]);
        // Alone, neither stay is over the limit.
        Assert.All(stays, stay => Assert.Equal(0, Overstays.Count([stay], PermittedStayRule.NinetyIn180, new DaySpan[1], new int[1]).Exits));
    }

    [Fact]
    public void Open_presence_over_the_limit_is_an_overstay_without_exit()
    {
        Assert.Equal(new Overstays(0, true), Overstays.Count([new(0, 90, 0, StayEnd.Open)], PermittedStayRule.NinetyIn180, new DaySpan[1], new int[1]));
        Assert.Equal(new Overstays(0, false), Overstays.Count([new(0, 89, 0, StayEnd.Open)], PermittedStayRule.NinetyIn180, new DaySpan[1], new int[1]));
    }

    /// <summary>A slow reading of M1, rules 1 to 9, over the published sample: every count of overstays, by country and month.</summary>
    [Fact]
    public void Specimen_file_gives_the_published_counts()
    {
        var expected = new SortedDictionary<(string, string), int>();
        var csv = new CsvReader(File.OpenRead(SharedData.Path("crossings/crossings_100k_expected.csv")));
        while (csv.Read())
        {
            if (csv.Text(3) == "OVERSTAY90_180")
                expected[(csv.Text(0), csv.Text(1))] = int.Parse(csv.Text(4), CultureInfo.InvariantCulture);
        }

        var found = new SortedDictionary<(string, string), int>();
        foreach (var (country, history) in Histories())
        {
            var stays = SlowHistory.Stays(history, ReportingCountries.Specimen.All[country].Clock);
            var exits = new int[stays.Count];
            var counts = Overstays.Count([.. stays], PermittedStayRule.NinetyIn180, new DaySpan[stays.Count], exits);
            foreach (var day in exits[..counts.Exits])
            {
                var key = (ReportingCountries.Specimen.All[country].Area, DaySpan.Date(day).ToString("yyyy-MM", CultureInfo.InvariantCulture));
                found[key] = found.GetValueOrDefault(key) + 1;
            }
        }

        Assert.Equal(6489, expected.Values.Sum());
        Assert.Equal(expected, found);
    }

    private static IEnumerable<(int Country, List<SlowCrossing> History)> Histories()
    {
        using var file = new GZipStream(File.OpenRead(SharedData.Path("crossings/crossings_100k.csv.gz")), CompressionMode.Decompress);
        var csv = new CsvReader(file);
        var histories = new Dictionary<(string Person, int Country), List<SlowCrossing>>();
        csv.Read();
        while (csv.Read())
        {
            var key = (csv.Text(0), ReportingCountries.Specimen.Position(csv.Text(2)));
            if (!histories.TryGetValue(key, out var history))
                histories[key] = history = [];
            var time = DateTimeOffset.Parse(Encoding.UTF8.GetString(csv[1]), CultureInfo.InvariantCulture).ToUnixTimeSeconds();
            history.Add(new(time, csv[4][0] == (byte)'E' ? 1 : 0, csv[12][0] - '0'));
        }

        return histories.Select(pair => (pair.Key.Country, pair.Value));
    }

    /// <summary>Says of a day whether more than 90 of the 180 days up to it are days of presence, counted one by one.</summary>
    private static Func<int, bool> Over(Stay[] stays)
    {
        var present = PermittedStayTests.Days(stays.Select(stay => new DaySpan(stay.First, stay.Last))).ToHashSet();
        return day => Enumerable.Range(day - 179, 180).Count(present.Contains) > 90;
    }

    /// <summary>Stays of one country one after the other, some on the same day, some with an imputed end.</summary>
    private static Stay[] History(Random random, byte country, int end)
    {
        var stays = new List<Stay>();
        // Apart by a day at least now and then: visits of a day with nothing between them would never end.
        var (longest, apart) = (random.Next(1, 200), random.Next(2, 120));
        for (var day = random.Next(apart); day < end;)
        {
            var last = day + random.Next(longest);
            if (last >= end)
            {
                stays.Add(new(day, end, country, StayEnd.Open));
                break;
            }

            stays.Add(new(day, last, country, random.Next(4) == 0 ? StayEnd.NotJudged : StayEnd.Exit));
            day = last + random.Next(apart);
        }

        return [.. stays];
    }
}
