using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>What must hold of every table of flows, on invented worlds.</summary>
public sealed class FlowAccountsTests
{
    private const double Persons = 1e-5;

    private static readonly FlowMethod[] Accounting = [.. FlowMethods.All.Where(method => method.NeedsVitalEvents())];

    [Fact]
    public void In_less_out_is_change_in_population_less_births_and_deaths() => Property.Holds(TestCounts.Properties / 5, random =>
    {
        var areas = random.Next(3, 40);
        var input = FlowWorld.Explained(random, areas, random.Next(3));
        var balance = (BalanceRule)random.Next(3);
        var table = FlowEstimation.Estimate(input, FlowMethod.ClosedMinimum + random.Next(3), new() { Balance = balance });
        for (var area = 0; area < areas; area++)
        {
            var (into, outOf) = (0.0, 0.0);
            for (var other = 0; other < areas; other++)
            {
                into += table.Flows[(other * areas) + area];
                outOf += table.Flows[(area * areas) + other];
            }

            var balanced = Population(input.End, area) + table.Summary.EndAdjustments[area] - Population(input.Start, area) - table.Summary.StartAdjustments[area];
            Assert.Equal(balanced - input.Births[area] + input.Deaths[area], into - outOf, Persons);
        }

        Assert.InRange(table.Summary.WorstMarginError!.Value, 0, Persons);
        Assert.All(table.Flows, flow => Assert.True(flow >= 0));
    });

    [Fact]
    public void Every_account_of_birthplace_and_area_closes() => Property.Holds(TestCounts.Properties / 5, random =>
    {
        var input = FlowWorld.Explained(random, random.Next(3, 25), random.Next(2));
        var options = new FlowOptions { Balance = (BalanceRule)random.Next(3), Births = (BirthRule)random.Next(2) };
        foreach (var method in Accounting)
        {
            var accounts = FlowAccounts.Of(input, method, options);
            Assert.True(accounts.WorstError <= Persons, $"{method}: {accounts.WorstError} at {accounts.WorstBirthplace} in {accounts.WorstArea}");
            Assert.Equal(input.Births.Sum(), accounts.Births.Sum(), Persons);
            Assert.Equal(input.Deaths.Sum(), accounts.Deaths.Sum(), Persons);
            var table = FlowEstimation.Estimate(input, method, options);
            Assert.Equal(table.Summary.Total, accounts.Arrivals.Sum(), Persons);
            Assert.Equal(table.Summary.Total, accounts.Departures.Sum(), Persons);
            Assert.Equal(table.Summary.FromOutside, accounts.FromOutside.Sum(), Persons);
            Assert.All(accounts.ToOutside, persons => Assert.True(persons >= 0));
            Assert.True(!method.IsClosed() || accounts.FromOutside.Concat(accounts.ToOutside).All(persons => persons == 0));
        }
    });

    [Fact]
    public void No_table_with_the_same_margins_has_fewer_moves() => Property.Holds(TestCounts.Properties, random =>
    {
        var areas = random.Next(3, 12);
        var matched = new FlowAccounting(FlowWorld.Explained(random, areas), FlowOptions.Default, []).Matched(FlowMethod.ClosedMinimum).Matched;
        var fewest = MinimumFlows.Total(matched);
        // Vertices of the set of tables, in any order of its cells, some with those who stay first.
        var total = 0.0;
        for (var birthplace = 0; birthplace < areas; birthplace++)
        {
            var (left, room) = (matched.Start.AsSpan(birthplace * areas, areas).ToArray(), matched.End.AsSpan(birthplace * areas, areas).ToArray());
            var order = Enumerable.Range(0, areas * areas).ToArray();
            random.Shuffle(order);
            if (random.Next(2) == 0)
                order = [.. order.OrderBy(cell => cell % (areas + 1) == 0 ? 0 : 1)];
            foreach (var cell in order)
            {
                var (origin, destination) = (cell / areas, cell % areas);
                var moved = Math.Min(left[origin], room[destination]);
                left[origin] -= moved;
                room[destination] -= moved;
                total += origin == destination ? 0 : moved;
            }
        }

        Assert.True(total >= fewest - Persons, $"{total} < {fewest}");
    });

