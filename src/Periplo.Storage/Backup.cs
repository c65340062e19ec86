using System.IO.Compression;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Storage;

/// <summary>The list of contents of a backup.</summary>
internal sealed record BackupCatalogue(string Format, IReadOnlyList<Part> Parts);

/// <summary>Copies a whole store into one file that either engine can be restored from: a zip of the catalogue and the chunks by hash.</summary>
public static class Backup
{
    private const string Format = "periplo-backup-1";
    private const string CatalogueName = "catalogue.json";
    private const long LargestChunk = 64 << 20;
    private const long LargestCatalogue = 256 << 20;

    /// <summary>Writes every part and chunk.</summary>
    /// <returns>Number of parts.</returns>
    public static int Write(Store store, Stream to, IProgress<double>? progress, CancellationToken cancellation)
    {
        var parts = store.Parts();
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        using (var catalogue = zip.CreateEntry(CatalogueName, CompressionLevel.Optimal).Open())
            JsonSerializer.Serialize(catalogue, new(Format, parts), StorageJson.Default.BackupCatalogue);
        var hashes = parts.SelectMany(part => part.Chunks).Distinct().ToList();
        for (var i = 0; i < hashes.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var entry = zip.CreateEntry($"chunks/{hashes[i]}", CompressionLevel.NoCompression).Open();
            entry.Write(store.Chunk(hashes[i]).Bytes);
            progress?.Report((i + 1.0) / hashes.Count);
        }

        return parts.Count;
    }

    /// <summary>Fills an empty store from a backup, whole or not at all. Every chunk is checked against its hash.</summary>
    /// <param name="store">An empty store.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="from">The backup; must be seekable.</param>
    /// <param name="progress">Share done.</param>
    /// <param name="cancellation">Stops the work; the store stays empty.</param>
    /// <returns>Number of parts.</returns>
    /// <exception cref="StoreException">The store is not empty.</exception>
    /// <exception cref="InputException">The file is no backup or is damaged.</exception>
    public static int Restore(Store store, string name, Stream from, IProgress<double>? progress, CancellationToken cancellation)
    {
        using var writer = store.BeginWrite();
        if (writer.Parts().Count > 0)
        {
            throw new StoreException(new Text(
                $"El almacén {store.Place} ya tiene datos. Restaure en uno nuevo: --store OTRO",
                $"The store {store.Place} already holds data. Restore into a new one: --store OTHER"));
        }

        try
        {
            using var zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
            var catalogue = JsonSerializer.Deserialize(Entry(zip, CatalogueName, LargestCatalogue), StorageJson.Default.BackupCatalogue);
            if (catalogue is not { Format: Format, Parts: { } parts })
                throw Damaged(name, null);
            var hashes = parts.SelectMany(part => part.Chunks).Distinct().ToList();
            for (var i = 0; i < hashes.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var chunk = new ObservationChunk(hashes[i], Entry(zip, $"chunks/{hashes[i]}", LargestChunk));
                chunk.Decode();
                writer.Add(chunk);
                progress?.Report((i + 1.0) / hashes.Count);
            }

            foreach (var part in parts)
                writer.Add(part);
            writer.Commit();
            return parts.Count;
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or EndOfStreamException or NullReferenceException)
        {
            throw Damaged(name, error);
        }
    }

    private static byte[] Entry(ZipArchive zip, string name, long most)
    {
        var entry = zip.GetEntry(name) ?? throw new InvalidDataException($"There is no {name}.");
        if (entry.Length > most)
            throw new InvalidDataException($"{name} is too large.");
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static InputException Damaged(string name, Exception? error) => new(
        name,
        place: null,
        new Text(
            "no es una copia de Periplo o está dañada; no se restauró nada. Use un archivo hecho con «periplo backup».",
            "is no Periplo backup or is damaged; nothing was restored. Use a file made with \"periplo backup\"."),
        error);
}
