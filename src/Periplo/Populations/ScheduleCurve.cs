using System.Runtime.InteropServices;

namespace Periplo.Populations;

/// <summary>A model migration schedule and its slopes by the logarithms of its parameters, for the search.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ScheduleCurve
{
    private readonly double[] parameters;
    private readonly bool hasPeak;
    private readonly bool hasSlope;

    public ScheduleCurve(RogersCastroFamily family, double[] logarithms)
    {
        parameters = Array.ConvertAll(logarithms, Math.Exp);
        (hasPeak, hasSlope) = (RogersCastro.HasPeak(family), RogersCastro.HasSlope(family));
    }

    /// <summary>Mean rate of the ages of an observation; <paramref name="slopes"/>, unless empty, take its slope by each logarithm.</summary>
    public double Mean(AgeRate ages, Span<double> slopes)
    {
        slopes.Clear();
        var sum = 0.0;
        for (var age = ages.From; age <= ages.To; age++)
            sum += Rate(age, slopes);
        foreach (ref var slope in slopes)
            slope /= ages.Years;
        return sum / ages.Years;
    }

    private double Rate(double age, Span<double> slopes)
    {
        var of = parameters;
        var rate = Exponential(0, -of[1] * age, slopes) + Peak(2, age, slopes);
        var at = 6;
        if (hasPeak)
        {
            rate += Peak(at, age, slopes);
            at += 4;
        }

        if (hasSlope)
        {
            rate += Exponential(at, of[at + 1] * age, slopes);
            at += 2;
        }

        if (!slopes.IsEmpty)
            slopes[at] += of[at];
        return rate + of[at];
    }

    private double Exponential(int at, double exponent, Span<double> slopes)
    {
        var rate = parameters[at] * Math.Exp(exponent);
        if (!slopes.IsEmpty)
        {
            slopes[at] += rate;
            slopes[at + 1] += exponent * rate;
        }

        return rate;
    }

    private double Peak(int at, double age, Span<double> slopes)
    {
        var (alpha, mu, lambda) = (parameters[at + 1], parameters[at + 2], parameters[at + 3]);
        var after = age - mu;
        var rise = Math.Exp(-lambda * after);
        var rate = parameters[at] * Math.Exp((-alpha * after) - rise);
        // Far below the peak the rise is beyond all numbers and the rate is none: 0 · ∞ would be no number.
        if (slopes.IsEmpty || rate == 0)
            return rate;
        slopes[at] += rate;
        slopes[at + 1] -= alpha * after * rate;
        slopes[at + 2] += mu * (alpha - (lambda * rise)) * rate;
        slopes[at + 3] += lambda * after * rise * rate;
        return rate;
    }
}
