namespace Periplo.Sdmx;

/// <summary>
/// Passes over the observations of a data set once, forward. It is the one way data enter and leave a message: a
/// reader of a format and a stored dataset are both cursors, so a writer serves either without holding the whole.
/// Observations of a series follow each other, in order of time, unless a reader met them otherwise in its file.
/// </summary>
public abstract class DataCursor
{
    /// <summary>The structure its codes and attributes belong to.</summary>
    public abstract DataStructure Structure { get; }

    /// <summary>What is to be done with the current observation; one value for the whole data set where a format says it once.</summary>
    public virtual DataAction Action => DataAction.Replace;

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

    /// <summary>An attribute of the current observation, its status among them, or null.</summary>
    /// <param name="attribute">Position in <see cref="DataStructure.Attributes"/> from 0.</param>
    public abstract string? Attribute(int attribute);
}

/// <summary>What a receiver does with observations, as SDMX 2.1 and 3.0 name it.</summary>
public enum DataAction
{
    /// <summary>For information only.</summary>
    Information,

    /// <summary>Added to what is held; what is named and held already is an error.</summary>
    Append,

    /// <summary>Takes the place of what is held, whole.</summary>
    Replace,

    /// <summary>Changes the parts named and leaves the rest (3.0).</summary>
    Merge,

    /// <summary>Removed.</summary>
    Delete,
}
