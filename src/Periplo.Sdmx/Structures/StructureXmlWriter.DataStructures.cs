using System.Collections.Frozen;
using System.Xml;

namespace Periplo.Sdmx.Structures;

/// <content>Data structure definitions, metadata structure definitions and their components.</content>
public static partial class StructureXmlWriter
{
    /// <summary>The one measure of 2.1.</summary>
    private const string PrimaryMeasure = "OBS_VALUE";

    /// <summary>What the reports of a metadata structure are about.</summary>
    internal const string ReportTarget = "DATAFLOW_TARGET";

    internal static readonly FrozenSet<string> TimeTypes = new[]
    {
        "ObservationalTimePeriod", "StandardTimePeriod", "BasicTimePeriod", "GregorianTimePeriod", "GregorianYear", "GregorianYearMonth",
        "GregorianDay", "ReportingTimePeriod", "ReportingYear", "ReportingSemester", "ReportingTrimester", "ReportingQuarter",
        "ReportingMonth", "ReportingWeek", "ReportingDay", "DateTime", "TimeRange",
    }.ToFrozenSet();

    internal static readonly FrozenSet<string> SimpleTypes = new[]
    {
        "String", "Alpha", "AlphaNumeric", "Numeric", "BigInteger", "Integer", "Long", "Short", "Decimal", "Float", "Double", "Boolean",
        "URI", "Count", "InclusiveValueRange", "ExclusiveValueRange", "Incremental", "Month", "MonthDay", "Day", "Time", "Duration",
    }.Concat(TimeTypes).ToFrozenSet();

