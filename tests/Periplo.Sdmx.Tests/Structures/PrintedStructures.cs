using System.Text.Json;
using Periplo.Sdmx.Structures;

namespace Periplo.Tests.Sdmx.Structures;

/// <summary>Artefacts as text, everything they hold: records with lists in them are not equal by themselves.</summary>
internal static class PrintedStructures
{
    private static readonly JsonSerializerOptions All = new() { IncludeFields = true, WriteIndented = true };

    /// <summary>A text each, by identity.</summary>
    public static IReadOnlyList<string> Print(IEnumerable<Artefact> artefacts) =>
        [.. artefacts.Select(artefact => JsonSerializer.Serialize(artefact, artefact.GetType(), All)).Order(StringComparer.Ordinal)];

    /// <summary>Short names of artefacts, in order: <c>Codelist CL_SEX(2.1)</c>.</summary>
    public static string Names(IEnumerable<Artefact> artefacts) => string.Join(' ', artefacts.Select(Name).Order(StringComparer.Ordinal));

    private static string Name(Artefact artefact) => artefact.Version == "1.0" ? artefact.Id : $"{artefact.Id}({artefact.Version})";
}
