using System.Numerics;
using System.Runtime.CompilerServices;

namespace Periplo.Movements;

/// <summary>
/// Tells what each record of a history turned out to be and adds it to the cells of every breakdown. What it tells of a crossing
/// depends on no crossing more than 180 days before it, so a history can be taken up again late.
/// </summary>
internal sealed class HistoryTally(ObservationSpan span, TableSettings settings)
{
    private const int SecondsOfDay = 86_400;
    private const ulong Told = CrossingOutcome.Mask;
    private readonly Overstay overstay = new();
    private readonly bool[] migrantPurposes = Marked(settings.MigrantPurposes);
    private readonly bool[] transitPurposes = Marked(settings.TransitPurposes);

    /// <summary>Writes into the records of a judged history what they turned out to be.</summary>
    /// <param name="history">The history.</param>
    /// <param name="records">The records it was taken from; those before <paramref name="from"/> tell already.</param>
    /// <param name="from">First crossing that was judged.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Tell(History history, Span<DescribedCrossing> records, int from)
    {
        var days = history.Days;
        var directions = history.Directions;
        var categories = history.Categories;
        var statuses = history.Statuses;
        var positions = history.Records;
        var (sameDays, monthOf) = (SameDaysBefore(history, records, from), Month(days[from]));
        for (var (i, at) = (from, positions[from]); at < records.Length; at++)
        {
            ref var record = ref records[at];
            if (i == days.Length || positions[i] != at)
            {
                record = record.With(CrossingOutcome.Duplicate);
                continue;
            }

            var (category, entry, month) = ((Category)categories[i], directions[i] == 1, Month(days[i]));
            var outcome = CrossingOutcome.Of(categories[i], statuses[i]);
            if (days[i] != CrossingMoment.Day(record.Moment))
                outcome |= CrossingOutcome.DayMoved;
            if (entry && (category is Category.SAMEDAY or Category.VISIT) && IsTransit(history, records, i))
                outcome |= CrossingOutcome.Transit;
            if (month != monthOf)
                (sameDays, monthOf) = ((0, 0), month);
            if (category == Category.SAMEDAY && (entry ? ++sameDays.Entries : ++sameDays.Exits) == settings.BorderWorkerCrossings)
                outcome |= CrossingOutcome.BorderWorker;
            if (i > 0 && directions[i - 1] == directions[i])
                outcome |= CrossingOutcome.Gap;
            if ((i + 1 < days.Length && directions[i + 1] != directions[i]) || (i > 0 && directions[i - 1] != directions[i]))
                outcome |= CrossingOutcome.Paired;
            record = record.With(outcome);
            i++;
        }

        foreach (var exit in overstay.Find(history))
        {
            if (exit < from)
                continue;
            ref var record = ref records[positions[exit]];
            record = record.With((record.Moment & Told) | CrossingOutcome.Over90In180);
        }
    }

    /// <summary>Adds all records of a history that have been told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(History history, ReadOnlySpan<DescribedCrossing> records, CellCounts to)
    {
        var days = history.Days;
        var positions = history.Records;
        for (var (i, at) = (0, 0); at < records.Length; at++)
        {
            var kept = i < positions.Length && positions[i] == at;
            Add(records[at], kept ? days[i] : 0, to);
            i += kept ? 1 : 0;
        }
    }

    /// <summary>Adds a record.</summary>
    /// <param name="record">The record, told.</param>
    /// <param name="day">Its day in the history; without meaning for a duplicate.</param>
    /// <param name="to">The cells.</param>
    public void Add(in DescribedCrossing record, int day, CellCounts to)
    {
        AddRecord(record, MeasuresOfRecord(record), 1, to);
        AddCrossing(record, day, MeasuresOfCrossing(record), 1, to);
    }

    /// <summary>Takes away what a record was and adds what it has become; what is the same is left alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Change(in DescribedCrossing before, int dayBefore, in DescribedCrossing after, int dayAfter, CellCounts to)
    {
        if (((before.Moment ^ after.Moment) & Told) == 0 && dayBefore == dayAfter)
            return;
        var (was, now) = (MeasuresOfCrossing(before), MeasuresOfCrossing(after));
        var same = dayBefore == dayAfter ? was & now : 0;
        AddCrossing(before, dayBefore, was & ~same, -1, to);
        AddCrossing(after, dayAfter, now & ~same, 1, to);
        var (wasRecord, nowRecord) = (MeasuresOfRecord(before), MeasuresOfRecord(after));
        AddRecord(before, wasRecord & ~nowRecord, -1, to);
        AddRecord(after, nowRecord & ~wasRecord, 1, to);
    }

