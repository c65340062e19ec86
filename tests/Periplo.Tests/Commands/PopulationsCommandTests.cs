using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary>Populations with and without migration, from the bundled figures to the dataset.</summary>
public sealed class PopulationsCommandTests : IDisposable
{
    private static readonly string[] Tables = ["population-undesa-2019", "periods-undesa-2019"];
    private readonly Command command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public void Estimate_keeps_scenarios_once_and_export_gives_them()
    {
        Import();
        var estimated = command.RunIn("en", null, "populations", "estimate");
        Assert.Equal((0, ""), (estimated.Code, estimated.Errors));
        Assert.Contains("POPULATION_SCENARIOS PERIPLO.UNDESA-2019:", estimated.Output, StringComparison.Ordinal);
        Assert.Contains("6,324 persons every five years", estimated.Output, StringComparison.Ordinal);
        Assert.Contains("was already there", command.RunIn("en", null, "populations", "estimate").Output, StringComparison.Ordinal);
        var csv = command.Run("export", "POPULATION_SCENARIOS", "--where", "REF_AREA=GTM", "SCENARIO=CONSTANT", "MEASURE=POP", "SEX=_T", "AGE=_T", "--time", "2050..2050").Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, csv.Length);
        Assert.StartsWith("A5,GTM,CONSTANT,POP,_T,_T,2050,29901867,E,PS,0,PERIPLO.UNDESA-2019,", csv[1], StringComparison.Ordinal);
        var lineage = command.Run("lineage", "POPULATION_SCENARIOS");
        Assert.Contains("population-undesa-2019.csv.gz", lineage.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_writes_every_age_and_says_what_is_missing()
    {
        var empty = command.RunIn("en", null, "populations", "project", "GTM");
        Assert.Equal(1, empty.Code);
        Assert.Contains("no population by age and sex", empty.Errors, StringComparison.Ordinal);
        Import();
        var file = Path.Combine(command.Folder, "gtm.csv");
        var told = command.Run("populations", "project", "Guatemala", "--scenario", "ZERO", "--output", file);
        Assert.Equal((0, ""), (told.Code, told.Errors));
        Assert.Equal(18, told.Output.TrimEnd('\n').Split('\n').Length);
        var lines = File.ReadAllLines(file);
        Assert.Equal(1 + (17 * 42), lines.Length);
        Assert.Equal("GTM,ZERO,2020,F,Y0T4,1010072", lines[1]);
        Assert.Equal(1, command.Run("populations", "project", "MCO").Code);
        Assert.NotEqual(0, command.Run("populations", "project", "GTM", "--scenario", "HOPE").Code);
    }

    [Fact]
    public void First_start_estimates_from_the_bundled_figures()
    {
        var data = Path.Combine(command.Folder, "data");
        Copy("areas", data);
        Copy("registers", data);
        Copy("indicators", data);
        Directory.CreateDirectory(Path.Combine(data, "starter"));
        foreach (var table in Tables.SelectMany(name => new[] { $"{name}.yaml", $"{name}.csv.gz" }))
            File.Copy(BundledData.Path($"starter/{table}"), Path.Combine(data, "starter", table));
        var installation = new Installation(Store.Open(command.Store), new DataFolder(data, null), TimeProvider.System);
        Assert.True(installation.LacksStarter());
        installation.LoadStarter(progress: null, TestContext.Current.CancellationToken);
        var dataset = installation.Dataset("POPULATION_SCENARIOS", null);
        Assert.Equal("PERIPLO.UNDESA-2019", dataset.Revision.Id);
        Assert.False(installation.LacksStarter());
        // 201 countries with scenarios; the published populations of 47 regions and groups beside them.
        string[] projected = [.. dataset.With(dataset.Definition.Dimension("SCENARIO"), "ZERO").ToArray().Select(i => dataset.Observations.Code(dataset.Definition.Dimension("REF_AREA"), i)).Distinct()];
        Assert.Equal(202, projected.Length);
        Assert.Equal(248, dataset.Observations.Codes[dataset.Definition.Dimension("REF_AREA")].Length);
        var median = Assert.Single(dataset.Select(Query.All.Where("REF_AREA", "001").Where("SCENARIO", "PUBLISHED").Where("MEASURE", "MEDIAN_AGE").During(TimePeriod.OfYear(2020))));
        // World Population Prospects 2019 publishes 30.9 years.
        Assert.Equal(30.9, dataset.Plain(median), 0.1);

        // A table that a later version of Periplo brings is loaded too: what Periplo made itself is no data of the installation's own.
        File.Copy(BundledData.Path("starter/movements-snm-darien-2025-04.yaml"), Path.Combine(data, "starter", "movements-snm-darien-2025-04.yaml"));
        File.Copy(BundledData.Path("starter/movements-snm-darien-2025-04.csv.gz"), Path.Combine(data, "starter", "movements-snm-darien-2025-04.csv.gz"));
        Assert.True(installation.LacksStarter());
    }

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

    private void Import()
    {
        foreach (var name in Tables)
            Assert.Equal(0, command.Run("import", BundledData.Path($"starter/{name}.csv.gz"), "--mapping", BundledData.Path($"starter/{name}.yaml")).Code);
    }
}
