using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>Why a fit stopped.</summary>
public enum FitStop
{
    /// <summary>All totals are met to the tolerance, measured on the table that is given back.</summary>
    TotalsMet,

    /// <summary>The table no longer comes nearer to the totals: the cells that are zero in the seed leave no table that meets them.</summary>
    Stalled,

    /// <summary>As many sweeps as allowed were made; more would come nearer.</summary>
    SweepsSpent,
}

/// <summary>When a fit may stop.</summary>
/// <param name="Tolerance">Largest error of a total, as a share of that total (of the whole table where it is zero).</param>
/// <param name="MostSweeps">Sweeps (or steps) at the most, 1 or more.</param>
public sealed record FitLimits(double Tolerance = 1e-9, int MostSweeps = 100_000);

/// <summary>A fitted table and how honestly it fits.</summary>
/// <param name="Cells">Cells row by row.</param>
/// <param name="Stop">Why the fit stopped.</param>
/// <param name="Sweeps">Sweeps (or steps) made.</param>
/// <param name="WorstError">Largest error of a total that is left, as a share of it.</param>
/// <param name="WorstAt">Label of that total; null where no total is off.</param>
/// <param name="RowFactors">Multiplier of each row (of each origin in a net fit): the parameters α of the log-linear model.</param>
/// <param name="ColumnFactors">Multiplier of each column (of each destination): β.</param>
public sealed record FittedTable(double[] Cells, FitStop Stop, int Sweeps, double WorstError, string? WorstAt, double[] RowFactors, double[] ColumnFactors)
{
    /// <summary>One sentence on how the fit ended.</summary>
    public Text Explanation => Stop switch
    {
        FitStop.TotalsMet => new(
            $"los totales se cumplen con un error relativo de {WorstError:0.0e+0}, tras {Sweeps} pasadas.",
            $"the totals are met to a relative error of {WorstError:0.0e+0}, after {Sweeps} sweeps.",
            $"les totaux sont respectés avec une erreur relative de {WorstError:0.0e+0}, après {Sweeps} passages."),
        FitStop.Stalled => new(
            $"ninguna tabla con esos ceros cumple los totales: el de «{WorstAt}» queda con un error relativo de {WorstError:0.0e+0} tras {Sweeps} pasadas.",
            $"no table with these zeros meets the totals: that of \"{WorstAt}\" stays off by a relative {WorstError:0.0e+0} after {Sweeps} sweeps.",
            $"aucun tableau ayant ces zéros ne respecte les totaux : celui de « {WorstAt} » garde une erreur relative de {WorstError:0.0e+0} après {Sweeps} passages."),
        _ => new(
            $"se detuvo tras {Sweeps} pasadas, las permitidas; el total de «{WorstAt}» aún tiene un error relativo de {WorstError:0.0e+0}.",
            $"stopped after {Sweeps} sweeps, as many as allowed; the total of \"{WorstAt}\" is still off by a relative {WorstError:0.0e+0}.",
            $"arrêt après {Sweeps} passages, le nombre permis ; le total de « {WorstAt} » a encore une erreur relative de {WorstError:0.0e+0}."),
    };
}

/// <summary>
/// The table nearest to a seed (in the sense of least information, so of the log-linear model log x = log α + log β + log m)
/// that has given totals of rows, of columns or of both, and of groups of cells: iterative proportional fitting (Deming and Stephan 1940)
/// carried in its multipliers, which is the conditional maximisation of Willekens (1999) for the same model. Both names give this one answer.
/// </summary>
public static class TwoWayFit
{
    private const int SweepsBetweenMeasures = 8;
    private const int SweepsBetweenLooks = 400;
    private const double LeastGain = 0.999;

    // Multipliers that run away to infinity belong to totals that cannot be met; beyond this they would leave the range of numbers.
    private const double LargestFactor = 1e150;

    /// <summary>Fits a table.</summary>
    /// <param name="seed">Cells row by row, zero or more; a zero stays zero. All ones say nothing beyond the totals.</param>
    /// <param name="totals">The totals to meet.</param>
    /// <param name="limits">When to stop; by default at a relative error of 1e-9.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The table, whose <see cref="FittedTable.Stop"/> is to be looked at: not every set of totals can be met.</returns>
    /// <exception cref="StatisticsException">Totals disagree with one another, ask something of cells that are all zero, or a number is none; labels are named.</exception>
    public static FittedTable Fit(ReadOnlySpan<double> seed, TwoWayTotals totals, FitLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(totals);
        TwoWayTotalsCheck.Check(seed, totals);
        limits ??= new();
        var table = new Multipliers(seed, totals);
        var before = double.PositiveInfinity;
        for (var sweeps = 1; ; sweeps++)
        {
            cancellation.ThrowIfCancellationRequested();
            table.Sweep();

            // To measure costs as much as to sweep, so later on not every sweep is measured.
            var astray = table.LargestFactor > LargestFactor;
            if (sweeps > SweepsBetweenMeasures && sweeps % SweepsBetweenMeasures > 0 && sweeps < limits.MostSweeps && !astray)
                continue;
            var (error, at) = table.Worst();
            FitStop? stop = error <= limits.Tolerance ? FitStop.TotalsMet : sweeps >= limits.MostSweeps ? FitStop.SweepsSpent : astray ? FitStop.Stalled : null;
            if (stop is null && sweeps % SweepsBetweenLooks == 0)
            {
                // Proportional fitting never goes away from the totals; what gains less than this in so many sweeps has a limit above zero.
                if (error > LeastGain * before)
                    stop = FitStop.Stalled;
                before = error;
            }

            if (stop is { } reason)
                return new(table.Cells(), reason, sweeps, error, at, table.Rows, table.Columns);
        }
    }

