using Periplo.Sdmx.Csv;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>An opened file: a text from its beginning, or a workbook. What it is follows from its content, never from its name.</summary>
internal sealed class SourceContent
{
    private const int HeadBytes = 64 << 10;
    private const int HeadRecords = 12;

    private SourceContent(string file, Stream? text, Workbook? workbook) => (File, text_, Workbook) = (file, text, workbook);

    private readonly Stream? text_;

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>The workbook, or null when the file is a text.</summary>
    public Workbook? Workbook { get; }

    /// <summary>The text from its beginning; for text files only.</summary>
    public Stream Text => text_ ?? throw new InvalidOperationException("A workbook has no text.");

    /// <summary>The first records of a text, with the line of each; empty for a workbook.</summary>
    public IReadOnlyList<(int Line, string[] Fields)> Head { get; private set; } = [];

    /// <summary>Opens what <paramref name="bytes"/> hold.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="mapped">True when a mapping says how to read it: its encoding and delimiter are then not ours to judge.</param>
    /// <param name="cancellation">Stops it.</param>
    public static SourceContent Open(string file, HashingStream bytes, bool mapped, CancellationToken cancellation)
    {
        var raw = new PeekStream(bytes, 4096);
        if (raw.Head.IsEmpty)
            throw new InputException(file, null, Refusals.Empty);
        if (raw.Head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new InputException(file, null, Refusals.OldExcel);
        if (raw.Head.StartsWith("PK"u8) && (raw.Head.Length < 4 || raw.Head[2] < 32))
            return new(file, null, Workbook.Open(file, Whole(file, raw), cancellation));
        if (!raw.Head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return OfText(file, raw, mapped);
        return OfText(file, new InflatedStream(raw, () => bytes.Passed, file), mapped);
    }

    private static SourceContent OfText(string file, Stream stream, bool mapped)
    {
        var text = new PeekStream(stream, HeadBytes);
        if (text.Head.IsEmpty)
            throw new InputException(file, null, Refusals.Empty);
        if (text.Head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || text.Head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new InputException(file, null, Refusals.Utf16);
        if (text.Head.StartsWith("PK\x3\x4"u8) || text.Head.StartsWith("%PDF"u8) || text.Head.Contains((byte)0))
            throw new InputException(file, null, Refusals.NotText);
        return new(file, text, null) { Head = mapped ? [] : FirstRecords(file, text) };
    }

    private static List<(int, string[])> FirstRecords(string file, PeekStream text)
    {
        var records = new List<(int, string[])>();
        var reader = new CsvReader(text.HeadAlone);
        try
        {
            while (records.Count < HeadRecords && reader.Read())
                records.Add((reader.Line, reader.Texts()));
        }
        catch (CsvFormatException e)
        {
            // The beginning may end within a record; what is wrong with that one shows when it is read whole.
            if (text.Whole || records.Count == 0 || e.Fault == CsvFault.NotUtf8)
                throw CsvRows.Fault(file, reader, e);
        }

        return records;
    }

    private static byte[] Whole(string file, Stream stream)
    {
        var whole = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > Workbook.MostPacked)
                throw new InputException(file, null, Refusals.InflatesTooFar);
        }

        return whole.ToArray();
    }
}
