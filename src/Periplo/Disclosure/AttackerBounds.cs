namespace Periplo.Disclosure;

/// <summary>
/// The interval in which an attacker who sees all that is published, and knows that no count is negative, must place each
/// suppressed cell: exact, by linear programs over the suppressed cells that hang together. For audits and small tables; the
/// time grows with the third power of their number (a second for some hundred).
/// </summary>
public static class AttackerBounds
{
    /// <summary>Lower and upper bound of every cell; both its count where it is published, an infinite upper bound where nothing holds it.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="isSuppressed">For each cell whether it is suppressed.</param>
    /// <exception cref="ArgumentException"><paramref name="isSuppressed"/> does not fit the cells.</exception>
    public static (double Lower, double Upper)[] Of(LinkedTables tables, ReadOnlySpan<bool> isSuppressed)
    {
        if (isSuppressed.Length != tables.Cells)
            throw new ArgumentException("One for each cell.", nameof(isSuppressed));
        var bounds = new (double, double)[tables.Cells];
        var done = new bool[tables.Cells];
        for (var cell = 0; cell < tables.Cells; cell++)
        {
            if (!isSuppressed[cell])
                bounds[cell] = (tables.Counts[cell], tables.Counts[cell]);
            else if (!done[cell])
                Solve(tables, Together(tables, isSuppressed, cell, done), bounds);
        }

        return bounds;
    }

    /// <summary>The suppressed cells that share sums with one, directly or through others, and those sums.</summary>
    private static (List<int> Cells, List<int> Sums) Together(LinkedTables tables, ReadOnlySpan<bool> isSuppressed, int start, bool[] done)
    {
        var (cells, sums, known) = (new List<int> { start }, new List<int>(), new HashSet<int>());
        done[start] = true;
        for (var i = 0; i < cells.Count; i++)
        {
            foreach (var entry in tables.SumsOf(cells[i]))
            {
                var sum = Math.Max(entry, ~entry);
                if (!known.Add(sum))
                    continue;
                sums.Add(sum);
                foreach (var member in tables.Members(sum))
                {
                    if (isSuppressed[member] && !done[member])
                    {
                        done[member] = true;
                        cells.Add(member);
                    }
                }
            }
        }

        return (cells, sums);
    }

    private static void Solve(LinkedTables tables, (List<int> Cells, List<int> Sums) together, (double, double)[] bounds)
    {
        var columns = together.Cells.Select((cell, column) => (cell, column)).ToDictionary(pair => pair.cell, pair => pair.column);
        var rows = new double[together.Sums.Count][];
        for (var r = 0; r < rows.Length; r++)
        {
            // The published members go to the right-hand side, which is what the suppressed ones add up to.
            var row = rows[r] = new double[columns.Count + 1];
            var members = tables.Members(together.Sums[r]);
            for (var i = 0; i < members.Length; i++)
            {
                if (!columns.TryGetValue(members[i], out var column))
                    continue;
                row[column] += i == 0 ? -1 : 1;
                row[^1] += (i == 0 ? -1 : 1) * tables.Counts[members[i]];
            }
        }

        var programme = new Simplex(rows);
        foreach (var (cell, column) in columns)
            bounds[cell] = (programme.Least(column), programme.Greatest(column));
    }

    /// <summary>The simplex method on a dense tableau: x ≥ 0, rows · x = right-hand side. Starts from artificial variables (first phase), then serves any number of objectives.</summary>
    private sealed class Simplex
    {
        private const double Zero = 1e-9;
        private readonly List<double[]> rows;
        private readonly List<int> basis = [];
        private readonly int variables;

        public Simplex(double[][] equations)
        {
            rows = [.. equations];
            variables = equations.Length == 0 ? 1 : equations[0].Length - 1;
            var objective = new double[variables + 1];
            foreach (var row in rows)
            {
                basis.Add(-1);
                if (row[^1] < 0)
                {
                    for (var j = 0; j <= variables; j++)
                        row[j] = -row[j];
                }

                for (var j = 0; j <= variables; j++)
                    objective[j] -= row[j];
            }

            Optimise(objective);
            // An artificial variable still in the basis is zero: exchange it, or drop an equation that says nothing new.
            for (var r = rows.Count - 1; r >= 0; r--)
            {
                if (basis[r] >= 0)
                    continue;
                var column = Array.FindIndex(rows[r], 0, variables, value => Math.Abs(value) > Zero);
                if (column >= 0)
                {
                    Pivot(r, column, objective);
                }
                else
                {
                    rows.RemoveAt(r);
                    basis.RemoveAt(r);
                }
            }
        }

        public double Least(int column) => Math.Max(0, Extreme(column, 1));

        public double Greatest(int column) => -Extreme(column, -1);

        /// <summary>Least value of sign · x.</summary>
        private double Extreme(int column, double sign)
        {
            var objective = new double[variables + 1];
            objective[column] = sign;
            var r = basis.IndexOf(column);
            if (r >= 0)
            {
                for (var j = 0; j <= variables; j++)
                    objective[j] -= sign * rows[r][j];
            }

            return Optimise(objective) ? -objective[^1] : double.NegativeInfinity;
        }

        /// <summary>Pivots until no reduced cost is negative; false when the objective has no least value.</summary>
        private bool Optimise(double[] objective)
        {
            for (var turn = 0; ; turn++)
            {
                var column = Entering(objective, steepest: turn < 4 * (rows.Count + 10));
                if (column < 0)
                    return true;
                var (leaving, least) = (-1, double.PositiveInfinity);
                for (var r = 0; r < rows.Count; r++)
                {
                    if (rows[r][column] <= Zero)
                        continue;
                    var ratio = rows[r][^1] / rows[r][column];
                    if (ratio < least - Zero || (ratio <= least + Zero && (leaving < 0 || basis[r] < basis[leaving])))
                        (leaving, least) = (r, ratio);
                }

                if (leaving < 0)
                    return false;
                Pivot(leaving, column, objective);
            }
        }

        /// <summary>The steepest column at first, later the first one (Bland's rule), which cannot cycle.</summary>
        private int Entering(double[] objective, bool steepest)
        {
            var best = -1;
            for (var j = 0; j < variables; j++)
            {
                if (objective[j] < -Zero && (best < 0 || objective[j] < objective[best]))
                {
                    best = j;
                    if (!steepest)
                        break;
                }
            }

            return best;
        }

        private void Pivot(int r, int column, double[] objective)
        {
            var row = rows[r];
            var by = row[column];
            for (var j = 0; j <= variables; j++)
                row[j] /= by;
            foreach (var other in rows)
            {
                if (!ReferenceEquals(other, row))
                    Eliminate(other);
            }

            Eliminate(objective);
            basis[r] = column;

            void Eliminate(double[] other)
            {
                var factor = other[column];
                if (factor == 0)
                    return;
                for (var j = 0; j <= variables; j++)
                {
                    var value = other[j] - (factor * row[j]);
                    other[j] = Math.Abs(value) < Zero ? 0 : value;
                }
            }
        }
    }
}
