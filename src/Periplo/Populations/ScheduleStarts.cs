namespace Periplo.Populations;

/// <summary>
/// Starts of a search. Once the shapes of the parts are chosen the curve is linear in their levels, so a grid of shapes is tried with
/// the best levels of each, and the best grid points that differ among themselves begin a search.
/// </summary>
internal static class ScheduleStarts
{
    private const int FirstLabourAge = 12;
    private const int LastLabourAge = 50;
    private const int Sweeps = 100;

    // A level of none has no logarithm and would never be left.
    private const double LeastShare = 0.01;

    private static readonly double[] Descents = [0.03, 0.1, 0.25];
    private static readonly double[] Ascents = [0.15, 0.4, 1];
    private static readonly double[] Shifts = [-3, 0, 3];
    private static readonly double[] RetirementAges = [55, 63, 72, 80];
    private static readonly (double Alpha, double Lambda)[] RetirementShapes = [(0.1, 0.3), (0.5, 0.4), (0.8, 0.15)];
    private static readonly double[] ElderlySlopes = [0.01, 0.03, 0.08];

    /// <summary>As many starts as asked for, or as there are, best first: logarithms of the parameters.</summary>
    public static List<double[]> Of(ScheduleObjective objective, int count)
    {
        var children = Descents.Select(alpha => Column.Of(objective, [alpha], age => Math.Exp(-alpha * age))).ToList();
        var labour = (
            from alpha in Descents
            from lambda in Ascents
            from shift in Shifts
            let mu = Math.Max(5, PeakAge(objective) + shift + (Math.Log(alpha / lambda) / lambda))
            select Column.Of(objective, [alpha, mu, lambda], new MigrationPeak(1, alpha, mu, lambda).Rate)).ToList();
        List<Column?> retirement = [null];
        if (RogersCastro.HasPeak(objective.Family))
        {
            retirement = (
                from mu in RetirementAges
                from shape in RetirementShapes
                select Column.Of(objective, [shape.Alpha, mu, shape.Lambda], new MigrationPeak(1, shape.Alpha, mu, shape.Lambda).Rate)).ToList<Column?>();
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
        var columns = parts.OfType<Column>().ToList();
        var levels = new double[columns.Count];
        var rest = objective.Observed.Select(rate => rate.Rate).ToArray();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var moved = 0.0;
            for (var part = 0; part < levels.Length; part++)
            {
                var (values, before) = (columns[part].Values, levels[part]);
                var along = 0.0;
                for (var i = 0; i < rest.Length; i++)
                    along += objective.Weight(i) * values[i] * rest[i];
                levels[part] = Math.Max(0, before + (columns[part].Square > 0 ? along / columns[part].Square : 0));
                var change = levels[part] - before;
                for (var i = 0; i < rest.Length; i++)
                    rest[i] -= change * values[i];
                moved = Math.Max(moved, Math.Abs(change) * columns[part].Greatest);
            }

            if (moved < 1e-4)
                break;
        }

        var logarithms = new List<double>(objective.Size);
        for (var part = 0; part < levels.Length; part++)
        {
            logarithms.Add(Math.Log(Math.Max(levels[part], LeastShare / Math.Max(columns[part].Greatest, LeastShare))));
            logarithms.AddRange(columns[part].Shape.Select(Math.Log));
        }

        var start = logarithms.Select((one, i) => Math.Clamp(one, objective.Lowest[i], objective.Highest[i])).ToArray();
        var distance = 0.0;
        for (var i = 0; i < rest.Length; i++)
            distance += objective.Weight(i) * rest[i] * rest[i];
        return new(distance, start, columns);
    }

    /// <summary>A part of given shape and level 1 at the ages observed.</summary>
    private sealed record Column(double[] Shape, double[] Values, double Square, double Greatest)
    {
        public static Column Of(ScheduleObjective objective, double[] shape, Func<double, double> curve)
        {
            var values = objective.Observed.Select(rate => Enumerable.Range(rate.From, rate.Years).Average(age => curve(age))).ToArray();
            return new(shape, values, values.Select((value, i) => objective.Weight(i) * value * value).Sum(), values.Max());
        }
    }

    private sealed record GridPoint(double Distance, double[] Logarithms, List<Column> Parts)
    {
        public int DiffersBy(GridPoint other) => Parts.Zip(other.Parts, (one, two) => one.Shape.Zip(two.Shape, (a, b) => a == b ? 0 : 1).Sum()).Sum();
    }
}
