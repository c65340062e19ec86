using System.Globalization;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>
/// Areas as structures: the code list of every area with its other codes as annotations, the codes of ISO 3166-1 alpha-2 and of UN M49
/// as lists with maps to them, and regions, groups and former states as hierarchies with the years in which members count.
/// </summary>
internal static class AreaStructures
{
    private const string CodeAnnotation = "AREA_CODE";

    // M49 has it beside the division of the Americas into Northern America and Latin America and the Caribbean, not above it.
    private const string NorthAmerica = "003";

    public static readonly StructureReference Areas = new(StructureType.CodeList, PublishedFlow.Agency, "CL_AREA", "1.0");
    public static readonly StructureReference Alpha2 = new(StructureType.CodeList, PublishedFlow.Agency, "CL_AREA_ALPHA2", "1.0");
    public static readonly StructureReference M49 = new(StructureType.CodeList, PublishedFlow.Agency, "CL_AREA_M49", "1.0");

    /// <summary>The items of CL_AREA.</summary>
    public static IReadOnlyList<Item> Items(AreaRegistry areas) => [.. areas.All.Select(area => new Item(area.Id, area.ShortName.International())
    {
        Description = area.Name == area.ShortName ? null : area.Name.International(),
        Annotations = Annotations(area),
    })];

    /// <summary>Lists, maps and hierarchies beside CL_AREA.</summary>
    public static IEnumerable<Artefact> Others(AreaRegistry areas)
    {
        var alpha2 = areas.All.Where(area => area.Alpha2 is not null).ToList();
        yield return List(Alpha2, new("Áreas por código ISO 3166-1 alfa-2", "Areas by ISO 3166-1 alpha-2 code", "Zones par code ISO 3166-1 alpha-2"), alpha2.Select(area => (area.Alpha2!, area)));
        yield return Map("MAP_AREA_ALPHA2", new("De las áreas a ISO 3166-1 alfa-2", "From areas to ISO 3166-1 alpha-2", "Des zones vers ISO 3166-1 alpha-2"), Alpha2, alpha2.Select(area => (area, area.Alpha2!)));
        var numbered = areas.All.Where(HasM49).ToList();
        yield return List(M49, new("Áreas por número M49", "Areas by M49 number", "Zones par numéro M49"), numbered.Select(area => (Number(area), area)));
        yield return Map("MAP_AREA_M49", new("De las áreas a M49", "From areas to M49", "Des zones vers M49"), M49, numbered.Select(area => (area, Number(area))));
        yield return new HierarchicalCodeList(PublishedFlow.Agency, "HCL_AREA", "1.0", new Text("Regiones, grupos y Estados que dejaron de existir", "Regions, groups and former states", "Régions, groupes et États disparus").International(),
        [
            new("REGIONS", new Text("Regiones geográficas (M49)", "Geographic regions (M49)", "Régions géographiques (M49)").International(), Regions(areas)),
            new("GROUPS", new Text("Grupos de países", "Groups of countries", "Groupes de pays").International(), Flat(areas, AreaKind.Group)),
            new("FORMER", new Text("Estados que dejaron de existir y áreas compuestas", "Former states and composite areas", "États disparus et zones composées").International(), [.. Flat(areas, AreaKind.Former), .. Flat(areas, AreaKind.Composite)]),
        ])
        {
            Description = new Text(
                "Cada miembro lleva los años en que cuenta. Los grupos cuya composición no se conoce no figuran.",
                "Each member has the years in which it counts. Groups whose membership is not known are left out.",
                "Chaque membre porte les années où il compte. Les groupes dont la composition est inconnue ne figurent pas.").International(),
        };
    }

    // UN DESA numbers groups of its own beside those of M49; they are known by the letters before them.
    private static bool HasM49(Area area) => area.M49 is <= 999 && (area.Kind != AreaKind.Group || char.IsAsciiDigit(area.Id[0]));

    private static string Number(Area area) => area.M49!.Value.ToString("000", CultureInfo.InvariantCulture);

