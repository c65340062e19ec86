using Periplo.Areas;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>Simple means of figures that are never summed, such as prices: every figure counts the same, those missing are left out.</summary>
public static class Means
{
    /// <summary>Stands in a key for a dimension the mean is taken over.</summary>
    public const string Over = "~";

    /// <summary>Whether a key and period name a mean: over a dimension, or over the quarters or months of a year.</summary>
    /// <param name="definition">The dataset.</param>
    /// <param name="key">A code for each dimension, <see cref="Over"/> where the mean goes over it.</param>
    /// <param name="period">The period.</param>
    public static bool IsNamed(DatasetDefinition definition, IReadOnlyList<string> key, TimePeriod period)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(key);
        return key.Contains(Over)
            || (period.Frequency == 'A' && key[definition.Dimension("FREQ")] is "S" or "Q" or "M" or "W" or "D" && !definition.AdditiveMeasures.Contains(key[definition.Dimension(definition.MeasureDimension)]));
    }

    /// <summary>The mean a key and period name.</summary>
    /// <param name="dataset">The figures.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="key">A code for each dimension.</param>
    /// <param name="period">The period; what lies within it counts.</param>
    /// <exception cref="StatisticsException">The figures are summed and not averaged, or the mean goes over something else than areas.</exception>
    public static Total Of(Dataset dataset, AreaRegistry areas, IReadOnlyList<string> key, TimePeriod period)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(key);
        var query = Query.All.During(period);
        var over = new List<string>();
        for (var d = 0; d < key.Count; d++)
        {
            var dimension = dataset.Definition.Structure.Dimensions[d];
            if (key[d] != Over)
                query = query.Where(dimension.Id, key[d]);
            else if (dimension.CodeList.Id == "CL_AREA")
                over.Add(dimension.Id);
            else
                throw new StatisticsException(new($"No se promedia sobre {dimension.Id}.", $"No mean is taken over {dimension.Id}.", $"On ne fait pas de moyenne sur {dimension.Id}."));
        }

        var measure = key[dataset.Definition.Dimension(dataset.Definition.MeasureDimension)];
        if (dataset.Definition.AdditiveMeasures.Contains(measure))
            throw new StatisticsException(new($"{measure} se suma y no se promedia.", $"{measure} is summed and not averaged.", $"{measure} s’additionne et n’est pas moyenné."));

        return Of(dataset, [.. Rows(dataset, areas, query, over)]);
    }

    /// <summary>The observations a mean over dimensions of areas is of: those of countries and territories, so that a published total is not counted among its parts.</summary>
    internal static IEnumerable<int> Rows(Dataset dataset, AreaRegistry areas, Query query, IReadOnlyList<string> over)
    {
        var counted = over.Select(dataset.Definition.Dimension).Select(d => (Dimension: d, Counts: Array.ConvertAll(dataset.Observations.Codes[d], code => areas[code].Kind is AreaKind.Country or AreaKind.Composite))).ToList();
        return dataset.Select(query).Where(i => counted.TrueForAll(pair => pair.Counts[dataset.Observations.Position(pair.Dimension, i)]));
    }

    /// <summary>The mean of observations, with their common status, else estimated.</summary>
    internal static Total Of(Dataset dataset, IReadOnlyList<int> rows)
    {
        if (rows.Count == 0)
            return Total.None;
        var statuses = dataset.Observations.Statuses;
        var valued = rows.Where(i => !double.IsNaN(dataset.Plain(i))).ToList();
        if (valued.Count == 0)
            return new(double.NaN, statuses[rows[0]], rows, rows.Count, IsPublished: false);
        var status = statuses[valued[0]];
        return new(
            valued.Average(dataset.Plain), valued.TrueForAll(i => statuses[i] == status) ? status : ObservationStatus.E, rows, rows.Count - valued.Count, IsPublished: rows.Count == 1);
    }
}
