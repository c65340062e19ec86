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
