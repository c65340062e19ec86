using Periplo.Movements;

namespace Periplo.Observatory;

/// <summary>Scratch space in files of a folder that are gone when they are closed, or when the process ends.</summary>
internal sealed class ScratchFiles(string folder) : IDisposable
{
    private readonly List<FileStream> files = [];

    /// <summary>A new scratch file.</summary>
    public Scratch New()
    {
        // The system removes it with the process, however that ends.
        var file = new FileStream(
            Path.Combine(folder, $"periplo-{Guid.NewGuid():N}.scratch"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        if (OperatingSystem.IsLinux())
            File.Delete(file.Name);
        lock (files)
            files.Add(file);
        var handle = file.SafeFileHandle;
        return new(
            (at, bytes) => RandomAccess.Write(handle, bytes, at),
            (at, bytes) =>
            {
                while (bytes.Length > 0)
                {
                    var read = RandomAccess.Read(handle, bytes, at);
                    if (read == 0)
                        throw new EndOfStreamException($"{file.Name} was cut off.");
                    bytes = bytes[read..];
                    at += read;
                }
            });
    }

    public void Dispose() => files.ForEach(file => file.Dispose());
}
