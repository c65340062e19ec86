namespace Periplo.Sdmx.Structures;

/// <content>Flows, metadata structures, and what says of flows where they stand, who provides them and what is in them.</content>
public static partial class StructureXmlReader
{
    private static Artefact ReadFlow(StructureXmlInput input, string element)
    {
        var head = new Head(input);
        var isData = element == "Dataflow";
        var expected = isData ? StructureType.DataStructure : StructureType.MetadataStructure;
        StructureReference? structure = null;
        input.Children(child =>
        {
            if (child != "Structure")
                return head.Read(child);
            structure = ReadStructureReference(input, expected);
            return true;
        });
        return head.Complete(isData
            ? new DataflowDefinition(head.Agency, head.Id, head.Version, head.Name, structure)
            : new MetadataflowDefinition(head.Agency, head.Id, head.Version, head.Name, structure ?? Nothing(expected)));
    }

    private static Artefact? ReadCategorisation(StructureXmlInput input)
    {
        var head = new Head(input);
        StructureReference? source = null;
        ItemReference? target = null;
        var isOther = false;
        input.Children(child =>
        {
            switch (child)
            {
                case "Source":
                    source = ReadStructureReference(input, StructureType.Dataflow);
                    isOther = source is null;
                    return true;
                case "Target":
                    target = ReadItemReference(input, StructureType.CategoryScheme);
                    return true;
                default:
                    return head.Read(child);
            }
        });
        if (isOther)
            return null;
        if (!head.IsStub && (source is null || target is null))
            throw input.Fault(StructureRules.BadReference, $"Categorisation {head.Id} has no source or no target.");
        return head.Complete(new Categorisation(
            head.Agency, head.Id, head.Version, head.Name, source ?? Nothing(StructureType.Dataflow), target ?? new(Nothing(StructureType.CategoryScheme), "")));
    }

    private static Artefact? ReadProvision(StructureXmlInput input)
    {
        var head = new Head(input);
        StructureReference? flow = null;
        ItemReference? provider = null;
        input.Children(child =>
        {
            switch (child)
            {
                case "StructureUsage" or "Dataflow":
                    flow = ReadStructureReference(input, StructureType.Dataflow);
                    return true;
                case "DataProvider":
                    provider = ReadItemReference(input, StructureType.DataProviderScheme);
                    return true;
                default:
                    return head.Read(child);
            }
        });
        if (!head.IsStub && (flow is null || provider is null))
            throw input.Fault(StructureRules.BadReference, $"Provision agreement {head.Id} has no flow or no provider.");
        return head.Complete(new ProvisionAgreement(
            head.Agency, head.Id, head.Version, head.Name, flow ?? Nothing(StructureType.Dataflow), provider ?? new(Nothing(StructureType.DataProviderScheme), "")));
    }

    private static Artefact ReadConstraint(StructureXmlInput input)
    {
        var head = new Head(input);

        // By the schema a constraint that does not say so is of what is.
        var isActual = (input.Attribute("type") ?? input.Attribute("role") ?? "Actual") == "Actual";
        var attachments = new List<StructureReference>();
        var regions = new List<List<KeyValues>>();
        input.Children(child =>
        {
            switch (child)
            {
                case "ConstraintAttachment":
                    input.Children(to => ReadAttachment(input, to, attachments));
                    return true;
                case "CubeRegion":
                    if (ReadRegion(input) is { } region)
                        regions.Add(region);
                    return true;
                default:
                    // Not the reference period either: see ContentConstraint.ReferencePeriod.
                    return head.Read(child);
            }
        });
        return head.Complete(new ContentConstraint(head.Agency, head.Id, head.Version, head.Name, isActual, attachments, Hull(regions)));
    }

    private static bool ReadAttachment(StructureXmlInput input, string to, List<StructureReference> attachments)
    {
        StructureType type;
        switch (to)
        {
            case "DataStructure":
                type = StructureType.DataStructure;
                break;
            case "MetadataStructure":
                type = StructureType.MetadataStructure;
                break;
            case "Dataflow":
                type = StructureType.Dataflow;
                break;
            case "Metadataflow":
                type = StructureType.Metadataflow;
                break;
            case "ProvisionAgreement":
                type = StructureType.ProvisionAgreement;
                break;
            case "DataProvider":
                type = StructureType.DataProviderScheme;
                break;
            default:
                return false;
        }

        if (ReadStructureReference(input, type) is { } attachment)
            attachments.Add(attachment);
        return true;
    }

