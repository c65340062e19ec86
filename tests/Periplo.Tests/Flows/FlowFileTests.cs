using System.Globalization;
using System.IO.Compression;
using System.Text;
using Periplo.Flows;
using Periplo.Observatory;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The tables that <c>periplo flows estimate --stocks</c> reads and writes.</summary>
public sealed class FlowFileTests : IDisposable
{
    private const string Demography = "period,sex,country,births,deaths\n1990,both,A,0,0\n1990,both,B,0,0\n1990,both,C,0,0\n1990,both,D,0,0\n";
    private static readonly string Stocks = WorkedStocks("both", 1990, 1995);
    private readonly string folder = Directory.CreateTempSubdirectory("periplo-flows-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Worked_example_is_written_by_origin_and_destination()
    {
        var (rows, periods) = Run(Stocks, Demography, FlowMethod.ClosedMinimum);
        Assert.Equal("period,sex,method,origin,destination,flow", rows[0]);
        (string, string, double)[] expected = [("A", "C", 50), ("B", "A", 35), ("B", "C", 25), ("C", "A", 10), ("C", "B", 10), ("D", "A", 10), ("D", "B", 10)];
        Assert.Equal(expected.Select(flow => $"1990,both,da-closed-qi,{flow.Item1},{flow.Item2}"), rows.Skip(1).Select(row => row[..row.LastIndexOf(',')]));
        Assert.All(expected.Zip(rows.Skip(1)), pair => Assert.Equal(pair.First.Item3, Flow(pair.Second), 1e-5));
        var period = Assert.Single(periods);
        Assert.Equal((1990, 1995, "both"), (period.Start, period.End, period.Sex));
        Assert.Equal(150, Assert.Single(period.Tables).Summary.Total, 1e-5);
    }

    [Fact]
    public void Periods_follow_from_the_stock_years_of_each_sex()
    {
        // Women were counted three times, men twice and ten years apart.
        var stocks = WorkedStocks("f", 1990, 1995, 2002) + WorkedStocks("m", 1995, 2005)[Header..];
        var (rows, periods) = Run(stocks, null, FlowMethod.StockDifferenceReturn, FlowMethod.StockDifferenceDrop);
        Assert.Equal([(1990, 1995, "f"), (1995, 2002, "f"), (1995, 2005, "m")], periods.Select(period => (period.Start, period.End, period.Sex)));
        Assert.Equal(["1990,f,sd-return", "1990,f,sd-drop", "1995,f,sd-return", "1995,f,sd-drop", "1995,m,sd-return", "1995,m,sd-drop"], rows.Skip(1).Select(row => string.Join(',', row.Split(',').Take(3))).Distinct());
    }

    [Fact]
    public void All_methods_estimate_the_worked_example()
    {
        var (rows, periods) = Run(Stocks, Demography, [.. FlowMethods.All]);
        Assert.Equal(FlowMethods.All.Select(method => method.Id()), rows.Skip(1).Select(row => row.Split(',')[2]).Distinct());
        foreach (var table in periods[0].Tables)
            Assert.Equal(table.Summary.Total, rows.Skip(1).Where(row => row.Split(',')[2] == table.Method.Id()).Sum(Flow), 1e-6);
    }

    [Fact]
    public void Labels_may_be_any_texts_and_rows_in_any_order()
    {
        const string Odd = "\uFEFFcount,residence,birth,sex,year\r\n7,\"Óblast, 1\",\"say \"\"hi\"\"\",\"m, f\",2000\r\n9,\"Óblast, 1\",\"say \"\"hi\"\"\",\"m, f\",2007\r\n1,\"say \"\"hi\"\"\",\"Óblast, 1\",\"m, f\",2007\r\n";
        var (rows, _) = Run(Odd, null, FlowMethod.StockDifferenceDrop);
        Assert.Equal(["2000,\"m, f\",sd-drop,\"say \"\"hi\"\"\",\"Óblast, 1\",2", "2000,\"m, f\",sd-drop,\"Óblast, 1\",\"say \"\"hi\"\"\",1"], rows.Skip(1));
        var shuffled = string.Join('\n', Stocks.TrimEnd('\n').Split('\n').Skip(1).Reverse().Prepend("year,sex,birth,residence,count"));
        Assert.Equal(Run(Stocks, Demography, FlowMethod.PseudoBayes).Rows, Run(shuffled, Demography, FlowMethod.PseudoBayes).Rows);
    }

    [Fact]
    public void Gzip_is_read_and_written_by_name_with_the_same_content()
    {
        var plain = Run(Stocks, Demography, FlowMethod.PseudoBayes).Rows;
        var (stocks, demography, output) = (Write("s.csv.gz", SourceFiles.Gzip(Encoding.UTF8.GetBytes(Stocks))), Write("d.csv.gz", SourceFiles.Gzip(Encoding.UTF8.GetBytes(Demography))), At("packed.csv.gz"));
        Estimate(new() { Stocks = stocks, Demography = demography, Methods = [FlowMethod.PseudoBayes], Output = output });
        using var unpacked = new StreamReader(new GZipStream(File.OpenRead(output), CompressionMode.Decompress));
        Assert.Equal(string.Join('\n', plain) + "\n", unpacked.ReadToEnd());
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        var (stocks, demography) = World(40, 3);
        var bytes = new List<byte[]>();
        foreach (var threads in (int[])[1, 2, 3])
        {
            foreach (var replicates in (int[])[0, 20])
            {
                var output = At($"{threads}.csv");
                Estimate(new() { Stocks = stocks, Demography = demography, Methods = [FlowMethod.ClosedMinimum, FlowMethod.PseudoBayes], Output = output, Threads = threads, Replicates = replicates, RandomSeed = 7 });
                bytes.Add(File.ReadAllBytes(output));
            }
        }

        Assert.Equal(bytes[0], bytes[2]);
        Assert.Equal(bytes[0], bytes[4]);
        Assert.Equal(bytes[1], bytes[3]);
        Assert.Equal(bytes[1], bytes[5]);
        Assert.NotEqual(bytes[0], bytes[1]);
    }

    [Fact]
    public void Replicates_give_intervals_that_follow_their_seed()
    {
        var (stocks, demography) = World(12, 1);
        string[] Lines(ulong seed)
        {
            Estimate(new() { Stocks = stocks, Demography = demography, Methods = [FlowMethod.PseudoBayes], Output = At("out.csv"), Replicates = 30, RandomSeed = seed });
            return File.ReadAllLines(At("out.csv"));
        }

        var rows = Lines(1);
        Assert.Equal("period,sex,method,origin,destination,flow,lo80,hi80,lo95,hi95", rows[0]);
        Assert.True(rows.Length > 50);
        Assert.All(rows.Skip(1), row =>
        {
            var numbers = row.Split(',').Skip(6).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
            Assert.True(0 <= numbers[2] && numbers[2] <= numbers[0] && numbers[0] <= numbers[1] && numbers[1] <= numbers[3], row);
        });
        Assert.Equal(rows, Lines(1));
        Assert.NotEqual(rows, Lines(2));
    }

    [Fact]
    public void Numbers_come_back_the_same()
    {
        var (rows, _) = Run(Stocks, Demography, FlowMethod.ClosedIndependence);
        var table = FlowEstimation.Estimate(WorkedFlows.First, FlowMethod.ClosedIndependence, FlowOptions.Default);
        Assert.Equal(table.Flows.Where(flow => flow != 0), rows.Skip(1).Select(Flow));
    }

    [Fact]
    public void Unknown_birthplace_is_a_row_more_and_no_area()
    {
        var (rows, periods) = Run(Stocks + "1990,both,?,A,30\n1990,both,?,B,10\n1995,both,?,A,20\n1995,both,?,B,20\n", Demography, FlowMethod.ClosedMinimum);
        Assert.Equal(["?"], periods[0].OtherBirthplaces);
        Assert.Equal(["A", "B", "C", "D"], periods[0].Areas);

        // The ten of unknown birthplace who are in B and no longer in A moved there.
        Assert.Equal(10, Flow(rows.First(row => row.Contains("qi,A,B,", StringComparison.Ordinal))), 1e-5);
    }

    [Fact]
    public void Seed_shares_moves_out_and_needs_every_pair()
    {
        string[] areas = ["A", "B", "C", "D"];
        var distances = string.Concat(areas.SelectMany((from, i) => areas.Where(to => to != from).Select(to => $"{from},{to},{WorkedFlows.Distances[(i * 4) + Array.IndexOf(areas, to)]}\n")));
        var flat = Run(Stocks, Demography, FlowMethod.ClosedMinimum).Rows;
        var request = new FlowFileRequest { Stocks = Write("s.csv", Stocks), Demography = Write("d.csv", Demography), Methods = [FlowMethod.ClosedMinimum], Output = At("seeded.csv"), Seed = Write("seed.csv", "origin,destination,weight\n" + distances) };
        Estimate(request);
        Assert.NotEqual(flat, File.ReadAllLines(request.Output));
        Write("seed.csv", "origin,destination,weight\n" + distances.Replace("C,B,45\n", "", StringComparison.Ordinal));
        var refused = Assert.Throws<InputException>(() => Estimate(request));
        Assert.Contains("seed.csv: the pair C → B is missing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Balance_of_each_area_can_be_written()
    {
        // Ten more born than the stocks show: five of them leave the start and five are added to the end, or near that in whole persons.
        var request = new FlowFileRequest
        {
            Stocks = Write("s.csv", Stocks), Demography = Write("d.csv", Demography.Replace("A,0,0", "A,10,0", StringComparison.Ordinal)), Methods = [FlowMethod.ClosedMinimum],
            Output = At("out.csv"), Adjustments = At("adjusted.csv"),
        };
        var summary = FlowFiles.Balanced(Assert.Single(Estimate(request)))!;
        var rows = File.ReadAllLines(request.Adjustments!);
        Assert.Equal("period,sex,area,start,end", rows[0]);
        Assert.Equal(summary.StartAdjustments.Sum(), rows.Skip(1).Sum(row => double.Parse(row.Split(',')[3], CultureInfo.InvariantCulture)), 1e-9);
        Assert.Equal(10, summary.EndAdjustments.Sum() - summary.StartAdjustments.Sum(), 1e-9);
    }

    [Fact]
    public void Areas_of_the_demography_without_stocks_are_left_out_and_named()
    {
        var (rows, periods) = Run(Stocks, Demography + "1990,both,Z,5,5\n1985,both,A,1,1\n", FlowMethod.ClosedMinimum);
        Assert.Equal(["Z"], periods[0].AreasWithoutStocks);
        Assert.Equal(Run(Stocks, Demography, FlowMethod.ClosedMinimum).Rows, rows);
    }

    [Fact]
    public void Failure_and_cancellation_leave_the_file_that_was_there()
    {
        var output = Write("out.csv", "before\n");
        var request = new FlowFileRequest { Stocks = Write("s.csv", Stocks), Methods = [FlowMethod.StockDifferenceDrop], Output = output };
        using var cancelled = new CancellationTokenSource();
        var progress = new Cancelling(cancelled);
        Assert.ThrowsAny<OperationCanceledException>(() => FlowFiles.Estimate(request with { Stocks = World(20, 3).Stocks }, TimeProvider.System, progress, cancelled.Token));
        Assert.Throws<InputException>(() => Estimate(request with { Methods = [FlowMethod.ClosedMinimum], Demography = Write("d.csv", Demography.Replace("A,0,0", "A,0,99999", StringComparison.Ordinal)) }));
        Assert.Equal("before\n", File.ReadAllText(output));
        Assert.Empty(Directory.GetFiles(folder, "*.part"));
    }

    [Fact]
    public void Output_is_none_of_the_inputs()
    {
        var stocks = Write("s.csv", Stocks);
        Assert.Throws<InputException>(() => Estimate(new() { Stocks = stocks, Methods = [FlowMethod.StockDifferenceDrop], Output = Path.Combine(folder, ".", "s.csv") }));
        Assert.Equal(Stocks, File.ReadAllText(stocks));
    }

    internal static string WorkedStocks(string sex, params int[] years)
    {
        var text = new StringBuilder("year,sex,birth,residence,count\n");
        for (var i = 0; i < years.Length; i++)
        {
            var table = i % 2 == 0 ? WorkedFlows.First.Start : WorkedFlows.First.End;
            for (var birth = 0; birth < 4; birth++)
            {
                for (var residence = 0; residence < 4; residence++)
                {
                    if (table[birth, residence] != 0)
                        text.Append(CultureInfo.InvariantCulture, $"{years[i]},{sex},{table.Birthplaces[birth]},{table.Residences[residence]},{table[birth, residence]}\n");
                }
            }
        }

        return text.ToString();
    }

    private static int Header => "year,sex,birth,residence,count\n".Length;

    private static double Flow(string row) => double.Parse(row.Split(',')[5], CultureInfo.InvariantCulture);

    private static IReadOnlyList<FlowFilePeriod> Estimate(FlowFileRequest request) => FlowFiles.Estimate(request, TimeProvider.System, null, TestContext.Current.CancellationToken);

    private (string[] Rows, IReadOnlyList<FlowFilePeriod> Periods) Run(string stocks, string? demography, params FlowMethod[] methods)
    {
        var request = new FlowFileRequest { Stocks = Write("s.csv", stocks), Demography = demography is null ? null : Write("d.csv", demography), Methods = methods, Output = At("out.csv") };
        var periods = Estimate(request);
        return (File.ReadAllLines(request.Output), periods);
    }

    /// <summary>An invented world as files.</summary>
    private (string Stocks, string Demography) World(int areas, int periods)
    {
        var (stocks, demography) = (new StringBuilder("year,sex,birth,residence,count\n"), new StringBuilder("period,sex,country,births,deaths\n"));
        var world = new FlowWorld(areas, 1);
        for (var period = 0; period < periods; period++)
        {
            var input = world.Period();
            var year = 1990 + (5 * period);
            if (period == 0)
                Cells(input.Start, year);
            Cells(input.End, year + 5);
            for (var area = 0; area < areas; area++)
                demography.Append(CultureInfo.InvariantCulture, $"{year},f,{input.Start.Residences[area]},{input.Births[area]},{input.Deaths[area]}\n");
        }

        return (Write("world.csv", stocks.ToString()), Write("world-d.csv", demography.ToString()));

        void Cells(StockTable table, int year)
        {
            for (var i = 0; i < areas * areas; i++)
                stocks.Append(CultureInfo.InvariantCulture, $"{year},f,{table.Birthplaces[i / areas]},{table.Residences[i % areas]},{table.Cells[i]}\n");
        }
    }

    private string At(string name) => Path.Combine(folder, name);

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    /// <summary>Cancels once a first table was written.</summary>
    private sealed class Cancelling(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value > 0.4)
                source.Cancel();
        }
    }
}
