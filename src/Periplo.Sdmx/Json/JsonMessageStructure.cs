using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>Where a message of data presents a dimension or attribute.</summary>
internal enum JsonLevel
{
    /// <summary>At the data set.</summary>
    DataSet,

    /// <summary>At keys with open places (2.0, attributes alone).</summary>
    DimensionGroup,

    /// <summary>At the series.</summary>
    Series,

    /// <summary>At the observation.</summary>
    Observation,
}

/// <summary>A dimension, measure or attribute as a message of data presents it.</summary>
internal sealed class JsonComponent(JsonLevel level, int line, int column)
{
    /// <summary>Where it is presented.</summary>
    public JsonLevel Level { get; } = level;

    /// <summary>Its line in the message.</summary>
    public int Line { get; } = line;

    /// <summary>Its column in the message.</summary>
    public int Column { get; } = column;

    /// <summary>Its id.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Place in the key from 0, or -1 where the message says none.</summary>
    public int KeyPosition { get; private set; } = -1;

    /// <summary>True when the message says that it is the time.</summary>
    public bool IsTime { get; private set; }

    /// <summary>Value of an attribute where data give none, or null.</summary>
    public string? Default { get; private set; }

    /// <summary>Its values, which data name by their places; null where data give values themselves.</summary>
    public List<string?>? Values { get; private set; }

    /// <summary>Reads one.</summary>
    public static JsonComponent Read(JsonPull json, JsonLevel level)
    {
        var component = new JsonComponent(level, json.Line, json.Column);
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "id":
                    component.Id = json.Text();
                    break;
                case "keyPosition" when json.TryIndex(out var position):
                    component.KeyPosition = position;
                    break;
                case "role" or "roles":
                    component.IsTime |= IsTimeRole(json);
                    break;
                case "default":
                    component.Default = JsonWalk.AnyText(json);
                    break;
                case "values" when json.Token != JsonTokenType.Null:
                    component.Values = ReadValues(json);
                    break;
                default:
                    break;
            }
        }

        component.IsTime |= component.Id == DataStructure.TimeDimension;
        return component.Id.Length > 0 ? component : throw json.Fault(DataRules.BadForm, "a component has no id");
    }

    private static bool IsTimeRole(JsonPull json)
    {
        if (json.Token != JsonTokenType.StartArray)
            return JsonWalk.AnyText(json) == DataStructure.TimeDimension;
        var found = false;
        var items = new JsonItems(json);
        while (items.Next())
            found |= JsonWalk.AnyText(json) == DataStructure.TimeDimension;
        return found;
    }

    /// <summary>A value is its id; where it has none its <c>value</c> (2.0) or <c>values</c>, and in 1.0 its name.</summary>
    private static List<string?> ReadValues(JsonPull json)
    {
        var values = new List<string?>();
        var items = new JsonItems(json);
        while (items.Next())
        {
            if (json.Token == JsonTokenType.Null)
            {
                values.Add(null);
                continue;
            }

            string? id = null, value = null, label = null;
            var record = new JsonRecord(json);
            while (record.Next(out var name))
            {
                switch (name)
                {
                    case "id":
                        id = JsonWalk.AnyText(json);
                        break;
                    case "value" or "values":
                        value = JsonWalk.AnyText(json);
                        break;
                    case "name":
                        label = JsonWalk.AnyText(json);
                        break;
                    default:
                        break;
                }
            }

            values.Add(id ?? value ?? label);
        }

        return values;
    }
}

/// <summary>The structure of data as a message presents it: components at their levels, and what they are of.</summary>
internal sealed class JsonMessageStructure
{
    /// <summary>Components there may be; a bound far above any structure, against hostile messages.</summary>
    private const int MostComponents = 10_000;

    /// <summary>Structures it refers to, a dataflow first.</summary>
    public List<StructureReference> References { get; } = [];

    /// <summary>Its dimensions in the order of the levels.</summary>
    public List<JsonComponent> Dimensions { get; } = [];

    /// <summary>Its measures; null where the message does not list them: then there is one.</summary>
    public List<JsonComponent>? Measures { get; private set; }

    /// <summary>Its attributes in the order of the levels.</summary>
    public List<JsonComponent> Attributes { get; } = [];

    /// <summary>Reads one.</summary>
    public static JsonMessageStructure Read(JsonPull json)
    {
        var structure = new JsonMessageStructure();
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "links" when json.Token == JsonTokenType.StartArray:
                    JsonLinks.Read(json, structure.References);
                    break;
                case "dimensions" when json.Token == JsonTokenType.StartObject:
                    ReadLevels(json, structure.Dimensions);
                    break;
                case "measures" when json.Token == JsonTokenType.StartObject:
                    ReadLevels(json, structure.Measures = []);
                    break;
                case "attributes" when json.Token == JsonTokenType.StartObject:
                    ReadLevels(json, structure.Attributes);
                    break;
                default:
                    break;
            }
        }

        return structure;
    }

    private static void ReadLevels(JsonPull json, List<JsonComponent> components)
    {
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            JsonLevel? level = name switch
            {
                "dataSet" => JsonLevel.DataSet,
                "dimensionGroup" => JsonLevel.DimensionGroup,
                "series" => JsonLevel.Series,
                "observation" => JsonLevel.Observation,
                _ => null,
            };
            if (level is null || json.Token != JsonTokenType.StartArray)
                continue;
            var items = new JsonItems(json);
            while (items.Next())
            {
                if (components.Count == MostComponents)
                    throw json.Fault(DataRules.TooLarge, $"the structure has more than {MostComponents} components");
                components.Add(JsonComponent.Read(json, level.Value));
            }
        }
    }
}
