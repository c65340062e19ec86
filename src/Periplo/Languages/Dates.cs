namespace Periplo.Languages;

/// <summary>Dates written for people, to the precision they are known to.</summary>
public static class Dates
{
    private static readonly Text[] Months =
    [
        new("enero", "January", "janvier"), new("febrero", "February", "février"), new("marzo", "March", "mars"), new("abril", "April", "avril"),
        new("mayo", "May", "mai"), new("junio", "June", "juin"), new("julio", "July", "juillet"), new("agosto", "August", "août"),
        new("septiembre", "September", "septembre"), new("octubre", "October", "octobre"), new("noviembre", "November", "novembre"), new("diciembre", "December", "décembre"),
    ];

    /// <summary>A day: <c>15 de julio de 2008</c>, <c>15 July 2008</c>, <c>15 juillet 2008</c>, <c>1er juillet 2008</c>.</summary>
    public static Text InWords(DateOnly day) =>
        new(
            $"{day.Day} de {Months[day.Month - 1].Es} de {day.Year}",
            $"{day.Day} {Months[day.Month - 1].En} {day.Year}",
            $"{day.Day}{(day.Day == 1 ? "er" : "")} {Months[day.Month - 1].Fr} {day.Year}");

    /// <summary>A year, month or day written <c>2008</c>, <c>2008-07</c> or <c>2008-07-15</c>; anything else as it stands.</summary>
    public static Text InWords(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", out var day))
            return InWords(day);
        return DateOnly.TryParseExact(written, "yyyy-MM", out var month)
            ? new($"{Months[month.Month - 1].Es} de {month.Year}", $"{Months[month.Month - 1].En} {month.Year}", $"{Months[month.Month - 1].Fr} {month.Year}")
            : Text.Same(written);
    }
}
