using Periplo.Movements;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class StateAppendTests
{
    private const int SecondsOfDay = 86_400;

    // Clocks that change twice a year, and two posts of other zones: days of one history may have to be moved.
    private static readonly ReportingCountries Zones = new(
        ReportingCountries.Specimen.All.Select((country, at) => (country.Area, at < 3 ? PostClock.Find("America/New_York")! : country.Clock)),
        new Dictionary<ushort, PostClock> { [2] = PostClock.Fixed(9), [5] = PostClock.Fixed(-10), [130] = PostClock.Fixed(12) });

    // V + T below W: a migration told early may be taken back.
    private static readonly ResidenceCriterion Loose = new("loose", 200, 400, 50);

    [Fact]
    public void Specimen_in_random_splits_gives_what_one_run_gives()
    {
        var specimen = Classified.Specimen();
        Property.HoldsOnAllCores(TestCounts.SpecimenSplits, random =>
        {
            var state = AppendInSplits(specimen, StoredState.Parameters(RandomRule(random, random.Next(3) > 0)), random, out var batch);
            state.AssertSame(batch);
            AssertCategories(specimen, state);
        });
    }

    [Fact]
    public void Specimen_appended_gives_its_expected_counts()
    {
        var specimen = Classified.Specimen();
        var state = AppendInSplits(specimen, StoredState.Parameters(MovementRule.M1), new Random(TestCounts.Seed), out _);
        AssertCategories(specimen, state);
    }

    [Fact]
    public void Invented_crossings_in_random_splits_give_what_one_run_gives() => Property.HoldsOnAllCores(TestCounts.SyntheticSplits, random =>
    {
        var crossings = SyntheticCrossings.Make(random.Next(1, 120), random.Next());
        var countries = random.Next(3) == 0 ? Zones : null;
        AppendInSplits(crossings, StoredState.Parameters(RandomRule(random, false), countries), random, out var batch).AssertSame(batch);
    });

    [Fact]
    public void Every_append_gives_what_a_run_until_its_end_gives() => Property.Holds(TestCounts.SyntheticSplits / 5, random =>
    {
        var crossings = SyntheticCrossings.Make(random.Next(50, 200), random.Next());
        var parameters = StoredState.Parameters(RandomRule(random, false), random.Next(4) == 0 ? Zones : null);
        // As they are received: month by month or so, some of them late.
        var end = Classified.From.AddDays(random.Next(400, 3_000));
        var received = crossings.TakeWhile(crossing => Day(crossing.Time) < end).ToList();
        var state = StoredState.Build(parameters, received.ToArray(), end);
        for (var times = random.Next(2, 7); times > 0; times--)
        {
            end = end.AddDays(random.Next(0, 70));
            var (from, before) = (received.Count, received.Count);
            while (from < crossings.Length && Day(crossings[from].Time) < end)
                received.Add(crossings[from++]);
            // What lay behind the end before is given again.
            var again = received.Take(before).Where(crossing => Day(crossing.Time) >= state.State.End.AddDays(-2)).ToList();
            again.RemoveAll(crossing => LocalDay(crossing, parameters.Countries) < state.State.End);
            state = state.Append([.. again, .. received.Skip(before)], end, random.Next(1, 3));
            state.AssertSame(StoredState.Build(parameters, received.ToArray(), end));
        }
    });

    [Fact]
    public void Only_the_end_moves_day_by_day_and_gives_what_one_run_gives()
    {
        var crossings = SyntheticCrossings.Make(150, TestCounts.Seed);
        foreach (var criterion in ResidenceCriterion.Known.Append(Loose))
        {
            var parameters = StoredState.Parameters(new(criterion));
            var end = new DateOnly(2024, 12, 28);
            var early = crossings.Where(crossing => LocalDay(crossing, parameters.Countries) < end).ToArray();
            var state = StoredState.Build(parameters, early, end);
            for (var random = new Random(TestCounts.Seed); end < new DateOnly(2026, 9, 1);)
            {
                end = end.AddDays(random.Next(1, 60));
                state = state.Append([], end);
                state.AssertSame(StoredState.Build(parameters, early, end));
            }
        }
    }

    [Fact]
    public void Nothing_appended_changes_nothing_and_judges_nothing()
    {
        var state = StoredState.Build(StoredState.Parameters(MovementRule.M1), SyntheticCrossings.Make(300, TestCounts.Seed), Classified.To);
        var same = state.Append([], Classified.To);
        same.AssertSame(state);
        Assert.Equal(0, same.Reopened);
    }

    [Fact]
    public void Append_to_an_empty_state_gives_what_one_run_gives()
    {
        var (parameters, crossings) = (StoredState.Parameters(MovementRule.M1), SyntheticCrossings.Make(100, TestCounts.Seed));
        StoredState.Build(parameters, [], Classified.From.AddDays(1)).Append(crossings, Classified.To).AssertSame(StoredState.Build(parameters, crossings, Classified.To));
    }

    [Fact]
    public void Late_crossings_alone_reopen_their_histories_alone()
    {
        var crossings = SyntheticCrossings.Make(400, TestCounts.Seed);
        var late = crossings.Where((_, at) => at % 53 == 0).ToArray();
        var parameters = StoredState.Parameters(MovementRule.M1);
        var state = StoredState.Build(parameters, crossings.Where((_, at) => at % 53 != 0).ToArray(), Classified.To).Append(late, Classified.To);
        state.AssertSame(StoredState.Build(parameters, crossings, Classified.To));
        Assert.Equal(late.Select(one => (one.Person, one.Country)).Distinct().Count(), state.Reopened);
        Assert.NotNull(state.Changes);
    }

    [Fact]
    public void Whole_history_is_not_judged_again_for_a_crossing_at_its_end()
    {
        // A commuter of ten years: 20,000 crossings of one key, then one more day.
        var commuter = Enumerable.Range(0, 20_000).Select(at => Crossing(SyntheticCrossings.From + ((at / 2) * 30_000L) + (at % 2 * 9_000), at % 2 == 0)).ToArray();
        var parameters = StoredState.Parameters(MovementRule.M1);
        var end = Classified.To;
        var state = StoredState.Build(parameters, commuter.AsSpan(0, 19_000), end).Append(commuter.AsSpan(19_000), end);
        state.AssertSame(StoredState.Build(parameters, commuter, end));
        Assert.InRange(state.Changes!.Length, 1_000 * 32, 2_500 * 32);
    }

    [Fact]
    public void Crossings_of_one_key_in_any_order_give_what_one_run_gives() => Property.Holds(3, random =>
    {
        var crossings = Enumerable.Range(0, 20_000).Select(_ => Crossing(SyntheticCrossings.From + random.Next(3_600 * SecondsOfDay), random.Next(2) == 0)).ToArray();
        AppendInSplits(crossings, StoredState.Parameters(RandomRule(random, false)), random, out var batch).AssertSame(batch);
    });

    [Fact]
    public void Crossings_of_one_moment_give_what_one_run_gives() => Property.Holds(5, random =>
    {
        var crossings = Enumerable.Range(0, 500).Select(_ => Crossing(SyntheticCrossings.From + 100_000_000, random.Next(2) == 0) with
        {
            Person = (ulong)random.Next(1, 4),
            Sex = (byte)random.Next(3),
            Resident = (byte)random.Next(2),
            Late = (byte)random.Next(2),
        }).ToArray();
        AppendInSplits(crossings, StoredState.Parameters(RandomRule(random, false)), random, out var batch).AssertSame(batch);
    });

    [Fact]
    public void An_earlier_end_is_refused()
    {
        var state = StoredState.Build(StoredState.Parameters(MovementRule.M1), [], Classified.To);
        var refusal = Assert.Throws<StatisticsException>(() => new StateAppend(state.State, Classified.To.AddDays(-1), 1));
        Assert.Contains("2024-12-31", refusal.Explanation.Es, StringComparison.Ordinal);
    }

    /// <summary>Cuts crossings anyhow, appends the pieces with ends that advance; what lies behind an end comes again later.</summary>
    private static StoredState AppendInSplits(Crossing[] crossings, StateParameters parameters, Random random, out StoredState batch)
    {
        var (order, bits, workers) = (crossings.ToArray(), random.Next(8, 12), random.Next(1, 4));
        // Sometimes as received, sometimes in no order at all.
        if (random.Next(2) == 0)
            random.Shuffle(order);
        var pieces = random.Next(1, 6);
        var cuts = Enumerable.Range(0, pieces).Select(_ => random.Next(order.Length + 1)).Append(order.Length).Order().ToList();
        var ends = Enumerable.Range(0, pieces).Select(_ => Classified.From.AddDays(random.Next(1, 3_653))).Append(Classified.To).Order().ToList();
        if (random.Next(3) == 0)
            ends = ends.ConvertAll(_ => Classified.To);
        StoredState? state = null;
        var (from, waiting) = (0, new List<Crossing>());
        for (var piece = 0; piece < cuts.Count; piece++)
        {
            waiting.AddRange(order.AsSpan(from, cuts[piece] - from));
            from = cuts[piece];
            var now = waiting.Where(crossing => LocalDay(crossing, parameters.Countries) < ends[piece]).ToArray();
            waiting.RemoveAll(crossing => LocalDay(crossing, parameters.Countries) < ends[piece]);
            state = state is null ? StoredState.Build(parameters, now, ends[piece], workers, bits) : state.Append(now, ends[piece], workers);
        }

        batch = StoredState.Build(parameters, crossings, Classified.To, partitionBits: bits);
        return state!;
    }

    private static void AssertCategories(Crossing[] crossings, StoredState state)
    {
        var names = Enum.GetNames<Category>().Append(CategoryCounts.Overstay).ToArray();
        var span = state.State.Parameters.Span(state.State.End);
        var lines = state.State.Cells().Ordered()
            .Where(pair => pair.Cell is { Breakdown: Breakdown.Purpose, Measure: <= MovementMeasure.Over90In180 })
            .GroupBy(pair => (pair.Cell.Country, pair.Cell.Month, pair.Cell.IsEntry, pair.Cell.Measure), (cell, pairs) =>
                $"{ReportingCountries.Specimen.All[cell.Country].Area},{span.MonthName(cell.Month)},{(cell.IsEntry ? 'E' : 'X')},{names[(int)cell.Measure]},{pairs.Sum(pair => pair.Count)}");
        Assert.Equal(Classified.Lines(Classified.Counts(crossings, rule: state.State.Parameters.Rule)).Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    private static MovementRule RandomRule(Random random, bool usual)
    {
        if (usual)
            return MovementRule.M1;
        var criteria = ResidenceCriterion.Known.Append(Loose).ToArray();
        return new(criteria[random.Next(criteria.Length)], random.Next(4) == 0 ? random.Next(-1, 100_000) : 21_600, (GapRule)random.Next(3));
    }

    private static DateOnly Day(long time) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(time).DateTime);

    private static DateOnly LocalDay(in Crossing crossing, ReportingCountries countries)
    {
        var clock = countries.Posts.TryGetValue(crossing.Post, out var own) ? own : countries.All[crossing.Country].Clock;
        return new DateOnly(1970, 1, 1).AddDays(clock.Day(crossing.Time));
    }

    private static Crossing Crossing(long time, bool entry) =>
        new() { Person = 12_345, Time = (uint)time, Post = 3, Citizenship = 320, Birthplace = 320, Birth = 20_000, Direction = (byte)(entry ? 1 : 0), Sex = 1, Purpose = 2, Mode = 2 };
}
