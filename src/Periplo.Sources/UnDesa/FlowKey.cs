using Periplo.Languages;
using Periplo.Sources.Tables;

namespace Periplo.Sources.UnDesa;

/// <summary>The words of the UN DESA flow tables as codes.</summary>
internal static class FlowKey
{
    public static readonly Text Definitions = new(
        "Las definiciones de migrante y de duración son las de cada país y no son comparables entre países. Criterio: residencia anterior o siguiente, nacionalidad o lugar de nacimiento.",
        "Definitions of migrant and of duration are each country's own and cannot be compared between countries. Criterion: previous or next residence, citizenship, or place of birth.",
        "Les définitions de migrant et de durée sont celles de chaque pays et ne sont pas comparables entre pays. Critère : résidence antérieure ou suivante, nationalité ou lieu de naissance.");

    private static readonly Dictionary<string, string> Bases = new(StringComparer.OrdinalIgnoreCase) { ["Residence"] = "P", ["Citizenship"] = "C", ["Place of birth"] = "B" };
    private static readonly Dictionary<string, string> Groups = new(StringComparer.OrdinalIgnoreCase) { ["Both"] = "_T", ["Citizens"] = "NAT", ["Foreigners"] = "FOR" };
    private static readonly Dictionary<string, string> Directions = new(StringComparer.OrdinalIgnoreCase) { ["Emigrants"] = "EMI", ["Immigrants"] = "IMM" };

    /// <summary>Sets the key of the row: the reporter is the origin of emigrants and the destination of immigrants.</summary>
    public static void Set(Figures figures, TableRows rows, int country, int criteria, int direction, int coverage)
    {
        var reporter = rows.Area(country);
        var type = Code(rows, direction, Directions);
        figures.Set(
            ("FREQ", "A"),
            ("REF_AREA", type == "EMI" ? "_T" : reporter),
            ("COUNTERPART_AREA", type == "EMI" ? reporter : "_T"),
            ("FLOW_TYPE", type),
            ("ORIGIN_BASIS", Code(rows, criteria, Bases)),
            ("DURATION", "NAT"),
            ("FLOW_GROUP", Code(rows, coverage, Groups)),
            ("SEX", "_T"),
            ("AGE", "_T"),
            ("EST_METHOD", "REP"),
            ("STATISTIC", "EST"),
            ("UNIT_MEASURE", "PS"));
    }

    private static string Code(TableRows rows, int column, Dictionary<string, string> codes)
    {
        var text = rows.Text(column);
        return codes.TryGetValue(text, out var code) ? code : throw rows.Fault(column, Refusals.NotOneOf(Refusals.Shown(text), codes.Keys));
    }
}
