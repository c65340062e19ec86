using System.Diagnostics;
using System.Text;

namespace Periplo.Tests.Commands;

/// <summary>Runs the built program as a user does, and a store of its own in a folder that goes with it.</summary>
internal sealed class Command : IDisposable
{
    private static readonly string Program = BundledData.Path("../artifacts/bin/Periplo.Cli/release/Periplo.Cli.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("periplo-command-").FullName;

    public string Store => Path.Combine(Folder, "store.db");

    public static Process Start(string language, string? before, params string[] arguments)
    {
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        string[] command = ["dotnet", Program, .. arguments];
        if (before is null)
        {
            start.FileName = command[0];
            foreach (var argument in command.Skip(1))
                start.ArgumentList.Add(argument);
        }
        else
        {
            // The shell sets limits and then becomes the program.
            start.FileName = "sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add($"{before}; exec \"$@\"");
            start.ArgumentList.Add("sh");
            foreach (var argument in command)
                start.ArgumentList.Add(argument);
        }

        start.Environment["PERIPLO_LANGUAGE"] = language;
        return Process.Start(start)!;
    }

    public Outcome Run(params string[] arguments) => RunIn("es", null, arguments);

    public Outcome RunIn(string language, string? before, params string[] arguments)
    {
        using var process = Start(language, before, [.. arguments, "--store", Store]);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record Outcome(int Code, string Output, string Errors);
