using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web.Views;

/// <summary>The way back of one figure: the observation it is, or the observations it is the sum or mean of, each with file and row.</summary>
/// <param name="Dataset">The dataset and revision.</param>
/// <param name="Key">Codes by dimension; <c>*</c> where summed, <c>~</c> where the mean is taken.</param>
/// <param name="Time">Period.</param>
/// <param name="Total">The figure.</param>
public sealed record Trace(Dataset Dataset, IReadOnlyList<string> Key, TimePeriod Time, Total Total)
{
    /// <summary>Datasets whose months may be added to a year: they count moves, not people standing somewhere.</summary>
    private static readonly string[] Flows = ["MOVEMENTS_MONTHLY", "MIGRATION", "VISITS", "MOVEMENT_QUALITY"];

    /// <summary>True when Periplo made it of several observations: a mean of what is not summed, else a sum.</summary>
    public bool IsMade => !Total.IsPublished;

    /// <summary>True when it is a mean.</summary>
    public bool IsMean => IsMade && Means.IsNamed(Dataset.Definition, Key, Time);

    /// <summary>Follows a figure by the parts of its address; null when there is no such figure.</summary>
    /// <exception cref="StatisticsException">The dataset or revision does not exist, or the figures cannot be added.</exception>
    public static Trace? Find(Installation installation, string dataset, string revision, string key, string time)
    {
        var held = installation.Dataset(dataset, revision);
        var codes = key.Split('.');
        var dimensions = held.Definition.Structure.Dimensions;
        if (codes.Length != dimensions.Count || !TimePeriod.TryParse(time, out var period))
            return null;
        var query = Query.All.During(period);
        var over = new List<string>();
        for (var d = 0; d < codes.Length; d++)
        {
            if (codes[d] == "*")
                over.Add(dimensions[d].Id);
            else
                query = query.Where(dimensions[d].Id, codes[d]);
        }

        if (period.Frequency == 'A' && codes[held.Definition.Dimension("FREQ")] == "M" && Flows.Contains(held.Definition.Id))
            return OverMonths(new(held, installation.Areas), held, query, over) is { Addends.Count: > 0 } year ? new(held, codes, period, year) : null;
        if (Means.IsNamed(held.Definition, codes, period))
            return Means.Of(held, installation.Areas, codes, period) is { Addends.Count: > 0 } mean ? new(held, codes, period, mean) : null;
        return new Totals(held, installation.Areas).ByPeriod(query, [.. over]).TryGetValue(period, out var total) && total.Addends.Count > 0
            ? new(held, codes, period, total)
            : null;
    }

    /// <summary>The months of a year together. Records of entries and exits may be added when it is their quality that is asked about, not what they tell.</summary>
    private static Total OverMonths(Totals totals, Dataset held, Query query, List<string> over)
    {
        IEnumerable<Query> parts = over.Remove("DIRECTION") && held.Definition.Id == "MOVEMENT_QUALITY" ? [query.Where("DIRECTION", "E"), query.Where("DIRECTION", "X")] : [query];
        var months = parts.SelectMany(part => totals.ByPeriod(part, [.. over]).Values).ToList();
        var measure = held.Definition.Dimension(held.Definition.MeasureDimension);
        if (months.Count == 0)
            return Total.None;
        var code = held.Observations.Code(measure, months[0].Addends[0]);
        if (months.Count > 1 && !held.Definition.AdditiveMeasures.Contains(code))
            throw new StatisticsException(new Text($"{code} es una tasa o un promedio: no se suma.", $"{code} is a rate or an average: it is not summed.", $"{code} est un taux ou une moyenne : il ne s’additionne pas."));
        var valued = months.Where(month => month.HasValue).ToList();
        var status = valued.Count == 0 ? months[0].Status : valued.TrueForAll(month => month.Status == valued[0].Status) ? valued[0].Status : ObservationStatus.E;
        return new(valued.Count == 0 ? double.NaN : valued.Sum(month => month.Value), status, [.. months.SelectMany(month => month.Addends)], months.Sum(month => month.Missing), IsPublished: false);
    }

    /// <summary>What the observations are called.</summary>
    public Text RowsName => IsMean ? Words.MeanRows : IsMade ? Words.Addends : Words.Row;

    /// <summary>Name of a code of the key.</summary>
    public string CodeName(int dimension, Language language) => Key[dimension] switch
    {
        "*" => new Text("suma de todos", "sum of all", "somme de tous").In(language),
        Means.Over => new Text("media de todos", "mean of all", "moyenne de tous").In(language),
        var code => Dataset.Definition.Structure.Dimensions[dimension].CodeList.Find(code)?.Name.In(language) ?? code,
    };
}
