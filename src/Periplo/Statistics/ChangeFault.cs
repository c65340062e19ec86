namespace Periplo.Statistics;

/// <summary>Why a change cannot be made.</summary>
public enum ChangeFault
{
    /// <summary>One data set of the message gives the key twice, with different figures.</summary>
    GivenTwice,

    /// <summary>The figure to be added is held with another value.</summary>
    HeldAlready,

    /// <summary>Parts of a figure are to be changed that is not held.</summary>
    NothingToMerge,

    /// <summary>A change leaves a value whose status says that it is missing.</summary>
    ValueOfMissing,

    /// <summary>So many removals fit so many figures that it is not worked out.</summary>
    TooManyRemovals,
}
