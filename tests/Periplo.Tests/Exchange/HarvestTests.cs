using System.Text;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sources.Messages;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Exchange;

/// <summary>Remotes collected again and again, each by itself.</summary>
public sealed class HarvestTests : IDisposable
{
    private const string Path = "/sdmx/v1/data/PERIPLO,DF_MIG_STOCK,1.0/all";

    private readonly TestClock clock = new(new(2026, 11, 29, 6, 0, 0, TimeSpan.Zero));
    private readonly ImportPlace place;
    private byte[] message = Message(10);
    private string tag = "\"one\"";

    public HarvestTests() => place = new(clock, new RemoteLimits { Answer = TimeSpan.FromSeconds(5), MostRetryAfter = TimeSpan.Zero, Later = [] });

    public void Dispose() => place.Dispose();

    [Fact]
    public void Remote_is_asked_when_it_is_due_and_told_what_is_held()
    {
        using var stub = Office();
        var list = List($"  - {{ id: a, data: \"{stub.Origin}{Path}\", source: A, area: GTM, every: day }}");
        var first = Assert.Single(Harvest(list));
        Assert.Equal((RemoteOutcome.Taken, "STOCK", "A.2026-11-28", "2021", "GTM"), (first.State!.Outcome, first.State.Dataset, first.State.Revision, first.State.LastPeriod, first.State.Area));
        clock.Forward(TimeSpan.FromHours(17));
        Assert.False(Assert.Single(Harvest(list)).WasAsked);
        clock.Forward(TimeSpan.FromHours(2));
        var second = Assert.Single(Harvest(list));
        // It has not changed, which it says in a word.
        Assert.Equal((true, RemoteOutcome.Unchanged, null), (second.WasAsked, second.State!.Outcome, second.Kept));
        Assert.Equal(clock.GetUtcNow(), second.State.AnsweredAt);
        Assert.Equal(2, stub.Asked.Count(path => path == Path));
        Assert.Equal("A.2026-11-28", second.State.Revision);
        Assert.Equal(second.State, Assert.Single(place.Store.Remotes()));
    }

    [Fact]
    public void Changed_remote_is_another_release_and_what_it_dropped_is_gone()
    {
        using var stub = Office();
        var list = List($"  - {{ id: a, data: \"{stub.Origin}{Path}\", source: A }}");
        Harvest(list);
        (message, tag) = (ImportPlace.Message(Sample.Stock(Sample.Stock("GTM", "HND", 2021, 12)), DataFormat.StructureSpecificXml), "\"two\"");
        var kept = Assert.Single(Assert.Single(Harvest(list, all: true)).Kept!.Kept);
        Assert.Equal((0, 1, 1, "A.2026-11-28-02"), (kept.Added, kept.Changed, kept.Removed, kept.Part.Revision.Id));
        // The same figures under another tag are nothing new.
        tag = "\"three\"";
        Assert.Equal(RemoteOutcome.Unchanged, Assert.Single(Harvest(list, all: true)).State!.Outcome);
        Assert.Equal(2, place.Store.Parts().Count);
    }

