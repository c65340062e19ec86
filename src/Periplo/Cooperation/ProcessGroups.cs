using Periplo.Areas;

namespace Periplo.Cooperation;

/// <summary>The countries of a process on a day, taken together as a region is: what a regional profile of a process is of.</summary>
public static class ProcessGroups
{
    /// <summary>Begins the ids of these groups: ids of areas have no small letters.</summary>
    public const string Prefix = "process-";

    /// <summary>The processes that have two members or more that are countries, in the order of their ids.</summary>
    /// <param name="cooperation">The registers.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="on">The day; memberships of which it is not known whether they held on it do not count.</param>
    public static IReadOnlyList<Area> Of(CooperationIndex cooperation, AreaRegistry areas, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(cooperation);
        ArgumentNullException.ThrowIfNull(areas);
        var groups = new List<Area>();
        foreach (var process in cooperation.Of("processes"))
        {
            var ids = cooperation.Memberships.In(process.Id).Where(one => one.Role == Membership.Member && one.On(on) == true).Select(one => one.Area).OfType<string>().ToHashSet();
            List<string> members = [.. areas.All.Where(area => area.Kind == AreaKind.Country && ids.Contains(area.Id)).Select(area => area.Id)];
            if (members.Count > 1)
                groups.Add(new(Prefix + process.Id, AreaKind.Group, process.Title, process.Words("short") ?? process.Title, null, null, null, null, members, null));
        }

        return groups;
    }

    /// <summary>Id of the process a group is of; null for an area.</summary>
    public static string? Process(Area area)
    {
        ArgumentNullException.ThrowIfNull(area);
        return area.Id.StartsWith(Prefix, StringComparison.Ordinal) ? area.Id[Prefix.Length..] : null;
    }

    /// <summary>The group a process is named by: its id or short name, upper or lower case; null when there is none.</summary>
    public static Area? Find(IEnumerable<Area> groups, string name)
    {
        IReadOnlyList<Area> all = [.. groups];
        return all.FirstOrDefault(group => Process(group)!.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? all.FirstOrDefault(group => group.ShortName.Es.Equals(name, StringComparison.OrdinalIgnoreCase) || group.ShortName.En.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
