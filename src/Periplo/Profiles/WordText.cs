using System.IO.Compression;
using System.Text;
using System.Xml;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>A column of a table of a document.</summary>
/// <param name="Head">Its head.</param>
/// <param name="IsNumeric">True for numbers, which stand to the right.</param>
internal sealed record WordColumn(string Head, bool IsNumeric);

/// <summary>The text of a document in WordprocessingML, written from top to bottom, and the package around it.</summary>
internal sealed class WordText : IDisposable
{
    internal const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private const string Main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string ChartSpace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    // Width between the margins of an A4 page, in twentieths of a point, and in units of drawings.
    private const int TextWidth = 9638;
    private const long ChartWidth = 6_120_000;
    private const long ChartHeight = 2_880_000;

    /// <summary>Any day: parts of a package carry a time, and the same content must make the same bytes.</summary>
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Language language;
    private readonly MemoryStream body = new();
    private readonly XmlWriter xml;
    private readonly List<string> addresses = [];
    private readonly List<WordChart> charts = [];

    public WordText(Language language)
    {
        this.language = language;
        xml = Writer(body);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("w", "document", W);
        xml.WriteAttributeString("xmlns", "r", null, R);
        xml.WriteStartElement("body", W);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        xml.Dispose();
        body.Dispose();
    }

    /// <summary>A paragraph; a link where the address is of the web.</summary>
    public void Paragraph(string words, string style, string? href = null)
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        Value("pStyle", style);
        xml.WriteEndElement();
        var linked = href is not null && Uri.TryCreate(href, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");
        if (linked)
        {
            if (!addresses.Contains(href!))
                addresses.Add(href!);
            xml.WriteStartElement("hyperlink", W);
            xml.WriteAttributeString("id", R, $"link{addresses.IndexOf(href!) + 1}");
        }

        Run(words, linked);
        if (linked)
            xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A table with a header row that every page repeats; its caption is its alternative text.</summary>
    public void Table(string caption, IReadOnlyList<WordColumn> columns, IReadOnlyList<string[]> rows)
    {
        xml.WriteStartElement("tbl", W);
        xml.WriteStartElement("tblPr", W);
        Value("tblStyle", "TableGrid");
        xml.WriteStartElement("tblW", W);
        xml.WriteAttributeString("w", W, $"{TextWidth}");
        xml.WriteAttributeString("type", W, "dxa");
        xml.WriteEndElement();
        xml.WriteStartElement("tblLook", W);
        xml.WriteAttributeString("val", W, "0020");
        xml.WriteAttributeString("firstRow", W, "1");
        xml.WriteEndElement();
        Value("tblCaption", Clean(caption));
        xml.WriteEndElement();
        // The first column names its rows and is twice as wide.
        var width = TextWidth / (columns.Count + 1);
        xml.WriteStartElement("tblGrid", W);
        for (var c = 0; c < columns.Count; c++)
        {
            xml.WriteStartElement("gridCol", W);
            xml.WriteAttributeString("w", W, $"{(c == 0 ? 2 * width : width)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Row([.. columns.Select(column => column.Head)], columns, width, isHead: true);
        foreach (var row in rows)
            Row(row, columns, width, isHead: false);
        xml.WriteEndElement();
        // Two tables one behind the other would become one.
        Paragraph("", "Papers");
    }

    /// <summary>A chart with its words for who does not see it.</summary>
    public void Chart(WordChart chart, string alternative)
    {
        charts.Add(chart);
        var number = charts.Count;
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("r", W);
        xml.WriteStartElement("drawing", W);
        xml.WriteStartElement("wp", "inline", Drawing);
        xml.WriteStartElement("extent", Drawing);
        xml.WriteAttributeString("cx", $"{ChartWidth}");
        xml.WriteAttributeString("cy", $"{ChartHeight}");
        xml.WriteEndElement();
        xml.WriteStartElement("docPr", Drawing);
        xml.WriteAttributeString("id", $"{number}");
        xml.WriteAttributeString("name", $"chart{number}");
        xml.WriteAttributeString("descr", Clean(alternative));
        xml.WriteEndElement();
        xml.WriteStartElement("a", "graphic", Main);
        xml.WriteStartElement("graphicData", Main);
        xml.WriteAttributeString("uri", ChartSpace);
        xml.WriteStartElement("c", "chart", ChartSpace);
        xml.WriteAttributeString("id", R, $"chart{number}");
        for (var depth = 0; depth < 7; depth++)
            xml.WriteEndElement();
    }

    /// <summary>Writes the package.</summary>
    /// <param name="title">Title of the document.</param>
    /// <param name="footer">What stands at the foot of each page, before its number.</param>
    /// <param name="created">Day it is dated.</param>
    /// <param name="to">Where to.</param>
    public void Save(string title, string footer, DateOnly created, Stream to)
    {
        Page();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
        using var package = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Put(package, "[Content_Types].xml", WordParts.ContentTypes(charts.Count));
        Put(package, "_rels/.rels", WordParts.PackageRelations);
        Put(package, "docProps/core.xml", WordParts.Properties(Clean(title), language, created));
        Put(package, "word/document.xml", body.ToArray());
        Put(package, "word/styles.xml", WordParts.Styles(language));
        Put(package, "word/settings.xml", WordParts.Settings(language));
        Put(package, "word/footer1.xml", WordParts.Footer(Clean(footer)));
        Put(package, "word/_rels/document.xml.rels", DocumentRelations());
        for (var i = 0; i < charts.Count; i++)
            Put(package, $"word/charts/chart{i + 1}.xml", charts[i].Xml(language));
    }

    /// <summary>Without the characters that XML cannot hold.</summary>
    internal static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            var clean = new StringBuilder(text.Length);
            for (var j = 0; j < text.Length; j++)
            {
                if (XmlConvert.IsXmlChar(text[j]))
                    clean.Append(text[j]);
                else if (j + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[j + 1], text[j]))
                    clean.Append(text[j]).Append(text[++j]);
            }

            return clean.ToString();
        }

        return text;
    }

