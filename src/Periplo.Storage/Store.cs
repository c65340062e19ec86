using System.Data.Common;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Storage;

/// <summary>
/// The store: a catalogue of parts and their observation chunks, and the log of registers and accounts, in a SQLite file
/// or a PostgreSQL database. What is in them never changes; they only grow.
/// </summary>
public sealed partial class Store
{
    private const int Format = 3;

    private readonly Engine engine;

    private Store(Engine engine, string location) => (this.engine, Location) = (engine, location);

    /// <summary>The location it was opened with: a file or a connection, which may hold a password.</summary>
    public string Location { get; }

    /// <summary>Where it is, for messages: a file name, or host and database without password.</summary>
    public string Place => engine.Place;

    /// <summary>Opens the store, and makes it where there is none.</summary>
    /// <param name="location">A file, or a PostgreSQL connection string (<c>Host=…</c>) or address (<c>postgres://…</c>).</param>
    /// <exception cref="StoreException">It cannot be opened or is of a later format.</exception>
    public static Store Open(string location)
    {
        var store = new Store(Engine.For(location), location);
        store.Guard(() =>
        {
            using var connection = store.engine.Connect(create: true);
            // Whoever writes holds locks that making the schema anew would wait for, so it is made only where it is not there.
            var format = FormatOf(store.engine, connection);
            if (format > Format)
            {
                throw new StoreException(new Text(
                    $"El almacén {store.Place} es de una versión posterior de Periplo (formato {format}). Actualice el programa.",
                    $"The store {store.Place} is of a later version of Periplo (format {format}). Update the program.",
                    $"L’entrepôt {store.Place} est d’une version ultérieure de Periplo (format {format}). Mettez le programme à jour."));
            }

            if (format < Format)
                MakeSchema(store.engine, connection);
            return true;
        });
        return store;
    }

    /// <summary>Every part, in the order of import.</summary>
    public IReadOnlyList<Part> Parts() => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Parts(connection, transaction: null);
    });

    /// <summary>A chunk by its content hash.</summary>
    /// <exception cref="StoreException">The store does not have it.</exception>
    public ObservationChunk Chunk(string hash) => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Chunk(connection, transaction: null, hash);
    });

    /// <summary>The parts of one revision put together; null when there are none.</summary>
    public Dataset? Load(DatasetDefinition definition, Revision revision) => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Load(connection, transaction: null, definition, revision);
    });

    /// <summary>Begins to write. Writers wait for each other; readers do not wait.</summary>
    public StoreWriter BeginWrite() => Guard(() =>
    {
        var connection = engine.Connect(create: false);
        try
        {
            var transaction = connection.BeginTransaction();
            if (engine.WriterLock.Length > 0)
                connection.Command(transaction, engine.WriterLock).ExecuteNonQuery();
            return new StoreWriter(this, engine, connection, transaction);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    internal static Dataset? Load(DbConnection connection, DbTransaction? transaction, DatasetDefinition definition, Revision revision)
    {
        var parts = Parts(connection, transaction).Where(part => part.Revision == revision).ToList();
        return parts.Count == 0 ? null : Dataset.Assemble(definition, parts, hash => Chunk(connection, transaction, hash));
    }

    internal static List<Part> Parts(DbConnection connection, DbTransaction? transaction)
    {
        var parts = new List<Part>();
        var chunks = new List<string>();
        var last = -1L;
        using var reader = connection.Command(transaction, Statement.Text("parts")).ExecuteReader();
        while (reader.Read())
        {
            if (reader.IsDBNull(0) || reader.GetInt64(0) != last)
            {
                parts.Add(Read(reader, chunks = []));
                last = reader.GetInt64(0);
            }

            if (!reader.IsDBNull(10))
                chunks.Add(reader.GetString(10));
        }

        return parts;
    }

    internal static ObservationChunk Chunk(DbConnection connection, DbTransaction? transaction, string hash)
    {
        using var command = connection.Command(transaction, Statement.Text("chunk"), ("hash", hash));
        return command.ExecuteScalar() is byte[] bytes
            ? new(hash, bytes)
            : throw new StoreException(new Text($"El almacén no tiene el bloque {hash}. Restaure una copia.", $"The store lacks chunk {hash}. Restore a copy.", $"L’entrepôt n’a pas le bloc {hash}. Restaurez une copie."));
    }

    /// <summary>Runs work on the engine and says its failures in the user's words.</summary>
    internal T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (engine.Explain(error) is { } explanation)
        {
            throw new StoreException(explanation, error);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or FormatException or InvalidCastException or OverflowException)
        {
            throw new StoreException(new Text($"El almacén {Place} está dañado: {error.Message} Restaure una copia.", $"The store {Place} is damaged: {error.Message} Restore a copy.", $"L’entrepôt {Place} est endommagé : {error.Message} Restaurez une copie."), error);
        }
    }

    /// <summary>The format of a store; 0 where there is none yet.</summary>
    private static int FormatOf(Engine engine, DbConnection connection)
    {
        if (Convert.ToInt32(connection.Command(null, engine.SchemaIsThere).ExecuteScalar()) == 0)
            return 0;
        var format = connection.Command(null, Statement.Text("format")).ExecuteScalar();
        return format is null or DBNull ? 0 : Convert.ToInt32(format);
    }

    private static void MakeSchema(Engine engine, DbConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        if (engine.SchemaLock.Length > 0)
            connection.Command(transaction, engine.SchemaLock).ExecuteNonQuery();
        connection.Command(transaction, Statement.Text("schema").Replace("{blob}", engine.BlobType, StringComparison.Ordinal)).ExecuteNonQuery();
        transaction.Commit();
    }

    private static Part Read(DbDataReader reader, IReadOnlyList<string> chunks)
    {
        for (var column = 0; column < 10; column++)
        {
            if (reader.IsDBNull(column))
                throw new InvalidDataException($"A part has no {reader.GetName(column)}.");
        }

        var details = JsonSerializer.Deserialize(reader.GetString(9), StorageJson.Default.PartDetails)
            ?? throw new InvalidDataException("A part has no details.");
        return new(
            new(reader.GetString(1), reader.GetString(2), reader.GetString(3)),
            new(reader.GetString(4), reader.GetString(5), reader.GetInt64(6)),
            details.Reader,
            details.Parameters,
            details.Papers,
            reader.GetInt32(7),
            details.Sheets,
            details.Notes,
            details.CompiledFrom,
            DateTimeOffset.Parse(reader.GetString(8)),
            chunks);
    }
}
