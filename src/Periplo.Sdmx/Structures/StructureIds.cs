using System.Buffers;

namespace Periplo.Sdmx.Structures;

/// <summary>What ids and versions of structures are written with.</summary>
internal static class StructureIds
{
    /// <summary>Characters of an id, of the path of an agency or item, and of a version (SDMXCommonReferences.xsd, IDType and NestedIDType).</summary>
    public static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-@$.");
}
