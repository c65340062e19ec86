using System.Text.Encodings.Web;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Sources.Registers;

/// <summary>
/// Records as JSON. Read: an array of objects, <c>id</c> and columns side by side, or what <see cref="Write"/> gives, where
/// the columns of each record stand under <c>values</c>. A field of several values may be an array of texts.
/// </summary>
internal static class RecordJson
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 8 };
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static List<RecordRow> Read(Register register, string file, ReadOnlySpan<byte> bytes, CancellationToken cancellation)
    {
        var reader = new RecordJsonReader(register, file, bytes);
        var json = new Utf8JsonReader(bytes, Strict);
        try
        {
            return reader.Records(ref json, cancellation);
        }
        catch (JsonException error)
        {
            throw InputException.At(file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1, new(
                "no es JSON válido; revise comas, comillas y corchetes.", "it is not valid JSON; check commas, quotes and brackets.", "n’est pas du JSON valide ; vérifiez les virgules, les guillemets et les crochets."), error);
        }
        catch (InvalidOperationException error)
        {
            // What the reader says of a text that is not UTF-8, and of half a surrogate pair.
            throw reader.Fault(json.TokenStartIndex, new(
                "el texto no está en UTF-8 o tiene un carácter dañado; guárdelo de nuevo.", "the text is not in UTF-8 or has a damaged character; save it again.", "le texte n’est pas en UTF-8 ou contient un caractère endommagé ; enregistrez-le de nouveau."), error);
        }
    }

    public static void Write(RecordExtract extract, Language language, Stream to)
    {
        using var json = new Utf8JsonWriter(to, Plain);
        json.WriteStartObject();
        json.WriteString("register", extract.Register.Id);
        json.WriteString("name", extract.Register.Name.In(language));
        json.WriteNumber("log", extract.Number);
        json.WriteStartArray("records");
        foreach (var (id, version) in extract.Records)
        {
            json.WriteStartObject();
            json.WriteString(RecordColumns.Id, id);
            json.WriteString("state", version.State);
            json.WriteNumber("version", version.Number);
            json.WriteString("date", version.At.UtcDateTime.ToString("O"));
            json.WriteStartObject("values");
            foreach (var column in extract.Columns)
                WriteValue(json, column, version.Values[column.Position]);
            json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending > 1 << 16)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, Column column, string value)
    {
        if (value.Length == 0)
            return;
        if (!column.Field.Many)
        {
            json.WriteString(column.Name, value);
            return;
        }

        json.WriteStartArray(column.Name);
        foreach (var one in value.Split(Register.Separator))
            json.WriteStringValue(one);
        json.WriteEndArray();
    }
}
