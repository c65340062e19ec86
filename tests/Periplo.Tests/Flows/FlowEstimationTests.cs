using System.Text.Json;
using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The printed examples, which docs/methods/flow-accounts.md works out too.</summary>
public sealed class FlowEstimationTests
{
    private const double Printed = 1e-5;

    [Fact]
    public void First_example_has_the_fewest_moves_printed() =>
        Same([0, 0, 50, 0, 35, 0, 25, 0, 10, 10, 0, 0, 10, 10, 0, 0], Estimated(WorkedFlows.First, FlowMethod.ClosedMinimum));

    [Fact]
    public void First_example_has_the_independent_moves_computed_beside_it() =>
        Same(
            [0, 137.753234, 126.923728, 17.331773, 159.876088, 0, 101.332724, 22.820731, 92.592464, 67.267052, 0, 47.294179, 34.540183, 39.009257, 33.897243, 0],
            Estimated(WorkedFlows.First, FlowMethod.ClosedIndependence));

    [Fact]
    public void Second_example_has_the_fewest_moves_printed() =>
        Same([0, 20, 0, 10, 0, 0, 0, 0, 15, 15, 0, 5, 10, 25, 0, 0], Estimated(WorkedFlows.Second, FlowMethod.ClosedMinimum));

    [Fact]
    public void Example_with_births_and_deaths_has_the_moves_printed() =>
        Same(
            [0, 3.328796, 0, 3.243263, 34.121014, 0, 0.583909, 9.809148, 0.004401, 27.127292, 0, 25.711734, 12.446644, 9.057984, 2.259517, 0],
            Estimated(WorkedFlows.WithVitalEvents, FlowMethod.ClosedMinimum));

    [Fact]
    public void Example_with_more_births_than_native_born_spreads_them_and_says_so()
    {
        var table = FlowEstimation.Estimate(WorkedFlows.MoreBirthsThanNatives, FlowMethod.ClosedMinimum, FlowOptions.Default);
        Same([0, 8.124992, 0, 0, 15.455512, 0, 18.081945, 5.712946, 0, 1.125411, 0, 0, 17.66948, 0, 8.043466, 0], table.Flows);
        Assert.Equal(["B"], table.Summary.BirthsSpread);
    }

    [Fact]
    public void Cases_of_the_shared_file_hold()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Path("flows/worked_cases.json")));
        var cases = file.RootElement.EnumerateArray().ToList();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            double[] Table(string name) => [.. one.GetProperty(name).EnumerateArray().SelectMany(row => row.EnumerateArray().Select(cell => cell.GetDouble()))];
            double[] Row(string name) => [.. one.GetProperty(name).EnumerateArray().Select(cell => cell.GetDouble())];
            var method = one.GetProperty("model").GetString() == "qi" ? FlowMethod.ClosedMinimum : FlowMethod.ClosedIndependence;
            Same(Table("od_exact"), Estimated(WorkedFlows.Of(Table("stock_start"), Table("stock_end"), Row("births"), Row("deaths")), method));
        }
    }

    [Fact]
    public void Seed_of_distances_moves_the_second_example()
    {
        // The reference program has ignored seeds here since 2022 and gives 15; its older routine gives this.
        var table = FlowEstimation.Estimate(WorkedFlows.Second, FlowMethod.ClosedMinimum, new() { Seed = WorkedFlows.Distances });
        Same([0, 20, 0, 10, 0, 0, 0, 0, 15.23823, 14.76177, 0, 5, 9.76177, 25.23823, 0, 0], table.Flows);
        Assert.Equal(100, table.Summary.Total, 1e-9);
    }

    [Fact]
    public void Pseudo_Bayes_is_the_weighted_mean_of_both()
    {
        var tables = FlowEstimation.Estimate(WorkedFlows.First, [FlowMethod.ClosedMinimum, FlowMethod.ClosedIndependence, FlowMethod.PseudoBayes], FlowOptions.Default);
        Same([.. tables[0].Flows.Zip(tables[1].Flows, (fewest, independent) => (0.87 * fewest) + (0.13 * independent))], tables[2].Flows);
        Assert.Equal(0.87, tables[2].Summary.Weight!.Value, 1e-12);
        Assert.Null(tables[0].Summary.Weight);
    }

    [Fact]
    public void Summary_tells_total_minimum_and_margin_error()
    {
        var summary = FlowEstimation.Estimate(WorkedFlows.First, FlowMethod.ClosedIndependence, FlowOptions.Default).Summary;
        Assert.Equal(880.638656, summary.Total, Printed);
        Assert.Equal(150, summary.Minimum!.Value, 1e-9);
        Assert.InRange(summary.WorstMarginError!.Value, 0, 1e-9);
    }

    [Fact]
    public void Parts_of_the_first_example_are_those_of_its_tables_by_birthplace()
    {
        var table = FlowEstimation.Estimate(WorkedFlows.First, FlowMethod.ClosedMinimum, new() { Parts = true });
        // Born in A: 50 leave A for C. In B: 50 leave B, 25 to A and 25 to C. In C: 10 leave B for A. In D: 20 leave D, 20 leave C; 20 to A and 20 to B.
        Same([0, 0, 50, 0, 25, 0, 25, 0, 0, 0, 0, 0, 10, 10, 0, 0], table.Outward!);
        Same([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], table.Return!);
        Same([0, 0, 0, 0, 10, 0, 0, 0, 10, 10, 0, 0, 0, 0, 0, 0], table.Transit!);
    }

    [Fact]
    public void Ids_of_methods_are_found_again()
    {
        Assert.Equal(9, FlowMethods.All.Count);
        Assert.All(FlowMethods.All, method => Assert.Equal(method, FlowMethods.Find(method.Id())));
        Assert.Null(FlowMethods.Find("da-closed"));
    }

    internal static double[] Estimated(FlowInput input, FlowMethod method) => FlowEstimation.Estimate(input, method, FlowOptions.Default).Flows;

    internal static void Same(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var cell = 0; cell < expected.Length; cell++)
            Assert.True(Math.Abs(expected[cell] - actual[cell]) <= Printed, $"cell {cell}: {expected[cell]} expected, {actual[cell]} found");
    }
}