    [Fact]
    public void Parts_are_those_of_every_birthplace_and_add_up() => Property.Holds(TestCounts.Properties / 5, random =>
    {
        var areas = random.Next(3, 12);
        var input = FlowWorld.Explained(random, areas, random.Next(2));
        var method = Accounting[random.Next(Accounting.Length)];
        var seed = random.Next(2) == 0 ? null : Enumerable.Range(0, areas * areas).Select(_ => 0.1 + random.NextDouble()).ToArray();
        var table = FlowEstimation.Estimate(input, method, new() { Parts = true, Seed = seed });
        var (terms, _) = new FlowAccounting(input, new() { Seed = seed }, []).Terms(method);
        for (var cell = 0; cell < areas * areas; cell++)
        {
            var (origin, destination) = (cell / areas, cell % areas);
            if (origin == destination)
                continue;
            double Of(Func<int, bool> chosen) => terms.Sum(term => Enumerable.Range(0, input.Start.Birthplaces.Count).Where(chosen)
                .Sum(birthplace => (term.Weights?[birthplace] ?? 1) * term.Moves.Of(birthplace, origin, destination)));
            Assert.Equal(Of(birthplace => birthplace == origin), table.Outward![cell], Persons);
            Assert.Equal(Of(birthplace => birthplace == destination), table.Return![cell], Persons);
            Assert.Equal(Of(birthplace => birthplace != origin && birthplace != destination), table.Transit![cell], Persons);
            Assert.Equal(table.Flows[cell], table.Outward[cell] + table.Return[cell] + table.Transit[cell], Persons);
        }
    });

    [Fact]
    public void Weighted_methods_find_more_of_the_truth_than_the_fewest_moves()
    {
        var world = new FlowWorld(60, 5);
        var input = world.Period(error: 0);
        var tables = FlowEstimation.Estimate(input, [FlowMethod.ClosedMinimum, FlowMethod.ClosedIndependence, FlowMethod.PseudoBayes], FlowOptions.Default);
        var correlations = tables.Select(table => Correlation(table.Flows, world.True)).ToArray();
        Assert.True(correlations[2] > 0.8, string.Join(" ", correlations));
        // The weight that the true flows themselves ask for comes nearer to them than any other.
        var calibrated = FlowEstimation.Estimate(input, FlowMethod.PseudoBayes, new() { Weight = WeightRule.Calibrated(world.True) });
        Assert.True(Squares(calibrated.Flows, world.True) <= tables.Min(table => Squares(table.Flows, world.True)) * (1 + 1e-9));
    }

    [Fact]
    public void Unknown_birthplace_takes_part_as_a_row_more()
    {
        var world = new FlowWorld(8, 3, extra: 1);
        var input = world.Period();
        var summary = FlowEstimation.Estimate(input, FlowMethod.ClosedMinimum, FlowOptions.Default).Summary;
        Assert.Equal(input.End.Cells[64..].ToArray().Sum(), summary.UnknownBirthplace, Persons);
        Assert.True(summary.UnknownBirthplace > 0);
        Assert.InRange(summary.WorstMarginError!.Value, 0, Persons);
    }

    [Fact]
    public void Open_accounts_need_no_balanced_world_and_tell_who_came_and_left()
    {
        var input = new FlowWorld(12, 9).Period();
        var dr = FlowEstimation.Estimate(input, FlowMethod.AccountingOpenDr, new() { Balance = BalanceRule.None }).Summary;
        var unbalanced = input.End.Cells.ToArray().Sum() - input.Start.Cells.ToArray().Sum() - input.Births.Sum() + input.Deaths.Sum();
        Assert.Equal(unbalanced, dr.FromOutside - dr.ToOutside, 1e-4);
        Assert.Empty(dr.StartAdjustments);
    }

    [Fact]
    public void Methods_without_accounts_keep_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowAccounts.Of(WorkedFlows.First, FlowMethod.RatesDennett, FlowOptions.Default));

    [Fact]
    public void Tables_with_other_labels_at_the_end_are_no_input()
    {
        var other = new StockTable(["B", "A", "C", "D"], ["B", "A", "C", "D"], new double[16]);
        Assert.Throws<ArgumentException>(() => FlowEstimation.Estimate(WorkedFlows.First with { End = other }, FlowMethod.ClosedMinimum, FlowOptions.Default));
        Assert.Throws<ArgumentException>(() => new StockTable(["A", "B"], ["B", "A"], new double[4]));
        Assert.Throws<ArgumentException>(() => new StockTable(["A", "B", "A"], ["A", "B"], new double[6]));
        Assert.Throws<ArgumentException>(() => new StockTable(["A", "B"], ["A", "B"], new double[5]));
    }

    private static double Population(StockTable table, int area) => Enumerable.Range(0, table.Birthplaces.Count).Sum(birthplace => table[birthplace, area]);

    private static double Squares(double[] one, double[] other) => one.Zip(other, (a, b) => (a - b) * (a - b)).Sum();

    private static double Correlation(double[] one, double[] other)
    {
        var (first, second) = (one.Average(), other.Average());
        return one.Zip(other, (a, b) => (a - first) * (b - second)).Sum() / Math.Sqrt(one.Sum(a => (a - first) * (a - first)) * other.Sum(b => (b - second) * (b - second)));
    }
}
