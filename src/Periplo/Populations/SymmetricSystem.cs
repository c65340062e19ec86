using Periplo.Flows;

namespace Periplo.Populations;

/// <summary>The systems a search meets, scaled to ones on the diagonal because parameters differ by orders of magnitude.</summary>
internal static class SymmetricSystem
{
    /// <summary>Solves (A + <paramref name="damping"/> · diag A) x = b on the rows that are free; the others stay 0, as do those that hang on others.</summary>
    /// <param name="matrix">A, its lower triangle.</param>
    /// <param name="right">b.</param>
    /// <param name="free">Rows to solve, in order.</param>
    /// <param name="damping">Damping, not below zero.</param>
    public static double[] Solve(double[,] matrix, double[] right, int[] free, double damping)
    {
        var (scaled, scale) = Scaled(matrix, free, damping);
        var x = free.Select((row, i) => right[row] / scale[i]).ToArray();
        Cholesky.Solve(scaled, x, threads: 1);
        var solved = new double[right.Length];
        for (var i = 0; i < free.Length; i++)
            solved[free[i]] = x[i] / scale[i];
        return solved;
    }

    /// <summary>Diagonal of the inverse of A on the rows that are free, or null when A has none.</summary>
    public static double[]? Inverse(double[,] matrix, int[] free)
    {
        var (scaled, scale) = Scaled(matrix, free, damping: 0);
        var diagonal = new double[free.Length];
        for (var i = 0; i < free.Length; i++)
        {
            var unit = new double[free.Length];
            unit[i] = 1;
            Cholesky.Solve([.. scaled], unit, threads: 1);

            // Held still: its row is made of others.
            if (!(unit[i] > 0))
                return null;
            diagonal[i] = unit[i] / (scale[i] * scale[i]);
        }

        return diagonal;
    }

    private static (double[] Scaled, double[] Scale) Scaled(double[,] matrix, int[] free, double damping)
    {
        var size = free.Length;
        var scale = free.Select(row => matrix[row, row] > 0 ? Math.Sqrt(matrix[row, row]) : 1).ToArray();
        var scaled = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = i; j < size; j++)
                scaled[(i * size) + j] = (matrix[free[j], free[i]] / (scale[i] * scale[j])) + (i == j ? damping : 0);
        }

        return (scaled, scale);
    }
}
