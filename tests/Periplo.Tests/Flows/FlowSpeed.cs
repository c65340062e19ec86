using System.Diagnostics;
using System.IO.Compression;
using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Measures the estimation of flows on invented worlds; run by benchmarks/flows, each line a figure for its table.</summary>
public sealed class FlowSpeed
{
    private const int World = 230;
    private static readonly FlowMethod[] Both = [FlowMethod.ClosedMinimum, FlowMethod.ClosedIndependence];

    [Fact(Explicit = true)]
    public void Tables_of_the_world()
    {
        // Six periods of two sexes; everything compiled first, as in a process that has more to do than this.
        var inputs = Enumerable.Range(0, 2).SelectMany(sex => Periods(new FlowWorld(World, 1 + sex), 6)).ToList();
        foreach (var input in inputs)
            Estimate(input, Both, FlowOptions.Default);
        var worst = 0.0;
        Tell("tables", () =>
        {
            foreach (var input in inputs)
                worst = Math.Max(worst, Estimate(input, Both, FlowOptions.Default));
        });
        Tell("margin", worst);
        double[] seed = [.. Enumerable.Range(0, World * World).Select(cell => Math.Exp(-4 * Math.Abs(Math.Sin(Math.PI * ((cell / World) - (cell % World)) / World))))];
        foreach (var input in inputs.Take(3))
            Estimate(input, Both, new() { Seed = seed });
        Tell("seeded minimum", () => Estimate(inputs[0], [FlowMethod.ClosedMinimum], new() { Seed = seed }));
        Tell("seeded independence", () => Estimate(inputs[0], [FlowMethod.ClosedIndependence], new() { Seed = seed }));
    }

    [Fact(Explicit = true)]
    public void Sweep_of_every_cell()
    {
        var matched = new FlowAccounting(new FlowWorld(World, 1).Period(), FlowOptions.Default, []).Matched(FlowMethod.ClosedMinimum).Matched;
        var dense = new DenseThreeWayFit(matched.Start, matched.End, World, null, holdStayers: false);
        for (var warm = 0; warm < 20; warm++)
            dense.Sweep(1);
        Tell("sweeps", () =>
        {
            for (var sweep = 0; sweep < 20; sweep++)
                dense.Sweep(1);
        });
    }

    [Fact(Explicit = true)]
    public void Replicates_of_the_world()
    {
        var inputs = Enumerable.Range(0, 2).SelectMany(sex => Periods(new FlowWorld(World, 1 + sex), 6)).ToList();
        Tell("replicates", () =>
        {
            foreach (var input in inputs)
                FlowReplicates.Estimate(input, Both, FlowOptions.Default, NoiseParameters.Default, 200, 1, Environment.ProcessorCount, TestContext.Current.CancellationToken);
        });
    }

    [Fact(Explicit = true)]
    public void Table_of_three_thousand_areas()
    {
        var input = new FlowWorld(3000, 1).Period();
        var worst = 0.0;
        Tell("large", () => worst = Estimate(input, [FlowMethod.ClosedMinimum, FlowMethod.PseudoBayes], new() { Threads = Environment.ProcessorCount }));
        Tell("large margin", worst);
    }

    [Fact(Explicit = true)]
    public void Files_of_the_world()
    {
        var folder = Environment.GetEnvironmentVariable("PERIPLO_BENCHMARK_FLOWS");
        Assert.SkipWhen(folder is null, "benchmarks/flows names the folder");
        Directory.CreateDirectory(folder!);
        using var stocks = new StreamWriter(new GZipStream(File.Create(Path.Combine(folder!, "stocks.csv.gz")), CompressionLevel.Fastest));
        using var demography = new StreamWriter(Path.Combine(folder!, "demography.csv"));
        stocks.Write("year,sex,birth,residence,count\n");
        demography.Write("period,sex,country,births,deaths\n");
        foreach (var (sex, seed) in new[] { ("female", 1), ("male", 2) })
        {
            var year = 1990;
            foreach (var input in Periods(new FlowWorld(World, seed), 6))
            {
                if (year == 1990)
                    Write(input.Start, year);
                for (var area = 0; area < World; area++)
                    demography.Write($"{year},{sex},{input.Start.Residences[area]},{input.Births[area]},{input.Deaths[area]}\n");
                Write(input.End, year += 5);
            }

            void Write(StockTable table, int of)
            {
                for (var birth = 0; birth < World; birth++)
                {
                    for (var residence = 0; residence < World; residence++)
                    {
                        if (table[birth, residence] != 0)
                            stocks.Write($"{of},{sex},{table.Birthplaces[birth]},{table.Residences[residence]},{table[birth, residence]}\n");
                    }
                }
            }
        }
    }

    private static double Estimate(FlowInput input, FlowMethod[] methods, FlowOptions options) =>
        FlowEstimation.Estimate(input, methods, options).Max(table => table.Summary.WorstMarginError!.Value);

    private static IEnumerable<FlowInput> Periods(FlowWorld world, int periods) => Enumerable.Range(0, periods).Select(_ => world.Period());

    /// <summary>Tells processor and wall seconds of some work and the peak of the process so far, in MiB.</summary>
    private static void Tell(string what, Action work)
    {
        GC.Collect();
        var (process, watch) = (Process.GetCurrentProcess(), Stopwatch.StartNew());
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        Tell($"{what} {(process.TotalProcessorTime - before).TotalSeconds:0.0000} {watch.Elapsed.TotalSeconds:0.0000}", process.PeakWorkingSet64 / 1048576.0);
    }

    private static void Tell(string what, double value) => TestContext.Current.TestOutputHelper!.WriteLine($"SPEED {what} {value:0.0######}");
}
