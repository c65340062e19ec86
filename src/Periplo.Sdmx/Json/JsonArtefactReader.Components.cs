using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <content>Components of a data structure definition.</content>
internal sealed partial class JsonArtefactReader
{
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
