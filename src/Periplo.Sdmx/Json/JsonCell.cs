using System.Text.Json;

namespace Periplo.Sdmx.Json;

/// <summary>
/// What data give for an attribute: the place of a value in the component's list, or the value itself. Which of them a number is, the
/// component tells.
/// </summary>
/// <param name="Index">The place, or -1.</param>
/// <param name="Text">The value as it is written; null where there is none, and where the place alone is wanted.</param>
internal readonly record struct JsonCell(int Index, string? Text)
{
    /// <summary>No value.</summary>
    public static readonly JsonCell None = new(-1, null);

    /// <summary>True when there is no value.</summary>
    public bool IsNone => Index < 0 && Text is null;

    /// <summary>Reads one; the current token is then its end.</summary>
    /// <param name="json">Stands on it.</param>
    /// <param name="isListed">True when the component is known to have a list, so that a number is a place.</param>
    public static JsonCell Read(JsonPull json, bool isListed = false)
    {
        if (json.TryIndex(out var index))
            return new(index, isListed ? null : JsonWalk.AnyText(json));
        return json.Token == JsonTokenType.Null ? None : new(-1, JsonWalk.AnyText(json));
    }

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
