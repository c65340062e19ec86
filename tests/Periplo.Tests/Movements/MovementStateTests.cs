using Periplo.Movements;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Movements;

public sealed class MovementStateTests
{
    private static readonly StateParameters Usual = StoredState.Parameters(MovementRule.M1);

    [Fact]
    public void State_does_not_depend_on_order_workers_or_memory()
    {
        var crossings = SyntheticCrossings.Make(400, TestCounts.Seed);
        var state = StoredState.Build(Usual, crossings, Classified.To);
        new Random(TestCounts.Seed).Shuffle(crossings);
        StoredState.Build(Usual, crossings, Classified.To, workers: 3).AssertSame(state);
    }

    [Fact]
    public void Cells_do_not_depend_on_the_number_of_partitions()
    {
        var crossings = SyntheticCrossings.Make(400, TestCounts.Seed);
        Assert.Equal(
            StoredState.Build(Usual, crossings, Classified.To).State.Cells().Ordered(),
            StoredState.Build(Usual, crossings, Classified.To, partitionBits: 11).State.Cells().Ordered());
    }

    [Fact]
    public void State_built_through_scratch_space_is_the_same()
    {
        var crossings = SyntheticCrossings.Make(2_000, TestCounts.Seed);
        using var build = new StateBuild(Usual, Classified.To, 1, 0L, 1, _ => Space());
        for (var at = 0; at < crossings.Length; at += 500)
            build.Add(0, crossings.AsSpan(at, Math.Min(500, crossings.Length - at)));
        Assert.Equal(StoredState.Build(Usual, crossings, Classified.To).State.Cells().Ordered(), build.Write((_, _) => { }, cancellation: TestContext.Current.CancellationToken).Ordered());
    }

    [Fact]
    public void Scan_with_several_workers_shows_each_person_once()
    {
        var crossings = SyntheticCrossings.Make(500, TestCounts.Seed);
        var state = StoredState.Build(Usual, crossings.AsSpan(0, 4_000), Classified.To).Append(crossings.AsSpan(4_000, 500), Classified.To);
        Assert.NotNull(state.Changes);
        var (persons, records) = (0, 0);
        state.State.Scan(3, (_, person) =>
        {
            Interlocked.Increment(ref persons);
            Interlocked.Add(ref records, person.Length);
        }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(4_500, records);
        Assert.Equal(crossings.Take(4_500).Select(crossing => crossing.Person).Distinct().Count(), persons);
    }

    [Fact]
    public void Other_parameters_are_refused_and_named()
    {
        var state = StoredState.Build(Usual, [], Classified.To);
        StateParameters[] others =
        [
            Usual with { From = Usual.From.AddDays(1) },
            Usual with { Rule = new(ResidenceCriterion.TwelveOfTwelve) },
            Usual with { Rule = MovementRule.M1 with { Gap = GapRule.Latest } },
            Usual with { Rule = MovementRule.M1 with { DuplicateSeconds = 0 } },
            Usual with { Settings = TableSettings.Default },
            Usual with { Countries = new([("GTM", PostClock.Fixed(-6))]) },
            Usual with { Countries = new(Usual.Countries.All, new Dictionary<ushort, PostClock> { [1] = PostClock.Fixed(0) }) },
        ];
        foreach (var other in others)
            Assert.Contains("otros parámetros", Assert.Throws<StatisticsException>(() => MovementState.Open(other, new StateImage(state.First))).Explanation.Es, StringComparison.Ordinal);
        // Clocks that never change need no tz database.
        MovementState.Open(Usual with { TimeZones = "2031b" }, new StateImage(state.First));
        var zones = Usual with { Countries = new([("MEX", PostClock.Find("America/Tijuana")!)]) };
        var zoned = StoredState.Build(zones, [], Classified.To);
        Assert.Throws<StatisticsException>(() => MovementState.Open(zones with { TimeZones = "2031b" }, new StateImage(zoned.First)));
    }

    [Fact]
    public void Segments_of_different_states_do_not_go_together()
    {
        var crossings = SyntheticCrossings.Make(300, TestCounts.Seed);
        var state = StoredState.Build(Usual, crossings.AsSpan(0, 3_000), Classified.To);
        var next = state.Append(crossings.AsSpan(3_000, 100), Classified.To);
        var other = StoredState.Build(Usual, crossings.AsSpan(0, 2_900), Classified.To);
        Assert.Throws<StatisticsException>(() => MovementState.Open(Usual, new StateImage(other.First), new StateImage(next.Changes!)));
        Assert.Throws<StatisticsException>(() => MovementState.Open(Usual, new StateImage(next.Changes!)));
    }

    [Fact]
    public void Damaged_segment_is_refused_and_never_gives_other_figures()
    {
        var crossings = SyntheticCrossings.Make(60, TestCounts.Seed);
        var state = StoredState.Build(Usual, crossings, Classified.To);
        var (cells, records) = (state.State.Cells().Ordered().ToList(), state.Records());
        Property.Holds(TestCounts.Mutations / 2, random =>
        {
            var bytes = Mutation.Of(state.First, random);
            try
            {
                var damaged = MovementState.Open(Usual, new StateImage(bytes));
                var seen = new List<(ulong, ulong, ulong, ulong)>();
                damaged.Scan(1, (_, person) =>
                {
                    foreach (ref readonly var record in person)
                        seen.Add((record.Key, record.Moment, record.Origin, record.Journey));
                });
                Assert.Equal(records, seen);
                Assert.Equal(cells, damaged.Cells().Ordered());
            }
            catch (StatisticsException refusal)
            {
                Assert.Contains("hacerlo de nuevo", refusal.Explanation.Es, StringComparison.Ordinal);
            }
        });
    }

    private static Scratch Space()
    {
        var stream = new MemoryStream();
        return new(
            (at, bytes) =>
            {
                stream.Position = at;
                stream.Write(bytes);
            },
            (at, bytes) =>
            {
                stream.Position = at;
                stream.ReadExactly(bytes);
            });
    }
}
