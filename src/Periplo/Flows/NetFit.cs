using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// The table nearest to a seed (in the sense of least information) that gives each area its net migration, and, where asked for, has a given total:
/// F[i,j] = λ · m[i,j] · α[i] / α[j], λ = 1 without a total. It is the model fitted by conditional maximisation for net totals (Willekens 1999)
/// and the minimum of Σ F log(F / m) − F at the same time, and is found here in one way: Newton's method on log α and log λ, where the problem is convex.
/// </summary>
public static class NetFit
{
    private const double LongestStep = 4;
    private const double Agreement = 1e-9;
    private const int NamesShown = 5;

    /// <summary>Fits a table.</summary>
    /// <param name="seed">Cells origin by destination row by row, zero or more; zeros stay zero. Its diagonal is not used.</param>
    /// <param name="areas">Labels, for messages.</param>
    /// <param name="net">Moves in less moves out of each area; they add to zero (<see cref="NetTotals"/> makes them).</param>
    /// <param name="total">Moves in all, above zero; null to leave that to the seed.</param>
    /// <param name="limits">When to stop; here a sweep is a Newton step, and 200 of them are made at the most.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The table with a zero diagonal; <see cref="FittedTable.RowFactors"/> are α (λ · α with a total), <see cref="FittedTable.ColumnFactors"/> 1 / α.</returns>
    /// <exception cref="StatisticsException">Net migration does not add to zero over areas that exchange migrants, the total is below what it asks, or a number is none; labels are named.</exception>
    public static FittedTable Fit(
        ReadOnlySpan<double> seed, IReadOnlyList<string> areas, ReadOnlySpan<double> net, double? total = null, FitLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var n = areas.Count;
        if (seed.Length != n * n || net.Length != n)
            throw new ArgumentException("The seed has a cell per pair of areas, and there is a net total per area.", nameof(areas));
        var m = seed.ToArray();
        for (var i = 0; i < n; i++)
            m[(i * n) + i] = 0;
        Check(m, areas, net, total);
        limits ??= new();
        var fit = new NetEquations(m, net.ToArray(), total);
        var most = Math.Min(limits.MostSweeps, 200);
        for (var steps = 0; ; steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (error, at) = fit.Worst();
            FitStop? stop = error <= limits.Tolerance ? FitStop.TotalsMet : steps >= most ? FitStop.SweepsSpent : null;
            if (stop is null && !fit.Step(LongestStep))
                stop = FitStop.Stalled;
            if (stop is { } reason)
                return new(fit.Cells(), reason, steps, error, error > 0 ? at < n ? areas[at] : "Σ" : null, fit.OriginFactors(), fit.DestinationFactors());
        }
    }

    private static void Check(double[] seed, IReadOnlyList<string> areas, ReadOnlySpan<double> net, double? total)
    {
        var n = areas.Count;
        var parts = new ConnectedParts(n);
        for (var i = 0; i < seed.Length; i++)
        {
            if (!double.IsFinite(seed[i]) || seed[i] < 0)
                throw NoNumber($"{areas[i / n]} → {areas[i % n]}", seed[i], es: "una celda de partida es cero o más", en: "a cell of a seed is zero or more", fr: "une cellule de départ est nulle ou positive");
            if (seed[i] > 0)
                parts.Join(i / n, i % n);
        }

        var (sums, sizes) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            if (!double.IsFinite(net[i]))
                throw NoNumber(areas[i], net[i], es: "un saldo migratorio es un número", en: "net migration is a number", fr: "un solde migratoire est un nombre");
            sums[parts.Of(i)] += net[i];
            sizes[parts.Of(i)] += Math.Abs(net[i]);
        }

        for (var part = 0; part < n; part++)
        {
            if (Math.Abs(sums[part]) <= Agreement * sizes[part])
                continue;
            var own = Enumerable.Range(0, n).Where(i => parts.Of(i) == part).Select(i => areas[i]).ToList();
            var names = string.Join(", ", own.Take(NamesShown)) + (own.Count > NamesShown ? $"… ({own.Count})" : "");
            throw new StatisticsException(new(
                $"los saldos migratorios de {names} suman {sums[part]} y no 0, y en la tabla de partida solo hay movimientos entre esas áreas.",
                $"net migration of {names} adds to {sums[part]} and not to 0, and the seed has moves only among these areas.",
                $"les soldes migratoires de {names} totalisent {sums[part]} et non 0, et le tableau de départ n’a de déplacements qu’entre ces zones."));
        }

        var gains = sizes.Sum() / 2;
        if (total is { } asked && !(double.IsFinite(asked) && asked > 0 && asked >= gains * (1 - Agreement)))
        {
            throw new StatisticsException(new(
                $"el total de {asked} movimientos no alcanza: los saldos migratorios piden al menos {gains}.",
                $"a total of {asked} moves is too small: net migration asks for {gains} at least.",
                $"un total de {asked} déplacements ne suffit pas : les soldes migratoires en demandent au moins {gains}."));
        }
    }

    private static StatisticsException NoNumber(string label, double number, string es, string en, string fr) =>
        new(new($"«{label}» tiene {number}; {es}.", $"\"{label}\" has {number}; {en}.", $"« {label} » a {number} ; {fr}."));
}
