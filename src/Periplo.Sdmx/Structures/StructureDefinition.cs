namespace Periplo.Sdmx.Structures;

/// <summary>How values of a component without a code list are written: a text type of SDMX (<c>String</c>, <c>Double</c>, <c>ObservationalTimePeriod</c>) and its length.</summary>
public sealed record TextFormat(string Type = "String", int? MaxLength = null);

/// <summary>A dimension, measure or attribute of a data structure.</summary>
/// <param name="Id">Its id in keys and data.</param>
/// <param name="Concept">What it stands for.</param>
/// <param name="CodeList">The list of its values, or null.</param>
/// <param name="Format">How values without a list are written, or null.</param>
public sealed record Component(string Id, ItemReference Concept, StructureReference? CodeList, TextFormat? Format = null);

/// <summary>An attribute and what it qualifies.</summary>
/// <param name="Component">Its id, concept and values.</param>
/// <param name="Attachment">What it qualifies.</param>
/// <param name="Mandatory">Whether it must be given.</param>
public sealed record AttributeDefinition(Component Component, Attachment Attachment, bool Mandatory)
{
    /// <summary>Dimensions it depends on where it hangs on fewer than the whole key (a group); else empty.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>Id of the group it is given at in messages of 2.1, or null.</summary>
    public string? Group { get; init; }
}

/// <summary>A partial key that attributes hang on in 2.1.</summary>
public sealed record GroupDefinition(string Id, IReadOnlyList<string> Dimensions);

/// <summary>A data structure definition as it is published, its lists and concepts by reference. Resolved with them it is a <see cref="DataStructure"/>.</summary>
public sealed record StructureDefinition(string Agency, string Id, string Version, InternationalString Name)
    : Artefact(StructureType.DataStructure, Agency, Id, Version, Name)
{
    /// <summary>Dimensions of the key in order, without time.</summary>
    public required IReadOnlyList<Component> Dimensions { get; init; }

    /// <summary>Position in <see cref="Dimensions"/> of the measure dimension of 2.1, or -1.</summary>
    public int MeasureDimension { get; init; } = -1;

    /// <summary>The dimension of time, or null.</summary>
    public Component? Time { get; init; }

    /// <summary>Measures; 2.1 has one, <c>OBS_VALUE</c>.</summary>
    public required IReadOnlyList<Component> Measures { get; init; }

    /// <summary>Attributes in order.</summary>
    public IReadOnlyList<AttributeDefinition> Attributes { get; init; } = [];

    /// <summary>Groups of 2.1.</summary>
    public IReadOnlyList<GroupDefinition> Groups { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => Components
        .SelectMany(one => one.CodeList is { } list ? [one.Concept.Scheme, list] : new[] { one.Concept.Scheme }).Distinct();

    /// <summary>Every component: dimensions, time, measures, attributes.</summary>
    public IEnumerable<Component> Components =>
        [.. Dimensions, .. Time is { } time ? [time] : Array.Empty<Component>(), .. Measures, .. Attributes.Select(one => one.Component)];
}

/// <summary>A flow of data as published.</summary>
public sealed record DataflowDefinition(string Agency, string Id, string Version, InternationalString Name, StructureReference? Structure)
    : Artefact(StructureType.Dataflow, Agency, Id, Version, Name)
{
    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => Structure is { } one ? [one] : [];
}
