using System.Text.Encodings.Web;
using System.Text.Json;
using Periplo.Sdmx.Json;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Structures;

/// <summary>
/// Writes structures as SDMX-JSON 1.0 or 2.0.0, valid against their schemas, every text in the best language and in all that are held,
/// with a name (a <c>self</c> link with <c>urn</c>) on all that has one. A stub has its identity and texts alone, but for a provision
/// agreement, which the schema wants whole.
/// </summary>
/// <remarks>
/// What a version cannot say is left out or said otherwise: 1.0 has no representation maps; 2.0.0 has hierarchies in place of hierarchical
/// code lists (one of several hierarchies becomes several, under its id and theirs), data constraints hang on artefacts of one kind, and
/// there is no measure dimension.
/// </remarks>
public static class StructureJsonWriter
{
    /// <summary>Writes a message of structures; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="header">Who sends it.</param>
    /// <param name="artefacts">The structures, each once, in any order.</param>
    /// <param name="version">Version of the format.</param>
    /// <param name="languages">Languages for texts, best first.</param>
    public static void Write(Stream stream, MessageHeader header, IReadOnlyList<Artefact> artefacts, JsonVersion version, IReadOnlyList<string> languages)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        json.WriteStartObject();
        var best = artefacts.Select(artefact => JsonLabels.BestLanguage(artefact.Name, languages)).Take(1);
        var held = artefacts.SelectMany(artefact => artefact.Name.Texts).Select(text => text.Language);
        JsonHeader.Write(json, header, "structure", version, [.. best, .. held.Distinct()]);
        json.WriteStartObject("data"u8);
        new JsonArtefactWriter(json, version, languages).Write(artefacts);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
