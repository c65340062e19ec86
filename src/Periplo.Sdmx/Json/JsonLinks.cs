using System.Text.Json;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>Links of messages to structures.</summary>
internal static class JsonLinks
{
    private const int Most = 100;

    /// <summary>Writes <c>links</c> with one link to a structure.</summary>
    public static void Write(Utf8JsonWriter json, string relation, string urn)
    {
        json.WriteStartArray("links"u8);
        WriteOne(json, relation, urn);
        json.WriteEndArray();
    }

    /// <summary>Writes one link.</summary>
    public static void WriteOne(Utf8JsonWriter json, string relation, string urn)
    {
        json.WriteStartObject();
        json.WriteString("rel"u8, relation);
        json.WriteString("urn"u8, urn);
        json.WriteEndObject();
    }

    /// <summary>
    /// Reads <c>links</c> and keeps what data can be of: a dataflow, a provision agreement or a data structure, in this order. A link
    /// names it by its URN, or (before 1.0) by the address it is served at.
    /// </summary>
    public static void Read(JsonPull json, List<StructureReference> references)
    {
        var items = new JsonItems(json);
        while (items.Next())
        {
            if (json.Token != JsonTokenType.StartObject)
                continue;
            string? urn = null, address = null;
            var record = new JsonRecord(json);
            while (record.Next(out var name))
            {
                if (name == "urn")
                    urn = JsonWalk.AnyText(json);
                else if (name == "href")
                    address = JsonWalk.AnyText(json);
            }

            if (Referred(urn, address) is { } found && !references.Contains(found) && references.Count < Most)
                references.Add(found);
        }

        references.Sort((left, right) => Order(left.Type).CompareTo(Order(right.Type)));
    }

    private static StructureReference? Referred(string? urn, string? address)
    {
        if (urn is not null && StructureUrn.TryParse(urn, out var found, out var path) && path is null && Order(found.Type) >= 0)
            return found;
        if (address is null || address.Length > 2000)
            return null;
        var parts = address.Split('?')[0].Split('/');
        for (var i = 0; i < parts.Length - 2; i++)
        {
            StructureType? type = parts[i].ToLowerInvariant() switch
            {
                "dataflow" => StructureType.Dataflow,
                "provisionagreement" => StructureType.ProvisionAgreement,
                "datastructure" => StructureType.DataStructure,
                _ => null,
            };
            if (type is { } kind && parts[i + 1].Length > 0 && parts[i + 2].Length > 0)
                return new(kind, parts[i + 1], parts[i + 2], i + 3 < parts.Length && parts[i + 3] is not ("latest" or "all") ? parts[i + 3] : "");
        }

        return null;
    }

    private static int Order(StructureType type) => type switch
    {
        StructureType.Dataflow => 0,
        StructureType.ProvisionAgreement => 1,
        StructureType.DataStructure => 2,
        _ => -1,
    };
}
