using Periplo.Areas;
using Periplo.Charts;
using Periplo.Flows;
using Periplo.Languages;

namespace Periplo.Web.Flows;

/// <summary>A flow between two areas of a selection.</summary>
/// <param name="Origin">Position of the origin among the areas.</param>
/// <param name="Destination">Position of the destination.</param>
/// <param name="Persons">Persons, summed over the corridors it is made of.</param>
/// <param name="Corridor">The corridor, where the flow is one between two countries: it has a lineage and may have an interval. Else null.</param>
/// <param name="Least">The least that any method of the same period and sex gives.</param>
/// <param name="Most">The most that any method gives.</param>
public sealed record SelectedFlow(int Origin, int Destination, double Persons, EstimatedFlow? Corridor, double Least, double Most);

/// <summary>
/// A table of flows as the page shows it: the world by regions, a region by its countries with the other regions as they
/// are, or a country with those it exchanges most people with.
/// </summary>
public sealed class FlowSelection
{
    // More countries than these around one are not told apart on a circle.
    private const int Partners = 24;

    private readonly Dictionary<string, int> positions = [];
    private readonly List<CircleArea> areas = [];
    private readonly Site site;
    private readonly FlowChoice choice;
    private readonly Lazy<(IReadOnlyList<CircleArea> Areas, IReadOnlyList<SelectedFlow> Flows)> summed;

    private FlowSelection(Site site, Language language, FlowChoice choice)
    {
        (this.site, this.choice) = (site, choice);
        Table = choice.Flows.Table(choice.Key);
        Compared = [.. choice.Methods.Where(method => choice.Flows.Has(choice.Key with { Method = method }))];
        summed = new(() =>
        {
            Arrange(language);
            return (areas, Sum());
        });
    }

    /// <summary>The whole table.</summary>
    public EstimatedTable Table { get; }

    /// <summary>The areas, clockwise.</summary>
    public IReadOnlyList<CircleArea> Areas => summed.Value.Areas;

    /// <summary>The flows between them, the greatest first. Added up when first asked for: the page of a country shows corridors alone.</summary>
    public IReadOnlyList<SelectedFlow> Flows => summed.Value.Flows;

    /// <summary>True when nobody moves in the selection.</summary>
    public bool IsEmpty => !Corridors.Any();

    /// <summary>Methods with a table of the same period and sex.</summary>
    public IReadOnlyList<FlowMethod> Compared { get; }

    /// <summary>True when every area is a country.</summary>
    public bool HasCountries => choice.Area is not null;

    /// <summary>Corridors between countries that are part of the selection, the greatest first.</summary>
    public IEnumerable<EstimatedFlow> Corridors => Table.Corridors.Where(flow => IsShown(flow.Origin, flow.Destination));

    /// <summary>What the page shows.</summary>
    public static FlowSelection Of(Site site, Language language, FlowChoice choice) => new(site, language, choice);

    /// <summary>True when an area of the selection is a country: the page has an address for it of its own.</summary>
    public bool IsCountry(int area) => !site.FlowRegions.IsRegion(areas[area].Id) && areas[area].Id != FlowRegions.Elsewhere;

    private bool IsShown(string origin, string destination) => choice.Area is not { } area
        || (site.FlowRegions.IsRegion(area.Id)
            ? site.FlowRegions.Of(origin)?.Id == area.Id || site.FlowRegions.Of(destination)?.Id == area.Id
            : origin == area.Id || destination == area.Id);

    /// <summary>Puts the areas on the circle and says which of them every country of the table is in.</summary>
    private void Arrange(Language language)
    {
        var regions = site.FlowRegions;
        var codes = Table.Corridors.SelectMany(flow => new[] { flow.Origin, flow.Destination }).Distinct()
            .Select(code => site.Areas[code]).OrderBy(country => regions.Place(regions.Of(country.Id)?.Id)).ThenBy(country => country, Comparer<Area>.Create(site.Areas.ByShortName(language))).ToList();
        var shown = choice.Area is { } chosen && !regions.IsRegion(chosen.Id) ? NearestTo(chosen.Id) : null;
        foreach (var country in codes)
        {
            var region = regions.Of(country.Id);
            if (shown?.Contains(country.Id) ?? (choice.Area is { } opened && region?.Id == opened.Id))
                positions.Add(country.Id, Add(new(country.Id, country.ShortName, regions.Group(region?.Id)) { Href = Address(language, country.Id) }));
            else if (shown is not null || region is null)
                positions.Add(country.Id, Rest(shown is null ? FlowWords.Elsewhere : FlowWords.OtherCountries));
            else
                positions.Add(country.Id, Region(region, language));
        }
    }

    private int Region(Area region, Language language)
    {
        var known = areas.FindIndex(area => area.Id == region.Id);
        return known >= 0 ? known : Add(new(region.Id, region.ShortName, site.FlowRegions.Group(region.Id)) { Href = Address(language, region.Id) });
    }

    private int Rest(Text name)
    {
        var known = areas.FindIndex(area => area.Id == FlowRegions.Elsewhere);
        return known >= 0 ? known : Add(new(FlowRegions.Elsewhere, name, FlowRegions.Others));
    }

    private int Add(CircleArea area)
    {
        areas.Add(area);
        return areas.Count - 1;
    }

    private string Address(Language language, string area) => FlowAddresses.Flows(language) + (choice with { Area = site.Areas[area], Threshold = null }).Query(language);

    /// <summary>The country and those it exchanges most people with.</summary>
    private HashSet<string> NearestTo(string country) =>
    [
        country,
        .. Table.Corridors.Where(flow => flow.Origin == country || flow.Destination == country).GroupBy(flow => flow.Origin == country ? flow.Destination : flow.Origin)
            .OrderByDescending(both => both.Sum(flow => flow.Persons)).ThenBy(both => both.Key, StringComparer.Ordinal).Take(Partners).Select(both => both.Key),
    ];

    private List<SelectedFlow> Sum()
    {
        var sums = Sum(Table);
        List<double[]> others = [.. Compared.Select(method => method == choice.Key.Method ? sums : Sum(choice.Flows.Table(choice.Key with { Method = method })))];
        var flows = new List<SelectedFlow>();
        for (var cell = 0; cell < sums.Length; cell++)
        {
            var (least, most, origin, destination) = (others.Min(one => one[cell]), others.Max(one => one[cell]), cell / areas.Count, cell % areas.Count);
            if (most > 0)
                flows.Add(new(origin, destination, sums[cell], IsCountry(origin) && IsCountry(destination) ? Table.Corridor(areas[origin].Id, areas[destination].Id) : null, least, most));
        }

        return [.. flows.OrderByDescending(flow => flow.Persons).ThenByDescending(flow => flow.Most)];
    }

    /// <summary>The flows of a table by origin and destination among the areas.</summary>
    private double[] Sum(EstimatedTable table)
    {
        var sums = new double[areas.Count * areas.Count];
        table.Each((from, to, persons) =>
        {
            if (IsShown(from, to) && positions.TryGetValue(from, out var origin) && positions.TryGetValue(to, out var destination))
                sums[(origin * areas.Count) + destination] += persons;
        });
        return sums;
    }
}
