using System.Text;

namespace Periplo.Sdmx.Messages;

/// <summary>The rows of SDMX-CSV. What the observations of a series have in common is put together once and copied.</summary>
internal sealed class CsvRows
{
    private readonly DataMessage message;
    private readonly Utf8Output output;
    private readonly CsvOptions options;
    private readonly CsvColumn[] dimensions;
    private readonly (int Position, CsvColumn Column)[] attributes;
    private readonly string[] codes;

    private byte[] lead = [];
    private byte[] common = new byte[256];
    private int commonLength;
    private int keyEnd;
    private bool keyQuoted;

    /// <summary>Rows of a message.</summary>
    public CsvRows(DataMessage message, Utf8Output output, CsvOptions options)
    {
        (this.message, this.output, this.options) = (message, output, options);
        var structure = message.Dataflow.Structure;
        codes = new string[structure.Dimensions.Count];
        dimensions = new CsvColumn[codes.Length];
        for (var i = 0; i < codes.Length; i++)
            dimensions[i] = new(structure.Dimensions[i].CodeList, options.Labels, message.Languages);
        var written = new List<(int, CsvColumn)>(structure.Attributes.Count);
        for (var i = 0; i < structure.Attributes.Count; i++)
        {
            if (IsWritten(structure.Attributes[i]))
                written.Add((i, new(structure.Attributes[i].CodeList, options.Labels, message.Languages)));
        }

        attributes = [.. written];
    }

    private bool HasObservations => message.Detail is DataDetail.Full or DataDetail.DataOnly;

    private bool HasObservationKey => options.Version == CsvVersion.V2 && options.Keys.HasFlag(CsvKeys.Obs);

    /// <summary>Writes the first row.</summary>
    public void WriteHead() => output.Write(CsvHead.Write(message, options, HasObservations, message.Dataflow.Structure.Attributes.Where(IsWritten)));

    /// <summary>Writes the observations, or the series where only they are wanted, of a data set.</summary>
    public void Write(DataSet set)
    {
        lead = Lead(set.Action);
        var cursor = set.Cursor;
        var begun = false;
        while (cursor.Read())
        {
            if (!begun || !IsSameSeries(cursor))
            {
                begun = true;
                Begin(cursor);
            }
            else if (!HasObservations)
            {
                continue;
            }

            WriteKey(cursor);
            if (HasObservations)
                WriteObservation(cursor, set.Action == DataAction.Delete);
            foreach (var (position, column) in attributes)
            {
                output.Write(","u8);
                // What is to be deleted is named by its key; a field that is not empty would keep the rest of it (field guide, Delete).
                output.Write(column.Field(set.Action == DataAction.Delete ? null : cursor.Attribute(position)));
            }

            output.Write("\n"u8);
        }
    }

    private bool IsWritten(DataAttribute attribute) =>
        message.Detail == DataDetail.Full || (message.Detail == DataDetail.NoData && attribute.Attachment != Attachment.Observation);

    private bool IsSameSeries(DataCursor cursor)
    {
        // From the end, where keys that follow each other differ.
        for (var i = codes.Length - 1; i >= 0; i--)
        {
            if (!string.Equals(codes[i], cursor.Code(i)))
                return false;
        }

        return true;
    }

    /// <summary>Puts together what stands before the period in every row of a series.</summary>
    private void Begin(DataCursor cursor)
    {
        commonLength = 0;
        Add(lead);
        for (var i = 0; i < codes.Length; i++)
            codes[i] = cursor.Code(i);
        if (options.Version == CsvVersion.V2 && options.Keys != CsvKeys.None)
            AddKeys();
        for (var i = 0; i < codes.Length; i++)
        {
            if (i > 0)
                Add(","u8);
            Add(dimensions[i].Field(codes[i]));
        }
    }

    private void AddKeys()
    {
        var key = string.Join('.', codes);
        if (options.Keys.HasFlag(CsvKeys.Series))
        {
            commonLength = CsvText.Write(key, ref common, commonLength);
            Add(","u8);
        }

        if (!HasObservationKey)
            return;
        var begin = commonLength;
        commonLength = CsvText.Write($"{key}.", ref common, commonLength);

        // The period comes between: the quote that closes the key stands behind it.
        keyQuoted = common[begin] == (byte)'"';
        if (keyQuoted)
            commonLength--;
        keyEnd = commonLength;
    }

    private void WriteKey(DataCursor cursor)
    {
        if (!HasObservationKey)
        {
            output.Write(common.AsSpan(0, commonLength));
            return;
        }

        output.Write(common.AsSpan(0, keyEnd));
        if (HasObservations)
            output.Write(cursor.Time);
        output.Write(keyQuoted ? "\","u8 : ","u8);
        output.Write(common.AsSpan(keyEnd, commonLength - keyEnd));
    }

    private void WriteObservation(DataCursor cursor, bool deleted)
    {
        output.Write(","u8);
        if (options.NormalizedTime)
            WriteFirstDay(cursor.Time);
        else
            output.Write(cursor.Time);

        // Where names have columns of their own, those of the period and of the value are empty.
        output.Write(options.Labels == CsvLabels.Name ? ",,"u8 : ","u8);
        var value = cursor.Value;
        if (!deleted && !double.IsNaN(value))
            output.Write(value);
        if (options.Labels == CsvLabels.Name)
            output.Write(","u8);
    }

    private void WriteFirstDay(TimePeriod time)
    {
        Span<byte> day = stackalloc byte[TimePeriod.Longest];
        time.FirstDay.TryFormat(day, out var written, "yyyy-MM-dd");
        output.Write(day[..written]);
    }

    /// <summary>What stands at the beginning of every row of a data set: its structure and what is to be done.</summary>
    private byte[] Lead(DataAction action)
    {
        var flow = message.Dataflow;
        var (kind, id) = options.Version == CsvVersion.V2 && message.Provision is { } provision
            ? ("dataprovision", $"{provision.Agency}:{provision.Id}({provision.Version})")
            : ("dataflow", $"{flow.Agency}:{flow.Id}({flow.Version})");
        var bytes = new byte[128];
        var length = CsvHead.Labelled(id, flow.Name, options.Labels, message.Languages, ref bytes);
        return options.Version == CsvVersion.V2
            ? [.. Encoding.UTF8.GetBytes(kind), (byte)',', .. bytes.AsSpan(0, length), (byte)',', Letter(action), (byte)',']
            : [.. bytes.AsSpan(0, length), (byte)','];
    }

    private static byte Letter(DataAction action) => action switch
    {
        DataAction.Information => (byte)'I',
        DataAction.Append => (byte)'A',
        DataAction.Merge => (byte)'M',
        DataAction.Delete => (byte)'D',
        _ => (byte)'R',
    };

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (common.Length - commonLength < bytes.Length)
            Array.Resize(ref common, Math.Max(common.Length * 2, commonLength + bytes.Length));
        bytes.CopyTo(common.AsSpan(commonLength));
        commonLength += bytes.Length;
    }
}
