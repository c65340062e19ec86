using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Periplo.Sdmx.Json;

namespace Periplo.Sdmx.Messages;

/// <summary>One error or warning of a service, as the message formats carry it.</summary>
/// <param name="Code">Its code by the REST specification (2.1: 100, 140 and so on; 3.0: the status of HTTP).</param>
/// <param name="Title">What kind of problem, the same whenever it occurs.</param>
/// <param name="Detail">What is wrong this time.</param>
public sealed record ServiceError(int Code, string Title, string? Detail = null);

/// <summary>The answer of a service that cannot answer: <c>errors</c> of SDMX-JSON (the error object is the same in 1.0 and 2.0).</summary>
public static class JsonErrors
{
    private const int LongestDetail = 4000;

    /// <summary>Writes a message that has only errors.</summary>
    public static void Write(Stream stream, params IReadOnlyList<ServiceError> errors)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteNumber("code"u8, error.Code);
            json.WriteString("title"u8, error.Title);
            if (error.Detail is not null)
                json.WriteString("detail"u8, error.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads <c>errors</c> as sentences, one behind the other. Drafts have <c>message</c> for title and detail.</summary>
    internal static void Read(JsonPull json, StringBuilder sentences)
    {
        var items = new JsonItems(json);
        while (items.Next())
        {
            if (json.Token != JsonTokenType.StartObject)
                continue;
            string? code = null, title = null, detail = null;
            var record = new JsonRecord(json);
            while (record.Next(out var name))
            {
                switch (name)
                {
                    case "code":
                        code = JsonWalk.AnyText(json);
                        break;
                    case "title" or "message":
                        title = JsonWalk.AnyText(json);
                        break;
                    case "detail":
                        detail = JsonWalk.AnyText(json);
                        break;
                    default:
                        break;
                }
            }

            if (sentences.Length < LongestDetail)
                sentences.Append(sentences.Length == 0 ? "" : "; ").AppendJoin(' ', new[] { code, title, detail }.Where(part => part is not null));
        }

        if (sentences.Length > LongestDetail)
            sentences.Length = LongestDetail;
    }
}
