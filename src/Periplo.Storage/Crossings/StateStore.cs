using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Periplo.Storage.Crossings;

/// <summary>Which state is current.</summary>
/// <param name="Generation">Its number.</param>
/// <param name="Position">Entry of the journal up to which it has seen the crossings.</param>
public sealed record StateMark(int Generation, long Position);

/// <summary>A file of a state.</summary>
/// <param name="Name">File name.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Sum">CRC-32C of its bytes.</param>
internal sealed record StateFile(string Name, long Bytes, uint Sum);

/// <summary>What the file <c>CURRENT</c> tells.</summary>
internal sealed record StateContent(string Folder, int Generation, long Position, IReadOnlyList<StateFile> Files)
{
    [JsonIgnore]
    public StateMark Mark => new(Generation, Position);
}

/// <summary>
/// The derived state: files that change place together. A generation is a folder of its own; the file <c>CURRENT</c>, replaced
/// whole, says which one counts and for which crossings it stands.
/// </summary>
internal sealed class StateStore(string states)
{
    private string File => Path.Combine(states, "CURRENT");

    /// <summary>The folder of a generation.</summary>
    public string Place(int generation) => Path.Combine(states, $"{generation}");

    /// <summary>The current state; null when there is none, or crossings it stands for were removed.</summary>
    /// <exception cref="StoreException">It is damaged, or of another folder, or the journal is shorter than it was.</exception>
    public StateContent? Current(CrossingJournal journal) =>
        Written(journal) is { } content && journal.PartsAfter(content.Position) is not null ? content : null;

    /// <summary>Makes a generation the current one.</summary>
    public void Switch(StateContent content)
    {
        var json = JsonSerializer.Serialize(content, CrossingJson.Default.StateContent);
        Disk.Replace(File, Encoding.UTF8.GetBytes($"{json}\n{HashOf(json)}\n"));
    }

    /// <summary>Clears away generations that do not count, those that may still be read only when nobody reads.</summary>
    public void Sweep(CrossingJournal journal, CrossingFolder folder)
    {
        var current = Current(journal);
        var last = Written(journal)?.Generation ?? 0;
        // A state of crossings that were removed goes with them.
        if (current is null && last > 0)
            Disk.Write(File, () => System.IO.File.Delete(File));
        var earlier = new List<string>();
        foreach (var path in Disk.Read(states, () => Directory.GetFileSystemEntries(states)))
        {
            var name = Path.GetFileName(path);
            if (name == $"{current?.Generation}" || path == File)
                continue;
            if (int.TryParse(name, out var generation) && generation <= last && current is not null)
                earlier.Add(path);
            else
                Delete(path);
        }

        if (earlier.Count == 0)
            return;
        using var nobodyReads = folder.TryHold(alone: true);
        if (nobodyReads is not null)
            earlier.ForEach(Delete);
    }

    /// <summary>Reads every file of the current state and checks it.</summary>
    public void Check(CrossingJournal journal)
    {
        if (Current(journal) is not { } content)
            return;
        foreach (var file in content.Files)
        {
            var path = Path.Combine(Place(content.Generation), file.Name);
            if (Measure(path) != (file.Bytes, file.Sum))
                throw Disk.DamagedState(path, "checksum");
        }
    }

    /// <summary>Length and checksum of a file.</summary>
    public static (long Bytes, uint Sum) Measure(string path) => Disk.Read(path, () =>
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        var (bytes, sum) = (0L, 0u);
        // Of the checksums of its pieces, so that a long file needs no long buffer.
        while (stream.ReadAtLeast(buffer.AsSpan(0, 1 << 20), 1 << 20, throwOnEndOfStream: false) is > 0 and var read)
        {
            bytes += read;
            sum = System.Numerics.BitOperations.Crc32C(sum, PartFile.SumOf(buffer.AsSpan(0, read)));
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return (bytes, sum);
    });

    private StateContent? Written(CrossingJournal journal)
    {
        if (!System.IO.File.Exists(File))
            return null;
        var lines = Disk.Read(File, () => System.IO.File.ReadAllText(File)).Split('\n');
        if (lines.Length != 3 || lines[2].Length > 0 || lines[1] != HashOf(lines[0]))
            throw Disk.DamagedState(File, "checksum");
        try
        {
            var content = JsonSerializer.Deserialize(lines[0], CrossingJson.Default.StateContent) ?? throw new JsonException();
            if (content.Folder != journal.Folder.ToString("N"))
                throw Disk.DamagedState(File, "another folder");
            return content.Position <= journal.Position ? content : throw Disk.Damaged(Path.Combine(Path.GetDirectoryName(states)!, "journal"), $"entry {content.Position}");
        }
        catch (JsonException error)
        {
            throw Disk.DamagedState(File, "content", error);
        }
    }

    private static void Delete(string path) => Disk.Write(path, () =>
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else
            System.IO.File.Delete(path);
    });

    private static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
