using Periplo.Areas;
using Periplo.Flows;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Flows as the two sides of a corridor report them.</summary>
public sealed partial class Installation
{
    /// <summary>What origin and destination report of a corridor, year by year, and which side is missing. Estimates are not in it.</summary>
    /// <param name="origin">The area that is left.</param>
    /// <param name="destination">The area that is entered.</param>
    public ReportedCorridor ReportedFlows(Area origin, Area destination) => ReportedCorridor.Of(PublishedFlows(), origin, destination);

    /// <summary>Revisions of <c>FLOWS</c> by publishers, latest release first.</summary>
    private IReadOnlyList<Dataset> PublishedFlows() =>
        [.. Revisions(sources.Flows).Where(revision => revision.Source != OwnSource).Select(revision => Dataset(sources.Flows, revision))];
}
