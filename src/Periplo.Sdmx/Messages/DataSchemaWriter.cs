using System.Text;
using System.Xml;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Writes the XML schema of structure-specific data of a flow (SDMX 2.1, section 3B, data structure definition specific schema): with it
/// and the official schemas, to which it refers by the names of their files, anybody can judge the messages of
/// <see cref="StructureSpecificXmlWriter"/>. Attributes of groups stand at the series there.
/// </summary>
public static class DataSchemaWriter
{
    private const string Xs = XmlNamespaces.Schema;

    /// <summary>Writes the schema for messages with a dimension at the observation.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="dimensionAtObservation">As <see cref="DataMessage.DimensionAtObservation"/>.</param>
    public static void Write(Stream stream, Dataflow flow, string dimensionAtObservation = DataStructure.TimeDimension)
    {
        var layout = new DataLayout(flow.Structure, dimensionAtObservation, DataDetail.Full);
        var space = XmlNamespaces.OfData(flow, dimensionAtObservation);
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CloseOutput = false });
        xml.WriteStartElement("xs", "schema", Xs);
        xml.WriteAttributeString("xmlns", "dsd", null, XmlNamespaces.StructureSpecific);
        xml.WriteAttributeString("xmlns", "common", null, XmlNamespaces.Common);
        xml.WriteAttributeString("xmlns", "ns1", null, space);
        xml.WriteAttributeString("targetNamespace", space);
        xml.WriteAttributeString("elementFormDefault", "qualified");
        xml.WriteAttributeString("attributeFormDefault", "unqualified");
        Import(xml, XmlNamespaces.Common, "SDMXCommon.xsd");
        Import(xml, XmlNamespaces.StructureSpecific, "SDMXDataStructureSpecific.xsd");
        var types = new Types(xml, layout);
        types.WriteLists();
        types.WriteDataSet();
        if (!layout.IsFlat)
            types.WriteSeries();
        types.WriteObservation();
        xml.WriteEndElement();
    }

    private static void Import(XmlWriter xml, string space, string file)
    {
        xml.WriteStartElement("import", Xs);
        xml.WriteAttributeString("namespace", space);
        xml.WriteAttributeString("schemaLocation", file);
        xml.WriteEndElement();
    }

    /// <summary>The types of one schema.</summary>
    private sealed class Types(XmlWriter xml, DataLayout layout)
    {
        private readonly Dictionary<CodeList, string> lists = [];

        private DataStructure Structure => layout.Structure;

        /// <summary>Code lists as enumerations, each once.</summary>
        public void WriteLists()
        {
            foreach (var list in Structure.Dimensions.Select(one => one.CodeList).Concat(Structure.Attributes.Select(one => one.CodeList ?? CodeList.Uncoded)))
            {
                if (list == CodeList.Uncoded || lists.ContainsKey(list))
                    continue;
                var name = TypeName(list);
                lists.Add(list, name);
                xml.WriteStartElement("simpleType", Xs);
                xml.WriteAttributeString("name", name);
                xml.WriteStartElement("restriction", Xs);
                xml.WriteAttributeString("base", "xs:string");
                foreach (var code in list.Codes)
                {
                    xml.WriteStartElement("enumeration", Xs);
                    xml.WriteAttributeString("value", code.Id);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
                xml.WriteEndElement();
            }
        }

        public void WriteDataSet()
        {
            Begin("DataSetType", layout.IsTimeSeries ? "dsd:TimeSeriesDataSetType" : "dsd:DataSetType");
            xml.WriteStartElement("sequence", Xs);
            Annotations();
            Element("DataProvider", "common:DataProviderReferenceType", many: false);
            xml.WriteStartElement("choice", Xs);
            xml.WriteAttributeString("minOccurs", "0");
            if (layout.IsFlat)
                Element("Obs", "ns1:ObsType", many: true, optional: false);
            else
                Element("Series", "ns1:SeriesType", many: true, optional: false);
            xml.WriteEndElement();
            xml.WriteEndElement();
            Attributes(layout.DataSetAttributes);
            End();
        }

        public void WriteSeries()
        {
            Begin("SeriesType", layout.IsTimeSeries ? "dsd:TimeSeriesType" : "dsd:SeriesType");
            xml.WriteStartElement("sequence", Xs);
            Annotations();
            Element("Obs", "ns1:ObsType", many: true);
            xml.WriteEndElement();
            Dimensions(layout.SeriesDimensions);
            if (!layout.IsTimeSeries)
                Attribute(DataStructure.TimeDimension, "common:ObservationalTimePeriodType", "required");
            Attributes(layout.SeriesAttributes);
            End();
        }

        public void WriteObservation()
        {
            Begin("ObsType", layout.IsTimeSeries ? "dsd:TimeSeriesObsType" : "dsd:ObsType");
            xml.WriteStartElement("sequence", Xs);
            Annotations();
            xml.WriteEndElement();
            if (!layout.IsTimeSeries)
                Attribute("type", "common:IDType", "prohibited");
            if (layout.IsFlat)
                Dimensions(layout.SeriesDimensions);
            else if (!layout.IsTimeSeries)
                Dimensions([layout.ObservationDimension]);
            Attribute(DataStructure.TimeDimension, "common:ObservationalTimePeriodType", layout.IsTimeSeries || layout.IsFlat ? "required" : "prohibited");
            Attribute(DataStructure.PrimaryMeasure, "xs:double", "optional");
            Attributes(layout.ObservationAttributes);
            End();
        }

        private void Begin(string name, string restricted)
        {
            xml.WriteStartElement("complexType", Xs);
            xml.WriteAttributeString("name", name);
            xml.WriteStartElement("complexContent", Xs);
            xml.WriteStartElement("restriction", Xs);
            xml.WriteAttributeString("base", restricted);
        }

        private void End()
        {
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        private void Annotations()
        {
            xml.WriteStartElement("element", Xs);
            xml.WriteAttributeString("ref", "common:Annotations");
            xml.WriteAttributeString("minOccurs", "0");
            xml.WriteEndElement();
        }

        /// <summary>An element of data, which has no namespace in structure-specific messages whatever that of the structure.</summary>
        private void Element(string name, string type, bool many, bool optional = true)
        {
            xml.WriteStartElement("element", Xs);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("form", "unqualified");
            if (optional)
                xml.WriteAttributeString("minOccurs", "0");
            if (many)
                xml.WriteAttributeString("maxOccurs", "unbounded");
            xml.WriteEndElement();
        }

        private void Dimensions(IEnumerable<int> positions)
        {
            foreach (var position in positions)
                Attribute(Structure.Dimensions[position].Id, Type(Structure.Dimensions[position].CodeList), "required");
        }

        /// <summary>Attributes may all be absent, mandatory ones too: a message can be asked for without them, and deletions have none.</summary>
        private void Attributes(int[] positions)
        {
            foreach (var position in positions)
                Attribute(Structure.Attributes[position].Id, Type(Structure.Attributes[position].CodeList), "optional");
        }

        private void Attribute(string name, string type, string use)
        {
            xml.WriteStartElement("attribute", Xs);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("use", use);
            xml.WriteEndElement();
        }

        private string Type(CodeList? list) => list is null || list == CodeList.Uncoded ? "xs:string" : $"ns1:{lists[list]}";

        /// <summary>A name of a type from the identity of a list: what cannot stand in such a name becomes a line, and a number tells equal ones apart.</summary>
        private string TypeName(CodeList list)
        {
            var name = new StringBuilder($"{list.Agency}.{list.Id}.{list.Version}");
            for (var i = 0; i < name.Length; i++)
            {
                if (!char.IsAsciiLetterOrDigit(name[i]) && name[i] is not ('.' or '-' or '_'))
                    name[i] = '_';
            }

            if (!char.IsAsciiLetter(name[0]))
                name.Insert(0, '_');
            var first = name.ToString();
            var free = first;
            for (var number = 2; lists.ContainsValue(free) || free is "DataSetType" or "SeriesType" or "ObsType"; number++)
                free = $"{first}_{number}";
            return free;
        }
    }
}
