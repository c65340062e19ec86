using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Writes a file whole or not at all: beside its place first, then moved there, so a kill or a full disk leaves the old one.</summary>
public static class WholeFile
{
    /// <summary>Writes <paramref name="path"/> with what <paramref name="write"/> gives.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new InputException(path, place: null, new Text($"no se pudo escribir: {error.Message}", $"could not be written: {error.Message}", $"n’a pas pu être écrit : {error.Message}"), error);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
