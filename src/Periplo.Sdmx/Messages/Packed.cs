using System.Buffers.Binary;
using System.Collections.ObjectModel;
using System.IO.Compression;
using Periplo.Sdmx.Json;

namespace Periplo.Sdmx.Messages;

/// <summary>Takes messages out of gzip and of zip archives, with bounds for what hostile ones unpack to.</summary>
internal static class Packed
{
    /// <summary>Times its packed size that a message may have, beside <see cref="FreeLength"/>. The most repetitive ones seen have 60.</summary>
    public const int MostTimes = 400;

    /// <summary>Bytes a message may have however small it is packed.</summary>
    public const long FreeLength = 64 << 20;

    /// <summary>Bytes of the directory of an archive, and of what may stand behind it.</summary>
    private const int LongestDirectory = 1 << 20;

    private const int DirectoryEnd = 22;
    private const uint DirectoryEndMark = 0x06054B50;
    private const int Deepest = 2;

    /// <summary>The message, unpacked if it is packed; a stream that can be read again from its beginning, which closes <paramref name="stream"/>.</summary>
    public static Stream Open(Stream stream)
    {
        var message = stream.CanSeek ? stream : PutAside(stream);
        var most = FreeLength + ((message.Length - message.Position) * MostTimes);
        Span<byte> head = stackalloc byte[4];
        for (var depth = 0; depth < Deepest; depth++)
        {
            var start = message.Position;
            var mark = head[..message.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            message.Position = start;
            if (mark.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            {
                var packed = message;
                message = new UnpackedStream(() =>
                {
                    packed.Position = start;
                    return new GzipStream(packed);
                }, packed, most);
            }
            else if (mark.StartsWith("PK\u0003\u0004"u8) || mark.StartsWith("PK\u0005\u0006"u8))
            {
                // An archive is read from its end: what gzip gives has none until it is unpacked whole.
                message = FromArchive(Seekable(message), most);
            }
            else
            {
                break;
            }
        }

        return message;
    }

    /// <summary>The stream, or its bytes put aside where going back in it would mean to unpack it again from its beginning.</summary>
    public static Stream Seekable(Stream stream) => stream is UnpackedStream ? PutAside(stream) : stream;

    private static Stream PutAside(Stream stream)
    {
        var aside = Spool.Of(stream).Stream;
        stream.Dispose();
        return aside;
    }

    private static UnpackedStream FromArchive(Stream packed, long most)
    {
        RefuseLargeDirectory(packed);
        ZipArchive archive;
        try
        {
            archive = new(packed, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException error)
        {
            throw Broken(error);
        }

        ZipArchiveEntry? found = null;
        SdmxFormatException? refused = null;
        foreach (var entry in Entries(archive))
        {
            // A directory has no name behind its last slash.
            if (entry.Name.Length == 0)
                continue;
            try
            {
                using var one = new UnpackedStream(() => new CheckedStream(entry), archive, most, leaveOpen: true);
                DataFormats.Detect(one);
            }
            catch (SdmxFormatException error)
            {
                refused ??= error;
                continue;
            }

            if (found is not null)
                throw new SdmxFormatException(DataRules.NotZip, $"The archive has several messages of data, {found.FullName} and {entry.FullName}.", 0);
            found = entry;
        }

        return found is null
            ? throw refused ?? new SdmxFormatException(DataRules.NotZip, "The archive is empty.", 0)
            : new(() => new CheckedStream(found), new ArchiveOf(archive, packed), most);
    }

    private static ReadOnlyCollection<ZipArchiveEntry> Entries(ZipArchive archive)
    {
        try
        {
            return archive.Entries;
        }
        catch (InvalidDataException error)
        {
            throw Broken(error);
        }
    }

    /// <summary>Looks at the end of an archive before its directory is read into memory.</summary>
    private static void RefuseLargeDirectory(Stream packed)
    {
        var length = packed.Length;
        var tail = new byte[(int)Math.Min(length, DirectoryEnd + ushort.MaxValue)];
        packed.Position = length - tail.Length;
        packed.ReadExactly(tail);
        packed.Position = 0;
        for (var at = tail.Length - DirectoryEnd; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != DirectoryEndMark)
                continue;
            var begin = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
            if (length - tail.Length + at - begin is < 0 or > LongestDirectory)
                throw new SdmxFormatException(DataRules.TooLarge, $"The directory of an archive has at most {LongestDirectory >> 20} MiB.", 0);
            return;
        }

        throw new SdmxFormatException(DataRules.NotZip, "The archive has no directory: it is cut off.", 0);
    }

    private static SdmxFormatException Broken(InvalidDataException error) => new(DataRules.NotZip, $"The archive is broken: {error.Message}", 0);

    /// <summary>An archive together with the stream it is in.</summary>
    private sealed class ArchiveOf(ZipArchive archive, Stream packed) : IDisposable
    {
        public void Dispose()
        {
            archive.Dispose();
            packed.Dispose();
        }
    }
}