    internal static XmlWriter Writer(Stream to) => XmlWriter.Create(to, new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });

    private static void Put(ZipArchive package, string name, byte[] content)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static void Put(ZipArchive package, string name, string content) => Put(package, name, Encoding.UTF8.GetBytes(content));

    private void Row(string[] cells, IReadOnlyList<WordColumn> columns, int width, bool isHead)
    {
        xml.WriteStartElement("tr", W);
        xml.WriteStartElement("trPr", W);
        xml.WriteStartElement("cantSplit", W);
        xml.WriteEndElement();
        if (isHead)
        {
            xml.WriteStartElement("tblHeader", W);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        for (var c = 0; c < cells.Length; c++)
        {
            xml.WriteStartElement("tc", W);
            xml.WriteStartElement("tcPr", W);
            xml.WriteStartElement("tcW", W);
            xml.WriteAttributeString("w", W, $"{(c == 0 ? 2 * width : width)}");
            xml.WriteAttributeString("type", W, "dxa");
            xml.WriteEndElement();
            xml.WriteEndElement();
            Paragraph(cells[c], isHead ? "TableHead" : columns[c].IsNumeric ? "TableNumber" : "TableText");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Run(string words, bool linked)
    {
        xml.WriteStartElement("r", W);
        if (linked)
        {
            xml.WriteStartElement("rPr", W);
            Value("rStyle", "Hyperlink");
            xml.WriteEndElement();
        }

        xml.WriteStartElement("t", W);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Clean(words));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A4 with margins of two centimetres and the page number at the foot.</summary>
    private void Page()
    {
        xml.WriteStartElement("sectPr", W);
        xml.WriteStartElement("footerReference", W);
        xml.WriteAttributeString("type", W, "default");
        xml.WriteAttributeString("id", R, "footer1");
        xml.WriteEndElement();
        xml.WriteStartElement("pgSz", W);
        xml.WriteAttributeString("w", W, "11906");
        xml.WriteAttributeString("h", W, "16838");
        xml.WriteEndElement();
        xml.WriteStartElement("pgMar", W);
        foreach (var (side, size) in new[] { ("top", 1134), ("right", 1134), ("bottom", 1134), ("left", 1134), ("header", 567), ("footer", 567), ("gutter", 0) })
            xml.WriteAttributeString(side, W, $"{size}");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private byte[] DocumentRelations()
    {
        using var stream = new MemoryStream();
        using (var relations = Writer(stream))
        {
            relations.WriteStartElement("Relationships", Relations);
            Add("styles1", "styles", "styles.xml", external: false);
            Add("settings1", "settings", "settings.xml", external: false);
            Add("footer1", "footer", "footer1.xml", external: false);
            for (var i = 0; i < charts.Count; i++)
                Add($"chart{i + 1}", "chart", $"charts/chart{i + 1}.xml", external: false);
            for (var i = 0; i < addresses.Count; i++)
                Add($"link{i + 1}", "hyperlink", addresses[i], external: true);
            relations.WriteEndElement();

            void Add(string id, string type, string target, bool external)
            {
                relations.WriteStartElement("Relationship", Relations);
                relations.WriteAttributeString("Id", id);
                relations.WriteAttributeString("Type", $"{R}/{type}");
                relations.WriteAttributeString("Target", Clean(target));
                if (external)
                    relations.WriteAttributeString("TargetMode", "External");
                relations.WriteEndElement();
            }
        }

        return stream.ToArray();
    }

    private void Value(string element, string value)
    {
        xml.WriteStartElement(element, W);
        xml.WriteAttributeString("val", W, value);
        xml.WriteEndElement();
    }
}
