using Periplo.Areas;
using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>The indicators of one area as an edition has them.</summary>
/// <param name="table">Every indicator.</param>
/// <param name="areas">The areas.</param>
/// <param name="area">The area.</param>
/// <param name="cutoff">Day of the cut-off.</param>
internal sealed class AreaFacts(IndicatorTable table, AreaRegistry areas, Area area, DateOnly cutoff)
{
    private readonly Dictionary<(string, IndicatorKey?), IReadOnlyList<IndicatorValue>> series = [];

    public Area Area => area;

    public DateOnly Cutoff => cutoff;

    /// <summary>The indicators by their codes.</summary>
    public IndicatorRegistry Registry => table.Registry;

    /// <summary>The latest value of an indicator: up to the year of the cut-off, else (a projection) the last there is.</summary>
    public IndicatorValue? Latest(string code, IndicatorKey? key = null)
    {
        var all = Series(code, key);
        return all.LastOrDefault(value => value.Period.Year <= cutoff.Year) ?? (all.Count > 0 ? all[^1] : null);
    }

    /// <summary>The values of an indicator over time, earliest first, those missing left out.</summary>
    public IReadOnlyList<IndicatorValue> Series(string code, IndicatorKey? key = null)
    {
        if (!series.TryGetValue((code, key), out var known))
            series.Add((code, key), known = table.Series(code, area.Id, key));
        return known;
    }

    /// <summary>The values up to the year of the cut-off that are numbers.</summary>
    public IReadOnlyList<IndicatorValue> Course(string code, IndicatorKey? key = null) =>
        [.. Series(code, key).Where(value => value.Period.Year <= cutoff.Year && !double.IsNaN(value.Value))];

    /// <summary>The largest counterparts, largest first; those that are areas.</summary>
    public IReadOnlyList<IndicatorValue> Ranked(string code, string? measure = null) =>
        [.. table.Ranked(code, area.Id, null, measure is null ? null : new(measure)).Where(value => areas.TryGet(value.Key.Counterpart, out var other) && other.IsLeaf)];

    /// <summary>The area on the other side of a value.</summary>
    public Area Counterpart(IndicatorValue value) => areas[value.Key.Counterpart];

    /// <summary>Why an indicator has no value here.</summary>
    public Text ReasonMissing(IndicatorDefinition indicator)
    {
        if (indicator.IsGap)
        {
            return new(
                "Periplo todavía no tiene un conjunto de datos ni un registro con este indicador", "Periplo holds no dataset or register with this indicator yet",
                "Periplo n’a pas encore de jeu de données ni de registre contenant cet indicateur");
        }

        var missing = indicator.Measures.Select(measure => table.Series(indicator.Code, area.Id, new(measure.Id), withMissing: true).LastOrDefault(value => value.Reason is not null)).FirstOrDefault(value => value is not null);
        if (indicator.Measures.Any(measure => measure.Method is { } method && RegisterIndicators.Methods.ContainsKey(method)))
            return new("los registros que se tienen no dicen nada de esta área", "the registers held say nothing of this area", "les registres disponibles ne disent rien de cette zone");
        // Of one year the reason is that the year has no row; of them all, that the area has none.
        return missing?.Reason is not { } reason || reason == IndicatorTable.NoFigureOfYear
            ? new("la fuente no tiene cifra de esta área", "the source has no figure of this area", "la source n’a pas de chiffre pour cette zone")
            : reason;
    }

    /// <summary>Every value of an indicator that stands for itself in a table: the whole, else its parts, else the largest counterpart.</summary>
    public IEnumerable<(IndicatorMeasure Measure, IndicatorValue Value)> Rows(IndicatorDefinition indicator)
    {
        foreach (var measure in indicator.Measures)
        {
            if (Latest(indicator.Code, new(measure.Id)) is { } whole)
            {
                yield return (measure, whole);
                continue;
            }

            var parts = table.Keys(indicator.Code).Where(key => key.Measure == measure.Id && key.Sex == IndicatorKey.All).Select(key => Latest(indicator.Code, key)).OfType<IndicatorValue>().ToList();
            foreach (var part in parts)
                yield return (measure, part);
            if (parts.Count == 0 && Ranked(indicator.Code, measure.Id) is [var largest, ..])
                yield return (measure, largest);
        }
    }

    /// <summary>Every value there is, in the order of the registry: over time, by part, then the largest counterparts.</summary>
    public IEnumerable<IndicatorValue> Everything()
    {
        foreach (var indicator in table.Registry.All.Where(indicator => indicator.SameAs is null))
        {
            foreach (var key in table.Keys(indicator.Code))
            {
                foreach (var value in table.Series(indicator.Code, area.Id, key))
                    yield return value;
            }

            foreach (var measure in indicator.Measures)
            {
                foreach (var value in table.Ranked(indicator.Code, area.Id, null, new(measure.Id)))
                    yield return value;
            }
        }
    }
}
