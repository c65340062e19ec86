namespace Periplo.Sdmx.Messages;

/// <summary>Keeps what comes from a stream that cannot seek: a little in memory, more in a temporary file that goes when it is closed.</summary>
internal static class SpooledStream
{
    private const int InMemory = 8 << 20;
    private const int Block = 64 << 10;

    /// <summary>Reads <paramref name="stream"/> to its end, closes it and gives its bytes as a stream that can seek.</summary>
    public static Stream Of(Stream stream, long most)
    {
        Stream kept = new MemoryStream();
        try
        {
            var block = new byte[Block];
            while (stream.Read(block) is > 0 and var read)
            {
                if (kept.Length + read > most)
                    throw new SdmxFormatException(DataRules.TooLarge, $"The message has more than {most} bytes.", 0);
                if (kept is MemoryStream && kept.Length + read > InMemory)
                    kept = Moved(kept);
                kept.Write(block, 0, read);
            }

            kept.Position = 0;
            stream.Dispose();
            return kept;
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    private static FileStream Moved(Stream kept)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Block, FileOptions.DeleteOnClose);
        kept.Position = 0;
        kept.CopyTo(file);
        kept.Dispose();
        return file;
    }
}
