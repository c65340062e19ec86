using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>
/// Counts what was known of the crossings of each month at the end of that month and of every month after, until they are
/// final: the tables from which provisional figures are made. Histories are judged as if observation had ended then.
/// </summary>
internal sealed class ProvisionalTally : IDisposable
{
    private const double DaysOfMonth = 30.436875;
    private readonly ObservationSpan span;
    private readonly int finalAge;
    private readonly int firstMonth;
    private readonly int firstMonthNumber;
    private readonly History known;
    private readonly History final;
    private readonly Dictionary<DecidedKey, int> decided = [];
    private readonly Dictionary<UndecidedKey, (int Count, int Migrants)> undecided = [];

    /// <summary>An empty tally.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="span">Days observed; figures end with its last complete month.</param>
    /// <param name="firstMonth">First month of crossings to count, from the start of the span.</param>
    public ProvisionalTally(MovementRule rule, ObservationSpan span, int firstMonth)
    {
        (this.span, this.firstMonth) = (span, firstMonth);
        finalAge = FinalAge(rule);
        firstMonthNumber = (span.From.Year * 12) + span.From.Month - 1;
        (known, final) = (new(rule, span), new(rule, span));
    }

    /// <summary>Age in months at which every crossing of a month is decided: 17 for a window of 487 days.</summary>
    public static int FinalAge(MovementRule rule) => (int)Math.Ceiling(rule.Criterion.Window / DaysOfMonth);

    /// <summary>Counts a history.</summary>
    public void Add(ReadOnlySpan<DescribedCrossing> records)
    {
        final.Take(records);
        final.Judge();
        var days = final.Days;
        var lastVintage = span.CompleteMonths - 1;
        var country = (byte)PersonHash.Country(records[0].Key);
        var taken = 0;
        for (var vintage = Math.Max(firstMonth, span.MonthOfDay[days[0] - span.FirstDay]); vintage <= lastVintage; vintage++)
        {
            var end = span.FirstDayOf(vintage + 1);
            while (taken < records.Length && CrossingMoment.Day(records[taken].Moment) < end)
                taken++;
            // Nothing young enough to count: nothing to judge.
            if (vintage - span.MonthOfDay[CrossingMoment.Day(records[taken - 1].Moment) - span.FirstDay] > finalAge)
            {
                if (taken == records.Length)
                    break;
                continue;
            }

            known.ObserveUntil(end);
            known.Take(records[..taken]);
            known.Judge();
            for (var i = known.Count - 1; i >= 0; i--)
            {
                var month = span.MonthOfDay[known.Days[i] - span.FirstDay];
                if (month < firstMonth || vintage - month > finalAge)
                    break;
                Count(records, i, month, vintage, country, end);
            }
        }
    }

    /// <summary>The tables.</summary>
    public (DecidedCell[] Decided, UndecidedCell[] Undecided) Cells() =>
    (
        [.. decided.Select(pair => new DecidedCell(pair.Key.Country, pair.Key.Month, pair.Key.Age, pair.Key.Entry, pair.Key.Citizenship, pair.Value))],
        [.. undecided.Select(pair => new UndecidedCell(
            pair.Key.Country, pair.Key.Month, pair.Key.Age, pair.Key.Entry, pair.Key.Features, pair.Value.Count, pair.Value.Migrants,
            pair.Key.Month - firstMonthNumber + finalAge < span.CompleteMonths))]
    );

    /// <inheritdoc/>
    public void Dispose()
    {
        known.Dispose();
        final.Dispose();
    }

    private void Count(ReadOnlySpan<DescribedCrossing> records, int i, int month, int vintage, byte country, int end)
    {
        ref readonly var record = ref records[known.Records[i]];
        var (entry, category, age) = (known.Directions[i] == 1, (Category)known.Categories[i], (byte)(vintage - month));
        if (category == Category.LT)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(decided, new(country, firstMonthNumber + month, age, entry, record.Citizenship), out _)++;
        }
        else if (category == Category.UNK && age < finalAge)
        {
            var (elapsed, present) = (end - known.Days[i], known.Presence[known.Count] - known.Presence[i]);
            var there = entry ? present : elapsed - present;
            var features = new UndecidedFeatures(
                record.Citizenship, record.Purpose, (byte)Ages.Group(record.Birth, known.Days[i]), (byte)(there * 10 / elapsed), (byte)(elapsed / DaysOfMonth));
            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(undecided, new(country, firstMonthNumber + month, age, entry, features), out _);
            cell.Count++;
            cell.Migrants += (Category)final.Categories[FinalPlace(known.Records[i], i)] == Category.LT ? 1 : 0;
        }
    }

    // A record kept at a vintage is kept at the end: duplicates are told by what came before.
    private int FinalPlace(int record, int near)
    {
        while (final.Records[near] != record)
            near++;
        return near;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct DecidedKey(byte Country, int Month, byte Age, bool Entry, ushort Citizenship);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct UndecidedKey(byte Country, int Month, byte Age, bool Entry, UndecidedFeatures Features);
}
