namespace Periplo.Populations;

/// <summary>
/// Starts of a search. Once the shapes of the parts are chosen the curve is linear in their levels, so a grid of shapes is tried with
/// the best levels of each, and the best grid points that differ among themselves begin a search.
/// </summary>
internal static class ScheduleStarts
{
    private const int FirstLabourAge = 12;
    private const int LastLabourAge = 40;
    private const int Sweeps = 100;

    // A level of none has no logarithm and would never be left.
    private const double LeastShare = 0.01;

    private static readonly double[] Descents = [0.03, 0.1, 0.25];
    private static readonly double[] Ascents = [0.15, 0.4, 1];
    private static readonly double[] Shifts = [-3, 0, 3];
    private static readonly double[] RetirementPeaks = [53, 59, 65, 71];
    private static readonly (double Alpha, double Lambda)[] RetirementShapes = [(0.1, 0.3), (0.5, 0.4), (0.8, 0.15), (0.5, 0.1)];
    private static readonly double[] ElderlySlopes = [0.01, 0.03, 0.08];

    /// <summary>As many starts as asked for, or as there are, best first: logarithms of the parameters.</summary>
    public static List<double[]> Of(ScheduleObjective objective, int count)
    {
        var children = Descents.Select(alpha => Column.Of(objective, [alpha], age => Math.Exp(-alpha * age))).ToList();
        var labour = (
            from alpha in Descents
            from lambda in Ascents
            from shift in Shifts
            select Column.OfPeak(objective, alpha, PeakAge(objective) + shift, lambda)).ToList();
        List<Column?> retirement = [null];
        if (RogersCastro.HasPeak(objective.Family))
        {
            retirement = (
                from peak in RetirementPeaks
                from shape in RetirementShapes
                select Column.OfPeak(objective, shape.Alpha, peak, shape.Lambda)).ToList<Column?>();
        }

        List<Column?> elderly = [null];
        if (RogersCastro.HasSlope(objective.Family))
            elderly = ElderlySlopes.Select(lambda => Column.Of(objective, [lambda], age => Math.Exp(lambda * age))).ToList<Column?>();
        var constant = Column.Of(objective, [], _ => 1);
        var grid = (
            from first in children
            from second in labour
            from third in retirement
            from fourth in elderly
            select Point(objective, [first, second, third, fourth, constant])).OrderBy(point => point.Distance).ToList();
        return Differing(grid, count);
    }

    /// <summary>The best points, those first that differ in two parts from every better one taken.</summary>
    private static List<double[]> Differing(List<GridPoint> grid, int count)
    {
        var taken = new List<GridPoint>();
        foreach (var point in grid)
        {
            if (taken.Count == count)
                break;
            if (taken.TrueForAll(other => point.DiffersBy(other) >= 2))
                taken.Add(point);
        }

        taken.AddRange(grid.Except(taken).Take(count - taken.Count));
        return taken.ConvertAll(point => point.Logarithms);
    }

    private static double PeakAge(ScheduleObjective objective)
    {
        var working = objective.Observed.Where(rate => rate.Middle is >= FirstLabourAge and <= LastLabourAge).ToList();
        return working.Count > 0 ? working.MaxBy(rate => rate.Rate).Middle - 0.5 : (FirstLabourAge + LastLabourAge) / 2.0;
    }

    /// <summary>The best levels of chosen shapes, none below zero, one after the other until nothing moves (coordinate descent).</summary>
    private static GridPoint Point(ScheduleObjective objective, Column?[] parts)
    {
        var columns = parts.OfType<Column>().ToArray();
        var products = new double[columns.Length, columns.Length];
        for (var row = 0; row < columns.Length; row++)
        {
            for (var column = 0; column <= row; column++)
                products[row, column] = products[column, row] = columns[row].Times(columns[column]);
        }

        var levels = new double[columns.Length];
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var moved = 0.0;
            for (var part = 0; part < levels.Length; part++)
            {
                var before = levels[part];
                if (products[part, part] > 0)
                    levels[part] = Math.Max(0, before + (Left(part) / products[part, part]));
                moved = Math.Max(moved, Math.Abs(levels[part] - before) * columns[part].Greatest);
            }

            if (moved < 1e-4)
                break;
        }

        // The square of what was observed is the same for every point and left out.
        var distance = 0.0;
        var logarithms = new List<double>(objective.Size);
        for (var part = 0; part < levels.Length; part++)
        {
            distance -= levels[part] * (columns[part].Observed + Left(part));
            logarithms.Add(Math.Log(Math.Max(levels[part], LeastShare / Math.Max(columns[part].Greatest, LeastShare))));
            logarithms.AddRange(columns[part].Shape.Select(one => Math.Log(one)));
        }

        return new(distance, [.. logarithms.Select((one, i) => Math.Clamp(one, objective.Lowest[i], objective.Highest[i]))], columns);

        // What is observed along a part and not yet explained.
        double Left(int part)
        {
            var left = columns[part].Observed;
            for (var other = 0; other < levels.Length; other++)
                left -= products[part, other] * levels[other];
            return left;
        }
    }

    /// <summary>A part of given shape and level 1 at the ages observed.</summary>
    /// <param name="Shape">Its parameters but the level.</param>
    /// <param name="Values">Its values.</param>
    /// <param name="Weighted">The values times the weights of the observations.</param>
    /// <param name="Observed">Its weighted product with what was observed.</param>
    /// <param name="Greatest">Its greatest value.</param>
    private sealed record Column(double[] Shape, double[] Values, double[] Weighted, double Observed, double Greatest)
    {
        public static Column Of(ScheduleObjective objective, double[] shape, Func<double, double> curve)
        {
            var values = objective.Observed.Select(rate => Enumerable.Range(rate.From, rate.Years).Average(age => curve(age))).ToArray();
            var weighted = values.Select((value, i) => objective.Weight(i) * value).ToArray();
            return new(shape, values, weighted, Product(weighted, [.. objective.Observed.Select(rate => rate.Rate)]), values.Max());
        }

        /// <summary>A peak by the age it stands at, from which μ follows.</summary>
        public static Column OfPeak(ScheduleObjective objective, double alpha, double peak, double lambda)
        {
            var mu = Math.Max(5, peak + (Math.Log(alpha / lambda) / lambda));
            return Of(objective, [alpha, mu, lambda], new MigrationPeak(1, alpha, mu, lambda).Rate);
        }

        public double Times(Column other) => Product(Weighted, other.Values);

        private static double Product(double[] left, double[] right)
        {
            var product = 0.0;
            for (var i = 0; i < left.Length; i++)
                product += left[i] * right[i];
            return product;
        }
    }

    private sealed record GridPoint(double Distance, double[] Logarithms, Column[] Parts)
    {
        public int DiffersBy(GridPoint other) => Parts.Zip(other.Parts, (one, two) => one.Shape.Zip(two.Shape, (a, b) => a == b ? 0 : 1).Sum()).Sum();
    }
}
