using Xunit;

namespace Periplo.Tests;

/// <summary>Published data kept beside the repository, not in it; tests that need them are skipped where they are absent.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    public static string Path(string relative)
    {
        if (Root is null)
            Assert.Skip("shared data absent");
        return System.IO.Path.Combine(Root, relative);
    }

    /// <summary>A file of the official schemas of SDMX, kept beside the data.</summary>
    public static string Schema(string relative)
    {
        var path = System.IO.Path.Combine(Path(".."), "schemas", relative);
        if (!File.Exists(path))
            Assert.Skip("official SDMX schemas absent");
        return path;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
