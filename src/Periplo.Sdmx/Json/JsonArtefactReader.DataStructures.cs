using System.Text.Json;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <content>Data structure definitions, metadata structure definitions and their components.</content>
internal sealed partial class JsonArtefactReader
{
    private Artefact ReadDataStructure()
    {
        var head = new Head(this);
        var parts = new Parts(this);
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "dataStructureComponents" && json.Token == JsonTokenType.StartObject)
                parts.Read();
            else
                head.Read(name);
        }

        return head.Complete(parts.Complete(head));
    }

    /// <summary>Reads one component.</summary>
    /// <param name="fixedId">Its id where it has none; null for the id of its concept.</param>
    /// <param name="more">Reads what else the component has, by the name of the member.</param>
    private Component ReadComponent(string? fixedId = null, Action<string>? more = null)
    {
        string? id = null;
        ItemReference? concept = null;
        StructureReference? list = null;
        TextFormat? format = null;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "id":
                    id = json.Text();
                    break;
                case "conceptIdentity":
                    concept = ReadItemReference(StructureType.ConceptScheme);
                    break;
                case "localRepresentation" when json.Token == JsonTokenType.StartObject:
                    (list, format) = ReadRepresentation();
                    break;
                default:
                    more?.Invoke(name);
                    break;
            }
        }

        id ??= fixedId;
        return concept is { } identity
            ? new(id ?? identity.Item, identity, list, format)
            : throw Fault(StructureRules.BadReference, $"The component {id} has no concept.");
    }

    private (StructureReference? List, TextFormat? Format) ReadRepresentation()
    {
        StructureReference? list = null;
        TextFormat? format = null;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "enumeration" when json.Token == JsonTokenType.String:
                    // A list of a kind this library does not hold: its values are free.
                    if ((list = ReadReference()) is null)
                        format = new();
                    break;
                case "textFormat" or "format" when json.Token == JsonTokenType.StartObject:
                    format = ReadFormat();
                    break;
                default:
                    break;
            }
        }

        return (list, list is null ? format : null);
    }

    private TextFormat ReadFormat()
    {
        var format = new TextFormat();
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name is "textType" or "dataType" && json.Token == JsonTokenType.String)
                format = format with { Type = json.Text() };
            else if (name == "maxLength" && json.TryIndex(out var length) && length > 0)
                format = format with { MaxLength = length };
        }

        return format;
    }

    private Artefact ReadMetadataStructure()
    {
        var head = new Head(this);
        var attributes = new List<MetadataAttribute>();
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name != "metadataStructureComponents" || json.Token != JsonTokenType.StartObject)
            {
                head.Read(name);
                continue;
            }

            var components = new JsonRecord(json);
            while (components.Next(out var part))
            {
                if (part == "metadataAttributeList" && json.Token == JsonTokenType.StartObject)
                {
                    ReadReport(attributes);
                }
                else if (part == "reportStructures" && json.Token == JsonTokenType.StartArray)
                {
                    var reports = new JsonItems(json);
                    while (reports.Next())
                        ReadReport(attributes);
                }
            }
        }

        return head.Complete(new MetadataStructureDefinition(head.Agency, head.Id, head.Version, head.Name, attributes));
    }

    private void ReadReport(List<MetadataAttribute> attributes)
    {
        var record = new JsonRecord(json);
        while (record.Next(out var name))
            ReadMetadataAttributes(name, attributes);
    }

    private void ReadMetadataAttributes(string member, List<MetadataAttribute> attributes)
    {
        if (member != "metadataAttributes" || json.Token != JsonTokenType.StartArray)
            return;
        var items = new JsonItems(json);
        while (items.Next())
        {
            var children = new List<MetadataAttribute>();
            var component = ReadComponent(more: name => ReadMetadataAttributes(name, children));
            attributes.Add(new(component.Id, component.Concept, children));
        }
    }
}
