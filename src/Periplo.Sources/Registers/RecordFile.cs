using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Registers;

/// <summary>Files of records: CSV, XLSX and JSON, read by what they hold, not by what they are called.</summary>
public static class RecordFile
{
    /// <summary>Bytes a file may have, unpacked where it is a gzip file.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Records a file may have.</summary>
    public const int MostRows = 200_000;

    internal static readonly Text TooManyRows = new(
        $"el archivo tiene más de {MostRows} fichas; divídalo en varios.", $"the file has more than {MostRows} records; divide it into several.", $"le fichier a plus de {MostRows} fiches ; divisez-le en plusieurs.");

    private static readonly Text TooLong = new(
        $"el archivo ocupa más de {MostBytes >> 20} MB; divídalo en varios.", $"the file takes more than {MostBytes >> 20} MB; divide it into several.", $"le fichier dépasse {MostBytes >> 20} Mo ; divisez-le en plusieurs.");

    /// <summary>Reads the records of a file. What is wrong with their values is found later, by those who know the other records.</summary>
    /// <param name="register">The register.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="stream">The file.</param>
    /// <param name="progress">Told the share of the file that was read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The file is of none of the forms, or of another register.</exception>
    public static IReadOnlyList<RecordRow> Read(
        Register register, string file, Stream stream, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        using var packed = new BoundedStream(stream, file, passed =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (length > 0)
                progress?.Report((double)passed / length);
        });
        using var bytes = new HashingStream(packed, file);
        var content = SourceContent.Open(file, bytes, mapped: true, cancellation);
        if (content.Workbook is { } workbook)
            return RecordWorkbook.Read(register, file, workbook, cancellation);
        using var unpacked = new BoundedStream(content.Text, file, _ => { });
        var text = new PeekStream(unpacked, 4096);
        var head = text.Head.StartsWith("\uFEFF"u8) ? text.Head["\uFEFF"u8.Length..] : text.Head;
        if (head.TrimStart(" \t\r\n"u8) is [(byte)'[' or (byte)'{', ..])
            return RecordJson.Read(register, file, Whole(text), cancellation);
        // Spreadsheets of Spanish-speaking countries separate by semicolons what they call CSV.
        var first = head.IndexOf((byte)'\n') is var end and >= 0 ? head[..end] : head;
        return RecordTable.ReadCsv(register, file, text, first.Contains((byte)';') && !first.Contains((byte)',') ? ';' : ',', cancellation);
    }

    /// <summary>Writes records so that <see cref="Read"/> gives them back.</summary>
    /// <param name="form">The form.</param>
    /// <param name="extract">The records.</param>
    /// <param name="language">Language of names and instructions.</param>
    /// <param name="to">Where to.</param>
    public static void Write(RecordForm form, RecordExtract extract, Language language, Stream to)
    {
        switch (form)
        {
            case RecordForm.Csv:
                RecordCsv.Write(extract.Columns, extract.Records, to);
                break;
            case RecordForm.Json:
                RecordJson.Write(extract, language, to);
                break;
            default:
                RecordTemplate.Write(extract, language, to);
                break;
        }
    }

    private static ReadOnlySpan<byte> Whole(Stream stream)
    {
        var whole = new MemoryStream();
        stream.CopyTo(whole);
        var bytes = whole.GetBuffer().AsSpan(0, (int)whole.Length);
        return bytes.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;
    }

    /// <summary>Passes on no more bytes than a file may have.</summary>
    private sealed class BoundedStream(Stream inner, string file, Action<long> step) : ForwardStream
    {
        private long passed;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            passed += read;
            step(passed);
            return passed <= MostBytes ? read : throw new InputException(file, null, TooLong);
        }
    }
}
