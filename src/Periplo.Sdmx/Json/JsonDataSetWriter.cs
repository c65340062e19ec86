using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>
/// Writes data sets of a message as their cursors give them. A data set goes on in another of the same action where one of its attributes
/// changes, and where a key of a series comes again that is written already (a reader may have met it so, and an object must not have a
/// name twice): nothing a cursor says is lost. Deletions have neither value nor attributes, so that they remove observations whole.
/// </summary>
internal sealed class JsonDataSetWriter
{
    private const int FlushAt = 32 << 10;

    private readonly Utf8JsonWriter json;
    private readonly DataMessage message;
    private readonly JsonVersion version;
    private readonly JsonDataLayout layout;
    private readonly byte[] key;
    private readonly int[] series;
    private readonly int[] observation;
    private readonly int[] dataSetAttributes;
    private readonly int[] seriesAttributes;
    private readonly int[] attributes;
    private readonly HashSet<ulong> met = [];
    private bool inObservations;

    /// <summary>Writes the data sets of a message.</summary>
    public JsonDataSetWriter(Utf8JsonWriter json, DataMessage message, JsonVersion version, JsonDataLayout layout)
    {
        (this.json, this.message, this.version, this.layout) = (json, message, version, layout);
        series = new int[layout.SeriesDimensions.Length];
        observation = new int[layout.ObservationDimensions.Length];
        dataSetAttributes = new int[layout.DataSetAttributes.Length];
        seriesAttributes = new int[layout.SeriesAttributes.Length];
        attributes = new int[layout.ObservationAttributes.Length];
        key = new byte[JsonKeys.LongestNumber * (layout.Structure.Dimensions.Count + 1)];
    }

    /// <summary>Count of the data sets written so far.</summary>
    public int Count { get; private set; }

    /// <summary>Writes a data set.</summary>
    public void Write(DataSet set)
    {
        var any = set.Cursor.Read();
        do
        {
            var hasAttributes = any && set.Action != DataAction.Delete;
            if (hasAttributes)
                layout.NumberAttributes(set.Cursor, layout.DataSetAttributes, dataSetAttributes);
            Begin(set, hasAttributes);
            if (any)
                any = layout.IsFlat ? WriteFlat(set) : layout.IsTimeSeries ? WriteSeries(set) : WriteSections(set);
            End();
        }
        while (any);
    }

    private void Begin(DataSet set, bool hasAttributes)
    {
        json.WriteStartObject();
        if (version == JsonVersion.V2)
            json.WriteNumber("structure"u8, 0);

        // Neither version of the schema knows Merge; Append is what they call it (field guide, dataSet).
        json.WriteString("action"u8, set.Action == DataAction.Merge ? nameof(DataAction.Append) : set.Action.ToString());
        if (set.ValidFrom is { } from)
            json.WriteString("validFrom"u8, JsonHeader.Moment(from));
        if (set.ValidTo is { } to)
            json.WriteString("validTo"u8, JsonHeader.Moment(to));
        var flow = message.Dataflow;
        JsonLinks.Write(json, "dataflow", StructureUrn.Of(new StructureReference(StructureType.Dataflow, flow.Agency, flow.Id, flow.Version)));
        if (hasAttributes)
            WriteAttributes(dataSetAttributes);
        json.WriteStartObject(layout.IsFlat ? "observations"u8 : "series"u8);
        met.Clear();
        Count++;
    }

    private void End()
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>True when the current observation belongs to another data set, since an attribute of the data set is another.</summary>
    private bool DataSetChanges(DataSet set)
    {
        if (set.Action == DataAction.Delete)
            return false;
        for (var i = 0; i < dataSetAttributes.Length; i++)
        {
            if (layout.NumberOfAttribute(set.Cursor, layout.DataSetAttributes[i]) != dataSetAttributes[i])
                return true;
        }

        return false;
    }

    /// <summary>Writes observations without series; true when there are more, for another data set. So do the others.</summary>
    private bool WriteFlat(DataSet set)
    {
        var isDeletion = set.Action == DataAction.Delete;
        do
        {
            if (DataSetChanges(set))
                return true;
            layout.Number(set.Cursor, layout.ObservationDimensions, observation);
            WriteObservation(set.Cursor, isDeletion);
        }
        while (set.Cursor.Read());
        return false;
    }

