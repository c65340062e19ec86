using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <content>Schemes of items, hierarchies over code lists, maps between them.</content>
internal sealed partial class JsonArtefactWriter
{
    private void WriteItems(ItemScheme scheme)
    {
        // 2.0 has no empty lists.
        if (scheme.Items.Count == 0)
            return;
        var urn = StructureUrn.Within(scheme.Reference, StructureUrn.ItemClass(scheme.Type)!, "");
        if (scheme.Type == StructureType.CategoryScheme)
        {
            // Categories stand within each other; one whose parent is not here stands at the top.
            var paths = scheme.Items.Select(item => item.Path(scheme.Type)).ToHashSet();
            var children = scheme.Items.ToLookup(item => item.Parent is { } parent && paths.Contains(parent) ? parent : "");
            WriteCategories(children, "", urn);
            return;
        }

        json.WriteStartArray(scheme.Type switch
        {
            StructureType.CodeList => "codes"u8,
            StructureType.ConceptScheme => "concepts"u8,
            StructureType.AgencyScheme => "agencies"u8,
            _ => "dataProviders"u8,
        });
        foreach (var item in scheme.Items)
        {
            StartItem(item, urn + item.Id);
            WriteItemContent(scheme, item);
            json.WriteEndObject();
            Flush();
        }

        json.WriteEndArray();
    }

    private void WriteCategories(ILookup<string, Item> children, string above, string urn)
    {
        if (!children.Contains(above))
            return;
        json.WriteStartArray("categories"u8);
        foreach (var item in children[above])
        {
            var path = item.Path(StructureType.CategoryScheme);
            StartItem(item, urn + path);
            WriteCategories(children, path, urn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void StartItem(Item item, string urn)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, item.Id);
        WriteTexts(item.Name, item.Description, item.Id);
        WriteAnnotations(item.Annotations);
        JsonLinks.Write(json, "self", urn);
    }

    private void WriteItemContent(ItemScheme scheme, Item item)
    {
        // Agencies and providers stand beside each other.
        if (scheme.Type is not (StructureType.CodeList or StructureType.ConceptScheme))
            return;
        if (item.Parent is { Length: > 0 } parent)
            json.WriteString("parent"u8, IsV1 && scheme.Type == StructureType.ConceptScheme ? Urn(new ItemReference(scheme.Reference, parent)) : parent);
        if (scheme.Type == StructureType.ConceptScheme)
            WriteRepresentation("coreRepresentation", item.CodeList, item.Format);
    }

    private void WriteHierarchicalCodeList(HierarchicalCodeList list)
    {
        json.WriteStartArray("hierarchies"u8);
        foreach (var hierarchy in list.Hierarchies)
        {
            // The schema has no hierarchy without codes.
            if (hierarchy.Codes.Count == 0)
                continue;
            json.WriteStartObject();
            json.WriteString("id"u8, hierarchy.Id);
            WriteTexts(hierarchy.Name, null, hierarchy.Id);
            JsonLinks.Write(json, "self", StructureUrn.Within(list.Reference, "Hierarchy", hierarchy.Id));
            json.WriteBoolean("leveled"u8, false);
            WriteHierarchicalCodes(hierarchy.Codes, list.Reference, $"{hierarchy.Id}.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("includedCodelists"u8);
        var number = 0;
        foreach (var included in list.References)
            json.WriteString($"L{++number}", Urn(included));
        json.WriteEndObject();
    }

    /// <summary>Hierarchies of 2.0, each an artefact: a list of one keeps its identity, of several each has the list's id before its own.</summary>
    private void WriteHierarchies(HierarchicalCodeList list)
    {
        if (list.Hierarchies.Count == 0 || list.IsStub)
            WriteHierarchy(list, list.Reference, null);
        else if (list.Hierarchies.Count == 1)
            WriteHierarchy(list, list.Reference, list.Hierarchies[0]);
        else
        {
            foreach (var hierarchy in list.Hierarchies)
                WriteHierarchy(list with { Name = hierarchy.Name }, list.Reference with { Id = $"{list.Id}_{hierarchy.Id}" }, hierarchy);
        }
    }

    private void WriteHierarchy(HierarchicalCodeList list, StructureReference reference, Hierarchy? hierarchy)
    {
        json.WriteStartObject();
        WriteHead(list, reference);
        json.WriteBoolean("hasFormalLevels"u8, false);
        if (hierarchy is { Codes.Count: > 0 })
            WriteHierarchicalCodes(hierarchy.Codes, reference, "");
        json.WriteEndObject();
    }

    private void WriteHierarchicalCodes(IReadOnlyList<HierarchicalCode> codes, StructureReference owner, string above)
    {
        json.WriteStartArray("hierarchicalCodes"u8);
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, code.Id);
            JsonLinks.Write(json, "self", StructureUrn.Within(owner, "HierarchicalCode", above + code.Id));
            WriteValidity(code.ValidFrom, code.ValidTo);
            json.WriteString("code"u8, Urn(new ItemReference(code.CodeList, code.Code)));
            if (code.Children.Count > 0)
                WriteHierarchicalCodes(code.Children, owner, $"{above}{code.Id}.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteMap(RepresentationMap map)
    {
        WriteSide("source", map.Source);
        WriteSide("target", map.Target);
        if (map.Mappings.Count == 0)
            return;
        json.WriteStartArray("representationMappings"u8);
        foreach (var mapping in map.Mappings)
        {
            json.WriteStartObject();
            json.WriteStartArray("sourceValues"u8);
            json.WriteStartObject();
            json.WriteString("value"u8, mapping.Source);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("targetValues"u8);
            json.WriteStringValue(mapping.Target);
            json.WriteEndArray();
            WriteValidity(mapping.ValidFrom, mapping.ValidTo);
            json.WriteEndObject();
            Flush();
        }

        json.WriteEndArray();
    }

    private void WriteSide(string side, StructureReference list)
    {
        json.WriteStartArray(side);
        json.WriteStartObject();
        json.WriteString("codelist"u8, Urn(list));
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
