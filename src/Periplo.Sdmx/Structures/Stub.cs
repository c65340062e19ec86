namespace Periplo.Sdmx.Structures;

/// <summary>Artefacts of which only the identity is told (REST <c>detail</c>).</summary>
internal static class Stub
{
    /// <summary>
    /// The artefact without content. What a categorisation, a provision agreement or a metadataflow refers to stays in the record, since there
    /// is none of them without; writers leave it out where their format lets them.
    /// </summary>
    /// <param name="artefact">The artefact.</param>
    /// <param name="isComplete">Whether its description and annotations are kept.</param>
    public static Artefact Of(Artefact artefact, bool isComplete)
    {
        var empty = artefact switch
        {
            ItemScheme scheme => scheme with { Items = [], IsPartial = false },
            StructureDefinition structure => structure with { Dimensions = [], MeasureDimension = -1, Time = null, Measures = [], Attributes = [], Groups = [] },
            DataflowDefinition flow => flow with { Structure = null },
            ContentConstraint constraint => constraint with { Attachments = [], Region = [], ReferencePeriod = null },
            HierarchicalCodeList list => list with { Hierarchies = [] },
            MetadataStructureDefinition structure => structure with { Attributes = [] },
            RepresentationMap map => map with { Mappings = [] },
            _ => artefact,
        };
        return empty with
        {
            IsStub = true,
            ValidFrom = null,
            ValidTo = null,
            Description = isComplete ? artefact.Description : null,
            Annotations = isComplete ? artefact.Annotations : [],
        };
    }
}
