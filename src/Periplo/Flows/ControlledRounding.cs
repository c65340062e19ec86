namespace Periplo.Flows;

/// <summary>
/// Rounds a table to whole numbers so that everything still adds up: each cell goes to one of the two whole numbers beside it, and so do the sums
/// of rows, of columns and of all, so that a sum that was whole stays exactly as it was. Such a rounding always exists (Causey, Cox and Ernst 1985);
/// of all of them this is one with the least sum of differences, found as a flow of least cost. Whole cells stay as they are, so zeros stay zero.
/// </summary>
/// <remarks>The same table always gives the same rounding. Work grows with the lines times the cells: a fraction of a second for 230 areas.</remarks>
public static class ControlledRounding
{
    // What is this near to a whole number is one: sums of cells carry rounding errors.
    private const double Whole = 1e-6;

    /// <summary>Rounds a table.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="cells">Cells row by row, zero or more, below 2^53.</param>
    /// <returns>Whole numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cell is below zero, too large or no number.</exception>
    public static double[] Round(int rows, int columns, ReadOnlySpan<double> cells)
    {
        if (cells.Length != rows * columns)
            throw new ArgumentException("There is a cell per row and column.", nameof(cells));
        var rounding = new Rounding(rows, columns, cells);
        while (rounding.Mend())
        {
        }

        return rounding.Result;
    }

    /// <summary>
    /// A circulation: hub → row → column → hub. A cell is an edge that carries its floor, or one more; the edges at the hub carry the sums of the lines
    /// and the whole, and may carry what lies beside those. It begins with each cell at the nearer number, where no exchange would gain, and mends the nodes
    /// where more arrives than leaves along the cheapest paths, which keeps it so (successive shortest paths with potentials).
    /// </summary>
    private sealed class Rounding
    {
        private const int None = -1;
        private readonly int rows;
        private readonly int columns;
        private readonly int hubIn;
        private readonly int hubOut;
        private readonly double[] below;
        private readonly float[] fraction;
        private readonly bool[] up;
        private readonly int[] carried;
        private readonly (int Least, int Most)[] bounds;
        private readonly int[] excess;
        private readonly double[] potential;

        public Rounding(int rows, int columns, ReadOnlySpan<double> cells)
        {
            // Nodes: rows, columns, the hub where columns arrive and the hub rows leave from. Between the hubs runs the sum of all.
            (this.rows, this.columns, hubIn, hubOut) = (rows, columns, rows + columns, rows + columns + 1);
            (below, fraction, up) = (new double[cells.Length], new float[cells.Length], new bool[cells.Length]);
            (carried, bounds) = (new int[hubOut], new (int, int)[hubOut]);
            (excess, potential) = (new int[hubOut + 1], new double[hubOut + 1]);
            var sums = new double[rows + columns + 1];
            var nearest = new int[rows + columns + 1];
            for (var i = 0; i < cells.Length; i++)
            {
                if (!(cells[i] >= 0 && cells[i] < 1L << 53))
                    throw new ArgumentOutOfRangeException(nameof(cells), cells[i], "Cells to round are counts.");
                below[i] = Math.Floor(cells[i] + Whole);
                var over = cells[i] - below[i];
                if (over <= Whole)
                    continue;
                fraction[i] = (float)over;
                up[i] = over >= 0.5;
                (int Row, int Column) line = (i / columns, rows + (i % columns));
                foreach (var at in (ReadOnlySpan<int>)[line.Row, line.Column, rows + columns])
                {
                    sums[at] += over;
                    nearest[at] += up[i] ? 1 : 0;
                }
            }

            // The sum of all has its edge between the hubs, at the place of hubIn.
            for (var line = 0; line <= rows + columns; line++)
            {
                var tolerance = Whole * Math.Max(1, sums[line]);
                bounds[line] = ((int)Math.Floor(sums[line] + tolerance), (int)Math.Ceiling(sums[line] - tolerance));
                carried[line] = Math.Clamp(nearest[line], bounds[line].Least, bounds[line].Most);
            }

            for (var row = 0; row < rows; row++)
                (excess[row], excess[hubOut]) = (carried[row] - nearest[row], excess[hubOut] - carried[row]);
            for (var column = rows; column < rows + columns; column++)
                (excess[column], excess[hubIn]) = (nearest[column] - carried[column], excess[hubIn] + carried[column]);
            excess[hubIn] -= carried[hubIn];
            excess[hubOut] += carried[hubIn];
        }

