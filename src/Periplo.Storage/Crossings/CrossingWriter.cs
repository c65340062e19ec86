using System.Text.Json;
using Periplo.Languages;
using Periplo.Movements;

namespace Periplo.Storage.Crossings;

/// <summary>
/// The one who writes into a folder of crossings, alone until disposed. Each receipt and removal is one line of the journal,
/// written when its files are on the disk: a kill leaves all of it or nothing.
/// </summary>
public sealed class CrossingWriter : IDisposable
{
    private readonly CrossingFolder folder;
    private readonly FileStream alone;
    private readonly ChainedLines lines;
    private Chain held;
    private CrossingAppend? open;

    internal CrossingWriter(CrossingFolder folder)
    {
        this.folder = folder;
        lines = new(folder.JournalFile);
        alone = Disk.TryLock(Path.Combine(folder.Path, "lock"), alone: true) ?? throw new StoreException(new Text(
            $"Otro proceso está escribiendo en {folder.Path}. Espere a que termine e inténtelo de nuevo.",
            $"Another process is writing into {folder.Path}. Wait for it to end and try again.",
            $"Un autre processus est en train d’écrire dans {folder.Path}. Attendez la fin et réessayez."));
        try
        {
            held = lines.Read();
            Journal = CrossingJournal.Of(folder.JournalFile, held.Lines);
            // The state may be thrown away by hand.
            Disk.Write(folder.States, () => Disk.MakeFolder(folder.States));
            Sweep();
            States.Sweep(Journal, folder);
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    /// <summary>The journal, with what this writer added.</summary>
    public CrossingJournal Journal { get; private set; }

    private StateStore States => new(folder.States);

    /// <summary>Begins to receive a file of crossings; it counts once committed.</summary>
    /// <param name="source">Name of the source file.</param>
    /// <param name="sha256">SHA-256 of its bytes, small hexadecimal digits.</param>
    /// <param name="received">Now.</param>
    /// <returns>Where its crossings go; null when this file was received before (<see cref="CrossingJournal.Received"/>), and nothing is to be done.</returns>
    /// <exception cref="StoreException">The key is missing or another one, or the disk will not have it.</exception>
    public CrossingAppend? BeginAppend(string source, string sha256, DateTimeOffset received)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("64 small hexadecimal digits are expected.", nameof(sha256));
        if (open is { IsOpen: true })
            throw new InvalidOperationException("A file is being received already.");
        if (Journal.Received(sha256) is not null)
            return null;
        var key = folder.Key(Journal);
        var entry = Journal.Position + 1;
        return open = new(
            new PartWriter(Path.Combine(folder.Parts, $"{entry:D6}{PartFile.Ending}"), Journal.Folder, entry),
            key,
            folder.Settings,
            file => Tell(new(entry, received.ToUniversalTime(), 0, "")
            {
                Source = Path.GetFileName(source),
                Sha256 = sha256,
                Countries = [.. folder.Settings.Countries.All.Select(country => country.Area)],
                File = file,
            }));
    }

    /// <summary>Removes the crossings that are older than the retention period, and the state if any were; the journal tells it, also when there were none.</summary>
    /// <param name="now">Now; the period is counted back from this day in UTC.</param>
    /// <param name="who">By whom.</param>
    /// <returns>Crossings removed.</returns>
    /// <exception cref="StoreException">Somebody reads, or a file is damaged; nothing is removed then.</exception>
    public long Purge(DateTimeOffset now, string who)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var months = (day.Year * 12) + day.Month - 1;
        // Nothing recorded lies before 1970.
        var from = folder.Settings.RetentionMonths >= months - (1970 * 12) ? new DateOnly(1970, 1, 1) : day.AddMonths(-folder.Settings.RetentionMonths);
        var before = (uint)new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();
        return Remove(part => part.First < before, crossing => crossing.Time < before, new(0, now.ToUniversalTime(), 0, "") { Who = who, Before = before });
    }

