using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Periplo.Registers;

/// <summary>The values of a record as JSON: an object of its filled columns, in the order of the register.</summary>
public static class RecordContent
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The values as JSON.</summary>
    public static string Write(Register register, string[] values)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i].Length > 0)
                    json.WriteString(register.Columns[i].Name, values[i]);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>The values of a JSON written when the register may have had other columns: those it no longer has are left out.</summary>
    /// <exception cref="JsonException">It is not an object of texts.</exception>
    public static string[] Read(Register register, string json)
    {
        var values = new string[register.Columns.Count];
        Array.Fill(values, "");
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A record is no object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var position = register.Position(reader.GetString()!);
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException("A value of a record is no text.");
            if (position >= 0)
                values[position] = reader.GetString()!;
        }

        return values;
    }
}
