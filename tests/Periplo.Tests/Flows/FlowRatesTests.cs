using Periplo.Flows;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Flows from rates.</summary>
public sealed class FlowRatesTests
{
    private static readonly string[] Areas = ["A", "B"];

    [Fact]
    public void Dennett_shares_moves_as_the_foreign_born_lived_at_the_start()
    {
        var start = new StockTable(["A", "B", "C", "?"], ["A", "B", "C"], [900, 30, 0, 10, 800, 40, 20, 0, 700, 50, 50, 50]);
        Assert.Equal([0, 60, 0, 20, 0, 80, 40, 0, 0], FlowRates.Dennett(new(start, start, [], []), 200));
    }

    [Fact]
    public void Dennett_needs_somebody_abroad()
    {
        var start = new StockTable(Areas, Areas, [5, 0, 0, 5]);
        Assert.Contains("rates-dennett", Assert.Throws<StatisticsException>(() => FlowRates.Dennett(new(start, start, [], []), 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Net_migration_is_what_births_and_deaths_do_not_explain()
    {
        // A: 110 → 130 with 15 births and 5 deaths, so 10 came. B: 60 → 50 with 2 births and 4 deaths, so 8 left.
        var input = new FlowInput(new(Areas, Areas, [100, 20, 10, 40]), new(Areas, Areas, [110, 10, 20, 40]), [15, 2], [5, 4]);
        Assert.Equal(18, FlowRates.AbsoluteNetMigration(input));
    }

    [Fact]
    public void Rogers_finds_the_rates_that_turn_one_table_into_the_other()
    {
        // Of 100 in A a tenth move to B, of 50 in B a fifth to A, whatever their birthplace: of those born in A, 80 · 0.9 + 20 · 0.2 = 76 then live in A.
        var input = new FlowInput(new(Areas, Areas, [80, 20, 20, 30]), new(Areas, Areas, [76, 24, 24, 26]), [], []);
        var flows = FlowRates.RogersVonRabenau(input);
        Assert.Equal(0, flows[0]);
        Assert.Equal(10, flows[1], 1e-9);
        Assert.Equal(10, flows[2], 1e-9);
        Assert.Equal(0, flows[3]);
    }

    [Fact]
    public void Rogers_solves_for_any_table_with_an_answer() =>
        Property.Holds(TestCounts.Properties, random =>
        {
            var n = random.Next(2, 25);
            var labels = Enumerable.Range(0, n).Select(i => $"{i}").ToList();
            var start = new double[n * n];
            var rates = new double[n * n];
            for (var i = 0; i < n * n; i++)
            {
                start[i] = random.Next(50) + (i / n == i % n ? 1000 * n : 0);
                rates[i] = i / n == i % n ? 1 : random.NextDouble() / n;
            }

            var end = new double[n * n];
            for (var k = 0; k < n; k++)
            {
                for (var j = 0; j < n; j++)
                {
                    for (var i = 0; i < n; i++)
                        end[(k * n) + j] += start[(k * n) + i] * rates[(i * n) + j];
                }
            }

            var flows = FlowRates.RogersVonRabenau(new(new(labels, labels, start), new(labels, labels, end), [], []));
            for (var i = 0; i < n * n; i++)
            {
                var population = Enumerable.Range(0, n).Sum(k => start[(k * n) + (i / n)]);
                Assert.Equal(i / n == i % n ? 0 : rates[i] * population, flows[i], 1e-8 * population);
            }
        });

    [Theory]
    [InlineData(new double[] { 1, 2, 2, 4 }, "B")]
    [InlineData(new double[] { 3, 0, 1, 0 }, "B")]
    [InlineData(new double[] { 0, 0, 0, 0 }, "A")]
    public void Rogers_names_the_area_of_a_singular_table(double[] start, string area)
    {
        var input = new FlowInput(new(Areas, Areas, start), new(Areas, Areas, [1, 1, 1, 1]), [], []);
        Assert.Contains($"\"{area}\"", Assert.Throws<StatisticsException>(() => FlowRates.RogersVonRabenau(input)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rogers_needs_rows_to_change_places()
    {
        var input = new FlowInput(new(Areas, Areas, [0, 5, 4, 1]), new(Areas, Areas, [2, 4, 4, 1]), [], []);

        // 5 g21 = 2, 5 g22 = 4; 4 g11 + g21 = 4, 4 g12 + g22 = 1.
        Assert.All(new[] { 0, 0.05 * 4, 0.4 * 6, 0 }.Zip(FlowRates.RogersVonRabenau(input)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
