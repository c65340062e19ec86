using System.Globalization;
using System.Xml;
using Periplo.Charts;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>A chart of a document in DrawingML, from the table twin of a figure: lines over years, else bars.</summary>
/// <param name="Categories">What stands along the axis.</param>
/// <param name="Series">Names and values, null where missing.</param>
/// <param name="IsTime">True when the categories are years.</param>
internal sealed record WordChart(IReadOnlyList<Text> Categories, IReadOnlyList<(Text Name, double?[] Values)> Series, bool IsTime)
{
    private const int MostBars = 12;
    private const int MostSeries = 8;
    private const string C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly string[] Colours = ["0B4F6C", "C8553D", "588B8B", "7A5C99", "B08900", "4E6E58", "93748A", "555555"];

    /// <summary>The chart of a figure; null where its table has no numbers that a line or bar could stand for.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="language">Language of the document.</param>
    public static WordChart? Of(Figure figure, Language language)
    {
        var table = figure.Table;
        // A map and a table of one column say nothing as bars that the ranked bars beside them do not.
        if (table.Rows.Count < 2 || figure.Marks.OfType<FrameMark>().Any())
            return null;
        var isTime = table.Rows.All(row => int.TryParse(row[0].Words?.En, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        var unit = figure.Credits.Unit.In(language);
        var columns = Enumerable.Range(1, table.Columns.Count - 1).Where(c => table.Columns[c].Unit?.In(language) == unit).Take(MostSeries).ToList();
        if (columns.Count == 0)
            return null;
        var rows = isTime ? table.Rows : [.. table.Rows.Where(row => columns.Exists(c => row[c].Datum.Value is not null)).Take(MostBars)];
        if (rows.Count == 0 || rows.Any(row => row[0].Words is null))
            return null;
        return new([.. rows.Select(row => row[0].Words!)], [.. columns.Select(c => (table.Columns[c].Header, rows.Select(row => row[c].Datum.Value).ToArray()))], isTime);
    }

    /// <summary>The part of the package.</summary>
    public byte[] Xml(Language language)
    {
        using var stream = new MemoryStream();
        using (var xml = WordText.Writer(stream))
            Write(xml, language);
        return stream.ToArray();
    }

    private void Write(XmlWriter xml, Language language)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("c", "chartSpace", C);
        Value(xml, "roundedCorners", "0");
        xml.WriteStartElement("chart", C);
        Value(xml, "autoTitleDeleted", "1");
        xml.WriteStartElement("plotArea", C);
        xml.WriteStartElement(IsTime ? "lineChart" : "barChart", C);
        if (!IsTime)
            Value(xml, "barDir", "bar");
        Value(xml, "grouping", IsTime ? "standard" : "clustered");
        Value(xml, "varyColors", "0");
        for (var i = 0; i < Series.Count; i++)
            WriteSeries(xml, i, language);
        if (!IsTime)
            Value(xml, "gapWidth", "50");
        Value(xml, "axId", "1");
        Value(xml, "axId", "2");
        xml.WriteEndElement();
        Axis(xml, "catAx", "1", "2", IsTime ? "b" : "l", isReversed: !IsTime);
        Axis(xml, "valAx", "2", "1", IsTime ? "l" : "b", isReversed: false);
        xml.WriteEndElement();
        if (Series.Count > 1)
        {
            xml.WriteStartElement("legend", C);
            Value(xml, "legendPos", "b");
            xml.WriteEndElement();
        }

        Value(xml, "plotVisOnly", "1");
        // What is missing stays a gap: it is not zero.
        Value(xml, "dispBlanksAs", "gap");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private void WriteSeries(XmlWriter xml, int i, Language language)
    {
        var (name, values) = Series[i];
        xml.WriteStartElement("ser", C);
        Value(xml, "idx", $"{i}");
        Value(xml, "order", $"{i}");
        xml.WriteStartElement("tx", C);
        xml.WriteElementString("v", C, WordText.Clean(name.In(language)));
        xml.WriteEndElement();
        Paint(xml, Colours[i % Colours.Length]);
        if (IsTime)
        {
            xml.WriteStartElement("marker", C);
            Value(xml, "symbol", "none");
            xml.WriteEndElement();
        }

        xml.WriteStartElement("cat", C);
        xml.WriteStartElement("strLit", C);
        Value(xml, "ptCount", $"{Categories.Count}");
        for (var at = 0; at < Categories.Count; at++)
            Point(xml, at, Categories[at].In(language));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("val", C);
        xml.WriteStartElement("numLit", C);
        xml.WriteElementString("formatCode", C, "General");
        Value(xml, "ptCount", $"{values.Length}");
        for (var at = 0; at < values.Length; at++)
        {
            if (values[at] is { } value)
                Point(xml, at, value.ToString("R", CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        if (IsTime)
            Value(xml, "smooth", "0");
        xml.WriteEndElement();
    }

    private void Paint(XmlWriter xml, string colour)
    {
        const string A = "http://schemas.openxmlformats.org/drawingml/2006/main";
        xml.WriteStartElement("spPr", C);
        if (IsTime)
        {
            xml.WriteStartElement("a", "ln", A);
            xml.WriteAttributeString("w", "25400");
        }

        xml.WriteStartElement("a", "solidFill", A);
        xml.WriteStartElement("srgbClr", A);
        xml.WriteAttributeString("val", colour);
        xml.WriteEndElement();
        xml.WriteEndElement();
        if (IsTime)
            xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Axis(XmlWriter xml, string kind, string id, string crosses, string place, bool isReversed)
    {
        xml.WriteStartElement(kind, C);
        Value(xml, "axId", id);
        xml.WriteStartElement("scaling", C);
        Value(xml, "orientation", isReversed ? "maxMin" : "minMax");
        xml.WriteEndElement();
        Value(xml, "delete", "0");
        Value(xml, "axPos", place);
        xml.WriteStartElement("numFmt", C);
        xml.WriteAttributeString("formatCode", kind == "valAx" ? "#,##0.##" : "General");
        xml.WriteAttributeString("sourceLinked", "0");
        xml.WriteEndElement();
        Value(xml, "majorTickMark", "none");
        Value(xml, "minorTickMark", "none");
        Value(xml, "tickLblPos", "low");
        Value(xml, "crossAx", crosses);
        Value(xml, "crosses", "autoZero");
        xml.WriteEndElement();
    }

    private static void Point(XmlWriter xml, int at, string value)
    {
        xml.WriteStartElement("pt", C);
        xml.WriteAttributeString("idx", $"{at}");
        xml.WriteElementString("v", C, WordText.Clean(value));
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string element, string value)
    {
        xml.WriteStartElement(element, C);
        xml.WriteAttributeString("val", value);
        xml.WriteEndElement();
    }
}
