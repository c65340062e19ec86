using System.Text.Json;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Web.Registers;

/// <summary>The definition of a register for programs.</summary>
internal static class RegisterJson
{
    public static void Write(Utf8JsonWriter json, Register register)
    {
        json.WriteStartObject();
        json.WriteString("id", register.Id);
        Write(json, "name", register.Name);
        Write(json, "one", register.One);
        Write(json, "description", register.Description);
        json.WriteString("title", register.Title.Id);
        json.WriteStartArray("fields");
        foreach (var field in register.Fields)
            Write(json, field);
        json.WriteEndArray();
        json.WriteStartArray("states");
        foreach (var state in register.Workflow.States)
        {
            json.WriteStartObject();
            json.WriteString("id", state.Id);
            Write(json, "name", state.Name);
            json.WriteBoolean("public", state.Public);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("moves");
        foreach (var move in register.Workflow.Moves)
        {
            json.WriteStartObject();
            json.WriteString("from", move.From);
            json.WriteString("to", move.To);
            json.WriteString("role", move.Role.ToString().ToLowerInvariant());
            Write(json, "name", move.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (register.Statistics is { } statistics)
            json.WriteString("dataset", statistics.Id);
        json.WriteEndObject();
    }

    /// <summary>A text in the languages it is written in: one of a record need not have French.</summary>
    public static void Write(Utf8JsonWriter json, string name, Text text)
    {
        json.WriteStartObject(name);
        json.WriteString("es", text.Es);
        json.WriteString("en", text.En);
        if (!text.LacksFrench)
            json.WriteString("fr", text.Fr);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Field field)
    {
        json.WriteStartObject();
        json.WriteString("id", field.Id);
        json.WriteString("type", field.Type == FieldType.YesNo ? "yes-no" : field.Type.ToString().ToLowerInvariant());
        Write(json, "name", field.Name);
        json.WriteStartArray("columns");
        foreach (var column in field.Columns)
            json.WriteStringValue(column.Name);
        json.WriteEndArray();
        foreach (var (name, value) in (ReadOnlySpan<(string, bool)>)[("required", field.Required), ("many", field.Many), ("unique", field.Unique), ("long", field.Long), ("restricted", field.Restricted)])
        {
            if (value)
                json.WriteBoolean(name, value);
        }

        if (RegisterList.MayFilter(field))
            json.WriteString("filter", RegisterList.Parameter(field));
        if (field.References is { } register)
            json.WriteString("register", register);
        if (field.Codes is { } codes)
        {
            json.WriteStartArray("codes");
            foreach (var code in codes.Codes)
            {
                json.WriteStartObject();
                json.WriteString("id", code.Id);
                Write(json, "name", code.Name.Text());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
