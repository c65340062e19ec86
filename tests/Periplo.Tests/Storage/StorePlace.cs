using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Storage;

/// <summary>A place of its own for the store of one test, gone with it.</summary>
internal abstract class StorePlace : IDisposable
{
    /// <summary>What <see cref="Store.Open"/> takes.</summary>
    public abstract string Location { get; }

    /// <summary>A place on the engine with this name.</summary>
    public static StorePlace On(string engine) => engine == "SQLite" ? new SqlitePlace() : new PostgresPlace();

    public Store Open() => Store.Open(Location);

    /// <summary>Runs a statement behind the store's back.</summary>
    public object? Execute(string statement)
    {
        using var connection = Connected();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of the tests.
        command.CommandText = statement;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    /// <summary>A connection behind the store's back.</summary>
    public DbConnection Connected()
    {
        var connection = Connect();
        connection.Open();
        return connection;
    }

    public abstract void Dispose();

    protected abstract DbConnection Connect();
}

internal sealed class SqlitePlace : StorePlace
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("periplo-store-").FullName;

    public override string Location => Path.Combine(Folder, "periplo.db");

    public override void Dispose()
    {
        Close();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Closes the connections the store keeps open, and no others: tests of other stores run beside.</summary>
    public void Close()
    {
        foreach (var mode in new[] { SqliteOpenMode.ReadWriteCreate, SqliteOpenMode.ReadWrite })
        {
            using var kept = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Location, Mode = mode, ForeignKeys = true }.ConnectionString);
            SqliteConnection.ClearPool(kept);
        }
    }

    protected override DbConnection Connect() => new SqliteConnection($"Data Source={Location};Pooling=False");
}

/// <summary>A schema in the database that PERIPLO_TEST_POSTGRES names.</summary>
internal sealed class PostgresPlace : StorePlace
{
    private readonly string schema = $"t{Guid.NewGuid():N}";

    public PostgresPlace()
    {
        Location = $"{Server()};Search Path={schema}";
        using var connection = new NpgsqlConnection(Server());
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE SCHEMA {schema}", connection);
        command.ExecuteNonQuery();
    }

    public override string Location { get; }

    /// <summary>The connection string; without one the test is skipped, and fails where nothing may be missing.</summary>
    public static string Server()
    {
        if (Environment.GetEnvironmentVariable("PERIPLO_TEST_POSTGRES") is { Length: > 0 } server)
            return server;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail("PostgreSQL must be there: PERIPLO_TEST_POSTGRES is not set.");
        Assert.Skip("PostgreSQL absent");
        return "";
    }

    public override void Dispose()
    {
        using var connection = new NpgsqlConnection(Location);
        connection.Open();
        using (var command = new NpgsqlCommand($"DROP SCHEMA {schema} CASCADE", connection))
            command.ExecuteNonQuery();
        NpgsqlConnection.ClearPool(connection);
    }

    protected override DbConnection Connect() => new NpgsqlConnection(Location);
}
