using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>What a message wants done with a figure.</summary>
public enum FigureAction : byte
{
    /// <summary>Added; a figure held under the key must say the same.</summary>
    Add,

    /// <summary>Takes the place of what is held under the key, whole.</summary>
    Put,

    /// <summary>Changes the parts it names and leaves the rest.</summary>
    Merge,

    /// <summary>Removes the parts it names of every figure it fits; all of them when it names none.</summary>
    Remove,
}

/// <summary>Parts of a figure that a change names.</summary>
[Flags]
public enum FigureParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The value.</summary>
    Value = 1,

    /// <summary>OBS_STATUS.</summary>
    Status = 2,

    /// <summary>UNIT_MULT.</summary>
    Multiplier = 4,

    /// <summary>DATA_TYPE.</summary>
    DataType = 8,

    /// <summary>COMMENT_OBS.</summary>
    Comment = 16,

    /// <summary>Everything.</summary>
    All = Value | Status | Multiplier | DataType | Comment,
}

/// <summary>One change as a message gives it.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="Time">Period; null for every period of a removal.</param>
/// <param name="Parts">Parts it names.</param>
/// <param name="Value">Value, NaN when missing.</param>
/// <param name="Status">Status.</param>
/// <param name="Attributes">Attributes.</param>
/// <param name="Row">Where it stands in its file.</param>
/// <param name="DataSet">The data set of the message it stands in, from 1: a key is given once in each.</param>
public readonly record struct FigureChange(
    FigureAction Action, TimePeriod? Time, FigureParts Parts, double Value, ObservationStatus Status, AttributeSet Attributes, SourceRow Row, int DataSet);

/// <summary>
/// Changes in the order in which a message gives them, not yet made. About 60 bytes a change; the codes of a series are held once.
/// </summary>
public sealed class FigureChanges
{
    private readonly List<string?[]> series = [];
    private readonly Dictionary<string, int> known = [];
    private readonly List<int> seriesOf = [];
    private readonly List<FigureChange> changes = [];
    private string?[] current = [];
    private int currentPosition = -1;

    /// <summary>No changes yet.</summary>
    /// <param name="definition">The dataset they are for.</param>
    public FigureChanges(DatasetDefinition definition) => Definition = definition;

    /// <summary>The dataset they are for.</summary>
    public DatasetDefinition Definition { get; }

    /// <summary>Number of changes.</summary>
    public int Count => changes.Count;

    /// <summary>True when every change gives a whole figure.</summary>
    public bool AreWhole { get; private set; } = true;

    /// <summary>The last data set of the message that gives one, from 1; 0 without changes.</summary>
    public int DataSets { get; private set; }

    /// <summary>A change.</summary>
    public FigureChange this[int change] => changes[change];

    /// <summary>Codes of a change in the order of the dimensions; null where a removal fits every code.</summary>
    public IReadOnlyList<string?> Codes(int change) => series[seriesOf[change]];

    /// <summary>Position of the codes of a change among the distinct ones, from 0.</summary>
    public int Series(int change) => seriesOf[change];

    /// <summary>The distinct lists of codes.</summary>
    public IReadOnlyList<string?[]> AllSeries => series;

    /// <summary>Adds a change.</summary>
    /// <param name="codes">Codes in the order of the dimensions, null for every code of a removal; codes of the lists of the dataset.</param>
    /// <param name="change">The change.</param>
    /// <exception cref="InvalidOperationException">There are <see cref="ObservationsBuilder.Most"/> already.</exception>
    public void Add(ReadOnlySpan<string?> codes, FigureChange change)
    {
        if (changes.Count >= ObservationsBuilder.Most)
            throw new InvalidOperationException($"More than {ObservationsBuilder.Most} changes.");
        if (!IsCurrent(codes))
            Move(codes);
        AreWhole &= change.Action is FigureAction.Add or FigureAction.Put;
        DataSets = Math.Max(DataSets, change.DataSet);
        seriesOf.Add(currentPosition);
        changes.Add(change);
    }

    // Rows of a series follow one another, and readers give a code as the same string each time.
    private bool IsCurrent(ReadOnlySpan<string?> codes)
    {
        if (currentPosition < 0)
            return false;
        for (var d = 0; d < codes.Length; d++)
        {
            if (!ReferenceEquals(codes[d], current[d]) && codes[d] != current[d])
                return false;
        }

        return true;
    }

    private void Move(ReadOnlySpan<string?> codes)
    {
        // Codes may have points.
        var key = string.Join('\n', codes!);
        if (!known.TryGetValue(key, out currentPosition))
        {
            currentPosition = series.Count;
            known.Add(key, currentPosition);
            series.Add(codes.ToArray());
        }

        current = series[currentPosition];
    }
}
