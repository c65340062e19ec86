using Periplo.Sources.Messages;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>How a message is to be taken.</summary>
/// <param name="Reading">How it is read.</param>
public sealed record SdmxImport(MessageOptions Reading)
{
    /// <summary>Address or file of its structure; null for that of the mapping, else of the service it comes from.</summary>
    public string? Structure { get; init; }

    /// <summary>Formats to ask for by Accept; null for what is read best.</summary>
    public string? Accept { get; init; }
}

/// <summary>What a message changed in one revision.</summary>
/// <param name="Part">The part that was added, or one held that has all of it already.</param>
/// <param name="IsNew">False when nothing changed.</param>
/// <param name="Added">Figures that were not held.</param>
/// <param name="Changed">Figures that were held with another value, status or attribute.</param>
/// <param name="Removed">Figures held that are gone.</param>
public sealed record KeptRevision(Part Part, bool IsNew, int Added, int Changed, int Removed);

/// <summary>What the import of a message did.</summary>
/// <param name="Message">The message.</param>
/// <param name="Kept">What it changed, by revision.</param>
public sealed record SdmxImportResult(CollectedMessage Message, IReadOnlyList<KeptRevision> Kept)
{
    /// <summary>False when everything was held already.</summary>
    public bool IsNew => Kept.Any(one => one.IsNew);
}
