using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>Calendar days without a gap, both ends among them: the day of entry and the day of exit are days of a stay.</summary>
/// <param name="First">First day, days since 1970-01-01.</param>
/// <param name="Last">Last day, not before the first.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DaySpan(int First, int Last)
{
    /// <summary>Always: as many days either way as no calendar reaches.</summary>
    public static DaySpan Always { get; } = new(-1_000_000_000, 1_000_000_000);

    /// <summary>How many days.</summary>
    public int Days => Last - First + 1;

    /// <summary>Whether a day is one of them.</summary>
    public bool Contains(int day) => day >= First && day <= Last;

    /// <summary>The days that are in both; null when there are none.</summary>
    public DaySpan? Within(DaySpan other)
    {
        var (first, last) = (Math.Max(First, other.First), Math.Min(Last, other.Last));
        return first <= last ? new(first, last) : null;
    }

    /// <summary>Day number of a date: days since 1970-01-01.</summary>
    public static int Number(DateOnly date) => date.DayNumber - new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The date of a day number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the years 1 to 9999.</exception>
    public static DateOnly Date(int day) => new DateOnly(1970, 1, 1).AddDays(day);
}
