using System.Buffers.Text;
using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>Writes data sets of a message as their cursors give them.</summary>
internal sealed class JsonDataSetWriter
{
    private const int FlushAt = 32 << 10;

    private readonly Utf8JsonWriter json;
    private readonly DataMessage message;
    private readonly JsonVersion version;
    private readonly JsonDataLayout layout;
    private readonly byte[] key;
    private readonly int[] series;
    private readonly int[] next;
    private readonly int[] observation;
    private readonly int[] attributes;
    private bool inObservations;

    /// <summary>Writes the data sets of a message.</summary>
    public JsonDataSetWriter(Utf8JsonWriter json, DataMessage message, JsonVersion version, JsonDataLayout layout)
    {
        (this.json, this.message, this.version, this.layout) = (json, message, version, layout);
        series = new int[layout.SeriesDimensions.Length];
        next = new int[series.Length];
        observation = new int[layout.ObservationDimensions.Length];
        attributes = new int[layout.Structure.Attributes.Count];
        key = new byte[11 * (layout.Structure.Dimensions.Count + 1)];
    }

    /// <summary>Count of the data sets written so far.</summary>
    public int Count { get; private set; }

    /// <summary>Writes a data set.</summary>
    public void Write(DataSet set)
    {
        var cursor = set.Cursor;
        var any = cursor.Read();
        Begin(set, any);
        if (layout.IsFlat)
            WriteFlat(cursor, any);
        else if (layout.IsTimeSeries)
            WriteSeries(set, any);
        else
            WriteSections(cursor, any);
        End();
    }

    private void Begin(DataSet set, bool any)
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
        if (any)
            WriteAttributes(set.Cursor, layout.DataSetAttributes);
        json.WriteStartObject(layout.IsFlat ? "observations"u8 : "series"u8);
        Count++;
    }

    private void End()
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteFlat(DataCursor cursor, bool any)
    {
        for (; any; any = cursor.Read())
        {
            layout.Number(cursor, layout.ObservationDimensions, observation);
            NumberAttributes(cursor);
            WriteObservation(cursor.Value, attributes);
        }
    }

    private void WriteSeries(DataSet set, bool any)
    {
        var cursor = set.Cursor;
        var (met, open) = (new HashSet<ulong>(), false);
        for (; any; any = cursor.Read())
        {
            layout.Number(cursor, layout.SeriesDimensions, next);
            if (!open || !next.AsSpan().SequenceEqual(series))
            {
                if (open)
                    EndSeries();
                next.CopyTo(series, 0);
                open = true;

                // A key must not come twice in an object, so what a reader met out of order goes on in another data set. That two
                // keys have the same hash does no harm: the data are only divided where they need not be.
                if (!met.Add(Hash(series)))
                {
                    if (!layout.HasObservations)
                    {
                        open = false;
                        continue;
                    }

                    met.Clear();
                    met.Add(Hash(series));
                    End();
                    Begin(set, any);
                }

                BeginSeries(cursor);
            }

            if (!layout.HasObservations || cursor is DataReader { HasTime: false })
                continue;
            layout.Number(cursor, layout.ObservationDimensions, observation);
            NumberAttributes(cursor);
            if (!inObservations)
                BeginObservations();
            WriteObservation(cursor.Value, attributes);
        }

        if (open)
            EndSeries();
    }

    private void BeginSeries(DataCursor cursor)
    {
        json.WriteStartObject(Key(series));
        WriteAttributes(cursor, layout.SeriesAttributes);
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

    /// <summary>Cross sections: observations of one lie apart in a cursor, so they are put aside and written section by section.</summary>
    private void WriteSections(DataCursor cursor, bool any)
    {
        using var sections = new JsonSections(layout);
        for (; any; any = cursor.Read())
        {
            layout.Number(cursor, layout.SeriesDimensions, series);
            layout.Number(cursor, layout.ObservationDimensions, observation);
            NumberAttributes(cursor);
            sections.Add(cursor, series, observation[0], attributes);
        }

        for (var section = 0; section < sections.Count; section++)
        {
            json.WriteStartObject(Key(sections.Key(section)));
            WriteAttributes(sections.Attributes(section));
            if (layout.HasObservations)
                BeginObservations();
            var rows = sections.Rows(section);
            while (rows.Next(out observation[0], out var value, attributes))
                WriteObservation(value, attributes);
            EndSeries();
        }
    }

    private void NumberAttributes(DataCursor cursor)
    {
        var listed = layout.ObservationAttributes;
        for (var i = 0; i < listed.Length; i++)
            attributes[i] = layout.NumberOfAttribute(cursor, listed[i]);
    }

    /// <summary>An observation: its value, null where it is missing, and the numbers of its attributes; nothing behind the last it has.</summary>
    private void WriteObservation(double value, int[] numbers)
    {
        json.WriteStartArray(Key(observation));
        var count = layout.ObservationAttributes.Length;
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
        json.WriteEndArray();
        Flush();
    }

    private void WriteAttributes(DataCursor cursor, int[] listed)
    {
        if (listed.Length == 0)
            return;
        json.WriteStartArray("attributes"u8);
        foreach (var attribute in listed)
            WriteNumber(layout.NumberOfAttribute(cursor, attribute));
        json.WriteEndArray();
    }

    private void WriteAttributes(ReadOnlySpan<int> numbers)
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

    /// <summary>Numbers with colons between.</summary>
    private ReadOnlySpan<byte> Key(ReadOnlySpan<int> numbers)
    {
        var length = 0;
        foreach (var number in numbers)
        {
            if (length > 0)
                key[length++] = (byte)':';
            Utf8Formatter.TryFormat(number, key.AsSpan(length), out var written);
            length += written;
        }

        return key.AsSpan(0, length);
    }

    private static ulong Hash(int[] numbers)
    {
        var hash = 14695981039346656037UL;
        foreach (var number in numbers)
            hash = (hash ^ (uint)number) * 1099511628211UL;
        return hash ^ (hash >> 29);
    }

    private void Flush()
    {
        if (json.BytesPending > FlushAt)
            json.Flush();
    }
}
