using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web;

/// <summary>Totals of a whole dataset: for each code of a dimension, its periods in order.</summary>
public sealed class SumByCode
{
    private static readonly SortedList<TimePeriod, Total> None = [];

    private readonly Dictionary<string, SortedList<TimePeriod, Total>> byCode = [];

    internal SumByCode(Dictionary<(string Code, TimePeriod Time), Total> totals)
    {
        foreach (var ((code, time), total) in totals.OrderBy(pair => pair.Key.Time))
        {
            if (!byCode.TryGetValue(code, out var periods))
                byCode.Add(code, periods = []);
            periods.Add(time, total);
        }

        Periods = [.. byCode.Values.SelectMany(periods => periods.Keys).Distinct().Order()];
    }

    /// <summary>Codes that have any total.</summary>
    public IReadOnlyCollection<string> Codes => byCode.Keys;

    /// <summary>Every period that any code has, in order.</summary>
    public IReadOnlyList<TimePeriod> Periods { get; }

    /// <summary>The totals of one code by period, in order; empty when it has none.</summary>
    public SortedList<TimePeriod, Total> this[string code] => byCode.GetValueOrDefault(code, None);
}
