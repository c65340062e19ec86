using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <content>Data structure definitions, metadata structure definitions and their components.</content>
internal sealed partial class JsonArtefactWriter
{
    private void WriteDataStructure(StructureDefinition structure)
    {
        if (structure.Dimensions.Count == 0)
            return;
        var owner = structure.Reference;
        json.WriteStartObject("dataStructureComponents"u8);
        WriteAttributes(structure);
        StartDescriptor("dimensionList", "DimensionDescriptor", owner);
        WriteDimensions(structure, isMeasure: false);
        WriteDimensions(structure, isMeasure: true);
        if (structure.Time is { } time)
            WriteTime(time, owner, structure.Dimensions.Count);
        json.WriteEndObject();
        if (structure.Groups.Count > 0)
            WriteGroups(structure);
        WriteMeasures(structure);
        json.WriteEndObject();
    }

    /// <summary>
    /// Dimensions but for time. 1.0 keeps apart those whose values are concepts. A structure of measure dimensions alone leaves the first
    /// list empty.
    /// </summary>
    private void WriteDimensions(StructureDefinition structure, bool isMeasure)
    {
        if (isMeasure && (!IsV1 || MeasureDimension(structure) < 0))
            return;
        json.WriteStartArray(isMeasure ? "measureDimensions"u8 : "dimensions"u8);
        for (var i = 0; i < structure.Dimensions.Count; i++)
        {
            if ((IsV1 && i == MeasureDimension(structure)) != isMeasure)
                continue;
            var dimension = structure.Dimensions[i];
            StartComponent(dimension, structure.Reference, isMeasure ? "MeasureDimension" : "Dimension");
            json.WriteNumber("position"u8, i);
            if (IsV1)
                json.WriteString("type"u8, isMeasure ? "MeasureDimension"u8 : "Dimension"u8);
            if (isMeasure)
            {
                json.WriteStartObject("localRepresentation"u8);
                WriteReference("enumeration", dimension.CodeList);
                json.WriteEndObject();
            }
            else
            {
                WriteRepresentation("localRepresentation", dimension.CodeList, dimension.Format);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static int MeasureDimension(StructureDefinition structure) =>
        structure.MeasureDimension is >= 0 and var at && at < structure.Dimensions.Count
            && structure.Dimensions[at].CodeList is { Type: StructureType.ConceptScheme } ? at : -1;

    private void WriteTime(Component time, StructureReference owner, int position)
    {
        if (IsV1)
            json.WriteStartArray("timeDimensions"u8);
        else
            json.WritePropertyName("timeDimension"u8);
        StartComponent(time with { Id = DataStructure.TimeDimension }, owner, "TimeDimension");
        if (IsV1)
        {
            json.WriteNumber("position"u8, position);
            json.WriteString("type"u8, "TimeDimension"u8);
        }

        var type = time.Format is { } format && StructureXmlWriter.TimeTypes.Contains(format.Type) ? format.Type : "ObservationalTimePeriod";
        WriteFormat("localRepresentation", new(type));
        json.WriteEndObject();
        if (IsV1)
            json.WriteEndArray();
    }

    private void WriteGroups(StructureDefinition structure)
    {
        json.WriteStartArray("groups"u8);
        foreach (var group in structure.Groups)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, group.Id);
            JsonLinks.Write(json, "self", StructureUrn.Within(structure.Reference, "GroupDimensionDescriptor", group.Id));
            json.WriteStartArray("groupDimensions"u8);
            foreach (var dimension in group.Dimensions)
                json.WriteStringValue(dimension);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteAttributes(StructureDefinition structure)
    {
        if (structure.Attributes.Count == 0)
            return;
        StartDescriptor("attributeList", "AttributeDescriptor", structure.Reference);
        json.WriteStartArray("attributes"u8);
        foreach (var attribute in structure.Attributes)
        {
            StartComponent(attribute.Component, structure.Reference, "DataAttribute");
            if (IsV1)
                json.WriteString("assignmentStatus"u8, attribute.Mandatory ? "Mandatory"u8 : "Conditional"u8);
            else
                json.WriteString("usage"u8, attribute.Mandatory ? "mandatory"u8 : "optional"u8);
            WriteRelationship(attribute, structure);
            WriteRepresentation("localRepresentation", attribute.Component.CodeList, attribute.Component.Format);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteRelationship(AttributeDefinition attribute, StructureDefinition structure)
    {
        json.WriteStartObject("attributeRelationship"u8);
        switch (attribute.Attachment)
        {
            case Attachment.DataSet:
                json.WriteStartObject(IsV1 ? "none"u8 : "dataflow"u8);
                json.WriteEndObject();
                break;
            case Attachment.Observation when IsV1:
                json.WriteString("primaryMeasure"u8, DataStructure.PrimaryMeasure);
                break;
            case Attachment.Observation:
                json.WriteStartObject("observation"u8);
                json.WriteEndObject();
                break;
            case Attachment.Series when structure.Groups.Any(group => group.Id == attribute.Group):
                json.WriteString("group"u8, attribute.Group);
                break;
            default:
                json.WriteStartArray("dimensions"u8);
                foreach (var dimension in attribute.Dimensions.Count > 0 ? attribute.Dimensions : structure.Dimensions.Select(one => one.Id))
                    json.WriteStringValue(dimension);
                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>The measures, of which 1.0 has exactly one.</summary>
    private void WriteMeasures(StructureDefinition structure)
    {
        var measures = structure.Measures;
        if (IsV1)
        {
            var measure = measures.Count > 0
                ? measures[0]
                : new(DataStructure.PrimaryMeasure, new(structure.Dimensions[0].Concept.Scheme, DataStructure.PrimaryMeasure), null);
            StartDescriptor("measureList", "MeasureDescriptor", structure.Reference);
            json.WritePropertyName("primaryMeasure"u8);
            StartComponent(measure with { Id = DataStructure.PrimaryMeasure }, structure.Reference, "PrimaryMeasure");
            WriteRepresentation("localRepresentation", measure.CodeList, measure.Format);
            json.WriteEndObject();
            json.WriteEndObject();
            return;
        }

        if (measures.Count == 0)
            return;
        StartDescriptor("measureList", "MeasureDescriptor", structure.Reference);
        json.WriteStartArray("measures"u8);
        foreach (var measure in measures)
        {
            StartComponent(measure, structure.Reference, "Measure");
            WriteRepresentation("localRepresentation", measure.CodeList, measure.Format);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteMetadataStructure(MetadataStructureDefinition structure)
    {
        // The schemas have no structure without headings.
        if (structure.Attributes.Count == 0)
            return;
        const string Report = "REPORT";
        var owner = structure.Reference;
        json.WriteStartObject("metadataStructureComponents"u8);
        if (!IsV1)
        {
            StartDescriptor("metadataAttributeList", "MetadataAttributeDescriptor", owner);
            WriteMetadataAttributes(owner, "", structure.Attributes);
            json.WriteEndObject();
            json.WriteEndObject();
            return;
        }

        const string Flow = "DATAFLOW";
        var target = StructureUrn.Within(owner, "MetadataTarget", StructureXmlWriter.ReportTarget);
        json.WriteStartArray("metadataTargets"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, StructureXmlWriter.ReportTarget);
        JsonLinks.Write(json, "self", target);
        json.WriteStartArray("identifiableObjectTargets"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, Flow);
        JsonLinks.Write(json, "self", StructureUrn.Within(owner, "IdentifiableObjectTarget", $"{StructureXmlWriter.ReportTarget}.{Flow}"));
        json.WriteString("objectType"u8, "Dataflow"u8);
        WriteFormat("localRepresentation", new("IdentifiableReference"));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("reportStructures"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, Report);
        JsonLinks.Write(json, "self", StructureUrn.Within(owner, "ReportStructure", Report));
        WriteMetadataAttributes(owner, $"{Report}.", structure.Attributes);
        json.WriteStartArray("metadataTargets"u8);
        json.WriteStringValue(target);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteMetadataAttributes(StructureReference owner, string above, IReadOnlyList<MetadataAttribute> attributes)
    {
        json.WriteStartArray("metadataAttributes"u8);
        foreach (var attribute in attributes)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, attribute.Id);
            JsonLinks.Write(json, "self", StructureUrn.Within(owner, "MetadataAttribute", above + attribute.Id));

            // Nothing here says that a heading must be filled in, and the schemas take it to be so otherwise.
            json.WriteNumber("minOccurs"u8, 0);
            json.WriteString("conceptIdentity"u8, Urn(attribute.Concept));
            if (attribute.Children.Count > 0)
                WriteMetadataAttributes(owner, $"{above}{attribute.Id}.", attribute.Children);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void StartDescriptor(string member, string @class, StructureReference owner)
    {
        json.WriteStartObject(member);
        json.WriteString("id"u8, @class);
        JsonLinks.Write(json, "self", StructureUrn.Within(owner, @class, @class));
    }

    private void StartComponent(Component component, StructureReference owner, string @class)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, component.Id);
        JsonLinks.Write(json, "self", StructureUrn.Within(owner, @class, component.Id));
        json.WriteString("conceptIdentity"u8, Urn(component.Concept));
    }

    /// <summary>Values of a component or concept: a list, else how they are written, else nothing is said.</summary>
    private void WriteRepresentation(string member, StructureReference? list, TextFormat? format)
    {
        if (list is { Type: StructureType.CodeList } from)
        {
            json.WriteStartObject(member);
            json.WriteString("enumeration"u8, Urn(from));
            json.WriteEndObject();
        }
        else if (format is not null)
        {
            WriteFormat(member, StructureXmlWriter.SimpleTypes.Contains(format.Type) ? format : format with { Type = "String" });
        }
    }

    private void WriteFormat(string member, TextFormat format)
    {
        json.WriteStartObject(member);
        json.WriteStartObject(IsV1 ? "textFormat"u8 : "format"u8);
        json.WriteString(IsV1 ? "textType"u8 : "dataType"u8, format.Type);
        if (format.MaxLength is > 0 and { } length)
            json.WriteNumber("maxLength"u8, length);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
