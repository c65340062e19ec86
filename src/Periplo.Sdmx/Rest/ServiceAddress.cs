using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Rest;

/// <summary>
/// The SDMX service that an address of data belongs to, so that the structure of the data can be asked for where the data are:
/// <c>…/data/FLOW/KEY</c> of REST 2.1 (version 1) and <c>…/data/dataflow/AGENCY/ID/VERSION/KEY</c> of REST 3.0 (version 2).
/// </summary>
/// <param name="Root">Address before <c>data</c>, with a slash at the end.</param>
/// <param name="IsVersion2">True for the syntax of REST 3.0.</param>
public sealed record ServiceAddress(Uri Root, bool IsVersion2)
{
    private const string Data = "data";

    private static readonly string[] Contexts = ["dataflow", "datastructure", "provisionagreement", "*", "%2A"];

    /// <summary>The service of an address of data; null when the address is not written as one.</summary>
    /// <param name="data">Absolute address of http or https.</param>
    public static ServiceAddress? Of(Uri data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!data.IsAbsoluteUri)
            return null;
        var parts = data.AbsolutePath.Split('/');
        // A service may itself stand below a folder of that name: the last one is the resource. What follows it says which syntax it is.
        for (var i = parts.Length - 2; i > 0; i--)
        {
            if (!parts[i].Equals(Data, StringComparison.OrdinalIgnoreCase) || parts[i + 1].Length == 0)
                continue;
            var root = new UriBuilder(data) { Path = $"{string.Join('/', parts.Take(i))}/", Query = "", Fragment = "" }.Uri;
            return new(root, Contexts.Contains(parts[i + 1], StringComparer.OrdinalIgnoreCase) && i + 3 < parts.Length);
        }

        return null;
    }

    /// <summary>Where a structure and everything it refers to is found.</summary>
    /// <param name="structure">A dataflow, data structure or provision agreement; without agency any, without version the latest.</param>
    public Uri Structure(StructureReference structure)
    {
        var type = structure.Type switch
        {
            StructureType.DataStructure => "datastructure",
            StructureType.ProvisionAgreement => "provisionagreement",
            _ => "dataflow",
        };
        var agency = structure.Agency.Length > 0 ? Escaped(structure.Agency) : IsVersion2 ? "*" : "all";
        var version = structure.Version.Length > 0 ? Escaped(structure.Version) : IsVersion2 ? "~" : "latest";
        return new(Root, $"{(IsVersion2 ? "structure/" : "")}{type}/{agency}/{Escaped(structure.Id)}/{version}?references=descendants");
    }

    // Ids have letters, digits and _ @ $ - and points; @ stands in those of the OECD and is legal in a path.
    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%40", "@", StringComparison.Ordinal).Replace("%24", "$", StringComparison.Ordinal);
}
