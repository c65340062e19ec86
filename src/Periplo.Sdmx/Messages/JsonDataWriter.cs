using System.Text.Encodings.Web;
using System.Text.Json;
using Periplo.Sdmx.Json;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Writes data in SDMX-JSON 1.0 or 2.0: series over time, cross sections or flat, by <see cref="DataMessage.DimensionAtObservation"/>.
/// Observations leave as the cursors give them; codes are numbered as they are met, and the structure with their names stands behind
/// the data sets, as the field guide allows so that a service need not hold its answer.
/// </summary>
/// <remarks>
/// Memory: the distinct values of components and one hash a series, not the observations. Cross sections are put aside, in a temporary
/// file where they are many. What comes again out of order, or with another attribute of the data set, goes on in another data set.
/// Merge is written as Append, which is what these versions call it.
/// </remarks>
public static class JsonDataWriter
{
    /// <summary>Writes a message.</summary>
    /// <exception cref="ArgumentException">The dimension at the observation is none of the structure.</exception>
    public static void Write(DataMessage message, Stream stream, JsonVersion version)
    {
        var layout = new JsonDataLayout(message);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        json.WriteStartObject();
        JsonHeader.Write(json, message.Header, "data", version, [JsonLabels.BestLanguage(message.Dataflow.Name, message.Languages)]);
        json.WriteStartObject("data"u8);
        json.WriteStartArray("dataSets"u8);
        var sets = new JsonDataSetWriter(json, message, version, layout);
        foreach (var set in message.DataSets)
            sets.Write(set);
        json.WriteEndArray();
        new JsonStructurePart(json, message, version, layout).Write(sets.Count);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
