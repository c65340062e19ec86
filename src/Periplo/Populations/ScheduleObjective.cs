namespace Periplo.Populations;

/// <summary>
/// How far a model migration schedule is from what was observed, and which way down is. Works on logarithms of the parameters and
/// on rates over their mean, so that the unit of the rates does not matter.
/// </summary>
internal sealed class ScheduleObjective
{
    // Rates over their mean that vary less than this vary by rounding.
    private const double Alike = 1e-24;

    private readonly AgeRate[] observed;
    private readonly double[]? exposures;
    private readonly double unit;
    private readonly RogersCastroFamily family;
    private readonly bool[] areLevels;

    /// <summary>Least squares of rates, or Poisson deviance where there are populations.</summary>
    public ScheduleObjective(RogersCastroFamily family, AgeRate[] observed, double[]? populations)
    {
        this.family = family;
        unit = observed.Average(rate => rate.Rate);
        this.observed = Array.ConvertAll(observed, rate => rate with { Rate = rate.Rate / unit });
        exposures = populations is null ? null : Array.ConvertAll(populations, persons => persons * unit);
        areLevels = [.. RogersCastro.Names(family).Select(name => name is "c" or ['a', >= '1' and <= '4'])];
        (Lowest, Highest) = Bounds(family);
        Negligible = exposures is null ? 1e-24 * observed.Length : 1e-12;
    }

    /// <summary>Number of parameters.</summary>
    public int Size => (int)family;

    /// <summary>The family.</summary>
    public RogersCastroFamily Family => family;

    /// <summary>Least logarithm of each parameter.</summary>
    public double[] Lowest { get; }

    /// <summary>Greatest logarithm of each parameter.</summary>
    public double[] Highest { get; }

    /// <summary>A value that is nothing but rounding.</summary>
    public double Negligible { get; }

    /// <summary>What was observed, over its mean.</summary>
    public IReadOnlyList<AgeRate> Observed => observed;

    /// <summary>Weight of an observation before any schedule is known.</summary>
    public double Weight(int of) => exposures?[of] ?? 1;

    /// <summary>Logarithms of the parameters of a schedule, levels over the mean rate.</summary>
    public double[] Scaled(RogersCastro schedule)
    {
        var logarithms = schedule.Values();
        for (var i = 0; i < logarithms.Length; i++)
            logarithms[i] = Math.Clamp(Math.Log(areLevels[i] ? logarithms[i] / unit : logarithms[i]), Lowest[i], Highest[i]);
        return logarithms;
    }

    /// <summary>The parameters of logarithms, in the unit of the rates.</summary>
    public double[] Unscaled(double[] logarithms) => [.. logarithms.Select((one, i) => Math.Exp(one) * (areLevels[i] ? unit : 1))];

    /// <summary>The distance: sum of squares, or deviance.</summary>
    public double Value(double[] logarithms)
    {
        var (value, curve) = (0.0, new ScheduleCurve(family, logarithms));
        Span<double> none = [];
        for (var i = 0; i < observed.Length; i++)
            value += Distance(i, curve.Mean(observed[i], none));
        return value;
    }

    /// <summary>The distance, half its descent and half its curvature, without the second derivatives of the curve.</summary>
    public double Linearise(double[] logarithms, double[] descent, double[,] curvature)
    {
        var (value, curve) = (0.0, new ScheduleCurve(family, logarithms));
        Array.Clear(descent);
        Array.Clear(curvature);
        Span<double> slopes = stackalloc double[Size];
        for (var i = 0; i < observed.Length; i++)
        {
            var rate = curve.Mean(observed[i], slopes);
            value += Distance(i, rate);
            var weight = exposures is null ? 1 : exposures[i] / rate;
            for (var row = 0; row < Size; row++)
            {
                descent[row] += weight * (observed[i].Rate - rate) * slopes[row];
                for (var column = 0; column <= row; column++)
                    curvature[row, column] += weight * slopes[row] * slopes[column];
            }
        }

        return value;
    }

    /// <summary>How good a fit is: E, R², root mean square difference in the unit of the rates, and deviance.</summary>
    public (double Error, double? R2, double Root, double? Deviance) Judge(double[] logarithms)
    {
        var curve = new ScheduleCurve(family, logarithms);
        var (absolute, squares, spread) = (0.0, 0.0, 0.0);
        foreach (var rate in observed)
        {
            var difference = rate.Rate - curve.Mean(rate, []);
            absolute += Math.Abs(difference);
            squares += difference * difference;
            // The mean of the observed rates is 1.
            spread += (rate.Rate - 1) * (rate.Rate - 1);
        }

        return (100 * absolute / observed.Length, spread > Alike * observed.Length ? 1 - (squares / spread) : null, unit * Math.Sqrt(squares / observed.Length), exposures is null ? null : Value(logarithms));
    }

    /// <summary>Standard errors of parameters, from the curvature at the bottom.</summary>
    public double?[] StandardErrors(double[] logarithms, double[] parameters)
    {
        var (descent, curvature) = (new double[Size], new double[Size, Size]);
        var errors = new double?[Size];
        var left = observed.Length - Size;
        if (left == 0)
            return errors;
        var value = Linearise(logarithms, descent, curvature);
        var free = Enumerable.Range(0, Size).Where(i => logarithms[i] > Lowest[i] + 1e-6 && logarithms[i] < Highest[i] - 1e-6).ToArray();
        // Counts that vary less than a Poisson variable do by chance are not taken to be surer than it.
        var dispersion = exposures is null ? value / left : Math.Max(1, value / left);
        if (SymmetricSystem.Inverse(curvature, free) is not { } variances)
            return errors;
        for (var i = 0; i < free.Length; i++)
            errors[free[i]] = parameters[free[i]] * Math.Sqrt(dispersion * variances[i]);
        return errors;
    }

    private double Distance(int of, double rate)
    {
        var difference = observed[of].Rate - rate;
        if (exposures is null)
            return difference * difference;
        var seen = observed[of].Rate;
        return 2 * exposures[of] * ((seen > 0 ? seen * Math.Log(seen / rate) : 0) - difference);
    }

    /// <summary>Wide enough for every published schedule; they keep the search from where the curve is flat.</summary>
    private static (double[] Lowest, double[] Highest) Bounds(RogersCastroFamily family)
    {
        (double Low, double High) Of(string name) => name switch
        {
            "alpha1" => (1e-3, 3),
            "alpha2" or "alpha3" => (1e-3, 5),
            "mu2" => (2, 45),
            "mu3" => (40, 110),
            "lambda2" or "lambda3" => (1e-2, 10),
            "lambda4" => (1e-4, 0.3),
            "a4" => (1e-14, 100),
            _ => (1e-10, 1e4),
        };
        var bounds = RogersCastro.Names(family).Select(Of).ToList();
        return ([.. bounds.Select(bound => Math.Log(bound.Low))], [.. bounds.Select(bound => Math.Log(bound.High))]);
    }
}
