using System.Diagnostics;
using Periplo.Tests.Writer;

namespace Periplo.Tests.Storage;

/// <summary>The program <c>Periplo.Tests.Writer</c> at work on a store, to be watched, starved and killed.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private WriterProcess(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Lines printed so far.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Parts it said it had committed.</summary>
    public int Committed => Lines.Count(line => line.StartsWith("committed ", StringComparison.Ordinal));

    private static string Program => Path.Combine(AppContext.BaseDirectory, typeof(WrittenPart).Assembly.GetName().Name + ".dll");

    public static WriterProcess Start(string location, int parts) => new(new("dotnet", [Program, location, $"{parts}"]));

    /// <summary>Starts it on a folder of crossings.</summary>
    public static WriterProcess StartCrossings(string place, int parts) => new(new("dotnet", [Program, "crossings", place, $"{parts}"]));

    /// <summary>Starts it where no file may become longer than some KiB, as on a disk that is full: the same error comes from the same call.</summary>
    public static WriterProcess StartStarved(string location, int parts, int kilobytes) => Starved(kilobytes, location, $"{parts}");

    /// <inheritdoc cref="StartStarved"/>
    public static WriterProcess StartStarvedCrossings(string place, int parts, int kilobytes) => Starved(kilobytes, "crossings", place, $"{parts}");

    /// <summary>Reads a number of lines, or all there are.</summary>
    public void Read(int lines)
    {
        while (lines-- > 0 && process.StandardOutput.ReadLine() is { } line)
            Lines.Add(line);
    }

    /// <summary>Kills it (SIGKILL) after <paramref name="delay"/> unless it ends before, and reads what it still said.</summary>
    public void Kill(TimeSpan delay)
    {
        if (!process.WaitForExit(delay))
            process.Kill();
        End();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Exit code and error output.</returns>
    public (int Code, string Errors) End()
    {
        Read(int.MaxValue);
        process.WaitForExit();
        return (process.ExitCode, errors.GetAwaiter().GetResult());
    }

    private static WriterProcess Starved(int kilobytes, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet \"$0\" \"$@\"", Program, .. arguments]);
        // The runtime keeps its code in a memory file, which the limit would hit first.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new(start);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
