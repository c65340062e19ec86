namespace Periplo.Movements;

/// <summary>Counts, person by person, stays longer than the table of permitted stays allows, over all reporting countries whose stays count together.</summary>
internal sealed class PermittedStayCount(PermittedStayTable table, ReportingCountries countries, ObservationSpan span, IReadOnlyDictionary<int, string> areaOfM49)
{
    private readonly List<(Stay Stay, DescribedCrossing Record)> stays = [];
    private readonly List<Stay> counted = [];
    private DaySpan[] work = new DaySpan[16];
    private int[] exits = new int[16];

    /// <summary>Begins with a person.</summary>
    public void Begin() => stays.Clear();

    /// <summary>Takes the stays of a judged history of the person.</summary>
    public void Take(History history, ReadOnlySpan<DescribedCrossing> records)
    {
        var country = (byte)PersonHash.Country(records[0].Key);
        for (var i = 0; i < history.Count; i++)
        {
            var (isEntry, last) = (history.Directions[i] == 1, i + 1 == history.Count);
            var (present, end) = (history.Presence[i + 1] - history.Presence[i], last ? span.EndDay - 1 : history.Days[i + 1]);
            // A resident's stay is no visit; its days do not count for others either.
            if (history.Statuses[i + 1] == History.Resident || (last && !isEntry) || (!last && !isEntry && history.Directions[i + 1] == 1))
                continue;
            var nextIsExit = !last && history.Directions[i + 1] == 0;
            var (first, until) = isEntry ? (history.Days[i], last ? end : nextIsExit ? end : history.Days[i] + present) : (end - present, end);
            var how = last ? StayEnd.Open : isEntry && nextIsExit && history.Statuses[i + 1] == History.NonResident ? StayEnd.Exit : StayEnd.NotJudged;
            stays.Add((new(first, until, country, how), records[history.Records[last ? i : i + 1]]));
        }
    }

    /// <summary>Counts the person under the countries and months in which a limit was passed.</summary>
    public void Finish(CellCounts cells)
    {
        if (stays.Count == 0)
            return;
        foreach (var area in table.Rows.Select(row => row.Area).Distinct())
            Count(table.Area(area), cells);
    }

    private void Count(CountedArea area, CellCounts cells)
    {
        counted.Clear();
        foreach (var (stay, _) in stays)
        {
            if (area.Counted(countries.All[stay.Country].Area, new(stay.First, stay.Last)) is { } days)
                counted.Add(stay with { First = days.First, Last = days.Last });
        }

        if (counted.Count == 0)
            return;
        if (counted.Count > work.Length)
            (work, exits) = (new DaySpan[counted.Count * 2], new int[counted.Count * 2]);
        var latest = stays[^1].Record;
        var row = table.Find(area.Id, areaOfM49.GetValueOrDefault(latest.Citizenship), null, counted[^1].Last);
        if (row?.Rule is not { } rule)
            return;
        var found = Overstays.Count(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(counted), rule, work, exits);
        for (var i = 0; i < found.Exits; i++)
            Add(exits[i], cells);
        if (found.Open)
            Add(span.EndDay - 1, cells);
    }

    // The stay that ended that day tells the country and the traveller.
    private void Add(int day, CellCounts cells)
    {
        var (stay, record) = stays.Last(one => one.Stay.Last == day);
        new TallyPlace(stay.Country, span.MonthOfDay[day - span.FirstDay], false, Ages.Group(record.Birth, day), 1, cells).Add(MovementMeasure.Overstay, record);
    }
}
