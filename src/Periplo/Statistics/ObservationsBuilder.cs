using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>Collects observations in any order and sorts them into <see cref="Observations"/>. About 45 bytes an observation while it works.</summary>
public sealed class ObservationsBuilder
{
    /// <summary>Observations one file may bring: the bound of memory of an import (about 45 bytes each).</summary>
    public const int Most = 12_000_000;

    private readonly DatasetDefinition definition;
    private readonly CodeColumn[] columns;
    private readonly List<TimePeriod> times = [];
    private readonly List<double> values = [];
    private readonly List<ObservationStatus> statuses = [];
    private readonly List<ushort> attributes = [];
    private readonly List<SourceRow> rows = [];
    private readonly List<AttributeSet> sets = [];
    private readonly Dictionary<AttributeSet, ushort> setPositions = [];
    private AttributeSet? lastSet;
    private ushort lastPosition;

    /// <summary>An empty collection for <paramref name="definition"/>.</summary>
    public ObservationsBuilder(DatasetDefinition definition)
    {
        this.definition = definition;
        columns = [.. definition.Structure.Dimensions.Select(_ => new CodeColumn())];
    }

    /// <summary>What it collects for.</summary>
    public DatasetDefinition Definition => definition;

    /// <summary>Observations so far.</summary>
    public int Count => values.Count;

    /// <summary>Sets the code of a dimension for the observations added from now on.</summary>
    /// <exception cref="ArgumentException">The code list of the dimension does not have the code.</exception>
    public void Set(int dimension, string code)
    {
        var column = columns[dimension];
        if (column.Codes.Count > 0 && ReferenceEquals(column.Codes[column.Current], code))
            return;
        if (!column.Known.TryGetValue(code, out column.Current))
        {
            if (definition.Structure.Dimensions[dimension].CodeList.Position(code) < 0)
                throw new ArgumentException($"{definition.Structure.Dimensions[dimension].Id} has no code {code}.", nameof(code));
            column.Current = (ushort)column.Codes.Count;
            column.Codes.Add(code);
            column.Known.Add(code, column.Current);
        }
    }

    /// <summary>Sets the code of a dimension by its id.</summary>
    public void Set(string dimension, string code) => Set(definition.Dimension(dimension), code);

    /// <summary>True when a dimension has a code.</summary>
    public bool IsSet(string dimension) => columns[definition.Dimension(dimension)].Codes.Count > 0;

    /// <summary>Adds an observation with the codes set.</summary>
    /// <param name="time">Period.</param>
    /// <param name="value">Value as published, NaN when missing.</param>
    /// <param name="status">Status; a missing one if and only if the value is NaN.</param>
    /// <param name="set">Attributes.</param>
    /// <param name="row">Where it stands in its file.</param>
    /// <exception cref="InvalidOperationException">There are <see cref="Most"/> already, or more than 65,536 distinct attribute sets.</exception>
    public void Add(TimePeriod time, double value, ObservationStatus status, AttributeSet set, SourceRow row)
    {
        if (values.Count >= Most)
            throw new InvalidOperationException($"More than {Most} observations.");
        if (double.IsInfinity(value) || double.IsNaN(value) != status.IsMissing())
            throw new ArgumentException("A value must be finite, and missing exactly when its status says so.", nameof(value));
        attributes.Add(Position(set));
        foreach (var column in columns)
            column.Positions.Add(column.Current);
        times.Add(time);
        values.Add(value);
        statuses.Add(status);
        rows.Add(row);
    }

    /// <summary>Sorts what was added. A repeated key that says the same is kept once.</summary>
    /// <param name="conflict">Called with two rows of the file that give one key different values; throws, or the first is kept.</param>
    /// <exception cref="InvalidOperationException">A dimension was never set.</exception>
    public Observations Build(Action<string, SourceRow, SourceRow> conflict)
    {
        if (Count > 0 && Array.FindIndex(columns, column => column.Codes.Count == 0) is var never and >= 0)
            throw new InvalidOperationException($"{definition.Structure.Dimensions[never].Id} was never set.");
        var unsorted = new Observations
        {
            Codes = [.. columns.Select(column => column.Codes.ToArray())],
            Positions = [.. columns.Select(column => column.Codes.Count <= 1 ? [] : column.Positions.ToArray())],
            Times = [.. times],
            Values = [.. values],
            Statuses = [.. statuses],
            Attributes = [.. attributes],
            AttributeSets = sets,
            Rows = [.. rows],
        };
        return ObservationSort.Sorted(unsorted, (kept, repeated, sorted) =>
            conflict(sorted.Key(kept), sorted.Rows[kept], sorted.Rows[repeated]));
    }

    private ushort Position(AttributeSet set)
    {
        // Rows follow one another with the same set most of the time, and hashing a set walks its texts.
        if (ReferenceEquals(set, lastSet))
            return lastPosition;
        if (!setPositions.TryGetValue(set, out var position))
        {
            if (sets.Count > ushort.MaxValue)
                throw new InvalidOperationException("More than 65,536 distinct attribute sets.");
            position = (ushort)sets.Count;
            sets.Add(set);
            setPositions.Add(set, position);
        }

        (lastSet, lastPosition) = (set, position);
        return position;
    }

    private sealed class CodeColumn
    {
        public readonly List<string> Codes = [];
        public readonly Dictionary<string, ushort> Known = [];
        public readonly List<ushort> Positions = [];
        public ushort Current;
    }
}
