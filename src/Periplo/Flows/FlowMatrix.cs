namespace Periplo.Flows;

/// <summary>Moves between units in a period: from each origin to each destination, none to itself. Immutable.</summary>
public sealed class FlowMatrix
{
    private readonly double[] cells;

    /// <summary>A matrix of moves.</summary>
    /// <param name="size">Number of units, 2 or more.</param>
    /// <param name="flow">Moves from an origin to a destination, not below zero; not asked for the diagonal.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two units, or a cell is below zero or no number.</exception>
    public FlowMatrix(int size, Func<int, int, double> flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        (Size, cells) = (size, new double[size * size]);
        var (outflows, inflows) = (new double[size], new double[size]);
        for (var origin = 0; origin < size; origin++)
        {
            for (var destination = 0; destination < size; destination++)
            {
                if (origin == destination)
                    continue;
                var moves = flow(origin, destination);
                if (!double.IsFinite(moves) || moves < 0)
                    throw new ArgumentOutOfRangeException(nameof(flow), moves, "Moves are counts, not below zero.");
                cells[(origin * size) + destination] = moves;
                outflows[origin] += moves;
                inflows[destination] += moves;
            }
        }

        (Outflows, Inflows, Total) = (outflows, inflows, outflows.Sum());
    }

    /// <summary>Number of units.</summary>
    public int Size { get; }

    /// <summary>All moves, M.</summary>
    public double Total { get; }

    /// <summary>Moves from each unit, O.</summary>
    public IReadOnlyList<double> Outflows { get; }

    /// <summary>Moves to each unit, I.</summary>
    public IReadOnlyList<double> Inflows { get; }

    /// <summary>Moves from an origin to a destination.</summary>
    public double this[int origin, int destination] => cells[(origin * Size) + destination];

    /// <summary>The cells off the diagonal, row by row.</summary>
    public IEnumerable<double> Cells()
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i % (Size + 1) != 0)
                yield return cells[i];
        }
    }
}
