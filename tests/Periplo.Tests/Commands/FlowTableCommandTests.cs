using System.Diagnostics;
using System.Globalization;
using Periplo.Populations;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary><c>periplo flows indices</c> and <c>periplo flows schedule</c>, run as a user runs them.</summary>
public sealed class FlowTableCommandTests
{
    private const string Flows = "origin,destination,flow\nA,B,100\nA,C,50\nB,A,20\nB,C,30\nC,A,10\nC,B,40\n";

    [Fact]
    public void Indices_are_shown_and_written()
    {
        using var command = new Command();
        var output = Path.Combine(command.Folder, "out.csv");
        var done = Run("en", "flows", "indices", "--flows", command.Write("f.csv", Flows), "--population", command.Write("p.csv", "area,population\nA,1000\nB,2000\nC,500\n"),
            "--distance", command.Write("d.csv", "origin,destination,distance\nA,B,100\nA,C,200\nC,A,400\nB,C,400\n"), "--output", output);
        Assert.Equal((0, ""), (done.Code, done.Errors));
        Assert.Contains("crude intensity, %", done.Output, StringComparison.Ordinal);
        Assert.Contains("7.142857", done.Output, StringComparison.Ordinal);
        Assert.Contains("0.415037", done.Output, StringComparison.Ordinal);
        Assert.Contains(",,,effectiveness_index,,,48", File.ReadAllLines(output));
    }

    [Fact]
    public void Bad_flows_are_one_message_and_leave_no_file()
    {
        using var command = new Command();
        var output = Path.Combine(command.Folder, "out.csv");
        var refused = Run("es", "flows", "indices", "--flows", command.Write("f.csv", Flows), "--population", command.Write("p.csv", "area,population\nA,1000\nB,2000\n"), "--output", output);
        Assert.Equal(1, refused.Code);
        Assert.Contains("f.csv, línea 3, columna 2: «C» no tiene población en", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
    }

    [Fact]
    public void Schedule_is_fitted_and_told()
    {
        using var command = new Command();
        var output = Path.Combine(command.Folder, "out.csv");
        var rates = "age,rate\n" + string.Concat(Enumerable.Range(0, 81).Select(age => $"{age},{RogersCastro.Fundamental.Rate(age):R}\n"));
        var done = Run("fr", "flows", "schedule", "--rates", command.Write("r.csv", rates), "--parameters", "7", "--output", output);
        Assert.Equal((0, ""), (done.Code, done.Errors));
        Assert.Contains("81 âges", done.Output, StringComparison.Ordinal);
        Assert.Contains("asymétrie lambda2/alpha2 4,", done.Output, StringComparison.Ordinal);
        Assert.Equal(20, double.Parse(Assert.Single(File.ReadAllLines(output), row => row.StartsWith("T,mu2,", StringComparison.Ordinal)).Split(',')[2], CultureInfo.InvariantCulture), 1e-6);
    }

    [Fact]
    public void Standard_schedule_is_named_where_it_is_used()
    {
        using var command = new Command();
        var output = Path.Combine(command.Folder, "out.csv");
        var done = Run("en", "flows", "schedule", "--split", command.Write("f.csv", Flows), "--whole", "--women", "40", "--output", output);
        Assert.Equal((0, ""), (done.Code, done.Errors));
        Assert.Contains("the standard schedule of Rogers and Castro was used", done.Output, StringComparison.Ordinal);
        Assert.Equal(250, File.ReadLines(output).Skip(1).Sum(row => double.Parse(row.Split(',')[6], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("--parameters", "8")]
    [InlineData("--women", "140")]
    [InlineData("--starts", "0")]
    [InlineData("--rates", "none.csv")]
    public void Option_that_is_none_is_refused(string option, string value)
    {
        using var command = new Command();
        var refused = Run("en", "flows", "schedule", "--split", command.Write("f.csv", Flows), "--output", Path.Combine(command.Folder, "out.csv"), option, value);
        Assert.NotEqual(0, refused.Code);
        Assert.NotEqual("", refused.Errors);
        Assert.False(File.Exists(Path.Combine(command.Folder, "out.csv")));
    }

    private static Outcome Run(string language, params string[] arguments)
    {
        using Process process = Command.Start(language, null, arguments);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
