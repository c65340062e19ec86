using Periplo.Sdmx.Rest;

namespace Periplo.Exchange;

/// <summary>Who provides the figures of a flow: the installation, with estimates and counts of its own, or an official source.</summary>
public static class Providers
{
    /// <summary>The installation.</summary>
    public const string Own = "OWN";

    /// <summary>Authorities and international organisations.</summary>
    public const string Official = "OFFICIAL";

    /// <summary>Both, in the order of their scheme.</summary>
    public static IReadOnlyList<string> All { get; } = [Own, Official];

    /// <summary>Those a query asks for: all when it names none, none when it names others alone.</summary>
    public static IReadOnlyList<string> Selected(IReadOnlyList<ProviderSelection> wanted) => wanted is null or { Count: 0 }
        ? All
        : [.. All.Where(provider => wanted.Any(one => one.Provider == provider && one.Agency is null or "" or PublishedFlow.Agency))];
}
