using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web.Views;

/// <summary>The way back of one figure: the observation it is, or the observations it is the sum of, each with file and row.</summary>
/// <param name="Dataset">The dataset and revision.</param>
/// <param name="Key">Codes by dimension; <c>*</c> where summed.</param>
/// <param name="Time">Period.</param>
/// <param name="Total">The figure.</param>
public sealed record Trace(Dataset Dataset, IReadOnlyList<string> Key, TimePeriod Time, Total Total)
{
    /// <summary>True when Periplo added it up.</summary>
    public bool IsSum => !Total.IsPublished;

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

        return new Totals(held, installation.Areas).ByPeriod(query, [.. over]).TryGetValue(period, out var total) && total.Addends.Count > 0
            ? new(held, codes, period, total)
            : null;
    }

    /// <summary>Name of a code of the key.</summary>
    public string CodeName(int dimension, Language language) => Key[dimension] == "*"
        ? new Text("suma de todos", "sum of all").In(language)
        : Dataset.Definition.Structure.Dimensions[dimension].CodeList.Find(Key[dimension])?.Name.In(language == Language.Es ? "es" : "en") ?? Key[dimension];
}
