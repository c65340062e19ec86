using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>Who sends a message and when.</summary>
/// <param name="Id">Id of the message.</param>
/// <param name="Prepared">When it was made.</param>
/// <param name="Sender">Id of the organisation that sends it.</param>
/// <param name="Test">True when it is for trial only.</param>
public sealed record MessageHeader(string Id, DateTimeOffset Prepared, string Sender, bool Test = false);

/// <summary>Which parts of data a message has (REST 2.1 <c>detail</c>).</summary>
public enum DataDetail
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>No attributes.</summary>
    DataOnly,

    /// <summary>Keys of series alone.</summary>
    SeriesKeysOnly,

    /// <summary>Series with their attributes and no observations.</summary>
    NoData,
}

/// <summary>Observations to write and what is to be done with them.</summary>
/// <param name="Cursor">The observations, those of a series together.</param>
/// <param name="Action">What a receiver shall do.</param>
/// <param name="ValidFrom">Since when this version of the data holds, where history is asked for.</param>
/// <param name="ValidTo">Until when it held.</param>
public sealed record DataSet(DataCursor Cursor, DataAction Action = DataAction.Replace, DateTimeOffset? ValidFrom = null, DateTimeOffset? ValidTo = null);

/// <summary>Data of one flow to be written in a format.</summary>
/// <param name="Header">Who sends it.</param>
/// <param name="Dataflow">The flow and its structure.</param>
/// <param name="DataSets">The data sets in order; most messages have one.</param>
public sealed record DataMessage(MessageHeader Header, Dataflow Dataflow, IReadOnlyList<DataSet> DataSets)
{
    /// <summary>What stands at the level of the observation: <c>TIME_PERIOD</c>, another dimension, or <see cref="AllDimensions"/>.</summary>
    public string DimensionAtObservation { get; init; } = DataStructure.TimeDimension;

    /// <summary>The provision agreement the data are provided under, which the header then refers to in place of the flow; null for none.</summary>
    public StructureReference? Provision { get; init; }

    /// <summary>Which parts are written.</summary>
    public DataDetail Detail { get; init; } = DataDetail.Full;

    /// <summary>Languages for labels, best first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>The word for a flat data set.</summary>
    public const string AllDimensions = "AllDimensions";
}
