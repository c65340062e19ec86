using System.Runtime.CompilerServices;

namespace Periplo.Movements;

/// <summary>Records of a history that lie in two pieces.</summary>
internal readonly ref struct SplitRecords(ReadOnlySpan<DescribedCrossing> head, ReadOnlySpan<DescribedCrossing> tail)
{
    private readonly ReadOnlySpan<DescribedCrossing> head = head;
    private readonly ReadOnlySpan<DescribedCrossing> tail = tail;

    /// <summary>How many there are.</summary>
    public int Count => head.Length + tail.Length;

    /// <summary>A record.</summary>
    public ref readonly DescribedCrossing this[int at]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref at < head.Length ? ref head[at] : ref tail[at - head.Length];
    }

    /// <summary>Copies records from one up to another, excluded, behind those of a list.</summary>
    public void AddTo(List<DescribedCrossing> list, int from, int to)
    {
        if (from < head.Length)
            list.AddRange(head[from..Math.Min(to, head.Length)]);
        if (to > head.Length)
            list.AddRange(tail[(Math.Max(from, head.Length) - head.Length)..(to - head.Length)]);
    }
}

/// <summary>The histories of a partition of a state in the order of their keys, each put together from both segments.</summary>
internal ref struct PartitionHistories
{
    private const int CountryBits = 8;
    private readonly ReadOnlySpan<DescribedCrossing> records;
    private readonly ReadOnlySpan<DescribedCrossing> changedRecords;
    private readonly ReadOnlySpan<StateHistory> histories;
    private readonly ReadOnlySpan<StateHistory> changed;
    private int at;
    private int changedAt;

    public PartitionHistories(MovementState state, int partition, bool check)
    {
        records = state.First.Records(partition, check);
        histories = state.First.Histories(partition);
        if (state.Changes is { } changes)
        {
            changedRecords = changes.Records(partition, check: true);
            changed = changes.Histories(partition);
        }

        NextChanged = changed.IsEmpty ? ulong.MaxValue : changed[0].Key;
    }

    /// <summary>Key of the history to come; the greatest possible, which none has, behind the last.</summary>
    public readonly ulong Next => Math.Min(at < histories.Length ? histories[at].Key : ulong.MaxValue, NextChanged);

    /// <summary>Key of the next history that appends have changed.</summary>
    public ulong NextChanged { get; private set; }

    /// <summary>The history to come in the first segment alone passes when its key is below one and it is not due.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Skip(ulong key, uint end)
    {
        key = Math.Min(key, NextChanged);
        while (at < histories.Length && histories[at].Key < key && histories[at].Due > end)
            at++;
    }

    /// <summary>Moves on.</summary>
    /// <param name="kept">How many of its records lie in the first segment.</param>
    /// <param name="due">When it is due.</param>
    public SplitRecords Take(out int kept, out uint due)
    {
        var key = Next;
        ReadOnlySpan<DescribedCrossing> head = [], tail = [];
        (kept, due) = (0, History.Never);
        if (at < histories.Length && histories[at].Key == key)
        {
            ref readonly var own = ref histories[at++];
            head = records.Slice((int)own.First, (int)own.Count);
            (kept, due) = (head.Length, own.Due);
        }

        if (NextChanged == key)
        {
            ref readonly var own = ref changed[changedAt++];
            head = head[..(int)own.Kept];
            tail = changedRecords.Slice((int)own.First, (int)own.Count);
            (kept, due) = (head.Length, own.Due);
            NextChanged = changedAt < changed.Length ? changed[changedAt].Key : ulong.MaxValue;
        }

        return new(head, tail);
    }

    /// <summary>Moves to the next person.</summary>
    /// <param name="person">Filled with the records where they lie in pieces.</param>
    /// <param name="whole">All records where they lie in one piece.</param>
    public bool MoveToPerson(List<DescribedCrossing> person, out ReadOnlySpan<DescribedCrossing> whole)
    {
        whole = [];
        person.Clear();
        var next = Next;
        if (next == ulong.MaxValue)
            return false;
        if (NextChanged >> CountryBits != next >> CountryBits)
        {
            var (from, first) = (at, (int)histories[at].First);
            for (; at < histories.Length && histories[at].Key >> CountryBits == next >> CountryBits; at++)
                from = at;
            whole = records[first..(int)(histories[from].First + histories[from].Count)];
            return true;
        }

        while (Next >> CountryBits == next >> CountryBits && Next != ulong.MaxValue)
        {
            var own = Take(out _, out _);
            own.AddTo(person, 0, own.Count);
        }

        return true;
    }
}
