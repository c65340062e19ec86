namespace Periplo.Sdmx.Structures;

/// <summary>A remark for machines or people on an artefact or an item.</summary>
/// <param name="Type">What kind of remark.</param>
/// <param name="Title">Short text or value.</param>
/// <param name="Id">Id of the remark, or null.</param>
/// <param name="Text">The remark for people, or null.</param>
public sealed record Annotation(string? Type, string? Title, string? Id = null, InternationalString? Text = null);

/// <summary>Whatever an agency maintains under an id and a version: the maintainable artefact of the information model.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Agency">Who maintains it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its name in every language held.</param>
public abstract record Artefact(StructureType Type, string Agency, string Id, string Version, InternationalString Name)
{
    /// <summary>What it is, in every language held.</summary>
    public InternationalString? Description { get; init; }

    /// <summary>Remarks on it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>Since when it holds.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Until when it held.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>True when only its identity is given and its content is to be asked for elsewhere.</summary>
    public bool IsStub { get; init; }

    /// <summary>True when its agency promises not to change it under this version (2.1; in 3.0 the version itself says it).</summary>
    public bool IsFinal { get; init; }

    /// <summary>Its identity.</summary>
    public StructureReference Reference => new(Type, Agency, Id, Version);

    /// <summary>What it refers to, each once: the edges of the graph that REST queries' <c>references</c> walks.</summary>
    public abstract IEnumerable<StructureReference> References { get; }
}

/// <summary>One item of a scheme: a code, a concept, a category, an agency, a provider.</summary>
/// <param name="Id">Its id, unique among its scheme (categories: among those under the same parent).</param>
/// <param name="Name">Its name in every language held.</param>
/// <param name="Parent">The item above it, or null; of a nested category the path with points between.</param>
public sealed record Item(string Id, InternationalString Name, string? Parent = null)
{
    /// <summary>What it is.</summary>
    public InternationalString? Description { get; init; }

    /// <summary>Remarks on it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>Of a concept, the list its values are usually taken from.</summary>
    public StructureReference? CodeList { get; init; }

    /// <summary>Of a concept without a list, how its values are usually written, or null.</summary>
    public TextFormat? Format { get; init; }

    /// <summary>Path within the scheme: the id, behind that of its parents where it is a category.</summary>
    public string Path(StructureType scheme) => scheme == StructureType.CategoryScheme && Parent is not null ? $"{Parent}.{Id}" : Id;
}

/// <summary>A scheme of items: code list, concept, category, agency or data provider scheme.</summary>
public sealed record ItemScheme(StructureType Type, string Agency, string Id, string Version, InternationalString Name, IReadOnlyList<Item> Items)
    : Artefact(Type, Agency, Id, Version, Name)
{
    /// <summary>True when not all of its items are here.</summary>
    public bool IsPartial { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<StructureReference> References => Items.Where(item => item.CodeList is not null).Select(item => item.CodeList!.Value).Distinct();

    /// <summary>The scheme with some of its items alone; itself when that is all of them.</summary>
    /// <param name="paths">Ids of the items, of categories paths. What the scheme does not have is passed over.</param>
    /// <param name="withParents">Whether items above them are kept too. Categories always are: one stands within the other.</param>
    public ItemScheme Only(IReadOnlySet<string> paths, bool withParents = true)
    {
        var kept = new HashSet<string>(paths);
        if (withParents || Type == StructureType.CategoryScheme)
        {
            var parents = new Dictionary<string, string?>(Items.Count);
            foreach (var item in Items)
                parents[item.Path(Type)] = item.Parent;
            foreach (var path in paths)
            {
                // Ends at the top, or where lists that are wrong go round in circles.
                for (var above = parents.GetValueOrDefault(path); above is not null && kept.Add(above); above = parents.GetValueOrDefault(above))
                {
                }
            }
        }

        var items = Items.Where(item => kept.Contains(item.Path(Type))).ToArray();
        return items.Length == Items.Count ? this : this with { Items = items, IsPartial = true };
    }
}
