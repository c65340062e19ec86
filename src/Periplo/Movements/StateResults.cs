namespace Periplo.Movements;

/// <summary>What is published of a state: its counts by cell, and those that need each person's whole history, which are made by one reading of it.</summary>
public static class StateResults
{
    /// <summary>Reads all histories of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="workers">Threads, 1 or more.</param>
    /// <param name="permitted">Table of permitted stays, or null.</param>
    /// <param name="areaOfM49">Area ids of citizenships by UN M49 number.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MovementResults Of(
        MovementState state, int workers, PermittedStayTable? permitted, IReadOnlyDictionary<int, string> areaOfM49,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var (parameters, cells) = (state.Parameters, state.Cells());
        var span = parameters.Span(state.End);
        var firstCohort = MovementResults.FirstCohortOf(span, parameters.Rule);
        var tallies = Enumerable.Range(0, workers).Select(_ => new WorkerTally(parameters, span, firstCohort, permitted, areaOfM49)).ToArray();
        try
        {
            state.Scan(workers, (worker, records) => tallies[worker].Add(records), progress, cancellation);
            var (decided, undecided) = (new List<DecidedCell>(), new List<UndecidedCell>());
            foreach (var tally in tallies)
            {
                cells.Add(tally.Cells);
                var known = tally.Provisional.Cells();
                decided.AddRange(known.Decided);
                undecided.AddRange(known.Undecided);
            }

            return new(parameters.Countries, span, parameters.Rule, cells, decided, undecided);
        }
        finally
        {
            foreach (var tally in tallies)
                tally.Dispose();
        }
    }

    private sealed class WorkerTally : IDisposable
    {
        private readonly PersonTally persons;
        private readonly bool isForward;

        public WorkerTally(StateParameters parameters, ObservationSpan span, int firstCohort, PermittedStayTable? permitted, IReadOnlyDictionary<int, string> areaOfM49)
        {
            persons = new(parameters.Rule, span, permitted is null ? null : new(permitted, parameters.Countries, span, areaOfM49), Cells);
            Provisional = new(parameters.Rule, span, firstCohort);
            isForward = !parameters.Rule.Criterion.Backward;
        }

        public CellCounts Cells { get; } = new();

        public ProvisionalTally Provisional { get; }

        public void Add(ReadOnlySpan<DescribedCrossing> records)
        {
            persons.Add(records);
            // A criterion that looks back leaves nothing undecided.
            for (var from = 0; isForward && from < records.Length;)
            {
                var to = from + 1;
                while (to < records.Length && records[to].Key == records[from].Key)
                    to++;
                Provisional.Add(records[from..to]);
                from = to;
            }
        }

        public void Dispose()
        {
            persons.Dispose();
            Provisional.Dispose();
        }
    }
}
