using System.Text;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Finds the flow and structure a message refers to, so that its data can be read. It is asked with a reference to a dataflow,
/// a data structure or a provision agreement; the version may be empty. Null when there is no such structure.
/// </summary>
public delegate Dataflow? StructureFinder(StructureReference reference);

/// <summary>
/// Reads the data of a message as a stream, one observation at a time; attributes of series, groups and data sets are already
/// pushed down to the observation. Everything that does not follow the format or the structure ends in a <see cref="SdmxFormatException"/>;
/// what concerns one observation or series alone does so only while nobody listens to <see cref="Rejected"/>.
/// </summary>
public abstract class DataReader : DataCursor, IDisposable
{
    /// <summary>
    /// Is told of every observation or series that breaks a rule (first group of <see cref="DataRules"/>); reading then goes on behind
    /// it, and <see cref="DataCursor.Read"/> never stands on it. A wrong series is told once and all of its observations are passed over.
    /// Null, as at first: the first fault is thrown as a <see cref="SdmxFormatException"/>.
    /// </summary>
    public Action<DataFault>? Rejected { get; set; }

    /// <summary>
    /// Whether an observation to be appended or replaced that lacks a mandatory attribute is a fault. False for messages that were asked for
    /// without attributes. Rows to be merged or deleted need none in any case (SDMX 3.0, section 6 of the technical notes).
    /// </summary>
    public bool RequiresAttributes { get; set; } = true;

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

    /// <summary>Since when the current data set holds, where the message says it.</summary>
    public virtual DateTimeOffset? ValidFrom => null;

    /// <summary>Until when the current data set held, where the message says it.</summary>
    public virtual DateTimeOffset? ValidTo => null;

    /// <summary>
    /// Where the service says the data can be fetched later, since they are too many to be sent at once (a footer with code 413);
    /// known once <see cref="DataCursor.Read"/> has returned false.
    /// </summary>
    public virtual Uri? LaterDownload => null;

    /// <summary>
    /// How far a <see cref="DataAction.Delete"/> reaches: true when the row gives no period or leaves dimensions open, which
    /// <see cref="DataCursor.Code"/> then returns as the empty string.
    /// </summary>
    public virtual bool IsPartialKey => false;

    /// <summary>False when the row gives no period (a deletion of whole series).</summary>
    public virtual bool HasTime => true;

    /// <summary>
    /// False when the row says nothing of the value, which a <see cref="DataAction.Merge"/> then leaves as it is and a
    /// <see cref="DataAction.Delete"/> does not remove. A deletion that names neither the value nor an attribute removes the whole observation.
    /// </summary>
    public virtual bool HasValue => true;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the stream.</summary>
    protected abstract void Dispose(bool disposing);

    /// <summary>
    /// Tells <see cref="Rejected"/> of a fault of one observation or series, which the caller then passes over; throws it where nobody
    /// listens.
    /// </summary>
    protected void Reject(string rule, string detail, int line, int column, string key)
    {
        if (Rejected is null)
            throw new SdmxFormatException(rule, detail, line, column);
        Rejected(new(rule, detail, line, column, key));
    }

    /// <summary>The key of a <see cref="DataFault"/> from the codes of a series, null where none was read, and the period as it was written.</summary>
    protected static string KeyText(ReadOnlySpan<string?> codes, string? period)
    {
        var text = new StringBuilder();
        for (var i = 0; i < codes.Length; i++)
            text.Append(i == 0 ? "" : ".").Append(codes[i]);
        return period is null ? text.ToString() : text.Append('.').Append(period).ToString();
    }

    /// <summary>
    /// The status of an observation from its OBS_STATUS, which may be absent or of another list than CL_OBS_STATUS: then a value counts as
    /// normal and an absent value as missing.
    /// </summary>
    protected static ObservationStatus StatusOf(string? text, double value)
    {
        if (text is { Length: 1 } && text[0] <= 'Z' && ObservationStatuses.TryParse([(byte)text[0]], out var status))
            return status;
        return double.IsNaN(value) ? ObservationStatus.O : ObservationStatus.A;
    }
}
