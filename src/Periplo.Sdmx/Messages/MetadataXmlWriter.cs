using System.Text;
using System.Xml;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Writes reports of reference metadata as generic metadata of SDMX-ML 2.1 (SDMXMetadataGeneric.xsd). Report and target have the ids under
/// which <c>StructureXmlWriter</c> writes a metadata structure.
/// </summary>
public static class MetadataXmlWriter
{
    private const string Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    private const string Common = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";
    private const string Generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/metadata/generic";
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = false,
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Writes a message; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="header">Who sends it.</param>
    /// <param name="reports">The reports, one at the least, all of one metadataflow.</param>
    public static void Write(Stream stream, MessageHeader header, IReadOnlyList<MetadataReport> reports)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("mes", "GenericMetadata", Message);
        xml.WriteAttributeString("xmlns", "gen", null, Generic);
        xml.WriteAttributeString("xmlns", "com", null, Common);
        WriteHeader(xml, header, reports[0].Metadataflow);
        xml.WriteStartElement("mes", "MetadataSet", Message);
        xml.WriteAttributeString("structureRef", "S1");
        foreach (var report in reports)
            WriteReport(xml, report);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void WriteHeader(XmlWriter xml, MessageHeader header, StructureReference metadataflow)
    {
        xml.WriteStartElement("mes", "Header", Message);
        xml.WriteElementString("mes", "ID", Message, header.Id);
        xml.WriteElementString("mes", "Test", Message, header.Test ? "true" : "false");
        xml.WriteElementString("mes", "Prepared", Message, header.Prepared.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        xml.WriteStartElement("mes", "Sender", Message);
        xml.WriteAttributeString("id", header.Sender);
        xml.WriteEndElement();
        xml.WriteStartElement("mes", "Structure", Message);
        xml.WriteAttributeString("structureID", "S1");
        xml.WriteStartElement("com", "StructureUsage", Common);
        WriteReference(xml, metadataflow, "Metadataflow", "metadatastructure");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteReport(XmlWriter xml, MetadataReport report)
    {
        xml.WriteStartElement("gen", "Report", Generic);
        xml.WriteAttributeString("id", "REPORT");
        xml.WriteStartElement("gen", "Target", Generic);
        xml.WriteAttributeString("id", "DATAFLOW_TARGET");
        xml.WriteStartElement("gen", "ReferenceValue", Generic);
        xml.WriteAttributeString("id", "DATAFLOW");
        xml.WriteStartElement("gen", "ObjectReference", Generic);
        WriteReference(xml, report.Dataflow, "Dataflow", "datastructure");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteAttributes(xml, report.Attributes);
        xml.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter xml, IReadOnlyList<ReportedAttribute> attributes)
    {
        if (attributes.Count == 0)
            return;
        xml.WriteStartElement("gen", "AttributeSet", Generic);
        foreach (var attribute in attributes)
        {
            xml.WriteStartElement("gen", "ReportedAttribute", Generic);
            xml.WriteAttributeString("id", attribute.Id);
            foreach (var (language, text) in attribute.Text?.Texts ?? [])
            {
                xml.WriteStartElement("com", "Text", Common);
                xml.WriteAttributeString("xml", "lang", Xml, language);
                xml.WriteString(Valid(text));
                xml.WriteEndElement();
            }

            WriteAttributes(xml, attribute.Children);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // The element of a reference stands in no namespace (SDMXCommonReferences.xsd).
    private static void WriteReference(XmlWriter xml, StructureReference to, string @class, string package)
    {
        xml.WriteStartElement("Ref", "");
        xml.WriteAttributeString("id", to.Id);
        xml.WriteAttributeString("version", to.Version);
        xml.WriteAttributeString("agencyID", to.Agency);
        xml.WriteAttributeString("class", @class);
        xml.WriteAttributeString("package", package);
        xml.WriteEndElement();
    }

    /// <summary>A text without what XML has no character for: remarks of publishers may hold anything.</summary>
    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                valid.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                valid.Append(text[i]).Append(text[++i]);
        }

        return valid.ToString();
    }
}
