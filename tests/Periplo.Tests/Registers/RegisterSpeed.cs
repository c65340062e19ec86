using System.Diagnostics;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Registers;

/// <summary>Measures lists and searches of a large register; run by benchmarks/registers, which made the store.</summary>
public sealed class RegisterSpeed
{
    private const int Warm = 10;
    private const int Measured = 200;

    [Fact(Explicit = true)]
    public void Lists_and_searches_of_a_large_register()
    {
        var store = Environment.GetEnvironmentVariable("PERIPLO_BENCHMARK_STORE");
        Assert.SkipWhen(store is null, "benchmarks/registers names the store");
        var installation = new Installation(Store.Open(store!), new DataFolder(BundledData.Path("."), Environment.GetEnvironmentVariable("PERIPLO_BENCHMARK_OVERRIDES")), TimeProvider.System);
        var watch = Stopwatch.StartNew();
        var table = installation.Records.Table("resource-centres");
        Tell("opened", watch.Elapsed.TotalMilliseconds);
        Column Named(string name) => table.Register.Columns[table.Register.Position(name)];

        string[] areas = ["GTM", "HND", "MEX", "SLV"], kinds = ["government", "consulate"], services = ["legal", "jobs", "return"];
        Tell("filters", P95(i => table.List(
            new(Filters: [(Named("area"), areas[i % 4]), (Named("kind"), kinds[i % 2]), (Named("services"), services[i % 3])], Skip: i % 7 * 50, Take: 50), Language.Es)));
        Tell("search", P95(i => table.List(new($"atencion NUMERO {i * 37}", Take: 50), i % 2 == 0 ? Language.Es : Language.En)));
        watch.Restart();
        table.List(new(SortBy: Named("city"), Take: 50), Language.Es);
        Tell("sorted", watch.Elapsed.TotalMilliseconds);
    }

    private static double P95(Func<int, RecordPage> list)
    {
        var times = new double[Measured];
        for (var i = -Warm; i < Measured; i++)
        {
            var watch = Stopwatch.StartNew();
            var page = list(Math.Abs(i));
            watch.Stop();
            Assert.True(page.Records.Count <= 50);
            if (i >= 0)
                times[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Measured * 95 / 100];
    }

    private static void Tell(string what, double milliseconds) => TestContext.Current.TestOutputHelper!.WriteLine($"SPEED {what} {milliseconds:0.000}");
}
