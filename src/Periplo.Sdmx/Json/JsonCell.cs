using System.Text.Json;

namespace Periplo.Sdmx.Json;

/// <summary>
/// What data give for an attribute: the place of a value in the component's list, or the value itself. Which of them a number is, the
/// component tells.
/// </summary>
/// <param name="Index">The place, or -1.</param>
/// <param name="Text">The value as it is written, null for none.</param>
internal readonly record struct JsonCell(int Index, string? Text)
{
    /// <summary>Reads one; the current token is then its end.</summary>
    public static JsonCell Read(JsonPull json) =>
        json.TryIndex(out var index) ? new(index, JsonWalk.AnyText(json)) : new(-1, json.Token == JsonTokenType.Null ? null : JsonWalk.AnyText(json));

    /// <summary>Reads a list of them, at most <paramref name="most"/>; what follows are annotations.</summary>
    public static void ReadAll(JsonPull json, List<JsonCell> cells, int most)
    {
        cells.Clear();
        var items = new JsonItems(json);
        while (items.Next())
        {
            if (cells.Count < most)
                cells.Add(Read(json));
        }
    }
}
