using System.ComponentModel;
using System.Diagnostics;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Web.Profiles;

/// <summary>Prints an HTML file as PDF with a Chromium that is installed; none is bundled.</summary>
/// <param name="program">Path of the browser.</param>
public sealed class ProfilePrinter(string program)
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    /// <summary>The browser that the variable CHROMIUM names, else the first that the search path has; null when there is none.</summary>
    public static ProfilePrinter? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? new(named) : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var names = OperatingSystem.IsWindows() ? Names.Select(name => name + ".exe") : Names;
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists) is { } found ? new(found) : null;
    }

    /// <summary>Why nothing can be printed, and what to do.</summary>
    public static Text Lacking => ProfileWords.NoChromium;

    /// <summary>Prints a file. The browser runs without network, with a profile of its own that is deleted afterwards.</summary>
    /// <param name="html">The file.</param>
    /// <param name="pdf">The file to write.</param>
    /// <param name="limit">How long it may take; the browser is ended after that.</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <exception cref="StatisticsException">The browser failed, or took too long.</exception>
    public void Print(string html, string pdf, TimeSpan limit, CancellationToken cancellation)
    {
        var own = Directory.CreateTempSubdirectory("periplo-print-");
        try
        {
            File.Delete(pdf);
            using var browser = Start(html, pdf, own.FullName);
            // What it has to say is read as it comes: a full pipe would stop it.
            var said = browser.StandardError.ReadToEndAsync(cancellation);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            ended.CancelAfter(limit);
            try
            {
                browser.WaitForExitAsync(ended.Token).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                browser.Kill(entireProcessTree: true);
                cancellation.ThrowIfCancellationRequested();
                throw new StatisticsException(ProfileWords.PrintTimedOut.With(Path.GetFileName(html), (int)limit.TotalSeconds));
            }

            if (browser.ExitCode != 0 || !File.Exists(pdf))
                throw new StatisticsException(ProfileWords.PrintFailed.With(Path.GetFileName(html), LastLine(said.GetAwaiter().GetResult())));
        }
        finally
        {
            own.Delete(recursive: true);
        }
    }

    private Process Start(string html, string pdf, string own)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={own}", "--no-pdf-header-footer", $"--print-to-pdf={Path.GetFullPath(pdf)}", new Uri(Path.GetFullPath(html)).AbsoluteUri,
        ])
            start.ArgumentList.Add(argument);
        // The sandbox of Chromium refuses to run as root, as in most containers; the page is our own file and has no script.
        if (Environment.UserName == "root")
            start.ArgumentList.Insert(0, "--no-sandbox");
        try
        {
            var browser = Process.Start(start)!;
            browser.BeginOutputReadLine();
            return browser;
        }
        catch (Win32Exception error)
        {
            throw new StatisticsException(ProfileWords.PrintFailed.With(Path.GetFileName(html), error.Message));
        }
    }

    private static string LastLine(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
}
