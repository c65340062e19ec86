using Periplo.Sdmx;

namespace Periplo.Languages;

/// <summary>Dates as people read them, as exact as they are known: "2008", "julio de 2008", "15 de julio de 2008".</summary>
public static class DateWords
{
    private static readonly string[] Spanish = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] French = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    /// <summary>A year, month or day in words.</summary>
    public static Text In(TimePeriod date)
    {
        var first = date.FirstDay;
        return date.Frequency switch
        {
            'A' => Text.Same($"{date.Year}"),
            'M' => new($"{Spanish[first.Month - 1]} de {first.Year}", $"{English[first.Month - 1]} {first.Year}", $"{French[first.Month - 1]} {first.Year}"),
            'D' => In(first),
            _ => Text.Same(date.ToString()),
        };
    }

    /// <summary>A day in words.</summary>
    public static Text In(DateOnly day) => new(
        $"{day.Day} de {Spanish[day.Month - 1]} de {day.Year}",
        $"{day.Day} {English[day.Month - 1]} {day.Year}",
        $"{day.Day}{(day.Day == 1 ? "er" : "")} {French[day.Month - 1]} {day.Year}");
}
