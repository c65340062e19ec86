namespace Periplo.Sdmx;

/// <summary>One code of a code list.</summary>
/// <param name="Id">Identifier, as in data.</param>
/// <param name="Name">Name in every language held.</param>
/// <param name="Parent">Id of the code above it, or null.</param>
public sealed record Code(string Id, InternationalString Name, string? Parent = null);

/// <summary>An SDMX code list: the values a dimension or attribute may take.</summary>
public sealed class CodeList
{
    /// <summary>Stands for the list of a component whose values are free.</summary>
    public static readonly CodeList Uncoded = new("", "", "", new(), []);

    private readonly Dictionary<string, int> positions;

    /// <summary>A list of <paramref name="codes"/>.</summary>
    /// <exception cref="ArgumentException">Two codes have the same id.</exception>
    public CodeList(string id, string agency, string version, InternationalString name, IReadOnlyList<Code> codes)
    {
        (Id, Agency, Version, Name, Codes) = (id, agency, version, name, codes);
        positions = new(codes.Count);
        for (var i = 0; i < codes.Count; i++)
        {
            if (!positions.TryAdd(codes[i].Id, i))
                throw new ArgumentException($"Code list {id} has {codes[i].Id} twice.", nameof(codes));
        }
    }

    /// <summary>Identifier, for example <c>CL_SEX</c>.</summary>
    public string Id { get; }

    /// <summary>Maintenance agency.</summary>
    public string Agency { get; }

    /// <summary>Version, for example <c>2.1</c>.</summary>
    public string Version { get; }

    /// <summary>Name in every language held.</summary>
    public InternationalString Name { get; }

    /// <summary>The codes in the order of the list.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>Position of a code from 0, or -1 when the list does not have it.</summary>
    public int Position(string id) => positions.GetValueOrDefault(id, -1);

    /// <summary>The code with this id, or null.</summary>
    public Code? Find(string id) => positions.TryGetValue(id, out var position) ? Codes[position] : null;
}
