using Periplo.Remittances;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Remittances;

/// <summary>The matrix of 2016 against the one the World Bank published: the numbers of docs/methods/remittances.md.</summary>
public sealed class WorldBankComparisonTests(EstimatedStore store) : IClassFixture<EstimatedStore>
{
    [Fact]
    public void Matrix_of_2016_compares_with_the_World_Banks_as_documented()
    {
        var table = SourceFiles.Shared("remittances/wb_bilateral_remittances_2016.csv");
        var (sender, receiver) = (table.Definition.Dimension("REF_AREA"), table.Definition.Dimension("COUNTERPART_AREA"));
        var theirs = Enumerable.Range(0, table.Observations.Count).ToDictionary(i => (table.Observations.Code(sender, i), table.Observations.Code(receiver, i)), i => table.Observations.Values[i] * 1e6);
        var ours = store.Matrices.Of(2016).ToDictionary(range => (range.Sender, range.Receiver));
        var both = theirs.Keys.Where(ours.ContainsKey).ToList();
        var log = TestContext.Current.TestOutputHelper;
        void Say(string text) => log?.WriteLine(text);
        Say($"theirs {theirs.Count} corridors, {theirs.Values.Sum() / 1e9:F3} bn; ours {ours.Count}, {ours.Values.Sum(one => one.Rule3) / 1e9:F3} bn; both {both.Count}, theirs {both.Sum(key => theirs[key]) / 1e9:F3}, ours {both.Sum(key => ours[key].Rule3) / 1e9:F3}");
        foreach (var (name, amount) in new (string, Func<CorridorRange, double>)[] { ("1", one => one.Rule1), ("2", one => one.Rule2), ("3", one => one.Rule3), ("ipf", one => one.Balanced) })
        {
            var logs = both.Where(key => amount(ours[key]) > 0).ToList();
            Say($"rule {name}: r {Correlation([.. both.Select(key => theirs[key])], [.. both.Select(key => amount(ours[key]))]):F4}, logs {Correlation([.. logs.Select(key => Math.Log(theirs[key]))], [.. logs.Select(key => Math.Log(amount(ours[key])))]):F4} of {logs.Count}");
        }

        var inside = both.Count(key => theirs[key] >= ours[key].Low && theirs[key] <= ours[key].High);
        Say($"within range {inside}");
        foreach (var key in both.OrderByDescending(key => Math.Abs(theirs[key] - ours[key].Rule3)).Take(15))
            Say($"{key}: theirs {theirs[key] / 1e6:F0}, ours {ours[key].Rule3 / 1e6:F0} ({ours[key].Low / 1e6:F0}-{ours[key].High / 1e6:F0})");
        foreach (var group in theirs.GroupBy(pair => pair.Key.Item2).Select(group => (group.Key, Theirs: group.Sum(pair => pair.Value), Ours: ours.Values.Where(one => one.Receiver == group.Key).Sum(one => one.Rule3))).OrderByDescending(one => Math.Abs(one.Theirs - one.Ours)).Take(12))
            Say($"receiver {group.Key}: theirs {group.Theirs / 1e6:F0}, ours {group.Ours / 1e6:F0}");
        foreach (var pair in theirs.Where(pair => !ours.ContainsKey(pair.Key)).OrderByDescending(pair => pair.Value).Take(8))
            Say($"only theirs {pair.Key}: {pair.Value / 1e6:F0}");
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
