namespace Periplo.Sdmx.Structures;

/// <summary>Kinds of maintainable artefacts of the SDMX information model that this library holds.</summary>
public enum StructureType
{
    /// <summary>Agencies that maintain structures.</summary>
    AgencyScheme,

    /// <summary>A place of an artefact in a category scheme.</summary>
    Categorisation,

    /// <summary>Subjects under which flows are found.</summary>
    CategoryScheme,

    /// <summary>Values a component may take.</summary>
    CodeList,

    /// <summary>Notions that components stand for.</summary>
    ConceptScheme,

    /// <summary>What is allowed in, or is in, a flow.</summary>
    ContentConstraint,

    /// <summary>A flow of data.</summary>
    Dataflow,

    /// <summary>Organisations that provide data.</summary>
    DataProviderScheme,

    /// <summary>Dimensions, measures and attributes of data.</summary>
    DataStructure,

    /// <summary>Codes of lists under each other in other ways than the lists say.</summary>
    HierarchicalCodeList,

    /// <summary>A flow of reference metadata.</summary>
    Metadataflow,

    /// <summary>What a report of reference metadata consists of.</summary>
    MetadataStructure,

    /// <summary>That a provider provides a flow.</summary>
    ProvisionAgreement,

    /// <summary>Codes of one list as codes of another (3.0; REST 2.1 does not know it).</summary>
    RepresentationMap,
}

/// <summary>Which artefact is meant. In queries and in references met in messages the version may be empty: the latest.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Agency">Who maintains it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version, for example <c>1.0</c>.</param>
public readonly record struct StructureReference(StructureType Type, string Agency, string Id, string Version);

/// <summary>An item within a scheme: a concept, a category, an agency, a provider.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Item">Id of the item; nested categories by their ids with points between.</param>
public readonly record struct ItemReference(StructureReference Scheme, string Item);
