namespace Periplo.Populations;

/// <summary>
/// What sums up rates of migration by age. A. Rogers and L. Castro (1981), Model Migration Schedules; M. Bell and others (2002),
/// Journal of the Royal Statistical Society A 165(3); A. Bernard, M. Bell and E. Charles-Edwards (2014), "Improved measures for the
/// cross-national comparison of age profiles of internal migration", Population Studies 68(2).
/// </summary>
/// <param name="GrossMigraproduction">Gross migraproduction rate: moves of a person who lives through all ages at these rates. Sum of rates × years.</param>
/// <param name="PeakRate">Greatest rate from age 10 to 49; children and the old have peaks of their own.</param>
/// <param name="PeakAge">Age it stands at: the completed year, or the middle of a group.</param>
/// <param name="BreadthPercent">Share of the gross migraproduction rate at the ages from five years below the peak to five above, per hundred.</param>
/// <param name="Upward">Steepest rise from age 10 up to the peak, in rate a year of age; null where nothing stands below the peak.</param>
/// <param name="UpwardAge">Age in the middle of the steepest rise.</param>
/// <param name="Downward">Steepest fall within the thirty years after the peak, in rate a year of age, above zero for a fall; null where nothing stands above.</param>
/// <param name="DownwardAge">Age in the middle of the steepest fall.</param>
public sealed record AgeProfile(
    double GrossMigraproduction, double PeakRate, double PeakAge, double BreadthPercent, double? Upward, double? UpwardAge, double? Downward, double? DownwardAge)
{
    private const int YoungestPeak = 10;
    private const int OldestPeak = 49;
    private const int BreadthYears = 5;
    private const int YearsOfFall = 30;

    /// <summary>The profile of rates.</summary>
    /// <param name="rates">Rates of ages that do not overlap, any order.</param>
    /// <returns>The profile; null when no rate from 10 to 49 is above zero.</returns>
    public static AgeProfile? Of(IReadOnlyList<AgeRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var ordered = rates.OrderBy(rate => rate.From).ToList();
        var working = ordered.Where(rate => rate.From >= YoungestPeak && rate.To <= OldestPeak).ToList();
        if (working.Count == 0 || working.MaxBy(rate => rate.Rate) is not { Rate: > 0 } peak)
            return null;
        var gross = ordered.Sum(rate => rate.Rate * rate.Years);
        var around = ordered.Sum(rate => rate.Rate * Math.Max(0, Math.Min(rate.To, peak.To + BreadthYears) - Math.Max(rate.From, peak.From - BreadthYears) + 1));
        var slopes = ordered.Zip(ordered.Skip(1), (left, right) => (
            Age: (Place(left) + Place(right)) / 2, Slope: (right.Rate - left.Rate) / (right.Middle - left.Middle), left.From, right.To)).ToList();
        var up = slopes.Where(slope => slope.From >= YoungestPeak && slope.To <= peak.To).ToList();
        var down = slopes.Where(slope => slope.From >= peak.From && slope.To <= peak.To + YearsOfFall).ToList();
        double? steepest = up.Count > 0 ? up.Max(slope => slope.Slope) : null;
        double? fall = down.Count > 0 ? -down.Min(slope => slope.Slope) : null;
        return new(
            gross, peak.Rate, Place(peak), 100 * around / gross,
            steepest, steepest is null ? null : up.MaxBy(slope => slope.Slope).Age,
            fall, fall is null ? null : down.MinBy(slope => slope.Slope).Age);
    }

    private static double Place(AgeRate rate) => rate.From == rate.To ? rate.From : rate.Middle;
}
