using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Estimated flows against the series of Abel and Cohen: the numbers of docs/methods/flows.md.</summary>
[Collection(nameof(AbelCohenFlows))]
public sealed class FlowComparisonTests(AbelCohenFlows published)
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

    // Year, method; floors of the correlations by corridor, of their logarithms (1 + x), and of what areas receive, lose and win in all.
    // Measured when first made, rounded down; they only rise.
    [Theory]
    [InlineData(1990, FlowMethod.ClosedMinimum, 0.9987, 0.9215, 0.9995, 0.9967, 0.9998)]
    [InlineData(2000, FlowMethod.ClosedMinimum, 0.9969, 0.9266, 0.9996, 0.9990, 0.9998)]
    [InlineData(2010, FlowMethod.ClosedMinimum, 0.9977, 0.9290, 0.9991, 0.9991, 0.9998)]
    [InlineData(1990, FlowMethod.PseudoBayes, 0.9991, 0.9194, 0.9995, 0.9973, 0.9998)]
    [InlineData(2000, FlowMethod.PseudoBayes, 0.9988, 0.9254, 0.9997, 0.9994, 0.9998)]
    [InlineData(2010, FlowMethod.PseudoBayes, 0.9988, 0.9264, 0.9996, 0.9994, 0.9998)]
    public void Closed_accounts_agree_with_those_published_at_least_as_well_as_when_first_measured(
        int year, FlowMethod method, double corridors, double logarithms, double received, double lost, double net)
    {
        var (theirs, ours, areas) = (published.Theirs(year, method), published.Ours(new(year, year + 5), method), published.Areas(year));
        var pairs = ours.Keys.Where(pair => areas.Contains(pair.From) && areas.Contains(pair.To)).ToList();
        double[] their = [.. pairs.Select(pair => theirs.GetValueOrDefault(pair))];
        double[] our = [.. pairs.Select(pair => ours[pair])];
        double[] Sums(double[] of, Func<(string From, string To), string> side) =>
            [.. areas.Order(StringComparer.Ordinal).Select(area => pairs.Zip(of).Where(one => side(one.First) == area).Sum(one => one.Second))];
        double[] Net(double[] of) => [.. Sums(of, pair => pair.To).Zip(Sums(of, pair => pair.From), (arrived, left) => arrived - left)];
        double[] measured =
        [
            Correlation(their, our), Correlation(Array.ConvertAll(their, double.LogP1), Array.ConvertAll(our, double.LogP1)),
            Correlation(Sums(their, pair => pair.To), Sums(our, pair => pair.To)), Correlation(Sums(their, pair => pair.From), Sums(our, pair => pair.From)), Correlation(Net(their), Net(our)),
        ];
        double[] floors = [corridors, logarithms, received, lost, net];
        TestContext.Current.TestOutputHelper?.WriteLine($"{year} {method}: theirs {theirs.Values.Sum():F0} ours {ours.Values.Sum():F0} in common {our.Sum():F0} of {pairs.Count}: {string.Join(' ', measured.Select(one => one.ToString("F5", null)))}");
        Assert.All(measured.Zip(floors), one => Assert.InRange(one.First, one.Second, 1));
    }

    // What differs is how unknown birthplaces are treated: taken as native born they bring nearly the published flows.
    [Theory]
    [InlineData(1990, FlowMethod.ClosedMinimum, 0.9998, 0.9992, 0.0123)]
    [InlineData(2000, FlowMethod.ClosedMinimum, 0.9999, 0.9984, 0.0110)]
    [InlineData(2010, FlowMethod.ClosedMinimum, 0.9998, 0.9977, 0.0138)]
    [InlineData(1990, FlowMethod.PseudoBayes, 0.9999, 0.9995, 0.0073)]
    [InlineData(2000, FlowMethod.PseudoBayes, 0.9999, 0.9994, 0.0057)]
    [InlineData(2010, FlowMethod.PseudoBayes, 0.9999, 0.9994, 0.0070)]
    public void Unknown_birthplaces_taken_as_native_bring_the_published_flows(int year, FlowMethod method, double corridors, double logarithms, double mostDifference)
    {
        var (theirs, ours, areas) = (published.Theirs(year, method), published.OursWithUnknownAsNative(new(year, year + 5), method), published.Areas(year));
        var pairs = ours.Keys.Where(pair => areas.Contains(pair.From) && areas.Contains(pair.To)).ToList();
        double[] their = [.. pairs.Select(pair => theirs.GetValueOrDefault(pair))];
        double[] our = [.. pairs.Select(pair => ours[pair])];
        Assert.InRange(Correlation(their, our), corridors, 1);
        Assert.InRange(Correlation(Array.ConvertAll(their, double.LogP1), Array.ConvertAll(our, double.LogP1)), logarithms, 1);
        Assert.InRange(their.Zip(our, (one, other) => Math.Abs(one - other)).Sum() / their.Sum(), 0, mostDifference);
    }

    private static double Correlation(double[] left, double[] right)
    {
        var (a, b) = (left.Average(), right.Average());
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            ab += (left[i] - a) * (right[i] - b);
            aa += (left[i] - a) * (left[i] - a);
            bb += (right[i] - b) * (right[i] - b);
        }

        return ab / Math.Sqrt(aa * bb);
    }
}
