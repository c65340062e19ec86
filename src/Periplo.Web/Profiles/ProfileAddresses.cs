using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Web.Cooperation;
using Periplo.Web.Indicators;
using Periplo.Web.Registers;

namespace Periplo.Web.Profiles;

/// <summary>Addresses of profiles. Stable. The profile itself stands at the address of its area or corridor; that of the members of a process below the process.</summary>
public static class ProfileAddresses
{
    /// <summary>The list of profiles, editions, and profiles by others.</summary>
    public static string All(Language language) => language.Of("/perfiles", "/en/profiles", "/fr/profils");

    /// <summary>The profile of an area or of a group of <see cref="ProcessGroups"/>, of an edition where one is named.</summary>
    public static string Profile(Language language, string area, string? edition = null) => (IsProcess(area) ? $"{Room(language, area)}/{Word(language)}" : Room(language, area)) + Query(language, edition);

    /// <summary>The profile as a document: <c>.html</c>, <c>.csv</c> or <c>.docx</c>.</summary>
    public static string Document(Language language, string area, string form, string? edition = null) =>
        $"{Room(language, area)}/{Word(language)}{form}{Query(language, edition)}";

    /// <summary>One page of A4.</summary>
    public static string Sheet(Language language, string area, string? edition = null) => $"{Room(language, area)}/{language.Of("hoja", "sheet", "fiche")}{Query(language, edition)}";

    /// <summary>A wall chart of A2.</summary>
    public static string Wall(Language language, string area, string? edition = null) => $"{Room(language, area)}/{language.Of("mural", "wall-chart", "affiche")}{Query(language, edition)}";

    /// <summary>Name of the query of the edition.</summary>
    public static string EditionWord(Language language) => language.Of("edicion", "edition", "edition");

    /// <summary>Where the figures of a profile lead on this site.</summary>
    public static ProfileLinks Links(Language language) => new()
    {
        Lineage = input => IndicatorAddresses.Input(language, input),
        Indicator = code => IndicatorAddresses.Indicator(language, code),
        Corridor = (origin, destination) => Addresses.Corridor(language, origin.Id, destination.Id),
        Record = (register, record) => RegisterAddresses.Record(language, register, record),
    };

    private static bool IsProcess(string area) => area.StartsWith(ProcessGroups.Prefix, StringComparison.Ordinal);

    /// <summary>Where an area stands, or a process.</summary>
    private static string Room(Language language, string area) =>
        IsProcess(area) ? ProcessAddresses.Process(language, area[ProcessGroups.Prefix.Length..]) : Addresses.Country(language, area);

    private static string Word(Language language) => language.Of("perfil", "profile", "profil");

    private static string Query(Language language, string? edition) => edition is null or Edition.WorkingId ? "" : $"?{EditionWord(language)}={Uri.EscapeDataString(edition)}";
}