    /// <summary>A region as values of components; null for what is cut out of the cube by more than one component, which values of components cannot say.</summary>
    private static List<KeyValues>? ReadRegion(StructureXmlInput input)
    {
        var isCutOut = input.Attribute("include")?.Trim() is "false" or "0";
        var region = new List<KeyValues>();
        input.Children(child =>
        {
            if (child is not ("KeyValue" or "Attribute" or "Component"))
                return false;
            if (ReadKeyValues(input, isCutOut) is { } values)
                region.Add(values with { IsAttribute = child == "Attribute" });
            return true;
        });
        return isCutOut && region.Count != 1 ? null : region;
    }

    private static KeyValues? ReadKeyValues(StructureXmlInput input, bool isCutOut)
    {
        var component = input.Required("id");
        var include = (input.Attribute("include")?.Trim() is not ("false" or "0")) != isCutOut;
        var values = new List<string>();
        var cascades = false;
        TimePeriod? from = null, to = null;
        input.Children(child =>
        {
            switch (child)
            {
                case "Value":
                    cascades |= input.Attribute("cascadeValues")?.Trim() is not (null or "false" or "0");
                    values.Add(input.Text().Trim());
                    return true;
                case "TimeRange":
                    input.Children(end =>
                    {
                        switch (end)
                        {
                            case "StartPeriod" or "AfterPeriod":
                                from = Period(input.Text().Trim());
                                return true;
                            case "EndPeriod" or "BeforePeriod":
                                to = Period(input.Text().Trim());
                                return true;
                            default:
                                return false;
                        }
                    });
                    return true;
                default:
                    return false;
            }
        });

        // Values that stand for those under them cannot be told without the list: the component is then left open.
        return cascades || (values.Count == 0 && from is null && to is null) ? null : new(component, values, include) { From = from, To = to };
    }

    /// <summary>A period, of which the time of day is passed over; null where it is of a kind this library does not hold, so that the range is open there.</summary>
    internal static TimePeriod? Period(string text) =>
        TimePeriod.TryParse(text.Length > 10 && text[10] == 'T' ? text.AsSpan(0, 10) : text, out var period) ? period : null;

    /// <summary>The least region that holds all of them: components that every one of them limits, to the values of any.</summary>
    internal static List<KeyValues> Hull(List<List<KeyValues>> regions)
    {
        if (regions.Count == 0)
            return [];
        var hull = regions[0];
        foreach (var region in regions.Skip(1))
        {
            var next = new List<KeyValues>();
            foreach (var mine in hull)
            {
                var others = region.Find(one => one.Component == mine.Component);
                if (others is { Include: true, Values.Count: > 0 } && mine is { Include: true, Values.Count: > 0 })
                    next.Add(mine with { Values = [.. mine.Values.Union(others.Values)] });
            }

            hull = next;
        }

        return hull;
    }

    private static Artefact ReadMetadataStructure(StructureXmlInput input)
    {
        var head = new Head(input);
        var attributes = new List<MetadataAttribute>();
        input.Children(child =>
        {
            if (child != "MetadataStructureComponents")
                return head.Read(child);
            input.Children(part =>
            {
                if (part is not ("ReportStructure" or "MetadataAttributeList"))
                    return false;
                input.Children(one => ReadMetadataAttribute(input, one, attributes));
                return true;
            });
            return true;
        });
        return head.Complete(new MetadataStructureDefinition(head.Agency, head.Id, head.Version, head.Name, attributes));
    }

    private static bool ReadMetadataAttribute(StructureXmlInput input, string element, List<MetadataAttribute> attributes)
    {
        if (element != "MetadataAttribute")
            return false;
        var children = new List<MetadataAttribute>();
        var component = ReadComponent(input, more: child => ReadMetadataAttribute(input, child, children));
        attributes.Add(new(component.Id, component.Concept, children));
        return true;
    }
}
