using System.Globalization;
using System.Text;
using Periplo.Observatory;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The tables that <c>periplo flows indices</c> reads and writes.</summary>
public sealed class FlowIndexFileTests : IDisposable
{
    private const string Flows = "origin,destination,flow\nA,B,100\nA,C,50\nB,A,20\nB,C,30\nC,A,10\nC,B,40\n";
    private const string Population = "area,population\nA,1000\nB,2000\nC,500\n";
    private const string Distance = "origin,destination,distance\nA,B,100\nA,C,200\nC,A,400\nB,C,400\nA,A,0\n";

    private readonly string folder = Directory.CreateTempSubdirectory("periplo-indices-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Indices_of_the_worked_example_are_written()
    {
        var rows = Run(Flows, Population, Distance, pairs: true);
        Assert.Equal("period,sex,method,index,area,destination,value", rows[0]);
        Assert.Equal(7.142857, Value(rows, ",,,crude_intensity,,"), 5e-7);
        Assert.Equal(48, Value(rows, ",,,effectiveness_index,,"), 1e-9);
        Assert.Equal(216, Value(rows, ",,,mean_distance,,"), 1e-9);
        Assert.Equal(200, Value(rows, ",,,median_distance,,"), 1e-9);
        Assert.Equal(0.4150375, Value(rows, ",,,distance_decay,,"), 1e-6);
        Assert.Equal(-120, Value(rows, ",,,net_rate,A,"), 1e-9);
        Assert.Equal(30, Value(rows, ",,,in_rate,A,"), 1e-9);
        Assert.Equal(150, Value(rows, ",,,out_rate,A,"), 1e-9);
        Assert.Equal(180, Value(rows, ",,,turnover,A,"), 1e-9);
        Assert.Equal(80, Value(rows, ",,,stream_net,A,B"), 1e-9);
        Assert.Equal(120, Value(rows, ",,,interchange,A,B"), 1e-9);
        Assert.Equal(100 * 80 / 120.0, Value(rows, ",,,stream_effectiveness,A,B"), 1e-9);
        Assert.Equal(101.22852, Value(rows, ",,,expected,A,B"), 5e-6);

        // Without distances their indices are not there, which is not zero.
        Assert.Contains(",,,mean_distance,,,", Run(Flows, Population, null, pairs: false));
    }

    [Fact]
    public void Tables_are_told_apart_and_areas_without_moves_count()
    {
        var flows = "period,sex,method,origin,destination,flow,lo80\n1990,F,sd-drop,A,B,6,1\n1990,F,da-open,A,B,4,1\n1995,F,da-open,B,A,2,1\n";
        var rows = Run(flows, "period,sex,area,population\n1990,F,A,50\n1990,F,B,50\n1990,F,\"C, D\",100\n1995,F,A,10\n1995,F,B,10\n1995,M,A,1\n1995,M,B,1\n", null, pairs: false);
        Assert.Equal(3, Value(rows, "1990,F,sd-drop,crude_intensity,,"));
        Assert.Equal(2, Value(rows, "1990,F,da-open,crude_intensity,,"));
        Assert.Equal(10, Value(rows, "1995,F,da-open,crude_intensity,,"));
        Assert.Equal(3, Value(rows, "1990,F,da-open,areas,,"));
        Assert.Equal(0, Value(rows, "1990,F,da-open,net_rate,\"C, D\","));
        Assert.Contains("1990,F,da-open,effectiveness,\"C, D\",,", rows);
        string[] order = ["1990,F,da-open", "1990,F,sd-drop", "1995,F,da-open"];
        Assert.Equal(order, rows.Skip(1).Select(row => string.Join(',', row.Split(',').Take(3))).Distinct());
    }

    [Fact]
    public void Packed_files_are_read_and_written()
    {
        var paths = Write(Flows, Population, Distance);
        File.WriteAllBytes(paths[0], SourceFiles.Gzip(Encoding.UTF8.GetBytes(Flows)));
        var output = Path.Combine(folder, "out.csv.gz");
        FlowIndexFiles.Indices(paths[0], paths[1], paths[2], output, pairs: false, TestContext.Current.CancellationToken);
        using var unpacked = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(output), System.IO.Compression.CompressionMode.Decompress));
        Assert.Equal(Run(Flows, Population, Distance, pairs: false), unpacked.ReadToEnd().TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("flows.csv", "A,B,-1", 2, 3)]
    [InlineData("flows.csv", "A,B,NaN", 2, 3)]
    [InlineData("flows.csv", "A,B,", 2, 3)]
    [InlineData("flows.csv", "A,B,1e16", 2, 3)]
    [InlineData("flows.csv", "A,B,x", 2, 3)]
    [InlineData("flows.csv", "A,A,1", 2, 2)]
    [InlineData("flows.csv", "A,Z,1", 2, 2)]
    [InlineData("flows.csv", "Z,A,1", 2, 1)]
    [InlineData("flows.csv", "A,,1", 2, 2)]
    [InlineData("flows.csv", "A,B,1\nA,B,0", 3, 1)]
    [InlineData("flows.csv", "A,B", 2, 2)]
    [InlineData("population.csv", "A,-1", 2, 2)]
    [InlineData("population.csv", "A,", 2, 2)]
    [InlineData("population.csv", "A,1\nA,1", 3, 1)]
    [InlineData("population.csv", ",1", 2, 1)]
    [InlineData("distance.csv", "A,B,0", 2, 3)]
    [InlineData("distance.csv", "A,B,", 2, 3)]
    [InlineData("distance.csv", "A,B,-3", 2, 3)]
    [InlineData("distance.csv", "A,B,1\nA,B,1", 3, 1)]
    public void Bad_row_is_refused_with_its_place(string file, string rows, int line, int column)
    {
        var refused = Assert.Throws<InputException>(() => Run(
            file == "flows.csv" ? $"origin,destination,flow\n{rows}\n" : Flows,
            file == "population.csv" ? $"area,population\n{rows}\n" : Population,
            file == "distance.csv" ? $"origin,destination,distance\n{rows}\n" : Distance, pairs: false));
        Assert.EndsWith(file, refused.File, StringComparison.Ordinal);
        Assert.Equal($"line {line}, column {column}", refused.Place!.En);
        Assert.False(File.Exists(Path.Combine(folder, "out.csv")));
    }

