using Periplo.Languages;
using Periplo.Movements;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>One reading of several files: what all workers share.</summary>
internal sealed class CrossingRun(
    CrossingReading reading, CrossingBatch to, Rejects rejects, long totalBytes, IProgress<double>? progress, CancellationToken cancellation)
{
    private const int ShareFrom = 1000;
    private readonly Lock gate = new();
    private readonly long[] faults = new long[Enum.GetValues<CrossingFault>().Length];
    private CrossingCounts counts = new();
    private long rejected;
    private long passed;
    private volatile bool stopped;

    public CrossingReading Reading => reading;

    /// <summary>First moment that is too late, as it is compared with <see cref="Crossing.Time"/>.</summary>
    public uint End { get; } = (uint)Math.Min(Math.Clamp(reading.To, 0, uint.MaxValue) + 86400, uint.MaxValue);

    /// <summary>Start of observation, as it is compared with <see cref="Crossing.Time"/>.</summary>
    public uint Start { get; } = (uint)Math.Clamp(reading.From, 0, uint.MaxValue);

    /// <summary>True when another worker failed: what is read now is for nobody.</summary>
    public bool Stopped => stopped;

    public CrossingCounts Counts => counts with
    {
        Rejected = rejected,
        ByFault = Enum.GetValues<CrossingFault>().Where(fault => faults[(int)fault] > 0).ToDictionary(fault => fault, fault => faults[(int)fault]),
    };

    /// <summary>Hands crossings on.</summary>
    public void Give(int worker, ReadOnlySpan<Crossing> crossings)
    {
        if (!crossings.IsEmpty)
            to(worker, crossings);
    }

    /// <summary>Adds what was counted in a block, reports progress, and stops when asked to or when too many lines were faulty.</summary>
    public void Passed(string file, long bytes, in CrossingTally tally)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            counts = counts.Plus(tally);
            passed += bytes;
            progress?.Report(totalBytes > 0 ? Math.Min(1, (double)passed / totalBytes) : 0);
            if (counts.Lines >= ShareFrom)
                CheckShare(file);
        }
    }

    public void Reject(string file, long line, string? column, CrossingFault fault, string cell)
    {
        rejects.Add(new(file, line, column, fault, cell));
        lock (gate)
        {
            rejected++;
            faults[(int)fault]++;
            if (rejected > reading.MostRejects)
            {
                throw new InputException(file, null, new Text(
                    $"más de {reading.MostRejects} líneas con errores, que es el límite; la lectura se detuvo. {Frequent().Es}",
                    $"more than {reading.MostRejects} faulty lines, which is the limit; reading stopped. {Frequent().En}",
                    $"plus de {reading.MostRejects} lignes fautives, ce qui est la limite ; la lecture s’est arrêtée. {Frequent().Fr}"));
            }
        }
    }

    /// <summary>Looks at the share of faulty lines once more when all is read.</summary>
    public void Finish(string file)
    {
        lock (gate)
            CheckShare(file);
    }

    /// <summary>Runs <paramref name="work"/> once for every worker; the first failure stops all and is thrown as it was.</summary>
    /// <param name="blocks">About how many blocks there are to deal: a worker that would get none is not begun, for it takes longer than a small file.</param>
    /// <param name="work">What a worker does, by its number.</param>
    public void Work(long blocks, Action<int> work)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? first = null;
        void Guarded(int worker)
        {
            try
            {
                work(worker);
            }
            catch (Exception failure)
            {
                lock (gate)
                    first ??= System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure);
                stopped = true;
            }
        }

        var threads = Enumerable.Range(1, (int)Math.Clamp(blocks, 1, reading.Workers) - 1).Select(worker => new Thread(() => Guarded(worker)) { Name = $"crossings {worker}" }).ToList();
        threads.ForEach(thread => thread.Start());
        Guarded(0);
        threads.ForEach(thread => thread.Join());
        first?.Throw();
    }

    private void CheckShare(string file)
    {
        if (rejected <= reading.MostRejectShare * counts.Lines)
            return;
        var (percent, most) = (100.0 * rejected / counts.Lines, 100 * reading.MostRejectShare);
        throw new InputException(file, null, new Text(
            FormattableString.Invariant($"{rejected} de {counts.Lines} líneas tienen errores ({percent:0.#} %), más del límite de {most:0.###} %; la lectura se detuvo. {Frequent().Es}"),
            FormattableString.Invariant($"{rejected} of {counts.Lines} lines are faulty ({percent:0.#} %), beyond the limit of {most:0.###} %; reading stopped. {Frequent().En}"),
            FormattableString.Invariant($"{rejected} lignes sur {counts.Lines} sont fautives ({percent:0.#} %), plus que la limite de {most:0.###} % ; la lecture s’est arrêtée. {Frequent().Fr}")));
    }

    private Text Frequent()
    {
        var fault = Enum.GetValues<CrossingFault>().MaxBy(one => faults[(int)one]);
        return new Text(
            $"El motivo más frecuente ({faults[(int)fault]}): {fault.Reason().Es}. Corrija el archivo o suba el límite.",
            $"The most frequent reason ({faults[(int)fault]}): {fault.Reason().En}. Correct the file or raise the limit.",
            $"La raison la plus fréquente ({faults[(int)fault]}) : {fault.Reason().Fr}. Corrigez le fichier ou relevez la limite.");
    }
}
