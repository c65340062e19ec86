namespace Periplo.Profiles;

/// <summary>Which indicator stands in which section: each in one, by its code or the group it is of.</summary>
internal static class ProfileSections
{
    private static readonly Dictionary<string, SectionKind> ByBlock = new()
    {
        ["P1"] = SectionKind.Population, ["P2"] = SectionKind.Population, ["M1"] = SectionKind.Migrants, ["M2"] = SectionKind.Emigrants, ["M3"] = SectionKind.Population,
        ["F1"] = SectionKind.Displacement, ["F2"] = SectionKind.Displacement, ["L1"] = SectionKind.Labour, ["S1"] = SectionKind.Labour, ["R1"] = SectionKind.Remittances,
        ["D1"] = SectionKind.Development, ["G1"] = SectionKind.Governance, ["C1"] = SectionKind.Commitments, ["Q1"] = SectionKind.Quality,
    };

    // Projections say what migration does to development; return flows belong to emigrants; permits, naturalisations and irregular presence to immigrants.
    private static readonly Dictionary<string, SectionKind> ByCode = new()
    {
        ["P2.02"] = SectionKind.Development, ["P2.03"] = SectionKind.Development, ["P2.04"] = SectionKind.Development,
        ["M3.03"] = SectionKind.Corridors, ["M3.06"] = SectionKind.Emigrants, ["M3.07"] = SectionKind.Migrants, ["M3.08"] = SectionKind.Migrants, ["M3.09"] = SectionKind.Migrants,
        ["R1.06"] = SectionKind.Corridors,
    };

    /// <summary>The section of an indicator; development for a group nobody knew when this was written.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="block">Id of its group.</param>
    public static SectionKind Of(string code, string block) => ByCode.TryGetValue(code, out var section) ? section : ByBlock.GetValueOrDefault(block, SectionKind.Development);
}
