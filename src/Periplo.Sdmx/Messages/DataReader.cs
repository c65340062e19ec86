using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Finds the flow and structure a message refers to, so that its data can be read. It is asked with a reference to a dataflow,
/// a data structure or a provision agreement; the version may be empty. Null when there is no such structure.
/// </summary>
public delegate Dataflow? StructureFinder(StructureReference reference);

/// <summary>
/// Reads the data of a message as a stream, one observation at a time; attributes of series, groups and data sets are already
/// pushed down to the observation. Everything that does not follow the format or the structure ends in a <see cref="SdmxFormatException"/>,
/// but for observations a <see cref="DataReader"/> can pass over (an unknown code, a bad period): see <see cref="DataCursor.Read"/> of the formats.
/// </summary>
public abstract class DataReader : DataCursor, IDisposable
{
    /// <summary>Who sends the message, where the format says it.</summary>
    public virtual MessageHeader? Header => null;

    /// <summary>The flow the current data set belongs to.</summary>
    public abstract Dataflow Dataflow { get; }

    /// <inheritdoc/>
    public override DataStructure Structure => Dataflow.Structure;

    /// <summary>Count of the data sets begun so far.</summary>
    public abstract int DataSets { get; }

    /// <summary>Line of the current observation from 1; 0 where the format has none.</summary>
    public abstract int Line { get; }

    /// <summary>
    /// How far a <see cref="DataAction.Delete"/> reaches: true when the row gives no period or leaves dimensions open, which
    /// <see cref="Code"/> then returns as the empty string.
    /// </summary>
    public virtual bool IsPartialKey => false;

    /// <summary>False when the row gives no period (a deletion of whole series).</summary>
    public virtual bool HasTime => true;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the stream.</summary>
    protected abstract void Dispose(bool disposing);
}
