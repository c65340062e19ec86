using Periplo.Disclosure;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>
/// Residents at the end of each month: the population of a base, plus net migration since, plus births, less deaths. For a
/// country as a whole: stock(t₂) = stock(t₁) + arrivals − departures + births − deaths (docs/methods/movements.md).
/// </summary>
internal static class ResidentStock
{
    /// <summary>Adds the stock of every country that has a base.</summary>
    /// <param name="builder">The dataset.</param>
    /// <param name="change">Change since the first published month, protected; where it is suppressed there is no stock.</param>
    /// <param name="bases">Bases, one a country.</param>
    /// <param name="results">What was counted: its months.</param>
    /// <param name="constants">Codes that are the same for all.</param>
    public static void Write(
        ObservationsBuilder builder, ProtectedCells change, IReadOnlyList<ResidentBase> bases, MovementResults results, IReadOnlyDictionary<string, string> constants)
    {
        var span = results.Span;
        var changes = new Dictionary<(string Area, TimePeriod Period), double>();
        for (var cell = 0; cell < change.Count; cell++)
        {
            var series = change.SeriesOf(cell);
            if (new[] { "CITIZENSHIP", "BIRTHPLACE", "SEX", "AGE", "POST", "PURPOSE", "TRANSPORT_MODE" }.All(dimension => change.Code(cell, dimension) == "_T"))
                changes[(series.Area, series.Period)] = change.Value(cell);
        }

        foreach (var (dimension, code) in constants.Where(pair => builder.Definition.Structure.Position(pair.Key) >= 0))
            builder.Set(dimension, code);
        foreach (var dimension in new[] { "CITIZENSHIP", "BIRTHPLACE", "SEX" })
            builder.Set(dimension, "_T");
        builder.Set("MEASURE", "STOCK");
        foreach (var population in bases)
        {
            builder.Set("REF_AREA", population.Country);
            foreach (var (month, stock) in Stocks(population, month => month < results.FirstMonth ? 0 : changes.GetValueOrDefault((population.Country, Period(span, month)), double.NaN)))
                builder.Add(Period(span, month), stock, ObservationStatus.E, AttributeSet.Units, default);
        }
    }

    /// <summary>Stock at the end of each month from the base on, while change and natural change are known.</summary>
    /// <param name="population">The base, at the start of its month.</param>
    /// <param name="change">Change in residents by migration from some start to the end of a month; not a number where it is not known.</param>
    internal static IEnumerable<(int Month, double Stock)> Stocks(ResidentBase population, Func<int, double> change)
    {
        // The change up to the day of the base is in the base already.
        var (before, natural) = (change(population.Month - 1), 0.0);
        for (var i = 0; i < population.NaturalChange.Count; i++)
        {
            var month = population.Month + i;
            natural += population.NaturalChange[i];
            var stock = population.Persons + change(month) - before + natural;
            if (double.IsNaN(stock))
                yield break;
            yield return (month, stock);
        }
    }

    private static TimePeriod Period(ObservationSpan span, int month) =>
        TimePeriod.TryParse(span.MonthName(month), out var period) ? period : throw new ArgumentOutOfRangeException(nameof(month), month, "No such month.");
}
