using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Flows as differences of stocks.</summary>
public sealed class StockDifferenceTests
{
    // Rows are birthplaces. Between the dates B loses ten born in A and gains five born in C; C gains seven born in A; the unknown rise by three.
    private static readonly FlowInput Small = new(
        new(["A", "B", "C", "?"], ["A", "B", "C"], [100, 40, 5, 8, 200, 0, 0, 10, 300, 1, 1, 1]),
        new(["A", "B", "C", "?"], ["A", "B", "C"], [90, 30, 12, 8, 220, 0, 0, 15, 310, 4, 4, 4]),
        [],
        []);

    [Fact]
    public void Drop_keeps_rises_and_leaves_falls_out() =>
        Assert.Equal([0, 0, 7, 0, 0, 0, 0, 5, 0], StockDifference.Drop(Small));

    [Fact]
    public void Return_counts_falls_as_moves_to_the_birthplace() =>
        Assert.Equal([0, 0, 7, 10, 0, 0, 0, 5, 0], StockDifference.Return(Small));

    [Fact]
    public void Return_adds_a_fall_to_the_rise_of_the_opposite_corridor()
    {
        var input = new FlowInput(new(["A", "B"], ["A", "B"], [1, 9, 2, 1]), new(["A", "B"], ["A", "B"], [1, 4, 8, 1]), [], []);
        Assert.Equal([0, 0, 6 + 5, 0], StockDifference.Return(input));
    }

    [Fact]
    public void Cell_nobody_reported_counts_zero()
    {
        var input = new FlowInput(new(["A", "B"], ["A", "B"], [1, double.NaN, 2, 1]), new(["A", "B"], ["A", "B"], [1, 4, double.NaN, 1]), [], []);
        Assert.Equal([0, 4 + 2, 0, 0], StockDifference.Return(input));
    }

    [Fact]
    public void Drop_is_never_above_return_and_their_net_is_the_change_of_the_foreign_born() =>
        Property.Holds(TestCounts.Properties, random =>
        {
            var n = random.Next(2, 12);
            var labels = Enumerable.Range(0, n).Select(i => $"{i}").ToList();
            StockTable Some() => new(labels, labels, [.. Enumerable.Range(0, n * n).Select(_ => (double)random.Next(1000))]);
            var input = new FlowInput(Some(), Some(), [], []);
            var (drop, back) = (StockDifference.Drop(input), StockDifference.Return(input));
            Assert.All(drop.Zip(back), pair => Assert.InRange(pair.First, 0, pair.Second));
            for (var k = 0; k < n; k++)
            {
                for (var j = 0; j < n; j++)
                {
                    // What goes from k to j less what comes back is the rise of k in j less the fall of j in k turned round.
                    if (k != j)
                        Assert.Equal(Change(k, j) - Change(j, k), back[(k * n) + j] - back[(j * n) + k]);
                }
            }

            double Change(int birth, int residence) => input.End[birth, residence] - input.Start[birth, residence];
        });
}
