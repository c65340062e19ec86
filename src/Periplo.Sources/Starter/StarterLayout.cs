using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Starter;

/// <summary>A value column of a starter table: the codes it stands for and what most of its values share.</summary>
internal sealed record StarterColumn(string Name, IReadOnlyList<(string Dimension, string Code)> Codes, int UnitMultiplier, ObservationStatus Status, string? Comment);

/// <summary>What a row of a starter table stands for.</summary>
internal sealed record StarterKey(string[] Codes, TimePeriod Time, ObservationStatus? Status, string? DataType, string? Comment);

/// <summary>
/// How observations fold into a wide table: dimensions with one code become constants, areas stay rows, the others become
/// columns. Values of one key that differ in status, type or remark stand in rows of their own, so nothing is lost.
/// </summary>
internal sealed class StarterLayout
{
    private const int MostColumns = 64;
    private readonly Observations observations;
    private readonly int[] kept;
    private readonly int[] key;
    private readonly int[] wide;
    private readonly int[] columnOf;

    public StarterLayout(DatasetDefinition definition, Observations observations, int fromYear)
    {
        this.observations = observations;
        kept = [.. Enumerable.Range(0, observations.Count).Where(i => observations.Times[i].Year >= fromYear)];
        var dimensions = definition.Structure.Dimensions;
        var used = dimensions.Select((_, d) => kept.Select(i => observations.Position(d, i)).ToHashSet()).ToArray();
        var measure = definition.Dimension(definition.MeasureDimension);
        var rows = Enumerable.Range(0, dimensions.Count).Where(d => used[d].Count > 1 && Mapped.Mapping.IsArea(dimensions[d].Id)).ToList();
        var columns = Enumerable.Range(0, dimensions.Count).Where(d => d == measure || (used[d].Count > 1 && !rows.Contains(d))).ToList();
        while (columns.Count > 1 && kept.Select(i => Codes(i, columns)).Distinct().Count() > MostColumns)
        {
            var most = columns.Where(d => d != measure).MaxBy(d => used[d].Count);
            columns.Remove(most);
            rows.Add(most);
        }

        (key, wide) = ([.. rows.Order()], [.. columns.Order()]);
        KeyDimensions = [.. key.Select(d => dimensions[d])];
        Constants = [.. Enumerable.Range(0, dimensions.Count).Except(key).Except(wide).Select(d => (dimensions[d].Id, observations.Codes[d][used[d].Single()]))];
        var groups = kept.GroupBy(i => (Codes: Codes(i, wide), Set(i).UnitMultiplier)).OrderBy(group => group.Key.Codes, StringComparer.Ordinal).ThenBy(group => group.Key.UnitMultiplier).ToList();
        Columns = [.. groups.Select(group => Column(group.Key, [.. group], dimensions, groups.Count(other => other.Key.Codes == group.Key.Codes) > 1))];
        columnOf = new int[observations.Count];
        for (var c = 0; c < groups.Count; c++)
        {
            foreach (var i in groups[c])
                columnOf[i] = c;
        }

        var keys = kept.Select(KeyOf).ToList();
        HasStatus = keys.Exists(one => one.Status is not null);
        HasDataType = keys.Exists(one => one.DataType is not null);
        HasComment = keys.Exists(one => one.Comment is not null);
    }

    /// <summary>Dimensions with a column of their own.</summary>
    public IReadOnlyList<Dimension> KeyDimensions { get; }

    /// <summary>Value columns.</summary>
    public IReadOnlyList<StarterColumn> Columns { get; }

    /// <summary>Dimensions with one code throughout.</summary>
    public IReadOnlyList<(string Dimension, string Code)> Constants { get; }

    public bool HasStatus { get; }

    public bool HasDataType { get; }

    public bool HasComment { get; }

    /// <summary>The rows in order of key; a cell is null where the row says nothing of that column.</summary>
    public IEnumerable<(StarterKey Key, double?[] Cells)> Rows()
    {
        var rows = new Dictionary<(string, TimePeriod, ObservationStatus?, string?, string?), (StarterKey Key, double?[] Cells)>();
        foreach (var i in kept)
        {
            var one = KeyOf(i);
            var at = (string.Join('.', one.Codes), one.Time, one.Status, one.DataType, one.Comment);
            if (!rows.TryGetValue(at, out var row))
                rows.Add(at, row = (one, new double?[Columns.Count]));
            row.Cells[columnOf[i]] = observations.Values[i];
        }

        return rows.OrderBy(row => row.Key.Item1, StringComparer.Ordinal).ThenBy(row => row.Key.Item2)
            .ThenBy(row => row.Key.Item3).ThenBy(row => row.Key.Item4, StringComparer.Ordinal).ThenBy(row => row.Key.Item5, StringComparer.Ordinal)
            .Select(row => row.Value);
    }

    private AttributeSet Set(int observation) => observations.AttributeSets[observations.Attributes[observation]];

    private string Codes(int observation, IEnumerable<int> dimensions) => string.Join('.', dimensions.Select(d => observations.Code(d, observation)));

    private StarterColumn Column((string Codes, int UnitMultiplier) group, int[] members, IReadOnlyList<Dimension> dimensions, bool severalUnits)
    {
        // A missing value says so itself, so the column's status is the commonest of the others.
        var status = members.Select(i => observations.Statuses[i]).Where(one => !one.IsMissing()).GroupBy(one => one)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Select(same => same.Key).DefaultIfEmpty(ObservationStatus.A).First();
        var comments = members.Select(i => Set(i).Comment).Distinct().Take(2).ToArray();
        return new(
            severalUnits ? $"{group.Codes}.E{group.UnitMultiplier}" : group.Codes,
            [.. wide.Select(d => (dimensions[d].Id, observations.Code(d, members[0])))],
            group.UnitMultiplier,
            status,
            comments.Length == 1 ? comments[0] : null);
    }

    private StarterKey KeyOf(int observation)
    {
        var (column, set, status) = (Columns[columnOf[observation]], Set(observation), observations.Statuses[observation]);
        return new(
            [.. key.Select(d => observations.Code(d, observation))],
            observations.Times[observation],
            status == column.Status || status == ObservationStatus.O ? null : status,
            set.DataType,
            set.Comment == column.Comment ? null : set.Comment);
    }
}
