using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>
/// Writes the structure of a message of data: its components where they stand, with the values they were met with. It stands behind
/// the data sets, since only then the values are known.
/// </summary>
internal sealed class JsonStructurePart(Utf8JsonWriter json, DataMessage message, JsonVersion version, JsonDataLayout layout)
{
    private static readonly InternationalString TimeName = new(("en", "Time period"), ("es", "Periodo"), ("fr", "Période"));

    private static readonly InternationalString ValueName =
        new(("en", "Observation value"), ("es", "Valor de la observación"), ("fr", "Valeur de l’observation"));

    /// <summary>Components whose ids are cross-domain concepts that tell clients what they are good for (field guide, component, roles).</summary>
    private static readonly string[] Roles =
        ["FREQ", "REF_AREA", "COUNTERPART_AREA", "TIME_PERIOD", "SEX", "AGE", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "CONF_STATUS", "CURRENCY", "TITLE"];

    /// <summary>Writes it.</summary>
    /// <param name="dataSets">Count of the data sets, all of which have this structure.</param>
    public void Write(int dataSets)
    {
        if (version == JsonVersion.V2)
            json.WriteStartArray("structures"u8);
        else
            json.WritePropertyName("structure"u8);
        json.WriteStartObject();
        WriteIdentity();
        json.WriteStartObject("dimensions"u8);
        WriteDimensions("dataSet", []);
        WriteDimensions("series", layout.SeriesDimensions);
        WriteDimensions("observation", layout.ObservationDimensions);
        json.WriteEndObject();
        if (version == JsonVersion.V2)
            WriteMeasures();
        json.WriteStartObject("attributes"u8);
        WriteAttributes("dataSet", layout.DataSetAttributes);
        if (version == JsonVersion.V2)
            WriteAttributes("dimensionGroup", []);
        WriteAttributes("series", layout.SeriesAttributes);
        WriteAttributes("observation", layout.ObservationAttributes);
        json.WriteEndObject();
        if (version == JsonVersion.V2 && dataSets > 0)
        {
            json.WriteStartArray("dataSets"u8);
            for (var i = 0; i < dataSets; i++)
                json.WriteNumberValue(i);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        if (version == JsonVersion.V2)
            json.WriteEndArray();
    }

    private void WriteIdentity()
    {
        var (flow, structure) = (message.Dataflow, layout.Structure);
        json.WriteStartArray("links"u8);
        if (message.Provision is { } agreement)
            JsonLinks.WriteOne(json, "provisionagreement", StructureUrn.Of(agreement));
        JsonLinks.WriteOne(json, "dataflow", StructureUrn.Of(new StructureReference(StructureType.Dataflow, flow.Agency, flow.Id, flow.Version)));
        JsonLinks.WriteOne(json, "structure", StructureUrn.Of(new StructureReference(StructureType.DataStructure, structure.Agency, structure.Id, structure.Version)));
        json.WriteEndArray();
        json.WriteString("name"u8, Label(flow.Name, flow.Id));
        json.WriteStartObject("names"u8);
        foreach (var (language, text) in flow.Name.Texts)
            json.WriteString(language, text);
        json.WriteEndObject();
    }

    private void WriteDimensions(string level, int[] positions)
    {
        json.WriteStartArray(level);
        foreach (var position in positions)
        {
            var isTime = position == layout.Codes.Length;

            // A dimension without values is valid in 1.0 alone; data without observations have such ones.
            if (version == JsonVersion.V2 && (isTime ? layout.Periods.Values.Count : layout.Codes[position].Values.Count) == 0)
                continue;
            json.WriteStartObject();
            var id = isTime ? DataStructure.TimeDimension : layout.Structure.Dimensions[position].Id;
            WriteName(id, isTime ? TimeName : layout.Structure.Dimensions[position].Concept.Name);
            json.WriteNumber("keyPosition"u8, position);
            WriteRoles(id);
            json.WriteStartArray("values"u8);
            if (isTime)
                WritePeriods();
            else
                WriteCodes(layout.Codes[position].Values, layout.Structure.Dimensions[position].CodeList, isDimension: true);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteMeasures()
    {
        json.WriteStartObject("measures"u8);
        json.WriteStartArray("observation"u8);
        json.WriteStartObject();
        WriteName("OBS_VALUE", ValueName);
        json.WriteStartArray("roles"u8);
        json.WriteEndArray();
        json.WriteStartObject("format"u8);
        json.WriteString("dataType"u8, "Double"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteAttributes(string level, int[] positions)
    {
        json.WriteStartArray(level);
        foreach (var position in positions)
        {
            var attribute = layout.Structure.Attributes[position];
            json.WriteStartObject();
            WriteName(attribute.Id, attribute.Concept.Name);
            WriteRoles(attribute.Id);
            if (version == JsonVersion.V2)
                json.WriteBoolean("isMandatory"u8, attribute.Mandatory);
            WriteRelationship(attribute);
            json.WriteStartArray("values"u8);
            var values = layout.AttributeValues[position].Values;
            WriteCodes(values, attribute.CodeList ?? CodeList.Uncoded, isDimension: false);

            // 2.0 wants a value; clients look values up without asking whether there is such a list.
            if (values.Count == 0 && version == JsonVersion.V2)
                json.WriteNullValue();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteRelationship(DataAttribute attribute)
    {
        json.WriteStartObject("relationship"u8);
        switch (attribute.Attachment)
        {
            case Attachment.DataSet:
                json.WriteStartObject(version == JsonVersion.V1 ? "none"u8 : "dataflow"u8);
                json.WriteEndObject();
                break;
            case Attachment.Series when attribute.Dimensions.Count + layout.Structure.Dimensions.Count > 0:
                json.WriteStartArray("dimensions"u8);
                foreach (var dimension in attribute.Dimensions.Count > 0 ? attribute.Dimensions : layout.Structure.Dimensions.Select(one => one.Id))
                    json.WriteStringValue(dimension);
                json.WriteEndArray();
                break;
            default:
                if (version == JsonVersion.V1)
                {
                    json.WriteString("primaryMeasure"u8, "OBS_VALUE"u8);
                }
                else
                {
                    json.WriteStartObject("observation"u8);
                    json.WriteEndObject();
                }

                break;
        }

        json.WriteEndObject();
    }

    private void WriteName(string id, InternationalString name)
    {
        json.WriteString("id"u8, id);
        json.WriteString("name"u8, Label(name, id));
    }

    private void WriteRoles(string id)
    {
        json.WriteStartArray("roles"u8);
        if (Roles.Contains(id))
            json.WriteStringValue(id);
        json.WriteEndArray();
    }

    /// <summary>Periods have both <c>id</c> and <c>name</c>: a client shows nothing where one is missing.</summary>
    private void WritePeriods()
    {
        var periods = layout.Periods.Values;
        var order = new int[periods.Count];
        var sorted = Enumerable.Range(0, order.Length).OrderBy(i => periods[i].FirstDay).ThenBy(i => periods[i].LastDay);
        foreach (var (rank, i) in sorted.Index())
            order[i] = rank;
        for (var i = 0; i < periods.Count; i++)
        {
            json.WriteStartObject();
            WriteName(periods[i].ToString(), new());
            json.WriteNumber("order"u8, order[i]);
            json.WriteString("start"u8, JsonHeader.Moment(periods[i].FirstDay));
            json.WriteString("end"u8, periods[i].LastDay.ToString("yyyy-MM-dd'T23:59:59Z'"));
            json.WriteEndObject();
        }
    }

    private void WriteCodes(IReadOnlyList<string> values, CodeList list, bool isDimension)
    {
        foreach (var value in values)
        {
            json.WriteStartObject();
            var position = list.Position(value);
            if (position >= 0)
            {
                var code = list.Codes[position];
                WriteName(value, code.Name);
                json.WriteNumber("order"u8, position);
                if (isDimension && code.Parent is not null)
                    json.WriteString("parent"u8, code.Parent);
            }
            else if (IsId(value) || (isDimension && version == JsonVersion.V1))
            {
                WriteName(value, new());
            }
            else
            {
                // A free text is no id. 1.0 has nothing but names for it; what 2.0 calls the value is told as a name too, for people.
                if (version == JsonVersion.V2)
                    json.WriteString("value"u8, value);
                json.WriteString("name"u8, value);
            }

            json.WriteEndObject();
        }
    }

    /// <summary>Letters an id may have by the schemas.</summary>
    private static bool IsId(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '@' or '$' or '-'))
                return false;
        }

        return text.Length > 0;
    }

    private string Label(InternationalString texts, string id) => JsonLabels.Best(texts, message.Languages, id);
}
