using Periplo.Flows;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The worked example of docs/methods/mirror-reconciliation.md, and what must hold of every reconciliation.</summary>
public sealed class MirrorReconciliationTests
{
    private static readonly ReportedCount[] Departures =
        [new(2010, "A", "B", 80), new(2010, "A", "C", 48), new(2010, "B", "A", 40), new(2010, "B", "C", 20), new(2010, "C", "A", 20), new(2010, "C", "B", 8), new(2010, "B", "D", 10)];

    private static readonly ReportedCount[] Arrivals =
        [new(2010, "A", "B", 80), new(2010, "A", "C", 30), new(2010, "B", "A", 80), new(2010, "B", "C", 20), new(2010, "C", "A", 50), new(2010, "C", "B", 16)];

    private static readonly MirrorOptions TrustA = new(["A"]);

    [Fact]
    public void Consistent_example_gives_back_the_factors_and_the_moves()
    {
        var result = MirrorReconciliation.Of(Departures, Arrivals, TrustA);
        Assert.Equal(
            [("A", 1.25), ("A", 1.0), ("B", 2.0), ("B", 1.25), ("C", 2.5), ("C", 2.0)],
            result.Factors.Select(one => (one.Area, Math.Round(one.Factor!.Value, 12))));
        Assert.Equal([100, 60, 80, 40, 20, 50, 20], result.Flows.Select(flow => Math.Round(flow.Estimate!.Value, 9)));
        Assert.Equal(39.0244, result.GapBefore!.Value, 5e-5);
        Assert.Equal(0, result.GapAfter!.Value, 1e-9);
        Assert.Equal(6, result.PairsUsed);
    }

    [Fact]
    public void Count_of_one_side_alone_is_scaled_by_its_factor_and_said_so()
    {
        var flow = Assert.Single(MirrorReconciliation.Of(Departures, Arrivals, TrustA).Flows, one => one.Destination == "D");
        Assert.Equal(MirrorBasis.Emigration, flow.Basis);
        Assert.Equal(20, flow.Estimate!.Value, 1e-9);
        Assert.Null(flow.Immigration);
    }

    [Fact]
    public void Inconsistent_example_has_the_factors_of_the_page()
    {
        var result = MirrorReconciliation.Of(Departures, [.. Arrivals.Select(one => one is { Origin: "C", Destination: "B" } ? one with { Count = 20 } : one)], TrustA);
        Assert.Equal([1.136537, 1, 1.947966, 1.108786, 2.577704, 1.878587], result.Factors.Select(one => Math.Round(one.Factor!.Value, 6)));
        Assert.Equal(89.812909, result.Flows[0].Estimate!.Value, 5e-7);
        Assert.Equal(3.16762, result.GapAfter!.Value, 5e-6);
    }

    [Fact]
    public void Inconsistent_example_by_ratios_has_the_factors_of_the_page()
    {
        ReportedCount[] arrivals = [.. Arrivals.Select(one => one is { Origin: "C", Destination: "B" } ? one with { Count = 20 } : one)];
        var result = MirrorReconciliation.Of(Departures, arrivals, TrustA with { Fit = MirrorFit.Ratios });
        Assert.Equal([1.139401, 1, 1.964076, 1.125716, 2.586032, 1.871401], result.Factors.Select(one => Math.Round(one.Factor!.Value, 6)));
        Assert.Equal(90.604676, result.Flows[0].Estimate!.Value, 5e-7);
        Assert.Equal((355.759974, 354.148840), (Math.Round(result.Total, 6), Math.Round(result.OtherTotal, 6)));
    }

    [Fact]
    public void Reporter_nobody_mirrors_has_no_factor_and_no_estimate()
    {
        var result = MirrorReconciliation.Of(Departures, [.. Arrivals, new(2010, "E", "F", 7)], TrustA);
        var factor = Assert.Single(result.Factors, one => one.Area == "F");
        Assert.Null(factor.Factor);
        Assert.Equal(0, factor.Pairs);
        var flow = Assert.Single(result.Flows, one => one.Destination == "F");
        Assert.Equal((MirrorBasis.None, null, 7.0), (flow.Basis, flow.Estimate, flow.Immigration!.Value));
        Assert.Equal(1, result.Count(MirrorBasis.None));
    }

    [Fact]
    public void Reporters_apart_from_the_anchor_are_named()
    {
        ReportedCount[] departures = [.. Departures, new(2010, "X", "Y", 5), new(2010, "V", "W", 5)];
        ReportedCount[] arrivals = [.. Arrivals, new(2010, "X", "Y", 6), new(2010, "V", "W", 9)];
        var refused = Assert.Throws<StatisticsException>(() => MirrorReconciliation.Of(departures, arrivals, TrustA)).Explanation;
        Assert.Contains("emigration of V, immigration of W; emigration of X, immigration of Y", refused.En, StringComparison.Ordinal);
        Assert.Contains("emigración de V, inmigración de W", refused.Es, StringComparison.Ordinal);
        Assert.Contains("émigration de V, immigration de W", refused.Fr, StringComparison.Ordinal);
        Assert.Equal(1, MirrorReconciliation.Of(departures, arrivals, new(["A", "Y", "W"])).Flows.Count(flow => flow is { Destination: "W", Estimate: 9 }));
    }

