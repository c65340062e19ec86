namespace Periplo.Movements;

/// <summary>
/// Adds what the crossings of a history turned out to be to the cells of every breakdown. What it counts of a crossing
/// depends on no crossing more than 180 days before the month of that crossing, so a history can be taken up again late.
/// </summary>
internal sealed class HistoryTally(ReportingCountries countries, ObservationSpan span, TableSettings settings)
{
    private const int SecondsOfDay = 86_400;
    private readonly Overstay overstay = new();
    private readonly bool[] migrantPurposes = Marked(settings.MigrantPurposes);
    private readonly bool[] transitPurposes = Marked(settings.TransitPurposes);

    /// <summary>Reporting countries of the cells.</summary>
    public ReportingCountries Countries { get; } = countries;

    /// <summary>Adds the crossings of a judged history from one on, <paramref name="sign"/> times each.</summary>
    /// <param name="history">The history.</param>
    /// <param name="records">The records it was taken from.</param>
    /// <param name="from">First crossing to add: the first of its month in the history.</param>
    /// <param name="sign">1 to add, -1 to take away.</param>
    /// <param name="to">The cells.</param>
    public void Add(History history, ReadOnlySpan<DescribedCrossing> records, int from, int sign, CellCounts to)
    {
        var country = PersonHash.Country(records[0].Key);
        var days = history.Days;
        var directions = history.Directions;
        var categories = history.Categories;
        var positions = history.Records;
        var (sameDays, monthOf) = ((Entries: 0, Exits: 0), -1);
        for (var i = from; i < days.Length; i++)
        {
            ref readonly var record = ref records[positions[i]];
            var (month, entry, category) = (span.MonthOfDay[days[i] - span.FirstDay], directions[i] == 1, (Category)categories[i]);
            var place = new TallyPlace(country, month, entry, Ages.Group(record.Birth, days[i]), sign, to);
            place.Add((MovementMeasure)category, record);
            if (category is Category.SAMEDAY or Category.VISIT && entry && IsTransit(history, records, i))
                place.Add(MovementMeasure.Transit, record);
            if (category == Category.SHORT && migrantPurposes[record.Purpose])
                place.Add(MovementMeasure.ShortTermMigrant, record);
            if (month != monthOf)
                (sameDays, monthOf) = ((0, 0), month);
            if (category == Category.SAMEDAY && (entry ? ++sameDays.Entries : ++sameDays.Exits) == settings.BorderWorkerCrossings)
                place.Add(MovementMeasure.BorderWorker, record);
            if ((i + 1 < days.Length && directions[i + 1] != directions[i]) || (i > 0 && directions[i - 1] != directions[i]))
                place.AddPost(MovementMeasure.Paired, record);
            if (i > 0 && directions[i - 1] == directions[i])
                place.AddPost(MovementMeasure.Gaps, record);
        }

        foreach (var exit in overstay.Find(history))
        {
            if (exit < from)
                continue;
            ref readonly var record = ref records[positions[exit]];
            new TallyPlace(country, span.MonthOfDay[days[exit] - span.FirstDay], false, Ages.Group(record.Birth, days[exit]), sign, to).Add(MovementMeasure.Over90In180, record);
        }

        AddRecords(records[(from < days.Length ? positions[from] : records.Length)..], country, positions, from, sign, to);
    }

    // Of every record, duplicates too: under the month of its own local day.
    private void AddRecords(ReadOnlySpan<DescribedCrossing> records, int country, ReadOnlySpan<int> positions, int from, int sign, CellCounts to)
    {
        var (next, first) = (from, from < positions.Length ? positions[from] : 0);
        for (var i = 0; i < records.Length; i++)
        {
            ref readonly var record = ref records[i];
            var entry = CrossingMoment.Direction(record.Moment) == 1;
            var place = new TallyPlace(country, span.MonthOfDay[CrossingMoment.Day(record.Moment) - span.FirstDay], entry, Ages.UnknownGroup, sign, to);
            place.AddPost(MovementMeasure.Records, record);
            if (record.IsLate)
                place.AddPost(MovementMeasure.Late, record);
            if (record.HasUnknown)
                place.AddPost(MovementMeasure.UnknownItems, record);
            if (next < positions.Length && positions[next] == first + i)
                next++;
            else
                place.AddPost(MovementMeasure.Duplicates, record);
        }
    }

    // Left within 24 hours, and either said so or left by another way than it came.
    private bool IsTransit(History history, ReadOnlySpan<DescribedCrossing> records, int entry)
    {
        ref readonly var here = ref records[history.Records[entry]];
        ref readonly var there = ref records[history.Records[entry + 1]];
        return CrossingMoment.Time(there.Moment) - CrossingMoment.Time(here.Moment) < SecondsOfDay
            && (transitPurposes[here.Purpose] || here.Post != there.Post);
    }

    private static bool[] Marked(IReadOnlySet<byte> purposes)
    {
        var marked = new bool[256];
        foreach (var purpose in purposes)
            marked[purpose] = true;
        return marked;
    }
}

/// <summary>Country, month, direction and age group of what is being counted.</summary>
internal readonly ref struct TallyPlace(int country, int month, bool entry, int ageGroup, int sign, CellCounts to)
{
    /// <summary>Counts a crossing in every breakdown.</summary>
    public void Add(MovementMeasure measure, in DescribedCrossing record)
    {
        Add(Breakdown.CitizenshipSex, measure, record.Citizenship, record.Sex);
        Add(Breakdown.SexAge, measure, record.Sex, ageGroup);
        Add(Breakdown.BirthplaceSex, measure, record.Birthplace, record.Sex);
        Add(Breakdown.PostMode, measure, record.Post, record.Mode);
        Add(Breakdown.Purpose, measure, record.Purpose, 0);
    }

    /// <summary>Counts a record of its post alone.</summary>
    public void AddPost(MovementMeasure measure, in DescribedCrossing record) => Add(Breakdown.PostMode, measure, record.Post, record.Mode);

    /// <summary>Counts in one breakdown.</summary>
    public void Add(Breakdown breakdown, MovementMeasure measure, int first, int second) =>
        to.Add(MovementCell.Of(breakdown, measure, entry, country, month, first, second), sign);
}
