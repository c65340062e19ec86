using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Charts;

/// <summary>What the whole numbers along the lower edge of a chart are.</summary>
public enum PeriodAxis
{
    /// <summary>Years.</summary>
    Years,

    /// <summary>Calendar months, numbered by <see cref="Months.Number"/>.</summary>
    Months,

    /// <summary>Months passed since a figure was first published.</summary>
    Age,
}

/// <summary>Calendar months as whole numbers, so that a chart can count with them.</summary>
public static class Months
{
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

    /// <summary>Months since January of the year 0 until the month a period begins in.</summary>
    public static int Number(TimePeriod period) => (period.Year * 12) + period.FirstDay.Month - 1;

    /// <summary>The month of a number as SDMX writes it: 2024-03.</summary>
    public static string Label(int number) => $"{number / 12:0000}-{(number % 12) + 1:00}";

    /// <summary>The same on an axis of any kind: a year, a month, or months passed.</summary>
    internal static Text On(PeriodAxis axis, int number) => axis switch
    {
        PeriodAxis.Months => Text.Same(Label(number)),
        PeriodAxis.Age => new(number == 1 ? "1 mes después" : $"{number} meses después", number == 1 ? "1 month after" : $"{number} months after", $"{number} mois après"),
        _ => Numbers.In(number, NumberStyle.Year),
    };

    /// <summary>Head of the column of periods in a table.</summary>
    internal static Text Head(PeriodAxis axis) => axis switch
    {
        PeriodAxis.Months => new("Mes", "Month", "Mois"),
        PeriodAxis.Age => new("Edad de la cifra", "Age of the figure", "Âge du chiffre"),
        _ => new("Año", "Year", "Année"),
    };

    /// <summary>Periods to be written along an axis, at most <paramref name="most"/> of them, with their words.</summary>
    internal static IEnumerable<(int Number, Text Words)> Ticks(PeriodAxis axis, int first, int last, int most)
    {
        if (axis == PeriodAxis.Years)
        {
            foreach (var year in Charts.Ticks.Years(first, last, most))
                yield return (year, Numbers.In(year, NumberStyle.Year));
            yield break;
        }

        var step = Array.Find(Steps, one => (last / one) - ((first + one - 1) / one) + 1 <= Math.Max(1, most));
        step = step == 0 ? Steps[^1] : step;
        for (var at = (first + step - 1) / step * step; at <= last; at += step)
            yield return (at, Text.Same(axis == PeriodAxis.Age ? $"{at}" : step % 12 == 0 ? $"{at / 12}" : Label(at)));
    }
}
