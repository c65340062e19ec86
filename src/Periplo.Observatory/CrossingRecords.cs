using System.Security.Cryptography;
using System.Text;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Crossings;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Storage.Crossings;

namespace Periplo.Observatory;

/// <summary>What to take into a folder of crossings.</summary>
/// <param name="Files">Files of crossings.</param>
/// <param name="Mapping">Mapping file of tables of another layout, or null.</param>
/// <param name="To">End of observation, excluded.</param>
/// <param name="Threads">Threads, 1 to 64.</param>
/// <param name="Rejects">File of the lines that were rejected; written when there are any.</param>
/// <param name="MostRejects">Rejected lines after which reading stops.</param>
public sealed record AppendRequest(IReadOnlyList<string> Files, string? Mapping, DateOnly To, int Threads, string Rejects, long MostRejects = 1000);

/// <summary>What became of a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Read">What was read of it; null when it had been received before.</param>
public sealed record ReceivedFile(string File, CrossingCounts? Read);

/// <summary>What came of taking files in.</summary>
/// <param name="Files">The files.</param>
/// <param name="Kept">Crossings kept in the folder.</param>
/// <param name="Reopened">Histories judged anew; null where all were, since there was no state to start from.</param>
/// <param name="Outside">Crossings given to the state that lie outside the days observed.</param>
public sealed record AppendResult(IReadOnlyList<ReceivedFile> Files, long Kept, long? Reopened, long Outside);

/// <summary>
/// Crossings of single persons in their own folder: taking them in, and the counts made of them. Nothing else comes out:
/// no list, no look-up, and no count that has not gone through protection (design rule 11).
/// </summary>
public sealed partial class CrossingRecords
{
    private readonly CrossingFolder folder;
    private readonly AreaRegistry areas;
    private readonly TimeProvider clock;

    private CrossingRecords(CrossingFolder folder, AreaRegistry areas, TimeProvider clock) => (this.folder, this.areas, this.clock) = (folder, areas, clock);

    /// <summary>What the installation decided.</summary>
    public CrossingSettings Settings => folder.Settings;

    /// <summary>Makes a folder.</summary>
    /// <param name="path">Where.</param>
    /// <param name="settings">File of the settings.</param>
    /// <param name="publicStore">File or connection of the public store.</param>
    /// <param name="makeKey">Whether to make the key that replaces persons.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="InputException">The settings cannot be read or are not understood.</exception>
    /// <exception cref="StoreException">The place will not do.</exception>
    public static CrossingRecords Create(string path, string settings, string publicStore, bool makeKey, AreaRegistry areas, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        string text;
        try
        {
            text = File.ReadAllText(settings);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(settings, place: null, Text.Same(error.Message), error);
        }

        return new(CrossingFolder.Create(path, text, (file, content) => CrossingSettingsReader.Read(file, content, areas), publicStore, makeKey, clock.GetUtcNow()), areas, clock);
    }

    /// <summary>Opens a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="publicStore">File or connection of the public store.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="InputException">The settings are not understood.</exception>
    /// <exception cref="StoreException">It is no folder of crossings, or is open to others.</exception>
    public static CrossingRecords Open(string path, string publicStore, AreaRegistry areas, TimeProvider clock) =>
        new(CrossingFolder.Open(path, (file, content) => CrossingSettingsReader.Read(file, content, areas), publicStore), areas, clock);

    /// <summary>Takes files in, each whole or not at all and only once, and brings the state up to the end of observation.</summary>
    /// <param name="request">What to take in.</param>
    /// <param name="language">Language of the file of rejects.</param>
    /// <param name="progress">Share of the work done.</param>
    /// <param name="cancellation">Stops the work; files already taken in stay, the state stays as it was.</param>
    /// <exception cref="InputException">A file cannot be taken, or too many of its lines cannot.</exception>
    /// <exception cref="StoreException">The folder cannot take it.</exception>
    /// <exception cref="StatisticsException">The end lies before that of the state.</exception>
    public AppendResult Append(AppendRequest request, Language language, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var writer = folder.BeginWrite();
        var (received, rejects) = (new List<ReceivedFile>(), new Rejects());
        try
        {
            foreach (var file in request.Files)
                received.Add(Receive(writer, file, request, rejects, progress, cancellation));
        }
        finally
        {
            if (rejects.Count > 0)
                WholeFile.Write(request.Rejects, to => CrossingClassifier.Write(to, text => rejects.Write(text, language)));
        }

        var (reopened, outside) = Update(writer, request.To, request.Threads, progress, cancellation);
        return new(received, writer.Journal.Count, reopened, outside);
    }