    private bool WriteSeries(DataSet set)
    {
        var (cursor, isDeletion, open) = (set.Cursor, set.Action == DataAction.Delete, false);
        var (next, nextAttributes) = (new int[series.Length], new int[seriesAttributes.Length]);
        do
        {
            layout.Number(cursor, layout.SeriesDimensions, next);
            if (!isDeletion)
                layout.NumberAttributes(cursor, layout.SeriesAttributes, nextAttributes);
            var changes = DataSetChanges(set);
            if (changes || !open || !next.AsSpan().SequenceEqual(series) || !nextAttributes.AsSpan().SequenceEqual(seriesAttributes))
            {
                if (open)
                    EndSeries();
                open = false;

                // That two keys have the same hash does no harm: the data are only divided where they need not be.
                if (changes || (met.Contains(JsonKeys.Hash(next)) && layout.HasObservations))
                    return true;
                if (!met.Add(JsonKeys.Hash(next)))
                    continue;
                next.CopyTo(series, 0);
                nextAttributes.CopyTo(seriesAttributes, 0);
                BeginSeries(series, seriesAttributes, isDeletion);
                open = true;
            }

            if (!layout.HasObservations || cursor is DataReader { HasTime: false })
                continue;
            layout.Number(cursor, layout.ObservationDimensions, observation);
            if (!inObservations)
                BeginObservations();
            WriteObservation(cursor, isDeletion);
        }
        while (cursor.Read());
        if (open)
            EndSeries();
        return false;
    }

    /// <summary>Cross sections: observations of one lie apart in a cursor, so they are put aside and written section by section.</summary>
    private bool WriteSections(DataSet set)
    {
        using var sections = new JsonSections(layout);
        var (more, isDeletion) = (false, set.Action == DataAction.Delete);
        do
        {
            more = DataSetChanges(set);
            if (more)
                break;
            layout.Number(set.Cursor, layout.SeriesDimensions, series);
            layout.Number(set.Cursor, layout.ObservationDimensions, observation);
            if (!isDeletion)
            {
                layout.NumberAttributes(set.Cursor, layout.SeriesAttributes, seriesAttributes);
                layout.NumberAttributes(set.Cursor, layout.ObservationAttributes, attributes);
            }

            sections.Add(series, seriesAttributes, observation[0], set.Cursor.Value, attributes);
        }
        while (set.Cursor.Read());
        for (var section = 0; section < sections.Count; section++)
        {
            var (numbers, ofSection) = sections[section];
            if (!met.Add(JsonKeys.Hash(numbers)))
            {
                End();
                Begin(set, !isDeletion);
                met.Add(JsonKeys.Hash(numbers));
            }

            BeginSeries(numbers, ofSection, isDeletion);
            if (layout.HasObservations)
                BeginObservations();
            var rows = sections.Fetch(section);
            for (var row = 0; row < rows; row++)
            {
                sections.Read(row, out observation[0], out var value, attributes);
                WriteObservation(value, attributes, isDeletion);
            }

            EndSeries();
        }

        return more;
    }

    private void BeginSeries(int[] numbers, int[] ofSeries, bool isDeletion)
    {
        json.WriteStartObject(Key(numbers));
        if (!isDeletion)
            WriteAttributes(ofSeries);
    }

    private void BeginObservations()
    {
        json.WriteStartObject("observations"u8);
        inObservations = true;
    }

    private void EndSeries()
    {
        if (inObservations)
            json.WriteEndObject();
        inObservations = false;
        json.WriteEndObject();
        Flush();
    }

    private void WriteObservation(DataCursor cursor, bool isDeletion)
    {
        if (!isDeletion)
            layout.NumberAttributes(cursor, layout.ObservationAttributes, attributes);
        WriteObservation(cursor.Value, attributes, isDeletion);
    }

    /// <summary>An observation: its value, null where it is missing, and the numbers of its attributes; nothing behind the last it has.</summary>
    private void WriteObservation(double value, int[] numbers, bool isDeletion)
    {
        json.WriteStartArray(Key(observation));
        if (!isDeletion)
        {
            var count = numbers.Length;
            while (count > 0 && numbers[count - 1] < 0)
                count--;
            if (double.IsFinite(value))
                json.WriteNumberValue(value);
            else if (double.IsInfinity(value))
                json.WriteStringValue(value > 0 ? "INF"u8 : "-INF"u8);
            else
                json.WriteNullValue();
            for (var i = 0; i < count; i++)
                WriteNumber(numbers[i]);
        }

        json.WriteEndArray();
        Flush();
    }

    private void WriteAttributes(int[] numbers)
    {
        if (numbers.Length == 0)
            return;
        json.WriteStartArray("attributes"u8);
        foreach (var number in numbers)
            WriteNumber(number);
        json.WriteEndArray();
    }

    private void WriteNumber(int number)
    {
        if (number < 0)
            json.WriteNullValue();
        else
            json.WriteNumberValue(number);
    }

    private ReadOnlySpan<byte> Key(int[] numbers) => JsonKeys.Write(numbers, key);

    private void Flush()
    {
        if (json.BytesPending > FlushAt)
            json.Flush();
    }
}
