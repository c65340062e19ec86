namespace Periplo.Movements;

/// <summary>
/// What needs the whole history of a person, or all histories of one person together: circular migration, who is away or
/// present at the end of each month, and stays longer than permitted. One a worker; cells are added up afterwards.
/// </summary>
internal sealed class PersonTally : IDisposable
{
    private const int DaysOfTenYears = 3_653;
    private const int LongStay = 365;
    private const int ShortStay = 90;
    private readonly ObservationSpan span;
    private readonly History history;
    private readonly PermittedStayCount? permitted;
    private readonly CellCounts cells;

    /// <summary>An empty tally.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="span">Days observed.</param>
    /// <param name="permitted">Stays longer than permitted, or null where there is no table of them.</param>
    /// <param name="cells">Where to count.</param>
    public PersonTally(MovementRule rule, ObservationSpan span, PermittedStayCount? permitted, CellCounts cells)
    {
        (this.span, this.permitted, this.cells) = (span, permitted, cells);
        history = new(rule, span);
    }

    /// <summary>Counts a person.</summary>
    /// <param name="records">All records of the person, country after country, each in order.</param>
    public void Add(ReadOnlySpan<DescribedCrossing> records)
    {
        permitted?.Begin();
        for (var from = 0; from < records.Length;)
        {
            var to = from + 1;
            while (to < records.Length && records[to].Key == records[from].Key)
                to++;
            var own = records[from..to];
            history.Take(own);
            history.Judge();
            AddCircular(own, LongStay, MovementMeasure.Circular);
            AddCircular(own, ShortStay, MovementMeasure.CircularShort);
            AddMonthEnds(own);
            permitted?.Take(history, own);
            from = to;
        }

        permitted?.Finish(cells);
    }

    /// <inheritdoc/>
    public void Dispose() => history.Dispose();

    // UNECE (2016): three crossings within ten years, each followed by a stay in or out of the given length; told at the last of them.
    private void AddCircular(ReadOnlySpan<DescribedCrossing> records, int stay, MovementMeasure measure)
    {
        var days = history.Days;
        var (before, last) = (int.MinValue, int.MinValue);
        for (var i = 0; i < days.Length; i++)
        {
            if ((i + 1 < days.Length ? days[i + 1] : span.EndDay) - days[i] < stay)
                continue;
            if (before != int.MinValue && days[i] - before <= DaysOfTenYears)
                Add(measure, records[history.Records[i]], history.Directions[i] == 1, span.MonthOfDay[days[i] - span.FirstDay], days[i]);
            (before, last) = (last, days[i]);
        }
    }

    /// <summary>On the last day of each month: residents who are away, others who are present. Who is undecided counts as before.</summary>
    private void AddMonthEnds(ReadOnlySpan<DescribedCrossing> records)
    {
        var days = history.Days;
        var status = history.Statuses[0];
        for (var i = 0; i < days.Length; i++)
        {
            if (history.Statuses[i + 1] != History.Unknown)
                status = history.Statuses[i + 1];
            var end = i + 1 < days.Length ? days[i + 1] : span.EndDay;
            var present = history.Presence[i + 1] - history.Presence[i];
            var isEntry = history.Directions[i] == 1;
            // Presence follows an entry at once; between two exits it comes before the second.
            var (from, to) = (isEntry ? days[i] : end - present, isEntry ? days[i] + present : end);
            ref readonly var record = ref records[history.Records[i]];
            if (status == History.Resident)
            {
                AddMonths(MovementMeasure.Abroad, record, days[i], from);
                AddMonths(MovementMeasure.Abroad, record, to, end);
            }
            else
            {
                AddMonths(MovementMeasure.Temporary, record, from, to);
            }
        }
    }

    // Months whose last day lies in [from, to).
    private void AddMonths(MovementMeasure measure, in DescribedCrossing record, int from, int to)
    {
        if (from >= to)
            return;
        var last = to == span.EndDay ? span.CompleteMonths : span.MonthOfDay[to - span.FirstDay];
        var country = PersonHash.Country(record.Key);
        for (int month = span.MonthOfDay[from - span.FirstDay]; month < last; month++)
        {
            cells.Add(MovementCell.Of(Breakdown.CitizenshipSex, measure, true, country, month, record.Citizenship, record.Sex), 1);
            cells.Add(MovementCell.Of(Breakdown.BirthplaceSex, measure, true, country, month, record.Birthplace, record.Sex), 1);
        }
    }

    private void Add(MovementMeasure measure, in DescribedCrossing record, bool entry, int month, int day) =>
        new TallyPlace(PersonHash.Country(record.Key), month, entry, Ages.Group(record.Birth, day), 1, cells).Add(measure, record);
}
