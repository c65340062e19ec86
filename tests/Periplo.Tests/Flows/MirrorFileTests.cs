using System.IO.Compression;
using System.Text;
using Periplo.Flows;
using Periplo.Observatory;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The tables that <c>periplo flows reconcile</c> reads and writes.</summary>
public sealed class MirrorFileTests : IDisposable
{
    private const string Header = "year,origin,destination,count\n";
    private const string Emigration = Header + "2010,A,B,80\n2010,A,C,48\n2010,B,A,40\n2010,B,C,20\n2010,C,A,20\n2010,C,B,8\n2010,B,D,10\n";
    private const string Immigration = Header + "2010,A,B,80\n2010,A,C,30\n2010,B,A,80\n2010,B,C,20\n2010,C,A,50\n2010,C,B,16\n";

    private readonly string folder = Directory.CreateTempSubdirectory("periplo-mirror-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Worked_example_is_written_by_year_origin_and_destination()
    {
        Run(Immigration, Emigration);
        var rows = Lines("out.csv");
        Assert.Equal("year,origin,destination,emigration,immigration,adjusted_emigration,adjusted_immigration,estimate,basis", rows[0]);
        Assert.Equal(["2010,A,B", "2010,A,C", "2010,B,A", "2010,B,C", "2010,B,D", "2010,C,A", "2010,C,B"], rows.Skip(1).Select(row => row[..8]));
        Assert.Equal([100, 60, 80, 40, 20, 50, 20], rows.Skip(1).Select(row => Math.Round(Number(row, 7), 9)));
        Assert.StartsWith("2010,B,D,10,,", rows[5], StringComparison.Ordinal);
        Assert.EndsWith(",emigration", rows[5], StringComparison.Ordinal);
        var factors = Lines("factors.csv");
        Assert.Equal("year,area,side,factor,pairs,note", factors[0]);
        Assert.Contains(",A,immigration,1,2,anchor", factors);
        Assert.Equal([1.25, 1, 2, 1.25, 2.5, 2], factors.Skip(1).Select(row => Math.Round(Number(row, 3), 9)));
    }

    [Fact]
    public void Labels_may_be_any_texts_and_an_empty_count_says_nothing()
    {
        static string Renamed(string text) => text.Replace("A", "\"Isla, la \"\"grande\"\"\"", StringComparison.Ordinal).Replace("D", "Ñandú", StringComparison.Ordinal);
        Run(Renamed(Immigration + "2010,D,A,\n"), Renamed(Emigration), "Isla, la \"grande\"");
        Assert.StartsWith("2010,\"Isla, la \"\"grande\"\"\",B,80,80,", Lines("out.csv").Single(row => row.Contains("\",B,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(Lines("out.csv"), row => row.StartsWith("2010,Ñandú", StringComparison.Ordinal));
    }

    [Fact]
    public void Duration_of_a_row_is_taken_out()
    {
        var immigration = string.Concat(Immigration.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((row, n) => row + (n == 0 ? ",duration_months\n" : row.Split(',')[2] == "A" ? ",\n" : ",6\n")));
        Run(immigration, Emigration);
        Assert.Equal(0.73 * 80 * 1.25 / 0.73, Number(Lines("out.csv")[1], 6), 1e-9);
        Assert.Equal(80, Number(Lines("out.csv")[1], 4));
    }

    [Fact]
    public void Years_outside_the_span_are_left_out()
    {
        Run(Immigration + "2011,A,B,5\n", Emigration, years: (2010, 2010));
        Assert.Equal(8, Lines("out.csv").Length);
        var refused = Assert.Throws<StatisticsException>(() => Run(Immigration, Emigration, years: (1990, 1995)));
        Assert.Contains("1990", refused.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_is_read_and_written_by_name()
    {
        File.WriteAllBytes(Path.Combine(folder, "i.csv"), Sources.SourceFiles.Gzip(Encoding.UTF8.GetBytes(Immigration)));
        File.WriteAllText(Path.Combine(folder, "e.csv"), Emigration);
        var output = Path.Combine(folder, "out.csv.gz");
        MirrorFiles.Reconcile(Bundled, Path.Combine(folder, "i.csv"), Path.Combine(folder, "e.csv"), null, new(["A"]), output, null, TestContext.Current.CancellationToken);
        using var unpacked = new StreamReader(new GZipStream(File.OpenRead(output), CompressionMode.Decompress));
        Assert.Equal(8, unpacked.ReadToEnd().TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("2010,A,B,1\n2010,A,B,1", 3, 1)]
    [InlineData("2010,A,B,-1", 2, 4)]
    [InlineData("2010,A,B,NaN", 2, 4)]
    [InlineData("2010,A,B,1e16", 2, 4)]
    [InlineData("2010,A,B,many", 2, 4)]
    [InlineData("10,A,B,1", 2, 1)]
    [InlineData("2010-01,A,B,1", 2, 1)]
    [InlineData(",A,B,1", 2, 1)]
    [InlineData("2010,,B,1", 2, 2)]
    [InlineData("2010,A,,1", 2, 3)]
    [InlineData("2010,A,A,1", 2, 3)]
    [InlineData("2010,A,B", 2, 3)]
    public void Bad_row_is_refused_with_its_place(string rows, int line, int column)
    {
        foreach (var isImmigration in (bool[])[true, false])
        {
            var refused = Assert.Throws<InputException>(() => Run(isImmigration ? $"{Header}{rows}\n" : Immigration, isImmigration ? Emigration : $"{Header}{rows}\n"));
            Assert.EndsWith(isImmigration ? "i.csv" : "e.csv", refused.File, StringComparison.Ordinal);
            Assert.Equal($"line {line}, column {column}", refused.Place!.En);
        }
    }

    [Theory]
    [InlineData("year,origin,destination,count,duration_months\n2010,A,B,1,9\n")]
    [InlineData("year,origin,destination,count,duration_months\n2010,A,B,1,12M\n")]
    [InlineData("year,origin,destination,count,sex\n2010,A,B,1,F\n")]
    [InlineData("year,origin,destination\n2010,A,B\n")]
    [InlineData("year,origin,destination,count\n")]
    [InlineData("")]
    public void Other_table_is_refused_and_nothing_is_written(string immigration)
    {
        Assert.EndsWith("i.csv", Assert.Throws<InputException>(() => Run(immigration, Emigration)).File, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "out.csv")));
    }

    [Fact]
    public void Mutated_tables_give_estimates_or_a_message()
    {
        string[] texts = [Immigration, Emigration.Replace("count\n", "count,duration_months\n", StringComparison.Ordinal).Replace("0\n", "0,12\n", StringComparison.Ordinal).Replace("8\n", "8,\n", StringComparison.Ordinal)];
        Property.Holds(TestCounts.FolderMutations / 4, random =>
        {
            var bytes = texts.Select(Encoding.UTF8.GetBytes).ToArray();
            var hit = random.Next(2);
            bytes[hit] = Mutation.Of(bytes[hit], random);
            try
            {
                var result = Run(bytes[0], bytes[1]);
                Assert.All(result.Flows, flow => Assert.True(flow.Estimate is null or >= 0));
            }
            catch (InputException refused)
            {
                Assert.NotNull(refused.File);
            }
            catch (StatisticsException refused)
            {
                Assert.NotEmpty(refused.Explanation.Es);
            }
        });
    }

    private static DataFolder Bundled { get; } = new(BundledData.Path("."), null);

    private static double Number(string row, int column) => double.Parse(row.Split(',')[column], System.Globalization.CultureInfo.InvariantCulture);

    private Reconciliation Run(string immigration, string emigration, string anchor = "A", (int, int)? years = null) => Run(Encoding.UTF8.GetBytes(immigration), Encoding.UTF8.GetBytes(emigration), anchor, years);

    private Reconciliation Run(byte[] immigration, byte[] emigration, string anchor = "A", (int, int)? years = null)
    {
        File.WriteAllBytes(Path.Combine(folder, "i.csv"), immigration);
        File.WriteAllBytes(Path.Combine(folder, "e.csv"), emigration);
        return MirrorFiles.Reconcile(
            Bundled, Path.Combine(folder, "i.csv"), Path.Combine(folder, "e.csv"), years, new([anchor]), Path.Combine(folder, "out.csv"), Path.Combine(folder, "factors.csv"), TestContext.Current.CancellationToken);
    }

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(folder, name));
}
