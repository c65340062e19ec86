using Periplo.Areas;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>Reads what selections ask for into grids, each dataset through one pass or one sum for each selection.</summary>
/// <param name="areas">The areas.</param>
/// <param name="places">Ids of the areas of the grids, in their order.</param>
/// <param name="revisions">What may be read, of each dataset the latest revision first.</param>
internal sealed class SelectionReading(AreaRegistry areas, IReadOnlyList<string> places, IReadOnlyList<RevisionHeld> revisions)
{
    /// <summary>Nothing told apart.</summary>
    public static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    private const string RefArea = "REF_AREA";
    private readonly Dictionary<string, int> placeOf = places.Select((area, place) => (area, place)).ToDictionary(pair => pair.area, pair => pair.place);
    private readonly Dictionary<Dataset, Totals> totals = [];
    private readonly Dictionary<(string, string), (Grid, Origin)> read = [];
    private readonly Dictionary<string, Dataset?> found = [];

    /// <summary>The figures of a selection for every area and year.</summary>
    /// <param name="selection">What to read.</param>
    /// <param name="each">The code to take of the dimension that is told apart, by its id.</param>
    public (Grid Grid, Origin Origin) Read(Selection selection, IReadOnlyDictionary<string, string> each)
    {
        var name = string.Join(',', each.Where(pair => selection.Choice(pair.Key)?.Kind == ChoiceKind.Each).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        if (!read.TryGetValue((selection.Name, name), out var known))
            read.Add((selection.Name, name), known = Make(selection, each));
        return known;
    }

    /// <summary>The revision a selection takes its figures from: the first held that has any; null when none has.</summary>
    public Dataset? Find(Selection selection)
    {
        if (!found.TryGetValue(selection.Name, out var known))
            found.Add(selection.Name, known = Search(selection));
        return known;
    }

    /// <summary>The revisions that figures were taken from so far.</summary>
    public IReadOnlyList<Revision> Revisions => [.. found.Values.OfType<Dataset>().Select(dataset => dataset.Revision).Distinct().OrderBy(revision => revision.Dataset, StringComparer.Ordinal).ThenBy(revision => revision.Id, StringComparer.Ordinal)];

    /// <summary>Where the figures of a selection come from.</summary>
    public static Origin OriginOf(Selection selection, Dataset? dataset, IReadOnlyDictionary<string, string> each) => dataset is null
        ? new(selection.Definition.Id, null, selection.Definition.Name, [], selection.Year)
        : new(selection.Definition.Id, dataset.Revision.Id, dataset.Parts[0].Papers.Publisher, [.. Keys(selection, each)], selection.Year);

    /// <summary>The area's place in grids, or -1.</summary>
    public int Place(string area) => placeOf.GetValueOrDefault(area, -1);

    /// <summary>The query that a selection is, whatever the area.</summary>
    public static Query QueryOf(Selection selection, IReadOnlyDictionary<string, string> each)
    {
        var query = selection.Year is { } year ? Query.All.During(TimePeriod.OfYear(year)) : Query.All;
        foreach (var (dimension, choice) in selection.Chosen())
        {
            if (choice.Kind == ChoiceKind.Codes)
                query = query.Where(dimension, choice.Codes);
            else if (choice.Kind == ChoiceKind.Each && each.TryGetValue(dimension, out var code))
                query = query.Where(dimension, code);
        }

        return query;
    }

    private Dataset? Search(Selection selection)
    {
        foreach (var held in revisions)
        {
            if (held.Revision.Dataset != selection.Definition.Id || (selection.Source is { } source && held.Revision.Source != source && held.Revision.Id != source))
                continue;
            var dataset = held.Load();
            if (dataset.Select(QueryOf(selection, Nothing)).Count > 0)
                return dataset;
        }

        return null;
    }

    private (Grid, Origin) Make(Selection selection, IReadOnlyDictionary<string, string> each)
    {
        var dataset = Find(selection);
        var origin = OriginOf(selection, dataset, each);
        if (dataset is null)
            return (Grid.Empty(selection.Year ?? 2000, 1, places.Count, Missing.NotHeld), origin);
        var (first, last) = selection.Year is { } year ? (year, year) : (dataset.First.Year, dataset.Last.Year);
        Grid? grid = null;
        foreach (var query in Alternatives(selection, QueryOf(selection, each)))
        {
            var one = Grid.Empty(first, last - first + 1, places.Count, Missing.NoRow);
            Fill(one, selection, dataset, query);
            grid = grid is null ? one : Arithmetic.Combine('+', grid, one);
        }

        if (selection.AreaDimension == RefArea && selection.Definition.Id == "STOCK")
            origin = origin with { DataTypes = DataTypes(grid!, selection, dataset, QueryOf(selection, each)) };
        return (grid!, origin with { Members = AddRegions(grid!, selection) });
    }

    private void Fill(Grid grid, Selection selection, Dataset dataset, Query query)
    {
        if (selection.IsMean)
        {
            FillMeans(grid, selection, dataset, query);
            return;
        }

        var over = selection.Chosen().Where(pair => pair.Choice.Kind == ChoiceKind.Sum).Select(pair => pair.Dimension).ToArray();
        if (over.Length > 0)
        {
            if (!totals.TryGetValue(dataset, out var adding))
                totals.Add(dataset, adding = new(dataset, areas));
            foreach (var ((code, time), total) in adding.By(selection.AreaDimension, query, over))
            {
                if (time.Frequency == 'A' && placeOf.TryGetValue(code, out var place) && grid.At(place, time.Year) is >= 0 and var at)
                    grid.Set(at, total.Value, total.Status);
            }

            return;
        }

        var dimension = dataset.Definition.Dimension(selection.AreaDimension);
        var placeOfCode = Array.ConvertAll(dataset.Observations.Codes[dimension], Place);
        foreach (var i in dataset.Select(query))
        {
            if (dataset.Observations.Times[i] is { Frequency: 'A', Year: var year } && placeOfCode[dataset.Observations.Position(dimension, i)] is >= 0 and var place && grid.At(place, year) is >= 0 and var at)
                grid.Set(at, dataset.Plain(i), dataset.Observations.Statuses[i]);
        }
    }

    private void FillMeans(Grid grid, Selection selection, Dataset dataset, Query query)
    {
        var observations = dataset.Observations;
        var dimension = dataset.Definition.Dimension(selection.AreaDimension);
        var placeOfCode = Array.ConvertAll(observations.Codes[dimension], Place);
        var over = selection.Chosen().Where(pair => pair.Choice.Kind == ChoiceKind.Mean).Select(pair => pair.Dimension).ToList();
        foreach (var group in Means.Rows(dataset, areas, query, over)
            .Where(i => selection.OverYear || observations.Times[i].Frequency == 'A')
            .GroupBy(i => (Place: placeOfCode[observations.Position(dimension, i)], observations.Times[i].Year)))
        {
            if (group.Key.Place >= 0 && grid.At(group.Key.Place, group.Key.Year) is >= 0 and var at && Means.Of(dataset, [.. group]) is var mean)
                grid.Set(at, mean.Value, mean.Status);
        }
    }

    /// <summary>Adds the members of regions up where the dataset has no row of the region itself, and every member the dataset knows has a value.</summary>
    private Dictionary<string, IReadOnlyList<string>> AddRegions(Grid grid, Selection selection)
    {
        var added = new Dictionary<string, IReadOnlyList<string>>();
        if (!selection.IsAdditive)
            return added;
        for (var place = 0; place < places.Count; place++)
        {
            var area = areas[places[place]];
            if (area.Parts.Count == 0 || area.IsLeaf || Knows(place))
                continue;
            var members = area.Parts.Where(part => placeOf.TryGetValue(part, out var member) && Knows(member)).ToList();
            if (members.Count == 0)
                continue;
            for (var year = grid.FirstYear; year < grid.FirstYear + grid.Years; year++)
                AddYear(grid, grid.At(place, year), members.ConvertAll(member => grid.At(placeOf[member], year)));
            added.Add(area.Id, members);
        }

        return added;

        bool Knows(int place) => grid.Reasons.AsSpan(place * grid.Years, grid.Years).ContainsAnyExcept(Missing.NoRow);
    }

    private static void AddYear(Grid grid, int at, List<int> members)
    {
        var (sum, status) = (0.0, ObservationStatus.E);
        foreach (var member in members)
        {
            if (double.IsNaN(grid.Values[member]))
                return;
            sum += grid.Values[member];
            status = StatusSeverity.Worse(status, grid.Statuses[member]);
        }

        grid.Set(at, sum, status);
    }

    private (Grid, string?[])? DataTypes(Grid grid, Selection selection, Dataset dataset, Query query)
    {
        var dimension = dataset.Definition.Dimension(selection.AreaDimension);
        var codes = new string?[grid.Values.Length];
        var any = false;
        foreach (var i in dataset.Select(query))
        {
            var observations = dataset.Observations;
            if (observations.AttributeSets[observations.Attributes[i]].DataType is not { } type || Place(observations.Code(dimension, i)) is not (>= 0 and var place) || grid.At(place, observations.Times[i].Year) is not (>= 0 and var at))
                continue;
            codes[at] = type;
            any = true;
        }

        return any ? (grid, codes) : null;
    }

    /// <summary>A query for each combination of codes that are to be summed: all must be there.</summary>
    private static IEnumerable<Query> Alternatives(Selection selection, Query query)
    {
        IEnumerable<Query> all = [query];
        foreach (var (dimension, choice) in selection.Chosen())
        {
            if (choice is { Kind: ChoiceKind.Codes, Codes.Count: > 1 })
                all = all.SelectMany(one => choice.Codes.Select(code => one.Where(dimension, code)));
        }

        return all;
    }

    private static IEnumerable<string> Keys(Selection selection, IReadOnlyDictionary<string, string> each)
    {
        IEnumerable<string> keys = [""];
        foreach (var (dimension, choice) in selection.Chosen())
        {
            IReadOnlyList<string> codes = choice.Kind switch
            {
                ChoiceKind.Codes => choice.Codes,
                ChoiceKind.Area => ["{0}"],
                ChoiceKind.Sum => ["*"],
                ChoiceKind.Mean => [Means.Over],
                _ => [each.GetValueOrDefault(dimension, selection.IsArea(dimension) ? "{1}" : "*")],
            };
            keys = keys.SelectMany(key => codes.Select(code => key.Length == 0 ? code : $"{key}.{code}"));
        }

        return keys;
    }
}
