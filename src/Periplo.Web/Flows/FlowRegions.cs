using Periplo.Areas;
using Periplo.Charts;

namespace Periplo.Web.Flows;

/// <summary>The regions of UN M49 as they stand around a circle, and which of them a country is in.</summary>
public sealed class FlowRegions
{
    /// <summary>Id of what is in none of the regions.</summary>
    public const string Elsewhere = "elsewhere";

    // Neighbours on the globe are neighbours on the circle, west to east; each continent has one colour.
    private static readonly (CircleGroup Group, string[] Regions)[] Ring =
    [
        (new(new("América Septentrional", "Northern America", "Amérique septentrionale"), "s1"), ["021"]),
        (new(new("América Latina y el Caribe", "Latin America and the Caribbean", "Amérique latine et Caraïbes"), "s2"), ["013", "029", "005"]),
        (new(new("África", "Africa", "Afrique"), "s3"), ["018", "017", "011", "014", "015"]),
        (new(new("Europa", "Europe", "Europe"), "s5"), ["039", "155", "154", "151"]),
        (new(new("Asia", "Asia", "Asie"), "s4"), ["145", "143", "034", "035", "030"]),
        (new(new("Oceanía", "Oceania", "Océanie"), "s6"), ["053", "054", "057", "061"]),
    ];

    private readonly Dictionary<string, Area> regionOf = [];
    private readonly Dictionary<string, CircleGroup> groupOf = [];
    private readonly Dictionary<string, int> places = [];

    /// <summary>The regions of an installation.</summary>
    public FlowRegions(AreaRegistry areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var regions = new List<Area>();
        foreach (var (group, ids) in Ring)
        {
            foreach (var id in ids)
            {
                var region = areas[id];
                places.Add(id, regions.Count);
                regions.Add(region);
                groupOf.Add(id, group);
                foreach (var member in areas.Members(region, null))
                    regionOf.TryAdd(member.Id, region);
            }
        }

        // A former state is where most of it was: its first part stands for it.
        foreach (var former in areas.All.Where(area => area.Kind == AreaKind.Former && area.Parts.Count > 0))
        {
            if (regionOf.TryGetValue(former.Parts[0], out var region))
                regionOf.TryAdd(former.Id, region);
        }

        All = regions;
    }

    /// <summary>What is left over on a circle: areas in no region, or the countries too many to show.</summary>
    public static CircleGroup Others { get; } = new(new("Otras áreas", "Other areas", "Autres zones"), "s8");

    /// <summary>The regions, clockwise.</summary>
    public IReadOnlyList<Area> All { get; }

    /// <summary>The region of a country; null when it is in none.</summary>
    public Area? Of(string country) => regionOf.GetValueOrDefault(country);

    /// <summary>Whether an area is one of the regions.</summary>
    public bool IsRegion(string area) => places.ContainsKey(area);

    /// <summary>Place of a region on the circle; behind all for what is in none.</summary>
    public int Place(string? region) => region is not null && places.TryGetValue(region, out var place) ? place : All.Count;

    /// <summary>The group of a region.</summary>
    public CircleGroup Group(string? region) => region is not null && groupOf.TryGetValue(region, out var group) ? group : Others;
}
