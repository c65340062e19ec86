using System.Globalization;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>What figures say of where they come from, as values of attributes.</summary>
/// <param name="SourceDetail">SOURCE_DETAIL: publisher and publication.</param>
/// <param name="Method">METHOD: how they were made.</param>
/// <param name="Licence">LICENCE.</param>
/// <param name="Revision">REVISION: <c>UNDESA.2024</c>.</param>
/// <param name="SourceType">DATA_SOURCE_TYPE, or null.</param>
public sealed record SeriesPapers(string SourceDetail, string Method, string Licence, string Revision, string? SourceType);

/// <summary>A revision that figures of a flow are taken from, and what goes with them.</summary>
public sealed class FlowRevision
{
    private readonly Func<int, int> papersOfPart;

    /// <summary>A revision whose papers stand under codes in lists of the flow.</summary>
    public FlowRevision(Dataset dataset)
        : this(dataset, new RevisionPapers((dataset ?? throw new ArgumentNullException(nameof(dataset))).Parts))
    {
    }

    /// <summary>A revision with papers as given.</summary>
    /// <param name="dataset">Its figures.</param>
    /// <param name="papers">The papers.</param>
    /// <param name="papersOfPart">Place in <paramref name="papers"/> of those of a part.</param>
    public FlowRevision(Dataset dataset, IReadOnlyList<SeriesPapers> papers, Func<int, int> papersOfPart)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        (Dataset, Papers, this.papersOfPart) = (dataset, papers, papersOfPart);
        Imported = [.. dataset.Parts.Select(part => part.ImportedAt.UtcTicks)];
        Multipliers = [.. dataset.Observations.AttributeSets.Select(set => set.UnitMultiplier.ToString(CultureInfo.InvariantCulture))];
        Since = Imported.Length == 0 ? long.MinValue : Imported.Min();
    }

    private FlowRevision(Dataset dataset, RevisionPapers papers)
        : this(
            dataset,
            [.. papers.All.Select(one => new SeriesPapers(one.Code, one.Code, one.LicenceCode, dataset.Revision.Id, Sources.TypeOf(dataset.Definition.Id, dataset.Revision.Source)))],
            papers.Of)
    {
    }

    /// <summary>The figures.</summary>
    public Dataset Dataset { get; }

    /// <summary>The papers its figures may have.</summary>
    public IReadOnlyList<SeriesPapers> Papers { get; }

    /// <summary>Id of who provides it, in the scheme of data providers.</summary>
    public string Provider => Dataset.Revision.Source == Sources.Own ? Providers.Own : Providers.Official;

    /// <summary>Since when it is held, in ticks of UTC.</summary>
    public long Since { get; init; }

    /// <summary>When another revision took its place, in ticks of UTC; the greatest number while none did.</summary>
    public long Until { get; init; } = long.MaxValue;

    /// <summary>When each part was imported, in ticks of UTC.</summary>
    internal long[] Imported { get; }

    /// <summary>UNIT_MULT of every attribute set.</summary>
    internal string[] Multipliers { get; }

    /// <summary>The papers of a figure.</summary>
    internal SeriesPapers PapersOf(int observation) => Papers[papersOfPart(Part(observation))];

    /// <summary>When a figure was imported, in ticks of UTC.</summary>
    internal long ImportedAt(int observation) => Imported[Part(observation)];

    private int Part(int observation) => Dataset.Observations.Parts is { Length: > 0 } parts ? parts[observation] : 0;
}
