using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>How a stay ended.</summary>
public enum StayEnd : byte
{
    /// <summary>By a recorded exit that is judged: the person did not live in the country, and the crossing before was an entry (M1, rule 9).</summary>
    Exit,

    /// <summary>Not judged: the end is imputed, or the person lived there. Its days count for other exits all the same.</summary>
    NotJudged,

    /// <summary>Not at all: still there on the last day of observation.</summary>
    Open,
}

/// <summary>Days of presence of one person in one reporting country: a segment of rule set M1.</summary>
/// <param name="First">Day of entry, or the imputed first day.</param>
/// <param name="Last">Day of exit, the imputed last day, or the last day of observation.</param>
/// <param name="Country">Position in <see cref="ReportingCountries"/>.</param>
/// <param name="End">How it ended.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Stay(int First, int Last, byte Country, StayEnd End);

/// <summary>Stays longer than a rule permits, as counts; who they were is not kept.</summary>
/// <param name="Exits">Exits with more days used than permitted.</param>
/// <param name="Open">Whether the person still is there on the last day of observation with more days used than permitted.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Overstays(int Exits, bool Open)
{
    /// <summary>
    /// Counts the overstays of one person in an area whose stays count together. An exit to another country of the area
    /// on the same day is a move within it and is not judged. Allocates nothing.
    /// </summary>
    /// <param name="stays">Stays in the reporting countries of the area, any order; put in order here. Stays of one country share days at their ends only.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="work">Room for as many spans as there are stays.</param>
    /// <param name="exits">Room for as many days as there are stays: in front, the days of the exits counted, for their months.</param>
    public static Overstays Count(Span<Stay> stays, PermittedStayRule rule, Span<DaySpan> work, Span<int> exits)
    {
        ArgumentNullException.ThrowIfNull(rule);
        stays.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Last != b.Last ? a.Last.CompareTo(b.Last) : a.Country.CompareTo(b.Country));
        for (var i = 0; i < stays.Length; i++)
            work[i] = new(stays[i].First, stays[i].Last);
        ReadOnlySpan<DaySpan> presence = work[..PermittedStay.Merge(work[..stays.Length])];
        var (count, open) = (0, false);
        // The two latest ends so far of stays in different countries: one of them is in another country than any given one.
        var (latest, next) = ((Day: int.MinValue, Country: -1), (Day: int.MinValue, Country: -1));
        for (var i = 0; i < stays.Length; i++)
        {
            var stay = stays[i];
            var elsewhere = latest.Country == stay.Country ? next.Day : latest.Day;
            if (stay.End != StayEnd.NotJudged && (stay.End == StayEnd.Open || (elsewhere <= stay.Last && !GoesOn(stays, i)))
                && PermittedStay.UsedDays(presence, stay.Last, rule.Window) > rule.Days)
            {
                if (stay.End == StayEnd.Open)
                    open = true;
                else
                    exits[count++] = stay.Last;
            }

            if (stay.Country == latest.Country)
                latest.Day = Math.Max(latest.Day, stay.Last);
            else if (stay.Last >= latest.Day)
                (latest, next) = ((stay.Last, stay.Country), latest);
            else if (stay.Last > next.Day)
                next = (stay.Last, stay.Country);
        }

        return new(count, open);
    }

    /// <summary>Whether a later stay in another country began by the day a stay ended and lasts as long or longer; of several that end that day the last is the exit.</summary>
    private static bool GoesOn(ReadOnlySpan<Stay> stays, int at)
    {
        var stay = stays[at];
        for (var i = at + 1; i < stays.Length && stays[i].First <= stay.Last; i++)
        {
            if (stays[i].Country != stay.Country && stays[i].Last >= stay.Last)
                return true;
        }

        return false;
    }
}
