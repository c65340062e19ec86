using System.Runtime.InteropServices;

namespace Periplo.Flows;

/// <summary>A period from the middle of one year to the middle of a later one.</summary>
/// <param name="First">Year of its start; figures of the period stand under it.</param>
/// <param name="Last">Year of its end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FlowPeriod(int First, int Last)
{
    /// <summary>How many years it lasts.</summary>
    public int Years => Last - First;

    /// <summary>
    /// Events of the period from those of calendar years: half of the first year's, all of the years between, half of the last year's,
    /// as if events were spread evenly over a year. Null where a year is missing.
    /// </summary>
    /// <param name="ofYear">Events of a calendar year, null where there is no figure.</param>
    public double? Events(Func<int, double?> ofYear)
    {
        ArgumentNullException.ThrowIfNull(ofYear);
        double? sum = 0;
        for (var year = First; year <= Last; year++)
            sum += ofYear(year) * (year == First || year == Last ? 0.5 : 1);
        return sum;
    }

    /// <summary>Both years with a dash: <c>2015–2020</c>.</summary>
    public override string ToString() => $"{First}–{Last}";
}
