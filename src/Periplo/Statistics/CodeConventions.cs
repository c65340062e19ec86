using System.Globalization;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sdmx.Structures;

namespace Periplo.Statistics;

/// <summary>By whose habits a message writes the codes of areas, sexes, ages and statuses.</summary>
public enum CodeConvention
{
    /// <summary>The cross-domain code lists of SDMX.</summary>
    Sdmx,

    /// <summary>The standard code lists of Eurostat: EL and UK, T, Y15-29, flags.</summary>
    Eurostat,

    /// <summary>The lists of the United Nations Statistics Division: numbers of M49, BOTHSEX.</summary>
    Unsd,
}

/// <summary>
/// Codes of lists of others as codes of ours, as representation maps of SDMX 3.0. Codes of countries in alpha-2, alpha-3 and M49 are
/// not repeated here: the areas know them.
/// </summary>
public static class CodeConventions
{
    private static readonly StructureReference Areas = new(StructureType.CodeList, CodeLists.Agency, "CL_AREA", "1.0");

    /// <summary>Every map, to be published.</summary>
    public static IReadOnlyList<RepresentationMap> Maps { get; } =
    [
        Map(
            "MAP_AREA_SDMX", new("Áreas de CL_AREA de SDMX que no son países de hoy", "Areas of CL_AREA of SDMX that are no countries of today", "Zones de CL_AREA de SDMX qui ne sont pas des pays d’aujourd’hui"),
            Areas,
            ("W0", "001"), ("_X", "OOO"), ("_T", "_T"), ("XK", "XKX"), ("AN", "ANT"), ("SU", "SUN"),
            // The letters were used again for another state.
            ("CS", "CSK until 1992"), ("CS", "SCG from 2003"), ("YU", "YUG until 1991"), ("YU", "SCG from 1992")),
        Map(
            "MAP_AREA_EUROSTAT", new("Áreas de Eurostat", "Areas of Eurostat", "Zones d’Eurostat"), Areas,
            ("EL", "GRC"), ("UK", "GBR"), ("XK", "XKX"), ("STLS", "XXA"), ("UNK", "OOO"), ("TOTAL", "_T"), ("CS", "SCG"), ("SU", "SUN"), ("AN", "ANT"), ("YU", "YUG"), ("EX_SU", "SUN"), ("EX_YU", "YUG"), ("CSHH", "CSK")),
        Map(
            "MAP_SEX_EUROSTAT", new("Sexo de Eurostat", "Sex of Eurostat", "Sexe d’Eurostat"), List("SDMX", "CL_SEX", "2.1"),
            ("T", "_T"), ("F", "F"), ("M", "M"), ("UNK", "_U"), ("NAP", "_Z")),
        Map(
            "MAP_OBS_STATUS_EUROSTAT", new("Marcas de Eurostat", "Flags of Eurostat", "Marques d’Eurostat"), List("SDMX", "CL_OBS_STATUS", "2.2"),
            ("b", "B"), ("d", "D"), ("e", "E"), ("f", "F"), ("i", "I"), ("n", "N"), ("p", "P"), ("s", "E"), ("u", "U"), ("r", "A"), ("c", "Q"), ("z", "M"),
            // Two flags on one figure: the break comes first, then what the figure is least good for (guideline for CL_OBS_STATUS).
            ("be", "B"), ("bp", "B"), ("bd", "B"), ("bep", "B"), ("bu", "B"), ("ep", "E"), ("de", "D"), ("dp", "D"), ("dep", "D"), ("eu", "U"), ("up", "U")),
        Map(
            "MAP_UNIT_EUROSTAT", new("Unidades de Eurostat", "Units of Eurostat", "Unités d’Eurostat"), List(CodeLists.Agency, "CL_UNIT_MEASURE", "1.0"),
            ("NR", "PS"), ("PER", "PS"), ("PC", "PT")),
        Map(
            "MAP_SEX_UNSD", new("Sexo de la División de Estadística de las Naciones Unidas", "Sex of the United Nations Statistics Division", "Sexe de la Division de statistique des Nations Unies"),
            List("SDMX", "CL_SEX", "2.1"),
            ("BOTHSEX", "_T"), ("FEMALE", "F"), ("MALE", "M")),
        Map(
            "MAP_AGE_UNSD", new("Edad de la División de Estadística de las Naciones Unidas", "Age of the United Nations Statistics Division", "Âge de la Division de statistique des Nations Unies"),
            List("SDMX", "CL_AGE", "1.0"),
            ("ALLAGE", "_T")),
    ];

    /// <summary>The map by which a convention writes a component of ours; null when it writes it as we do.</summary>
    public static RepresentationMap? Of(CodeConvention convention, string component)
    {
        var what = component switch
        {
            "REF_AREA" or "COUNTERPART_AREA" or "CITIZENSHIP" or "BIRTHPLACE" => "AREA",
            "UNIT_MEASURE" => "UNIT",
            _ => component,
        };
        var id = $"MAP_{what}_{convention.ToString().ToUpperInvariant()}";
        return Maps.FirstOrDefault(map => map.Id == id) ?? (what == "AREA" ? Maps[0] : null);
    }

    /// <summary>The age of CL_AGE that Eurostat writes in its older form: <c>Y15-29</c>, <c>TOTAL</c>, <c>UNK</c>; null when it is none.</summary>
    public static string? EurostatAge(string code)
    {
        if (code is "TOTAL" or "T")
            return "_T";
        if (code == "UNK")
            return "_U";
        var hyphen = code.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 1 && code[0] == 'Y' && IsWhole(code.AsSpan(1, hyphen - 1)) && IsWhole(code.AsSpan(hyphen + 1)) ? $"Y{code[1..hyphen]}T{code[(hyphen + 1)..]}" : null;
    }

    private static bool IsWhole(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static StructureReference List(string agency, string id, string version) => new(StructureType.CodeList, agency, id, version);

    /// <summary>A map, and the list of the codes it knows, which is named after it.</summary>
    private static RepresentationMap Map(string id, Text name, StructureReference target, params IEnumerable<(string Source, string Target)> pairs) => new(
        CodeLists.Agency, id, "1.0", name.International(), List(CodeLists.Agency, id.Replace("MAP_", "CL_", StringComparison.Ordinal), "1.0"), target,
        [.. pairs.Select(pair => Pair(pair.Source, pair.Target))]);

    private static RepresentationMapping Pair(string source, string target)
    {
        var words = target.Split(' ');
        var mapping = new RepresentationMapping(source, words[0]);
        if (words.Length == 1)
            return mapping;
        var year = int.Parse(words[2]);
        return words[1] == "from" ? mapping with { ValidFrom = new(year, 1, 1) } : mapping with { ValidTo = new(year, 12, 31) };
    }
}
