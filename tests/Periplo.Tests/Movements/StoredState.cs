using Periplo.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>A state whose segments lie in memory, with what tests ask of it.</summary>
internal sealed class StoredState
{
    private readonly StateParameters parameters;

    private StoredState(StateParameters parameters, byte[] first, byte[]? changes)
    {
        (this.parameters, First, Changes) = (parameters, first, changes);
        State = MovementState.Open(parameters, new StateImage(first), changes is null ? null : new StateImage(changes));
    }

    public byte[] First { get; }

    public byte[]? Changes { get; }

    public MovementState State { get; }

    /// <summary>Histories judged by the append that made it.</summary>
    public long Reopened { get; private init; }

    /// <summary>Parameters of most tests: with purposes that count, and few same-day crossings that make a border worker.</summary>
    public static StateParameters Parameters(MovementRule rule, ReportingCountries? countries = null, TableSettings? settings = null) =>
        new(countries ?? ReportingCountries.Specimen, Classified.From, rule, settings ?? new(new HashSet<byte> { 2, 5 }, new HashSet<byte> { 7 }, 3), "2026a");

    public static StoredState Build(StateParameters parameters, ReadOnlySpan<Crossing> crossings, DateOnly end, int workers = 1, int partitionBits = 8)
    {
        using var build = new StateBuild(parameters, end, workers, partitionBits);
        Deal(workers, crossings, build.Add);
        var segment = new MemorySegment();
        var cells = build.Write(segment.Write);
        var state = new StoredState(parameters, segment.Bytes(), null);
        AssertEqual(cells.Ordered(), state.State.Cells().Ordered());
        Assert.Equal(crossings.Length, build.Taken + build.Outside);
        return state;
    }

    public StoredState Append(ReadOnlySpan<Crossing> crossings, DateOnly end, int workers = 1)
    {
        using var append = new StateAppend(State, end, workers);
        Deal(workers, crossings, append.Add);
        var segment = new MemorySegment();
        append.Write(segment.Write);
        return append.RewritesFirst
            ? new(parameters, segment.Bytes(), null) { Reopened = append.Reopened }
            : new(parameters, First, segment.Bytes()) { Reopened = append.Reopened };
    }

    /// <summary>Every record with what it turned out to be, person after person.</summary>
    public List<(ulong Key, ulong Moment, ulong Origin, ulong Journey)> Records()
    {
        var records = new List<(ulong, ulong, ulong, ulong)>();
        State.Scan(1, (_, person) =>
        {
            foreach (ref readonly var record in person)
            {
                Assert.Equal(person[0].Key >> 8, record.Key >> 8);
                records.Add((record.Key, record.Moment, record.Origin, record.Journey));
            }
        });
        return records;
    }

    /// <summary>Fails unless it is what a build from all crossings gives: cells, records and what they turned out to be, and when histories are due.</summary>
    public void AssertSame(StoredState batch)
    {
        Assert.Equal(batch.State.End, State.End);
        AssertEqual(batch.State.Cells().Ordered(), State.Cells().Ordered());
        AssertEqual(batch.Records(), Records());
        // Of a criterion that looks back the day is the earliest possible, which comes closer as the end moves.
        var backward = parameters.Rule.Criterion.Backward;
        AssertEqual(batch.Dues().ConvertAll(due => due with { Due = 0 }), Dues().ConvertAll(due => due with { Due = 0 }));
        Assert.All(batch.Dues().Zip(Dues()).Where(pair => pair.First.Due != pair.Second.Due), pair =>
        {
            Assert.True(backward, $"{pair}");
            Assert.InRange(pair.Second.Due, (uint)State.EndDay + 1, pair.First.Due);
        });
    }

    // Hundreds of thousands are compared fast; only where they differ is it told how.
    private static void AssertEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual)
    {
        if (!expected.SequenceEqual(actual))
            Assert.Equal(expected, actual);
    }

    private List<HistoryDue> Dues()
    {
        var dues = new List<HistoryDue>();
        for (var partition = 0; partition < 1 << State.PartitionBits; partition++)
        {
            var histories = new PartitionHistories(State, partition, check: true);
            while (histories.Next != ulong.MaxValue)
            {
                var key = histories.Next;
                var records = histories.Take(out _, out var due);
                dues.Add(new(partition, key, records.Count, due));
            }
        }

        return dues;
    }

    private static void Deal(int workers, ReadOnlySpan<Crossing> crossings, Adding add)
    {
        for (var (at, worker) = (0, 0); at < crossings.Length; worker = (worker + 1) % workers)
        {
            var batch = Math.Min(crossings.Length - at, 97);
            add(worker, crossings.Slice(at, batch));
            at += batch;
        }
    }

    private sealed record HistoryDue(int Partition, ulong Key, int Records, uint Due);

    private delegate void Adding(int worker, ReadOnlySpan<Crossing> crossings);
}

/// <summary>Bytes written at any place, by several threads.</summary>
internal sealed class MemorySegment
{
    private readonly Lock gate = new();
    private byte[] bytes = new byte[1 << 16];
    private int length;

    public void Write(long at, ReadOnlySpan<byte> written)
    {
        lock (gate)
        {
            length = Math.Max(length, (int)at + written.Length);
            if (length > bytes.Length)
                Array.Resize(ref bytes, length * 2);
            written.CopyTo(bytes.AsSpan((int)at));
        }
    }

    public byte[] Bytes() => bytes[..length];
}