    [Fact]
    public void Remotes_that_are_down_late_or_wrong_are_named_and_the_others_go_on()
    {
        using var good = Office();
        using var slow = new HttpStub(_ => new("200 OK", message) { Wait = TimeSpan.FromMinutes(5) });
        using var busy = new HttpStub(_ => new("503 Service Unavailable", [], "Retry-After: 60"));
        using var wrong = new HttpStub(_ => StubAnswer.Ok("<html>moved</html>"));
        using var failing = new HttpStub(_ => new("500 Internal Server Error", []));
        string gone;
        using (var closed = new HttpStub(_ => StubAnswer.Ok("")))
            gone = closed.Origin;
        var list = List(
            $"  - {{ id: gone, data: \"{gone}{Path}\", source: GONE, name: {{ es: Ida, en: Gone, fr: Partie }} }}",
            $"  - {{ id: slow, data: \"{slow.Origin}{Path}\", source: SLOW }}",
            $"  - {{ id: busy, data: \"{busy.Origin}{Path}\", source: BUSY }}",
            $"  - {{ id: wrong, data: \"{wrong.Origin}{Path}\", source: WRONG }}",
            $"  - {{ id: failing, data: \"{failing.Origin}{Path}\", source: FAILING }}",
            $"  - {{ id: behind, data: \"{good.Origin}{Path}\", source: BEHIND, within: 90 }}",
            $"  - {{ id: good, data: \"{good.Origin}{Path}\", source: GOOD }}");
        var done = Harvest(list);
        Assert.Equal(
            [
                ("gone", RemoteOutcome.Down), ("slow", RemoteOutcome.Late), ("busy", RemoteOutcome.Late), ("wrong", RemoteOutcome.Wrong), ("failing", RemoteOutcome.Down), ("behind", RemoteOutcome.Late), ("good", RemoteOutcome.Taken),
            ],
            done.Select(one => (one.Remote.Id, one.State!.Outcome)));
        Assert.All(done.Take(6), one => Assert.Equal(3, new HashSet<string> { one.State!.Reason!.Es, one.State.Reason.En, one.State.Reason.Fr }.Count));
        Assert.Equal(["BEHIND", "GOOD"], place.Store.Parts().Select(part => part.Revision.Source));
        Assert.Contains("end with 2021", done[5].State!.Reason!.En, StringComparison.Ordinal);
        Assert.Equal(7, place.Store.Remotes().Count);
        // Who failed is asked again the next time, due or not.
        Assert.Equal([true, true, true, true, true, true, false], Harvest(list).Select(one => one.WasAsked));
    }

    [Fact]
    public void Remote_that_fails_keeps_what_it_gave()
    {
        var isUp = true;
        using var stub = new HttpStub(path => !isUp ? new("500 Internal Server Error", []) : path == Path ? new("200 OK", message) : new("404 Not Found", []));
        var list = List($"  - {{ id: a, data: \"{stub.Origin}{Path}\", source: A }}");
        var good = Assert.Single(Harvest(list)).State!;
        isUp = false;
        clock.Forward(TimeSpan.FromDays(1));
        var bad = Assert.Single(Harvest(list)).State!;
        Assert.Equal((RemoteOutcome.Down, good.AnsweredAt, good.Revision, good.LastPeriod), (bad.Outcome, bad.AnsweredAt, bad.Revision, bad.LastPeriod));
        Assert.Single(place.Store.Parts());
    }

    [Fact]
    public void Remote_read_otherwise_is_asked_anew()
    {
        Assert.Equal(["{ id: a, data: x, source: A }", "id: b\n    data: y\n    source: B"], List("  - { id: a, data: x, source: A }", "  - id: b\n    data: y\n    source: B\n").Select(one => one.Declaration));
        using var stub = Office();
        Harvest(List($"  - {{ id: a, data: \"{stub.Origin}{Path}\", source: A, licence: one }}"));
        var again = Assert.Single(Harvest(List($"  - {{ id: a, data: \"{stub.Origin}{Path}\", source: B, licence: one }}")));
        Assert.Equal((true, "B.2026-11-28"), (again.WasAsked, again.State!.Revision));
    }

