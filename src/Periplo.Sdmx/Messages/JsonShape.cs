using System.Text.Json;

namespace Periplo.Sdmx.Messages;

/// <summary>Knows the formats of data in JSON from the beginning of a message.</summary>
internal static class JsonShape
{
    /// <summary>The format, or null where the beginning does not tell.</summary>
    /// <param name="head">The first bytes, a mark of the encoding taken off.</param>
    /// <param name="whole">Whether they are all of the message.</param>
    public static DataFormat? Of(ReadOnlySpan<byte> head, bool whole)
    {
        var json = new Utf8JsonReader(head, whole, new JsonReaderState(new() { MaxDepth = 64 }));
        var (inData, sdmx) = (false, false);
        try
        {
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName)
                    continue;
                var name = json.GetString();
                if (json.CurrentDepth == 1)
                {
                    inData = name == "data";
                    sdmx |= inData || name == "meta";
                    switch (name)
                    {
                        case "header" or "dataSets" or "structure":
                            return DataFormat.JsonDraft;
                        case "class" or "dataset" or "size" or "dimension":
                            return DataFormat.JsonStat;
                        case "errors" or "error" when !sdmx:
                            throw new SdmxFormatException(DataRules.ErrorMessage, "The service answered with an error in JSON.", 1);
                    }
                }
                else if (inData && ((json.CurrentDepth == 2 && name == "structures") || (json.CurrentDepth == 4 && name == "structure")))
                {
                    return DataFormat.Json2;
                }
                else if (inData && json.CurrentDepth == 2 && name == "structure")
                {
                    return DataFormat.Json1;
                }
                else if (json.CurrentDepth == 2 && !inData && name == "schema" && json.Read() && json.TokenType == JsonTokenType.String && OfSchema(json.GetString()!) is { } named)
                {
                    return named;
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            var place = error as JsonException;
            throw new SdmxFormatException(DataRules.NotJson, $"Not well-formed JSON: {error.Message}", (int)(place?.LineNumber ?? 0) + 1, (int)(place?.BytePositionInLine ?? 0) + 1);
        }

        return sdmx ? DataFormat.Json1 : null;
    }

    private static DataFormat? OfSchema(string address) =>
        address.Contains("/2.", StringComparison.Ordinal) ? DataFormat.Json2
        : address.Contains("/1.", StringComparison.Ordinal) ? DataFormat.Json1
        : null;
}
