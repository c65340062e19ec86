using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Cooperation;

/// <summary>A figure of a dataset that a record names: <c>STOCK/A.*.GTM._T.STOCK._T._T._T.PS</c>, or with a period behind.</summary>
/// <param name="Dataset">Id of the dataset.</param>
/// <param name="Key">A code for each dimension; <c>*</c> sums over it, <c>~</c> takes the mean of what is not summed.</param>
/// <param name="Period">The period, or null for all of them.</param>
public sealed record FigureReference(string Dataset, string Key, TimePeriod? Period)
{
    /// <summary>Reads a reference; null when the text is none.</summary>
    public static FigureReference? TryParse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length is < 2 or > 3 || Array.Exists(parts, part => part.Length == 0))
            return null;
        if (parts.Length == 2)
            return new(parts[0], parts[1], null);
        return TimePeriod.TryParse(parts[2], out var period) ? new(parts[0], parts[1], period) : null;
    }

    /// <summary>The figures in one revision, by period.</summary>
    /// <exception cref="StatisticsException">The key is not one of the dataset, or its figures cannot be added.</exception>
    public SortedDictionary<TimePeriod, Total> In(Dataset dataset, AreaRegistry areas)
    {
        var (dimensions, codes) = (dataset.Definition.Structure.Dimensions, Key.Split('.'));
        if (codes.Length != dimensions.Count)
        {
            throw new StatisticsException(new Text(
                $"«{Key}» no es una clave de {Dataset}: tiene {codes.Length} códigos y hacen falta {dimensions.Count}.",
                $"\"{Key}\" is no key of {Dataset}: it has {codes.Length} codes and {dimensions.Count} are needed.",
                $"« {Key} » n’est pas une clé de {Dataset} : elle a {codes.Length} codes et il en faut {dimensions.Count}."));
        }

        if (Period is { } one && Means.IsNamed(dataset.Definition, codes, one))
            return Means.Of(dataset, areas, codes, one) is { Addends.Count: > 0 } mean ? new() { [one] = mean } : [];
        var query = Period is { } period ? Query.All.During(period) : Query.All;
        var over = new List<string>();
        for (var d = 0; d < codes.Length; d++)
        {
            if (codes[d] == "*")
                over.Add(dimensions[d].Id);
            else
                query = query.Where(dimensions[d].Id, codes[d]);
        }

        return new Totals(dataset, areas).ByPeriod(query, [.. over]);
    }

    /// <summary>What the figure is: dataset, and the names of the codes that say more than "all".</summary>
    public Text Name(DatasetDefinition definition)
    {
        var (dimensions, codes) = (definition.Structure.Dimensions, Key.Split('.'));
        var named = codes.Length != dimensions.Count ? [] : dimensions.Zip(codes)
            .Where(pair => pair.Second is not ("*" or Means.Over or "_T" or "_Z" or "A") && pair.First.Id != "UNIT_MEASURE")
            .Select(pair => pair.First.CodeList.Find(pair.Second)?.Name is { } name ? name.Text() : Text.Same(pair.Second)).ToList();
        return named.Count == 0 ? definition.Name : new(
            $"{definition.Name.Es}: {string.Join(", ", named.Select(name => name.Es))}",
            $"{definition.Name.En}: {string.Join(", ", named.Select(name => name.En))}",
            $"{definition.Name.Fr} : {string.Join(", ", named.Select(name => name.Fr))}");
    }

    /// <summary>The unit, or null when the structure has none.</summary>
    public Text? Unit(DatasetDefinition definition)
    {
        var (position, codes) = (definition.Structure.Position("UNIT_MEASURE"), Key.Split('.'));
        return position >= 0 && position < codes.Length && definition.Structure.Dimensions[position].CodeList.Find(codes[position])?.Name is { } name
            ? new(name.In("es").ToLowerInvariant(), name.In("en").ToLowerInvariant(), name.In("fr").ToLowerInvariant())
            : null;
    }
}

/// <summary>A figure over time in the latest revision that has it.</summary>
/// <param name="Reference">Which figure.</param>
/// <param name="Definition">The dataset.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Points">Its values.</param>
public sealed record Trend(FigureReference Reference, DatasetDefinition Definition, Dataset Revision, SortedDictionary<TimePeriod, Total> Points);

/// <summary>A later figure beside a fact, in one revision.</summary>
/// <param name="Reference">Which figure.</param>
/// <param name="Definition">The dataset.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Total">Its value there; null when the revision does not have it.</param>
public sealed record LaterFigure(FigureReference Reference, DatasetDefinition Definition, Revision Revision, Total? Total);
