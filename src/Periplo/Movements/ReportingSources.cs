using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>
/// Whose figures a regional table is made of: those of one source for all countries, or for each country those of its own office. Of an
/// office only what it reports of its own country is taken, so nothing stands in it twice.
/// </summary>
public sealed class ReportingSources
{
    private readonly Dictionary<string, Dataset>? byArea;

    private ReportingSources(IReadOnlyList<Dataset> datasets, Dictionary<string, Dataset>? byArea) => (Datasets, this.byArea) = (datasets, byArea);

    /// <summary>Revisions of <c>MOVEMENTS_MONTHLY</c> it is made of.</summary>
    public IReadOnlyList<Dataset> Datasets { get; }

    /// <summary>True where each country is reported by its own office.</summary>
    public bool AreOffices => byArea is not null;

    /// <summary>One source for all.</summary>
    public static ReportingSources Of(Dataset dataset) => new([dataset], null);

    /// <summary>An office for each country.</summary>
    /// <param name="offices">By id of the country, the figures of its office.</param>
    public static ReportingSources Of(IReadOnlyDictionary<string, Dataset> offices)
    {
        ArgumentNullException.ThrowIfNull(offices);
        return new([.. offices.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).Distinct()], offices.ToDictionary());
    }

    /// <summary>The figures that a country's are taken from; null where nobody reports for it.</summary>
    public Dataset? For(string area) => byArea is null ? Datasets[0] : byArea.GetValueOrDefault(area);

    /// <summary>Ids of the countries that may have figures.</summary>
    public IEnumerable<string> Areas => byArea is null
        ? Datasets[0].Observations.Codes[Datasets[0].Definition.Dimension("REF_AREA")]
        : byArea.Keys.Order(StringComparer.Ordinal);
}
