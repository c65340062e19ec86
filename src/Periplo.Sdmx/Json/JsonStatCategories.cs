using System.Text.Json;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Json;

/// <summary>Reads a dimension of JSON-stat with its categories.</summary>
internal static class JsonStatCategories
{
    /// <summary>Reads one. Its categories are in a list, or in an object from each to its place, or (where there is one) only labelled.</summary>
    public static JsonStatDimension Read(JsonPull json, string id)
    {
        var label = id;
        List<string>? codes = null;
        var labels = new Dictionary<string, string>();
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            if (name == "label")
            {
                label = JsonWalk.AnyText(json) ?? id;
            }
            else if (name == "category" && json.Token == JsonTokenType.StartObject)
            {
                var category = new JsonRecord(json);
                while (category.Next(out var part))
                {
                    if (part == "index" && json.Token == JsonTokenType.StartArray)
                        codes = JsonWalk.Texts(json);
                    else if (part == "index" && json.Token == JsonTokenType.StartObject)
                        codes = ReadPlaces(json, id);
                    else if (part == "label" && json.Token == JsonTokenType.StartObject)
                        ReadLabels(json, labels);
                }
            }
        }

        codes ??= [.. labels.Keys];
        if (codes.Distinct().Count() != codes.Count)
            throw json.Fault(DataRules.BadForm, $"a category of the dimension {id} is given twice");
        return new(id, label, codes, labels);
    }

    private static List<string> ReadPlaces(JsonPull json, string id)
    {
        var places = new List<(int Place, string Code)>();
        var members = new JsonMembers(json);
        while (members.Next(out var code))
            places.Add(json.TryIndex(out var place) ? (place, code) : throw json.Fault(DataRules.BadForm, $"the category {code} of {id} has no place"));
        places.Sort();
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Place != i)
                throw json.Fault(DataRules.BadForm, $"no category of {id}, or more than one, has the place {i}");
        }

        return places.ConvertAll(one => one.Code);
    }

    private static void ReadLabels(JsonPull json, Dictionary<string, string> labels)
    {
        var members = new JsonMembers(json);
        while (members.Next(out var code))
            labels[code] = JsonWalk.AnyText(json) ?? code;
    }
}