    private static List<Annotation> Annotations(Area area)
    {
        var annotations = new List<Annotation>();
        if (area.Alpha2 is { } alpha2)
            annotations.Add(new(CodeAnnotation, alpha2, "ISO3166_ALPHA2"));
        // Former states keep their three letters (ISO 3166-3); the installation's extra codes are no codes of the norm.
        if (area.Kind is AreaKind.Country && area.Alpha2 is not null)
            annotations.Add(new(CodeAnnotation, area.Id, "ISO3166_ALPHA3"));
        if (HasM49(area))
            annotations.Add(new(CodeAnnotation, Number(area), "M49"));
        annotations.Add(new("AREA_KIND", area.Kind.ToString().ToUpperInvariant(), "KIND"));
        if (area.ValidFrom is { } from)
            annotations.Add(new("VALIDITY", Year(from), "VALID_FROM"));
        if (area.ValidTo is { } to)
            annotations.Add(new("VALIDITY", Year(to), "VALID_TO"));
        return annotations;
    }

    private static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static ItemScheme List(StructureReference list, Text name, IEnumerable<(string Code, Area Area)> codes) => new(
        StructureType.CodeList, list.Agency, list.Id, list.Version, name.International(), [.. codes.DistinctBy(one => one.Code).Select(one => new Item(one.Code, one.Area.ShortName.International()))]);

    private static RepresentationMap Map(string id, Text name, StructureReference target, IEnumerable<(Area Area, string Code)> codes) => new(
        PublishedFlow.Agency, id, "1.0", name.International(), Areas, target,
        [.. codes.Select(one => new RepresentationMapping(one.Area.Id, one.Code) { ValidFrom = First(one.Area.ValidFrom), ValidTo = Last(one.Area.ValidTo) })]);

    /// <summary>Regions under the smallest region that holds all they hold, members under the smallest that holds them.</summary>
    private static IReadOnlyList<HierarchicalCode> Regions(AreaRegistry areas)
    {
        var regions = areas.All.Where(area => area.Kind == AreaKind.Region && area.Parts.Count > 0).OrderBy(area => area.Parts.Count).ToList();
        var parts = regions.ToDictionary(region => region.Id, region => region.Parts.ToHashSet());
        var above = new Dictionary<string, string?>();
        for (var i = 0; i < regions.Count; i++)
            above[regions[i].Id] = regions.Skip(i + 1).FirstOrDefault(other => other.Id != NorthAmerica && parts[regions[i].Id].IsProperSubsetOf(parts[other.Id]))?.Id;
        return [.. regions.Where(region => above[region.Id] is null).Select(Coded)];

        HierarchicalCode Coded(Area region)
        {
            var below = regions.Where(other => above[other.Id] == region.Id).OrderBy(other => other.Id, StringComparer.Ordinal).ToList();
            var held = below.SelectMany(other => areas.Memberships(other)).Select(one => one.Member.Id).ToHashSet();
            return new(region.Id, Areas, region.Id, [.. below.Select(Coded), .. Members(areas, region).Where(member => !held.Contains(member.Code))]);
        }
    }

    private static IReadOnlyList<HierarchicalCode> Flat(AreaRegistry areas, AreaKind kind) =>
        [.. areas.All.Where(area => area.Kind == kind && areas.Memberships(area).Count > 0).Select(area => new HierarchicalCode(area.Id, Areas, area.Id, Members(areas, area)))];

    private static IReadOnlyList<HierarchicalCode> Members(AreaRegistry areas, Area region) => [.. areas.Memberships(region)
        .Select(one => new HierarchicalCode(one.Member.Id, Areas, one.Member.Id, []) { ValidFrom = First(one.From), ValidTo = Last(one.To) })];

    private static DateOnly? First(int? year) => year is { } from ? new DateOnly(from, 1, 1) : null;

    private static DateOnly? Last(int? year) => year is { } to ? new DateOnly(to, 12, 31) : null;
}
