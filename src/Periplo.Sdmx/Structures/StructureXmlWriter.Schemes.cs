using System.Xml;

namespace Periplo.Sdmx.Structures;

/// <content>Schemes of items, and hierarchies over code lists.</content>
public static partial class StructureXmlWriter
{
    private static void WriteItems(XmlWriter xml, ItemScheme scheme)
    {
        var element = StructureUrn.ItemClass(scheme.Type)!;
        var urn = StructureUrn.Within(scheme.Reference, element, "");
        if (scheme.Type != StructureType.CategoryScheme)
        {
            foreach (var item in scheme.Items)
            {
                StartItem(xml, element, urn, item, item.Id);
                WriteItemContent(xml, scheme.Type, item);
                xml.WriteEndElement();
            }

            return;
        }

        // Categories stand within each other; one whose parent is not here stands at the top.
        var paths = scheme.Items.Select(item => item.Path(scheme.Type)).ToHashSet();
        var children = scheme.Items.ToLookup(item => item.Parent is { } parent && paths.Contains(parent) ? parent : "");
        WriteCategories(xml, children, "", urn);
    }

    private static void WriteCategories(XmlWriter xml, ILookup<string, Item> children, string above, string urn)
    {
        foreach (var item in children[above])
        {
            var path = item.Path(StructureType.CategoryScheme);
            StartItem(xml, "Category", urn, item, path);
            WriteCategories(xml, children, path, urn);
            xml.WriteEndElement();
        }
    }

    private static void StartItem(XmlWriter xml, string element, string urn, Item item, string path)
    {
        Start(xml, element);
        Attribute(xml, "id", item.Id);
        Attribute(xml, "urn", urn + path);
        WriteAnnotations(xml, item.Annotations);
        WriteNames(xml, item.Name, item.Description, item.Id);
    }

    private static void WriteItemContent(XmlWriter xml, StructureType scheme, Item item)
    {
        // Agencies and providers stand beside each other.
        if (scheme is not (StructureType.CodeList or StructureType.ConceptScheme))
            return;
        if (item.Parent is { Length: > 0 } parent)
            WriteLocalReference(xml, "Parent", parent);
        if (scheme == StructureType.ConceptScheme)
            WriteRepresentation(xml, "CoreRepresentation", item.CodeList, item.Format);
    }

    private static void WriteHierarchies(XmlWriter xml, HierarchicalCodeList list)
    {
        // Clients look for an alias even where no code is named by it.
        var number = 0;
        foreach (var included in list.References)
        {
            Start(xml, "IncludedCodelist");
            Attribute(xml, "alias", $"L{++number}");
            WriteRef(xml, included);
            xml.WriteEndElement();
        }

        foreach (var hierarchy in list.Hierarchies)
        {
            // The schema has no hierarchy without codes.
            if (hierarchy.Codes.Count == 0)
                continue;
            Start(xml, "Hierarchy");
            Attribute(xml, "id", hierarchy.Id);
            Attribute(xml, "urn", StructureUrn.Within(list.Reference, "Hierarchy", hierarchy.Id));
            Attribute(xml, "leveled", "false");
            WriteNames(xml, hierarchy.Name, null, hierarchy.Id);
            foreach (var code in hierarchy.Codes)
                WriteHierarchicalCode(xml, list.Reference, hierarchy.Id, code);
            xml.WriteEndElement();
        }
    }

    private static void WriteHierarchicalCode(XmlWriter xml, StructureReference list, string above, HierarchicalCode code)
    {
        var path = $"{above}.{code.Id}";
        Start(xml, "HierarchicalCode");
        Attribute(xml, "id", code.Id);
        Attribute(xml, "urn", StructureUrn.Within(list, "HierarchicalCode", path));
        WriteValidity(xml, code.ValidFrom, code.ValidTo);
        WriteReference(xml, "Code", new ItemReference(code.CodeList, code.Code));
        foreach (var child in code.Children)
            WriteHierarchicalCode(xml, list, path, child);
        xml.WriteEndElement();
    }
}
