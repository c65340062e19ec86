using Periplo.Movements;
using Periplo.Tests.Movements;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary>The way from files of crossings to protected datasets, by the commands a directorate runs.</summary>
public sealed class MovementCommandTests : IDisposable
{
    private readonly Command command = new();
    private readonly string apart = Directory.CreateTempSubdirectory("periplo-crossings-").FullName;

    private string Folder => Path.Combine(apart, "folder");

    [Fact]
    public void Classify_writes_the_counts_and_the_rejected_lines()
    {
        var crossings = SyntheticCrossings.Make(300, TestCounts.Seed);
        var csv = command.Write("crossings.csv", SyntheticCrossings.Csv(crossings));
        File.AppendAllText(csv, "5,2016-13-01T00:00:00Z,GTM,1,E,GTM,GTM,F,1990-01-01,,1,1,0\n");
        var output = Path.Combine(command.Folder, "counts.csv");
        var run = Classify(csv, output);
        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Equal(Classified.Lines(Classified.Counts(crossings)), File.ReadAllLines(output)[1..]);
        Assert.Contains("1 líneas rechazadas", run.Output, StringComparison.Ordinal);
        Assert.Contains($",{crossings.Length + 2},ts,", File.ReadAllText(Path.Combine(command.Folder, "counts.rejects.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Classify_stops_with_one_message_and_leaves_no_counts_when_too_much_is_wrong()
    {
        var csv = command.Write("bad.csv", "person,ts,country,dir\n" + string.Concat(Enumerable.Range(1, 2000).Select(i => $"{i},never,GTM,E\n")));
        var output = Path.Combine(command.Folder, "counts.csv");
        var run = Classify(csv, output);
        Assert.Equal(1, run.Code);
        Assert.False(File.Exists(output));
        Assert.StartsWith("periplo: ", run.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(command.Folder, "counts.rejects.csv")));
    }

    [Fact]
    public void Months_appended_one_after_the_other_give_the_tables_of_all_at_once_and_again_change_nothing()
    {
        var crossings = SyntheticCrossings.Make(2_500, 5);
        var (first, second) = (command.Write("a.csv", SyntheticCrossings.Csv(crossings.AsSpan(0, crossings.Length / 2))), command.Write("b.csv", SyntheticCrossings.Csv(crossings.AsSpan(crossings.Length / 2))));
        Create(Folder);
        Ran("append", first, "--to", "2024-06-01", "--folder", Folder);
        Ran("append", second, "--to", "2025-01-01", "--folder", Folder);
        Assert.Contains("ya se había recibido", Ran("append", first, "--to", "2025-01-01", "--folder", Folder), StringComparison.Ordinal);
        Assert.Contains("MIGRATION PRUEBA.2025-01-01:", Ran("tables", "--folder", Folder), StringComparison.Ordinal);
        Assert.DoesNotContain("observaciones", Ran("tables", "--folder", Folder), StringComparison.Ordinal);
        var byMonths = Exported();

        var whole = Path.Combine(apart, "whole");
        Create(whole);
        Ran("append", first, second, "--to", "2025-01-01", "--folder", whole);
        File.Delete(command.Store);
        Ran("tables", "--folder", whole);
        Assert.Equal(byMonths, Exported());
        Assert.Contains("GTM", Ran("quality", "--country", "GTM"), StringComparison.Ordinal);
        Assert.Contains("tables", Ran("folder", "reads", "--folder", whole), StringComparison.Ordinal);
    }

    [Fact]
    public void Erasing_a_person_removes_the_crossings_of_that_person_alone()
    {
        var crossings = SyntheticCrossings.Make(50, 6);
        Create(Folder);
        Ran("append", command.Write("a.csv", SyntheticCrossings.Csv(crossings)), "--to", "2025-01-01", "--folder", Folder);
        var own = crossings.Count(crossing => crossing.Person == crossings[0].Person);
        Assert.Contains($"{own} cruces borrados", Ran("folder", "erase", "--person", $"{crossings[0].Person}", "--reason", "solicitud 1", "--folder", Folder), StringComparison.Ordinal);
        Ran("append", "--to", "2025-01-01", "--folder", Folder);
        Assert.Contains($"{crossings.Length - own} cruces, como se escribieron", Ran("folder", "check", "--folder", Folder), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        command.Dispose();
        Directory.Delete(apart, recursive: true);
    }

    private Outcome Classify(string file, string output)
    {
        using var process = Command.Start("es", null, "movements", "classify", "--crossings", file, "--from", "2015-01-01", "--to", "2025-01-01", "--output", output);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, text, errors.GetAwaiter().GetResult());
    }

    private void Create(string folder)
    {
        var countries = string.Concat(ReportingCountries.Specimen.All.Select(country => $"  {country.Area}: {country.Clock.Name}\n"));
        var settings = command.Write("crossings.yaml",
            $"legal_basis: Prueba\nretention_months: 1200\nkey_file: {Path.Combine(apart, "key-" + Path.GetFileName(folder), "key")}\nfrom: 2015-01-01\ncountries:\n{countries}source: PRUEBA\npublisher: {{ es: Inventados, en: Invented }}\nlicence: CC0\nminimum_count: 3\n");
        Directory.CreateDirectory(Path.Combine(apart, "key-" + Path.GetFileName(folder)));
        Ran("folder", "create", folder, "--settings", settings, "--make-key");
    }

    private string Ran(params string[] arguments)
    {
        var run = command.Run(["movements", .. arguments]);
        Assert.True(run.Code == 0, run.Errors);
        return run.Output;
    }

    private string[] Exported() =>
        [.. new[] { "MIGRATION", "VISITS", "RESIDENTS", "MOVEMENT_QUALITY" }.SelectMany(dataset => command.Run("export", dataset).Output.Split('\n'))];
}
