using System.Text.Json;
using System.Text.Json.Serialization;
using Periplo.Languages;

namespace Periplo.Storage.Crossings;

/// <summary>A file of crossings that was received, and what is left of it.</summary>
/// <param name="Number">Number of the journal entry that tells its receipt.</param>
/// <param name="Source">Name of the source file.</param>
/// <param name="Sha256">SHA-256 of the source file, small hexadecimal digits.</param>
/// <param name="Received">When it was received.</param>
/// <param name="Count">Crossings still kept of it.</param>
/// <param name="First">Moment of the earliest, seconds since 1970; meaningless where none are kept.</param>
/// <param name="Last">Moment of the latest.</param>
public sealed record CrossingPart(long Number, string Source, string Sha256, DateTimeOffset Received, long Count, uint First, uint Last)
{
    internal WrittenFile? File { get; init; }
}

/// <summary>A removal of crossings from the folder.</summary>
/// <param name="Number">Number of the journal entry.</param>
/// <param name="At">When.</param>
/// <param name="Who">By whom.</param>
/// <param name="Why">The reason given; of a purge, empty.</param>
/// <param name="Before">Moment before which all were removed, seconds since 1970; null when one person was erased.</param>
/// <param name="Removed">How many crossings.</param>
public sealed record CrossingRemoval(long Number, DateTimeOffset At, string Who, string Why, uint? Before, long Removed);

/// <summary>
/// The journal of a folder of crossings as it stood when it was read: what was received and removed, in order. A file of
/// crossings counts because the journal names it, and for no other reason.
/// </summary>
public sealed class CrossingJournal
{
    internal const int Format = 1;

    private readonly List<CrossingPart> all = [];
    private readonly List<CrossingRemoval> removals = [];
    private readonly HashSet<string> superseded = [];

    private CrossingJournal(JournalEntry first) => (Folder, KeyMark) = (Guid.Parse(first.Folder!), first.KeyMark!);

    /// <summary>Number of the last entry: what a derived state stands for.</summary>
    public long Position { get; private set; }

    /// <summary>The parts of which crossings are kept, in the order of receipt.</summary>
    public IReadOnlyList<CrossingPart> Parts => [.. all.Where(part => part.File is not null)];

    /// <summary>Every file ever received, in order, also where nothing is left of it.</summary>
    public IReadOnlyList<CrossingPart> Receipts => all;

    /// <summary>Every purge and erasure, in order.</summary>
    public IReadOnlyList<CrossingRemoval> Removals => removals;

    /// <summary>Crossings kept.</summary>
    public long Count => all.Sum(part => part.Count);

    /// <summary>Moment before which crossings were purged, seconds since 1970; 0 when none were. Observation cannot begin earlier.</summary>
    public uint PurgedBefore => removals.Max(removal => removal.Before) ?? 0;

    internal Guid Folder { get; }

    internal string KeyMark { get; }

    /// <summary>Ids of the countries as they were numbered at the last receipt.</summary>
    internal IReadOnlyList<string> Countries { get; private set; } = [];

    /// <summary>Number and hash of the last entry of the read log at each entry of the journal.</summary>
    internal List<(long Number, string Hash)> ReadMarks { get; } = [];

    /// <summary>Names of files that a removal replaced.</summary>
    internal IReadOnlySet<string> Superseded => superseded;

    /// <summary>The receipt of a source file with this hash; null when it was never received.</summary>
    public CrossingPart? Received(string sha256) => all.Find(part => part.Sha256 == sha256);

    /// <summary>
    /// The parts a state that stands for <paramref name="position"/> has not seen; null when crossings were removed since,
    /// and the state has to be made anew from all <see cref="Parts"/>.
    /// </summary>
    public IReadOnlyList<CrossingPart>? PartsAfter(long position) =>
        removals.Exists(removal => removal.Number > position && removal.Removed > 0) ? null : [.. Parts.Where(part => part.Number > position)];

    /// <summary>The journal that lines tell.</summary>
    /// <exception cref="StoreException">They tell what cannot be, or are of a later format.</exception>
    internal static CrossingJournal Of(string file, IReadOnlyList<string> lines)
    {
        CrossingJournal? journal = null;
        foreach (var line in lines)
        {
            try
            {
                var entry = JsonSerializer.Deserialize(line, CrossingJson.Default.JournalEntry) ?? throw new InvalidDataException("nothing");
                if (entry.Format > Format)
                {
                    throw new StoreException(new Text(
                        $"{file} es de una versión posterior de Periplo (formato {entry.Format}). Actualice el programa.",
                        $"{file} is of a later version of Periplo (format {entry.Format}). Update the program.",
                        $"{file} est d’une version ultérieure de Periplo (format {entry.Format}). Mettez le programme à jour."));
                }

                (journal ??= new(entry)).Add(entry);
            }
            catch (Exception error) when (error is JsonException or InvalidDataException or FormatException or ArgumentException or NullReferenceException)
            {
                throw Disk.Damaged(file, $"entry {(journal?.Position ?? 0) + 1}", error);
            }
        }

        return journal ?? throw Disk.Damaged(file, "empty");
    }

    private void Add(JournalEntry entry)
    {
        if (entry.Number != Position + 1)
            throw new InvalidDataException("number");
        Position = entry.Number;
        ReadMarks.Add((entry.Reads, entry.ReadsHash));
        Countries = entry.Countries ?? Countries;
        if (entry.Source is not null)
        {
            all.Add(new(entry.Number, entry.Source, entry.Sha256!, entry.At, entry.File?.Count ?? 0, entry.File?.First ?? 0, entry.File?.Last ?? 0) { File = entry.File });
        }
        else if (entry.Removed is { } removed)
        {
            removals.Add(new(entry.Number, entry.At, entry.Who!, entry.Why ?? "", entry.Before, removed));
            foreach (var replaced in entry.Replaced!)
            {
                var by = replaced.By;
                var at = all.FindIndex(part => part.Number == replaced.Part);
                superseded.Add(all[at].File!.Name);
                all[at] = all[at] with { File = by, Count = by?.Count ?? 0, First = by?.First ?? 0, Last = by?.Last ?? 0 };
            }
        }
    }
}

/// <summary>An entry of the journal as it is written: the folder itself, a receipt, or a removal.</summary>
internal sealed record JournalEntry(long Number, DateTimeOffset At, long Reads, string ReadsHash)
{
    public string? Folder { get; init; }

    public int? Format { get; init; }

    public string? KeyMark { get; init; }

    public string? Source { get; init; }

    public string? Sha256 { get; init; }

    public IReadOnlyList<string>? Countries { get; init; }

    public WrittenFile? File { get; init; }

    public string? Who { get; init; }

    public string? Why { get; init; }

    public uint? Before { get; init; }

    public long? Removed { get; init; }

    public IReadOnlyList<ReplacedPart>? Replaced { get; init; }
}

/// <summary>A part whose file was replaced, or removed where nothing takes its place.</summary>
internal sealed record ReplacedPart(long Part)
{
    public WrittenFile? By { get; init; }
}

/// <summary>Serialises without reflection; what is not nullable must be there.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(CrossingRead))]
[JsonSerializable(typeof(StateContent))]
internal sealed partial class CrossingJson : JsonSerializerContext;
