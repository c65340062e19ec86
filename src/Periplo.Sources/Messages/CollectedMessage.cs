using Periplo.Languages;
using Periplo.Sdmx.Messages;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>What a user says of a message beside giving it.</summary>
public sealed record MessageOptions
{
    /// <summary>Name of the mapping's file, for messages.</summary>
    public string? MappingFile { get; init; }

    /// <summary>Text of the mapping; null for a message in structures of ours.</summary>
    public string? MappingText { get; init; }

    /// <summary>A mapping that was read already, from a list of remotes, where there is no text of one.</summary>
    internal MessageMapping? Prepared { get; init; }

    /// <summary>Id of the source; goes before what mapping and message say.</summary>
    public string? Source { get; init; }

    /// <summary>Release, alone or behind its source and a point; goes before what mapping and message say.</summary>
    public string? Revision { get; init; }

    /// <summary>True where the message is all there is: what it does not have is gone. Deletions in it say nothing.</summary>
    public bool IsWhole { get; init; }

    /// <summary>False where a message may not speak for the installation itself: figures of its own source are refused unless another is named.</summary>
    public bool MayBeOwn { get; init; } = true;
}

/// <summary>What a message brings of one revision.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Release">Release; null where nobody says it: then it follows what is held of the source.</param>
/// <param name="Papers">Who published the figures, where, how and on what terms.</param>
/// <param name="Changes">The changes, in order.</param>
public sealed record CollectedRevision(string Source, string? Release, Papers Papers, FigureChanges Changes);

/// <summary>A message that was read and follows every rule but those that depend on what is held.</summary>
/// <param name="Definition">The dataset its figures belong to.</param>
/// <param name="Revisions">What it brings, by revision; mostly one.</param>
/// <param name="Header">Who sends it, where the format says it.</param>
/// <param name="Format">Name of its format.</param>
/// <param name="Flow">Agency, id and version of its flow.</param>
/// <param name="Observations">Observations in it, those left out among them.</param>
/// <param name="LeftOut">Attributes of it that have no place in ours.</param>
/// <param name="Notes">Notes of the mapping.</param>
/// <param name="Mapping">Text of the mapping, or empty.</param>
/// <param name="LaterDownload">Where the service says that the data are to be fetched later; then there are none here.</param>
public sealed record CollectedMessage(
    DatasetDefinition? Definition,
    IReadOnlyList<CollectedRevision> Revisions,
    MessageHeader? Header,
    string Format,
    string Flow,
    long Observations,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<Text> Notes,
    string Mapping,
    Uri? LaterDownload);
