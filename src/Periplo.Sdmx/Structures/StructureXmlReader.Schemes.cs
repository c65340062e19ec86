namespace Periplo.Sdmx.Structures;

/// <content>Schemes of items, and hierarchies over code lists.</content>
public static partial class StructureXmlReader
{
    private static Artefact ReadScheme(StructureXmlInput input, StructureType type)
    {
        var head = new Head(input);
        var isPartial = input.Flag("isPartial");
        var element = StructureUrn.ItemClass(type);
        var items = new List<Item>();
        var seen = new HashSet<string>();
        input.Children(child => head.Read(child) || (child == element && ReadItem(input, type, null, items, seen)));
        return head.Complete(new ItemScheme(type, head.Agency, head.Id, head.Version, head.Name, items) { IsPartial = isPartial });
    }

    /// <summary>Reads an item and, behind it, those within it.</summary>
    private static bool ReadItem(StructureXmlInput input, StructureType scheme, string? above, List<Item> items, HashSet<string> seen)
    {
        var element = input.Name;
        var id = input.Required("id");
        var path = scheme == StructureType.CategoryScheme && above is not null ? $"{above}.{id}" : id;
        if (!seen.Add(path))
            throw input.Fault(StructureRules.DuplicateItem, $"{element} {path} is there twice.");
        var texts = new Texts(input);
        var parent = above;
        StructureReference? list = null;
        TextFormat? format = null;
        var place = items.Count;
        items.Add(new(id, new()));
        input.Children(child =>
        {
            switch (child)
            {
                case "Parent":
                    parent = ReadLocalId(input);
                    return true;
                case "CoreRepresentation":
                    (list, format) = ReadRepresentation(input, StructureType.CodeList);
                    return true;
                default:
                    return texts.Read(child) || (child == element && ReadItem(input, scheme, path, items, seen));
            }
        });
        items[place] = new(id, texts.Name, parent)
        {
            Description = texts.Description,
            Annotations = texts.Annotations,
            CodeList = list,
            Format = format,
        };
        return true;
    }

    private static Artefact ReadHierarchies(StructureXmlInput input)
    {
        var head = new Head(input);
        var aliases = new Dictionary<string, StructureReference>();
        var hierarchies = new List<Hierarchy>();
        input.Children(child =>
        {
            switch (child)
            {
                case "IncludedCodelist":
                    var alias = input.Attribute("alias");
                    if (ReadStructureReference(input, StructureType.CodeList) is { } list)
                        aliases[alias ?? list.Id] = list;
                    return true;
                case "Hierarchy":
                    var id = input.Required("id");
                    var texts = new Texts(input);
                    var codes = new List<HierarchicalCode>();
                    input.Children(part => texts.Read(part) || (part == "HierarchicalCode" && Add(codes, ReadHierarchicalCode(input, aliases))));
                    hierarchies.Add(new(id, texts.Name, codes));
                    return true;
                default:
                    return head.Read(child);
            }
        });
        return head.Complete(new HierarchicalCodeList(head.Agency, head.Id, head.Version, head.Name, hierarchies));
    }

    /// <summary>A hierarchy of 3.0, which is an artefact by itself: a list of one.</summary>
    private static Artefact ReadHierarchy(StructureXmlInput input)
    {
        var head = new Head(input);
        var codes = new List<HierarchicalCode>();
        input.Children(child => head.Read(child) || (child == "HierarchicalCode" && Add(codes, ReadHierarchicalCode(input, []))));
        return head.Complete(new HierarchicalCodeList(head.Agency, head.Id, head.Version, head.Name, [new(head.Id, head.Name, codes)]));
    }

    private static HierarchicalCode ReadHierarchicalCode(StructureXmlInput input, Dictionary<string, StructureReference> aliases)
    {
        var id = input.Required("id");
        var (from, to) = (input.Date("validFrom"), input.Date("validTo"));
        ItemReference? whole = null;
        string? alias = null, code = null;
        var children = new List<HierarchicalCode>();
        input.Children(child =>
        {
            switch (child)
            {
                case "Code":
                    whole = ReadItemReference(input, StructureType.CodeList);
                    return true;
                case "CodelistAliasRef":
                    alias = input.Text().Trim();
                    return true;
                case "CodeID":
                    code = ReadLocalId(input);
                    return true;
                case "HierarchicalCode":
                    children.Add(ReadHierarchicalCode(input, aliases));
                    return true;
                default:
                    return false;
            }
        });
        if (whole is null)
        {
            if (code is null || alias is null || !aliases.TryGetValue(alias, out var list))
                throw input.Fault(StructureRules.BadReference, $"Hierarchical code {id} names no code of a list that is included.");
            whole = new(list, code);
        }

        return new(id, whole.Value.Scheme, whole.Value.Item, children) { ValidFrom = from, ValidTo = to };
    }
}
