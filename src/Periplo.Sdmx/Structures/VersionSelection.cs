namespace Periplo.Sdmx.Structures;

/// <summary>
/// Which versions of an artefact a query asks for: one by its name, all or the latest, or those of a range
/// (sdmx-rest, "Query syntax for specific, latest or all artefact versions").
/// </summary>
public sealed record VersionSelection
{
    /// <summary>The latest, even a draft: <c>latest</c> of 2.1, <c>~</c> of 3.0.</summary>
    public static readonly VersionSelection Latest = new() { IsLatest = true };

    /// <summary>The latest of the stable semantic versions: <c>+</c> of 3.0.</summary>
    public static readonly VersionSelection LatestStable = new() { IsLatest = true, IsStable = true };

    /// <summary>Every one: <c>all</c> of 2.1, <c>*</c> of 3.0.</summary>
    public static readonly VersionSelection All = new();

    private VersionSelection()
    {
    }

    /// <summary>True when of those that match only the latest is meant.</summary>
    public bool IsLatest { get; private init; }

    /// <summary>True when drafts, and what is not a semantic version, do not match.</summary>
    public bool IsStable { get; private init; }

    /// <summary>The one version meant, or null.</summary>
    public string? Version { get; private init; }

    /// <summary>Count of parts a version of the range has, 2 or 3; 0 where any has.</summary>
    private int Parts { get; init; }

    /// <summary>How many parts at the front must be those of <see cref="From"/>; what follows must not be less.</summary>
    private int Fixed { get; init; }

    /// <summary>The least version of the range.</summary>
    private StructureVersion From { get; init; }

    /// <summary>One version by its name.</summary>
    public static VersionSelection Exactly(string version) => new() { Version = version };

    /// <summary>Reads a version of a query of REST 2.1: <c>latest</c>, <c>all</c> or a version; false when it is none.</summary>
    public static bool TryParseV1(string text, out VersionSelection selection)
    {
        selection = text switch
        {
            "latest" => Latest,
            "all" => All,
            _ => Exactly(text),
        };
        return selection.Version is null || (StructureVersion.TryParse(text, out var version) && version.Extension.Length == 0);
    }

    /// <summary>
    /// Reads one version of a query of REST 3.0: <c>~</c>, <c>+</c>, <c>*</c>, a version, or a range such as <c>2.3.+</c>,
    /// <c>2+.3.1</c>, <c>1.~</c>; false for what the table of the standard does not have (<c>+.2.3</c>, two wildcards).
    /// </summary>
    public static bool TryParseV2(string text, out VersionSelection selection)
    {
        selection = Latest;
        if (text is "~" or "+" or "*")
        {
            selection = text == "~" ? Latest : text == "+" ? LatestStable : All;
            return true;
        }

        var at = text.AsSpan().IndexOfAny("~+*");
        if (at < 0)
        {
            selection = Exactly(text);
            return StructureVersion.TryParse(text, out _);
        }

        var sign = text[at];
        var parts = text.Split('.');
        var place = text.AsSpan(0, at).Count('.');

        // A stable version is a semantic one, so its range has three parts; the others may have two.
        if (parts.Length is < 2 or > 3 || (sign == '+' && parts.Length == 2))
            return false;
        var bare = parts[place].Length == 1;
        for (var i = place + 1; i < parts.Length; i++)
        {
            if (bare && parts[i] != "0")
                return false;
        }

        parts[place] = bare ? "0" : parts[place][..^1];
        if (!StructureVersion.TryParse(string.Join('.', parts), out var from) || from.Extension.Length > 0)
            return false;
        selection = new() { IsLatest = sign != '*', IsStable = sign == '+', Parts = parts.Length, Fixed = place, From = from };
        return true;
    }

    /// <summary>True when a version is one of those meant, the latest of them aside.</summary>
    internal bool Matches(StructureVersion version)
    {
        if (Version is not null)
            return version.Text == Version;
        if (IsStable && !version.IsStable)
            return false;
        if (Parts == 0)
            return true;
        if (version.Count != Parts || version.CompareNumbers(From) < 0)
            return false;
        for (var i = 0; i < Fixed; i++)
        {
            if (version.ComparePart(From, i) != 0)
                return false;
        }

        return true;
    }
}
