using System.Data.Common;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Npgsql;
using Periplo.Languages;

namespace Periplo.Storage;

/// <summary>All that differs between the two database engines. Every statement of <c>Sql/</c> runs unchanged on both.</summary>
internal abstract class Engine
{
    /// <summary>Name for messages, without secrets.</summary>
    public abstract string Place { get; }

    /// <summary>The file the store is; null when it is on a server.</summary>
    public virtual string? File => null;

    /// <summary>The engine's type for bytes.</summary>
    public abstract string BlobType { get; }

    /// <summary>Statement that makes writers wait for each other within a transaction; empty when beginning one does.</summary>
    public abstract string WriterLock { get; }

    /// <summary>Statement that makes creators of the schema wait for each other; empty when beginning a transaction does.</summary>
    public abstract string SchemaLock { get; }

    /// <summary>Statement that counts the tables that say which format a store is of: none where there is no store yet.</summary>
    public abstract string SchemaIsThere { get; }

    /// <summary>The engine for a location: a PostgreSQL connection string or address, else a file.</summary>
    public static Engine For(string location)
    {
        // SQLite would take these for a database that is gone with the process.
        if (string.IsNullOrWhiteSpace(location) || location == ":memory:")
        {
            throw new StoreException(new Text(
                "No se dijo dónde está el almacén. Dé un archivo o una conexión de PostgreSQL con --store.",
                "It is not said where the store is. Name a file or a PostgreSQL connection with --store.",
                "Il n’est pas dit où est l’entrepôt. Donnez un fichier ou une connexion PostgreSQL par --store."));
        }

        if (location.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || location.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
            return new PostgreSql(FromAddress(location));
        return location.Contains("Host=", StringComparison.OrdinalIgnoreCase) || location.Contains("Server=", StringComparison.OrdinalIgnoreCase)
            ? new PostgreSql(location)
            : new SqliteFile(location);
    }

    /// <summary>An open connection.</summary>
    /// <param name="create">Whether to make the store when there is none.</param>
    public abstract DbConnection Connect(bool create);

    /// <summary>Ends a transaction; one that was not committed leaves nothing behind, whatever happened to it.</summary>
    public abstract void End(DbConnection connection, DbTransaction transaction);

    /// <summary>What a failure of the engine means for the user; null for a failure of the program.</summary>
    public abstract Text? Explain(Exception error);

    /// <summary>The connection string of <c>postgres://user:password@host:port/database?Keyword=value</c>; keywords are those of Npgsql.</summary>
    private static string FromAddress(string location)
    {
        if (!Uri.TryCreate(location, UriKind.Absolute, out var address))
            throw NotUnderstood(null);
        var user = address.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : 5432,
            Database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/')),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        foreach (var setting in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = setting.Split('=', 2);
            try
            {
                parts[Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair[^1]);
            }
            catch (ArgumentException error)
            {
                throw NotUnderstood(error);
            }
        }

        return parts.ConnectionString;
    }

    private static StoreException NotUnderstood(Exception? error) => new(
        new Text(
            "La cadena de conexión de PostgreSQL no se entiende. Ejemplo: Host=localhost;Database=periplo;Username=periplo",
            "The PostgreSQL connection string is not understood. Example: Host=localhost;Database=periplo;Username=periplo",
            "La chaîne de connexion PostgreSQL ne se comprend pas. Exemple : Host=localhost;Database=periplo;Username=periplo"),
        error);

    private sealed class SqliteFile(string file) : Engine
    {
        private static readonly Lazy<bool> Library = new(UseSystemLibrary);

        public override string Place => file;

        public override string? File => file;

        public override string BlobType => "BLOB";

        public override string WriterLock => "";

        public override string SchemaLock => "";

        public override string SchemaIsThere => "SELECT COUNT(*) FROM sqlite_master WHERE name = 'store_format'";

