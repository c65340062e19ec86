using Periplo.Sdmx;

namespace Periplo.Indicators;

public sealed partial class IndicatorTable
{
    /// <summary>Every number of the areas, indicator by indicator, in an order that is always the same.</summary>
    internal IEnumerable<(string Indicator, IndicatorKey Key, string Unit, string Area, TimePeriod Period, double Value, ObservationStatus Status)> Numbers()
    {
        foreach (var indicator in Registry.All.Where(indicator => indicator.SameAs is null))
        {
            foreach (var column in columns[indicator.Code])
            {
                for (var at = 0; at < Areas.Count * column.Grid.Years; at++)
                {
                    if (!double.IsNaN(column.Grid.Values[at]))
                    {
                        yield return (indicator.Code, column.Key, column.Unit, Areas[at / column.Grid.Years], TimePeriod.OfYear(column.Grid.FirstYear + (at % column.Grid.Years)),
                            column.Grid.Values[at], column.Grid.Statuses[at]);
                    }
                }
            }

            foreach (var ranking in rankings[indicator.Code])
            {
                foreach (var ((place, year), rows) in ranking.Rows.Where(pair => pair.Key.Area < Areas.Count).OrderBy(pair => pair.Key))
                {
                    foreach (var row in rows)
                        yield return (indicator.Code, ranking.Key with { Counterpart = row.Counterpart }, ranking.Unit, Areas[place], TimePeriod.OfYear(year), row.Value, row.Status);
                }
            }

            foreach (var area in Areas)
            {
                foreach (var value in stated[(indicator.Code, area)].Where(value => !double.IsNaN(value.Value)))
                    yield return (indicator.Code, value.Key, value.Unit, area, value.Period, value.Value, value.Status);
            }
        }
    }
}
