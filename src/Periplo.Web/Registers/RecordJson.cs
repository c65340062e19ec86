using System.Text.Encodings.Web;
using System.Text.Json;
using Periplo.Registers;

namespace Periplo.Web.Registers;

/// <summary>Registers and records for machines.</summary>
internal static class RecordJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>An answer written by <paramref name="write"/>.</summary>
    public static IResult Answer(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
            write(json);
        return new Bytes(bytes.ToArray(), status);
    }

    /// <summary>A record with its papers: register, version, date and address.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="register">The register.</param>
    /// <param name="head">The record.</param>
    /// <param name="version">The version to write.</param>
    /// <param name="fields">The fields that may be read.</param>
    /// <param name="origin">Scheme and host.</param>
    public static void Write(Utf8JsonWriter json, Register register, RecordHead head, RecordVersion version, IEnumerable<Field> fields, string origin)
    {
        json.WriteStartObject();
        json.WriteString("register", register.Id);
        json.WriteString("id", head.Id);
        json.WriteString("address", origin + RegisterAddresses.Record(Languages.Language.En, register.Id, head.Id));
        WriteVersion(json, register, version, fields);
        if (head.Corrected is { } corrected && ReferenceEquals(version, head.Published))
            json.WriteNumber("corrects_version", corrected.Number);
        json.WriteEndObject();
    }

    /// <summary>The parts of a version: number, time, state and values. Who wrote it stays within.</summary>
    public static void WriteVersion(Utf8JsonWriter json, Register register, RecordVersion version, IEnumerable<Field> fields)
    {
        json.WriteNumber("version", version.Number);
        json.WriteString("at", version.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("state", version.State);
        if (version.Why.Length > 0 && register.Workflow.Find(version.State)?.Public == true)
            json.WriteString("why", version.Why);
        json.WriteStartObject("values");
        foreach (var column in fields.SelectMany(field => field.Columns))
        {
            if (version.Values[column.Position] is { Length: > 0 } value)
                json.WriteString(column.Name, value);
        }

        json.WriteEndObject();
    }

    private sealed class Bytes(byte[] content, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            await httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted);
        }
    }
}
