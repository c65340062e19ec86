using Periplo.Movements;

namespace Periplo.Storage.Crossings;

/// <summary>A file of crossings being received. Nothing of it stays unless it is committed.</summary>
public sealed class CrossingAppend : IDisposable
{
    private readonly Lock turn = new();
    private readonly PartWriter writer;
    private readonly PersonKey key;
    private readonly CrossingSettings settings;
    private readonly Action<WrittenFile?> tell;

    internal CrossingAppend(PartWriter writer, PersonKey key, CrossingSettings settings, Action<WrittenFile?> tell) =>
        (this.writer, this.key, this.settings, this.tell) = (writer, key, settings, tell);

    internal bool IsOpen { get; private set; } = true;

    /// <summary>
    /// Replaces the persons of a batch, in place, and writes it. Workers may call it beside each other; replacing, which costs
    /// most, is done side by side. Afterwards the batch holds pseudonyms and may be given to the engine.
    /// </summary>
    /// <param name="crossings">Crossings as a reader gives them, with the keys of the source.</param>
    /// <exception cref="StoreException">The disk is full or fails.</exception>
    public void Add(Span<Crossing> crossings)
    {
        key.Replace(crossings, settings.KeepDocuments);
        lock (turn)
        {
            ObjectDisposedException.ThrowIf(!IsOpen, this);
            writer.Add(crossings);
        }
    }

    /// <summary>Makes what was added count, whole.</summary>
    /// <exception cref="StoreException">The disk is full or fails; nothing counts then.</exception>
    public void Commit()
    {
        lock (turn)
        {
            ObjectDisposedException.ThrowIf(!IsOpen, this);
            IsOpen = false;
            tell(writer.Finish());
        }
    }

    /// <summary>Ends it; what was not committed is gone.</summary>
    public void Dispose()
    {
        IsOpen = false;
        writer.Dispose();
    }
}
