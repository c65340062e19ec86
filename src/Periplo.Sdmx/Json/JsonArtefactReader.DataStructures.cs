using System.Text.Json;
using Periplo.Sdmx.Messages;
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

    /// <summary>What an attribute hangs on, as the message says it.</summary>
    private readonly record struct Relationship(bool OnDataSet, bool OnObservation, List<string> Dimensions, string? Group);

    /// <summary>Components of a structure while they are read: what attributes hang on is known when all of them are there.</summary>
    private sealed class Parts(JsonArtefactReader reader)
    {
        private readonly List<(int Position, bool IsMeasure, Component Component)> dimensions = [];
        private readonly List<Component> measures = [];
        private readonly List<GroupDefinition> groups = [];
        private readonly List<(Component Component, bool Mandatory, Relationship Hangs)> attributes = [];
        private readonly HashSet<string> seen = [];
        private Component? time;

        private JsonPull Json => reader.json;

        public void Read()
        {
            var record = new JsonRecord(Json);
            while (record.Next(out var part))
            {
                if (part == "groups")
                    Each(ReadGroup);
                else if (part is "dimensionList" or "measureList" or "attributeList" && Json.Token == JsonTokenType.StartObject)
                    ReadList();
            }
        }

        public StructureDefinition Complete(Head head)
        {
            // Positions are given or not; where they are, 1.0 needs them for the measure dimension's place.
            var ordered = dimensions.OrderBy(one => one.Position).ToList();
            return new(head.Agency, head.Id, head.Version, head.Name)
            {
                Dimensions = ordered.ConvertAll(one => one.Component),
                MeasureDimension = ordered.FindIndex(one => one.IsMeasure),
                Time = time,
                Measures = measures,
                Attributes = attributes.ConvertAll(Complete),
                Groups = groups,
            };
        }

        private void ReadList()
        {
            var record = new JsonRecord(Json);
            while (record.Next(out var kind))
            {
                switch (kind)
                {
                    case "dimensions" or "measureDimensions":
                        Each(() => ReadDimension(kind == "measureDimensions"));
                        break;
                    case "timeDimensions":
                        Each(() => time = Once(reader.ReadComponent(DataStructure.TimeDimension)));
                        break;
                    case "timeDimension" when Json.Token == JsonTokenType.StartObject:
                        time = Once(reader.ReadComponent(DataStructure.TimeDimension));
                        break;
                    case "primaryMeasure" when Json.Token == JsonTokenType.StartObject:
                        measures.Add(Once(reader.ReadComponent(DataStructure.PrimaryMeasure)));
                        break;
                    case "measures":
                        Each(() => measures.Add(Once(reader.ReadComponent())));
                        break;
                    case "attributes":
                        Each(ReadAttribute);
                        break;
                    default:
                        break;
                }
            }
        }

        private void Each(Action read)
        {
            if (Json.Token != JsonTokenType.StartArray)
                return;
            var items = new JsonItems(Json);
            while (items.Next())
                read();
        }

        private void ReadDimension(bool isMeasure)
        {
            var position = int.MaxValue;
            var component = reader.ReadComponent(more: name =>
            {
                if (name == "position" && Json.TryIndex(out var given))
                    position = given;
                else if (name == "type" && Json.Token == JsonTokenType.String)
                    isMeasure |= Json.Text() == "MeasureDimension";
            });
            dimensions.Add((position, isMeasure, Once(component)));
        }

        private void ReadGroup()
        {
            string? id = null;
            List<string> held = [];
            var record = new JsonRecord(Json);
            while (record.Next(out var name))
            {
                if (name == "id")
                    id = Json.Text();
                else if (name == "groupDimensions" && Json.Token == JsonTokenType.StartArray)
                    held = JsonWalk.Texts(Json);
            }

            // A group of an attachment constraint has no dimensions; nothing can hang on it here.
            if (held.Count > 0)
                groups.Add(new(id ?? throw reader.Fault(DataRules.BadForm, "A group has no id."), held));
        }

        private void ReadAttribute()
        {
            var mandatory = false;
            var hangs = new Relationship(false, false, [], null);
            var component = reader.ReadComponent(more: name =>
            {
                switch (name)
                {
                    case "assignmentStatus" or "usage" when Json.Token == JsonTokenType.String:
                        mandatory = Json.Text() is "Mandatory" or "mandatory";
                        break;
                    case "attributeRelationship" when Json.Token == JsonTokenType.StartObject:
                        hangs = ReadRelationship();
                        break;
                    default:
                        break;
                }
            });
            attributes.Add((Once(component), mandatory, hangs));
        }

        private Relationship ReadRelationship()
        {
            var hangs = new Relationship(false, false, [], null);
            var record = new JsonRecord(Json);
            while (record.Next(out var to))
            {
                hangs = to switch
                {
                    "none" or "dataflow" => hangs with { OnDataSet = true },
                    "primaryMeasure" or "observation" => hangs with { OnObservation = true },
                    "dimensions" when Json.Token == JsonTokenType.StartArray => hangs with { Dimensions = JsonWalk.Texts(Json) },
                    "group" when Json.Token == JsonTokenType.String => hangs with { Group = Json.Text() },
                    _ => hangs,
                };
            }

            return hangs;
        }

        private AttributeDefinition Complete((Component Component, bool Mandatory, Relationship Hangs) attribute)
        {
            var (component, mandatory, hangs) = attribute;
            var group = groups.Find(one => one.Id == hangs.Group);
            var on = hangs.Dimensions.Count > 0 ? hangs.Dimensions : group?.Dimensions ?? [];
            if (hangs.OnObservation || (time is not null && on.Contains(time.Id)))
                return new(component, Attachment.Observation, mandatory);
            if (hangs.OnDataSet || on.Count == 0)
                return new(component, Attachment.DataSet, mandatory);

            // On the whole key it hangs on the series.
            var wholeKey = dimensions.TrueForAll(one => on.Contains(one.Component.Id));
            return new(component, Attachment.Series, mandatory) { Dimensions = wholeKey ? [] : on, Group = group?.Id };
        }

        private Component Once(Component component) => seen.Add(component.Id)
            ? component
            : throw reader.Fault(StructureRules.DuplicateItem, $"The component {component.Id} is there twice.");
    }
}