    private static uint Bit(MovementMeasure measure) => 1u << (int)measure;

    /// <summary>What is counted of a crossing under the day it has in its history: the last two by post alone, the others in every breakdown.</summary>
    private uint MeasuresOfCrossing(in DescribedCrossing record)
    {
        var outcome = record.Moment;
        if (CrossingOutcome.IsDuplicate(outcome))
            return 0;
        var category = CrossingOutcome.Category(outcome);
        var measures = 1u << (int)category;
        if (category == Category.SHORT && migrantPurposes[record.Purpose])
            measures |= Bit(MovementMeasure.ShortTermMigrant);
        if ((outcome & CrossingOutcome.Over90In180) != 0)
            measures |= Bit(MovementMeasure.Over90In180);
        if ((outcome & CrossingOutcome.Transit) != 0)
            measures |= Bit(MovementMeasure.Transit);
        if ((outcome & CrossingOutcome.BorderWorker) != 0)
            measures |= Bit(MovementMeasure.BorderWorker);
        if ((outcome & CrossingOutcome.Paired) != 0)
            measures |= Bit(MovementMeasure.Paired);
        if ((outcome & CrossingOutcome.Gap) != 0)
            measures |= Bit(MovementMeasure.Gaps);
        return measures;
    }

    // Of every record, duplicates too: under the month of its own local day.
    private static uint MeasuresOfRecord(in DescribedCrossing record)
    {
        var measures = Bit(MovementMeasure.Records);
        if (record.IsLate)
            measures |= Bit(MovementMeasure.Late);
        if (record.HasUnknown)
            measures |= Bit(MovementMeasure.UnknownItems);
        if (CrossingOutcome.IsDuplicate(record.Moment))
            measures |= Bit(MovementMeasure.Duplicates);
        return measures;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddCrossing(in DescribedCrossing record, int day, uint measures, int sign, CellCounts to)
    {
        if (measures == 0)
            return;
        var byPost = measures & (Bit(MovementMeasure.Paired) | Bit(MovementMeasure.Gaps));
        var everywhere = measures & ~byPost;
        var place = new TallyPlace(
            PersonHash.Country(record.Key), Month(day), CrossingMoment.Direction(record.Moment) == 1, everywhere == 0 ? 0 : Ages.Group(record.Birth, day), sign, to);
        for (; everywhere != 0; everywhere &= everywhere - 1)
            place.Add((MovementMeasure)BitOperations.TrailingZeroCount(everywhere), record);
        for (; byPost != 0; byPost &= byPost - 1)
            place.AddPost((MovementMeasure)BitOperations.TrailingZeroCount(byPost), record);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRecord(in DescribedCrossing record, uint measures, int sign, CellCounts to)
    {
        if (measures == 0)
            return;
        var place = new TallyPlace(
            PersonHash.Country(record.Key), Month(CrossingMoment.Day(record.Moment)), CrossingMoment.Direction(record.Moment) == 1, Ages.UnknownGroup, sign, to);
        for (; measures != 0; measures &= measures - 1)
            place.AddPost((MovementMeasure)BitOperations.TrailingZeroCount(measures), record);
    }

    /// <summary>Same-day crossings of the month of a crossing that come before it.</summary>
    private (int Entries, int Exits) SameDaysBefore(History history, ReadOnlySpan<DescribedCrossing> records, int crossing)
    {
        var (entries, exits, month) = (0, 0, Month(history.Days[crossing]));
        for (var i = crossing - 1; i >= 0 && Month(history.Days[i]) == month; i--)
        {
            if (CrossingOutcome.Category(records[history.Records[i]].Moment) != Category.SAMEDAY)
                continue;
            entries += history.Directions[i];
            exits += 1 - history.Directions[i];
        }

        return (entries, exits);
    }

    // Left within 24 hours, and either said so or left by another way than it came.
    private bool IsTransit(History history, ReadOnlySpan<DescribedCrossing> records, int entry)
    {
        ref readonly var here = ref records[history.Records[entry]];
        ref readonly var there = ref records[history.Records[entry + 1]];
        return CrossingMoment.Time(there.Moment) - CrossingMoment.Time(here.Moment) < SecondsOfDay
            && (transitPurposes[here.Purpose] || here.Post != there.Post);
    }

    private int Month(int day) => span.MonthOfDay[day - span.FirstDay];

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
