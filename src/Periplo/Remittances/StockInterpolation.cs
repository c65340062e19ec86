namespace Periplo.Remittances;

/// <summary>Migrants between the dates at which stocks are published.</summary>
public static class StockInterpolation
{
    /// <summary>
    /// Migrants at the middle of a year, on the straight line between the dates before and after. A date at which the
    /// corridor is not published says nothing: the other one then stands for both.
    /// </summary>
    /// <param name="dates">Years with stocks of the revision, rising.</param>
    /// <param name="stocks">Stock of the corridor at each date; NaN where it is not published.</param>
    /// <param name="year">The year; from the first to the last of the dates.</param>
    /// <returns>Persons, or NaN when neither date has the corridor.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside the dates: stocks are not extrapolated.</exception>
    public static double At(IReadOnlyList<int> dates, ReadOnlySpan<double> stocks, int year)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, dates[0]);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, dates[^1]);
        var after = 0;
        while (dates[after] < year)
            after++;
        if (dates[after] == year)
            return stocks[after];
        var (left, right) = (stocks[after - 1], stocks[after]);
        if (double.IsNaN(left) || double.IsNaN(right))
            return double.IsNaN(left) ? right : left;
        var share = (double)(year - dates[after - 1]) / (dates[after] - dates[after - 1]);
        return left + ((right - left) * share);
    }
}
