namespace Periplo.Flows;

/// <summary>What the factors make least.</summary>
public enum MirrorFit
{
    /// <summary>Weighted squares of the differences of both sides: Poulain's method. Contradictions pull the level down.</summary>
    Differences,

    /// <summary>Weighted squares of the logarithms of the ratios of both sides. Contradictions leave the level alone; zeros say nothing.</summary>
    Ratios,
}

/// <summary>How reported flows are to be reconciled.</summary>
/// <param name="Anchors">Areas whose immigration is trusted and stays as it is reported: they set the level and the definition. One or more.</param>
/// <param name="Bounds">What factors must lie between, above zero; null for no bounds.</param>
/// <param name="EachYear">True when every year has factors of its own; else all years share them.</param>
/// <param name="Fit">What is made least.</param>
public sealed record MirrorOptions(IReadOnlyList<string> Anchors, (double Low, double High)? Bounds = null, bool EachYear = false, MirrorFit Fit = MirrorFit.Differences)
{
    /// <summary>The bounds usual in Europe: reports are at most doubled in excess and at most a tenth of the moves.</summary>
    public static (double Low, double High) UsualBounds => (0.5, 10);
}

/// <summary>A factor by which what one side reports is multiplied.</summary>
/// <param name="Year">The year it holds for; null when it holds for all.</param>
/// <param name="Area">Label of the reporter.</param>
/// <param name="Side">Whether it is of its emigration or of its immigration.</param>
/// <param name="Factor">The factor; null when no other side reports those moves, so that nothing is known of it.</param>
/// <param name="Pairs">Counts that both sides report and the factor rests on.</param>
/// <param name="IsAnchor">True when it was set to 1 because the area is trusted.</param>
/// <param name="IsAtBound">True when it was kept at a bound.</param>
public sealed record ReportingFactor(int? Year, string Area, ReportingSide Side, double? Factor, int Pairs, bool IsAnchor, bool IsAtBound);

/// <summary>What an estimate rests on.</summary>
public enum MirrorBasis
{
    /// <summary>Both sides: the mean of the two.</summary>
    Both,

    /// <summary>The emigration the origin reports.</summary>
    Emigration,

    /// <summary>The immigration the destination reports.</summary>
    Immigration,

    /// <summary>Neither: the reporter has no factor, so there is no estimate.</summary>
    None,
}

/// <summary>A corridor in a year, reported and reconciled. Persons.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Origin">Label of the area that is left.</param>
/// <param name="Destination">Label of the area that is entered.</param>
/// <param name="Emigration">As the origin reports it; null when it does not.</param>
/// <param name="Immigration">As the destination reports it; null when it does not.</param>
/// <param name="AdjustedEmigration">The origin's count by twelve months and times its factor; null when it has none.</param>
/// <param name="AdjustedImmigration">The destination's count by twelve months and times its factor; null when it has none.</param>
public sealed record ReconciledFlow(
    int Year, string Origin, string Destination, double? Emigration, double? Immigration, double? AdjustedEmigration, double? AdjustedImmigration)
{
    /// <summary>What the estimate rests on.</summary>
    public MirrorBasis Basis => (AdjustedEmigration, AdjustedImmigration) switch
    {
        ({ }, { }) => MirrorBasis.Both,
        ({ }, null) => MirrorBasis.Emigration,
        (null, { }) => MirrorBasis.Immigration,
        _ => MirrorBasis.None,
    };

    /// <summary>The mean of both adjusted counts, or the one there is; null when there is none.</summary>
    public double? Estimate => ((AdjustedEmigration ?? AdjustedImmigration) + (AdjustedImmigration ?? AdjustedEmigration)) / 2;
}

/// <summary>Reported flows made to agree (docs/methods/mirror-reconciliation.md).</summary>
/// <param name="Flows">Every corridor and year that either side reports, by year, origin and destination in ordinal order.</param>
/// <param name="Factors">The factors, by year, area and side.</param>
/// <param name="PairsUsed">Counts of both sides that the factors rest on.</param>
/// <param name="GapBefore">How far the two sides of those are apart by twelve months and before the factors: sum of absolute differences per hundred of the sum of their means; null when all are zero.</param>
/// <param name="GapAfter">The same after the factors.</param>
/// <param name="Total">Persons in all corridors and years that have an estimate.</param>
/// <param name="OtherTotal">The same by the other fit. Far more by ratios than by differences means that contradictions pulled the level down.</param>
public sealed record Reconciliation(
    IReadOnlyList<ReconciledFlow> Flows, IReadOnlyList<ReportingFactor> Factors, int PairsUsed, double? GapBefore, double? GapAfter, double Total, double OtherTotal)
{
    /// <summary>Corridors and years by what their estimate rests on.</summary>
    public int Count(MirrorBasis basis) => Flows.Count(flow => flow.Basis == basis);
}
