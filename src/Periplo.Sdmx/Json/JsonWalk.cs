using System.Text.Json;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Json;

/// <summary>
/// Walks the members of an object whose names are those of a format. A name given twice is a fault (of the first 128 names of a
/// message: a format has fewer). A value that is not taken is passed over.
/// </summary>
internal struct JsonRecord
{
    private readonly JsonPull json;
    private readonly int depth;
    private UInt128 seen;

    /// <summary>The current token must be the opening of the object.</summary>
    public JsonRecord(JsonPull json)
    {
        if (json.Token != JsonTokenType.StartObject)
            throw json.Fault(DataRules.BadForm, "an object was expected");
        (this.json, depth) = (json, json.Depth);
    }

    /// <summary>Moves to the value of the next member; false at the end of the object.</summary>
    public bool Next(out string name)
    {
        name = "";
        if (!JsonWalk.Next(json, depth, JsonTokenType.EndObject))
            return false;
        (name, var place) = json.Name();
        if (place < 128)
        {
            var bit = UInt128.One << place;
            if ((seen & bit) != 0)
                throw json.Fault(DataRules.BadForm, $"{name} is given twice in one object");
            seen |= bit;
        }

        json.Read();
        return true;
    }
}

/// <summary>Walks the members of an object whose names are data: keys, codes, languages.</summary>
internal readonly struct JsonMembers
{
    private readonly JsonPull json;
    private readonly int depth;

    /// <summary>The current token must be the opening of the object.</summary>
    public JsonMembers(JsonPull json)
    {
        if (json.Token != JsonTokenType.StartObject)
            throw json.Fault(DataRules.BadForm, "an object was expected");
        (this.json, depth) = (json, json.Depth);
    }

    /// <summary>Moves to the next name, behind which <see cref="JsonPull.Read"/> gives the value; false at the end of the object.</summary>
    public bool Next() => JsonWalk.Next(json, depth, JsonTokenType.EndObject);

    /// <summary>Moves to the value of the next member; false at the end of the object.</summary>
    public bool Next(out string name)
    {
        name = "";
        if (!Next())
            return false;
        name = json.Text();
        json.Read();
        return true;
    }
}

/// <summary>Walks the values of a list. A value that is not taken is passed over.</summary>
internal readonly struct JsonItems
{
    private readonly JsonPull json;
    private readonly int depth;

    /// <summary>The current token must be the opening of the list.</summary>
    public JsonItems(JsonPull json)
    {
        if (json.Token != JsonTokenType.StartArray)
            throw json.Fault(DataRules.BadForm, "a list was expected");
        (this.json, depth) = (json, json.Depth);
    }

    /// <summary>Moves to the next value; false at the end of the list.</summary>
    public bool Next() => JsonWalk.Next(json, depth, JsonTokenType.EndArray);
}

/// <summary>What walking objects and lists has in common, and reading of values that formats write in several ways.</summary>
internal static class JsonWalk
{
    private const int MostLanguages = 1000;

    /// <summary>Moves on within the object or list of a depth, over a value that was not taken; false at its end.</summary>
    public static bool Next(JsonPull json, int depth, JsonTokenType end)
    {
        if (json.Depth > depth)
            json.Skip();
        json.Read();
        return json.Token != end || json.Depth != depth;
    }

    /// <summary>
    /// Any value as a text: a number as it is written, a text in several languages in English or else in the first, a list of
    /// values with semicolons between; null for null. The current token is then its end.
    /// </summary>
    public static string? AnyText(JsonPull json)
    {
        switch (json.Token)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return json.Text();
            case JsonTokenType.StartArray:
                var all = new List<string>();
                var items = new JsonItems(json);
                while (items.Next())
                {
                    if (AnyText(json) is { } one)
                        all.Add(one);
                }

                return string.Join("; ", all);
            case JsonTokenType.StartObject:
                string? text = null;
                var members = new JsonMembers(json);
                while (members.Next(out var language))
                {
                    var held = AnyText(json);
                    if (text is null || language is "en")
                        text = held;
                }

                return text;
            default:
                return System.Text.Encoding.ASCII.GetString(json.Value);
        }
    }

    /// <summary>A text in several languages: an object from language to text.</summary>
    public static List<(string Language, string Text)> Languages(JsonPull json)
    {
        var texts = new List<(string Language, string Text)>();
        if (json.Token == JsonTokenType.Null)
            return texts;
        var members = new JsonMembers(json);
        while (members.Next(out var language))
        {
            if (AnyText(json) is not { } text)
                continue;
            if (texts.Count == MostLanguages)
                throw json.Fault(DataRules.TooLarge, $"a text is given in more than {MostLanguages} languages");
            if (texts.Count > 0 && texts.Exists(one => one.Language == language))
                throw json.Fault(DataRules.BadForm, $"a text is given twice in the language {language}");
            texts.Add((language, text));
        }

        return texts;
    }

    /// <summary>A list of texts.</summary>
    public static List<string> Texts(JsonPull json)
    {
        var texts = new List<string>();
        var items = new JsonItems(json);
        while (items.Next())
            texts.Add(json.Text());
        return texts;
    }
}
