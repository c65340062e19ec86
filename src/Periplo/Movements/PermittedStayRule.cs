using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>
/// So many days of stay in any window of so many days that ends on the day looked at. Regulation (EU) 2016/399,
/// art. 6(1): 90 days in any 180-day period, the 180 days before each day of stay being considered.
/// </summary>
public sealed record PermittedStayRule
{
    /// <summary>The longest window.</summary>
    public const int LongestWindow = 3_653;

    /// <summary>A rule.</summary>
    /// <param name="days">Days permitted, 1 or more.</param>
    /// <param name="window">Days of the window, the day looked at included; more than <paramref name="days"/>, at most <see cref="LongestWindow"/>.</param>
    /// <exception cref="StatisticsException">No such rule can be.</exception>
    public PermittedStayRule(int days, int window)
    {
        if (days < 1 || window <= days || window > LongestWindow)
        {
            throw new StatisticsException(new Text(
                $"Una regla de estancia permite de 1 día a uno menos que su periodo, y el periodo tiene {LongestWindow} días como máximo: {days} en {window} no es posible.",
                $"A rule of stay permits from 1 day to one less than its period, and the period has {LongestWindow} days at most: {days} in {window} cannot be.",
                $"Une règle de séjour permet de 1 jour à un jour de moins que sa période, et la période a {LongestWindow} jours au plus : {days} sur {window} n’est pas possible."));
        }

        (Days, Window) = (days, window);
    }

    /// <summary>90 days in any 180: the rule of the Schengen area, and of M1's count <c>OVERSTAY90_180</c>.</summary>
    public static PermittedStayRule NinetyIn180 { get; } = new(90, 180);

    /// <summary>Days permitted.</summary>
    public int Days { get; }

    /// <summary>Days of the window.</summary>
    public int Window { get; }

    /// <summary>The window that ends on a day: for 2014-03-01 and 180 days it begins on 2013-09-03.</summary>
    public DaySpan WindowOf(int day) => new(day - Window + 1, day);
}
