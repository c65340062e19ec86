namespace Periplo.Sdmx;

/// <summary>
/// Passes over the observations of a data set once, forward. It is the one way data enter and leave a message: a
/// reader of a format and a stored dataset are both cursors, so a writer serves either without holding the whole.
/// </summary>
public abstract class DataCursor
{
    /// <summary>The structure its codes and attributes belong to.</summary>
    public abstract DataStructure Structure { get; }

    /// <summary>Moves to the next observation; false at the end.</summary>
    public abstract bool Read();

    /// <summary>Code of a dimension of the current observation.</summary>
    /// <param name="dimension">Position of the dimension in the key from 0.</param>
    public abstract string Code(int dimension);

    /// <summary>Period of the current observation.</summary>
    public abstract TimePeriod Time { get; }

    /// <summary>Value of the current observation, as published (not multiplied by UNIT_MULT); NaN when it is missing.</summary>
    public abstract double Value { get; }

    /// <summary>Status of the current observation.</summary>
    public abstract ObservationStatus Status { get; }

    /// <summary>An attribute of the current observation, or null.</summary>
    /// <param name="attribute">Position in <see cref="DataStructure.Attributes"/> from 0.</param>
    public abstract string? Attribute(int attribute);
}
