using System.Globalization;
using Periplo.Observatory;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The tables that <c>periplo flows fit</c> reads and writes.</summary>
public sealed class FlowFitFileTests : IDisposable
{
    private const string Square = "origin,destination,count\nA,A,2\nA,B,1\nB,A,1\nB,B,2\n";
    private readonly string folder = Directory.CreateTempSubdirectory("periplo-fit-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Table_is_fitted_to_totals_of_origins_and_destinations()
    {
        var rows = Run(Square, request => request with { Origins = Write("o.csv", "area,total\nA,30\nB,70\n"), Destinations = Write("d.csv", "area,total\nB,60\nA,40\n") });
        Assert.Equal(["origin", "A", "A", "B", "B"], rows.Select(row => row.Split(',')[0]));
        Assert.Equal([18.96, 11.04, 21.04, 48.96], rows.Skip(1).Select(row => Math.Round(Flow(row), 2)));
    }

    [Fact]
    public void Whole_flows_keep_whole_totals()
    {
        var rows = Run(Square, request => request with { Origins = Write("o.csv", "area,total\nA,30\nB,70\n"), Destinations = Write("d.csv", "area,total\nB,60\nA,40\n"), Whole = true });
        Assert.Equal(["A,A,19", "A,B,11", "B,A,21", "B,B,49"], rows.Skip(1));
    }

    [Fact]
    public void Table_is_fitted_to_net_migration_with_and_without_a_total()
    {
        const string Pair = "origin,destination,count\nA,B,2\nB,A,3\n";
        var net = Write("n.csv", "area,net\nA,4\nB,-4\n");
        Assert.Equal([1.162278, 5.162278], Run(Pair, request => request with { Net = net }).Skip(1).Select(row => Math.Round(Flow(row), 6)));
        Assert.Equal([3, 7], Run(Pair, request => request with { Net = net, Total = 10 }).Skip(1).Select(row => Math.Round(Flow(row), 6)));
    }

    [Theory]
    [InlineData("n,n,40\nn,s,10\ns,n,10\ns,s,0\n", new double[] { 20, 20, 10, 5, 5 })]
    [InlineData("A,n,20\nA,s,5\nB,n,20\nB,s,5\nC,n,10\nC,s,0\n", new double[] { 20, 20, 5, 5, 5, 5 })]
    [InlineData("n,A,20\nn,B,20\nn,C,10\ns,A,4\ns,B,6\ns,C,0\n", new double[] { 20, 20, 10, 4, 6 })]
    public void Blocks_and_stripes_are_told_apart_by_their_labels(string blocks, double[] some)
    {
        const string Three = "origin,destination,count\nA,B,1\nA,C,1\nB,A,1\nB,C,1\nC,A,1\nC,B,1\n";
        var rows = Run(Three, request => request with { Groups = Write("g.csv", "area,group\nA,n\nB,n\nC,s\n"), Blocks = Write("b.csv", "origin,destination,total\n" + blocks) });
        Assert.Equal(some.Sum(), rows.Skip(1).Sum(Flow), 1e-6);
        Assert.Contains(rows, row => row.StartsWith("A,B,", StringComparison.Ordinal) && Math.Abs(Flow(row) - 20) < 1e-6);
    }

    [Theory]
    [InlineData("A,30\n", null, "\"B\" is missing")]
    [InlineData("A,30\nB,71\n", null, "rows A, B add to 101")]
    [InlineData("A,30\nB,70\nC,1\n", null, "\"C\" is to sum to 1")]
    [InlineData("A,30\nB,\n", null, "line 3, column 2")]
    [InlineData("A,30\nB,-70\n", null, "line 3, column 2")]
    [InlineData("A,30\nA,70\n", null, "line 3, column 1")]
    [InlineData("A,30\nB,70\n", "A,1\nB,-1\n", "--net does not go with")]
    public void Totals_that_do_not_fit_are_refused(string origins, string? net, string said)
    {
        var refused = Assert.ThrowsAny<Exception>(() => Run(Square, request => request with
        {
            Origins = Write("o.csv", "area,total\n" + origins), Destinations = Write("d.csv", "area,total\nA,40\nB,60\n"), Net = net is null ? null : Write("n.csv", "area,net\n" + net),
        }));
        Assert.True(refused is InputException or StatisticsException);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "out.csv")));
    }

    [Fact]
    public void Fit_that_does_not_meet_its_totals_is_not_written()
    {
        var refused = Assert.Throws<StatisticsException>(() => Run(
            "origin,destination,count\nA,B,1\nB,A,1\nB,B,1\n", request => request with { Origins = Write("o.csv", "area,total\nA,30\nB,70\n"), Destinations = Write("d.csv", "area,total\nA,80\nB,20\n") }));
        Assert.Contains("no table with these zeros meets the totals", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "out.csv")));
    }

    private static double Flow(string row) => double.Parse(row.Split(',')[2], CultureInfo.InvariantCulture);

    private string[] Run(string table, Func<FlowFitRequest, FlowFitRequest> with)
    {
        var request = with(new() { Table = Write("t.csv", table), Output = Path.Combine(folder, "out.csv") });
        FlowFits.Fit(request, TestContext.Current.CancellationToken);
        return File.ReadAllLines(request.Output);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