    [Fact]
    public void Two_areas_alone_cannot_be_reconciled() =>
        // Their four factors hang together in two pairs of which one holds the anchor.
        Assert.Contains("emigration of A, immigration of B", Assert.Throws<StatisticsException>(() => MirrorReconciliation.Of(
            [new(2010, "A", "B", 9), new(2010, "B", "A", 5)], [new(2010, "A", "B", 8), new(2010, "B", "A", 6)], TrustA)).Explanation.En, StringComparison.Ordinal);

    [Fact]
    public void Zero_on_one_side_ties_nothing_together() =>
        Assert.Contains("immigration of C", Assert.Throws<StatisticsException>(() => MirrorReconciliation.Of(
            [new(2010, "B", "A", 5), new(2010, "B", "C", 0), new(2010, "D", "C", 3)], [new(2010, "B", "A", 6), new(2010, "B", "C", 4), new(2010, "D", "C", 4)], TrustA)).Explanation.En, StringComparison.Ordinal);

    [Fact]
    public void Anchor_that_nobody_mirrors_is_named() =>
        Assert.Contains("counts as immigration as well", Assert.Throws<StatisticsException>(() => MirrorReconciliation.Of(Departures, Arrivals, new(["D"]))).Explanation.En, StringComparison.Ordinal);

    [Fact]
    public void Missing_side_is_said()
    {
        Assert.Contains("emigración", Assert.Throws<StatisticsException>(() => MirrorReconciliation.Of([], Arrivals, TrustA)).Explanation.Es, StringComparison.Ordinal);
        Assert.Contains("inmigración", Assert.Throws<StatisticsException>(() => MirrorReconciliation.Of(Departures, [], TrustA)).Explanation.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void Duration_of_a_count_is_taken_out_before_the_factors()
    {
        // B counts stays of six months, so 80 of them are 58.4 of twelve; only the level of its factor changes.
        var shorter = Arrivals.Select(one => one.Destination == "B" ? one with { Count = one.Count / 0.73, Duration = StayDuration.SixMonths } : one).ToList();
        var (plain, other) = (MirrorReconciliation.Of(Departures, Arrivals, TrustA), MirrorReconciliation.Of(Departures, shorter, TrustA));
        Assert.All(plain.Factors.Zip(other.Factors), pair => Assert.Equal(pair.First.Factor!.Value, pair.Second.Factor!.Value, 1e-9));
        Assert.All(plain.Flows.Zip(other.Flows), pair => Assert.Equal(pair.First.Estimate!.Value, pair.Second.Estimate!.Value, 1e-9));
        Assert.Equal([0.53, 0.63, 0.73, 1, 2.26], new[] { "0", "3", "6M", "12", "permanent" }.Select(text => StayDurations.Factor(StayDurations.Find(text)!.Value)));
    }

    [Fact]
    public void Years_are_pooled_or_each_by_itself()
    {
        ReportedCount[] departures = [.. Departures, .. Departures.Select(one => one with { Year = 2011 })];
        // In 2011 B counts twice as much of the same moves.
        ReportedCount[] arrivals = [.. Arrivals, .. Arrivals.Select(one => one with { Year = 2011, Count = one.Destination == "B" ? 2 * one.Count : one.Count })];
        var each = MirrorReconciliation.Of(departures, arrivals, TrustA with { EachYear = true });
        Assert.Equal([(2010, 1.25), (2011, 0.625)], each.Factors.Where(one => one is { Area: "B", Side: ReportingSide.Destination }).Select(one => (one.Year!.Value, Math.Round(one.Factor!.Value, 9))));
        Assert.Equal(0, each.GapAfter!.Value, 1e-9);
        var pooled = MirrorReconciliation.Of(departures, arrivals, TrustA);
        Assert.InRange(Assert.Single(pooled.Factors, one => one is { Area: "B", Side: ReportingSide.Destination }).Factor!.Value, 0.625, 1.25);
        Assert.True(pooled.GapAfter > 1);
    }

    [Fact]
    public void Year_at_fault_is_named()
    {
        var refused = Assert.Throws<StatisticsException>(() => MirrorReconciliation.Of(
            [.. Departures, new(2012, "B", "C", 4)], [.. Arrivals, new(2012, "B", "C", 4)], TrustA with { EachYear = true }));
        Assert.StartsWith("2012: ", refused.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MirrorReconciliation.Of([.. Departures, Departures[0]], Arrivals, TrustA));
        Assert.Throws<ArgumentException>(() => MirrorReconciliation.Of(Departures, [.. Arrivals, Arrivals[0]], TrustA));
        Assert.Throws<ArgumentException>(() => MirrorReconciliation.Of(Departures, [new(2010, "A", "A", 1)], TrustA));
        Assert.Throws<ArgumentException>(() => MirrorReconciliation.Of(Departures, [new(2010, "A", "B", -1)], TrustA));
        Assert.Throws<ArgumentException>(() => MirrorReconciliation.Of(Departures, Arrivals, new([])));
        Assert.Throws<ArgumentException>(() => MirrorReconciliation.Of(Departures, Arrivals, new(["A"], (2, 10))));
    }
}
