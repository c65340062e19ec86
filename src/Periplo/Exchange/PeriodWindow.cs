using System.Runtime.InteropServices;
using Periplo.Sdmx;

namespace Periplo.Exchange;

/// <summary>
/// The periods that lie whole within a span. Periods of one length are ordered by their packed form, so each length has a least and
/// a greatest one, and a column of sorted periods is cut by comparing numbers.
/// </summary>
internal sealed class PeriodWindow
{
    private const string Lengths = "ASQMWD";

    private readonly Bounds[] bounds = new Bounds[Lengths.Length];

    /// <summary>The periods between two, both included.</summary>
    /// <param name="from">The one that none may begin before, or null.</param>
    /// <param name="to">The one that none may end after, or null.</param>
    public PeriodWindow(TimePeriod? from, TimePeriod? to)
    {
        IsOpen = from is null && to is null;
        for (var length = 0; length < bounds.Length; length++)
            bounds[length] = new(Least(from, Lengths[length]), Most(to, Lengths[length]));
    }

    /// <summary>True when every period lies within.</summary>
    public bool IsOpen { get; }

    /// <summary>True when the whole period lies within.</summary>
    public bool Holds(TimePeriod period)
    {
        if (IsOpen)
            return true;
        var bound = bounds[Length(period)];
        return period.Packed >= bound.Least && period.Packed <= bound.Most;
    }

    /// <summary>Those of a run of periods of one length, in order, that lie within.</summary>
    public (int Start, int End) Within(TimePeriod[] times, int start, int end)
    {
        if (IsOpen || start == end)
            return (start, end);
        var bound = bounds[Length(times[start])];
        var from = FirstAtLeast(times, start, end, bound.Least);
        return (from, bound.Most == int.MaxValue ? end : FirstAtLeast(times, from, end, bound.Most + 1));
    }

    /// <summary>Place of the length of a period among the lengths, the longest first.</summary>
    public static int Length(TimePeriod period) => period.Frequency switch
    {
        'A' => 0,
        'S' => 1,
        'Q' => 2,
        'M' => 3,
        'W' => 4,
        _ => 5,
    };

    /// <summary>Number of lengths a period may have.</summary>
    public static int Count => Lengths.Length;

    private static int FirstAtLeast(TimePeriod[] times, int start, int end, int packed)
    {
        while (start < end)
        {
            var middle = (int)(((uint)start + (uint)end) / 2);
            if (times[middle].Packed < packed)
                start = middle + 1;
            else
                end = middle;
        }

        return start;
    }

    // Between a period and the one after it there is no other of its length, so one more or less keeps the period itself out.
    private static int Least(TimePeriod? from, char length)
    {
        if (from is not { } period)
            return int.MinValue;
        var around = TimePeriod.Containing(period.FirstDay, length);
        return around.FirstDay < period.FirstDay ? around.Packed + 1 : around.Packed;
    }

    private static int Most(TimePeriod? to, char length)
    {
        if (to is not { } period)
            return int.MaxValue;
        var around = TimePeriod.Containing(period.LastDay, length);
        return around.LastDay > period.LastDay ? around.Packed - 1 : around.Packed;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Bounds(int Least, int Most);
}
