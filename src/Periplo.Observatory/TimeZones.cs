namespace Periplo.Observatory;

/// <summary>Which release of the tz database the clocks of posts are read from: it belongs to the lineage of what is counted.</summary>
internal static class TimeZones
{
    /// <summary>The release, <c>2025b</c>; <c>system</c> where the system does not tell.</summary>
    public static string Release { get; } = Read();

    private static string Read()
    {
        try
        {
            // The first line of the compact source that Linux distributions install: # version 2025b
            return File.ReadLines("/usr/share/zoneinfo/tzdata.zi").First().Split(' ')[^1];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return "system";
        }
    }
}
