namespace Periplo.Flows;

/// <summary>A square matrix taken apart into lower and upper triangle with row exchanges (Gaussian elimination with partial pivoting).</summary>
/// <remarks>Rows are worked on cell by cell in a fixed order, so the result does not depend on the width of the processor's vectors.</remarks>
internal sealed class LuFactors
{
    // A pivot this small beside the largest number of its column is what rounding leaves of a zero.
    private const double Vanishing = 1e-13;

    private readonly int size;
    private readonly double[] factors;
    private readonly int[] order;

    private LuFactors(int size, double[] factors, int[] order) => (this.size, this.factors, this.order) = (size, factors, order);

    /// <summary>Takes a matrix apart.</summary>
    /// <param name="size">Rows and columns.</param>
    /// <param name="matrix">Numbers row by row; not changed.</param>
    /// <param name="singular">The column that the columns before it determine (or that is zero) when the matrix is singular, else -1.</param>
    /// <returns>The factors, or null when the matrix is singular.</returns>
    public static LuFactors? Of(int size, ReadOnlySpan<double> matrix, out int singular)
    {
        var a = matrix.ToArray();
        var exchanges = Enumerable.Range(0, size).ToArray();
        var scale = new double[size];
        for (var i = 0; i < a.Length; i++)
            scale[i % size] = Math.Max(scale[i % size], Math.Abs(a[i]));
        for (var step = 0; step < size; step++)
        {
            var pivot = step;
            for (var row = step + 1; row < size; row++)
            {
                if (Math.Abs(a[(row * size) + step]) > Math.Abs(a[(pivot * size) + step]))
                    pivot = row;
            }

            // Not "<=": a number that is none is no pivot either.
            if (!(Math.Abs(a[(pivot * size) + step]) > Vanishing * scale[step]))
            {
                singular = step;
                return null;
            }

            if (pivot != step)
            {
                (exchanges[pivot], exchanges[step]) = (exchanges[step], exchanges[pivot]);
                for (var c = 0; c < size; c++)
                    (a[(pivot * size) + c], a[(step * size) + c]) = (a[(step * size) + c], a[(pivot * size) + c]);
            }

            var lead = a.AsSpan((step * size) + step + 1, size - step - 1);
            for (var row = step + 1; row < size; row++)
            {
                var factor = a[(row * size) + step] / a[(step * size) + step];
                a[(row * size) + step] = factor;
                if (factor != 0)
                    Lanes.AddScaled(a.AsSpan((row * size) + step + 1, lead.Length), lead, -factor);
            }
        }

        singular = -1;
        return new(size, a, exchanges);
    }

    /// <summary>Solves A X = B for as many columns as B has.</summary>
    /// <param name="right">B row by row, as many rows as A.</param>
    /// <param name="columns">Columns of B.</param>
    /// <returns>X row by row.</returns>
    public double[] Solve(ReadOnlySpan<double> right, int columns)
    {
        var x = new double[size * columns];
        for (var row = 0; row < size; row++)
            right.Slice(order[row] * columns, columns).CopyTo(x.AsSpan(row * columns));
        for (var row = 1; row < size; row++)
        {
            for (var above = 0; above < row; above++)
            {
                if (factors[(row * size) + above] is not 0 and var factor)
                    Lanes.AddScaled(x.AsSpan(row * columns, columns), x.AsSpan(above * columns, columns), -factor);
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var own = x.AsSpan(row * columns, columns);
            for (var below = row + 1; below < size; below++)
            {
                if (factors[(row * size) + below] is not 0 and var factor)
                    Lanes.AddScaled(own, x.AsSpan(below * columns, columns), -factor);
            }

            var pivot = factors[(row * size) + row];
            for (var c = 0; c < columns; c++)
                own[c] /= pivot;
        }

        return x;
    }
}
