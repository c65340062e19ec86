using System.Runtime.CompilerServices;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>
/// Makes a state from all crossings: takes them in batches from several workers, then writes them person after person with
/// what each turned out to be, and the counts by cell.
/// </summary>
/// <remarks>The cells do not depend on the order of the crossings, the number of workers or the memory given. Memory is 32 bytes a crossing and 16 to 50 a cell and worker; with scratch space, what was allowed and the cells.</remarks>
public sealed class StateBuild : IDisposable
{
    private readonly StateParameters parameters;
    private readonly ObservationSpan span;
    private readonly CrossingLane<DescribedCrossing>[] lanes;
    private readonly int partitionBits;

    /// <summary>A state without crossings.</summary>
    /// <param name="parameters">What decides the state.</param>
    /// <param name="end">End of observation, excluded.</param>
    /// <param name="workers">Threads that will add, 1 or more.</param>
    /// <param name="expected">About how many crossings will come; decides the number of partitions, not the cells.</param>
    /// <param name="mostBytes">Memory for crossings; used where there is scratch space.</param>
    /// <param name="scratch">Makes space outside memory, one a worker, or null to keep all in memory.</param>
    /// <exception cref="StatisticsException">The span is not possible.</exception>
    public StateBuild(
        StateParameters parameters, DateOnly end, int workers, long expected, long mostBytes = long.MaxValue, Func<int, Scratch>? scratch = null)
        : this(parameters, end, workers, PersonHash.PartitionBits(expected), mostBytes, scratch)
    {
    }

    internal StateBuild(StateParameters parameters, DateOnly end, int workers, int partitionBits, long mostBytes = long.MaxValue, Func<int, Scratch>? scratch = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        (this.parameters, this.partitionBits, span) = (parameters, partitionBits, parameters.Span(end));
        var days = new LocalDays(parameters.Countries, span);
        lanes = [.. Enumerable.Range(0, workers).Select(worker => new CrossingLane<DescribedCrossing>(partitionBits, days, span, mostBytes / workers, scratch?.Invoke(worker)))];
    }

    /// <summary>Crossings whose local day lies outside the span observed; they are not in the state.</summary>
    public long Outside => lanes.Sum(lane => lane.Outside);

    /// <summary>Crossings taken.</summary>
    public long Taken => lanes.Sum(lane => lane.Taken);

    /// <summary>Takes a batch; one thread a worker.</summary>
    public void Add(int worker, ReadOnlySpan<Crossing> crossings) => lanes[worker].Add(crossings);

    /// <summary>Judges all that was added and writes the first segment of a state.</summary>
    /// <param name="write">Writes bytes of the segment at a place; called by many threads at once.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops the work; what was written is then no state.</param>
    /// <returns>Counts by cell.</returns>
    public CellCounts Write(ScratchWrite write, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var writer = new StateSegmentWriter(write, partitionBits);
        var results = new CellCounts[lanes.Length];
        var (partitions, taken) = (1 << partitionBits, -1);
        void Work(int worker)
        {
            using var sort = new HistorySort<DescribedCrossing>();
            using var history = new History(parameters.Rule, span);
            var tally = new HistoryTally(span, parameters.Settings);
            var histories = new List<StateHistory>();
            var cells = results[worker] = new();
            for (var partition = Interlocked.Increment(ref taken); partition < partitions; partition = Interlocked.Increment(ref taken))
            {
                cancellation.ThrowIfCancellationRequested();
                histories.Clear();
                var records = sort.Sort(lanes, partition, partitionBits);
                Judge(records, history, tally, histories, cells);
                writer.Add(partition, records, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(histories));
                progress?.Report((double)partition / partitions);
            }
        }

        WorkerThreads.Run(lanes.Length, Work);
        foreach (var other in results.AsSpan(1))
            results[0].Add(other);
        writer.Finish(span.EndDay, 0, results[0], parameters.Describe());
        return results[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lane in lanes)
            lane.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Judge(Span<DescribedCrossing> records, History history, HistoryTally tally, List<StateHistory> histories, CellCounts cells)
    {
        for (var from = 0; from < records.Length;)
        {
            var key = records[from].Key;
            var to = from + 1;
            while (to < records.Length && records[to].Key == key)
                to++;
            var own = records[from..to];
            history.Take<DescribedCrossing>(own);
            history.Judge();
            tally.Tell(history, own, 0);
            tally.Add(history, own, cells);
            histories.Add(new(key, (uint)from, (uint)own.Length, 0, (uint)history.Due));
            from = to;
        }
    }
}
