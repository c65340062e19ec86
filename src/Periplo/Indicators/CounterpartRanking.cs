using Periplo.Areas;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>Puts the areas on the other side in order of their figures, for every area and year.</summary>
internal static class CounterpartRanking
{
    public static IndicatorRanking Of(IndicatorDefinition indicator, IndicatorKey key, Selection selection, IReadOnlyDictionary<string, string> each, SelectionReading reading, AreaRegistry areas)
    {
        var dataset = reading.Find(selection);
        var origin = SelectionReading.OriginOf(selection, dataset, each);
        var rows = new Dictionary<(int, int), List<Ranked>>();
        foreach (var row in dataset is null ? [] : Figures(selection, dataset, each, reading, areas))
        {
            if (!(row.Value > 0))
                continue;
            if (!rows.TryGetValue((row.Place, row.Year), out var list))
                rows.Add((row.Place, row.Year), list = []);
            list.Add(new(row.Counterpart, row.Value, row.Status));
        }

        return new(indicator, key, selection.Unit, origin, rows.ToDictionary(pair => pair.Key, pair => pair.Value
            .OrderByDescending(row => row.Value).ThenBy(row => row.Counterpart, StringComparer.Ordinal).Take(IndicatorColumns.MostCounterparts).ToArray()));
    }

    /// <summary>The figure of every area of the grid, year and country on the other side; NaN where the source says it is missing.</summary>
    public static IEnumerable<(int Place, int Year, string Counterpart, double Value, ObservationStatus Status)> Figures(
        Selection selection, Dataset dataset, IReadOnlyDictionary<string, string> each, SelectionReading reading, AreaRegistry areas)
    {
        var observations = dataset.Observations;
        var (own, other) = (dataset.Definition.Dimension(selection.AreaDimension), dataset.Definition.Dimension(selection.CounterpartDimension!));
        var places = Array.ConvertAll(observations.Codes[own], reading.Place);
        // Unknown origins are no country; their share is told by the concentration of origins.
        var ranked = Array.ConvertAll(observations.Codes[other], code => areas[code].Kind is AreaKind.Country or AreaKind.Composite);
        var rows = dataset.Select(SelectionReading.QueryOf(selection, each)).Where(i => places[observations.Position(own, i)] >= 0 && ranked[observations.Position(other, i)]);
        if (!selection.OverYear)
        {
            return rows.Where(i => observations.Times[i].Frequency == 'A').Select(i =>
                (places[observations.Position(own, i)], observations.Times[i].Year, observations.Code(other, i), dataset.Plain(i), observations.Statuses[i]));
        }

        return rows.GroupBy(i => (Place: places[observations.Position(own, i)], observations.Times[i].Year, Counterpart: observations.Code(other, i))).Select(group =>
        {
            var mean = Means.Of(dataset, [.. group]);
            return (group.Key.Place, group.Key.Year, group.Key.Counterpart, mean.Value, mean.Status);
        });
    }
}
