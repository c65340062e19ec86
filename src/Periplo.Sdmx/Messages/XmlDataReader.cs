using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Reads data of SDMX-ML 2.1, generic and structure-specific, their time series variants too: series, flat, cross-sections by any
/// dimension, groups before or behind their series, several data sets and structures in one message, footers. Structure-specific data
/// of 3.0 with one value a component are read the same way. Data of 2.0 and older are refused by rule <see cref="DataRules.OldVersion"/>.
/// </summary>
/// <remarks>
/// Memory is flat but for the attributes of groups, at most 67 million characters a data set. Groups behind their series need a stream
/// that can be read twice.
/// </remarks>
public sealed partial class XmlDataReader : DataReader
{
    private readonly Stream stream;
    private readonly StructureFinder find;
    private readonly XmlDataHead head = new();
    private XmlInput? input;
    private List<XmlGroups>? lateGroups;
    private XmlDataSet? set;
    private DataFormat format;
    private Place place = Place.Start;
    private int dataSets;
    private int statusSlot;
    private (int Line, int Column) row;

    /// <summary>Reads a message.</summary>
    /// <param name="stream">The message in any encoding of XML; closed with this reader.</param>
    /// <param name="find">Finds the structure the header names; it is asked once for each reference.</param>
    public XmlDataReader(Stream stream, StructureFinder find)
    {
        this.stream = stream;
        var found = new Dictionary<StructureReference, Dataflow?>();
        this.find = reference =>
        {
            if (!found.TryGetValue(reference, out var flow))
                found.Add(reference, flow = find(reference));
            return flow;
        };
    }

    /// <summary>Which of the four formats it is.</summary>
    public DataFormat Format
    {
        get
        {
            Begin();
            return format;
        }
    }

    /// <inheritdoc/>
    public override MessageHeader? Header
    {
        get
        {
            Begin();
            return head.Header;
        }
    }

    /// <summary>What the service says behind the data; known once <see cref="Read"/> has returned false.</summary>
    public IReadOnlyList<FooterMessage> Footer { get; private set; } = [];

    /// <inheritdoc/>
    public override Dataflow Dataflow
    {
        get
        {
            Begin();
            return set?.Flow
                ?? head.Structures.SelectMany(one => one.References).Select(one => find(one)).FirstOrDefault(one => one is not null)
                ?? throw new SdmxFormatException(DataRules.UnknownStructure, "The structure of the message was not found.", 1);
        }
    }

    /// <inheritdoc/>
    public override int DataSets => dataSets;

    /// <inheritdoc/>
    public override DataAction Action => set?.Action ?? head.Action;

    /// <inheritdoc/>
    public override DateTimeOffset? ValidFrom => set?.ValidFrom;

    /// <inheritdoc/>
    public override DateTimeOffset? ValidTo => set?.ValidTo;

    /// <inheritdoc/>
    public override Uri? LaterDownload => Footer.FirstOrDefault(one => one.Code == "413" && one.Address is not null)?.Address;

    /// <inheritdoc/>
    public override int Line => row.Line;

    /// <inheritdoc/>
    public override TimePeriod Time => Row.Time;

    /// <inheritdoc/>
    public override double Value => Row.Value;

    /// <inheritdoc/>
    public override ObservationStatus Status => StatusOf(statusSlot < 0 ? null : Row[statusSlot], Row.Value);

    /// <inheritdoc/>
    public override bool HasTime => Row.HasTime;

    /// <inheritdoc/>
    public override bool HasValue => Row.HasValue;

    /// <inheritdoc/>
    public override bool IsPartialKey => !HasTime || Row.Codes.Contains(null);

    private XmlInput Xml => input!;

    private XmlDataSet Set => set ?? throw new InvalidOperationException("There is no current observation.");

    private XmlRow Row => Set.Row;

    /// <inheritdoc/>
    public override string Code(int dimension) => Row.Codes[dimension] ?? "";

    /// <inheritdoc/>
    public override string? Attribute(int attribute) => Row[Row.Slots.FirstAttribute + attribute];

    /// <inheritdoc/>
    public override bool Read()
    {
        Begin();
        while (place != Place.End)
        {
            if (place == Place.Message)
                NextInMessage();
            else if (place == Place.DataSet ? NextInDataSet() : NextInSeries())
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        place = Place.End;
        input?.Dispose();
        stream.Dispose();
    }
}
