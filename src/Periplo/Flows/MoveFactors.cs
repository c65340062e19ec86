namespace Periplo.Flows;

/// <summary>
/// Moves by birthplace in the form every closed method gives them: F(i,j,k) = w(k) a(k,i) m(i,j) b(k,j). Three tables of n² stand for n³
/// cells, which are never written down.
/// </summary>
/// <param name="From">a, birthplace × areas + origin.</param>
/// <param name="To">b, birthplace × areas + destination.</param>
/// <param name="Scale">w, one a birthplace.</param>
/// <param name="Seed">m, origin × areas + destination; null where all are one.</param>
internal sealed record MoveFactors(double[] From, double[] To, double[] Scale, double[]? Seed)
{
    private int Areas => From.Length / Scale.Length;

    /// <summary>Adds the moves of all birthplaces, each times its weight, to a table; the diagonal has those who stay.</summary>
    public void AddTo(double[] flows, IReadOnlyList<double>? weights, int threads)
    {
        var scale = weights is null ? Scale : [.. Scale.Select((one, birthplace) => one * weights[birthplace])];
        if (Seed is null)
        {
            CrossProduct.Add(From, To, scale, Areas, flows, threads);
            return;
        }

        var product = new double[flows.Length];
        CrossProduct.Add(From, To, scale, Areas, product, threads);
        Lanes.Multiply(product, Seed, product);
        Lanes.AddScaled(flows, product, 1);
    }

    /// <summary>Moves of one birthplace from an origin to a destination.</summary>
    public double Of(int birthplace, int origin, int destination)
    {
        var areas = Areas;
        return Scale[birthplace] * From[(birthplace * areas) + origin] * To[(birthplace * areas) + destination] * (Seed is null ? 1 : Seed[(origin * areas) + destination]);
    }

    /// <summary>Adds the moves in and out of every area of one birthplace, without those who stay.</summary>
    public void AddMoves(int birthplace, double weight, Span<double> moves, bool into)
    {
        var areas = Areas;
        var from = From.AsSpan(birthplace * areas, areas);
        var to = To.AsSpan(birthplace * areas, areas);
        var here = into ? to : from;
        var there = into ? from : to;
        var all = Lanes.Sum(there);
        for (var area = 0; area < areas; area++)
        {
            if (here[area] == 0)
                continue;
            var others = Seed is null ? all - there[area] : Weighted(there, area, into);
            moves[area] += weight * Scale[birthplace] * here[area] * others;
        }
    }

    /// <summary>
    /// Σ F² and Σ (F − ratio G)² over pairs of different areas of a birthplace's cells in two tables. Cell by cell: worked out from sums of
    /// factors the second would be a small difference of large numbers.
    /// </summary>
    public (double Squares, double Distance) PairSums(MoveFactors other, double ratio, int birthplace)
    {
        var (squares, distance) = (0.0, 0.0);
        for (var origin = 0; origin < Areas; origin++)
        {
            for (var destination = 0; destination < Areas; destination++)
            {
                if (destination == origin)
                    continue;
                var cell = Of(birthplace, origin, destination);
                var gap = cell - (ratio * other.Of(birthplace, origin, destination));
                squares += cell * cell;
                distance += gap * gap;
            }
        }

        return (squares, distance);
    }

    /// <summary>Moves of a birthplace between different areas.</summary>
    public double Moves(int birthplace)
    {
        var moves = new double[Areas];
        AddMoves(birthplace, 1, moves, into: true);
        return Lanes.Sum(moves);
    }

    private double Weighted(ReadOnlySpan<double> there, int area, bool into)
    {
        var (areas, sum) = (there.Length, 0.0);
        for (var other = 0; other < areas; other++)
            sum += other == area ? 0 : there[other] * (into ? Seed![(other * areas) + area] : Seed![(area * areas) + other]);
        return sum;
    }
}
