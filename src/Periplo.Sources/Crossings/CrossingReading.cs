using Periplo.Movements;

namespace Periplo.Sources.Crossings;

/// <summary>How files of crossings are read, and when to give up.</summary>
/// <param name="Countries">Countries whose posts report; a crossing of another one is rejected.</param>
/// <param name="From">Start of observation, seconds since 1970. Crossings before it are handed on, since they tell who was where, and counted.</param>
/// <param name="To">End of observation, seconds since 1970. A crossing a day or more after it is rejected: the clocks of posts differ from UTC by less.</param>
/// <param name="Workers">Threads that read, 1 to 64.</param>
/// <param name="Mapping">How a table with other columns is read; null for the layouts that are known.</param>
/// <param name="MostRejects">Faulty lines after which reading stops.</param>
/// <param name="MostRejectShare">Share of faulty lines among those read beyond which reading stops, 0 to 1; looked at from line 1,000 on and at the end.</param>
/// <param name="KnownPosts">Numbers of the posts there are; null when the installation does not list them.</param>
public sealed record CrossingReading(
    ReportingCountries Countries,
    long From,
    long To,
    int Workers,
    CrossingMapping? Mapping = null,
    long MostRejects = 1000,
    double MostRejectShare = 0.05,
    IReadOnlyCollection<ushort>? KnownPosts = null);
