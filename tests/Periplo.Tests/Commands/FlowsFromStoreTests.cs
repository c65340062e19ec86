using Periplo.Observatory;
using Periplo.Statistics;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary>Flows from the figures held, by command and at first start.</summary>
public sealed class FlowsFromStoreTests : IDisposable
{
    private static readonly string[] Tables = ["stock-undesa-2024", "demography-undesa-2024"];
    private readonly Command command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public void Estimate_keeps_flows_once_and_tells_how_they_were_made()
    {
        var empty = command.RunIn("en", null, "flows", "estimate", "--from-store");
        Assert.Equal(1, empty.Code);
        Assert.Contains("Estimating flows takes", empty.Errors, StringComparison.Ordinal);
        foreach (var name in Tables)
            Assert.Equal(0, command.Run("import", BundledData.Path($"starter/{name}.csv.gz"), "--mapping", BundledData.Path($"starter/{name}.yaml")).Code);
        string[] arguments = ["flows", "estimate", "--from-store", "--method", "sd-drop,da-closed-qi", "--replicates", "2", "--rng-seed", "7"];
        var told = command.RunIn("en", null, arguments);
        Assert.Equal((0, ""), (told.Code, told.Errors));
        Assert.Contains("FLOWS PERIPLO.UNDESA-2024_UNDESA-2024:", told.Output, StringComparison.Ordinal);
        // One line a period, sex and method: stock differences by sex, accounts for both.
        Assert.Equal((18, 6), (Lines(told.Output, "sd-drop"), Lines(told.Output, "da-closed-qi")));
        Assert.Contains("balance of the world", told.Output, StringComparison.Ordinal);
        Assert.Contains("Holy See", told.Output, StringComparison.Ordinal);
        Assert.Contains("was there already", command.RunIn("en", null, arguments).Output, StringComparison.Ordinal);
        var csv = command.Run("export", "FLOWS", "--where", "REF_AREA=_T", "COUNTERPART_AREA=_T", "EST_METHOD=DA_CLOSED_QI", "FLOW_GROUP=_T", "--time", "2015..2015").Output.TrimEnd('\n').Split('\n');
        Assert.Equal(["EST", "HI80", "HI95", "LO80", "LO95"], csv.Skip(1).Select(line => line.Split(',')[10]).Order(StringComparer.Ordinal));
        Assert.Contains("semilla 7", command.Run("lineage", "FLOWS").Output, StringComparison.Ordinal);
        foreach (var wrong in new[] { new[] { "--stocks", "s.csv" }, ["--method", "guess"], ["--stocks-revision", "1900"], ["--replicates", "-1"] })
            Assert.NotEqual(0, command.Run(["flows", "estimate", "--from-store", .. wrong]).Code);
    }

    [Fact]
    public void First_start_estimates_flows_from_the_bundled_figures()
    {
        var data = Path.Combine(command.Folder, "data");
        foreach (var folder in new[] { "areas", "registers", "indicators" })
            Copy(folder, data);
        Directory.CreateDirectory(Path.Combine(data, "starter"));
        foreach (var bundled in Tables.SelectMany(name => new[] { $"{name}.yaml", $"{name}.csv.gz" }))
            File.Copy(BundledData.Path($"starter/{bundled}"), Path.Combine(data, "starter", bundled));
        var installation = new Installation(Store.Open(command.Store), new DataFolder(data, null), TimeProvider.System);
        installation.LoadStarter(progress: null, TestContext.Current.CancellationToken);
        Assert.False(installation.LacksStarter());
        var flows = installation.Dataset("FLOWS", null);
        Assert.Equal("PERIPLO.UNDESA-2024_UNDESA-2024", flows.Revision.Id);
        Assert.Equal(FlowDefinitions.Statistic.Order(StringComparer.Ordinal), flows.Observations.Codes[flows.Definition.Dimension("STATISTIC")]);
        // The indicators of flows are filled by them.
        var table = installation.Indicators(TestContext.Current.CancellationToken);
        Assert.All(["M3.03", "M3.06"], code => Assert.InRange(table.Coverage.Single(one => one.Indicator.Code == code).Filled, 225, 240));
        var arrivals = table.Latest("M3.03", "ESP", new("IN"))!;
        Assert.Equal((2015, "E"), (arrivals.Period.Year, arrivals.Status.ToString()));
        Assert.Equal(arrivals.Value, flows.Plain(Assert.Single(flows.Select(Query.All.Where("REF_AREA", "ESP").Where("COUNTERPART_AREA", "_T").Where("EST_METHOD", "DA_CLOSED_PB")
            .Where("STATISTIC", "EST").Where("FLOW_GROUP", "_T").Where("SEX", "_T").During(global::Periplo.Sdmx.TimePeriod.OfYear(2015))))));
        Assert.InRange(table.Latest("M3.06", "ESP")!.Value, 1, arrivals.Value);
        Assert.Equal(10, table.Ranked("M3.03", "ESP", null, new("FROM")).Count);
    }

    private static int Lines(string output, string method) => output.Split('\n').Count(line => line.Contains($" {method} ", StringComparison.Ordinal));

    private static void Copy(string folder, string to)
    {
        var from = BundledData.Path(folder);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
