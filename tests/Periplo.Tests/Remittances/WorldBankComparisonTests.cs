using Periplo.Remittances;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Remittances;

/// <summary>The matrix of 2016 against the one the World Bank published: the numbers of docs/methods/remittances.md.</summary>
[Collection(nameof(EstimatedStore))]
public sealed class WorldBankComparisonTests(EstimatedStore store)
{
    [Fact]
    public void Matrix_of_2016_compares_with_the_World_Banks_as_documented()
    {
        var table = SourceFiles.Shared("remittances/wb_bilateral_remittances_2016.csv");
        var (sender, receiver) = (table.Definition.Dimension("REF_AREA"), table.Definition.Dimension("COUNTERPART_AREA"));
        var theirs = Enumerable.Range(0, table.Observations.Count).ToDictionary(i => (table.Observations.Code(sender, i), table.Observations.Code(receiver, i)), i => table.Observations.Values[i] * 1e6);
        var ours = store.Matrices.Of(2016).ToDictionary(range => (range.Sender, range.Receiver));
        var both = theirs.Keys.Where(ours.ContainsKey).ToList();
        Assert.Equal((5542, 8909, 4155), (theirs.Count, ours.Count, both.Count));
        Assert.Equal((573.138, 543.241), (Billions(theirs.Values), Billions(ours.Values.Select(one => one.Rule3))));
        Assert.Equal((538.491, 527.671), (Billions(both.Select(key => theirs[key])), Billions(both.Select(key => ours[key].Rule3))));
        // Money of corridors in both, then logarithms where both have money.
        Assert.Equal((0.9385, 0.9057), Correlations(one => one.Rule1));
        Assert.Equal((0.9105, 0.7962), Correlations(one => one.Rule2));
        Assert.Equal((0.9361, 0.8992), Correlations(one => one.Rule3));
        Assert.Equal((0.8069, 0.7302), Correlations(one => one.Balanced));
        Assert.Equal(1507, both.Count(key => theirs[key] >= ours[key].Low && theirs[key] <= ours[key].High));
        Assert.Equal(
            ["USA-CHN 15418 5922", "HKG-CHN 14851 6055", "SAU-IND 10225 6890", "USA-IND 10657 13870", "SAU-IDN 3393 518", "KOR-CHN 3958 1632", "ARE-PAK 5698 3389", "FRA-ESP 2633 556"],
            both.OrderByDescending(key => Math.Abs(theirs[key] - ours[key].Rule3)).Take(8).Select(key => $"{key.Item1}-{key.Item2} {theirs[key] / 1e6:F0} {ours[key].Rule3 / 1e6:F0}"));
        Assert.Equal(
            ["CHN 60994 26883", "ESP 10277 2632", "PRT 4377 425", "UKR 6143 9472", "VNM 11873 8556", "UZB 2479 5795"],
            theirs.GroupBy(pair => pair.Key.Item2).Select(group => (group.Key, Theirs: group.Sum(pair => pair.Value), Ours: ours.Values.Where(one => one.Receiver == group.Key).Sum(one => one.Rule3)))
                .OrderByDescending(one => Math.Abs(one.Theirs - one.Ours)).Take(6).Select(one => $"{one.Key} {one.Theirs / 1e6:F0} {one.Ours / 1e6:F0}"));

        (double, double) Correlations(Func<CorridorRange, double> amount)
        {
            var logs = both.Where(key => amount(ours[key]) > 0).ToList();
            return (
                Math.Round(Correlation([.. both.Select(key => theirs[key])], [.. both.Select(key => amount(ours[key]))]), 4),
                Math.Round(Correlation([.. logs.Select(key => Math.Log(theirs[key]))], [.. logs.Select(key => Math.Log(amount(ours[key])))]), 4));
        }
    }

    private static double Billions(IEnumerable<double> amounts) => Math.Round(amounts.Sum() / 1e9, 3);

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
