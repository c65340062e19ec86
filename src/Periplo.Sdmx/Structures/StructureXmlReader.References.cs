namespace Periplo.Sdmx.Structures;

/// <content>References: by parts (<c>Ref</c>), by name (<c>URN</c>), and by name as text (3.0).</content>
public static partial class StructureXmlReader
{
    /// <summary>Stands in stubs for references they need not have.</summary>
    internal static StructureReference Nothing(StructureType type) => new(type, "", "", "");

    /// <summary>The artefact the current element refers to, and the item within it; null when it is of a kind this library does not hold.</summary>
    /// <param name="input">The message.</param>
    /// <param name="expected">Kind of artefact where the reference does not say it, of references to items that of their scheme.</param>
    private static (StructureReference Artefact, string? Item)? ReadReference(StructureXmlInput input, StructureType expected)
    {
        var element = input.Name;
        (StructureReference, string?)? found = null;
        var isGiven = false;
        string? urn = null;
        var text = input.Children(child =>
        {
            switch (child)
            {
                case "Ref":
                    found = ReadParts(input, expected);
                    isGiven = true;
                    return false;
                case "URN":
                    urn = input.Text();
                    return true;
                default:
                    return false;
            }
        });
        if (isGiven)
            return found;
        if ((urn ?? text) is not { Length: > 0 } name)
            throw input.Fault(StructureRules.BadReference, $"Element {element} refers to nothing.");
        if (StructureUrn.TryParse(name, out var artefact, out var path))
            return (artefact, path);
        if (IsOtherClass(name))
            return null;
        throw input.Fault(StructureRules.BadReference, $"\"{name}\" is not the name of a structure.");
    }

    private static StructureReference? ReadStructureReference(StructureXmlInput input, StructureType expected) => ReadReference(input, expected)?.Artefact;

    /// <summary>The item the current element refers to.</summary>
    private static ItemReference ReadItemReference(StructureXmlInput input, StructureType scheme)
    {
        var element = input.Name;
        return ReadReference(input, scheme) is { Item: { } item } found && found.Artefact.Type == scheme
            ? new(found.Artefact, item)
            : throw input.Fault(StructureRules.BadReference, $"Element {element} does not refer to an item of a {StructureUrn.Class(scheme)}.");
    }

    private static (StructureReference, string?)? ReadParts(StructureXmlInput input, StructureType expected)
    {
        var type = expected;
        var id = input.Required("id");
        if (input.Attribute("class") is { } @class)
        {
            if (StructureUrn.TypeOf(@class) is not { } known)
                return null;
            type = known;
        }

        var agency = input.Required("agencyID");

        // By the schema a version that is left out is 1.0.
        return input.Attribute("maintainableParentID") is { } parent
            ? (new(type, agency, parent, input.Attribute("maintainableParentVersion") ?? "1.0"), id)
            : (new(type, agency, id, input.Attribute("version") ?? "1.0"), null);
    }

    /// <summary>Id of something within the same artefact that the current element refers to.</summary>
    private static string ReadLocalId(StructureXmlInput input)
    {
        var element = input.Name;
        string? id = null;
        string? urn = null;
        var text = input.Children(child =>
        {
            switch (child)
            {
                case "Ref":
                    id = input.Required("id");
                    return false;
                case "URN":
                    urn = input.Text();
                    return true;
                default:
                    return false;
            }
        });
        if (id is null && (urn ?? text) is { Length: > 0 } name)
            id = StructureUrn.TryParse(name, out _, out var path) && path is not null ? path : urn is null ? name : null;
        return id ?? throw input.Fault(StructureRules.BadReference, $"Element {element} refers to nothing.");
    }

    /// <summary>True for a name that is one of SDMX, though of a class this library does not hold.</summary>
    internal static bool IsOtherClass(string name)
    {
        const string Start = "urn:sdmx:org.sdmx.infomodel.";
        var trimmed = name.Trim();
        var equals = trimmed.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && trimmed.StartsWith(Start, StringComparison.OrdinalIgnoreCase)
            && StructureUrn.TypeOf(trimmed[(trimmed.LastIndexOf('.', equals) + 1)..equals]) is null;
    }
}
