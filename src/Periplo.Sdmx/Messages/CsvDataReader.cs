using System.Text;
using Periplo.Sdmx.Csv;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Reads data in SDMX-CSV 1.0 and 2.0, row by row. Columns may stand in any order, in either case and with labels (<c>labels=both</c>
/// or <c>name</c>), as the OECD and Eurostat send them; custom columns are passed over and named in <see cref="PassedOver"/>. A file of
/// more than one structure, and one that a spreadsheet saved with other separators, is refused.
/// </summary>
public sealed class CsvDataReader : DataReader
{
    private const string StatusId = "OBS_STATUS";

    private readonly Stream stream;
    private readonly CsvReader rows;
    private readonly CsvColumns columns;
    private readonly Dataflow? dataflow;
    private readonly byte[] identity = [];
    private readonly byte[] kind = [];
    private readonly CsvCells cells = default!;
    private readonly int status = -1;
    private bool pending;
    private bool ended;
    private DataAction action = DataAction.Information;

    /// <summary>Opens a file and finds the structure its first row of data names.</summary>
    /// <param name="stream">The file; closed with this reader.</param>
    /// <param name="find">Finds the structure.</param>
    /// <exception cref="SdmxFormatException">The file is no SDMX-CSV, or its structure is not known.</exception>
    public CsvDataReader(Stream stream, StructureFinder find)
    {
        this.stream = stream;
        rows = new(stream);
        try
        {
            if (!rows.Read())
                throw new SdmxFormatException(DataRules.UnknownFormat, "The file is empty.", 1);
            columns = new(rows.Texts());
            pending = rows.Read();
            ended = !pending;
            if (ended)
                return;
            if (rows.FieldCount <= Math.Max(columns.Id, columns.Structure))
                throw Wrong(DataRules.NoStructure, "The row ends before it names a structure.", rows.FieldCount);
            identity = rows[columns.Id].ToArray();
            kind = columns.Structure < 0 ? [] : rows[columns.Structure].ToArray();
            dataflow = Find(find);
        }
        catch (CsvFormatException fault)
        {
            throw Form(fault);
        }

        var structure = dataflow.Structure;
        var ids = structure.Dimensions.Select(one => one.Id)
            .Concat([DataStructure.TimeDimension, CsvHead.Value])
            .Concat(structure.Attributes.Select(one => one.Id)).ToList();
        cells = new(structure, columns.Find(ids, out var passedOver), columns.Separator);
        PassedOver = passedOver;
        for (var i = 0; i < structure.Attributes.Count; i++)
            status = structure.Attributes[i].Id == StatusId ? i : status;
        RefuseMissingDimensions();
    }

    /// <summary>Edition of the file.</summary>
    public CsvVersion Version => columns.Version;

    /// <summary>Columns that the structure does not have: names, keys, custom ones.</summary>
    public IReadOnlyList<string> PassedOver { get; } = [];

    /// <inheritdoc/>
    /// <exception cref="SdmxFormatException">The file has no row of data, which is where the structure stands.</exception>
    public override Dataflow Dataflow => dataflow ?? throw new SdmxFormatException(DataRules.NoStructure, "The file has no row of data, so it names no structure.", 1);

    /// <inheritdoc/>
    public override DataAction Action => action;

    /// <inheritdoc/>
    public override int DataSets => cells is { HasBegun: true } ? 1 : 0;

    /// <inheritdoc/>
    public override int Line => rows.Line;

    /// <inheritdoc/>
    public override TimePeriod Time => cells.Time;

    /// <inheritdoc/>
    public override bool HasTime => cells.HasTime;

    /// <inheritdoc/>
    public override double Value => cells.Value;

    /// <inheritdoc/>
    public override bool HasValue => cells.HasValue;

    /// <inheritdoc/>
    public override bool IsPartialKey => cells.IsPartial;

    /// <inheritdoc/>
    public override ObservationStatus Status => StatusOf(status < 0 ? null : cells.Attributes[status], cells.Value);

    /// <inheritdoc/>
    public override string Code(int dimension) => cells.Codes[dimension];

    /// <inheritdoc/>
    public override string? Attribute(int attribute) => cells.Attributes[attribute];

    /// <inheritdoc/>
    public override bool Read()
    {
        while (!ended)
        {
            try
            {
                if (!pending && !rows.Read())
                {
                    ended = true;
                    break;
                }
            }
            catch (CsvFormatException fault)
            {
                ended = true;
                throw Form(fault);
            }

            pending = false;
            if (ReadRow())
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        ended = true;
        if (disposing)
            stream.Dispose();
    }

    /// <summary>Reads the current row; false where it was rejected.</summary>
    private bool ReadRow()
    {
        if (rows.FieldCount != columns.Count)
        {
            Reject(DataRules.BadForm, $"The row has {rows.FieldCount} fields, the first row {columns.Count}.", rows.Line, Math.Min(rows.FieldCount, columns.Count) + 1, "");
            return false;
        }

        RefuseOtherStructure();
        action = DataAction.Information;
        if (columns.Action >= 0 && !TryParseAction(rows[columns.Action], out action))
        {
            Reject(DataRules.BadForm, "ACTION is none of I, A, M, R and D.", rows.Line, columns.Action + 1, "");
            return false;
        }

        var requires = RequiresAttributes && action is not (DataAction.Merge or DataAction.Delete);
        if (cells.TryRead(rows, action, requires, out var rule, out var detail, out var column))
            return true;
        Reject(rule, detail, rows.Line, column, KeyText(cells.Codes, cells.TimeText));
        return false;
    }

    private void RefuseOtherStructure()
    {
        if (rows[columns.Id].SequenceEqual(identity) && (columns.Structure < 0 || rows[columns.Structure].SequenceEqual(kind)))
            return;
        ended = true;
        throw Wrong(
            DataRules.SeveralStructures,
            $"The file has data of more than one structure: {Shown(rows[columns.Id])} after {Shown(identity)}. Send a file for each.", columns.Id);
    }

    private Dataflow Find(StructureFinder find)
    {
        var text = rows.Text(columns.Id);
        var type = StructureType.Dataflow;
        if (columns.Structure >= 0 && !CsvStructure.TryParseType(rows.Text(columns.Structure), out type))
            throw Wrong(DataRules.NoStructure, "STRUCTURE is none of dataflow, datastructure and dataprovision.", columns.Structure);
        if (!CsvStructure.TryParse(type, text, out var reference))
            throw Wrong(DataRules.NoStructure, $"{Shown(identity)} is no structure; write AGENCY:ID(VERSION).", columns.Id);
        return find(reference) ?? throw Wrong(DataRules.UnknownStructure, $"The structure {Shown(identity)} is not known.", columns.Id);
    }

    /// <summary>What lacks a column cannot be told apart; only deletions may leave dimensions out, and they say so row by row.</summary>
    private void RefuseMissingDimensions()
    {
        if (columns.Action >= 0 || cells.Missing is not { } missing)
            return;
        ended = true;
        throw new SdmxFormatException(DataRules.MissingDimension, $"The first row has no column {missing}.", 1);
    }

    private static bool TryParseAction(ReadOnlySpan<byte> text, out DataAction action)
    {
        action = DataAction.Information;
        switch (text)
        {
            case [] or [(byte)'I']:
                return true;
            case [(byte)'A']:
                action = DataAction.Append;
                return true;
            case [(byte)'M']:
                action = DataAction.Merge;
                return true;
            case [(byte)'R']:
                action = DataAction.Replace;
                return true;
            case [(byte)'D']:
                action = DataAction.Delete;
                return true;
            default:
                return false;
        }
    }

    private static string Shown(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.Length > 80 ? text[..80] : text);

    private SdmxFormatException Wrong(string rule, string detail, int column) => new(rule, detail, rows.Line, column + 1);

    private static SdmxFormatException Form(CsvFormatException fault)
    {
        var detail = fault.Fault switch
        {
            CsvFault.UnclosedQuote => "The file ends inside a quoted field.",
            CsvFault.TextAfterQuote => "Characters stand between a closing quote and the next comma.",
            CsvFault.NotUtf8 => "The bytes are not UTF-8.",
            CsvFault.NotUtf8ByteOrderMark => "The file is UTF-16 or UTF-32; save it as UTF-8.",
            CsvFault.ZeroByte => "A zero byte: this is no text file.",
            _ => $"A row is longer than {CsvReader.LongestRecord} bytes.",
        };
        return new(fault.Fault == CsvFault.RecordTooLong ? DataRules.TooLarge : DataRules.NotCsv, detail, fault.Line, fault.Field);
    }
}
