using Periplo.Languages;

namespace Periplo.Areas;

/// <summary>What an area is, which decides what may be added to what.</summary>
public enum AreaKind
{
    /// <summary>A country or territory with its own statistics.</summary>
    Country,

    /// <summary>A statistical area made of countries or territories that are published together (Channel Islands).</summary>
    Composite,

    /// <summary>A state that no longer exists (Sudan before 2011, Serbia and Montenegro, Netherlands Antilles).</summary>
    Former,

    /// <summary>A geographic region of UN M49, the world included.</summary>
    Region,

    /// <summary>Countries taken together for another reason: income, development, a publisher's own grouping.</summary>
    Group,

    /// <summary>Persons whose area is unknown, not specified or none (stateless).</summary>
    Special,

    /// <summary>All areas of the dimension together (<c>_T</c>) or a dimension that does not apply (<c>_Z</c>).</summary>
    Total,
}

/// <summary>A country, territory, region, group or special code.</summary>
/// <param name="Id">ISO 3166-1 alpha-3 for countries, three-digit M49 for regions, else an extra code of <c>data/areas</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Official UN name.</param>
/// <param name="ShortName">Name for charts and lists.</param>
/// <param name="Alpha2">ISO 3166-1 alpha-2, or null.</param>
/// <param name="M49">UN M49 or UN DESA location code as a number, or null.</param>
/// <param name="ValidFrom">First year the area exists in, or null for always.</param>
/// <param name="ValidTo">Last year it exists in, or null for still.</param>
/// <param name="Parts">
/// Ids of the areas it is made of: of a region or group its present leaf members, countries and also the composites
/// published in their place. Empty for countries, special codes and groups whose membership is not known.
/// </param>
/// <param name="Location">Longitude and latitude in degrees of the point that stands for it on a map, or null when it has no place.</param>
public sealed record Area(
    string Id,
    AreaKind Kind,
    Text Name,
    Text ShortName,
    string? Alpha2,
    int? M49,
    int? ValidFrom,
    int? ValidTo,
    IReadOnlyList<string> Parts,
    (double Longitude, double Latitude)? Location)
{
    /// <summary>True for what holds people of its own: countries, composites, former states and special codes; regions and groups are made of those.</summary>
    public bool IsLeaf => Kind is AreaKind.Country or AreaKind.Composite or AreaKind.Former or AreaKind.Special;
}
