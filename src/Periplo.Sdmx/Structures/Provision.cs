namespace Periplo.Sdmx.Structures;

/// <summary>A place of an artefact in a category scheme.</summary>
public sealed record Categorisation(string Agency, string Id, string Version, InternationalString Name, StructureReference Source, ItemReference Target)
    : Artefact(StructureType.Categorisation, Agency, Id, Version, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => [Source, Target.Scheme];
}

/// <summary>That a provider provides a flow.</summary>
public sealed record ProvisionAgreement(string Agency, string Id, string Version, InternationalString Name, StructureReference Dataflow, ItemReference Provider)
    : Artefact(StructureType.ProvisionAgreement, Agency, Id, Version, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => [Dataflow, Provider.Scheme];
}

/// <summary>Values of a component within a region of the cube; for time, a first and a last period instead.</summary>
/// <param name="Component">Id of the dimension or attribute.</param>
/// <param name="Values">The codes.</param>
/// <param name="Include">False when these are what is not in the region.</param>
public sealed record KeyValues(string Component, IReadOnlyList<string> Values, bool Include = true)
{
    /// <summary>True of an attribute: messages of 2.1 keep dimensions and attributes apart.</summary>
    public bool IsAttribute { get; init; }

    /// <summary>First period, of time alone.</summary>
    public TimePeriod? From { get; init; }

    /// <summary>Last period, of time alone.</summary>
    public TimePeriod? To { get; init; }
}

/// <summary>What may be, or is, in the flows and structures it is attached to: one region of the cube.</summary>
public sealed record ContentConstraint(
    string Agency, string Id, string Version, InternationalString Name, bool IsActual, IReadOnlyList<StructureReference> Attachments, IReadOnlyList<KeyValues> Region)
    : Artefact(StructureType.ContentConstraint, Agency, Id, Version, Name)
{
    /// <summary>
    /// First and last period there are data for. Only for the answer to a query for what is available in time: a stored constraint
    /// has none, for the client sdmx1 2.26 refuses whole messages with it.
    /// </summary>
    public (TimePeriod First, TimePeriod Last)? ReferencePeriod { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => Attachments.Distinct();
}

/// <summary>A code within a hierarchy, with what stands under it.</summary>
/// <param name="Id">Id within its place of the hierarchy.</param>
/// <param name="CodeList">The list the code belongs to.</param>
/// <param name="Code">The code.</param>
/// <param name="Children">Codes under it.</param>
public sealed record HierarchicalCode(string Id, StructureReference CodeList, string Code, IReadOnlyList<HierarchicalCode> Children)
{
    /// <summary>Since when it stands there.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Until when it stood there.</summary>
    public DateOnly? ValidTo { get; init; }
}

/// <summary>One way in which codes stand under each other.</summary>
public sealed record Hierarchy(string Id, InternationalString Name, IReadOnlyList<HierarchicalCode> Codes);

/// <summary>Hierarchies over codes of one or more lists: regions, income groups, communities.</summary>
public sealed record HierarchicalCodeList(string Agency, string Id, string Version, InternationalString Name, IReadOnlyList<Hierarchy> Hierarchies)
    : Artefact(StructureType.HierarchicalCodeList, Agency, Id, Version, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => Hierarchies.SelectMany(one => one.Codes).SelectMany(Lists).Distinct();

    private static IEnumerable<StructureReference> Lists(HierarchicalCode code) => code.Children.SelectMany(Lists).Prepend(code.CodeList);
}
