namespace Periplo.Sdmx.Json;

/// <summary>Bytes put aside to be read again: in memory while they are few, else in a temporary file that goes when they are let go of.</summary>
internal sealed class Spool : IDisposable
{
    private const int MostInMemory = 32 << 20;

    private Stream stream = new MemoryStream();
    private long length;

    /// <summary>The bytes, as long as nothing more is put aside.</summary>
    public Stream Stream => stream;

    /// <summary>Puts the whole of a stream aside.</summary>
    public static Spool Of(Stream source)
    {
        var spool = new Spool();
        try
        {
            var buffer = new byte[64 << 10];
            while (source.Read(buffer, 0, buffer.Length) is var read and > 0)
                spool.Append(buffer.AsSpan(0, read));
            spool.stream.Position = 0;
            return spool;
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <summary>Puts bytes aside behind the others and tells where.</summary>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        if (stream is MemoryStream && length + bytes.Length > MostInMemory)
            ToFile();
        var at = length;
        stream.Write(bytes);
        length += bytes.Length;
        return at;
    }

    /// <summary>Reads bytes that were put aside, after all were.</summary>
    public void Read(long at, Span<byte> bytes)
    {
        // Bytes here and there: a buffer would fetch thousands for each few.
        if (stream is FileStream file)
        {
            while (bytes.Length > 0)
            {
                var read = RandomAccess.Read(file.SafeFileHandle, bytes, at);
                if (read == 0)
                    throw new EndOfStreamException();
                at += read;
                bytes = bytes[read..];
            }

            return;
        }

        stream.Position = at;
        stream.ReadExactly(bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void ToFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 << 10, FileOptions.DeleteOnClose);
        stream.Position = 0;
        stream.CopyTo(file);
        stream.Dispose();
        stream = file;
    }
}
