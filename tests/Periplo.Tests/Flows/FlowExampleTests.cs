using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The four countries of docs/methods/flows.md.</summary>
public sealed class FlowExampleTests
{
    [Theory]
    [InlineData(FlowMethod.ClosedMinimum, 150, "AC 50, BA 35, BC 25, CA 10, CB 10, DA 10, DB 10")]
    [InlineData(FlowMethod.StockDifferenceDrop, 150, "AC 50, BA 25, BC 25, CA 10, DA 20, DB 20")]
    [InlineData(FlowMethod.StockDifferenceReturn, 180, "AC 50, BA 25, BC 35, CA 10, CD 20, DA 20, DB 20")]
    public void Moves_are_those_of_the_page(FlowMethod method, double total, string moves)
    {
        var table = FlowEstimation.Estimate(WorkedFlows.First, method, FlowOptions.Default);
        Assert.Equal(total, table.Summary.Total, 9);
        Assert.Equal(moves, string.Join(", ", Enumerable.Range(0, 16).Where(i => table.Flows[i] > 1e-9).Select(i => $"{WorkedFlows.Labels[i / 4]}{WorkedFlows.Labels[i % 4]} {table.Flows[i]:0.######}")));
    }

    [Fact]
    public void Independence_and_pseudo_Bayes_have_the_totals_of_the_page()
    {
        var tables = FlowEstimation.Estimate(WorkedFlows.First, [FlowMethod.ClosedIndependence, FlowMethod.PseudoBayes], FlowOptions.Default);
        Assert.Equal((880.6, 244.98), (Math.Round(tables[0].Summary.Total, 1), Math.Round(tables[1].Summary.Total, 2)));
    }
}
