using System.Text.Json;

namespace Periplo.Storage;

public sealed partial class StoreWriter
{
    /// <summary>What is remembered of every remote, as this transaction sees it.</summary>
    public IReadOnlyList<RemoteState> Remotes() => store.Guard(() => Store.Remotes(connection, transaction));

    /// <summary>Remembers the last try of a remote in place of the one before.</summary>
    public void Put(RemoteState remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        store.Guard(() => connection.Command(
            transaction, Statement.Text("put-remote"), ("id", remote.Id), ("state", JsonSerializer.Serialize(remote, StorageJson.Default.RemoteState))).ExecuteNonQuery());
    }
}
