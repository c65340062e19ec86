using Periplo.Movements;
using Periplo.Sources.Crossings;
using Periplo.Statistics;
using Periplo.Storage.Crossings;

namespace Periplo.Observatory;

/// <content>The state: what is known of all crossings kept, brought up to date with each append.</content>
public sealed partial class CrossingRecords
{
    private const string First = "first";
    private const string Changes = "changes";
    private const long MemoryForCrossings = 8L << 30;

    // Clocks are at most 14 hours ahead of UTC.
    private const long LongestAhead = 14 * 3600;

    private (long? Reopened, long Outside) Update(CrossingWriter writer, DateOnly to, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var journal = writer.Journal;
        var parameters = Parameters(journal);
        using var reading = folder.ReadState(Environment.UserName, "append", clock.GetUtcNow());
        if (reading is not null && journal.PartsAfter(reading.Mark.Position) is { } added && OpenState.TryOpen(reading, parameters) is { } open)
        {
            using (open)
            {
                if (added.Count == 0 && open.State.End == to)
                    return (0, 0);
                return AppendTo(open.State, writer, reading.Mark.Position, added, to, threads, progress, cancellation);
            }
        }

        using var scratch = new ScratchFiles(Path.GetTempPath());
        using var build = new StateBuild(parameters, to, threads, journal.Count, MemoryForCrossings, _ => scratch.New());
        Feed(journal.Parts, threads, build.Add, cancellation);
        using (var next = writer.BeginState())
        {
            WriteFile(Path.Combine(next.Folder, First), write => build.Write(write, progress, cancellation));
            next.Commit(journal.Position);
        }

        return (null, build.Outside);
    }

    private (long? Reopened, long Outside) AppendTo(
        MovementState state, CrossingWriter writer, long position, IReadOnlyList<CrossingPart> added, DateOnly to, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        using var append = new StateAppend(state, to, threads);
        Feed(added, threads, append.Add, cancellation);
        // What lay behind the end of observation when it came is in no state yet.
        var end = CrossingClassifier.Seconds(state.End);
        var waiting = writer.Journal.Parts.Where(part => part.Number <= position && part.Last >= end - LongestAhead).ToList();
        if (to > state.End && waiting.Count > 0)
        {
            var firstDay = state.End.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
            Feed(waiting, threads, (worker, crossings) => append.Add(worker, Waiting(crossings, firstDay)), cancellation);
        }

        using var next = writer.BeginState();
        var rewrites = append.RewritesFirst;
        if (!rewrites)
            next.Carry(First);
        WriteFile(Path.Combine(next.Folder, rewrites ? First : Changes), write => append.Write(write, progress, cancellation));
        next.Commit(writer.Journal.Position);
        return (append.Reopened, append.Outside);
    }

    private Crossing[] Waiting(ReadOnlySpan<Crossing> crossings, int firstDay)
    {
        var waiting = new List<Crossing>();
        foreach (ref readonly var crossing in crossings)
        {
            if (Settings.Countries.Day(crossing) >= firstDay)
                waiting.Add(crossing);
        }

        return [.. waiting];
    }

    private void Feed(IReadOnlyList<CrossingPart> parts, int threads, CrossingBatch to, CancellationToken cancellation)
    {
        if (parts.Count == 0)
            return;
        using var reading = folder.Read(parts, Environment.UserName, "append", clock.GetUtcNow());
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, worker =>
        {
            var block = new Crossing[PartsReading.BlockRecords];
            while (reading.Read(block) is > 0 and var read)
            {
                cancellation.ThrowIfCancellationRequested();
                to(worker, block.AsSpan(0, read));
            }
        });
    }

    // What was purged was not observed: observation begins after it.
    private StateParameters Parameters(CrossingJournal journal)
    {
        var kept = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(journal.PurgedBefore).UtcDateTime);
        return new(
            Settings.Countries, kept > Settings.From ? kept : Settings.From, Settings.Rule,
            new(Settings.MigrantPurposes.ToHashSet(), Settings.TransitPurposes.ToHashSet(), Settings.CrossBorderCrossings), TimeZones.Release);
    }

    private static void WriteFile(string path, Action<ScratchWrite> write)
    {
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        write((at, bytes) => RandomAccess.Write(handle, bytes, at));
    }

    /// <summary>A state whose files are memory while it is open.</summary>
    private sealed class OpenState : IDisposable
    {
        private readonly MappedFile first;
        private readonly MappedFile? changes;

        public OpenState(StateReading reading, StateParameters parameters)
        {
            first = new(Path.Combine(reading.Folder, First));
            changes = reading.Files.Contains(Changes) ? new(Path.Combine(reading.Folder, Changes)) : null;
            try
            {
                State = MovementState.Open(parameters, first.Image, changes?.Image);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        public MovementState State { get; }

        /// <summary>The state; null when it was made under other parameters or is damaged, and has to be made anew.</summary>
        public static OpenState? TryOpen(StateReading reading, StateParameters parameters)
        {
            try
            {
                return new(reading, parameters);
            }
            catch (StatisticsException)
            {
                return null;
            }
        }

        public void Dispose()
        {
            first.Dispose();
            changes?.Dispose();
        }
    }
}
