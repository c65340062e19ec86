using System.Runtime.InteropServices;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>
/// Makes the next state from one and new crossings, of any days since the start, and an end of observation that may be later.
/// Only histories with new crossings, and those that the later end decides, are judged again.
/// </summary>
public sealed class StateAppend : IDisposable
{
    // More changed records than a quarter of the first segment cost a later append more than writing all anew now.
    private const int MostChangedShare = 4;
    private const int MostCellsExpected = 1 << 18;
    private readonly MovementState state;
    private readonly ObservationSpan span;
    private readonly CrossingLane<DescribedCrossing>[] lanes;

    /// <summary>An append without crossings.</summary>
    /// <param name="state">The state so far.</param>
    /// <param name="end">End of observation, excluded; not before that of the state.</param>
    /// <param name="workers">Threads that will add, 1 or more.</param>
    /// <exception cref="StatisticsException">The end is before that of the state.</exception>
    public StateAppend(MovementState state, DateOnly end, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        if (end < state.End)
        {
            throw new StatisticsException(new Text(
                $"El estado guardado llega hasta el {state.End:yyyy-MM-dd} y no puede acortarse al {end:yyyy-MM-dd}: hay que hacerlo de nuevo a partir de los cruces.",
                $"The stored state reaches to {state.End:yyyy-MM-dd} and cannot be cut back to {end:yyyy-MM-dd}: it must be made anew from the crossings.",
                $"L’état conservé va jusqu’au {state.End:yyyy-MM-dd} et ne peut pas être raccourci au {end:yyyy-MM-dd} : il faut le refaire à partir des passages."));
        }

        (this.state, span) = (state, state.Parameters.Span(end));
        var days = new LocalDays(state.Parameters.Countries, span);
        lanes = [.. Enumerable.Range(0, workers).Select(_ => new CrossingLane<DescribedCrossing>(state.PartitionBits, days, span, long.MaxValue, null))];
    }

    /// <summary>Crossings whose local day lies outside the span observed; they are not in the state and must be given again when the end has passed them.</summary>
    public long Outside => lanes.Sum(lane => lane.Outside);

    /// <summary>Crossings taken.</summary>
    public long Taken => lanes.Sum(lane => lane.Taken);

    /// <summary>Histories that were judged again or are new; known after writing.</summary>
    public long Reopened { get; private set; }

    /// <summary>
    /// Whether a first segment is written, which replaces both, instead of a second, which replaces only the second: known once all
    /// crossings are added.
    /// </summary>
    public bool RewritesFirst => ((state.Changes?.Header.Records ?? 0) + Taken) * MostChangedShare > state.First.Header.Records;

    /// <summary>Takes a batch; one thread a worker.</summary>
    public void Add(int worker, ReadOnlySpan<Crossing> crossings) => lanes[worker].Add(crossings);

    /// <summary>Judges what is new or changed and writes a segment (see <see cref="RewritesFirst"/>).</summary>
    /// <param name="write">Writes bytes of the segment at a place; called by many threads at once.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops the work; what was written is then no state.</param>
    /// <exception cref="StatisticsException">The state is damaged.</exception>
    public void Write(ScratchWrite write, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var (whole, partitions, taken) = (RewritesFirst, 1 << state.PartitionBits, -1);
        var writer = new StateSegmentWriter(write, state.PartitionBits);
        var results = new CellCounts[lanes.Length];
        var reopened = new long[lanes.Length];
        void Work(int worker)
        {
            using var sort = new HistorySort<DescribedCrossing>();
            using var reopening = new HistoryReopening(state.Parameters.Rule, span, state.Parameters.Settings, results[worker] = new((int)Math.Min(Taken, MostCellsExpected)));
            var output = new PartitionOutput(whole);
            for (var partition = Interlocked.Increment(ref taken); partition < partitions; partition = Interlocked.Increment(ref taken))
            {
                cancellation.ThrowIfCancellationRequested();
                output.Clear();
                reopened[worker] += Update(new(state, partition, whole), sort.Sort(lanes, partition, state.PartitionBits), reopening, output);
                writer.Add(partition, output.Records, output.Histories);
                progress?.Report((double)partition / partitions);
            }
        }

        WorkerThreads.Run(lanes.Length, Work);
        foreach (var other in results.AsSpan(1))
            results[0].Add(other);
        state.Changes?.AddCells(results[0]);
        if (whole)
            state.First.AddCells(results[0]);
        Reopened = reopened.Sum();
        writer.Finish(span.EndDay, whole ? 0 : state.First.Header.Sum, results[0], state.Parameters.Describe());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lane in lanes)
            lane.Dispose();
    }

    private long Update(PartitionHistories histories, ReadOnlySpan<DescribedCrossing> fresh, HistoryReopening reopening, PartitionOutput output)
    {
        var (reopened, end) = (0L, (uint)span.EndDay);
        for (var at = 0; ;)
        {
            var freshKey = at < fresh.Length ? fresh[at].Key : ulong.MaxValue;
            if (!output.Whole)
                histories.Skip(freshKey, end);
            var key = Math.Min(freshKey, histories.Next);
            // No history has this key: its last byte would be country 255.
            if (key == ulong.MaxValue)
                return reopened;
            var (from, kept, due) = (at, 0, (uint)History.Never);
            var old = default(SplitRecords);
            if (histories.Next == key)
                old = histories.Take(out kept, out due);
            while (at < fresh.Length && fresh[at].Key == key)
                at++;
            // The others stay as they are: nothing in them waits for the end before the day noted.
            if (at == from && due > end)
            {
                output.Add(key, old, kept, old.Count, [], due);
                continue;
            }

            reopening.Reopen(old, fresh[from..at]);
            output.Add(key, old, kept, reopening.From, reopening.Records, (uint)reopening.Due);
            reopened++;
        }
    }

    /// <summary>What a partition of the segment to be written will hold.</summary>
    private sealed class PartitionOutput(bool whole)
    {
        private readonly List<DescribedCrossing> records = [];
        private readonly List<StateHistory> histories = [];

        /// <summary>True when histories are written with all their records.</summary>
        public bool Whole { get; } = whole;

        public ReadOnlySpan<DescribedCrossing> Records => CollectionsMarshal.AsSpan(records);

        public ReadOnlySpan<StateHistory> Histories => CollectionsMarshal.AsSpan(histories);

        public void Clear()
        {
            records.Clear();
            histories.Clear();
        }

        /// <summary>Adds a history.</summary>
        /// <param name="key">Its key.</param>
        /// <param name="old">Its records so far.</param>
        /// <param name="kept">How many of them lie in the first segment.</param>
        /// <param name="from">How many of them stay as they are.</param>
        /// <param name="changed">The records that follow these.</param>
        /// <param name="due">When it is due.</param>
        public void Add(ulong key, in SplitRecords old, int kept, int from, ReadOnlySpan<DescribedCrossing> changed, uint due)
        {
            var (start, first) = (Whole ? 0 : Math.Min(kept, from), records.Count);
            old.AddTo(records, start, from);
            records.AddRange(changed);
            histories.Add(new(key, (uint)first, (uint)(records.Count - first), (uint)start, due));
        }
    }
}
