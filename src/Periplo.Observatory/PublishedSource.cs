using System.Collections.Concurrent;
using Periplo.Exchange;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>
/// What an installation publishes by SDMX: every dataset as a flow. Structures and figures are made when they are first asked for and
/// held until the store has more; they are found by what they were made of, so what is held is never stale. Safe for many threads.
/// </summary>
public sealed class PublishedSource : SdmxSource
{
    /// <summary>Id of the organisation that sends messages.</summary>
    public const string Sender = PublishedFlow.Agency;

    private readonly Installation installation;
    private readonly DatasetDefinition sdg;
    private readonly ConcurrentDictionary<string, PublishedFigures> held = new();
    private PublishedCatalogue? catalogue;

    internal PublishedSource(Installation installation)
    {
        this.installation = installation;
        sdg = SdgFlow.Define(installation.Areas);
    }

    /// <inheritdoc/>
    public override StructureSet Structures => Current().Structures;

    /// <summary>The flows as they are now.</summary>
    public IReadOnlyList<PublishedFlow> Flows => Current().Flows;

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">The flow is none of these.</exception>
    /// <exception cref="ArgumentException">The query names a component the structure lacks, or a key of more positions than it has dimensions.</exception>
    public override SelectedData Select(Dataflow flow, DataQuery query)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(query);
        var (published, figures) = Find(flow);
        var sets = FigureSelection.DataSets(figures.Series, flow.Structure, query);
        var providers = query.Providers.Count == 0 ? [] : Providers.Selected(query.Providers);
        return new(sets, figures.Changed, figures.Tag(query.AsOf)) { Provision = providers.Count == 1 ? published.Agreement(providers[0]) : null };
    }

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">The flow is none of these.</exception>
    /// <exception cref="ArgumentException">The query names a component the structure lacks, or a key of more positions than it has dimensions.</exception>
    public override Availability Available(Dataflow flow, DataQuery query, bool exact)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(query);
        var figures = Find(flow).Figures;
        var extent = FlowExtent.Of(figures.Series, flow.Structure, query, exact);
        return new(extent.Values(flow.Structure), extent.Series, extent.Observations, extent.First, extent.Last, figures.Changed, figures.Tag(query.AsOf));
    }

    /// <inheritdoc/>
    public override MetadataReport? Report(Dataflow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var (published, figures) = Find(flow);
        return figures.Parts.Count == 0 ? null : QualityReport.Of(published, figures.Series, figures.Parts);
    }

    private (PublishedFlow Flow, PublishedFigures Figures) Find(Dataflow flow)
    {
        var current = Current();
        var published = current.Flows.FirstOrDefault(one => one.Flow.Id == flow.Id && one.Flow.Agency == flow.Agency && one.Flow.Version == flow.Version)
            ?? throw new KeyNotFoundException($"There is no flow {flow.Agency}:{flow.Id}({flow.Version}).");
        return (published, Hold(published, current.PartsOf(published)));
    }

    /// <summary>What is held of a flow, made anew where it would be made of other parts now.</summary>
    private PublishedFigures Hold(PublishedFlow flow, IReadOnlyList<Part> parts)
    {
        if (held.TryGetValue(flow.Dataset, out var known) && known.IsOf(parts))
            return known;
        return held.AddOrUpdate(
            flow.Dataset, _ => new(flow, parts, () => Make(flow, parts)), (_, other) => other.IsOf(parts) ? other : new(flow, parts, () => Make(flow, parts)));
    }

    private FlowSeries Make(PublishedFlow flow, IReadOnlyList<Part> parts) =>
        new(flow.Rules, flow.Dataset == SdgFlow.Dataset ? MadeOf(parts) : Revisions(installation.Definition(flow.Dataset), parts));

    private List<FlowRevision> Revisions(DatasetDefinition definition, IReadOnlyList<Part> parts)
    {
        var spans = Successions.Of(parts);
        return [.. FlowOrder.Of(parts.Select(part => part.Revision).Distinct())
            .Select(revision => new FlowRevision(installation.Dataset(definition, revision)) { Since = spans[revision].Since, Until = spans[revision].Until })];
    }

    private List<FlowRevision> MadeOf(IReadOnlyList<Part> parts)
    {
        var figures = new SdgFigures(sdg, installation.Areas);
        var revisions = FlowOrder.Of(parts.Select(part => part.Revision).Distinct());
        var population = revisions.Where(revision => revision.Dataset == SdgFigures.Population).Select(Dataset).FirstOrDefault(SdgFigures.HasPopulations);
        return [.. revisions.Where(revision => SdgFigures.Inputs.Contains(revision.Dataset)).Select(revision => figures.Of(Dataset(revision), population)).OfType<FlowRevision>()];
    }

    private Dataset Dataset(Revision revision) => installation.Dataset(installation.Definition(revision.Dataset), revision);

    /// <summary>The flows by what the store holds now.</summary>
    private PublishedCatalogue Current()
    {
        var parts = installation.Parts();
        var known = Volatile.Read(ref catalogue);
        if (known is not null && ReferenceEquals(known.Parts, parts))
            return known;
        var definitions = installation.Definitions.All;
        if (known is not null && known.IsOf(parts, definitions))
            known.Parts = parts;
        else
            known = new(parts, definitions, sdg, installation.Areas, (flow, of) => Hold(flow, of).Series);
        Volatile.Write(ref catalogue, known);
        return known;
    }
}
