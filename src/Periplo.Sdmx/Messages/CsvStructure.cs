using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>What a row of SDMX-CSV says its structure is.</summary>
internal static class CsvStructure
{
    /// <summary>Reads <c>AGENCY:ID(VERSION)</c>, the version left out where there is none, perhaps with a name behind a colon.</summary>
    /// <returns>False when it is no such text.</returns>
    public static bool TryParse(StructureType type, string text, out StructureReference reference)
    {
        reference = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return false;
        var rest = text[(colon + 1)..];
        var end = rest.AsSpan().IndexOfAny('(', ':');
        var id = end < 0 ? rest : rest[..end];
        var version = "";
        if (end >= 0 && rest[end] == '(')
        {
            var close = rest.IndexOf(')', end);
            if (close < 0 || (close + 1 < rest.Length && rest[close + 1] != ':'))
                return false;
            version = rest[(end + 1)..close];
        }

        reference = new(type, text[..colon], id, version);
        return IsId(reference.Agency) && IsId(id) && version.AsSpan().IndexOfAnyExcept(StructureIds.Letters) < 0;
    }

    /// <summary>Reads the kind of structure of 2.0, in any case: the OECD writes it in capitals.</summary>
    public static bool TryParseType(string text, out StructureType type)
    {
        type = text.ToUpperInvariant() switch
        {
            "DATAFLOW" => StructureType.Dataflow,
            "DATASTRUCTURE" => StructureType.DataStructure,
            "DATAPROVISION" => StructureType.ProvisionAgreement,
            _ => StructureType.CodeList,
        };
        return type != StructureType.CodeList;
    }

    private static bool IsId(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExcept(StructureIds.Letters) < 0;
}