    /// <summary>The table as seed times a multiplier per row, column and group.</summary>
    private sealed class Multipliers
    {
        private readonly int rows;
        private readonly int columns;
        private readonly double[] seed;
        private readonly TwoWayTotals totals;
        private readonly double[] groups;
        private readonly double[] sums;
        private readonly double whole;

        public Multipliers(ReadOnlySpan<double> seed, TwoWayTotals totals)
        {
            (rows, columns, this.seed, this.totals) = (totals.Rows.Count, totals.Columns.Count, seed.ToArray(), totals);
            (Rows, Columns, groups) = (Ones(rows), Ones(columns), Ones(totals.Groups?.Count ?? 0));
            sums = new double[Math.Max(columns, groups.Length)];
            whole = totals.RowTotals?.Sum() ?? totals.ColumnTotals?.Sum() ?? totals.GroupTotals!.Sum();
        }

        public double[] Rows { get; }

        public double[] Columns { get; }

        public double LargestFactor => Math.Max(Math.Max(Rows.Max(), Columns.Max()), groups.Length > 0 ? groups.Max() : 0);

        /// <summary>Columns, rows, groups, each to its totals.</summary>
        public void Sweep()
        {
            if (totals.ColumnTotals is { } byColumn)
            {
                SumColumns();
                Scale(Columns, byColumn);
            }

            if (totals.RowTotals is { } byRow)
            {
                for (var row = 0; row < rows; row++)
                    Scale(ref Rows[row], byRow[row], SumRow(row));
            }

            if (totals.GroupTotals is { } byGroup)
            {
                SumGroups();
                Scale(groups, byGroup);
            }
        }

        /// <summary>The largest relative error of any total of the table as it is now, and its label.</summary>
        public (double Error, string? At) Worst()
        {
            var (worst, at) = (0.0, (string?)null);
            if (totals.RowTotals is { } byRow)
            {
                for (var row = 0; row < rows; row++)
                    See(SumRow(row), byRow[row], totals.Rows, row);
            }

            if (totals.ColumnTotals is { } byColumn)
            {
                SumColumns();
                for (var column = 0; column < columns; column++)
                    See(sums[column], byColumn[column], totals.Columns, column);
            }

            if (totals.GroupTotals is { } byGroup)
            {
                SumGroups();
                for (var group = 0; group < groups.Length; group++)
                    See(sums[group], byGroup[group], null, group);
            }

            return (worst, at);

            void See(double sum, double total, IReadOnlyList<string>? labels, int index)
            {
                var error = sum == total ? 0 : Math.Abs(sum - total) / (total > 0 ? total : whole);
                if (!(error <= worst))
                    (worst, at) = (double.IsNaN(error) ? double.PositiveInfinity : error, labels?[index] ?? totals.Groups!.Name(index));
            }
        }

        public double[] Cells()
        {
            var cells = new double[seed.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                // A zero of the seed stays zero, however large a multiplier has become.
                if (seed[i] > 0)
                    cells[i] = seed[i] * Rows[i / columns] * Columns[i % columns] * (totals.Groups is { } of ? groups[of.Of[i]] : 1);
            }

            return cells;
        }

        private double SumRow(int row)
        {
            var cells = seed.AsSpan(row * columns, columns);
            var sum = 0.0;
            if (totals.Groups is { } of)
            {
                var group = of.Of.Slice(row * columns, columns);
                for (var column = 0; column < columns; column++)
                    sum += cells[column] * Columns[column] * groups[group[column]];
            }
            else
            {
                sum = Lanes.Dot(cells, Columns);
            }

            return sum * Rows[row];
        }

        private void SumColumns()
        {
            sums.AsSpan().Clear();
            for (var row = 0; row < rows; row++)
            {
                var cells = seed.AsSpan(row * columns, columns);
                var factor = Rows[row];
                if (totals.Groups is { } of)
                {
                    var group = of.Of.Slice(row * columns, columns);
                    for (var column = 0; column < columns; column++)
                        sums[column] += factor * cells[column] * groups[group[column]];
                }
                else
                {
                    Lanes.AddScaled(sums.AsSpan(0, columns), cells, factor);
                }
            }

            for (var column = 0; column < columns; column++)
                sums[column] *= Columns[column];
        }

        private void SumGroups()
        {
            sums.AsSpan().Clear();
            var of = totals.Groups!.Of;
            for (var i = 0; i < seed.Length; i++)
                sums[of[i]] += seed[i] * Rows[i / columns] * Columns[i % columns];
            for (var group = 0; group < groups.Length; group++)
                sums[group] *= groups[group];
        }

        private void Scale(double[] factors, double[] to)
        {
            for (var i = 0; i < factors.Length; i++)
                Scale(ref factors[i], to[i], sums[i]);
        }

        // A total of zero empties its line. A sum of zero beside a total above it can only come of such a line: left as it is, it shows as error.
        private static void Scale(ref double factor, double total, double sum)
        {
            if (total == 0)
                factor = 0;
            else if (sum > 0)
                factor *= total / sum;
        }

        private static double[] Ones(int count)
        {
            var ones = new double[count];
            Array.Fill(ones, 1);
            return ones;
        }
    }
}
