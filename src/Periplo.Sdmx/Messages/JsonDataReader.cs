using Periplo.Sdmx.Json;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Reads data in SDMX-JSON 1.0 and 2.0 and in the drafts before (which have <c>header</c> and the data at the top level): time series,
/// cross sections and flat data sets, with attributes of data sets, of keys with open places (2.0), of series and of observations.
/// </summary>
/// <remarks>
/// The message is passed over twice, since the structure may stand behind the data it explains; a stream that cannot be positioned is
/// put aside first. Memory: the structure of the message with the values it lists, and the attributes of keys with open places; not the
/// observations. The same series may come several times: .Stat writes so, and the field guide lets it.
/// What is wrong with the message as a whole is thrown by the constructor or by <see cref="Read"/>, which then has no more to give.
/// </remarks>
public sealed partial class JsonDataReader : DataReader
{
    private readonly Stream source;
    private readonly Spool? spool;
    private readonly JsonMessageScan scan;
    private readonly List<JsonBinding> bindings = [];
    private readonly JsonPull main;
    private readonly JsonPull aside;
    private Dataflow? dataflow;
    private int sets;

    /// <summary>Begins to read.</summary>
    /// <param name="stream">The message, from where the stream stands.</param>
    /// <param name="finder">Finds the structures it refers to. Asked with an empty reference to a dataflow where it refers to none.</param>
    /// <exception cref="SdmxFormatException">The message is no SDMX-JSON message of data, or its structure is not found.</exception>
    public JsonDataReader(Stream stream, StructureFinder finder)
    {
        source = stream;
        if (!stream.CanSeek)
            spool = Spool.Of(stream);
        try
        {
            var seekable = spool?.Stream ?? stream;
            scan = JsonMessageScan.Read(seekable);
            Bind(finder);
            main = new(seekable, default);
            aside = new(seekable, default);
        }
        catch
        {
            spool?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override MessageHeader? Header => scan.Header;

    /// <inheritdoc/>
    public override Dataflow Dataflow => dataflow ?? throw new SdmxFormatException(DataRules.NoStructure, "the message has no data and names no structure", 0);

    /// <inheritdoc/>
    public override int DataSets => sets;

    /// <inheritdoc/>
    public override DataAction Action => sets == 0 ? DataAction.Information : scan.DataSets![sets - 1].Action;

    /// <inheritdoc/>
    public override DateTimeOffset? ValidFrom => sets == 0 ? null : scan.DataSets![sets - 1].ValidFrom;

    /// <inheritdoc/>
    public override DateTimeOffset? ValidTo => sets == 0 ? null : scan.DataSets![sets - 1].ValidTo;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (ended)
            return false;

        // Whatever is thrown, what follows cannot be understood any more.
        ended = true;
        while (!ReadRow())
        {
            if (sets == scan.DataSets!.Count)
                return false;
            BeginDataSet();
        }

        ended = false;
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        spool?.Dispose();
        source.Dispose();
    }

    private void Bind(StructureFinder finder)
    {
        var flows = new Dictionary<StructureReference, Dataflow?>();
        var known = new Dictionary<(int, Dataflow), JsonBinding>();
        foreach (var read in scan.DataSets!)
        {
            if (read.Structure >= scan.Structures.Count)
                throw new SdmxFormatException(DataRules.BadForm, "a data set names a structure the message does not have", 1, 1);
            var structure = scan.Structures[read.Structure];
            var flow = Find([.. structure.References, .. read.References], finder, flows);
            if (!known.TryGetValue((read.Structure, flow), out var binding))
                known.Add((read.Structure, flow), binding = new(structure, flow));
            bindings.Add(binding);
        }

        if (bindings.Count > 0)
            dataflow = bindings[0].Dataflow;
        else if (scan.Structures is [{ References.Count: > 0 } only, ..])
            dataflow = Find(only.References, finder, flows);
    }

    private static Dataflow Find(List<StructureReference> references, StructureFinder finder, Dictionary<StructureReference, Dataflow?> flows)
    {
        var asked = references.Count > 0 ? references : [new(StructureType.Dataflow, "", "", "")];
        foreach (var reference in asked)
        {
            if (!flows.TryGetValue(reference, out var flow))
                flows.Add(reference, flow = finder(reference));
            if (flow is not null)
                return flow;
        }

        if (references.Count == 0)
            throw new SdmxFormatException(DataRules.NoStructure, "the message does not say which structure its data have", 1, 1);
        throw new SdmxFormatException(DataRules.UnknownStructure, $"the structure {StructureUrn.Of(references[0])} was not found", 1, 1);
    }
}
