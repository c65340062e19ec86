using Periplo.Tests.Commands;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary><c>periplo flows reconcile</c>, run as a user runs it.</summary>
public sealed class FlowsReconcileCommandTests
{
    private const string Immigration = "year,origin,destination,count\n2010,A,B,80\n2010,A,C,30\n2010,B,A,80\n2010,B,C,20\n2010,C,A,50\n2010,C,B,16\n2010,E,F,3\n";
    private const string Emigration = "year,origin,destination,count\n2010,A,B,80\n2010,A,C,48\n2010,B,A,40\n2010,B,C,20\n2010,C,A,20\n2010,C,B,8\n";

    [Fact]
    public void Files_are_reconciled_and_what_cannot_be_is_told()
    {
        using var command = new Command();
        var output = Path.Combine(command.Folder, "out.csv");
        var done = Run("en", "flows", "reconcile", "--immigration", command.Write("i.csv", Immigration), "--emigration", command.Write("e.csv", Emigration), "--anchor", "A", "--output", output);
        Assert.Equal((0, ""), (done.Code, done.Errors));
        Assert.Contains("nobody reports the other side", done.Output, StringComparison.Ordinal);
        Assert.Contains("By both sides 6; by emigration alone 0; by immigration alone 0; without estimate 1.", done.Output, StringComparison.Ordinal);
        Assert.Contains("they were 39.0% of their mean apart; with the factors, 0.0%.", done.Output, StringComparison.Ordinal);
        Assert.Contains("Sum of the estimates: 350; by ratios (--ratios) it would be 350.", done.Output, StringComparison.Ordinal);
        Assert.Equal(8, File.ReadAllLines(output).Length);
    }

    [Theory]
    [InlineData("falta el lado del origen", "Emigration.csv", "year,origin,destination,count\n2010,A,B,\n")]
    [InlineData("e.csv, línea 2, columna 4", "e.csv", "year,origin,destination,count\n2010,A,B,-4\n")]
    [InlineData("emigración de B, inmigración de C", "e.csv", "year,origin,destination,count\n2010,C,A,20\n2010,B,C,5\n")]
    public void What_cannot_be_reconciled_is_one_message(string says, string name, string emigration)
    {
        using var command = new Command();
        var output = Path.Combine(command.Folder, "out.csv");
        var refused = Run("es", "flows", "reconcile", "--immigration", command.Write("i.csv", Immigration), "--emigration", command.Write(name, emigration), "--anchor", "A", "--output", output);
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Contains(says, refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
    }

    [Fact]
    public void Store_without_emigration_says_that_side_is_missing()
    {
        using var command = new Command();
        var refused = command.RunIn("en", null, "flows", "reconcile", "--anchor", "Sweden", "--output", Path.Combine(command.Folder, "out.csv"));
        Assert.Equal(1, refused.Code);
        Assert.Contains("The origin's side is missing", refused.Errors, StringComparison.Ordinal);
        var half = command.RunIn("en", null, "flows", "reconcile", "--immigration", command.Write("i.csv", Immigration), "--anchor", "A", "--output", Path.Combine(command.Folder, "out.csv"));
        Assert.Contains("Both sides are needed", half.Errors, StringComparison.Ordinal);
    }

    private static Outcome Run(string language, params string[] arguments)
    {
        using var process = Command.Start(language, null, arguments);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