        public override DbConnection Connect(bool create)
        {
            _ = Library.Value;
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
                ForeignKeys = true,
            }.ConnectionString);
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
            pragmas.ExecuteNonQuery();
            return connection;
        }

        public override void End(DbConnection connection, DbTransaction transaction)
        {
            try
            {
                transaction.Dispose();
            }
            catch (SqliteException)
            {
                // On a full disk SQLite rolls back by itself and then refuses to do it again; give it something to roll back.
                connection.Command(transaction, "BEGIN").ExecuteNonQuery();
                transaction.Dispose();
            }
        }

        public override Text? Explain(Exception error) => error is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
        {
            5 or 6 => new($"El almacén {file} está ocupado por otro proceso. Espere a que termine e inténtelo de nuevo.", $"The store {file} is busy with another process. Wait for it to end and try again.", $"L’entrepôt {file} est occupé par un autre processus. Attendez la fin et réessayez."),
            8 => new($"El almacén {file} es de solo lectura. Cambie los permisos o elija otro con --store.", $"The store {file} is read-only. Change its permissions or choose another with --store.", $"L’entrepôt {file} est en lecture seule. Changez les permissions ou choisissez-en un autre par --store."),
            10 or 13 => new($"No se pudo escribir en {file}: el disco está lleno o falla. No se guardó nada de esta operación; libere espacio e inténtelo de nuevo.", $"Could not write to {file}: the disk is full or failing. Nothing of this operation was kept; free some space and try again.", $"Écriture impossible dans {file} : le disque est plein ou défaillant. Rien de cette opération n’a été enregistré ; libérez de l’espace et réessayez."),
            14 => new($"No se puede abrir el almacén {file}: revise que la carpeta exista y sus permisos.", $"The store {file} cannot be opened: check that the folder exists and its permissions.", $"L’entrepôt {file} ne peut pas être ouvert : vérifiez que le dossier existe, et ses permissions."),
            // 1: the tables are not those of a store.
            1 or 11 or 20 or 26 => new($"{file} no es un almacén de Periplo o está dañado. Restaure una copia con «periplo restore» o elija otro con --store.", $"{file} is not a Periplo store or is damaged. Restore a copy with \"periplo restore\" or choose another with --store.", $"{file} n’est pas un entrepôt de Periplo ou est endommagé. Restaurez une copie par « periplo restore » ou choisissez-en un autre par --store."),
            _ => null,
        };

        /// <summary>Takes SQLite from the operating system: it is newer than the one the provider could bring, and is kept up to date.</summary>
        private static bool UseSystemLibrary()
        {
            var name = OperatingSystem.IsWindows() ? "winsqlite3.dll" : OperatingSystem.IsMacOS() ? "libsqlite3.dylib" : "libsqlite3.so.0";
            NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (wanted, _, _) =>
                wanted == "e_sqlite3" && NativeLibrary.TryLoad(name, out var library) ? library : 0);
            try
            {
                SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
                var version = Version.Parse(SQLitePCL.raw.sqlite3_libversion().utf8_to_string());
                if (version < new Version(3, 37))
                {
                    throw new StoreException(new Text(
                        $"Hace falta SQLite 3.37 o posterior; el sistema tiene {version}.",
                        $"SQLite 3.37 or later is needed; the system has {version}.",
                        $"Il faut SQLite 3.37 ou ultérieur ; le système a {version}."));
                }
            }
            catch (DllNotFoundException error)
            {
                throw new StoreException(
                    new Text(
                        $"Falta la biblioteca {name} de SQLite. En Debian o Ubuntu: apt-get install libsqlite3-0",
                        $"The SQLite library {name} is missing. On Debian or Ubuntu: apt-get install libsqlite3-0",
                        $"La bibliothèque {name} de SQLite manque. Sous Debian ou Ubuntu : apt-get install libsqlite3-0"),
                    error);
            }

            return true;
        }
    }

    private sealed class PostgreSql : Engine
    {
        private readonly string connectionString;

        public PostgreSql(string connectionString)
        {
            try
            {
                var parts = new NpgsqlConnectionStringBuilder(connectionString);
                if (string.IsNullOrEmpty(parts.Host))
                    throw NotUnderstood(null);
                Place = $"PostgreSQL {parts.Host}:{parts.Port}/{parts.Database}";
                this.connectionString = parts.ConnectionString;
            }
            catch (ArgumentException error)
            {
                throw NotUnderstood(error);
            }
        }

        public override string Place { get; }

        public override string BlobType => "BYTEA";

        public override string WriterLock => "LOCK TABLE part IN SHARE ROW EXCLUSIVE MODE";

        public override string SchemaLock => "SELECT pg_advisory_xact_lock(7238261455)";

        public override string SchemaIsThere => "SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('store_format')";

        public override DbConnection Connect(bool create)
        {
            var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            return connection;
        }

        public override void End(DbConnection connection, DbTransaction transaction)
        {
            try
            {
                transaction.Dispose();
            }
            catch (NpgsqlException)
            {
                // The connection broke: the server has rolled back.
            }
        }

        public override Text? Explain(Exception error) => error switch
        {
            PostgresException { SqlState: "53100" } => new($"El disco de {Place} está lleno. No se guardó nada de esta operación.", $"The disk of {Place} is full. Nothing of this operation was kept.", $"Le disque de {Place} est plein. Rien de cette opération n’a été enregistré."),
            PostgresException postgres => new($"{Place} respondió: {postgres.MessageText}", $"{Place} answered: {postgres.MessageText}", $"{Place} a répondu : {postgres.MessageText}"),
            NpgsqlException { InnerException: TimeoutException } => new($"{Place} no respondió a tiempo: quizá está ocupado con otra escritura. Espere a que termine e inténtelo de nuevo.", $"{Place} did not answer in time: it may be busy with another writer. Wait for it to end and try again.", $"{Place} n’a pas répondu à temps : une autre écriture l’occupe peut-être. Attendez la fin et réessayez."),
            NpgsqlException or SocketException or TimeoutException => new($"No se puede hablar con {Place}. Revise que el servidor esté en marcha y la cadena de conexión.", $"{Place} cannot be reached. Check that the server is running and the connection string.", $"Impossible de joindre {Place}. Vérifiez que le serveur est en marche, et la chaîne de connexion."),
            _ => null,
        };
    }
}
