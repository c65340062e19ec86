using System.Globalization;
using System.Text;
using Periplo.Observatory;
using Periplo.Remittances;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Remittances;

/// <summary>The tables that <c>periplo remittances matrix</c> reads and writes.</summary>
public sealed class MatrixFileTests : IDisposable
{
    private const string Stocks = "origin,destination,migrants\nH,A,100\nH,B,300\nH,C,200\n";
    private const string Inflows = "country,usd\nH,10\n";
    private const string Income = "country,usd_per_head\nH,2000\nA,40000\nB,1500\nC,12000\n";

    private readonly string folder = Directory.CreateTempSubdirectory("periplo-matrix-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Matrix_of_the_worked_example_is_written_by_rule_sender_and_receiver()
    {
        var rows = Lines(Run(Stocks, Inflows, Income, SharingRules.All));
        Assert.Equal("rule,sender,receiver,usd", rows[0]);
        Assert.Equal(["1,A,H", "1,B,H", "1,C,H", "2,A,H", "2,B,H", "2,C,H", "3,A,H", "3,B,H", "3,C,H"], rows.Skip(1).Select(row => row[..row.LastIndexOf(',')]));
        double[] expected = [1.666667, 5, 3.333333, 5.839416, 0.656934, 3.503650, 2.823689, 3.588155, 3.588155];
        Assert.All(rows.Skip(1).Zip(expected), pair => Assert.Equal(pair.Second, double.Parse(pair.First[(pair.First.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture), 1e-6));
    }

    [Fact]
    public void Numbers_are_written_so_that_they_come_back_the_same()
    {
        var matrix = BilateralMatrixTests.Example with { Inflows = new Dictionary<string, double> { ["H"] = 123456789.123 } };
        var rows = Lines(Run(Stocks, "country,usd\nH,123456789.123\n", Income, [SharingRule.IncomeGap]));
        Assert.Equal(BilateralMatrix.Of(matrix).Corridors.Select(corridor => corridor.Rule3), rows.Skip(1).Select(row => double.Parse(row.Split(',')[3], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Labels_may_be_any_texts()
    {
        var rows = Lines(Run(
            "\uFEFFmigrants,destination,origin\r\n5,\"Côte d'Ivoire, the\",\"say \"\"hi\"\"\"\r\n5,NA,\"say \"\"hi\"\"\"\r\n", "usd,country\r\n8,\"say \"\"hi\"\"\"\r\n",
            "country,usd_per_head\r\nNA,1\r\n\"Côte d'Ivoire, the\",1\r\n\"say \"\"hi\"\"\",1\r\n", [SharingRule.HostIncome]));
        Assert.Equal(["2,\"Côte d'Ivoire, the\",\"say \"\"hi\"\"\",4", "2,NA,\"say \"\"hi\"\"\",4"], rows.Skip(1));
    }

    [Fact]
    public void Empty_figures_say_nothing()
    {
        var result = Run(Stocks + "Q,A,\n", Inflows + "Q,\n", Income + "D,\n", [SharingRule.Migrants]);
        Assert.Equal(4, Lines(result).Length);
        Assert.Single(result.Matrix.Receivers);
    }

    [Theory]
    [InlineData("H,A,100\nH,A,100", 3, 1)]
    [InlineData("H,A,-1", 2, 3)]
    [InlineData("H,A,NaN", 2, 3)]
    [InlineData("H,A,Infinity", 2, 3)]
    [InlineData("H,A,1e16", 2, 3)]
    [InlineData("H,A,1 000", 2, 3)]
    [InlineData("H,A,\"1,5\"", 2, 3)]
    [InlineData(",A,5", 2, 1)]
    [InlineData("H,,5", 2, 2)]
    [InlineData("H,H,5", 2, 2)]
    [InlineData("H,A", 2, 2)]
    [InlineData("H,A,5,6", 2, 3)]
    public void Bad_stock_is_refused_with_its_place(string rows, int line, int column) =>
        AssertRefused("stocks.csv", line, column, $"origin,destination,migrants\n{rows}\n", Inflows, Income);

    [Theory]
    [InlineData("H,-1", 2, 2)]
    [InlineData("H,1\nH,1", 3, 1)]
    [InlineData("H,n/a", 2, 2)]
    public void Bad_inflow_is_refused_with_its_place(string rows, int line, int column) => AssertRefused("inflows.csv", line, column, Stocks, $"country,usd\n{rows}\n", Income);

    [Theory]
    [InlineData("H,0", 2, 2)]
    [InlineData("H,-5", 2, 2)]
    [InlineData("H,1\nH,2", 3, 1)]
    public void Bad_income_is_refused_with_its_place(string rows, int line, int column) => AssertRefused("income.csv", line, column, Stocks, Inflows, $"country,usd_per_head\n{rows}\n");

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    [InlineData("origin,destination,migrants\n")]
    [InlineData("origin,destination\nH,A\n")]
    [InlineData("origin,destination,migrants,sex\nH,A,5,F\n")]
    [InlineData("origin,destination,migrants,origin\nH,A,5,H\n")]
    [InlineData("origin;destination;migrants\nH;A;5\n")]
    public void Table_without_rows_or_with_other_columns_is_refused(string stocks)
    {
        var refused = Assert.Throws<InputException>(() => Run(stocks, Inflows, Income, SharingRules.All));
        Assert.EndsWith("stocks.csv", refused.File, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "out.csv")));
    }

    [Fact]
    public void Missing_file_is_refused()
    {
        Run(Stocks, Inflows, Income, SharingRules.All);
        Assert.Throws<InputException>(() => RemittanceFiles.Matrix(Bundled, Path.Combine(folder, "none.csv"), Path.Combine(folder, "inflows.csv"), Path.Combine(folder, "income.csv"), SharingRules.All, Path.Combine(folder, "out.csv"), CancellationToken.None));
    }

    [Fact]
    public void Mutated_tables_give_a_matrix_or_a_message()
    {
        string[] texts = [Stocks, Inflows, Income];
        Property.Holds(TestCounts.FolderMutations / 4, random =>
        {
            var bytes = texts.Select(Encoding.UTF8.GetBytes).ToArray();
            var hit = random.Next(3);
            bytes[hit] = Periplo.Tests.Mutation.Of(bytes[hit], random);
            try
            {
                var (_, matrix) = Run(bytes, SharingRules.All);
                foreach (var account in matrix.Receivers.Where(account => account.Shared))
                    Assert.All(SharingRules.All, rule => Assert.Equal(account.Inflow, matrix.Corridors.Where(corridor => corridor.Receiver == account.Receiver).Sum(corridor => corridor.By(rule)), Math.Max(1e-9, account.Inflow * 1e-9)));
            }
            catch (InputException refused)
            {
                Assert.NotNull(refused.File);
            }
        });
    }

    private static DataFolder Bundled { get; } = new(BundledData.Path("."), null);

    private void AssertRefused(string file, int line, int column, string stocks, string inflows, string income)
    {
        var refused = Assert.Throws<InputException>(() => Run(stocks, inflows, income, SharingRules.All));
        Assert.EndsWith(file, refused.File, StringComparison.Ordinal);
        Assert.Equal($"line {line}, column {column}", refused.Place!.En);
    }

    private (string Output, BilateralMatrix Matrix) Run(string stocks, string inflows, string income, IReadOnlyList<SharingRule> rules) =>
        Run([.. new[] { stocks, inflows, income }.Select(Encoding.UTF8.GetBytes)], rules);

    private (string Output, BilateralMatrix Matrix) Run(byte[][] contents, IReadOnlyList<SharingRule> rules)
    {
        string[] paths = [.. new[] { "stocks.csv", "inflows.csv", "income.csv" }.Select(name => Path.Combine(folder, name))];
        for (var i = 0; i < paths.Length; i++)
            File.WriteAllBytes(paths[i], contents[i]);
        var output = Path.Combine(folder, "out.csv");
        return (output, RemittanceFiles.Matrix(Bundled, paths[0], paths[1], paths[2], rules, output, TestContext.Current.CancellationToken));
    }

    private static string[] Lines((string Output, BilateralMatrix Matrix) result) => File.ReadAllLines(result.Output);
}