    [Fact]
    public void File_may_stand_for_a_remote_and_a_mapping_beside_the_list_for_several()
    {
        place.Write("m.csv", ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10"));
        place.Write("office.yaml", ForeignFlow.Mapping);
        var list = List("  - { id: a, data: m.csv, mapping: office.yaml, source: OTHER, structure: none.xml }");
        var state = Assert.Single(Harvest(list)).State!;
        Assert.Equal(RemoteOutcome.Wrong, state.Outcome);
        Assert.Contains("none.xml", state.Reason!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Whether_it_is_due_is_told_by_the_calendar()
    {
        var answered = new DateTimeOffset(2026, 11, 29, 23, 50, 0, TimeSpan.Zero);
        bool Due(RemoteInterval every, TimeSpan later) => new Remote("a", Periplo.Languages.Text.Same("a"), "x", every, new(), "").IsDue(answered, answered + later);
        Assert.False(Due(RemoteInterval.Hour, TimeSpan.FromMinutes(9)));
        Assert.True(Due(RemoteInterval.Hour, TimeSpan.FromMinutes(10)));
        Assert.True(Due(RemoteInterval.Day, TimeSpan.FromMinutes(10)));
        Assert.False(Due(RemoteInterval.Week, TimeSpan.FromDays(6)));
        Assert.True(Due(RemoteInterval.Week, TimeSpan.FromDays(7)));
        Assert.False(Due(RemoteInterval.Month, TimeSpan.FromDays(1)));
        Assert.True(Due(RemoteInterval.Month, TimeSpan.FromDays(1.01)));
        Assert.True(Due(RemoteInterval.Month, TimeSpan.FromDays(-1)));
    }

    [Theory]
    [InlineData("remote:\n", 1, 1)]
    [InlineData("remotes: 5\n", 1, 10)]
    [InlineData("remotes:\n  - { id: a b, data: x, source: A }\n", 2, 11)]
    [InlineData("remotes:\n  - { id: a, source: A }\n", 2, 5)]
    [InlineData("remotes:\n  - { id: a, data: x }\n", 2, 5)]
    [InlineData("remotes:\n  - { id: a, data: x, source: A, every: year }\n", 2, 41)]
    [InlineData("remotes:\n  - { id: a, data: x, source: A, area: NOWHERE }\n", 2, 40)]
    [InlineData("remotes:\n  - { id: a, data: x, source: A, whence: x }\n", 2, 34)]
    [InlineData("remotes:\n  - { id: a, data: x, source: A }\n  - { id: a, data: y, source: B }\n", 3, 5)]
    public void Wrong_list_is_named_by_line_and_column(string text, int line, int column)
    {
        var refused = Assert.Throws<InputException>(() => place.Installation.RemotesOf(place.Write("list.yaml", text)));
        Assert.Equal($"line {line}, column {column}", refused.Place?.En);
        Assert.Equal("list.yaml", refused.File);
    }

    [Fact]
    public void Without_a_list_it_is_said_where_to_put_one() =>
        Assert.Contains("harvest.yaml", Assert.Throws<InputException>(() => place.Installation.RemotesOf(null)).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Damaged_list_is_read_or_refused_and_nothing_else()
    {
        var original = Encoding.UTF8.GetBytes("remotes:\n  - id: a\n    data: http://x.org/y\n    source: A\n    every: week\n    dataset: STOCK\n    codes:\n      REF_AREA: { EL: GRC }\n");
        Property.HoldsOnAllCores(TestCounts.Mutations, random =>
        {
            try
            {
                RemoteListReader.Read("list.yaml", Encoding.UTF8.GetString(Mutation.Of(original, random)), _ => "", Sample.Definitions, BundledData.Areas);
            }
            catch (InputException refused)
            {
                Assert.NotEmpty(refused.Reason.Es);
            }
        });
    }

    private static byte[] Message(double value) =>
        ImportPlace.Message(Sample.Stock(Sample.Stock("GTM", "HND", 2021, value), Sample.Stock("GTM", "SLV", 2021, 20)), DataFormat.StructureSpecificXml);

    private HttpStub Office() => new((path, head) => path != Path ? new("404 Not Found", [])
        : head.Contains($"If-None-Match: {tag}", StringComparison.OrdinalIgnoreCase) ? new("304 Not Modified", [], $"ETag: {tag}") : new("200 OK", message, $"ETag: {tag}"));

    private IReadOnlyList<Remote> List(params string[] remotes) => place.Installation.RemotesOf(place.Write("list.yaml", $"remotes:\n{string.Join('\n', remotes)}\n"));

    private IReadOnlyList<Harvested> Harvest(IReadOnlyList<Remote> list, bool all = false) => place.Installation.Harvest(list, all, null, CancellationToken.None);

    /// <summary>A clock that a test sets; its stopwatch is always later.</summary>
    private sealed class TestClock(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset now = now;
        private long ticks;

        public void Forward(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => Interlocked.Increment(ref ticks);
    }
}
