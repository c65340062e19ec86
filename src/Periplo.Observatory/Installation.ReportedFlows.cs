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

    /// <summary>What is held of each side by country of residence, of all corridors: the origins' and then the destinations'.</summary>
    public IReadOnlyList<ReportedSide> ReportedSides()
    {
        var revisions = PublishedFlows();
        return [.. Enum.GetValues<ReportingSide>().Select(side => ReportedSide.Of(side, ReportedCounts.Of(revisions, side, Areas)))];
    }

    /// <summary>
    /// Reconciles the emigration and immigration by residence that the store holds, all countries and territories (docs/methods/mirror-reconciliation.md),
    /// and writes the outcome as <see cref="MirrorFiles.Reconcile"/> does.
    /// </summary>
    /// <param name="years">First and last year to take; null for all.</param>
    /// <param name="options">Whom to trust, by area id, and more.</param>
    /// <param name="output">File to write.</param>
    /// <param name="factors">File to write the factors to, or null.</param>
    /// <exception cref="StatisticsException">A side is missing, or nothing ties some areas to a trusted one.</exception>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public Reconciliation ReconcileReportedFlows((int From, int To)? years, MirrorOptions options, string output, string? factors)
    {
        var revisions = PublishedFlows();
        var emigration = ReportedCounts.Of(revisions, ReportingSide.Origin, Areas);
        if (emigration.Count == 0)
            throw new StatisticsException(MissingFlows.Emigration);
        var immigration = ReportedCounts.Of(revisions, ReportingSide.Destination, Areas);
        if (immigration.Count == 0)
            throw new StatisticsException(MissingFlows.Immigration);
        var reconciled = MirrorReconciliation.Of(ReportedCounts.During(emigration, ReportingSide.Origin, years), ReportedCounts.During(immigration, ReportingSide.Destination, years), options);
        MirrorFiles.Write(reconciled, output, factors);
        return reconciled;
    }

    /// <summary>Revisions of <c>FLOWS</c> by publishers, latest release first.</summary>
    private IReadOnlyList<Dataset> PublishedFlows() =>
        [.. Revisions(sources.Flows).Where(revision => revision.Source != OwnSource).Select(revision => Dataset(sources.Flows, revision))];
}
