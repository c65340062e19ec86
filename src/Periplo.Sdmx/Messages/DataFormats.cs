using System.Buffers;
using System.Text;

namespace Periplo.Sdmx.Messages;

/// <summary>The formats of data by their content, and writing each.</summary>
public static class DataFormats
{
    /// <summary>Bytes of a message that are looked at to know its format.</summary>
    private const int HeadLength = 64 << 10;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(",;\t\r\n\"["u8);

    /// <summary>Knows the format of a message by its beginning; names of files and media types are not asked, as they are often wrong.</summary>
    /// <param name="head">The message; where it can seek it is left where it was, else its beginning is used up.</param>
    /// <exception cref="SdmxFormatException">It is no message of data in a format that is read.</exception>
    public static DataFormat Detect(Stream head)
    {
        var start = head.CanSeek ? head.Position : 0;
        var buffer = new byte[HeadLength];
        var length = head.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (head.CanSeek)
            head.Position = start;
        return Of(buffer.AsSpan(0, length), length < buffer.Length);
    }

    /// <summary>Writes a message in a format.</summary>
    /// <exception cref="ArgumentException">The format is one that is read alone.</exception>
    public static void Write(DataMessage message, Stream stream, DataFormat format)
    {
        switch (format)
        {
            case DataFormat.GenericXml or DataFormat.GenericTimeSeriesXml:
                GenericXmlWriter.Write(message, stream, format == DataFormat.GenericTimeSeriesXml);
                break;
            case DataFormat.StructureSpecificXml or DataFormat.StructureSpecificTimeSeriesXml:
                StructureSpecificXmlWriter.Write(message, stream, format == DataFormat.StructureSpecificTimeSeriesXml);
                break;
            case DataFormat.Json1 or DataFormat.Json2:
                JsonDataWriter.Write(message, stream, format == DataFormat.Json1 ? JsonVersion.V1 : JsonVersion.V2);
                break;
            case DataFormat.Csv1 or DataFormat.Csv2:
                CsvDataWriter.Write(message, stream, new(format == DataFormat.Csv1 ? CsvVersion.V1 : CsvVersion.V2, CsvLabels.Id, NormalizedTime: false, CsvKeys.None));
                break;
            default:
                throw new ArgumentException($"{format} is read and not written.", nameof(format));
        }
    }

    private static DataFormat Of(ReadOnlySpan<byte> head, bool whole)
    {
        var text = head.StartsWith(Encoding.UTF8.Preamble) ? head[Encoding.UTF8.Preamble.Length..] : head;
        var first = text.TrimStart(" \t\r\n"u8);
        if (first.IsEmpty)
            throw new SdmxFormatException(DataRules.UnknownFormat, "The message is empty.", 1);
        if (first[0] == (byte)'<' || IsWideXml(head))
        {
            // The head may end within the message, but the root stands in it: the header comes behind.
            using var xml = new XmlInput(new MemoryStream(head.ToArray()));
            return XmlRoot.Read(xml);
        }

        var format = first[0] is (byte)'{' ? JsonShape.Of(first, whole) : CsvOf(first);
        return format ?? throw new SdmxFormatException(DataRules.UnknownFormat, "The message is no SDMX data in XML, JSON or separated values, and no JSON-stat.", 1);
    }

    /// <summary>XML in UTF-16, with or without the mark of its encoding.</summary>
    private static bool IsWideXml(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, (byte)'<', 0]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF, 0, (byte)'<'])
        || head.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0]) || head.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']);

    /// <summary>SDMX-CSV by the name of its first column.</summary>
    private static DataFormat? CsvOf(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart((byte)'"');
        var end = text.IndexOfAny(NameEnds);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]).ToUpperInvariant() switch
        {
            "DATAFLOW" => DataFormat.Csv1,
            "STRUCTURE" => DataFormat.Csv2,
            _ => null,
        };
    }
}
