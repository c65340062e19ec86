using System.Runtime.InteropServices;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>Looks at all records of one person, in all reporting countries: by country, then time. The records are there during the call alone.</summary>
/// <param name="worker">Number of the thread.</param>
/// <param name="records">The records, with what they turned out to be (<see cref="CrossingOutcome"/>).</param>
internal delegate void HistoryVisitor(int worker, ReadOnlySpan<DescribedCrossing> records);

/// <summary>
/// All crossings until an end of observation, with what each turned out to be, and the counts by cell: a first segment, and a
/// second with what appends have changed. It is never written to: an append makes the next state.
/// </summary>
public sealed class MovementState
{
    private readonly StateSegment first;
    private readonly StateSegment? changes;

    private MovementState(StateParameters parameters, StateSegment first, StateSegment? changes)
    {
        (Parameters, this.first, this.changes) = (parameters, first, changes);
        (EndDay, PartitionBits) = (changes?.Header.EndDay ?? first.Header.EndDay, first.Header.PartitionBits);
        End = parameters.From.AddDays(EndDay - parameters.Span(parameters.From.AddDays(1)).FirstDay);
    }

    /// <summary>What decides the state.</summary>
    public StateParameters Parameters { get; }

    /// <summary>End of observation, excluded.</summary>
    public DateOnly End { get; }

    /// <summary>Share of the records that a second segment replaces or adds, from 0.</summary>
    public double Changed => changes is null || first.Header.Records == 0 ? 0 : (double)changes.Header.Records / first.Header.Records;

    internal int EndDay { get; }

    internal int PartitionBits { get; }

    internal StateSegment First => first;

    internal StateSegment? Changes => changes;

    /// <summary>Opens a state.</summary>
    /// <param name="parameters">What must have decided it.</param>
    /// <param name="first">Its first segment.</param>
    /// <param name="changes">Its second, or null where nothing was appended since the first was made.</param>
    /// <exception cref="StatisticsException">It is damaged, or was made under other parameters.</exception>
    public static MovementState Open(StateParameters parameters, StateImage first, StateImage? changes = null)
    {
        var (one, two) = (new StateSegment(first), changes is null ? null : new StateSegment(changes));
        parameters.Demand(one.Parameters);
        if (one.Header.Continues != 0 || (two is not null && (two.Header.Continues != one.Header.Sum || two.Header.PartitionBits != one.Header.PartitionBits)))
        {
            throw new StatisticsException(new Text(
                "Las partes del estado guardado no corresponden una a otra: hay que hacerlo de nuevo a partir de los cruces.",
                "The parts of the stored state do not belong together: it must be made anew from the crossings.",
                "Les parties de l’état conservé ne correspondent pas entre elles : il faut le refaire à partir des passages."));
        }

        return new(parameters, one, two);
    }

    /// <summary>Counts by cell.</summary>
    public CellCounts Cells()
    {
        var cells = new CellCounts(first.Header.Cells);
        first.AddCells(cells);
        changes?.AddCells(cells);
        return cells;
    }

    /// <summary>Shows all records, person after person; each person once.</summary>
    /// <param name="workers">Threads, 1 or more.</param>
    /// <param name="visit">Looks at a person; called by every thread.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="StatisticsException">Records are damaged.</exception>
    internal void Scan(int workers, HistoryVisitor visit, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var (partitions, taken) = (1 << PartitionBits, -1);
        WorkerThreads.Run(workers, worker =>
        {
            var person = new List<DescribedCrossing>();
            for (var partition = Interlocked.Increment(ref taken); partition < partitions; partition = Interlocked.Increment(ref taken))
            {
                cancellation.ThrowIfCancellationRequested();
                var histories = new PartitionHistories(this, partition, check: true);
                while (histories.MoveToPerson(person, out var whole))
                    visit(worker, whole.Length > 0 ? whole : CollectionsMarshal.AsSpan(person));
                progress?.Report((double)partition / partitions);
            }
        });
    }
}
