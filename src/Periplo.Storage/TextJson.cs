using System.Text.Json;
using System.Text.Json.Serialization;
using Periplo.Languages;

namespace Periplo.Storage;

/// <summary>A text as kept in the catalogue: its languages by name. French may be absent: catalogues and backups older than the French site have none.</summary>
internal sealed class TextJson : JsonConverter<Text>
{
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A text was expected.");
        string? es = null, en = null, fr = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString();
            reader.Read();
            var words = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException($"{language} is no text.");
            switch (language)
            {
                case nameof(Text.Es):
                    es = words;
                    break;
                case nameof(Text.En):
                    en = words;
                    break;
                case nameof(Text.Fr):
                    fr = words;
                    break;
            }
        }

        return es is null || en is null ? throw new JsonException("A text lacks Spanish or English.") : fr is null ? Text.Written(es, en, "") : new(es, en, fr);
    }

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(nameof(Text.Es), value.Es);
        writer.WriteString(nameof(Text.En), value.En);
        if (!value.LacksFrench)
            writer.WriteString(nameof(Text.Fr), value.Fr);
        writer.WriteEndObject();
    }
}
