using System.Data.Common;
using System.Text.Json;

namespace Periplo.Storage;

public sealed partial class Store
{
    /// <summary>What is remembered of every remote that figures are collected from, by id.</summary>
    public IReadOnlyList<RemoteState> Remotes() => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Remotes(connection, transaction: null);
    });

    internal static List<RemoteState> Remotes(DbConnection connection, DbTransaction? transaction) => Rows(
        connection, transaction, "remotes",
        reader => JsonSerializer.Deserialize(reader.GetString(0), StorageJson.Default.RemoteState) ?? throw new InvalidDataException("A remote is nothing."));
}
