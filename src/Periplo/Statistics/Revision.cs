using Periplo.Languages;

namespace Periplo.Statistics;

/// <summary>One release of a dataset by its source: <c>UNDESA.2020</c> of <c>STOCK</c>.</summary>
/// <param name="Dataset">Dataset id.</param>
/// <param name="Source">Id of who published: letters, digits, hyphen and underscore.</param>
/// <param name="Release">The source's name for the release.</param>
public sealed record Revision(string Dataset, string Source, string Release)
{
    /// <summary>Source and release: <c>UNDESA.2020</c>.</summary>
    public string Id => $"{Source}.{Release}";

    /// <summary>Reads <c>SOURCE.RELEASE</c>; null when the text has no point or an empty side.</summary>
    public static Revision? TryParse(string dataset, string id)
    {
        var point = id.IndexOf('.', StringComparison.Ordinal);
        return point <= 0 || point == id.Length - 1 ? null : new(dataset, id[..point], id[(point + 1)..]);
    }
}

/// <summary>The papers a figure leaves with: who published it, how it was made, and on what terms it may be used.</summary>
/// <param name="Publisher">Name of the publisher and the publication, as to be cited.</param>
/// <param name="Url">Where the publisher offers it.</param>
/// <param name="Licence">Licence of the data.</param>
/// <param name="Method">How the figures were made, in a few words.</param>
public sealed record Papers(Text Publisher, string Url, string Licence, Text Method);

/// <summary>A file figures were made from.</summary>
/// <param name="Name">File name, without folder.</param>
/// <param name="Sha256">SHA-256 of its bytes, hexadecimal, lower case.</param>
/// <param name="Bytes">Length.</param>
public sealed record SourceFile(string Name, string Sha256, long Bytes);

/// <summary>An immutable part of a revision: what one file brought.</summary>
/// <param name="Revision">The revision it belongs to.</param>
/// <param name="File">The file.</param>
/// <param name="Reader">Name and version of the reader that understood the file.</param>
/// <param name="Parameters">Parameters of the reading (the mapping's text, for example), or empty.</param>
/// <param name="Papers">The papers of its figures.</param>
/// <param name="Observations">Number of observations it added.</param>
/// <param name="Sheets">Sheets of a workbook in order; empty for a text file.</param>
/// <param name="Notes">Footnotes and limits that hold for all its figures.</param>
/// <param name="CompiledFrom">Files of the publisher that <paramref name="File"/> itself was compiled from; empty when it is the publisher's own.</param>
/// <param name="ImportedAt">When it was imported, UTC.</param>
/// <param name="Chunks">Content hashes of its observation chunks, in order.</param>
public sealed record Part(
    Revision Revision,
    SourceFile File,
    string Reader,
    string Parameters,
    Papers Papers,
    int Observations,
    IReadOnlyList<string> Sheets,
    IReadOnlyList<Text> Notes,
    IReadOnlyList<SourceFile> CompiledFrom,
    DateTimeOffset ImportedAt,
    IReadOnlyList<string> Chunks);
