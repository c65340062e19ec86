using Periplo.Languages;
using Periplo.Movements;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// Moves of each birthplace fitted to those who leave and those who come, starting from a matrix of how probable moves are: distance,
/// language, any. By two vectors of multipliers a birthplace, F(i,j) = u(i) m(i,j) v(j), on the block of origins and destinations that
/// have persons: no cell of three dimensions is written down. A margin is fitted when it is off by rounding alone, not when cells stop
/// changing.
/// </summary>
internal static class SeededFlows
{
    private const int MostSweeps = 400;

    /// <summary>Relative and absolute error, in persons, of a fitted margin.</summary>
    private const double Relative = 4e-15;
    private const double Absolute = 1e-8;

    /// <summary>Fits all birthplaces.</summary>
    /// <exception cref="StatisticsException">The seed has zeros that leave some persons no way; names the birthplace and areas.</exception>
    public static MoveFactors Of(double[] leave, double[] come, IReadOnlyList<string> birthplaces, double[] seed, int threads)
    {
        var areas = leave.Length / birthplaces.Count;
        Check(seed, areas);
        var (from, to) = (new double[leave.Length], new double[leave.Length]);
        WorkerThreads.Run(threads, worker =>
        {
            var block = new Block(areas);
            for (var birthplace = worker; birthplace < birthplaces.Count; birthplace += threads)
                block.Fit(birthplace, leave, come, from, to, seed, birthplaces);
        });
        return new(from, to, [.. Enumerable.Repeat(1.0, birthplaces.Count)], seed);
    }

    private static void Check(double[] seed, int areas)
    {
        if (seed.Length != areas * areas)
            throw new ArgumentException("A seed has one number to an origin and destination.", nameof(seed));
        if (seed.Any(one => !double.IsFinite(one) || one < 0))
        {
            throw new StatisticsException(new(
                "La matriz inicial tiene un valor que no es un número o es negativo.",
                "The seed has a value that is no number or is negative.",
                "La matrice de départ contient une valeur qui n’est pas un nombre ou qui est négative."));
        }
    }

    /// <summary>The block of one birthplace; a thread's own, used again for the next.</summary>
    private sealed class Block(int areas)
    {
        private readonly double[] cells = new double[areas * areas];
        private readonly int[] origins = new int[areas];
        private readonly int[] destinations = new int[areas];
        private readonly double[] leaving = new double[areas];
        private readonly double[] coming = new double[areas];
        private readonly double[] u = new double[areas];
        private readonly double[] v = new double[areas];
        private readonly double[] sums = new double[areas];
        private int tall;
        private int wide;

        public void Fit(int birthplace, double[] leave, double[] come, double[] from, double[] to, double[] seed, IReadOnlyList<string> birthplaces)
        {
            var at = birthplace * areas;
            tall = Pick(leave.AsSpan(at, areas), origins, leaving);
            wide = Pick(come.AsSpan(at, areas), destinations, coming);
            if (tall == 0 || wide == 0)
                return;
            for (var row = 0; row < tall; row++)
            {
                for (var column = 0; column < wide; column++)
                    cells[(row * wide) + column] = seed[(origins[row] * areas) + destinations[column]];
            }

            if (!Sweep() && !Dual())
                throw Refused(birthplace, birthplaces);
            for (var row = 0; row < tall; row++)
                from[at + origins[row]] = u[row];
            for (var column = 0; column < wide; column++)
                to[at + destinations[column]] = v[column];
        }

        private static int Pick(ReadOnlySpan<double> persons, int[] places, double[] picked)
        {
            var count = 0;
            for (var area = 0; area < persons.Length; area++)
            {
                if (!(persons[area] > 0))
                    continue;
                (places[count], picked[count]) = (area, persons[area]);
                count++;
            }

            return count;
        }

        /// <summary>Proportional fitting of the multipliers; false where it has not settled.</summary>
        private bool Sweep()
        {
            Array.Fill(v, 1, 0, wide);
            var columns = sums.AsSpan(0, wide);
            var before = double.PositiveInfinity;
            for (var sweep = 0; sweep < MostSweeps; sweep++)
            {
                columns.Clear();
                for (var row = 0; row < tall; row++)
                {
                    var cell = cells.AsSpan(row * wide, wide);
                    u[row] = leaving[row] / Lanes.Dot(cell, v.AsSpan(0, wide));
                    if (!double.IsFinite(u[row]))
                        return false;
                    Lanes.AddScaled(columns, cell, u[row]);
                }

                // Rows are exact now; what columns lack is the error of the margins.
                var (worst, fitted) = (0.0, true);
                for (var column = 0; column < wide; column++)
                {
                    var error = Math.Abs((columns[column] * v[column]) - coming[column]);
                    fitted &= error <= Absolute + (Relative * coming[column]);
                    worst = Math.Max(worst, error / coming[column]);
                }

                // Rounding: below it sweeps only wander.
                if (fitted || (worst < 1e-13 && worst >= before))
                    return true;
                before = worst;
                for (var column = 0; column < wide; column++)
                {
                    v[column] = coming[column] / columns[column];
                    if (!double.IsFinite(v[column]))
                        return false;
                }
            }

            return false;
        }

        /// <summary>Newton's method where sweeps are too slow, as where the seed all but parts the areas.</summary>
        private bool Dual()
        {
            v.AsSpan(0, wide).Clear();
            if (DualFit.Fit(cells.AsSpan(0, tall * wide), wide, leaving.AsSpan(0, tall), coming.AsSpan(0, wide), 1, v.AsSpan(0, wide)) is null)
                return false;
            for (var column = 0; column < wide; column++)
                v[column] = Math.Exp(v[column]);
            for (var row = 0; row < tall; row++)
                u[row] = leaving[row] / Lanes.Dot(cells.AsSpan(row * wide, wide), v.AsSpan(0, wide));
            return true;
        }

        private StatisticsException Refused(int birthplace, IReadOnlyList<string> birthplaces)
        {
            var cut = TransportCut.Between(cells.AsSpan(0, tall * wide), leaving.AsSpan(0, tall), coming.AsSpan(0, wide));
            string Names(IEnumerable<int> places, int[] of) => TransportCut.Names(birthplaces, [.. places.Select(place => of[place])]);
            return new(new Text(
                "La matriz inicial no deja camino a todas las personas nacidas en {0}: quienes salen de {1} no caben en {2}. Cambie los ceros de la matriz.",
                "The seed leaves not all persons born in {0} a way: those who leave {1} do not fit into {2}. Change the zeros of the seed.",
                "La matrice de départ ne laisse pas de chemin à toutes les personnes nées en {0} : celles qui quittent {1} ne tiennent pas dans {2}. Changez les zéros de la matrice.").With(
                birthplaces[birthplace], Names(cut.Rows, origins), cut.Columns.Count == 0 ? "∅" : Names(cut.Columns, destinations)));
        }
    }
}
