using System.IO.MemoryMappedFiles;
using Periplo.Movements;

namespace Periplo.Storage.Crossings;

/// <summary>A file of a state as memory. The state must be held open meanwhile, so that nobody clears it away.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;

    public MappedFile(string path)
    {
        var length = new FileInfo(path).Length;
        file = Disk.Read(path, () => MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read));
        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
        Image = new(length, (at, count) =>
            at >= 0 && count >= 0 && at + count <= length ? new ReadOnlySpan<byte>(start + at, count) : throw Disk.DamagedState(path, "length"));
    }

    /// <summary>Its bytes.</summary>
    public StateImage Image { get; }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}
