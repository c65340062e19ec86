namespace Periplo.Sources.Mapped;

/// <summary>The powers of ten of CL_UNIT_MULT that Periplo keeps.</summary>
internal static class UnitMultipliers
{
    public static readonly IReadOnlyList<string> Known = ["0", "3", "6", "9"];

    public static int? Code(string text) => Known.Contains(text) ? text[0] - '0' : null;
}
