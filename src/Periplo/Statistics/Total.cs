using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>A figure that stands for all codes of one dimension, with what it was made of.</summary>
/// <param name="Value">In plain units; NaN when nothing could be added.</param>
/// <param name="Status">That of the published total, or of the addends: their common status, else estimated (E).</param>
/// <param name="Addends">The observations it was made of; one when the source publishes the total itself.</param>
/// <param name="Missing">Addends whose value is missing: the sum is then a lower bound.</param>
/// <param name="IsPublished">True when it is the source's own total, false when Periplo added it up.</param>
public readonly record struct Total(double Value, ObservationStatus Status, IReadOnlyList<int> Addends, int Missing, bool IsPublished)
{
    /// <summary>No addends at all.</summary>
    public static readonly Total None = new(double.NaN, ObservationStatus.O, [], 0, IsPublished: false);

    /// <summary>True when there is a value.</summary>
    public bool HasValue => !double.IsNaN(Value);
}
