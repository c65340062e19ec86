namespace Periplo.Sdmx.Structures;

/// <summary>How much of every artefact is told (REST <c>detail</c>; sdmx-rest, structure queries).</summary>
public enum StructureDetail
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>Identity and name alone.</summary>
    AllStubs,

    /// <summary>Everything of what was asked for, identity and name of what was added for <c>references</c>.</summary>
    ReferenceStubs,

    /// <summary>Identity, name, description and annotations.</summary>
    AllCompleteStubs,

    /// <summary>Everything of what was asked for, identity, name, description and annotations of what was added.</summary>
    ReferenceCompleteStubs,

    /// <summary>Everything of what was asked for; of schemes that were added the items in use.</summary>
    ReferencePartial,

    /// <summary>Everything, with extended code lists as they were written (3.0). No list held here is an extension, so it is <see cref="Full"/>.</summary>
    Raw,
}

/// <summary>What is told beside the artefacts asked for (REST <c>references</c>); several together are the union.</summary>
[Flags]
public enum RelatedStructures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What refers to them.</summary>
    Parents = 1,

    /// <summary>What refers to them, and everything that refers to.</summary>
    ParentsAndSiblings = 2,

    /// <summary>What refers to them, at any distance (3.0).</summary>
    Ancestors = 4,

    /// <summary>What they refer to.</summary>
    Children = 8,

    /// <summary>What they refer to, at any distance.</summary>
    Descendants = 16,

    /// <summary>Parents and siblings and descendants, by the definition of the standard.</summary>
    All = ParentsAndSiblings | Descendants,
}

/// <summary>
/// A query for structures in the one form both syntaxes (REST 2.1 and 3.0) are read into. An empty list asks for all; names are
/// compared as they are written.
/// </summary>
public sealed record StructureQuery
{
    /// <summary>Kinds asked for.</summary>
    public IReadOnlyList<StructureType> Types { get; init; } = [];

    /// <summary>Agencies asked for.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Ids asked for.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Versions asked for, any of them.</summary>
    public IReadOnlyList<VersionSelection> Versions { get; init; } = [VersionSelection.Latest];

    /// <summary>
    /// Items of schemes asked for; of hierarchical code lists, hierarchies. A nested category is asked for by its path and comes
    /// with those above it. Where none of them is in a scheme, the scheme is not found.
    /// </summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>How much of every artefact.</summary>
    public StructureDetail Detail { get; init; } = StructureDetail.Full;

    /// <summary>What else.</summary>
    public RelatedStructures References { get; init; } = RelatedStructures.None;

    /// <summary>Kinds of which direct parents and children are told too (<c>references=codelist</c>).</summary>
    public IReadOnlyList<StructureType> ReferenceTypes { get; init; } = [];

    /// <summary>Of content constraints, those of what is (<c>actualconstraint</c>) or of what may be (<c>allowedconstraint</c>); null for both.</summary>
    public bool? ActualConstraints { get; init; }

    /// <summary>Structures as they were then (3.0). Structures keep their versions and no other history: it is passed over.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