        public double[] Result
        {
            get
            {
                var result = below.ToArray();
                for (var i = 0; i < result.Length; i++)
                    result[i] += up[i] ? 1 : 0;
                return result;
            }
        }

        /// <summary>Carries one unit from nodes with too much to one with too little, along the cheapest path; false when all is even.</summary>
        public bool Mend()
        {
            var nodes = excess.Length;
            var (distance, from, done) = (new double[nodes], new int[nodes], new bool[nodes]);
            for (var node = 0; node < nodes; node++)
                (distance[node], from[node]) = (excess[node] > 0 ? 0 : double.PositiveInfinity, None);
            var end = None;
            while (true)
            {
                var next = None;
                for (var node = 0; node < nodes; node++)
                {
                    if (!done[node] && double.IsFinite(distance[node]) && (next == None || distance[node] < distance[next]))
                        next = node;
                }

                if (next == None)
                    break;
                done[next] = true;
                if (excess[next] < 0)
                {
                    end = next;
                    break;
                }

                Reach(next, distance, from, done);
            }

            if (end == None)
                return Array.Exists(excess, one => one > 0) ? throw new InvalidOperationException("A controlled rounding of a table always exists.") : false;

            // Nodes beyond the end keep their place in the order of costs.
            for (var node = 0; node < nodes; node++)
                potential[node] += Math.Min(distance[node], distance[end]);
            var at = end;
            for (; from[at] != None; at = from[at])
                Push(from[at], at);
            excess[at]--;
            excess[end]++;
            return true;
        }

        /// <summary>Looks at all edges that may still carry one from a node.</summary>
        private void Reach(int node, double[] distance, int[] from, bool[] done)
        {
            if (node < rows)
            {
                for (var column = 0; column < columns; column++)
                {
                    var cell = (node * columns) + column;
                    if (fraction[cell] > 0 && !up[cell])
                        Try(rows + column, 1 - (2 * (double)fraction[cell]));
                }

                if (carried[node] > bounds[node].Least)
                    Try(hubOut, 0);
            }
            else if (node < hubIn)
            {
                for (var row = 0; row < rows; row++)
                {
                    var cell = (row * columns) + node - rows;
                    if (up[cell])
                        Try(row, (2 * (double)fraction[cell]) - 1);
                }

                if (carried[node] < bounds[node].Most)
                    Try(hubIn, 0);
            }
            else if (node == hubIn)
            {
                for (var column = rows; column < hubIn; column++)
                {
                    if (carried[column] > bounds[column].Least)
                        Try(column, 0);
                }

                if (carried[hubIn] < bounds[hubIn].Most)
                    Try(hubOut, 0);
            }
            else
            {
                for (var row = 0; row < rows; row++)
                {
                    if (carried[row] < bounds[row].Most)
                        Try(row, 0);
                }

                if (carried[hubIn] > bounds[hubIn].Least)
                    Try(hubIn, 0);
            }

            void Try(int to, double cost)
            {
                // Reduced costs are never below zero but for rounding.
                var reached = distance[node] + Math.Max(0, cost + potential[node] - potential[to]);
                if (!done[to] && reached < distance[to])
                    (distance[to], from[to]) = (reached, node);
            }
        }

        private void Push(int from, int to)
        {
            if (from < rows && to >= rows && to < hubIn)
                up[(from * columns) + to - rows] = true;
            else if (to < rows && from >= rows && from < hubIn)
                up[(to * columns) + from - rows] = false;
            else if (to == hubOut && from < rows)
                carried[from]--;
            else if (from == hubOut && to < rows)
                carried[to]++;
            else if (to == hubIn && from < hubIn)
                carried[from]++;
            else if (from == hubIn && to < hubIn)
                carried[to]--;
            else
                carried[hubIn] += from == hubIn ? 1 : -1;
        }
    }
}
