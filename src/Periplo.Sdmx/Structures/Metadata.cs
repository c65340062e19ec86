namespace Periplo.Sdmx.Structures;

/// <summary>One heading of a report of reference metadata.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Concept">What it stands for.</param>
/// <param name="Children">Headings under it.</param>
public sealed record MetadataAttribute(string Id, ItemReference Concept, IReadOnlyList<MetadataAttribute> Children);

/// <summary>What a report of reference metadata consists of; it is given for dataflows.</summary>
public sealed record MetadataStructureDefinition(string Agency, string Id, string Version, InternationalString Name, IReadOnlyList<MetadataAttribute> Attributes)
    : Artefact(StructureType.MetadataStructure, Agency, Id, Version, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => Attributes.SelectMany(Schemes).Distinct();

    private static IEnumerable<StructureReference> Schemes(MetadataAttribute one) => one.Children.SelectMany(Schemes).Prepend(one.Concept.Scheme);
}

/// <summary>A flow of reference metadata.</summary>
public sealed record MetadataflowDefinition(string Agency, string Id, string Version, InternationalString Name, StructureReference Structure)
    : Artefact(StructureType.Metadataflow, Agency, Id, Version, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => [Structure];
}

/// <summary>A code of one list as a code of another, for a time or always.</summary>
public sealed record RepresentationMapping(string Source, string Target)
{
    /// <summary>Since when.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Until when.</summary>
    public DateOnly? ValidTo { get; init; }
}

/// <summary>Codes of one list as codes of another (representation map of SDMX 3.0). A source may be a list this library holds or the id of one that others maintain.</summary>
public sealed record RepresentationMap(
    string Agency, string Id, string Version, InternationalString Name, StructureReference Source, StructureReference Target, IReadOnlyList<RepresentationMapping> Mappings)
    : Artefact(StructureType.RepresentationMap, Agency, Id, Version, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => [Source, Target];
}
