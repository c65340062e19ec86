using System.Diagnostics;
using System.Text.Json;
using Periplo.Languages;

namespace Periplo.Storage.Crossings;

/// <summary>A reading of crossings, or of the state made from them, as the read log tells it.</summary>
/// <param name="Number">Place in the log, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who read, as the program was told.</param>
/// <param name="Why">For what purpose.</param>
/// <param name="What">Files of crossings, or generation of the state.</param>
/// <param name="Crossings">Crossings in those files; of a state, those it stands for.</param>
public sealed record CrossingRead(long Number, DateTimeOffset At, string Who, string Why, IReadOnlyList<string> What, long Crossings);

/// <summary>The read log: everything that opens crossings for reading is written here first, in a chain of hashes as the log of registers is.</summary>
internal sealed class CrossingReads(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ChainedLines lines = new(Path.Combine(folder, "reads.log"));

    private string File => Path.Combine(folder, "reads.log");

    /// <summary>Writes that something is about to be read.</summary>
    /// <exception cref="StoreException">Nobody or no purpose is named, or the log is damaged or cannot be written; then nothing may be read.</exception>
    public void Tell(DateTimeOffset at, string who, string why, IReadOnlyList<string> what, long crossings)
    {
        if (string.IsNullOrWhiteSpace(who) || string.IsNullOrWhiteSpace(why))
        {
            throw new StoreException(new Text(
                "Para leer cruces de personas hay que decir quién lee y para qué; quedan anotados en el registro de lecturas.",
                "To read crossings of persons it has to be said who reads and what for; both are written into the read log.",
                "Pour lire des passages de personnes, il faut dire qui lit et pourquoi ; c’est noté dans le registre des lectures."));
        }

        using var alone = Alone();
        var held = lines.Read();
        var read = new CrossingRead(held.Lines.Count + 1, at.ToUniversalTime(), who.Trim(), why.Trim(), what, crossings);
        lines.Append(held, JsonSerializer.Serialize(read, CrossingJson.Default.CrossingRead));
    }

    /// <summary>Every reading, checked.</summary>
    /// <exception cref="StoreException">The log was touched.</exception>
    public IReadOnlyList<CrossingRead> All()
    {
        var held = lines.Read();
        var reads = new List<CrossingRead>(held.Lines.Count);
        foreach (var line in held.Lines)
        {
            try
            {
                reads.Add(JsonSerializer.Deserialize(line, CrossingJson.Default.CrossingRead) ?? throw new JsonException());
            }
            catch (JsonException error)
            {
                throw Disk.Damaged(File, $"entry {reads.Count + 1}", error);
            }
        }

        return reads;
    }

    /// <summary>Number and hash of the last reading, which the journal keeps so that a log cut short shows.</summary>
    public (long Number, string Hash) End()
    {
        var held = lines.Read();
        return (held.Lines.Count, held.Hash);
    }

    /// <summary>Checks that the log is whole and goes through every point that the journal remembers.</summary>
    /// <exception cref="StoreException">It was touched, or cut short.</exception>
    public void Check(CrossingJournal journal)
    {
        var hashes = lines.Read().Hashes;
        foreach (var (number, hash) in journal.ReadMarks)
        {
            if (number > hashes.Count || (number > 0 && hashes[(int)number - 1] != hash))
                throw Disk.Damaged(File, $"entry {number}");
        }
    }

    private FileStream Alone()
    {
        // Held for one line only, so whoever is turned away comes soon again.
        var file = Path.Combine(folder, "reads.lock");
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            if (Disk.TryLock(file, alone: true) is { } held)
                return held;
            if (waiting.Elapsed > Patience)
                throw new StoreException(new Text($"{File} está ocupado por otro proceso. Inténtelo de nuevo.", $"{File} is busy with another process. Try again.", $"{File} est occupé par un autre processus. Réessayez."));
            Thread.Sleep(5);
        }
    }
}
