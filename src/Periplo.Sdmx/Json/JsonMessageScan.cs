using System.Text;
using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>A data set of a message but for its observations, of which only the place is known.</summary>
internal sealed class JsonMessageDataSet
{
    /// <summary>What is to be done with it. A message that says nothing informs.</summary>
    public DataAction Action { get; set; } = DataAction.Information;

    /// <summary>Which of the structures of the message.</summary>
    public int Structure { get; set; }

    /// <summary>Since when it holds.</summary>
    public DateTimeOffset? ValidFrom { get; set; }

    /// <summary>Until when it held.</summary>
    public DateTimeOffset? ValidTo { get; set; }

    /// <summary>Structures it refers to.</summary>
    public List<StructureReference> References { get; } = [];

    /// <summary>Attributes of the whole.</summary>
    public List<JsonCell> Attributes { get; } = [];

    /// <summary>Attributes of keys with open places, by the keys.</summary>
    public List<(string Key, List<JsonCell> Cells)> Groups { get; } = [];

    /// <summary>Where its series stand.</summary>
    public JsonPlace? Series { get; set; }

    /// <summary>Where its observations without series stand.</summary>
    public JsonPlace? Observations { get; set; }
}

/// <summary>
/// First passage over a message of data: everything but series and observations. SDMX-JSON lets the structure and the attributes
/// stand behind the data they belong to, so data cannot be understood before.
/// </summary>
internal sealed class JsonMessageScan
{
    private const int MostAttributes = 10_000;
    private const int MostGroups = 500_000;

    private readonly JsonPull json;
    private readonly List<string> languages = [];
    private readonly StringBuilder errors = new();

    private JsonMessageScan(JsonPull json) => this.json = json;

    /// <summary>Who sends the message, or null.</summary>
    public MessageHeader? Header { get; private set; }

    /// <summary>Structures of the message.</summary>
    public List<JsonMessageStructure> Structures { get; } = [];

    /// <summary>Data sets of the message, or null where it has no such list.</summary>
    public List<JsonMessageDataSet>? DataSets { get; private set; }

    /// <summary>Reads the whole message.</summary>
    public static JsonMessageScan Read(Stream stream)
    {
        var pull = new JsonPull(stream);
        pull.Read();
        var scan = new JsonMessageScan(pull);
        scan.ReadMessage(isRoot: true);
        if (pull.Read())
            throw pull.Fault(DataRules.NotJson, "something stands behind the message");
        if (scan.DataSets is not { Count: > 0 } && scan.errors.Length > 0)
            throw new SdmxFormatException(DataRules.ErrorMessage, $"the service answered with an error: {scan.errors}", 1, 1);
        if (scan.DataSets is null)
            throw new SdmxFormatException(DataRules.BadForm, "the message has no dataSets: it is no SDMX-JSON message of data", 1, 1);
        return scan;
    }

    /// <summary>The root of drafts has what the member <c>data</c> of 1.0 and 2.0 has.</summary>
    private void ReadMessage(bool isRoot)
    {
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "meta" or "header" when isRoot && json.Token == JsonTokenType.StartObject:
                    Header ??= JsonHeader.Read(json, languages);
                    break;
                case "data" when isRoot && json.Token == JsonTokenType.StartObject:
                    ReadMessage(isRoot: false);
                    break;
                case "errors" when isRoot && json.Token == JsonTokenType.StartArray:
                    JsonErrors.Read(json, errors);
                    break;
                case "structure" when json.Token == JsonTokenType.StartObject:
                    AddStructure();
                    break;
                case "structures" when json.Token == JsonTokenType.StartArray:
                    var structures = new JsonItems(json);
                    while (structures.Next())
                        AddStructure();
                    break;
                case "dataSets" when json.Token == JsonTokenType.StartArray:
                    if (DataSets is not null)
                        throw json.Fault(DataRules.BadForm, "dataSets is given twice");
                    DataSets = [];
                    var sets = new JsonItems(json);
                    while (sets.Next())
                        DataSets.Add(ReadDataSet());
                    break;
                default:
                    break;
            }
        }
    }

    private void AddStructure()
    {
        if (Structures.Count == 1000)
            throw json.Fault(DataRules.TooLarge, "the message has more than 1000 structures");
        Structures.Add(JsonMessageStructure.Read(json));
    }

    private JsonMessageDataSet ReadDataSet()
    {
        if (DataSets!.Count == 100_000)
            throw json.Fault(DataRules.TooLarge, "the message has more than 100000 data sets");
        var set = new JsonMessageDataSet();
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "action" when json.Token != JsonTokenType.Null:
                    set.Action = ReadAction();
                    break;
                case "structure":
                    set.Structure = json.TryIndex(out var index) ? index : 0;
                    break;
                case "validFrom":
                    set.ValidFrom = Moment();
                    break;
                case "validTo":
                    set.ValidTo = Moment();
                    break;
                case "links" when json.Token == JsonTokenType.StartArray:
                    JsonLinks.Read(json, set.References);
                    break;
                case "attributes" when json.Token == JsonTokenType.StartArray:
                    JsonCell.ReadAll(json, set.Attributes, MostAttributes);
                    break;
                case "dimensionGroupAttributes" when json.Token == JsonTokenType.StartObject:
                    ReadGroups(set);
                    break;
                case "series" when json.Token == JsonTokenType.StartObject:
                    set.Series = PlaceOf();
                    break;
                case "observations" when json.Token == JsonTokenType.StartObject:
                    set.Observations = PlaceOf();
                    break;
                default:
                    break;
            }
        }

        return set;
    }

    private DataAction ReadAction() => json.Text() switch
    {
        "Information" => DataAction.Information,
        "Append" => DataAction.Append,
        "Replace" => DataAction.Replace,
        "Merge" => DataAction.Merge,
        "Delete" => DataAction.Delete,
        _ => throw json.Fault(DataRules.BadForm, "the action of a data set is Information, Append, Replace, Merge or Delete"),
    };

    private JsonPlace PlaceOf()
    {
        var place = json.Place;
        json.Skip();
        return place with { Length = json.Position - place.Offset };
    }

    private DateTimeOffset? Moment() => JsonHeader.TryMoment(JsonWalk.AnyText(json), out var moment) ? moment : null;

    private void ReadGroups(JsonMessageDataSet set)
    {
        var members = new JsonMembers(json);
        while (members.Next(out var key))
        {
            if (set.Groups.Count == MostGroups)
                throw json.Fault(DataRules.TooLarge, $"a data set has more than {MostGroups} groups");
            var cells = new List<JsonCell>();
            JsonCell.ReadAll(json, cells, MostAttributes);
            set.Groups.Add((key, cells));
        }
    }
}
