namespace Periplo.Populations;

/// <summary>Where a search ended.</summary>
/// <param name="Value">The distance there.</param>
/// <param name="Logarithms">Logarithms of the parameters.</param>
/// <param name="Settled">Whether it ended by itself.</param>
internal sealed record ScheduleEnd(double Value, double[] Logarithms, bool Settled);

/// <summary>Goes down from a start by Levenberg–Marquardt within the bounds of the parameters. Damping after H. Nielsen (1999), Damping parameter in Marquardt's method, Technical University of Denmark.</summary>
internal static class ScheduleSearch
{
    private const int MostRounds = 1_000;
    private const int QuietRounds = 5;
    private const double Quiet = 1e-12;
    private const double MostDamping = 1e12;

    // A step of more than this in a logarithm leaves where the curve is nearly linear.
    private const double LongestStep = 0.7;

    /// <summary>Goes down from <paramref name="start"/>.</summary>
    public static ScheduleEnd Descend(ScheduleObjective objective, double[] start)
    {
        var (descent, curvature) = (new double[objective.Size], new double[objective.Size, objective.Size]);
        var here = start;
        var value = objective.Linearise(here, descent, curvature);
        var (damping, growth, quiet) = (1e-2, 2.0, 0);
        for (var round = 0; round < MostRounds; round++)
        {
            if (value <= objective.Negligible || damping > MostDamping)
                return new(value, here, Settled: true);
            var free = Enumerable.Range(0, objective.Size).Where(i => !Held(objective, here, descent, i)).ToArray();
            var there = Move(objective, here, SymmetricSystem.Solve(curvature, descent, free, damping));
            var (promised, lower) = (Promise(here, there, descent, curvature), objective.Value(there));
            if (!(lower < value) || !(promised > 0))
            {
                damping *= growth;
                growth *= 2;
                continue;
            }

            quiet = value - lower <= Quiet * value ? quiet + 1 : 0;
            var gain = (value - lower) / promised;
            damping = Math.Max(1e-12, damping * Math.Max(1.0 / 3, 1 - Math.Pow((2 * gain) - 1, 3)));
            growth = 2;
            here = there;
            value = objective.Linearise(here, descent, curvature);
            if (quiet == QuietRounds)
                return new(value, here, Settled: true);
        }

        return new(value, here, Settled: false);
    }

    /// <summary>Whether a parameter stands at a bound that the way down would leave.</summary>
    private static bool Held(ScheduleObjective objective, double[] here, double[] descent, int parameter) =>
        (here[parameter] <= objective.Lowest[parameter] && descent[parameter] <= 0) || (here[parameter] >= objective.Highest[parameter] && descent[parameter] >= 0);

    private static double[] Move(ScheduleObjective objective, double[] here, double[] step)
    {
        var there = new double[here.Length];
        for (var i = 0; i < here.Length; i++)
            there[i] = Math.Clamp(here[i] + Math.Clamp(step[i], -LongestStep, LongestStep), objective.Lowest[i], objective.Highest[i]);
        return there;
    }

    /// <summary>How much lower the distance would be if the curve were linear.</summary>
    private static double Promise(double[] here, double[] there, double[] descent, double[,] curvature)
    {
        var promised = 0.0;
        for (var row = 0; row < here.Length; row++)
        {
            var step = there[row] - here[row];
            promised += step * ((2 * descent[row]) - (curvature[row, row] * step));
            for (var column = 0; column < row; column++)
                promised -= 2 * step * curvature[row, column] * (there[column] - here[column]);
        }

        return promised;
    }
}
