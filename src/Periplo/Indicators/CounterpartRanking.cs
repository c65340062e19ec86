using Periplo.Areas;

namespace Periplo.Indicators;

/// <summary>Puts the areas on the other side in order of their figures, for every area and year.</summary>
internal static class CounterpartRanking
{
    public static IndicatorRanking Of(IndicatorDefinition indicator, IndicatorKey key, Selection selection, IReadOnlyDictionary<string, string> each, SelectionReading reading, AreaRegistry areas)
    {
        var dataset = reading.Find(selection);
        var origin = SelectionReading.OriginOf(selection, dataset, each);
        var rows = new Dictionary<(int, int), List<Ranked>>();
        if (dataset is not null)
        {
            var (own, other) = (dataset.Definition.Dimension(selection.AreaDimension), dataset.Definition.Dimension(selection.CounterpartDimension!));
            var places = Array.ConvertAll(dataset.Observations.Codes[own], reading.Place);
            // Unknown origins are no country; their share is told by the concentration of origins.
            var ranked = Array.ConvertAll(dataset.Observations.Codes[other], code => areas[code].Kind is AreaKind.Country or AreaKind.Composite);
            foreach (var i in dataset.Select(SelectionReading.QueryOf(selection, each)))
            {
                var place = places[dataset.Observations.Position(own, i)];
                if (place < 0 || !ranked[dataset.Observations.Position(other, i)] || dataset.Observations.Times[i].Frequency != 'A' || !(dataset.Plain(i) > 0))
                    continue;
                var at = (place, dataset.Observations.Times[i].Year);
                if (!rows.TryGetValue(at, out var list))
                    rows.Add(at, list = []);
                list.Add(new(dataset.Observations.Code(other, i), dataset.Plain(i), dataset.Observations.Statuses[i]));
            }
        }

        return new(indicator, key, selection.Unit, origin, rows.ToDictionary(pair => pair.Key, pair => pair.Value
            .OrderByDescending(row => row.Value).ThenBy(row => row.Counterpart, StringComparer.Ordinal).Take(IndicatorColumns.MostCounterparts).ToArray()));
    }
}
