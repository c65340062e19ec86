using System.Globalization;
using System.Text;
using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>A dimension of a JSON-stat data set: its categories in the order of their places.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its label.</param>
/// <param name="Codes">Ids of the categories.</param>
/// <param name="Labels">Labels of the categories by their ids.</param>
internal sealed record JsonStatDimension(string Id, string Label, IReadOnlyList<string> Codes, IReadOnlyDictionary<string, string> Labels);

/// <summary>First passage over a JSON-stat 2.0 data set: everything but the values, which may stand before what explains them.</summary>
internal sealed class JsonStatScan
{
    private const int MostDimensions = 1000;

    private readonly JsonPull json;
    private readonly Dictionary<string, JsonStatDimension> dimensions = [];
    private readonly StringBuilder errors = new();
    private List<string>? ids;
    private List<long>? sizes;
    private string? @class;

    private JsonStatScan(JsonPull json) => this.json = json;

    /// <summary>Name of the data.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Who says them.</summary>
    public string Source { get; private set; } = "";

    /// <summary>When they were last changed.</summary>
    public DateTimeOffset? Updated { get; private set; }

    /// <summary>Language of the labels.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>The flow the publisher names (Eurostat), or null.</summary>
    public StructureReference? Flow { get; private set; }

    /// <summary>The structure the publisher names (Eurostat), or null.</summary>
    public StructureReference? Structure { get; private set; }

    /// <summary>The dimensions in the order of places.</summary>
    public IReadOnlyList<JsonStatDimension> Dimensions { get; private set; } = [];

    /// <summary>Position of the time among the dimensions, or -1.</summary>
    public int Time { get; private set; } = -1;

    /// <summary>Count of the cells.</summary>
    public long Cells { get; private set; }

    /// <summary>Where the values stand.</summary>
    public JsonPlace Values { get; private set; }

    /// <summary>Flags by the places of their cells.</summary>
    public Dictionary<long, string> Flags { get; } = [];

    /// <summary>Flag of all cells, or null.</summary>
    public string? Flag { get; private set; }

    /// <summary>Line of the flags.</summary>
    public int FlagLine { get; private set; }

    /// <summary>What flags mean, where the publisher says it.</summary>
    public Dictionary<string, string> FlagLabels { get; } = [];

    private List<string> TimeRole { get; } = [];

    /// <summary>Reads the whole message.</summary>
    public static JsonStatScan Read(Stream stream)
    {
        var pull = new JsonPull(stream);
        pull.Read();
        var scan = new JsonStatScan(pull);
        scan.ReadMessage();
        if (pull.Read())
            throw pull.Fault(DataRules.NotJson, "something stands behind the message");
        scan.Complete();
        return scan;
    }

