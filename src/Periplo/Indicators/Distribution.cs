using Periplo.Areas;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>Methods over how a population is distributed, over areas or ages, which no formula can say; see docs/methods/indicators.md.</summary>
internal static class Distribution
{
    /// <summary>The methods by the ids that declarations use, each with the unit its result has and the dimension it needs told apart.</summary>
    public static readonly IReadOnlyDictionary<string, (string Unit, string Apart)> Methods = new Dictionary<string, (string, string)>
    {
        ["herfindahl"] = ("PURE_NUMB", "CL_AREA"),
        ["effective-number"] = ("PURE_NUMB", "CL_AREA"),
        ["same-region-share"] = ("PT", "CL_AREA"),
        ["median-age"] = ("YR", "CL_AGE"),
    };

    /// <summary>UN M49 regions, the continents: each country is in one.</summary>
    private static readonly string[] Regions = ["002", "019", "142", "150", "009"];

    /// <summary>Works a method out for every area and year of a selection.</summary>
    /// <param name="method">Id of the method.</param>
    /// <param name="selection">The population, told apart by one dimension.</param>
    /// <param name="each">Codes of other dimensions told apart.</param>
    /// <param name="reading">The figures.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="places">The areas of the grid.</param>
    public static Worked Work(string method, Selection selection, IReadOnlyDictionary<string, string> each, SelectionReading reading, AreaRegistry areas, IReadOnlyList<string> places)
    {
        var dataset = reading.Find(selection);
        IReadOnlyList<OriginAt> origins = [new(SelectionReading.OriginOf(selection, dataset, each), 0)];
        if (dataset is null)
            return new(Grid.Empty(2000, 1, places.Count, Missing.NotHeld), 0, origins);
        var over = Methods[method].Apart == "CL_AGE" ? "AGE" : selection.CounterpartDimension!;
        var (own, apart) = (dataset.Definition.Dimension(selection.AreaDimension), dataset.Definition.Dimension(over));
        var observations = dataset.Observations;
        var ofCode = Array.ConvertAll(observations.Codes[own], reading.Place);
        var groups = new Dictionary<(int Place, int Year), List<int>>();
        foreach (var i in dataset.Select(SelectionReading.QueryOf(selection, each)))
        {
            if (observations.Times[i].Frequency != 'A' || ofCode[observations.Position(own, i)] is not (>= 0 and var place))
                continue;
            var at = (place, observations.Times[i].Year);
            if (!groups.TryGetValue(at, out var group))
                groups.Add(at, group = []);
            group.Add(i);
        }

        // Of a part for which several codes are summed (women and men), each must have a figure.
        var codes = selection.Choices.Where(choice => choice.Kind == ChoiceKind.Codes).Aggregate(1, (product, choice) => product * choice.Codes.Count);
        var grid = Grid.Empty(dataset.First.Year, dataset.Last.Year - dataset.First.Year + 1, places.Count, Missing.NoRow);
        foreach (var ((place, year), group) in groups)
        {
            // As in sums: imputed only where all parts are, for one small imputed part of a hundred says little of the whole.
            var statuses = group.Where(i => !observations.Statuses[i].IsMissing()).Select(i => observations.Statuses[i]).Distinct().ToList();
            var status = statuses is [var same] ? same : ObservationStatus.E;
            Put(grid, grid.At(place, year), method, places[place], [.. group.GroupBy(i => observations.Code(apart, i)).Select(part => (part.Key, part.Count() == codes ? part.Sum(dataset.Plain) : double.NaN))], StatusSeverity.Worse(status, ObservationStatus.E), areas);
        }

        return new(grid, 0, origins);
    }

    private static void Put(Grid grid, int at, string method, string area, List<(string Code, double Value)> parts, ObservationStatus status, AreaRegistry areas)
    {
        var value = method == "median-age" ? MedianAge(parts) : OverAreas(method, area, parts, areas);
        if (double.IsNaN(value))
            grid.Miss(at, parts.TrueForAll(part => part.Value == 0) ? Missing.DivisionByZero : Missing.InSource);
        else
            grid.Set(at, value, status);
    }

    /// <summary>Over the persons whose area is known: unknown and missing ones are in neither numerator nor denominator.</summary>
    private static double OverAreas(string method, string area, List<(string Code, double Value)> parts, AreaRegistry areas)
    {
        var known = parts.Where(part => areas[part.Code].Kind is AreaKind.Country or AreaKind.Composite && !double.IsNaN(part.Value)).ToList();
        var all = known.Sum(part => part.Value);
        if (all <= 0)
            return double.NaN;
        if (method == "same-region-share")
        {
            var region = Regions.FirstOrDefault(one => areas[one].Parts.Contains(area));
            return region is null ? double.NaN : 100 * known.Where(part => areas[region].Parts.Contains(part.Code)).Sum(part => part.Value) / all;
        }

        var herfindahl = known.Sum(part => part.Value / all * (part.Value / all));
        return method == "herfindahl" ? herfindahl : 1 / herfindahl;
    }

    /// <summary>
    /// The age half are younger than: linear within the group of ages it falls in. Missing when a group is, when the
    /// groups leave ages out, or when the median falls into the open group at the end.
    /// </summary>
    internal static double MedianAge(List<(string Code, double Value)> parts)
    {
        var groups = parts.Select(part => (Span: AgeGroups.Span(part.Code), part.Value)).Where(part => part.Span is not null)
            .Select(part => (part.Span!.Value.From, part.Span.Value.To, part.Value)).OrderBy(part => part.From).ToList();
        // What a missing or left-out group holds may move the median anywhere.
        if (groups.Exists(group => double.IsNaN(group.Value)) || !Continuous(groups))
            return double.NaN;
        var half = groups.Sum(group => group.Value) / 2;
        if (!(half > 0))
            return double.NaN;
        var below = 0.0;
        foreach (var (from, to, value) in groups)
        {
            if (below + value >= half)
                return to == int.MaxValue ? double.NaN : from + ((half - below) / value * (to + 1 - from));
            below += value;
        }

        return double.NaN;
    }

    private static bool Continuous(List<(int From, int To, double Value)> groups) =>
        groups.Count > 0 && groups[0].From == 0 && groups.Zip(groups.Skip(1)).All(pair => pair.First.To + 1L == pair.Second.From);
}
