using System.Runtime.InteropServices;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>That an area or an organisation has a role in a process for a time.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Process">Id of the process.</param>
/// <param name="Area">Id of the area, or null.</param>
/// <param name="Actor">Name of the organisation or group, or null.</param>
/// <param name="Role">Code of the role.</param>
/// <param name="Active">From when to when.</param>
/// <param name="Confidence">How sure it is: <c>stated</c>, <c>compiled</c> or <c>unsure</c>.</param>
/// <param name="Note">What must be said with it, or null.</param>
/// <param name="Sources">Where it is stated.</param>
/// <param name="Stated">Date of the first document that states it, or null.</param>
public sealed record Membership(
    string Id, string Process, string? Area, Text? Actor, string Role, Validity Active, string Confidence, Text? Note, IReadOnlyList<Citation> Sources, TimePeriod? Stated)
{
    /// <summary>Role of those who make up a process.</summary>
    public const string Member = "member";

    /// <summary>Confidence of what is compiled from memory or doubtful lists.</summary>
    public const string Unsure = "unsure";

    /// <summary>Who it is, the same for every role and time.</summary>
    public string Who => Area ?? $"={Actor!.En}";

    /// <summary>Whether it holds on a day; null where its begin is not known and no document states it yet.</summary>
    public bool? On(DateOnly day) => Active.On(day, Stated);
}

/// <summary>How many take part in a process on a day in one role.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="Areas">Countries and areas.</param>
/// <param name="Actors">Organisations and groups; a group named together counts once.</param>
/// <param name="Unsure">How many of both are doubtful.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RoleCount(string Role, int Areas, int Actors, int Unsure)
{
    /// <summary>Both together.</summary>
    public int All => Areas + Actors;
}

/// <summary>The size of a process on a day, and what it was counted from.</summary>
/// <param name="Process">Id of the process.</param>
/// <param name="Day">The day.</param>
/// <param name="Roles">Counts of the roles that anyone has on that day, members first.</param>
/// <param name="Undated">Memberships of which it is not known whether they held on that day.</param>
/// <param name="Documents">Documents the counted memberships rest on.</param>
public sealed record ProcessSize(string Process, DateOnly Day, IReadOnlyList<RoleCount> Roles, int Undated, IReadOnlyList<string> Documents)
{
    /// <summary>Members alone, without observers, partners and those who preside.</summary>
    public int Members => Roles.FirstOrDefault(count => count.Role == Membership.Member).All;
}

/// <summary>Who takes part in which process, in what role and when.</summary>
public sealed class Memberships
{
    private static readonly string[] RoleOrder = [Membership.Member, "observer", "partner", "chair", "host", "secretariat"];

    private readonly ILookup<string, Membership> byProcess;
    private readonly ILookup<string, Membership> byArea;

    /// <summary>Takes memberships in any order.</summary>
    public Memberships(IEnumerable<Membership> all)
    {
        All = [.. all.OrderBy(one => one.Active.From?.FirstDay ?? DateOnly.MaxValue).ThenBy(one => one.Id, StringComparer.Ordinal)];
        byProcess = All.ToLookup(one => one.Process);
        byArea = All.Where(one => one.Area is not null).ToLookup(one => one.Area!);
    }

    /// <summary>Every membership, the earliest first.</summary>
    public IReadOnlyList<Membership> All { get; }

    /// <summary>Reads the published records of the register.</summary>
    /// <param name="memberships">Records of <c>memberships</c>.</param>
    /// <param name="documents">Date of a document by its id.</param>
    /// <param name="processes">When a process was in being, by its id: nobody is a member of one that has ended.</param>
    public static Memberships Read(IEnumerable<PublishedRecord> memberships, Func<string, TimePeriod?> documents, Func<string, Validity> processes) => new(memberships.Select(record =>
    {
        var sources = record.Sources;
        var active = record.Interval("active");
        var stated = sources.Select(source => documents(source.Document)).OfType<TimePeriod>().OrderBy(date => date.FirstDay).Cast<TimePeriod?>().FirstOrDefault();
        return new Membership(record.Id, record["process"], record.Filled("area"), record.Words("actor"), record["role"], active with { To = active.To ?? processes(record["process"]).To }, record["confidence"], record.Words("note"), sources, stated);
    }));

    /// <summary>Those of a process.</summary>
    public IEnumerable<Membership> In(string process) => byProcess[process];

    /// <summary>Those of an area.</summary>
    public IEnumerable<Membership> Of(string area) => byArea[area];

    /// <summary>Where a role stands in lists: members first.</summary>
    public static int Order(string role) => Array.IndexOf(RoleOrder, role) is >= 0 and var at ? at : RoleOrder.Length;

    /// <summary>The size of a process on a day. Whoever has a role twice counts once in it.</summary>
    public ProcessSize Size(string process, DateOnly day)
    {
        var holding = new List<Membership>();
        var undated = 0;
        foreach (var one in byProcess[process])
        {
            var holds = one.On(day);
            if (holds == true)
                holding.Add(one);
            else if (holds is null)
                undated++;
        }

        var roles = holding.GroupBy(one => one.Role).OrderBy(group => Order(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            var who = group.GroupBy(one => one.Who).ToList();
            return new RoleCount(
                group.Key,
                who.Count(ones => ones.First().Area is not null),
                who.Count(ones => ones.First().Area is null),
                who.Count(ones => ones.All(one => one.Confidence == Membership.Unsure)));
        });
        var documents = holding.SelectMany(one => one.Sources).Select(source => source.Document).Distinct().Order(StringComparer.Ordinal);
        return new(process, day, [.. roles], undated, [.. documents]);
    }

    /// <summary>The days on which the number of members of a process changed as far as is known, with the number from that day on.</summary>
    public IReadOnlyList<(TimePeriod Date, int Members)> Course(string process)
    {
        var dates = byProcess[process].Where(one => one.Role == Membership.Member)
            .SelectMany(one => (TimePeriod?[])[one.Active.From ?? one.Stated, .. one.Active.To is { } to ? [After(to)] : Array.Empty<TimePeriod?>()])
            .OfType<TimePeriod>().DistinctBy(date => date.FirstDay).OrderBy(date => date.FirstDay).ToList();
        var course = new List<(TimePeriod, int)>(dates.Count);
        foreach (var date in dates)
        {
            var members = Size(process, date.FirstDay).Members;
            if (course.Count == 0 || course[^1].Item2 != members)
                course.Add((date, members));
        }

        return course;
    }

    /// <summary>The roles an area has in a process on a day; of those not known whether they held, none.</summary>
    public IEnumerable<Membership> On(DateOnly day, string area) => byArea[area].Where(one => one.On(day) == true);

    /// <summary>The period of the same length as an end that begins the day after it.</summary>
    private static TimePeriod? After(TimePeriod end)
    {
        var next = end.LastDay.AddDays(1);
        return TimePeriod.TryParse(next.ToString("yyyy-MM-dd"), out var day) ? day : null;
    }
}
