using Periplo.Flows;
using Periplo.Statistics;
using Periplo.Web.Flows;

namespace Periplo.Web;

/// <content>Flows: the revisions with estimates, found once for each state of the store.</content>
public sealed partial class Site
{
    private FlowRead? flowRead;
    private FlowRegions? flowRegions;

    /// <summary>Revisions of <c>FLOWS</c> with estimates, latest first. They stand side by side and are never mixed.</summary>
    public IReadOnlyList<EstimatedFlows> Flows
    {
        get
        {
            var parts = Installation.Parts();
            if (flowRead is { } known && ReferenceEquals(known.Parts, parts))
                return known.Flows;
            // Two requests may make it at once; both make the same. What was read before is kept: its tables are made already.
            var definition = Installation.Definitions.Flows;
            IReadOnlyList<EstimatedFlows> before = flowRead?.Flows ?? [];
            List<EstimatedFlows> found = [.. Installation.Revisions(definition).Select(revision => Installation.Dataset(definition, revision))
                .Select(dataset => before.FirstOrDefault(one => one.Dataset == dataset) ?? EstimatedFlows.Of(dataset)).OfType<EstimatedFlows>()];
            flowRead = new(parts, found);
            return found;
        }
    }

    /// <summary>The regions around the circle.</summary>
    public FlowRegions FlowRegions => flowRegions ??= new(Areas);

    /// <summary>What was found and the catalogue it was found in; a class, so that it is put in place at once.</summary>
    private sealed record FlowRead(IReadOnlyList<Part> Parts, IReadOnlyList<EstimatedFlows> Flows);
}
