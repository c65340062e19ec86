using Periplo.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>The worked example of docs/methods/provisional-estimates.md.</summary>
public sealed class ProvisionalWorkedExampleTests
{
    private static readonly UndecidedFeatures Work = new(320, 1, 1, 10, 0);
    private static readonly UndecidedFeatures Study = new(320, 2, 1, 10, 0);

    // Final after one month instead of 17.
    private static readonly ProvisionalRule Rule = new(FinalAge: 1, MinimumCohorts: 1);

    [Fact]
    public void Probabilities_are_those_worked_by_hand()
    {
        var model = new OutcomeProbabilities();
        model.Add(model.Leaf(Work), 40, 30);
        model.Add(model.Leaf(Study), 40, 10);
        model.Fit();
        Assert.Equal(3.3333, model.Strengths[3], 1e-4);
        Assert.Equal(0.730769, model.Probability(0), 1e-6);
        Assert.Equal(0.269231, model.Probability(1), 1e-6);
    }

    [Fact]
    public void Estimate_and_intervals_are_those_worked_by_hand()
    {
        var told = Triangle().At(0, MigrationMeasure.Arrivals, 1, 0)!.Value;
        Assert.Equal((EstimateState.ModelOnly, 5, 30), (told.State, told.Decided, told.Undecided));
        Assert.Equal(17.692, told.Value, 5e-4);
        Assert.Equal(8.321, told.Variance, 5e-4);
        Assert.Equal((14.0, 21.4, 12.0, 23.3), Rounded(told));
    }

    [Fact]
    public void Calibrated_interval_and_back_test_are_those_worked_by_hand()
    {
        var told = Triangle().At(0, MigrationMeasure.Arrivals, 7, 0)!.Value;
        Assert.Equal((EstimateState.Calibrated, 6), (told.State, told.Cohorts));
        Assert.Equal(17.692, told.Value, 5e-4);
        Assert.Equal(28.749, told.Variance, 5e-4);
        Assert.Equal((10.0, 25.4, 4.6, 30.8), Rounded(told));

        var test = Triangle().BackTest(0, MigrationMeasure.Arrivals, 0);
        Assert.Equal((6, 0), (test.Months, test.Intervals));
        Assert.Equal(4.833, test.MeanAbsoluteError!.Value, 5e-4);
        Assert.Equal(0.3154, test.MeanAbsoluteRelativeError!.Value, 5e-5);
        Assert.Equal(0.526, test.Bias!.Value, 5e-4);
        Assert.Equal(0.0306, test.RelativeBias!.Value, 5e-5);
    }

    private static (double Low80, double High80, double Low95, double High95) Rounded(ProvisionalEstimate told) =>
        (Math.Round(told.Low80, 1), Math.Round(told.High80, 1), Math.Round(told.Low95, 1), Math.Round(told.High95, 1));

    private static RevisionTriangle Triangle()
    {
        int[] finals = [26, 12, 21, 14, 19, 11];
        List<DecidedCell> decided = [new(0, 0, 1, true, 320, 40)];
        List<UndecidedCell> undecided = [new(0, 0, 0, true, Work, 40, 30, true), new(0, 0, 0, true, Study, 40, 10, true)];
        for (var month = 1; month <= 7; month++)
        {
            decided.Add(new(0, month, 0, true, 320, 5));
            if (month <= finals.Length)
                decided.Add(new(0, month, 1, true, 320, finals[month - 1]));
            undecided.Add(new(0, month, 0, true, Work, 10, 0, false));
            undecided.Add(new(0, month, 0, true, Study, 20, 0, false));
        }

        return RevisionTriangle.Of([.. decided], [.. undecided], 1, 0, 7, Rule);
    }
}
