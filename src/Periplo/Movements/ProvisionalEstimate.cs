using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>A figure of a month as it could be told at a certain age, with its intervals.</summary>
/// <param name="State">What the figure rests on.</param>
/// <param name="Decided">Long-term migrations decided by then; of the net, arrivals less departures.</param>
/// <param name="Undecided">Crossings undecided by then; of the net, entries and exits together.</param>
/// <param name="Value">Decided plus the probabilities of the undecided, in persons; not a number where not estimated.</param>
/// <param name="Variance">Variance behind the intervals, in persons squared; not a number where not estimated.</param>
/// <param name="Low80">Lower bound of the 80 % interval.</param>
/// <param name="High80">Upper bound of the 80 % interval.</param>
/// <param name="Low95">Lower bound of the 95 % interval.</param>
/// <param name="High95">Upper bound of the 95 % interval.</param>
/// <param name="Inflation">Variance over that of the model alone; 1 where not calibrated.</param>
/// <param name="Cohorts">Earlier months on whose errors the interval is calibrated.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProvisionalEstimate(
    EstimateState State, long Decided, long Undecided, double Value, double Variance,
    double Low80, double High80, double Low95, double High95, double Inflation, int Cohorts)
{
    private const double Normal80 = 1.2815515655446004;
    private const double Normal95 = 1.959963984540054;

    /// <summary>There is a value.</summary>
    public bool IsEstimated => State != EstimateState.NotEstimated;

    /// <summary>Counts only: nothing to estimate from.</summary>
    internal static ProvisionalEstimate Counts(long decided, long undecided) =>
        new(EstimateState.NotEstimated, decided, undecided, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 1, 0);

    /// <summary>A figure that will not change.</summary>
    internal static ProvisionalEstimate Certain(long decided) =>
        new(EstimateState.Final, decided, 0, decided, 0, decided, decided, decided, decided, 1, 0);

    /// <summary>An estimate with intervals.</summary>
    /// <param name="decided">Decided.</param>
    /// <param name="undecided">Undecided.</param>
    /// <param name="value">Estimate.</param>
    /// <param name="model">Variance of the model.</param>
    /// <param name="shock">Variance because months differ, from earlier errors.</param>
    /// <param name="cohorts">Earlier months behind it; 0 where not calibrated.</param>
    /// <param name="floor">The figure cannot be lower.</param>
    internal static ProvisionalEstimate Around(
        long decided, long undecided, double value, double model, double shock, int cohorts, double floor)
    {
        var variance = model + shock;
        var deviation = Math.Sqrt(variance);
        var degrees = shock > 0 ? cohorts : 0;
        double half80 = deviation * Quantile(Normal80, degrees), half95 = deviation * Quantile(Normal95, degrees);
        return new(
            cohorts > 0 ? EstimateState.Calibrated : EstimateState.ModelOnly, decided, undecided, value, variance,
            Math.Max(floor, value - half80), value + half80, Math.Max(floor, value - half95), value + half95,
            model > 0 ? variance / model : 1, cohorts);
    }

    /// <summary>
    /// Quantile of Student's t for that of the normal distribution, which it is for 0 degrees of freedom given: the variance of
    /// months is itself estimated from so many. Expansion 26.7.5 of Abramowitz and Stegun (1964); error below 0.01 from 6 degrees.
    /// </summary>
    internal static double Quantile(double normal, int degrees)
    {
        if (degrees == 0)
            return normal;
        double z = normal, s = z * z, n = degrees;
        return z + (z * (s + 1) / (4 * n)) + (z * ((((5 * s) + 16) * s) + 3) / (96 * n * n))
            + (z * ((((((3 * s) + 19) * s) + 17) * s) - 15) / (384 * n * n * n));
    }
}

/// <summary>Estimate for one citizenship, at the latest vintage.</summary>
/// <param name="Country">Position of the reporting country.</param>
/// <param name="Measure">Arrivals, departures or net.</param>
/// <param name="Month">Month of the crossings.</param>
/// <param name="Age">Age of the figure in months; the final age for older months.</param>
/// <param name="Citizenship">UN M49 number, 0 unknown.</param>
/// <param name="Estimate">The figure.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CitizenshipEstimate(
    int Country, MigrationMeasure Measure, int Month, int Age, ushort Citizenship, ProvisionalEstimate Estimate);

/// <summary>How well estimates of one age told the final figure, over all months whose final figure is known.</summary>
/// <param name="Age">Age of the estimates in months.</param>
/// <param name="Months">Months compared.</param>
/// <param name="MeanAbsoluteError">Mean of |estimate - final|, in persons; null without months.</param>
/// <param name="MeanAbsoluteRelativeError">Mean of |estimate - final| / |final| over months whose final figure is not zero; null without any.</param>
/// <param name="Bias">Mean of estimate - final, in persons; null without months.</param>
/// <param name="RelativeBias">Sum of estimate - final over the sum of |final|; null where that is zero.</param>
/// <param name="Intervals">Months whose interval was calibrated: the denominator of the coverage.</param>
/// <param name="Covered80">Of these, how many final figures lay in the 80 % interval.</param>
/// <param name="Covered95">Of these, how many final figures lay in the 95 % interval.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BackTest(
    int Age, int Months, double? MeanAbsoluteError, double? MeanAbsoluteRelativeError, double? Bias, double? RelativeBias,
    int Intervals, int Covered80, int Covered95);