    private static void WriteDataStructure(XmlWriter xml, StructureDefinition structure)
    {
        if (structure.Dimensions.Count == 0)
            return;
        var owner = structure.Reference;
        Start(xml, "DataStructureComponents");
        StartDescriptor(xml, "DimensionList", "DimensionDescriptor", owner);
        for (var i = 0; i < structure.Dimensions.Count; i++)
        {
            var dimension = structure.Dimensions[i];

            // The schema takes the values of a measure dimension from concepts, and of others from codes.
            var isMeasure = i == structure.MeasureDimension && dimension.CodeList is { Type: StructureType.ConceptScheme };
            StartComponent(xml, isMeasure ? "MeasureDimension" : "Dimension", owner, isMeasure ? "MeasureDimension" : "Dimension", dimension.Id, i + 1);
            WriteReference(xml, "ConceptIdentity", dimension.Concept);
            if (isMeasure)
                WriteRepresentation(xml, "LocalRepresentation", dimension.CodeList, null);
            else
                WriteLocalRepresentation(xml, dimension);
            xml.WriteEndElement();
        }

        if (structure.Time is { } time)
        {
            StartComponent(xml, "TimeDimension", owner, "TimeDimension", DataStructure.TimeDimension, structure.Dimensions.Count + 1);
            WriteReference(xml, "ConceptIdentity", time.Concept);
            WriteTextFormat(xml, "LocalRepresentation", new(time.Format is { } format && TimeTypes.Contains(format.Type) ? format.Type : "ObservationalTimePeriod"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        foreach (var group in structure.Groups)
        {
            StartDescriptor(xml, "Group", "GroupDimensionDescriptor", owner, group.Id);
            foreach (var dimension in group.Dimensions)
            {
                Start(xml, "GroupDimension");
                WriteLocalReference(xml, "DimensionReference", dimension);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        WriteAttributes(xml, structure);
        WriteMeasure(xml, structure);
        xml.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter xml, StructureDefinition structure)
    {
        if (structure.Attributes.Count == 0)
            return;
        StartDescriptor(xml, "AttributeList", "AttributeDescriptor", structure.Reference);
        foreach (var attribute in structure.Attributes)
        {
            StartComponent(xml, "Attribute", structure.Reference, "DataAttribute", attribute.Component.Id);
            Attribute(xml, "assignmentStatus", attribute.Mandatory ? "Mandatory" : "Conditional");
            WriteReference(xml, "ConceptIdentity", attribute.Component.Concept);
            WriteLocalRepresentation(xml, attribute.Component);
            Start(xml, "AttributeRelationship");
            switch (attribute.Attachment)
            {
                case Attachment.DataSet:
                    Start(xml, "None");
                    xml.WriteEndElement();
                    break;
                case Attachment.Observation:
                    WriteLocalReference(xml, "PrimaryMeasure", PrimaryMeasure);
                    break;
                case Attachment.Series when structure.Groups.Any(group => group.Id == attribute.Group):
                    WriteLocalReference(xml, "Group", attribute.Group!);
                    break;
                default:
                    foreach (var dimension in attribute.Dimensions.Count > 0 ? attribute.Dimensions : structure.Dimensions.Select(one => one.Id))
                        WriteLocalReference(xml, "Dimension", dimension);
                    break;
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The measure. A structure of 3.0 may have more, of which 2.1 takes the first, or none.</summary>
    private static void WriteMeasure(XmlWriter xml, StructureDefinition structure)
    {
        var measure = structure.Measures.Count > 0
            ? structure.Measures[0]
            : new(PrimaryMeasure, new(structure.Dimensions[0].Concept.Scheme, PrimaryMeasure), null);
        StartDescriptor(xml, "MeasureList", "MeasureDescriptor", structure.Reference);
        StartComponent(xml, "PrimaryMeasure", structure.Reference, "PrimaryMeasure", PrimaryMeasure);
        WriteReference(xml, "ConceptIdentity", measure.Concept);
        WriteLocalRepresentation(xml, measure);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteMetadataStructure(XmlWriter xml, MetadataStructureDefinition structure)
    {
        // The schema has no structure without headings.
        if (structure.Attributes.Count == 0)
            return;
        const string Report = "REPORT";
        const string Flow = "DATAFLOW";
        var owner = structure.Reference;
        Start(xml, "MetadataStructureComponents");
        StartDescriptor(xml, "MetadataTarget", "MetadataTarget", owner, ReportTarget);
        Start(xml, "IdentifiableObjectTarget");
        Attribute(xml, "id", Flow);
        Attribute(xml, "urn", StructureUrn.Within(owner, "IdentifiableObjectTarget", $"{ReportTarget}.{Flow}"));
        Attribute(xml, "objectType", "Dataflow");
        WriteTextFormat(xml, "LocalRepresentation", new("IdentifiableReference"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        StartDescriptor(xml, "ReportStructure", "ReportStructure", owner, Report);
        foreach (var attribute in structure.Attributes)
            WriteMetadataAttribute(xml, owner, Report, attribute);
        WriteLocalReference(xml, "MetadataTarget", ReportTarget);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteMetadataAttribute(XmlWriter xml, StructureReference owner, string above, MetadataAttribute attribute)
    {
        var path = $"{above}.{attribute.Id}";
        Start(xml, "MetadataAttribute");
        Attribute(xml, "id", attribute.Id);
        Attribute(xml, "urn", StructureUrn.Within(owner, "MetadataAttribute", path));

        // Nothing here says that a heading must be filled in, and the schema takes it to be so otherwise.
        Attribute(xml, "minOccurs", "0");
        WriteReference(xml, "ConceptIdentity", attribute.Concept);
        foreach (var child in attribute.Children)
            WriteMetadataAttribute(xml, owner, path, child);
        xml.WriteEndElement();
    }

    private static void StartDescriptor(XmlWriter xml, string element, string @class, StructureReference owner, string? id = null)
    {
        Start(xml, element);
        Attribute(xml, "id", id ?? @class);
        Attribute(xml, "urn", StructureUrn.Within(owner, @class, id ?? @class));
    }

    private static void StartComponent(XmlWriter xml, string element, StructureReference owner, string @class, string id, int position = 0)
    {
        Start(xml, element);
        Attribute(xml, "id", id);
        Attribute(xml, "urn", StructureUrn.Within(owner, @class, id));
        if (position > 0)
            Attribute(xml, "position", $"{position}");
    }

    private static void WriteLocalRepresentation(XmlWriter xml, Component component) =>
        WriteRepresentation(xml, "LocalRepresentation", component.CodeList is { Type: StructureType.CodeList } list ? list : null, component.Format);

    private static void WriteRepresentation(XmlWriter xml, string element, StructureReference? list, TextFormat? format)
    {
        if (list is { } from)
        {
            Start(xml, element);
            WriteReference(xml, "Enumeration", from);
            xml.WriteEndElement();
        }
        else if (format is not null)
        {
            // Concepts alone may be of marked up text.
            var isKnown = SimpleTypes.Contains(format.Type) || (format.Type == "XHTML" && element == "CoreRepresentation");
            WriteTextFormat(xml, element, isKnown ? format : format with { Type = "String" });
        }
    }

    private static void WriteTextFormat(XmlWriter xml, string element, TextFormat format)
    {
        Start(xml, element);
        Start(xml, "TextFormat");
        Attribute(xml, "textType", format.Type);
        if (format.MaxLength is > 0 and { } length)
            Attribute(xml, "maxLength", $"{length}");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
