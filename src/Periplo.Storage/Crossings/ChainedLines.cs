using System.Security.Cryptography;
using System.Text;
using Periplo.Registers;

namespace Periplo.Storage.Crossings;

/// <summary>What a file of chained lines holds.</summary>
/// <param name="Lines">The lines, without their hashes.</param>
/// <param name="Hashes">The hash of each.</param>
/// <param name="Bytes">Length of the file up to the end of the last whole line.</param>
/// <param name="Unended">Whether the last line is whole but for its end of line.</param>
internal sealed record Chain(IReadOnlyList<string> Lines, IReadOnlyList<string> Hashes, long Bytes, bool Unended = false)
{
    /// <summary>Hash of the last line.</summary>
    public string Hash => Hashes.Count > 0 ? Hashes[^1] : LogEntry.NoHash;
}

/// <summary>
/// A file that only grows, a line at a time: the SHA-256 of the hash before and the line, a space, the line. A line counts once it
/// is whole, so a kill leaves a beginning of a line at most, which is passed over and cut off by the next to write. Any
/// other change shows, except what was cut off at the end.
/// </summary>
internal sealed class ChainedLines(string file)
{
    private const int HashLetters = 64;
    private const long Longest = 1L << 30;

    /// <summary>All lines; none when there is no file.</summary>
    /// <exception cref="StoreException">A line is not as it was written.</exception>
    public Chain Read()
    {
        var bytes = Disk.Read(file, () =>
        {
            if (!File.Exists(file))
                return [];
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.Length > Longest)
                throw new IOException("longer than 1 GiB");
            // What is added while this is read is not of this reading.
            var held = new byte[stream.Length];
            return held[..stream.ReadAtLeast(held, held.Length, throwOnEndOfStream: false)];
        });
        var lines = new List<string>();
        var hashes = new List<string>();
        var before = LogEntry.NoHash;
        var start = 0;
        while (bytes.AsSpan(start).IndexOf((byte)'\n') is >= 0 and var length)
        {
            if (!Follows(before, bytes.AsSpan(start, length)))
                throw Disk.Damaged(file, $"line {lines.Count + 1}");
            Take(bytes.AsSpan(start, length));
            start += length + 1;
        }

        // A beginning of a line is what a kill leaves; a whole line with another end is not.
        var rest = bytes.AsSpan(start);
        if (rest.Length > 0 && Follows(before, rest[..^1]))
            throw Disk.Damaged(file, $"line {lines.Count + 1}");
        if (!Follows(before, rest))
            return new(lines, hashes, start);
        Take(rest);
        return new(lines, hashes, bytes.Length, Unended: true);

        void Take(ReadOnlySpan<byte> line)
        {
            before = Encoding.ASCII.GetString(line[..HashLetters]);
            hashes.Add(before);
            lines.Add(Encoding.UTF8.GetString(line[(HashLetters + 1)..]));
        }
    }

    /// <summary>Adds a line and has it on the disk; on failure the file is as it was.</summary>
    /// <returns>What the file holds then.</returns>
    public Chain Append(Chain held, string line)
    {
        var hash = HashOf(held.Hash, Encoding.UTF8.GetBytes(line));
        var bytes = Encoding.UTF8.GetBytes($"{(held.Unended ? "\n" : "")}{hash} {line}\n");
        var isNew = !File.Exists(file);
        Disk.Write(file, () =>
        {
            using var stream = Disk.Create(file, FileMode.OpenOrCreate);
            try
            {
                stream.SetLength(held.Bytes);
                stream.Position = held.Bytes;
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
                if (isNew)
                    Disk.SyncFolder(Path.GetDirectoryName(file)!);
            }
            catch
            {
                stream.SetLength(held.Bytes);
                throw;
            }
        });
        return new([.. held.Lines, line], [.. held.Hashes, hash], held.Bytes + bytes.Length);
    }

    private static bool Follows(string before, ReadOnlySpan<byte> line) =>
        line.Length > HashLetters && line[HashLetters] == ' '
        && line[..HashLetters].SequenceEqual(Encoding.ASCII.GetBytes(HashOf(before, line[(HashLetters + 1)..])));

    private static string HashOf(string before, ReadOnlySpan<byte> line)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(before));
        hash.AppendData(line);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
