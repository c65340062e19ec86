namespace Periplo.Flows;

/// <summary>
/// Cholesky's factors H = U′U of a symmetric matrix, upper triangle, in place, by blocks of rows. A variable whose pivot vanishes is
/// held still. Matrices of a graph, which Newton's method meets, are singular along the constants of each connected part: there the
/// last variable of each part is held still, for its pivot may be far from zero by rounding.
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
    /// <param name="ofGraph">Whether H has row sums of zero: singular, with one variable of each connected part undetermined.</param>
    public static void Solve(double[] matrix, Span<double> right, int threads, bool ofGraph = false)
    {
        Factor(matrix, right.Length, threads, ofGraph);
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
    private static void Factor(double[] matrix, int n, int threads, bool ofGraph)
    {
        Span<double> minus = stackalloc double[Block];
        minus.Fill(-1);
        var still = ofGraph ? LastOfParts(matrix, n) : new bool[n];
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
                var pivot = !still[k] && row[0] > Vanished * diagonal[k] ? 1 / Math.Sqrt(row[0]) : 0;
                Lanes.Scale(row, pivot);
                row[0] = pivot;
            }

            var part = new CrossProduct.Part(matrix, (first * n) + end, n);
            CrossProduct.Add(part, part, minus[..(end - first)], n - end, new(matrix, (end * n) + end, n), upperOnly: true, threads);
        }
    }

    /// <summary>Whether each variable is the last of those it hangs together with.</summary>
    private static bool[] LastOfParts(double[] matrix, int n)
    {
        // Each points to a later one of its part, the last to itself.
        int[] later = [.. Enumerable.Range(0, n)];
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                if (matrix[(i * n) + j] == 0)
                    continue;
                var (one, other) = (Last(later, i), Last(later, j));
                later[Math.Min(one, other)] = Math.Max(one, other);
            }
        }

        return [.. later.Select((end, k) => end == k)];
    }

    private static int Last(int[] later, int k)
    {
        while (later[k] != k)
            k = later[k] = later[later[k]];
        return k;
    }
}
