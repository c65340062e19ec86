using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Rest;

/// <summary>Names of resources in addresses, and which kinds of structures they are.</summary>
internal static class ResourceNames
{
    private static readonly StructureType[] All = Enum.GetValues<StructureType>();

    // Known to the standard and not held here: nothing is found, which is no mistake of the client's.
    private static readonly HashSet<string> NeverHeldV1 =
    [
        "dataconsumerscheme", "organisationunitscheme", "reportingtaxonomy", "structureset", "process", "attachmentconstraint",
        "transformationscheme", "rulesetscheme", "userdefinedoperatorscheme", "customtypescheme", "namepersonalisationscheme",
        "vtlmappingscheme",
    ];

    private static readonly HashSet<string> NeverHeldV2 =
    [
        "hierarchyassociation", "valuelist", "metadataproviderscheme", "dataconsumerscheme", "organisationunitscheme", "reportingtaxonomy",
        "metadataprovisionagreement", "structuremap", "conceptschememap", "categoryschememap", "organisationschememap", "reportingtaxonomymap",
        "process", "metadataconstraint", "transformationscheme", "rulesetscheme", "userdefinedoperatorscheme", "customtypescheme",
        "namepersonalisationscheme", "vtlmappingscheme",
    ];

    /// <summary>The kinds a name stands for, none for those never held; null where no resource has the name.</summary>
    public static IReadOnlyList<StructureType>? Find(string name, RestVersion version) => version == RestVersion.V1 ? FindV1(name) : FindV2(name);

    /// <summary>Whether a kind has items that can be asked for.</summary>
    public static bool HasItems(StructureType type) => type is StructureType.AgencyScheme or StructureType.CategoryScheme or StructureType.CodeList
        or StructureType.ConceptScheme or StructureType.DataProviderScheme or StructureType.HierarchicalCodeList;

    private static StructureType[]? FindV1(string name) => name switch
    {
        // REST 2.1 does not know maps between code lists.
        "structure" => [.. All.Where(type => type != StructureType.RepresentationMap)],
        "organisationscheme" => [StructureType.AgencyScheme, StructureType.DataProviderScheme],
        "hierarchicalcodelist" => [StructureType.HierarchicalCodeList],
        "contentconstraint" or "actualconstraint" or "allowedconstraint" => [StructureType.ContentConstraint],
        _ => NeverHeldV1.Contains(name) ? [] : Common(name),
    };

    private static StructureType[]? FindV2(string name) => name switch
    {
        "*" => All,
        "hierarchy" or "hierarchicalcodelist" => [StructureType.HierarchicalCodeList],
        "dataconstraint" => [StructureType.ContentConstraint],
        "representationmap" => [StructureType.RepresentationMap],
        _ => NeverHeldV2.Contains(name) ? [] : Common(name),
    };

    private static StructureType[]? Common(string name) => name switch
    {
        "datastructure" => [StructureType.DataStructure],
        "dataflow" => [StructureType.Dataflow],
        "codelist" => [StructureType.CodeList],
        "conceptscheme" => [StructureType.ConceptScheme],
        "categoryscheme" => [StructureType.CategoryScheme],
        "categorisation" => [StructureType.Categorisation],
        "agencyscheme" => [StructureType.AgencyScheme],
        "dataproviderscheme" => [StructureType.DataProviderScheme],
        "provisionagreement" => [StructureType.ProvisionAgreement],
        "metadatastructure" => [StructureType.MetadataStructure],
        "metadataflow" => [StructureType.Metadataflow],
        _ => null,
    };
}
