using Periplo.Sdmx;

namespace Periplo.Exchange;

/// <summary>
/// The ids codes are published by. A code of SDMX has no point, which in keys stands between dimensions (SDMXCommonReferences.xsd,
/// IDType); where ours have one, <c>@</c> stands for it, as in the codes of registers.
/// </summary>
public static class PublishedCodes
{
    /// <summary>What stands for a point.</summary>
    public const char Sign = '@';

    /// <summary>The id a code is published by.</summary>
    public static string Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Replace('.', Sign);
    }

    /// <summary>The list as it is published; itself where no code has a point.</summary>
    public static CodeList Of(CodeList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Codes.Any(code => code.Id.Contains('.', StringComparison.Ordinal))
            ? new(list.Id, list.Agency, list.Version, list.Name, [.. list.Codes.Select(code => code with { Id = Of(code.Id), Parent = code.Parent is null ? null : Of(code.Parent) })])
            : list;
    }
}
