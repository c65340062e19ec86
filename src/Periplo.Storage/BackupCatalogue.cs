using Periplo.Statistics;

namespace Periplo.Storage;

/// <summary>The list of contents of a backup.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Parts">The parts.</param>
/// <param name="LogEntries">Number of entries of the log.</param>
/// <param name="LogHash">Hash of the last of them.</param>
/// <param name="AccountsSha256">Hash of the accounts.</param>
/// <param name="Remotes">What is remembered of remotes; null in a backup of before there were any.</param>
internal sealed record BackupCatalogue(
    string Format, IReadOnlyList<Part> Parts, long LogEntries, string LogHash, string AccountsSha256, IReadOnlyList<RemoteState>? Remotes = null)
{
    /// <summary>The format written and read.</summary>
    public const string Current = "periplo-backup-2";

    /// <summary>Checks what the types of JSON leave open.</summary>
    /// <exception cref="InvalidDataException">It is of another format or names what cannot be.</exception>
    public void Check()
    {
        if (Format != Current)
            throw new InvalidDataException($"The format is {Format}.");
        foreach (var part in Parts)
        {
            if (part is null || part.Chunks.Contains(null) || part.Sheets.Contains(null) || part.Notes.Contains(null) || part.CompiledFrom.Contains(null))
                throw new InvalidDataException("A part has nothing where something must be.");
            if (part.Chunks.Distinct().Count() != part.Chunks.Count)
                throw new InvalidDataException($"The part of {part.File.Name} has a chunk twice.");
        }

        if (Remotes is not null && (Remotes.Contains(null) || Remotes.DistinctBy(remote => remote.Id).Count() != Remotes.Count))
            throw new InvalidDataException("A remote is nothing, or twice.");
        if (Parts.DistinctBy(part => (part.Revision, part.File.Sha256)).Count() != Parts.Count)
            throw new InvalidDataException("A file is in a revision twice.");
    }

    /// <summary>Checks the parts against the chunks they are made of.</summary>
    /// <param name="observations">The observations of every chunk: how many, and the furthest sheet they stand in.</param>
    /// <exception cref="InvalidDataException">A part promises other figures than it has.</exception>
    public void Check(IReadOnlyDictionary<string, (int Count, int Sheets)> observations)
    {
        foreach (var part in Parts)
        {
            if (part.Chunks.Sum(hash => (long)observations[hash].Count) != part.Observations)
                throw new InvalidDataException($"The part of {part.File.Name} has another number of observations.");
            if (part.Sheets.Count > 0 && part.Chunks.Any(hash => observations[hash].Sheets > part.Sheets.Count))
                throw new InvalidDataException($"The part of {part.File.Name} has rows of a sheet that is not there.");
        }
    }
}
