namespace Periplo.Flows;

/// <summary>
/// Cholesky's factors H = U′U of a symmetric matrix, upper triangle, in place, by blocks of rows. Made for the matrices of a graph
/// that Newton's method meets: they are singular along the constants of each connected part, so a variable whose pivot vanishes is
/// held still.
/// </summary>
internal static class Cholesky
{
    private const int Block = 48;

    /// <summary>A pivot below this share of its first value is rounding.</summary>
    private const double Vanished = 1e-12;

    /// <summary>Factors a matrix and solves H x = b.</summary>
    /// <param name="matrix">H, row by row; only the upper triangle is read. Overwritten.</param>
    /// <param name="right">b; overwritten with x.</param>
    /// <param name="threads">Threads; the result is the same for any number.</param>
    public static void Solve(double[] matrix, Span<double> right, int threads)
    {
        Factor(matrix, right.Length, threads);
        var n = right.Length;
        for (var k = 0; k < n; k++)
        {
            right[k] *= matrix[(k * n) + k];
            Lanes.AddScaled(right[(k + 1)..], matrix.AsSpan((k * n) + k + 1, n - k - 1), -right[k]);
        }

        for (var k = n - 1; k >= 0; k--)
            right[k] = (right[k] - Lanes.Dot(matrix.AsSpan((k * n) + k + 1, n - k - 1), right[(k + 1)..])) * matrix[(k * n) + k];
    }

    /// <summary>Leaves U with the reciprocals of its diagonal on the diagonal; zero where a variable is held still.</summary>
    private static void Factor(double[] matrix, int n, int threads)
    {
        Span<double> minus = stackalloc double[Block];
        minus.Fill(-1);
        var diagonal = new double[n];
        for (var k = 0; k < n; k++)
            diagonal[k] = matrix[(k * n) + k];
        for (var first = 0; first < n; first += Block)
        {
            var end = Math.Min(first + Block, n);
            for (var k = first; k < end; k++)
            {
                var row = matrix.AsSpan((k * n) + k, n - k);
                for (var above = first; above < k; above++)
                    Lanes.AddScaled(row, matrix.AsSpan((above * n) + k, n - k), -matrix[(above * n) + k]);
                var pivot = row[0] > Vanished * diagonal[k] ? 1 / Math.Sqrt(row[0]) : 0;
                Lanes.Scale(row, pivot);
                row[0] = pivot;
            }

            var part = new CrossProduct.Part(matrix, (first * n) + end, n);
            CrossProduct.Add(part, part, minus[..(end - first)], n - end, new(matrix, (end * n) + end, n), upperOnly: true, threads);
        }
    }
}
