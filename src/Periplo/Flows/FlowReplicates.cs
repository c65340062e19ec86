using Periplo.Languages;
using Periplo.Movements;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// Input uncertainty of flows: the same estimate from stocks, births and deaths with noise, many times, and the range of the middle 80
/// and 95 % of them. It is how far errors of the input carry, not how far a method is from the truth. Noise only ever adds changes that
/// are none, so a small flow's interval may lie wholly above its estimate.
/// </summary>
public static class FlowReplicates
{
    private const double Inner = 0.1;
    private const double Outer = 0.025;

    /// <summary>Floats of tables of replicates held at once before they are taken in.</summary>
    private const int MostHeld = 4_000_000;

    /// <summary>Estimates intervals.</summary>
    /// <param name="input">Stocks of both dates, births and deaths, as published.</param>
    /// <param name="methods">The methods; each is estimated from the same noisy inputs.</param>
    /// <param name="options">Rules. Parts are not made.</param>
    /// <param name="noise">How uncertain the input is.</param>
    /// <param name="replicates">Replicates, 2 or more; 200 are enough for 80 %, 1,000 for 95 %.</param>
    /// <param name="seed">Where randomness begins: the same seed gives the same bits.</param>
    /// <param name="threads">Threads; the result is the same for any number.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Intervals a method, in their order.</returns>
    /// <exception cref="StatisticsException">The published input cannot be explained by flows, or not half of the noisy ones.</exception>
    public static IReadOnlyList<FlowIntervals> Estimate(
        FlowInput input, IReadOnlyList<FlowMethod> methods, FlowOptions options, NoiseParameters noise, int replicates, ulong seed, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(methods);
        ArgumentNullException.ThrowIfNull(noise);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (noise.DataTypes.Count > 0 && noise.DataTypes.Count != input.Start.Residences.Count)
            throw new ArgumentException("There is one data type to a residence.", nameof(noise));
        var alone = options with { Parts = false, Threads = 1 };
        // Noisy stocks are near the published ones, and so are the multipliers that match them.
        var multipliers = new double[2 * input.Start.Residences.Count];
        FlowEstimation.Estimate(input, methods, alone, multipliers);
        var cells = input.Start.Residences.Count * input.Start.Residences.Count;
        var tails = methods.Select(_ => new TailQuantiles(cells, replicates, Inner)).ToArray();
        var totals = methods.Select(_ => new List<double>(replicates)).ToArray();
        var batch = Math.Clamp(MostHeld / (cells * methods.Count), threads, Math.Max(threads, replicates));
        var held = new float[batch * methods.Count][];
        for (var first = 0; first < replicates; first += batch)
        {
            var (begin, count, sums) = (first, Math.Min(batch, replicates - first), new double[batch * methods.Count]);
            WorkerThreads.Run(threads, worker =>
            {
                for (var at = worker; at < count; at += threads)
                {
                    cancellation.ThrowIfCancellationRequested();
                    Replicate(StockNoise.Drawn(input, noise, new(seed, begin + at)), methods, alone, multipliers, held, sums, at * methods.Count);
                }
            });
            for (var method = 0; method < methods.Count; method++)
            {
                var made = Enumerable.Range(0, count).Select(at => (at * methods.Count) + method).Where(at => !double.IsNaN(sums[at])).ToList();
                totals[method].AddRange(made.Select(at => sums[at]));
                var (tables, tail) = (made.Select(at => held[at]).ToList(), tails[method]);
                WorkerThreads.Run(threads, part => tail.Take(tables, (int)((long)cells * part / threads), (int)((long)cells * (part + 1) / threads)));
            }
        }

        return [.. methods.Select((method, at) => Intervals(method, tails[at], totals[at], cells, replicates))];
    }

    /// <summary>Estimates one replicate; a total that is no number marks one that no flows explain.</summary>
    private static void Replicate(FlowInput drawn, IReadOnlyList<FlowMethod> methods, FlowOptions options, double[] multipliers, float[][] held, double[] sums, int at)
    {
        var accounting = new FlowAccounting(drawn, options, (double[])multipliers.Clone());
        for (var method = 0; method < methods.Count; method++)
        {
            try
            {
                var table = FlowEstimation.Table(accounting, drawn, methods[method], options);
                var to = held[at + method] ??= new float[table.Flows.Length];
                for (var cell = 0; cell < to.Length; cell++)
                    to[cell] = (float)table.Flows[cell];
                sums[at + method] = table.Summary.Total;
            }
            catch (StatisticsException)
            {
                sums[at + method] = double.NaN;
            }
        }
    }

    private static FlowIntervals Intervals(FlowMethod method, TailQuantiles tails, List<double> totals, int cells, int replicates)
    {
        if (totals.Count < Math.Max(2, replicates / 2))
        {
            throw new StatisticsException(new Text(
                "{0}: solo {1} de {2} réplicas tienen flujos que las expliquen; la entrada es demasiado incierta para dar intervalos.",
                "{0}: only {1} of {2} replicates have flows that explain them; the input is too uncertain for intervals.",
                "{0} : seuls {1} des {2} réplicats ont des flux qui les expliquent ; les données sont trop incertaines pour donner des intervalles.").With(method.Id(), totals.Count, replicates));
        }

        float[] Quantiles(double share) => [.. Enumerable.Range(0, cells).Select(cell => tails.Of(cell, share, totals.Count))];
        var sorted = totals.Order().ToArray();
        double Total(double share)
        {
            var place = share * (sorted.Length - 1);
            var first = (int)place;
            return sorted[first] + ((sorted[Math.Min(first + 1, sorted.Length - 1)] - sorted[first]) * (place - first));
        }

        return new(
            method, totals.Count, replicates - totals.Count, Quantiles(Inner), Quantiles(1 - Inner), Quantiles(Outer), Quantiles(1 - Outer),
            new(Total(Inner), Total(1 - Inner), Total(Outer), Total(1 - Outer)));
    }
}
