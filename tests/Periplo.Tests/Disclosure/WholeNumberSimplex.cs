namespace Periplo.Tests.Disclosure;

/// <summary>
/// A linear program solved in whole numbers, without rounding: the tableau is kept as integers over one common divisor, the
/// last pivot (Edmonds 1967). Bland's rule. Shares no line and no arithmetic with the solver of the product.
/// </summary>
internal sealed class WholeNumberSimplex
{
    private readonly List<long[]> rows = [];
    private readonly List<int> basis = [];
    private readonly int variables;
    private readonly int width;
    private long divisor = 1;

    /// <summary>Equations of whole coefficients with the right-hand side last, over variables that are not negative. They must have a solution.</summary>
    public WholeNumberSimplex(int variables, IEnumerable<long[]> equations)
    {
        this.variables = variables;
        var all = equations.ToList();
        // Artificial variables stand behind the others and stay, closed to entry.
        width = variables + all.Count + 1;
        for (var r = 0; r < all.Count; r++)
        {
            var sign = all[r][^1] < 0 ? -1 : 1;
            var row = new long[width];
            for (var j = 0; j < variables; j++)
                row[j] = sign * all[r][j];
            row[variables + r] = 1;
            row[^1] = sign * all[r][^1];
            rows.Add(row);
            basis.Add(variables + r);
        }

        var objective = new long[width];
        for (var j = variables; j < width - 1; j++)
            objective[j] = 1;
        if (Minimise(objective) is not { Numerator: 0 })
            throw new InvalidOperationException("The equations have no solution.");
        for (var r = 0; r < rows.Count; r++)
        {
            if (basis[r] >= variables && Array.FindIndex(rows[r], 0, variables, value => value != 0) is var column and >= 0)
                Pivot(r, column, null);
        }
    }

    /// <summary>Least value of a variable.</summary>
    public double Least(int variable) => Extreme(variable, 1)!.Value;

    /// <summary>Greatest value of a variable; infinite when nothing holds it.</summary>
    public double Greatest(int variable) => -Extreme(variable, -1) ?? double.PositiveInfinity;

    private double? Extreme(int variable, long sign)
    {
        var objective = new long[width];
        objective[variable] = sign;
        return Minimise(objective) is var (numerator, denominator) ? (double)numerator / denominator : null;
    }

    private (long Numerator, long Denominator)? Minimise(long[] costs)
    {
        // Reduced costs over the common divisor: divisor * c - sum of the basic costs times their rows.
        var reduced = new long[width];
        for (var j = 0; j < width; j++)
        {
            reduced[j] = checked(divisor * costs[j]);
            for (var r = 0; r < rows.Count; r++)
                reduced[j] = checked(reduced[j] - (costs[basis[r]] * rows[r][j]));
        }

        while (true)
        {
            var column = Array.FindIndex(reduced, 0, variables, value => value < 0);
            if (column < 0)
                return (-reduced[^1], divisor);
            var leaving = -1;
            for (var r = 0; r < rows.Count; r++)
            {
                if (rows[r][column] <= 0)
                    continue;
                if (leaving < 0)
                {
                    leaving = r;
                    continue;
                }

                var order = ((Int128)rows[r][^1] * rows[leaving][column]).CompareTo((Int128)rows[leaving][^1] * rows[r][column]);
                if (order < 0 || (order == 0 && basis[r] < basis[leaving]))
                    leaving = r;
            }

            if (leaving < 0)
                return null;
            Pivot(leaving, column, reduced);
        }
    }

    private void Pivot(int r, int column, long[]? reduced)
    {
        var row = rows[r];
        var pivot = row[column];
        foreach (var other in rows.Append(reduced))
        {
            if (other is null || ReferenceEquals(other, row))
                continue;
            var factor = other[column];
            for (var j = 0; j < width; j++)
                other[j] = checked((pivot * other[j]) - (factor * row[j])) / divisor;
        }

        basis[r] = column;
        divisor = pivot;
        if (divisor >= 0)
            return;
        // Only when an artificial variable at zero is exchanged; the divisor is kept positive.
        divisor = -divisor;
        foreach (var other in rows.Append(reduced))
        {
            for (var j = 0; other is not null && j < width; j++)
                other[j] = -other[j];
        }
    }
}