    /// <summary>All counts of the state, for publication.</summary>
    /// <param name="permitted">Table of permitted stays, or null.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="progress">Share of the work done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="StatisticsException">There is no state yet, or it is behind the folder.</exception>
    internal (MovementResults Results, CrossingJournal Journal) Results(PermittedStayTable? permitted, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var journal = folder.Journal();
        using var reading = folder.ReadState(Environment.UserName, "tables", clock.GetUtcNow());
        if (reading is null || reading.Mark.Position != journal.Position)
            throw Behind();

        using var state = new OpenState(reading, Parameters(journal));
        var areaOfM49 = areas.All.Where(area => area.IsLeaf && area.M49 is > 0).GroupBy(area => area.M49!.Value).ToDictionary(group => group.Key, group => group.First().Id);
        return (StateResults.Of(state.State, threads, permitted, areaOfM49, progress, cancellation), journal);
    }

    /// <summary>The crossings kept as one file: what was received and removed tells what they are.</summary>
    internal SourceFile Source()
    {
        var journal = folder.Journal();
        var kept = string.Concat(journal.Receipts.Select(receipt => $"{receipt.Sha256} {receipt.Count}\n"));
        return new($"crossings-{journal.Position}", Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(kept))), journal.Count * Crossing.Bytes);
    }

    /// <summary>Everything beside the crossings that decides what is published, a line each.</summary>
    internal string Describe()
    {
        using var reading = folder.ReadState(Environment.UserName, "parameters", clock.GetUtcNow());
        if (reading is null)
            throw Behind();
        var parameters = Parameters(folder.Journal());
        using var state = new OpenState(reading, parameters);
        return $"to {state.State.End:yyyy-MM-dd}\n{parameters.Describe()}minimum {Settings.MinimumCount}\n";
    }

    /// <summary>Reads everything kept and checks it against its checksums, and the chain of the read log.</summary>
    /// <returns>Crossings kept.</returns>
    /// <exception cref="StoreException">Something is not as it was written.</exception>
    public long Check() => folder.Check();

    /// <summary>Removes what is older than the retention period.</summary>
    /// <returns>Crossings removed.</returns>
    public long Purge()
    {
        using var writer = folder.BeginWrite();
        return writer.Purge(clock.GetUtcNow(), Environment.UserName);
    }

    /// <summary>Removes every crossing of one person, on a lawful request; the state goes with them and is made anew by the next append.</summary>
    /// <param name="person">The person's key as the source writes it.</param>
    /// <param name="why">The request it answers; no name.</param>
    /// <returns>Crossings removed.</returns>
    /// <exception cref="StoreException">No key or reason is given, somebody reads, or a file is damaged; nothing is removed then.</exception>
    public long Erase(string person, string why)
    {
        using var writer = folder.BeginWrite();
        return writer.Erase(CrossingFiles.PersonKey(person), Environment.UserName, why, clock.GetUtcNow());
    }

    /// <summary>Every reading of crossings so far.</summary>
    public IReadOnlyList<CrossingRead> Reads() => folder.Reads();

    /// <summary>Files received so far.</summary>
    public IReadOnlyList<CrossingPart> Receipts() => folder.Journal().Receipts;

    private static StatisticsException Behind() => new(new Text(
        "La carpeta no tiene un estado al día. Ejecute «periplo movements append» con la fecha del fin de la observación; sin archivos, solo lo actualiza.",
        "The folder has no state that is up to date. Run \"periplo movements append\" with the end of observation; without files it only updates it.",
        "Le dossier n’a pas d’état à jour. Exécutez « periplo movements append » avec la date de fin de l’observation ; sans fichiers, la commande ne fait que le mettre à jour."));

    private ReceivedFile Receive(
        CrossingWriter writer, string file, AppendRequest request, Rejects rejects, IProgress<double>? progress, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file);
        using var part = writer.BeginAppend(name, Sha256(file), clock.GetUtcNow());
        if (part is null)
            return new(name, Read: null);
        var mapping = request.Mapping is { } path ? CrossingClassifier.Mapping(path, areas) : null;
        // One worker: who is late is told by the order of the file.
        var reading = new CrossingReading(
            Settings.Countries, CrossingClassifier.Seconds(Settings.From), CrossingClassifier.Seconds(request.To), 1, mapping, request.MostRejects,
            KnownPosts: Settings.PostNames.Count == 0 ? null : [.. Settings.PostNames.Keys]);
        var (late, copy) = (new LateCrossings(), Array.Empty<Crossing>());
        var read = new CrossingFiles(areas).Read(
            [file],
            reading,
            (_, crossings) =>
            {
                if (copy.Length < crossings.Length)
                    copy = new Crossing[crossings.Length];
                crossings.CopyTo(copy);
                var own = copy.AsSpan(0, crossings.Length);
                late.Mark(own);
                part.Add(own);
            },
            rejects,
            progress,
            cancellation);
        part.Commit();
        return new(name, read);
    }

    private static string Sha256(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, place: null, Text.Same(error.Message), error);
        }
    }
}
