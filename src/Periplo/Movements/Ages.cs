namespace Periplo.Movements;

/// <summary>Completed years of age by the calendar, and the five-year groups of tables.</summary>
public static class Ages
{
    /// <summary>Group of a person whose day of birth is unknown or after the day asked about.</summary>
    public const int UnknownGroup = 17;

    private const int LastGroup = 16;
    private const int DaysBefore1970 = 25_567;
    private static readonly int[] Dates = [.. Enumerable.Range(0, 1 << 16).Select(day => Sortable(new DateOnly(1900, 1, 1).AddDays(day)))];

    /// <summary>SDMX CL_AGE codes of the groups: Y0T4 to Y75T79, Y_GE80, _U.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. Enumerable.Range(0, LastGroup).Select(group => $"Y{group * 5}T{(group * 5) + 4}"), "Y_GE80", "_U"];

    /// <summary>The five-year group of a person on a day.</summary>
    /// <param name="birth">Days since 1900-01-01, or <see cref="Crossing.UnknownBirth"/>.</param>
    /// <param name="day">Days since 1970-01-01, until 2079.</param>
    public static int Group(ushort birth, int day)
    {
        var today = day + DaysBefore1970;
        if (birth == Crossing.UnknownBirth || birth > today)
            return UnknownGroup;
        // Year, month and day in one number: the difference of two, without its last nine bits, is the completed years.
        var years = (Dates[Math.Min(today, Dates.Length - 1)] - Dates[birth]) >> 9;
        return Math.Min(years / 5, LastGroup);
    }

    private static int Sortable(DateOnly date) => (date.Year << 9) | (date.Month << 5) | date.Day;
}
