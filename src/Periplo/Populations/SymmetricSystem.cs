namespace Periplo.Populations;

/// <summary>Small symmetric systems by Cholesky's method, scaled to ones on the diagonal because parameters differ by orders of magnitude.</summary>
internal static class SymmetricSystem
{
    /// <summary>Solves (A + <paramref name="damping"/> · diag A) x = b on the rows that are free; the others stay 0.</summary>
    /// <param name="matrix">A, its lower triangle.</param>
    /// <param name="right">b.</param>
    /// <param name="free">Rows to solve.</param>
    /// <param name="damping">Damping, not below zero.</param>
    /// <returns>x, or null when A is not positive.</returns>
    public static double[]? Solve(double[,] matrix, double[] right, int[] free, double damping)
    {
        var (factor, scale) = Factor(matrix, free, damping);
        if (factor is null)
            return null;
        var x = Enumerable.Range(0, free.Length).Select(i => right[free[i]] / scale[i]).ToArray();
        Substitute(factor, x);
        var solved = new double[right.Length];
        for (var i = 0; i < free.Length; i++)
            solved[free[i]] = x[i] / scale[i];
        return solved;
    }

    /// <summary>Diagonal of the inverse of A on the rows that are free, or null when A is not positive.</summary>
    public static double[]? Inverse(double[,] matrix, int[] free)
    {
        var (factor, scale) = Factor(matrix, free, damping: 0);
        if (factor is null)
            return null;
        var diagonal = new double[free.Length];
        for (var i = 0; i < free.Length; i++)
        {
            var unit = new double[free.Length];
            unit[i] = 1;
            Substitute(factor, unit);
            diagonal[i] = unit[i] / (scale[i] * scale[i]);
        }

        return diagonal;
    }

    private static (double[,]? Factor, double[] Scale) Factor(double[,] matrix, int[] free, double damping)
    {
        const double Nothing = 1e-15;
        var size = free.Length;
        var (factor, scale) = (new double[size, size], new double[size]);
        for (var i = 0; i < size; i++)
            scale[i] = matrix[free[i], free[i]] > 0 ? Math.Sqrt(matrix[free[i], free[i]]) : 1;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                // Rows of free grow, so the lower triangle is met.
                var sum = (matrix[free[i], free[j]] / (scale[i] * scale[j])) + (i == j ? damping : 0);
                for (var k = 0; k < j; k++)
                    sum -= factor[i, k] * factor[j, k];
                if (i != j)
                    factor[i, j] = sum / factor[j, j];
                else if (sum > Nothing)
                    factor[i, i] = Math.Sqrt(sum);
                else
                    return (null, scale);
            }
        }

        return (factor, scale);
    }

    private static void Substitute(double[,] factor, double[] x)
    {
        for (var i = 0; i < x.Length; i++)
        {
            for (var k = 0; k < i; k++)
                x[i] -= factor[i, k] * x[k];
            x[i] /= factor[i, i];
        }

        for (var i = x.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < x.Length; k++)
                x[i] -= factor[k, i] * x[k];
            x[i] /= factor[i, i];
        }
    }
}
