namespace Periplo.Sdmx.Structures;

/// <summary>
/// A version of an artefact, as far as its order goes: numbers with points between, compared as numbers, and in 3.0 an extension
/// behind a hyphen that makes it a draft. <c>1.9</c> comes before <c>1.10</c>, <c>1.0.0-draft</c> before <c>1.0.0</c>. What is no such
/// version (some agencies publish words) comes before all that are.
/// </summary>
internal readonly struct StructureVersion
{
    private readonly string[]? numbers;

    private StructureVersion(string text, string[] numbers, string extension) => (Text, this.numbers, Extension) = (text, numbers, extension);

    /// <summary>The version as it was written.</summary>
    public string Text { get; }

    /// <summary>What stands behind the hyphen, or nothing.</summary>
    public string Extension { get; }

    /// <summary>Count of its numbers.</summary>
    public int Count => numbers?.Length ?? 0;

    /// <summary>A semantic version that is out of development: three numbers, the first above zero, no extension (SDMX 3.0, section 6, versioning).</summary>
    public bool IsStable => numbers is [var major, _, _] && Extension.Length == 0 && major.AsSpan().ContainsAnyExcept('0');

    /// <summary>Any text as a version.</summary>
    public static StructureVersion Of(string text) => TryParse(text, out var version) ? version : new(text, [], "");

    /// <summary>Reads a version; false when the text is none.</summary>
    public static bool TryParse(string text, out StructureVersion version)
    {
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        var parts = (hyphen < 0 ? text : text[..hyphen]).Split('.');
        var extension = hyphen < 0 ? "" : text[(hyphen + 1)..];
        version = new(text, parts, extension);

        // A version is a few letters in every published structure; the bound keeps hostile ones from costing anything.
        if (text.Length > 100 || (hyphen >= 0 && (parts.Length != 3 || !IsExtension(extension))))
            return false;
        foreach (var number in parts)
        {
            if (number.Length == 0 || number.AsSpan().ContainsAnyExceptInRange('0', '9'))
                return false;
        }

        return true;
    }

    /// <summary>Below zero when the left one comes first, above when it comes last.</summary>
    public static int Compare(StructureVersion left, StructureVersion right)
    {
        var order = left.CompareNumbers(right);
        if (order == 0)
            order = left.Count.CompareTo(right.Count);
        if (order == 0)
            order = (left.Extension.Length == 0).CompareTo(right.Extension.Length == 0);
        return order == 0 ? string.CompareOrdinal(left.Text, right.Text) : order;
    }

    /// <summary>Compares the numbers both have.</summary>
    public int CompareNumbers(StructureVersion other)
    {
        for (var i = 0; i < Math.Min(Count, other.Count); i++)
        {
            if (ComparePart(other, i) is var order and not 0)
                return order;
        }

        return Count == 0 || other.Count == 0 ? Count.CompareTo(other.Count) : 0;
    }

    /// <summary>Compares one number of both, of any length.</summary>
    public int ComparePart(StructureVersion other, int part)
    {
        var mine = numbers![part].AsSpan().TrimStart('0');
        var others = other.numbers![part].AsSpan().TrimStart('0');
        return mine.Length != others.Length ? mine.Length.CompareTo(others.Length) : mine.SequenceCompareTo(others);
    }

    private static bool IsExtension(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '.' or '_'))
                return false;
        }

        return text.Length > 0;
    }
}
