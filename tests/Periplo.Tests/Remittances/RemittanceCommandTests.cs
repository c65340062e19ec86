using System.Diagnostics;
using System.Globalization;
using Periplo.Tests.Commands;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Remittances;

/// <summary>The commands of remittances, run as a user runs them.</summary>
public sealed class RemittanceCommandTests
{
    [Fact]
    public void Matrix_is_written_and_tells_of_single_receivers()
    {
        using var command = new Command();
        var output = Path.Combine(command.Folder, "out.csv");
        var done = Run("en", "remittances", "matrix",
            "--stocks", command.Write("s.csv", "origin,destination,migrants\nH,A,100\nH,B,300\nH,C,200\n"),
            "--inflows", command.Write("i.csv", "country,usd\nH,10\nZ,4\n"),
            "--income", command.Write("y.csv", "country,usd_per_head\nH,2000\nA,40000\nC,12000\n"),
            "--rule", "all", "--output", output);
        Assert.Equal((0, ""), (done.Code, done.Errors));
        Assert.Contains("H: 300 of 600 migrants live where no income is given", done.Output, StringComparison.Ordinal);
        Assert.Contains("Z: nothing of 4 dollars is shared out", done.Output, StringComparison.Ordinal);
        var rows = File.ReadAllLines(output);
        Assert.Equal(10, rows.Length);
        Assert.Equal(30, rows.Skip(1).Sum(row => double.Parse(row.Split(',')[3], CultureInfo.InvariantCulture)), 1e-9);
    }

    [Fact]
    public void Prices_are_written_from_a_gzipped_table()
    {
        using var command = new Command();
        var output = Path.Combine(command.Folder, "out.csv");
        var done = Run("es", "remittances", "prices", "--quotes", command.Write("q.csv.gz", SourceFiles.Gzip(System.Text.Encoding.UTF8.GetBytes(PriceTests.Quotes))), "--output", output);
        Assert.Equal((0, ""), (done.Code, done.Errors));
        Assert.Contains("no informa del tipo de cambio: 8", done.Output, StringComparison.Ordinal);
        var rows = File.ReadAllLines(output);
        Assert.Equal("period,sender,receiver,average_pct,smart_pct,services,qualifying", rows[0]);
        Assert.Contains("2013-Q4,GBR,ERI,,,0,0", rows);
        Assert.Equal(rows.Skip(1).Select(row => string.Join(',', row.Split(',').Take(3))).Order(StringComparer.Ordinal), rows.Skip(1).Select(row => string.Join(',', row.Split(',').Take(3))));
    }

    [Fact]
    public void Bad_table_is_one_message_and_leaves_no_file()
    {
        using var command = new Command();
        var output = Path.Combine(command.Folder, "out.csv");
        var refused = Run("es", "remittances", "matrix",
            "--stocks", command.Write("s.csv", "origin,destination,migrants\nH,A,-1\n"), "--inflows", command.Write("i.csv", "country,usd\nH,10\n"),
            "--income", command.Write("y.csv", "country,usd_per_head\nH,2000\n"), "--rule", "1", "--output", output);
        Assert.Equal(1, refused.Code);
        Assert.Contains("s.csv, línea 2, columna 3: -1 es negativo", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
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
