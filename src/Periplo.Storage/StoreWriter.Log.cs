using Periplo.Registers;

namespace Periplo.Storage;

public sealed partial class StoreWriter
{
    private (long Number, string Hash)? logEnd;

    /// <summary>Every entry of the log after a number, as this transaction sees it.</summary>
    public void Log(long number, Action<LogEntry> take) => store.Guard(() =>
    {
        Store.Log(connection, transaction, number, take);
        return true;
    });

    /// <summary>Number and hash of the last entry, as this transaction sees it.</summary>
    public (long Number, string Hash) LogEnd() => logEnd ??= store.Guard(() => Store.LogEnd(connection, transaction));

    /// <summary>Adds to the end of the log.</summary>
    /// <returns>The entries made of the items.</returns>
    public IReadOnlyList<LogEntry> Append(IEnumerable<LogItem> items)
    {
        var entries = new List<LogEntry>();
        // In batches, so that a failure of where the items come from is not taken for one of the store.
        foreach (var batch in items.Chunk(1024))
            entries.AddRange(store.Guard(() => Append(batch)));
        return entries;
    }

    private List<LogEntry> Append(LogItem[] items)
    {
        var (number, hash) = LogEnd();
        var entries = new List<LogEntry>(items.Length);
        // One statement for all rows: making it anew for each would cost more than running it.
        using var command = connection.Command(
            transaction, Statement.Text("log-add"),
            ("number", 0L), ("at", ""), ("who", ""), ("action", ""), ("register", ""), ("record", ""), ("state", ""), ("content", ""), ("why", ""), ("hash", ""));
        foreach (var item in items)
        {
            var entry = LogEntry.After(++number, hash, item);
            hash = entry.Hash;
            object?[] values = [number, item.At.UtcDateTime.ToString("O"), item.Who, item.Action, item.Register, item.Record, item.State, item.Content, item.Why, hash];
            for (var i = 0; i < values.Length; i++)
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
            entries.Add(entry);
        }

        logEnd = (number, hash);
        return entries;
    }
}
