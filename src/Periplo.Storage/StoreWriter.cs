using System.Data.Common;
using System.Text.Json;
using Periplo.Statistics;

namespace Periplo.Storage;

/// <summary>One transaction of writing. Nothing is kept unless <see cref="Commit"/> returns.</summary>
public sealed partial class StoreWriter : IDisposable
{
    private readonly Store store;
    private readonly Engine engine;
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    internal StoreWriter(Store store, Engine engine, DbConnection connection, DbTransaction transaction) =>
        (this.store, this.engine, this.connection, this.transaction) = (store, engine, connection, transaction);

    /// <summary>Every part, as this transaction sees it.</summary>
    public IReadOnlyList<Part> Parts() => store.Guard(() => Store.Parts(connection, transaction));

    /// <summary>A revision as this transaction sees it; null when there are no parts.</summary>
    public Dataset? Load(DatasetDefinition definition, Revision revision) =>
        store.Guard(() => Store.Load(connection, transaction, definition, revision));

    /// <summary>Adds a part; its chunks must be added too.</summary>
    public void Add(Part part) => store.Guard(() =>
    {
        var id = Convert.ToInt64(connection.Command(transaction, Statement.Text("next-part")).ExecuteScalar());
        var details = new PartDetails(part.Reader, part.Parameters, part.Papers, part.Sheets, part.Notes, part.CompiledFrom);
        connection.Command(
            transaction,
            Statement.Text("add-part"),
            ("id", (int)id),
            ("dataset", part.Revision.Dataset),
            ("source", part.Revision.Source),
            ("release", part.Revision.Release),
            ("file_name", part.File.Name),
            ("file_sha256", part.File.Sha256),
            ("file_bytes", part.File.Bytes),
            ("observations", part.Observations),
            ("imported_at", part.ImportedAt.ToString("O")),
            ("details", JsonSerializer.Serialize(details, StorageJson.Default.PartDetails))).ExecuteNonQuery();
        for (var place = 0; place < part.Chunks.Count; place++)
            connection.Command(transaction, Statement.Text("add-part-chunk"), ("part", (int)id), ("place", place), ("hash", part.Chunks[place])).ExecuteNonQuery();
        return true;
    });

    /// <summary>Adds a chunk; one that is there already is left as it is.</summary>
    public void Add(ObservationChunk chunk) => store.Guard(() =>
        connection.Command(transaction, Statement.Text("add-chunk"), ("hash", chunk.Hash), ("bytes", chunk.Bytes)).ExecuteNonQuery());

    /// <summary>Keeps everything added.</summary>
    public void Commit() => store.Guard(() =>
    {
        transaction.Commit();
        return true;
    });

    /// <summary>Ends the transaction; without <see cref="Commit"/> it leaves nothing behind.</summary>
    public void Dispose()
    {
        engine.End(connection, transaction);
        connection.Dispose();
    }
}
