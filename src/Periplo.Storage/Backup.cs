using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Storage;

/// <summary>
/// Copies a whole store into one file that either engine can be restored from: a zip of the catalogue, its hash, the log
/// of registers and accounts, the accounts, and the chunks by their hashes. The same store gives the same bytes.
/// </summary>
public static class Backup
{
    private const string CatalogueName = "catalogue.json";
    private const string CatalogueHashName = "catalogue.sha256";
    private const string LogName = "log.json";
    private const string AccountsName = "accounts.json";
    private const long LargestAccounts = 256 << 20;
    private const long LargestLog = 2L << 30;
    private const long LargestChunk = 64 << 20;
    private const long LargestCatalogue = 256 << 20;

    // A zip wants a time for every entry; the time of the backup would make equal backups differ.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes every part and chunk.</summary>
    /// <returns>Number of parts.</returns>
    public static int Write(Store store, Stream to, IProgress<double>? progress, CancellationToken cancellation)
    {
        // What the log grows by meanwhile is not of this backup.
        var (entries, hash) = store.LogEnd();
        var accounts = AccountsBackup.Of(store);
        var parts = store.Parts();
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var catalogue = JsonSerializer.SerializeToUtf8Bytes(new(BackupCatalogue.Current, parts, entries, hash, Encoding.ASCII.GetString(HashOf(accounts)), store.Remotes()), StorageJson.Default.BackupCatalogue);
        Add(zip, CatalogueName, CompressionLevel.Optimal, catalogue);
        Add(zip, CatalogueHashName, CompressionLevel.NoCompression, HashOf(catalogue));
        Add(zip, AccountsName, CompressionLevel.Optimal, accounts);
        WriteLog(store, zip, entries, cancellation);
        var hashes = parts.SelectMany(part => part.Chunks).Distinct().ToList();
        for (var i = 0; i < hashes.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(zip, $"chunks/{hashes[i]}", CompressionLevel.NoCompression, store.Chunk(hashes[i]).Bytes);
            progress?.Report((i + 1.0) / hashes.Count);
        }

        return parts.Count;
    }

    /// <summary>Fills an empty store from a backup, whole or not at all. Catalogue and chunks are checked against their hashes and each other.</summary>
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
        if (writer.Parts().Count > 0 || writer.LogEnd().Number > 0 || writer.Accounts().Count > 0)
        {
            throw new StoreException(new Text(
                $"El almacén {store.Place} ya tiene datos. Restaure en uno nuevo: --store OTRO",
                $"The store {store.Place} already holds data. Restore into a new one: --store OTHER",
                $"L’entrepôt {store.Place} a déjà des données. Restaurez dans un nouveau : --store AUTRE"));
        }

        try
        {
            using var zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
            var catalogue = Catalogue(zip);
            var hashes = catalogue.Parts.SelectMany(part => part.Chunks).Distinct().ToList();
            var observations = new Dictionary<string, (int, int)>();
            for (var i = 0; i < hashes.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var chunk = new ObservationChunk(hashes[i], Entry(zip, $"chunks/{hashes[i]}", LargestChunk));
                var decoded = chunk.Decode();
                observations.Add(chunk.Hash, (decoded.Count, decoded.Rows.Max(row => row.SheetsNeeded)));
                writer.Add(chunk);
                progress?.Report((i + 1.0) / hashes.Count);
            }

            catalogue.Check(observations);
            foreach (var part in catalogue.Parts)
                writer.Add(part);
            foreach (var remote in catalogue.Remotes ?? [])
                writer.Put(remote);
            RestoreAccounts(zip, writer, catalogue);
            RestoreLog(zip, writer, catalogue, cancellation);
            writer.Commit();
            return catalogue.Parts.Count;
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw Damaged(name, error);
        }
    }

    private static void RestoreAccounts(ZipArchive zip, StoreWriter writer, BackupCatalogue catalogue)
    {
        var bytes = Entry(zip, AccountsName, LargestAccounts);
        if (Encoding.ASCII.GetString(HashOf(bytes)) != catalogue.AccountsSha256)
            throw new InvalidDataException("The accounts are others.");
        (JsonSerializer.Deserialize(bytes, StorageJson.Default.AccountsBackup) ?? throw new InvalidDataException("There are no accounts.")).Restore(writer);
    }

    private static void WriteLog(Store store, ZipArchive zip, long entries, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(LogName, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartArray();
        store.Log(0, each =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (each.Number > entries)
                return;
            JsonSerializer.Serialize(json, each.Item, StorageJson.Default.LogItem);
            if (json.BytesPending > 1 << 16)
                json.Flush();
        });
        json.WriteEndArray();
    }

    /// <summary>The hashes are made anew from the items: the last is right only if every item is.</summary>
    private static void RestoreLog(ZipArchive zip, StoreWriter writer, BackupCatalogue catalogue, CancellationToken cancellation)
    {
        var entry = zip.GetEntry(LogName) ?? throw new InvalidDataException($"There is no {LogName}.");
        if (entry.Length > LargestLog)
            throw new InvalidDataException($"{LogName} is too large.");
        using var stream = entry.Open();
        var items = JsonSerializer.DeserializeAsyncEnumerable(stream, StorageJson.Default.LogItem, cancellation).ToBlockingEnumerable(cancellation);
        writer.Append(items.Select(item => item ?? throw new InvalidDataException("An entry of the log is nothing.")));
        if (writer.LogEnd() != (catalogue.LogEntries, catalogue.LogHash))
            throw new InvalidDataException("The log is another.");
    }

    private static BackupCatalogue Catalogue(ZipArchive zip)
    {
        var bytes = Entry(zip, CatalogueName, LargestCatalogue);
        if (!HashOf(bytes).AsSpan().SequenceEqual(Entry(zip, CatalogueHashName, SHA256.HashSizeInBytes * 2)))
            throw new InvalidDataException("The catalogue has another hash.");
        var catalogue = JsonSerializer.Deserialize(bytes, StorageJson.Default.BackupCatalogue) ?? throw new InvalidDataException("There is no catalogue.");
        catalogue.Check();
        return catalogue;
    }

    private static byte[] HashOf(byte[] bytes) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static void Add(ZipArchive zip, string name, CompressionLevel compression, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, compression);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(bytes);
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
            "is no Periplo backup or is damaged; nothing was restored. Use a file made with \"periplo backup\".",
            "n’est pas une copie de Periplo ou est endommagé ; rien n’a été restauré. Utilisez un fichier fait par « periplo backup »."),
        error);
}
