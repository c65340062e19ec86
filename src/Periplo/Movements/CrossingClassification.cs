using System.Runtime.CompilerServices;

namespace Periplo.Movements;

/// <summary>
/// Classifies crossings: takes them in batches from several workers, brings histories together and counts what each
/// crossing turned out to be, by reporting country, month, direction and category.
/// </summary>
/// <remarks>
/// The result does not depend on the order of the crossings, the number of workers or the memory given. Memory is 16
/// bytes a crossing and some ten megabytes; with scratch space, what was allowed.
/// </remarks>
public sealed class CrossingClassification : IDisposable
{
    private readonly ReportingCountries countries;
    private readonly ObservationSpan span;
    private readonly MovementRule rule;
    private readonly CrossingLane<PlainCrossing>[] lanes;
    private readonly int partitionBits;

    /// <summary>An empty classification.</summary>
    /// <param name="countries">Reporting countries and their clocks.</param>
    /// <param name="span">Days observed.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="workers">Threads that will add, 1 or more.</param>
    /// <param name="expected">About how many crossings will come; decides the number of partitions, not the result.</param>
    /// <param name="mostBytes">Memory for crossings; used where there is scratch space.</param>
    /// <param name="scratch">Makes space outside memory, one a worker, or null to keep all in memory.</param>
    public CrossingClassification(
        ReportingCountries countries, ObservationSpan span, MovementRule rule, int workers, long expected, long mostBytes = long.MaxValue, Func<int, Scratch>? scratch = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        (this.countries, this.span, this.rule) = (countries, span, rule);
        partitionBits = PersonHash.PartitionBits(expected);
        var days = new LocalDays(countries, span);
        lanes = [.. Enumerable.Range(0, workers).Select(worker => new CrossingLane<PlainCrossing>(partitionBits, days, span, mostBytes / workers, scratch?.Invoke(worker)))];
    }

    /// <summary>Crossings whose local day lies outside the span observed.</summary>
    public long Outside => lanes.Sum(lane => lane.Outside);

    /// <summary>Crossings taken.</summary>
    public long Taken => lanes.Sum(lane => lane.Taken);

    /// <summary>Takes a batch; one thread a worker.</summary>
    public void Add(int worker, ReadOnlySpan<Crossing> crossings) => lanes[worker].Add(crossings);

    /// <summary>Judges all that was added.</summary>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public CategoryCounts Count(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var results = new CategoryCounts[lanes.Length];
        var (partitions, taken) = (1 << partitionBits, -1);
        void Work(int worker)
        {
            using var sort = new HistorySort<PlainCrossing>();
            using var history = new History(rule, span);
            var overstay = new Overstay();
            var counts = results[worker] = new(countries, span);
            for (var partition = Interlocked.Increment(ref taken); partition < partitions; partition = Interlocked.Increment(ref taken))
            {
                cancellation.ThrowIfCancellationRequested();
                CountHistories(sort.Sort(lanes, partition, partitionBits), history, overstay, counts);
                progress?.Report((double)partition / partitions);
            }
        }

        WorkerThreads.Run(lanes.Length, Work);
        foreach (var other in results.AsSpan(1))
            results[0].Add(other);
        return results[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lane in lanes)
            lane.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountHistories(ReadOnlySpan<PlainCrossing> items, History history, Overstay overstay, CategoryCounts counts)
    {
        for (var from = 0; from < items.Length;)
        {
            var key = items[from].Key;
            var to = from + 1;
            while (to < items.Length && items[to].Key == key)
                to++;
            history.Take(items[from..to]);
            history.Judge();
            counts.Add(PersonHash.Country(key), history, overstay);
            from = to;
        }
    }
}