    /// <summary>
    /// Removes every crossing of one person on a lawful request, and the state if there were any. The journal tells that it was
    /// done, never whose they were.
    /// </summary>
    /// <param name="person">Key of the person as the sources write it.</param>
    /// <param name="who">By whom.</param>
    /// <param name="why">The request; not the person's name.</param>
    /// <param name="now">Now.</param>
    /// <returns>Crossings removed.</returns>
    /// <exception cref="StoreException">No reason is given, somebody reads, the key is missing or a file is damaged; nothing is removed then.</exception>
    public long Erase(ulong person, string who, string why, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(who) || string.IsNullOrWhiteSpace(why) || person == 0)
        {
            throw new StoreException(new Text(
                "Para borrar a una persona hay que dar su clave, quién lo hace y la solicitud a la que responde.",
                "To erase a person, the person's key, who does it and the request it answers have to be given.",
                "Pour effacer une personne, il faut donner sa clé, qui le fait et la demande à laquelle on répond."));
        }

        var pseudonym = folder.Key(Journal).Of(person);
        return Remove(_ => true, crossing => crossing.Person == pseudonym, new(0, now.ToUniversalTime(), 0, "") { Who = who, Why = why });
    }

    /// <summary>Begins a new state; it takes the place of the current one when committed.</summary>
    internal StateWriter BeginState() => new(States, folder, () => Journal);

    /// <summary>Lets others write.</summary>
    public void Dispose()
    {
        open?.Dispose();
        alone.Dispose();
    }

    private long Remove(Func<CrossingPart, bool> concerns, Func<Crossing, bool> gone, JournalEntry entry)
    {
        if (open is { IsOpen: true })
            throw new InvalidOperationException("A file is being received.");
        using var nobodyReads = folder.TryHold(alone: true) ?? throw new StoreException(new Text(
            $"Alguien está leyendo {folder.Path}; mientras tanto no se retiran cruces. Espere a que termine e inténtelo de nuevo.",
            $"Somebody is reading {folder.Path}; no crossings are removed meanwhile. Wait for it to end and try again.",
            $"Quelqu’un est en train de lire {folder.Path} ; pendant ce temps, aucun passage n’est retiré. Attendez la fin et réessayez."));
        var number = Journal.Position + 1;
        var replaced = new List<ReplacedPart>();
        var block = new Crossing[PartFile.BlockRecords];
        var removed = 0L;
        foreach (var part in Journal.Parts.Where(concerns))
        {
            var path = Path.Combine(folder.Parts, part.File!.Name);
            using var writer = new PartWriter(Path.Combine(folder.Parts, $"{number:D6}-{part.Number:D6}{PartFile.Ending}"), Journal.Folder, number);
            var kept = 0L;
            for (var i = 0; i < PartFile.Blocks(part.Count); i++)
            {
                var read = PartFile.ReadBlock(path, part.File, Journal.Folder, i, block);
                var stay = 0;
                foreach (ref readonly var crossing in block.AsSpan(0, read))
                {
                    if (!gone(crossing))
                        block[stay++] = crossing;
                }

                writer.Add(block.AsSpan(0, stay));
                kept += stay;
            }

            if (kept == part.Count)
                continue;
            replaced.Add(new(part.Number) { By = writer.Finish() });
            removed += part.Count - kept;
        }

        Tell(entry with { Number = number, Removed = removed, Replaced = replaced });
        Sweep();
        States.Sweep(Journal, folder);
        return removed;
    }

    /// <summary>Writes a line of the journal; from then on it counts.</summary>
    private void Tell(JournalEntry entry)
    {
        var (reads, hash) = folder.ReadLog.End();
        held = lines.Append(held, JsonSerializer.Serialize(entry with { Reads = reads, ReadsHash = hash }, CrossingJson.Default.JournalEntry));
        Journal = CrossingJournal.Of(folder.JournalFile, held.Lines);
    }

    /// <summary>Clears away what an interrupted receipt or removal left. A file that no interruption explains is not touched: it tells of a damaged journal.</summary>
    private void Sweep()
    {
        var current = Journal.Parts.Select(part => part.File!.Name).ToHashSet();
        foreach (var path in Disk.Read(folder.Parts, () => Directory.GetFileSystemEntries(folder.Parts)))
        {
            var name = Path.GetFileName(path);
            if (current.Remove(name))
                continue;
            if (!name.EndsWith(".tmp", StringComparison.Ordinal) && !Journal.Superseded.Contains(name) && PartFile.EntryOf(name) != Journal.Position + 1)
                throw Disk.Damaged(path, "the journal does not name it");
            Disk.Write(path, () => File.Delete(path));
        }

        if (current.Count > 0)
            throw Disk.Damaged(Path.Combine(folder.Parts, current.Order(StringComparer.Ordinal).First()), "missing");
    }
}
