using System.Diagnostics;
using System.Text.RegularExpressions;
using Periplo.Sdmx;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>The snippets of docs/sdmx-clients.md in the programs they are for, on the site itself: what they read is what is held.</summary>
public sealed class ClientTests(TestSite site)
{
    /// <summary>Flows, and the keys that the snippets ask for.</summary>
    private static readonly (string Flow, string Key)[] Asked =
    [
        ("DF_MIG_STOCK", "A.GTM......."), ("DF_MIG_FLOW", ".GTM.USA........."), ("DF_REMITTANCES", "A.GTM......"), ("DF_DEMOGRAPHY", "A.GTM...."),
    ];

    [Fact]
    public void R_reads_structures_and_data_of_four_flows_with_rsdmx()
    {
        Need("Rscript", "R absent");
        if (!Directory.Exists("/usr/lib/R/site-library/rsdmx") && !Directory.Exists("/usr/local/lib/R/site-library/rsdmx"))
            Absent("rsdmx absent");
        AssertRead(Run("r", ".R", "Rscript", null), withStructure: true);
    }

    [Fact]
    public void Python_reads_data_of_four_flows_with_pandas()
    {
        if (!File.Exists("/usr/bin/python3") || !Directory.Exists("/usr/lib/python3/dist-packages/pandas"))
            Absent("pandas absent");
        AssertRead(Run("python", ".py", "/usr/bin/python3", null), withStructure: false);
    }

    [Fact]
    public void Node_reads_structures_and_data_of_four_flows_with_sdmx_rest() => AssertRead(Run("node", ".cjs", "node", NodeModules()), withStructure: true);

    [Fact]
    public void Node_reads_data_of_four_flows_with_sdmx_json_parser() => AssertRead(Run("module", ".mjs", "node", NodeModules()), withStructure: false);

    [Fact]
    public void Snippets_ask_for_the_flows_the_tests_know()
    {
        foreach (var which in (string[])["r", "python", "node", "module"])
        {
            foreach (var (flow, key) in Asked)
            {
                Assert.Contains(flow, Snippet(which), StringComparison.Ordinal);
                Assert.Contains(key, Snippet(which), StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Checks count and sum of every flow against the figures held.</summary>
    private void AssertRead(string output, bool withStructure)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(' ')).Where(words => words.Length >= 2)
            .ToDictionary(words => words[0], words => words[1..]);
        if (withStructure)
            Assert.Equal($"{site.Installation.Definitions.Stock.Structure.Dimensions.Single(one => one.Id == "SEX").CodeList.Codes.Count}", lines["CL_SEX"][0]);
        foreach (var (flow, key) in Asked)
        {
            var (count, sum) = Held(flow, key);
            Assert.True(count > 0, flow);
            Assert.True(lines.TryGetValue(flow, out var told), $"{flow} is not in: {output}");
            Assert.Equal(count, int.Parse(told[0]));
            Assert.Equal(sum, double.Parse(told[1]), Math.Max(1e-9, Math.Abs(sum) * 1e-12));
        }
    }

    private (int Count, double Sum) Held(string flow, string key)
    {
        var source = site.Installation.Sdmx();
        var dataflow = source.Structures.Resolve(new(StructureType.Dataflow, "PERIPLO", flow, "1.0"))!;
        var selected = source.Select(dataflow, new()
        {
            Keys = [new([.. key.Split('.').Select(IReadOnlyList<string> (code) => code.Length == 0 ? [] : [code])])], From = TimePeriod.OfYear(2015),
        });
        var (count, sum) = (0, 0.0);
        foreach (var cursor in selected.DataSets.Select(set => set.Cursor))
        {
            while (cursor.Read())
            {
                count++;
                sum += double.IsNaN(cursor.Value) ? 0 : cursor.Value;
            }
        }

        return (count, sum);
    }

    private string Run(string which, string ending, string program, string? folder)
    {
        var path = Path.Combine(folder ?? Path.GetTempPath(), $"periplo-client-{Guid.NewGuid():N}{ending}");
        File.WriteAllText(path, Snippet(which).Replace("https://periplo.example.org", site.Origin, StringComparison.Ordinal));
        try
        {
            var (code, output, errors) = Start(program, [path], folder);
            Assert.True(code == 0, $"{program} ended with {code}: {errors}\n{output}");
            return output;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Snippet(string which)
    {
        var page = File.ReadAllText(Path.Combine(TestSite.Root, "docs", "sdmx-clients.md"));
        var block = Regex.Match(page, $"<!-- run: {which} -->\n```[a-z]+\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture);
        Assert.True(block.Success, which);
        return block.Groups["code"].Value;
    }

    /// <summary>The folder with the packages that the lock file names, fetched once.</summary>
    private static string NodeModules()
    {
        Need("node", "Node absent");
        Need("npm", "npm absent");
        var (from, to) = (Path.Combine(TestSite.Root, "tests", "clients"), Path.Combine(TestSite.Root, "artifacts", "clients"));
        lock (Installing)
        {
            var done = Path.Combine(to, "installed.json");
            var wanted = File.ReadAllText(Path.Combine(from, "package-lock.json"));
            if (File.Exists(done) && File.ReadAllText(done) == wanted)
                return to;
            Directory.CreateDirectory(to);
            foreach (var file in (string[])["package.json", "package-lock.json", ".npmrc"])
                File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
            var (code, output, errors) = Start("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], to);
            if (code != 0)
                Absent($"npm packages absent: {errors}{output}");
            File.WriteAllText(done, wanted);
            return to;
        }
    }

    private static readonly Lock Installing = new();

    private static void Need(string program, string reason)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe"))))
            Absent(reason);
    }

    /// <summary>Skips, but where nothing may be missing.</summary>
    private static void Absent(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason.Length > 100 ? reason[..100] : reason);
    }

    private static (int Code, string Output, string Errors) Start(string program, string[] arguments, string? folder)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Path.GetTempPath() };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (!process.WaitForExit(TimeSpan.FromMinutes(4)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
