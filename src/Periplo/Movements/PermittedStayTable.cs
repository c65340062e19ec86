using Periplo.Languages;

namespace Periplo.Movements;

/// <summary>Countries whose stays count together, each from a day to a day.</summary>
/// <param name="Id">Its id: <c>SCHENGEN</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Area id of each country, the days on which stays there count, and the act that says so.</param>
public sealed record CountedArea(string Id, Text Name, IReadOnlyList<CountedMember> Members)
{
    /// <summary>The days of a stay in a country that count: those on which the country belongs to the area.</summary>
    /// <param name="country">Area id of the country.</param>
    /// <param name="stay">The stay.</param>
    public DaySpan? Counted(string country, DaySpan stay) =>
        Members.FirstOrDefault(member => member.Area == country) is { } found ? stay.Within(found.Validity) : null;

    /// <summary>Whether a country belongs to the area on a day.</summary>
    public bool Has(string country, int day) => Members.Any(member => member.Area == country && member.Validity.Contains(day));
}

/// <summary>A country of a <see cref="CountedArea"/>.</summary>
/// <param name="Area">Its area id.</param>
/// <param name="Validity">Days on which stays there count.</param>
/// <param name="Source">The act that says so.</param>
public sealed record CountedMember(string Area, DaySpan Validity, string Source);

/// <summary>A row of the table: how long whom may stay.</summary>
/// <param name="Area">Id of a <see cref="CountedArea"/>, or of one country.</param>
/// <param name="Nationality">Area id of the citizenship; null for every one.</param>
/// <param name="Permit">Kind of permit or document, as the installation writes it; null for every one and none.</param>
/// <param name="Rule">The rule; null where the stay is free of any limit.</param>
/// <param name="Validity">Days looked at for which the row holds.</param>
/// <param name="Source">The act that says so.</param>
public sealed record PermittedStayRow(string Area, string? Nationality, string? Permit, PermittedStayRule? Rule, DaySpan Validity, string Source)
{
    /// <summary>Columns that name something; more of them win, and of as many the permit wins.</summary>
    internal int Weight => (Permit is null ? 0 : 3) + (Nationality is null ? 0 : 2);

    /// <summary>Whether two rows could both be meant.</summary>
    public bool Contradicts(PermittedStayRow other) =>
        Area == other.Area && Nationality == other.Nationality && Permit == other.Permit && Validity.Within(other.Validity) is not null;
}

/// <summary>
/// How long whom may stay where, as data. Nationals of an area are free of its limits without a row; whoever lives there is
/// no visitor and is for the engine to leave out (status 1 in M1).
/// </summary>
/// <param name="areas">Areas whose stays count together.</param>
/// <param name="rows">The rows.</param>
public sealed class PermittedStayTable(IReadOnlyList<CountedArea> areas, IReadOnlyList<PermittedStayRow> rows)
{
    /// <summary>Areas whose stays count together.</summary>
    public IReadOnlyList<CountedArea> Areas => areas;

    /// <summary>The rows.</summary>
    public IReadOnlyList<PermittedStayRow> Rows => rows;

    /// <summary>The area with an id; a country of its own when no area has the id.</summary>
    public CountedArea Area(string id) => areas.FirstOrDefault(area => area.Id == id) ?? new(id, Text.Same(id), [new(id, DaySpan.Always, "")]);

    /// <summary>The areas whose rules hold for stays in a country on a day: those it belongs to, and itself where it has rows.</summary>
    public IEnumerable<CountedArea> AreasOf(string country, int day) =>
        rows.Select(row => row.Area).Distinct().Select(Area).Where(area => area.Has(country, day));

    /// <summary>The row that holds for somebody on a day: own nationals first, then the row that names most.</summary>
    /// <param name="area">Id of the area.</param>
    /// <param name="nationality">Area id of the citizenship; null where it is not known.</param>
    /// <param name="permit">Kind of permit or document; null for none.</param>
    /// <param name="day">The day looked at.</param>
    /// <returns>The row, without rule where the stay is free; null where the table knows of no rule.</returns>
    public PermittedStayRow? Find(string area, string? nationality, string? permit, int day)
    {
        if (nationality is not null && Area(area).Has(nationality, day))
            return new(area, nationality, null, null, DaySpan.Always, "");
        PermittedStayRow? found = null;
        foreach (var row in rows)
        {
            if (row.Area == area && (row.Nationality is null || row.Nationality == nationality) && (row.Permit is null || row.Permit == permit)
                && row.Validity.Contains(day) && (found is null || row.Weight > found.Weight))
            {
                found = row;
            }
        }

        return found;
    }
}