    [Theory]
    [InlineData("", Population, Distance, "flows.csv")]
    [InlineData("origin,destination,flow\n", Population, Distance, "flows.csv")]
    [InlineData("origin,destination\nA,B\n", Population, Distance, "flows.csv")]
    [InlineData("origin,destination,flow,flow\nA,B,1,1\n", Population, Distance, "flows.csv")]
    [InlineData(Flows, "area,population\n", Distance, "population.csv")]
    [InlineData(Flows, "area,population\nA,5\n", Distance, "population.csv")]
    [InlineData(Flows, "area,persons\nA,5\n", Distance, "population.csv")]
    [InlineData(Flows, "period,area,population\n1990,A,5\n1990,B,5\n1990,C,5\n", Distance, "population.csv")]
    [InlineData(Flows, Population, "origin,destination,distance\n", "distance.csv")]
    [InlineData(Flows, Population, "origin,destination,distance\nA,B,1\nA,C,1\n", "distance.csv")]
    public void File_that_does_not_do_is_refused(string flows, string population, string distance, string file)
    {
        var refused = Assert.Throws<InputException>(() => Run(flows, population, distance, pairs: false));
        Assert.EndsWith(file, refused.File, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "out.csv")));
    }

    [Fact]
    public void Mutated_files_give_indices_or_a_message()
    {
        string[] texts = [Flows, Population, Distance];
        Property.Holds(TestCounts.FolderMutations / 4, random =>
        {
            var paths = Write(Flows, Population, Distance);
            var hit = random.Next(3);
            File.WriteAllBytes(paths[hit], Periplo.Tests.Mutation.Of(Encoding.UTF8.GetBytes(texts[hit]), random));
            try
            {
                FlowIndexFiles.Indices(paths[0], paths[1], paths[2], Path.Combine(folder, "out.csv"), pairs: true, TestContext.Current.CancellationToken);
                Assert.DoesNotContain("NaN", File.ReadAllText(Path.Combine(folder, "out.csv")), StringComparison.Ordinal);
            }
            catch (InputException refused)
            {
                Assert.NotNull(refused.File);
            }
        });
    }

    private static double Value(string[] rows, string key) =>
        double.Parse(Assert.Single(rows, row => row.StartsWith(key + ",", StringComparison.Ordinal))[(key.Length + 1)..], CultureInfo.InvariantCulture);

    private string[] Run(string flows, string population, string? distance, bool pairs)
    {
        var paths = Write(flows, population, distance ?? "");
        var output = Path.Combine(folder, "out.csv");
        FlowIndexFiles.Indices(paths[0], paths[1], distance is null ? null : paths[2], output, pairs, TestContext.Current.CancellationToken);
        return File.ReadAllLines(output);
    }

    private string[] Write(params string[] texts)
    {
        string[] paths = [.. new[] { "flows.csv", "population.csv", "distance.csv" }.Select(name => Path.Combine(folder, name))];
        for (var i = 0; i < paths.Length; i++)
            File.WriteAllText(paths[i], texts[i]);
        return paths;
    }
}
