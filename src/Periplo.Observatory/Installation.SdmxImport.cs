using Periplo.Languages;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Periplo.Sources;
using Periplo.Sources.Messages;
using Periplo.Statistics;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>Figures out of messages of SDMX.</summary>
public sealed partial class Installation
{
    private const string SdmxReader = "sdmx 1";

    /// <summary>How long remotes are waited for, and how much is taken from them.</summary>
    public RemoteLimits RemoteLimits { get; init; } = RemoteLimits.Usual;

    /// <summary>
    /// Imports a message of data, whole or not at all: what it adds is a part more of the revision it belongs to; what it changes or
    /// deletes makes another revision, for those held never change. The same figures again change nothing.
    /// </summary>
    /// <param name="place">Address (http or https) or file of the message.</param>
    /// <param name="import">How it is to be taken.</param>
    /// <param name="progress">Share of the message read.</param>
    /// <param name="cancellation">Stops the import; nothing of it stays.</param>
    /// <exception cref="InputException">The message cannot be fetched or taken.</exception>
    /// <exception cref="StoreException">The store cannot take it.</exception>
    public SdmxImportResult ImportSdmx(string place, SdmxImport import, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        using var remotes = new RemoteFiles(RemoteLimits, clock);
        try
        {
            using var answer = Fetch(remotes, place, import, held: null, cancellation);
            return Take(remotes, place, import, answer, remember: null, progress, cancellation);
        }
        catch (RemoteException e)
        {
            throw new InputException(place, null, e.Explanation, e);
        }
    }

    /// <summary>True for an address, false for the name of a file.</summary>
    private static bool IsAddress(string place, out Uri address) =>
        Uri.TryCreate(place, UriKind.Absolute, out address!) && address.Scheme is "http" or "https";

    /// <summary>The bytes of a message, or that it is what was held.</summary>
    private RemoteAnswer Fetch(RemoteFiles remotes, string place, SdmxImport import, RemoteState? held, CancellationToken cancellation)
    {
        if (IsAddress(place, out var address))
        {
            var formats = ServiceAddress.Of(address) is { IsVersion2: true } ? RemoteFiles.DataFormats3 : RemoteFiles.DataFormats;
            return remotes.Get(new(address, import.Accept ?? formats, held?.Tag, held?.Modified), cancellation).GetAwaiter().GetResult();
        }

        var at = clock.GetUtcNow();
        var file = SourceReaders.OpenFile(place);
        try
        {
            // To the second, as HTTP tells times. What was written just now may be written again within the same second: that is not remembered.
            var written = new DateTimeOffset(File.GetLastWriteTimeUtc(place));
            DateTimeOffset? modified = written < at.AddSeconds(-2) ? written.AddTicks(-(written.Ticks % TimeSpan.TicksPerSecond)) : null;
            if (modified is not null && held?.Modified == modified)
            {
                file.Dispose();
                return new(null, new(Path.GetFileName(place), "", 0), null, modified, at);
            }

            var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
            file.Position = 0;
            return new(file, new(Path.GetFileName(place), sha, file.Length), null, modified, at);
        }
        catch (IOException e)
        {
            file.Dispose();
            throw new InputException(place, null, new Text($"no se puede leer: {e.Message}", $"it cannot be read: {e.Message}", $"ne peut être lu : {e.Message}"), e);
        }
    }

    /// <summary>Reads an answer, waits for what it says is to be fetched later, and keeps all of it.</summary>
    private SdmxImportResult Take(
        RemoteFiles remotes, string place, SdmxImport import, RemoteAnswer answer, Func<CollectedMessage, IReadOnlyList<KeptRevision>, RemoteState>? remember,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        var messages = new SdmxMessages(Areas, sources);
        var structure = import.Structure ?? messages.StructureOf(import.Reading);
        var isAddress = IsAddress(place, out var address);
        var structures = new MessageStructures(
            structure is null ? null : Structures(remotes, structure, cancellation), isAddress ? ServiceAddress.Of(address) : null, () => Sdmx().Structures,
            from => FetchStructures(remotes, from, cancellation));
        var reading = isAddress ? import.Reading with { MayBeOwn = false } : import.Reading;
        var message = Read(messages, structures, place, reading, answer, progress, cancellation);
        if (message.LaterDownload is not { } later)
            return new(message, Keep(message, place, reading, answer, remember, cancellation));
        if (!isAddress)
        {
            throw new InputException(place, null, new Text(
                $"no trae los datos: dice que estarán en {later}; importe esa dirección.", $"it does not bring the data: it says that they will be at {later}; import that address.", $"n’apporte pas les données : il dit qu’elles seront à {later} ; importez cette adresse."));
        }

        using var fetched = remotes.GetLater(later, new(address, import.Accept ?? RemoteFiles.DataFormats), cancellation).GetAwaiter().GetResult();
        message = Read(messages, structures, place, reading, fetched, progress, cancellation);
        if (message.LaterDownload is not null)
            throw new RemoteException(RemoteOutcome.Late, new("remite una y otra vez a una descarga posterior.", "it refers to a later download again and again.", "renvoie encore et encore à un téléchargement ultérieur."));
        // What was asked for first says when it changes; what it was fetched from is another name of the same.
        return new(message, Keep(message, place, reading, fetched with { Tag = answer.Tag, Modified = answer.Modified }, remember, cancellation));
    }

    private static CollectedMessage Read(
        SdmxMessages messages, MessageStructures structures, string place, MessageOptions reading, RemoteAnswer answer, IProgress<double>? progress, CancellationToken cancellation)
    {
        var content = answer.Content!;
        return messages.Read(place, content, structures.Find, reading, () =>
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(content.Length == 0 ? 1 : (double)content.Position / content.Length);
        });
    }

    private StructureSet Structures(RemoteFiles remotes, string place, CancellationToken cancellation)
    {
        if (IsAddress(place, out var address))
            return FetchStructures(remotes, address, cancellation);
        using var file = SourceReaders.OpenFile(place);
        return StructureFiles.Read(place, file);
    }

    private static StructureSet FetchStructures(RemoteFiles remotes, Uri address, CancellationToken cancellation)
    {
        var formats = address.AbsolutePath.Contains("/structure/", StringComparison.Ordinal) ? RemoteFiles.StructureFormats3 : RemoteFiles.StructureFormats;
        using var answer = remotes.Get(new(address, formats), cancellation).GetAwaiter().GetResult();
        return StructureFiles.Read(RemoteFiles.Shown(address), answer.Content!);
    }
}
