using System.IO.Compression;
using System.Text;
using System.Xml;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>The XML parts of a workbook, opened with care; what they inflate to is counted over all of them.</summary>
internal sealed class WorkbookParts(ZipArchive archive, string file, long packed, CancellationToken cancellation)
{
    /// <summary>Bytes the parts of one workbook may inflate to.</summary>
    public const long Most = 1L << 30;

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private long inflated;

    /// <summary>Opens a part.</summary>
    public XmlReader Open(string part)
    {
        var entry = archive.GetEntry(part) ?? throw new InvalidDataException($"no {part}");
        return XmlReader.Create(new CountedStream(entry.Open(), Count), Careful);
    }

    /// <summary>The relations of a part: id, last step of the type, and target from the root of the archive.</summary>
    public List<(string Id, string Type, string Target)> Relations(string part, string folder)
    {
        var relations = new List<(string, string, string)>();
        if (archive.GetEntry(part) is null)
            return relations;
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External")
                continue;
            var type = xml.GetAttribute("Type") ?? "";
            var target = xml.GetAttribute("Target") ?? "";
            relations.Add((
                xml.GetAttribute("Id") ?? "",
                type[(type.LastIndexOf('/') + 1)..],
                target.StartsWith('/') ? target[1..] : folder + target));
        }

        return relations;
    }

    /// <summary>The text of a string item or inline string, its formatting and phonetic hints left out; the reader stands at its end afterwards.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, text, inText, phonetic) = (xml.Depth, new StringBuilder(), false, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                var opens = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                if (xml.LocalName == "t")
                    inText = opens;
                else if (xml.LocalName == "rPh")
                    phonetic = opens;
            }
            else if (inText && !phonetic)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }

    private void Count(int bytes)
    {
        cancellation.ThrowIfCancellationRequested();
        inflated += bytes;
        if (inflated > Most || (inflated > InflatedStream.Free && inflated > InflatedStream.MostRatio * packed))
            throw new InputException(file, null, Refusals.InflatesTooFar);
    }

    private sealed class CountedStream(Stream inner, Action<int> count) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            count(read);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
