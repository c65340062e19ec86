using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Periplo.Tests.Sdmx;

/// <summary>Judges messages by the official schemas of SDMX-JSON, which stand beside the repository; tests that need them are skipped without them.</summary>
internal static class OfficialJsonSchemas
{
    public const string Data1 = "data-1.0.json";
    public const string Data2 = "data-2.0.0.json";
    public const string Structure1 = "structure-1.0.json";
    public const string Structure2 = "structure-2.0.0.json";

    private static readonly ConcurrentDictionary<string, JsonSchema> Known = new();

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    /// <summary>What is wrong with a message, a line each; nothing when it is valid.</summary>
    public static IReadOnlyList<string> Errors(string schema, ReadOnlyMemory<byte> message)
    {
        // Asked outside of the dictionary, so that every test is skipped by its own exception.
        var path = SharedData.Schema($"sdmx-json/{schema}");
        using var document = JsonDocument.Parse(message);
        var result = Known.GetOrAdd(schema, _ => Load(path)).Evaluate(document.RootElement, Options);
        if (result.IsValid)
            return [];
        var errors = (result.Details ?? []).Where(one => one.Errors is { Count: > 0 })
            .SelectMany(one => one.Errors!.Select(error => $"{one.InstanceLocation}: {error.Value} ({error.Key})")).ToList();
        return errors.Count > 0 ? errors : ["not valid"];
    }

    /// <summary>The schemas do not say which draft they are of ("latest"); what they use is in draft 7.</summary>
    private static JsonSchema Load(string path)
    {
        var schema = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        schema.Remove("$schema");
        schema.Remove("id");
        return JsonSchema.FromText(schema.ToJsonString(), new BuildOptions { Dialect = Dialect.Draft07, SchemaRegistry = new() });
    }
}
