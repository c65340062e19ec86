using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Estimated flows against the series of Abel and Cohen: the numbers of docs/methods/flows.md.</summary>
[Collection(nameof(PublishedFlows))]
public sealed class FlowComparisonTests(PublishedFlows published)
{
    [Theory]
    [InlineData(1990, FlowMethod.StockDifferenceDrop, 22_461_609)]
    [InlineData(2000, FlowMethod.StockDifferenceDrop, 26_888_749)]
    [InlineData(2010, FlowMethod.StockDifferenceDrop, 31_412_976)]
    [InlineData(1990, FlowMethod.StockDifferenceReturn, 35_504_280)]
    [InlineData(2000, FlowMethod.StockDifferenceReturn, 36_324_790)]
    [InlineData(2010, FlowMethod.StockDifferenceReturn, 38_017_782)]
    public void Stock_differences_are_those_published_corridor_by_corridor(int year, FlowMethod method, double total)
    {
        var (theirs, ours, areas) = (published.Theirs(year, method), published.Ours(new(year, year + 5), method), published.Areas(year));
        var pairs = ours.Keys.Where(pair => areas.Contains(pair.From) && areas.Contains(pair.To)).ToList();
        var different = pairs.Where(pair => ours[pair] != theirs.GetValueOrDefault(pair)).ToList();
        Assert.Empty(different);
        Assert.Equal(total, theirs.Values.Sum());
        Assert.Equal(areas.Count * (areas.Count - 1), pairs.Count);
    }
}
