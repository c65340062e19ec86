namespace Periplo.Flows;

/// <summary>
/// The least of ½ xᵀAx − bᵀx within bounds, by an active set: the unknowns that are free are solved for, the first to reach its bound on the
/// way stays there, and one that its bound holds back from a smaller value is let go. Ends after finitely many steps, for the function
/// falls at each and there are finitely many sets.
/// </summary>
internal static class BoxedMinimum
{
    private const double LeastPivot = 1e-14;
    private const double Settled = 1e-11;

    /// <summary>Finds it.</summary>
    /// <param name="matrix">A, symmetric and positive definite, row by row.</param>
    /// <param name="linear">b.</param>
    /// <param name="low">Lower bound of every unknown, or minus infinity.</param>
    /// <param name="high">Upper bound of every unknown, or infinity.</param>
    /// <returns>The unknowns; those at a bound are exactly there.</returns>
    /// <exception cref="ArithmeticException">A is singular to the precision of the numbers.</exception>
    public static double[] Find(double[] matrix, double[] linear, double low, double high)
    {
        var size = linear.Length;
        // Counts range from one to millions: a diagonal of ones keeps the small ones from drowning.
        var scale = new double[size];
        for (var i = 0; i < size; i++)
            scale[i] = matrix[(i * size) + i] > 0 ? Math.Sqrt(matrix[(i * size) + i]) : throw new ArithmeticException("The matrix is not positive definite.");
        var a = new double[size * size];
        var b = new double[size];
        for (var i = 0; i < size; i++)
        {
            b[i] = linear[i] / scale[i];
            for (var j = 0; j < size; j++)
                a[(i * size) + j] = matrix[(i * size) + j] / (scale[i] * scale[j]);
        }

        var (lows, highs) = (scale.Select(one => low * one).ToArray(), scale.Select(one => high * one).ToArray());
        var (at, x) = Within(a, b, lows, highs);
        var found = new double[size];
        for (var i = 0; i < size; i++)
            found[i] = at[i] < 0 ? low : at[i] > 0 ? high : x[i] / scale[i];
        return found;
    }

    private static (int[] At, double[] X) Within(double[] a, double[] b, double[] lows, double[] highs)
    {
        var size = b.Length;
        var at = new int[size];
        var x = Free(a, b, at, new double[size]);
        for (var i = 0; i < size; i++)
        {
            at[i] = x[i] < lows[i] ? -1 : x[i] > highs[i] ? 1 : 0;
            x[i] = Math.Clamp(x[i], lows[i], highs[i]);
        }

        var most = 100 * (size + 1);
        for (var step = 0; step < most; step++)
        {
            var goal = Free(a, b, at, x);
            var (share, blocking) = (1.0, -1);
            for (var i = 0; i < size; i++)
            {
                var bound = goal[i] < lows[i] ? lows[i] : highs[i];
                if (at[i] != 0 || (goal[i] >= lows[i] && goal[i] <= highs[i]) || (bound - x[i]) / (goal[i] - x[i]) >= share)
                    continue;
                (share, blocking) = ((bound - x[i]) / (goal[i] - x[i]), i);
            }

            for (var i = 0; i < size; i++)
                x[i] += at[i] == 0 ? share * (goal[i] - x[i]) : 0;
            if (blocking >= 0)
            {
                at[blocking] = goal[blocking] < lows[blocking] ? -1 : 1;
                x[blocking] = at[blocking] < 0 ? lows[blocking] : highs[blocking];
                continue;
            }

            // Late on, the first is let go instead of the most held back, which cannot go round in circles.
            if (HeldBack(a, b, at, x, first: step > most / 2) is not { } released)
                return (at, x);
            at[released] = 0;
        }

        throw new ArithmeticException("The bounds could not be kept.");
    }

    /// <summary>An unknown at a bound that would rather be inside; null when there is none, which is the least.</summary>
    private static int? HeldBack(double[] a, double[] b, int[] at, double[] x, bool first)
    {
        int? found = null;
        var most = Settled * (b.Max(Math.Abs) + x.Max(Math.Abs));
        for (var i = 0; i < b.Length; i++)
        {
            if (at[i] == 0)
                continue;
            var pull = at[i] * (Product(a, x, i) - b[i]);
            if (pull <= most)
                continue;
            (most, found) = (pull, i);
            if (first)
                return i;
        }

        return found;
    }

    /// <summary>The least over the free unknowns, the others staying as in <paramref name="x"/>.</summary>
    private static double[] Free(double[] a, double[] b, int[] at, double[] x)
    {
        var size = b.Length;
        var free = Enumerable.Range(0, size).Where(i => at[i] == 0).ToArray();
        var factor = Factor(a, size, free);
        var y = x.ToArray();
        foreach (var i in free)
            y[i] = 0;
        // The second pass takes off what rounding left in the first.
        for (var pass = 0; pass < 2; pass++)
        {
            var correction = free.Select(i => b[i] - Product(a, y, i)).ToArray();
            Substitute(factor, correction);
            for (var k = 0; k < free.Length; k++)
                y[free[k]] += correction[k];
        }

        return y;
    }

    /// <summary>Cholesky's lower triangle of the rows and columns of the free unknowns.</summary>
    private static double[] Factor(double[] a, int size, int[] free)
    {
        var count = free.Length;
        var lower = new double[count * count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[(free[i] * size) + free[j]];
                for (var k = 0; k < j; k++)
                    sum -= lower[(i * count) + k] * lower[(j * count) + k];
                if (i != j)
                    lower[(i * count) + j] = sum / lower[(j * count) + j];
                else
                    lower[(i * count) + i] = sum > LeastPivot ? Math.Sqrt(sum) : throw new ArithmeticException("The matrix is not positive definite.");
            }
        }

        return lower;
    }

    private static void Substitute(double[] lower, double[] right)
    {
        var count = right.Length;
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < i; k++)
                right[i] -= lower[(i * count) + k] * right[k];
            right[i] /= lower[(i * count) + i];
        }

        for (var i = count - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < count; k++)
                right[i] -= lower[(k * count) + i] * right[k];
            right[i] /= lower[(i * count) + i];
        }
    }

    private static double Product(double[] a, double[] x, int row)
    {
        var sum = 0.0;
        for (var j = 0; j < x.Length; j++)
            sum += a[(row * x.Length) + j] * x[j];
        return sum;
    }
}
