using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Sources.Tables;

/// <summary>What to say about a code or name that is no area.</summary>
internal static class AreaSuggestion
{
    public static Text For(AreaRegistry areas, string codeOrName) => new(
        $"«{Refusals.Shown(codeOrName)}» no es un área conocida; escriba su código ISO 3166-1 de tres letras.",
        $"\"{Refusals.Shown(codeOrName)}\" is not a known area; write its three-letter ISO 3166-1 code.");
}