    private void ReadMessage()
    {
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "class":
                    @class = JsonWalk.AnyText(json);
                    break;
                case "error" or "errors":
                    errors.Append(JsonWalk.AnyText(json) ?? "no reason is given");
                    break;
                case "label":
                    Label = JsonWalk.AnyText(json) ?? "";
                    break;
                case "source":
                    Source = JsonWalk.AnyText(json) ?? "";
                    break;
                case "updated":
                    Updated = JsonHeader.TryMoment(JsonWalk.AnyText(json), out var moment) ? moment : null;
                    break;
                case "id":
                    ids = JsonWalk.Texts(json);
                    break;
                case "size":
                    sizes = ReadSizes();
                    break;
                case "role" when json.Token == JsonTokenType.StartObject:
                    ReadRoles();
                    break;
                case "dimension" when json.Token == JsonTokenType.StartObject:
                    ReadDimensions();
                    break;
                case "extension" when json.Token == JsonTokenType.StartObject:
                    ReadExtension();
                    break;
                case "status" when json.Token != JsonTokenType.Null:
                    ReadFlags();
                    break;
                case "value" when json.Token is JsonTokenType.StartArray or JsonTokenType.StartObject:
                    var place = json.Place;
                    json.Skip();
                    Values = place with { Length = json.Position - place.Offset };
                    break;
                default:
                    break;
            }
        }
    }

    private List<long> ReadSizes()
    {
        var all = new List<long>();
        var items = new JsonItems(json);
        while (items.Next())
            all.Add(json.TryIndex(out var size) ? size : throw json.Fault(DataRules.BadForm, "the size of a dimension is no count"));
        return all;
    }

    private void ReadRoles()
    {
        var record = new JsonRecord(json);
        while (record.Next(out var role))
        {
            if (role == "time" && json.Token == JsonTokenType.StartArray)
                TimeRole.AddRange(JsonWalk.Texts(json));
        }
    }

    private void ReadDimensions()
    {
        var members = new JsonMembers(json);
        while (members.Next(out var id))
        {
            // Before 2.0 ids, sizes and roles stood here.
            if (id == "id" && json.Token == JsonTokenType.StartArray)
                ids ??= JsonWalk.Texts(json);
            else if (id == "size" && json.Token == JsonTokenType.StartArray)
                sizes ??= ReadSizes();
            else if (id == "role" && json.Token == JsonTokenType.StartObject)
                ReadRoles();
            else if (dimensions.Count == MostDimensions)
                throw json.Fault(DataRules.TooLarge, $"there are more than {MostDimensions} dimensions");
            else if (!dimensions.TryAdd(id, JsonStatCategories.Read(json, id)))
                throw json.Fault(DataRules.BadForm, $"the dimension {id} is given twice");
        }
    }

    private void ReadExtension()
    {
        Flow = ReadReference(StructureType.Dataflow, name =>
        {
            switch (name)
            {
                case "lang":
                    if (JsonWalk.AnyText(json) is { Length: 2 } language)
                        Language = language.ToLowerInvariant();
                    break;
                case "datastructure" when json.Token == JsonTokenType.StartObject:
                    Structure = ReadReference(StructureType.DataStructure);
                    break;
                case "status" when json.Token == JsonTokenType.StartObject:
                    ReadFlagLabels();
                    break;
                default:
                    break;
            }
        });
    }

    /// <summary>An object that names a structure; null where it does not.</summary>
    private StructureReference? ReadReference(StructureType type, Action<string>? more = null)
    {
        string? id = null, agency = null, version = null;
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "id")
                id = JsonWalk.AnyText(json);
            else if (name == "agencyId")
                agency = JsonWalk.AnyText(json);
            else if (name == "version")
                version = JsonWalk.AnyText(json);
            else
                more?.Invoke(name);
        }

        return id is { Length: > 0 } && agency is { Length: > 0 } ? new(type, agency, id, version ?? "") : null;
    }

    private void ReadFlagLabels()
    {
        var status = new JsonRecord(json);
        while (status.Next(out var part))
        {
            if (part != "label" || json.Token != JsonTokenType.StartObject)
                continue;
            var labels = new JsonMembers(json);
            while (labels.Next(out var flag))
                FlagLabels[flag] = JsonWalk.AnyText(json) ?? flag;
        }
    }

    /// <summary>Flags: one for all cells, or a list of them, or an object from the places of cells.</summary>
    private void ReadFlags()
    {
        var known = new ComponentTexts(null);
        FlagLine = json.Line;
        switch (json.Token)
        {
            case JsonTokenType.StartArray:
                var items = new JsonItems(json);
                for (var at = 0L; items.Next(); at++)
                    Keep(at);
                break;
            case JsonTokenType.StartObject:
                var members = new JsonMembers(json);
                while (members.Next(out var place))
                {
                    Keep(long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                        ? at
                        : throw json.Fault(DataRules.BadForm, "a flag is not given for the place of a cell"));
                }

                break;
            default:
                Flag = JsonWalk.AnyText(json);
                break;
        }

        void Keep(long at)
        {
            if (JsonWalk.AnyText(json) is { Length: > 0 } flag && known.TryFind(flag.AsSpan(), out var text))
                Flags[at] = text;
        }
    }

    private void Complete()
    {
        if (errors.Length > 0 && Values.Length == 0)
            throw Wrong(DataRules.ErrorMessage, $"the service answered with an error: {errors}");
        if (@class is not (null or "dataset"))
            throw Wrong(DataRules.UnknownFormat, $"the message is a {@class} of JSON-stat; only data sets are read");
        if (ids is null || sizes is null || Values.Length == 0)
            throw Wrong(DataRules.BadForm, "a data set of JSON-stat has id, size, dimension and value");
        if (ids.Count != sizes.Count || ids.Count == 0 || ids.Distinct().Count() != ids.Count)
            throw Wrong(DataRules.BadForm, "id and size of a data set of JSON-stat are lists of the same length, of different dimensions");
        Cells = 1;
        var ordered = new List<JsonStatDimension>();
        for (var i = 0; i < ids.Count; i++)
        {
            if (!dimensions.TryGetValue(ids[i], out var dimension))
                throw Wrong(DataRules.BadForm, $"the dimension {ids[i]} is not explained");
            if (dimension.Codes.Count != sizes[i])
                throw Wrong(DataRules.BadForm, $"the dimension {ids[i]} has {dimension.Codes.Count} categories and a size of {sizes[i]}");
            if (sizes[i] > 0 && Cells > long.MaxValue / sizes[i])
                throw Wrong(DataRules.TooLarge, "the data set has more cells than can be counted");
            Cells *= sizes[i];
            ordered.Add(dimension);
        }

        Dimensions = ordered;
        Time = TimeRole.Count > 0 ? ids.IndexOf(TimeRole[0]) : -1;
        if (Time < 0)
            Time = ids.FindIndex(id => id.Equals("time", StringComparison.OrdinalIgnoreCase) || id == DataStructure.TimeDimension);
    }

    private static SdmxFormatException Wrong(string rule, string detail) => new(rule, detail, 1, 1);
}
