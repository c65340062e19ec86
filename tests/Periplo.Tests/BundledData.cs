using Periplo.Areas;

namespace Periplo.Tests;

/// <summary>The files of <c>data/</c> in the repository.</summary>
internal static class BundledData
{
    private static readonly string Root = Find();
    private static readonly Lazy<AreaRegistry> Registry = new(ReadAreas);

    public static AreaRegistry Areas => Registry.Value;

    public static string Path(string relative) => System.IO.Path.Combine(Root, "data", relative);

    public static AreaRegistry ReadAreas()
    {
        using var areas = File.OpenRead(Path("areas/areas.csv"));
        using var members = File.OpenRead(Path("areas/members.csv"));
        using var aliases = File.OpenRead(Path("areas/aliases.csv"));
        return AreaRegistry.Read(areas, members, aliases);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Periplo.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The repository was not found above the tests.");
    }
}
