using System.Runtime.InteropServices;
using Periplo.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class ClassificationTests
{
    private static readonly int[] Edges = [0, 1, 89, 90, 91, 121, 122, 123, 179, 180, 242, 243, 244, 364, 365, 366, 486, 487, 488];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Specimen_gives_its_expected_counts_row_for_row_with_any_number_of_threads(int workers) =>
        Assert.Equal(Classified.Expected(), Classified.Lines(Classified.Counts(Classified.Specimen(), workers)));

    [Fact]
    public void Shuffled_specimen_gives_the_same_rows()
    {
        var random = new Random(TestCounts.Seed);
        var shuffled = Classified.Specimen().ToArray();
        random.Shuffle(shuffled);
        Assert.Equal(Classified.Expected(), Classified.Lines(Classified.Counts(shuffled, workers: 3, batch: 777)));
    }

    [Fact]
    public void Specimen_gives_the_same_rows_from_little_memory_and_scratch_space() =>
        Assert.Equal(Classified.Expected(), Classified.Lines(Classified.Counts(Classified.Specimen(), workers: 2, mostBytes: 1, spill: true)));

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(20_000_000)]
    public void Number_of_partitions_changes_nothing(long expected)
    {
        var crossings = SyntheticCrossings.Make(2_000, TestCounts.Seed);
        Assert.Equal(Classified.Lines(Classified.Counts(crossings)), Classified.Lines(Classified.Counts(crossings, expected: expected)));
    }

    [Fact]
    public void Engine_agrees_with_the_slow_rule_on_random_histories() => Property.Holds(TestCounts.Histories / HistoriesOfCase, random =>
    {
        var rule = new MovementRule(
            random.Next(3) == 0 ? ResidenceCriterion.Known[random.Next(4)] : ResidenceCriterion.TwelveOfSixteen,
            random.Next(4) == 0 ? random.Next(-1, 100_000) : 21_600,
            (GapRule)random.Next(3));
        var crossings = new List<Crossing>();
        var expected = new Dictionary<string, int>();
        for (var person = 1; person <= HistoriesOfCase; person++)
        {
            var country = (byte)random.Next(8);
            var history = RandomHistory(random, (ulong)person, country);
            crossings.AddRange(history);
            // The overstays of a criterion that looks back are its own statuses' matter and are not compared.
            foreach (var outcome in SlowRule.Of(history.Select(Reading), rule, Classified.From, Classified.To))
            {
                var line = $"{ReportingCountries.Specimen.All[country].Area},{new ObservationSpan(Classified.From, Classified.To).MonthName(outcome.Month)},{outcome.Direction},{outcome.Category}";
                expected[line] = expected.GetValueOrDefault(line) + 1;
            }
        }

        random.Shuffle(CollectionsMarshal.AsSpan(crossings));
        var found = Classified.Lines(Classified.Counts(crossings.ToArray(), workers: 1 + random.Next(2), rule: rule))
            .Where(line => !rule.Criterion.Backward || !line.Contains(CategoryCounts.Overstay, StringComparison.Ordinal));
        Assert.Equal(expected.Select(pair => $"{pair.Key},{pair.Value}").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Person_with_100000_crossings_in_any_order_is_classified()
    {
        var random = new Random(TestCounts.Seed);
        var crossings = Enumerable.Range(0, 100_000).Select(i => new Crossing
        {
            Person = 1, Time = (uint)(SyntheticCrossings.From + 86_400 + (i * 3_000L)), Direction = (byte)(i & 1), Resident = 0,
        }).ToArray();
        var inOrder = Classified.Lines(Classified.Counts(crossings));
        random.Shuffle(crossings);
        Assert.Equal(inOrder, Classified.Lines(Classified.Counts(crossings, workers: 2)));
    }

    [Fact]
    public void All_crossings_at_one_moment_are_one_entry_and_one_exit()
    {
        var crossings = Enumerable.Range(0, 50_000).Select(i => new Crossing { Person = 9, Time = 1_500_000_000, Direction = (byte)(i & 1) }).ToArray();
        Assert.Equal(2, Classified.Counts(crossings).Rows().Sum(row => row.Count));
    }

    [Fact]
    public void Crossings_outside_the_span_take_no_part()
    {
        Crossing At(long time) => new() { Person = 3, Time = (uint)time, Direction = 1 };
        // 06:00 UTC is midnight in Guatemala: the first and the last second of the observation, and those beside them.
        var start = SyntheticCrossings.From + (6 * 3600);
        var end = SyntheticCrossings.To + (6 * 3600);
        using var classification = new CrossingClassification(ReportingCountries.Specimen, new(Classified.From, Classified.To), MovementRule.M1, 1, 4);
        classification.Add(0, [At(start - 1), At(start), At(end - 1), At(end)]);
        Assert.Equal((2, 2), (classification.Outside, classification.Taken));
    }

    [Fact]
    public void Day_is_that_of_the_post_when_clocks_change()
    {
        var zone = PostClock.Find("America/Mexico_City") ?? throw new InvalidOperationException("The tz database is missing.");
        var countries = new ReportingCountries([("MEX", zone)], new Dictionary<ushort, PostClock> { [7] = PostClock.Find("America/Tijuana")! });
        // 05:30 UTC is 00:30 in Mexico City in summer time (until 2022) and 23:30 in winter and from 2023 on; Tijuana is an hour or two behind.
        string Month(DateTime utc, ushort post) => Classified.Counts(
            new[] { new Crossing { Person = 5, Time = (uint)new DateTimeOffset(utc, default).ToUnixTimeSeconds(), Direction = 1, Post = post } }, countries: countries).Rows().Single().Month;
        Assert.Equal("2022-08", Month(new(2022, 8, 1, 5, 30, 0), 0));
        Assert.Equal("2022-07", Month(new(2022, 8, 1, 5, 30, 0), 7));
        Assert.Equal("2022-01", Month(new(2022, 2, 1, 5, 30, 0), 0));
        Assert.Equal("2023-07", Month(new(2023, 8, 1, 5, 30, 0), 0));
    }

    [Fact]
    public void Bounds_of_missing_crossings_lie_on_both_sides_of_the_middle()
    {
        // Two entries 200 days apart, then an exit after 300 more: present 300 to 500 of the days, as the missing exit is put.
        Crossing[] crossings = [At(2016, 6, 1, 1), At(2016, 12, 18, 1), At(2017, 10, 14, 0)];
        string First(GapRule gap) => Classified.Counts(crossings, rule: MovementRule.M1 with { Gap = gap }).Rows().First(row => row.Month == "2016-06").Category;
        Assert.Equal(("OPEN", "LT"), (First(GapRule.Earliest), First(GapRule.Latest)));

        static Crossing At(int year, int month, int day, byte direction) =>
            new() { Person = 4, Time = (uint)new DateTimeOffset(year, month, day, 12, 0, 0, default).ToUnixTimeSeconds(), Direction = direction };
    }

    private const int HistoriesOfCase = 50;

    private static SlowRule.Reading Reading(Crossing crossing) => new(
        crossing.Time, crossing.Direction, crossing.Resident, ReportingCountries.Specimen.All[crossing.Country].Clock.Day(crossing.Time));

    private static List<Crossing> RandomHistory(Random random, ulong person, byte country)
    {
        var history = new List<Crossing>();
        var day = random.Next(3_640) + random.NextDouble();
        var direction = random.Next(2);
        for (var count = random.Next(1, 25); count > 0 && day < 3_652; count--)
        {
            history.Add(new()
            {
                Person = person, Country = country, Direction = (byte)direction, Resident = (byte)random.Next(2),
                Time = (uint)(SyntheticCrossings.From + (6 * 3600) + (long)(day * 86_400)),
            });
            if (random.Next(8) == 0)
                continue;
            direction = random.Next(10) == 0 ? direction : 1 - direction;
            day += random.Next(4) switch
            {
                0 => random.NextDouble() * 0.6,
                1 => random.NextDouble() * 40,
                2 => Edges[random.Next(Edges.Length)],
                _ => random.Next(500) + random.NextDouble(),
            };
        }

        return history;
    }
}
