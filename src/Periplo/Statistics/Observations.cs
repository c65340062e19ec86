using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>
/// Observations as columns, sorted by key (dimensions in order of the structure, codes in ordinal order, then time)
/// without repeated keys. About 30 bytes an observation. Immutable.
/// </summary>
public sealed class Observations
{
    /// <summary>Ids of the codes in use per dimension, in ordinal order.</summary>
    public required IReadOnlyList<string[]> Codes { get; init; }

    /// <summary>Per dimension, for every observation, the position in <see cref="Codes"/>; an empty column means the first code throughout.</summary>
    public required ushort[][] Positions { get; init; }

    /// <summary>Periods.</summary>
    public required TimePeriod[] Times { get; init; }

    /// <summary>Values as published, NaN when missing.</summary>
    public required double[] Values { get; init; }

    /// <summary>Statuses.</summary>
    public required ObservationStatus[] Statuses { get; init; }

    /// <summary>Positions in <see cref="AttributeSets"/>.</summary>
    public required ushort[] Attributes { get; init; }

    /// <summary>The distinct attribute sets.</summary>
    public required IReadOnlyList<AttributeSet> AttributeSets { get; init; }

    /// <summary>Where each stands in its file.</summary>
    public required SourceRow[] Rows { get; init; }

    /// <summary>Which part of the revision each came with; empty when there is one part.</summary>
    public ushort[] Parts { get; init; } = [];

    /// <summary>Number of observations.</summary>
    public int Count => Values.Length;

    /// <summary>Position of the code of a dimension at an observation.</summary>
    public int Position(int dimension, int observation)
    {
        var column = Positions[dimension];
        return column.Length == 0 ? 0 : column[observation];
    }

    /// <summary>Code of a dimension at an observation.</summary>
    public string Code(int dimension, int observation) => Codes[dimension][Position(dimension, observation)];

    /// <summary>Orders the keys of two observations; 0 when they are the same.</summary>
    internal int CompareKeys(int left, int right)
    {
        foreach (var column in Positions)
        {
            if (column.Length > 0 && column[left] != column[right])
                return column[left].CompareTo(column[right]);
        }

        return Times[left].CompareTo(Times[right]);
    }

    /// <summary>The key in SDMX form with its period: <c>A.USA.MEX._T:2020</c>.</summary>
    public string Key(int observation) => $"{SeriesKey(observation)}:{Times[observation]}";

    /// <summary>The key in SDMX form without its period: <c>A.USA.MEX._T</c>.</summary>
    public string SeriesKey(int observation)
    {
        var codes = new string[Codes.Count];
        for (var d = 0; d < codes.Length; d++)
            codes[d] = Code(d, observation);
        return string.Join('.', codes);
    }

    /// <summary>True when two observations agree: value, status and multiplier. Remarks may differ from file to file.</summary>
    internal bool Agree(int left, int right) =>
        Values[left].Equals(Values[right]) && Statuses[left] == Statuses[right]
        && AttributeSets[Attributes[left]].UnitMultiplier == AttributeSets[Attributes[right]].UnitMultiplier;
}
