using System.Diagnostics;
using System.Text;
using Periplo.Tests.Flows;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary>Flows from files, as a user asks for them.</summary>
public sealed class FlowsCommandTests : IDisposable
{
    private const string Demography = "period,sex,country,births,deaths\n1990,both,A,10,0\n1990,both,B,0,0\n1990,both,C,0,0\n1990,both,D,0,0\n1990,both,E,1,1\n";
    private readonly Command command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public void Estimate_writes_flows_and_tells_how_it_went()
    {
        var (output, adjusted) = (Path.Combine(command.Folder, "out.csv.gz"), Path.Combine(command.Folder, "adjusted.csv"));
        var done = Run("en", "--stocks", Stocks(), "--demography", command.Write("d.csv", Demography), "--method", "da-closed-pb,sd-drop", "--weight", "0.8", "--balance", "before", "--matching", "without-foreign-born", "--output", output, "--adjustments", adjusted);
        Assert.Equal((0, ""), (done.Code, done.Errors));
        Assert.Contains("1990–1995 both da-closed-pb", done.Output, StringComparison.Ordinal);
        Assert.Contains("1990–1995 both sd-drop", done.Output, StringComparison.Ordinal);
        Assert.Contains("with births and deaths but without stocks, left out: E", done.Output, StringComparison.Ordinal);
        Assert.Contains("balance of the world", done.Output, StringComparison.Ordinal);
        Assert.Equal([0x1F, 0x8B], File.ReadAllBytes(output)[..2]);
        Assert.StartsWith("period,sex,area,start,end\n1990,both,A,", File.ReadAllText(adjusted), StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_with_replicates_shows_the_interval_of_the_total()
    {
        var output = Path.Combine(command.Folder, "out.csv");
        var done = Run("es", "--stocks", Stocks(), "--demography", command.Write("d.csv", Demography), "--method", "all", "--replicates", "40", "--rng-seed", "5", "--threads", "2", "--output", output);
        Assert.Equal((0, ""), (done.Code, done.Errors));
        Assert.Contains("Intervalo 95 %", done.Output, StringComparison.Ordinal);
        Assert.StartsWith("period,sex,method,origin,destination,flow,lo80,hi80,lo95,hi95\n", File.ReadAllText(output), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_one_message_and_leaves_no_file()
    {
        var output = Path.Combine(command.Folder, "out.csv");
        var stocks = command.Write("s.csv.gz", SourceFiles.Gzip(Encoding.UTF8.GetBytes("year,sex,birth,residence,count\n1990,both,A,B,-1\n")));
        var refused = Run("fr", "--stocks", stocks, "--method", "sd-drop", "--output", output);
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Contains("s.csv.gz, ligne 2, colonne 5", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
    }

    [Theory]
    [InlineData("--method", "da-closed", "\"da-closed\" is no method")]
    [InlineData("--weight", "1.5", "--weight 1.5")]
    [InlineData("--replicates", "1", "--replicates must be 0 or between 2 and")]
    public void Option_out_of_range_is_refused(string option, string value, string said)
    {
        var output = Path.Combine(command.Folder, "out.csv");
        var refused = Run("en", "--stocks", Stocks(), "--demography", command.Write("d.csv", Demography), "--output", output, option, value);
        Assert.Equal(1, refused.Code);
        Assert.Contains(said, refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
    }

    private string Stocks() => command.Write("s.csv", FlowFileTests.WorkedStocks("both", 1990, 1995));

    private static Outcome Run(string language, params string[] arguments)
    {
        using Process process = Command.Start(language, null, ["flows", "estimate", .. arguments]);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
