using Periplo.Sdmx;

namespace Periplo.Indicators;

/// <summary>
/// How much of an area's profile stands on data, how recent and how they were made (Q1.01): half coverage, a quarter
/// recency, a quarter method; see docs/methods/indicators.md. It judges the figures, not the country.
/// </summary>
internal static class QualityScore
{
    /// <summary>Id that declarations use.</summary>
    public const string Method = "quality-score";

    /// <summary>Years behind the newest figures after which a figure adds nothing to recency.</summary>
    public const int Stale = 10;

    /// <summary>The scores of every country that has a figure at all.</summary>
    public static IEnumerable<IndicatorValue> Values(IndicatorTable table)
    {
        if (table.Registry.All.FirstOrDefault(indicator => indicator.Measures[0].Method == Method) is not { } score)
            yield break;
        var fillable = table.Coverage.Where(one => one.Indicator.Counts && one.Filled > 0).Select(one => one.Indicator).ToList();
        var latest = table.Areas.Take(table.Countries).Select(area => (Area: area, Values: fillable.ConvertAll(indicator => Latest(table, indicator, area)))).ToList();
        // The day of a register says when it was last written in, not how recent figures are.
        var newest = latest.SelectMany(one => one.Values).OfType<IndicatorValue>().Where(value => value.Status != ObservationStatus.F && !value.Inputs.Any(input => input.IsRecord)).Select(value => value.Period.Year).DefaultIfEmpty(0).Max();
        foreach (var (area, values) in latest)
        {
            var filled = values.OfType<IndicatorValue>().ToList();
            if (filled.Count == 0)
                continue;
            var (coverage, recency, method) = Parts([.. filled.Select(value => (value.Period.Year, value.Quality))], fillable.Count, newest);
            yield return new(
                score, area, TimePeriod.OfYear(newest), new(score.Measures[0].Id), (50 * coverage) + (25 * recency) + (25 * method),
                new(
                    $"{filled.Count} de {fillable.Count} indicadores; cobertura {100 * coverage:0}, actualidad {100 * recency:0}, método {100 * method:0}",
                    $"{filled.Count} of {fillable.Count} indicators; coverage {100 * coverage:0}, recency {100 * recency:0}, method {100 * method:0}",
                    $"{filled.Count} indicateurs sur {fillable.Count} ; couverture {100 * coverage:0}, actualité {100 * recency:0}, méthode {100 * method:0}"),
                score.Measures[0].Unit, ObservationStatus.E, null, null, []);
        }
    }

    /// <summary>The three parts, each from 0 to 1.</summary>
    /// <param name="filled">Year and quality of each indicator that has a value.</param>
    /// <param name="fillable">Indicators that any country has a value of.</param>
    /// <param name="newest">Year of the newest figures held.</param>
    internal static (double Coverage, double Recency, double Method) Parts(IReadOnlyCollection<(int Year, IndicatorQuality Quality)> filled, int fillable, int newest) => (
        (double)filled.Count / fillable,
        filled.Average(one => Math.Clamp(1 - ((double)(newest - one.Year) / Stale), 0, 1)),
        filled.Average(one => one.Quality switch { IndicatorQuality.Observed => 1.0, IndicatorQuality.Estimated => 0.5, _ => 0.0 }));

    private static IndicatorValue? Latest(IndicatorTable table, IndicatorDefinition indicator, string area) =>
        indicator.Measures.Select(measure => table.Latest(indicator.Code, area, new(measure.Id)) ?? (table.Ranked(indicator.Code, area, null, new(measure.Id)) is [var first, ..] ? first : null)).FirstOrDefault(value => value is not null);
}
