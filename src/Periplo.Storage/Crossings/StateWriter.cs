namespace Periplo.Storage.Crossings;

/// <summary>A new state being made: write its files into <see cref="Folder"/>, close them, and commit. Nothing stays otherwise.</summary>
internal sealed class StateWriter : IDisposable
{
    private readonly StateStore store;
    private readonly CrossingFolder folder;
    private readonly Func<CrossingJournal> journal;
    private readonly StateContent? before;
    private readonly int generation;
    private readonly Dictionary<string, StateFile> carried = [];

    public StateWriter(StateStore store, CrossingFolder folder, Func<CrossingJournal> journal)
    {
        (this.store, this.folder, this.journal) = (store, folder, journal);
        before = store.Current(journal());
        generation = (before?.Generation ?? 0) + 1;
        Folder = store.Place(generation) + ".tmp";
        Disk.Write(Folder, () =>
        {
            if (Directory.Exists(Folder))
                Directory.Delete(Folder, recursive: true);
            Disk.MakeFolder(Folder);
        });
    }

    /// <summary>Where its files go; no folders within.</summary>
    public string Folder { get; }

    /// <summary>Takes a file of the current state over as it is. It is the same file under a second name: never write into it.</summary>
    /// <exception cref="StoreException">The current state has no such file, or it is not as long as it was.</exception>
    public void Carry(string name)
    {
        var file = before?.Files.FirstOrDefault(one => one.Name == name) ?? throw new ArgumentException($"The current state has no file {name}.", nameof(name));
        var path = Path.Combine(store.Place(before.Generation), name);
        if (Disk.Read(path, () => new FileInfo(path).Length) != file.Bytes)
            throw Disk.DamagedState(path, "length");
        Disk.Write(Path.Combine(Folder, name), () => Disk.Link(path, Path.Combine(Folder, name)));
        carried.Add(name, file);
    }

    /// <summary>Makes it the current state.</summary>
    /// <param name="position">Entry of the journal up to which it has seen the crossings.</param>
    /// <exception cref="StoreException">The disk is full or fails; the state before is current then.</exception>
    public void Commit(long position)
    {
        var now = journal();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, now.Position);
        var files = new List<StateFile>();
        foreach (var path in Directory.GetFiles(Folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!carried.TryGetValue(name, out var file))
            {
                Disk.Write(path, () =>
                {
                    Disk.KeepPrivate(path);
                    using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
                    RandomAccess.FlushToDisk(handle);
                });
                var (bytes, sum) = StateStore.Measure(path);
                file = new(name, bytes, sum);
            }

            files.Add(file);
        }

        Disk.Write(Folder, () =>
        {
            Disk.SyncFolder(Folder);
            // What a kill between this and the switch left is not current.
            if (Directory.Exists(store.Place(generation)))
                Directory.Delete(store.Place(generation), recursive: true);
            Directory.Move(Folder, store.Place(generation));
            Disk.SyncFolder(Path.GetDirectoryName(Folder)!);
        });
        store.Switch(new(now.Folder.ToString("N"), generation, position, files));
        store.Sweep(now, folder);
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A state being read, told in the read log. While it is open it is not cleared away.</summary>
internal sealed class StateReading : IDisposable
{
    private readonly StateContent content;
    private readonly FileStream shared;

    /// <exception cref="StoreException">A file is missing or not as long as it was.</exception>
    public StateReading(string folder, StateContent content, FileStream shared)
    {
        (Folder, this.content, this.shared) = (folder, content, shared);
        foreach (var file in content.Files)
        {
            var path = Path.Combine(folder, file.Name);
            if (Disk.Read(path, () => new FileInfo(path).Length) != file.Bytes)
                throw Disk.DamagedState(path, "length");
        }
    }

    /// <summary>Where its files lie; to be read only.</summary>
    public string Folder { get; }

    /// <summary>Its number, and the entry of the journal it stands for.</summary>
    public StateMark Mark => content.Mark;

    /// <summary>Names of its files.</summary>
    public IEnumerable<string> Files => content.Files.Select(file => file.Name);

    public void Dispose() => shared.Dispose();
}
