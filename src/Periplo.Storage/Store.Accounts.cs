using System.Data.Common;
using Periplo.Registers;

namespace Periplo.Storage;

public sealed partial class Store
{
    /// <summary>Every account, by name.</summary>
    public IReadOnlyList<Account> Accounts() => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Accounts(connection, transaction: null, name: null);
    });

    /// <summary>An account, or null.</summary>
    public Account? Account(string name) => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Accounts(connection, transaction: null, name).SingleOrDefault();
    });

    /// <summary>A session by its hash and the account it is of, or null.</summary>
    public (Session Session, Account Account)? Session(string hash) => Guard<(Session, Account)?>(() =>
    {
        using var connection = engine.Connect(create: false);
        return Rows(connection, null, "session", Session, ("hash", hash)) is [var session] ? (session, Accounts(connection, null, session.Account).Single()) : null;
    });

    /// <summary>Sessions of an account, also those that ended, last used first.</summary>
    public IReadOnlyList<Session> Sessions(string account) => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Rows(connection, null, "sessions", Session, ("account", account));
    });

    /// <summary>An API token by its hash and the account it acts for, or null.</summary>
    public (ApiToken Token, Account Account)? Token(string hash) => Guard<(ApiToken, Account)?>(() =>
    {
        using var connection = engine.Connect(create: false);
        return Rows(connection, null, "token", Token, ("hash", hash)) is [var token] ? (token, Accounts(connection, null, token.Account).Single()) : null;
    });

    /// <summary>API tokens of an account, also those that ended, newest first.</summary>
    public IReadOnlyList<ApiToken> Tokens(string account) => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Rows(connection, null, "tokens", Token, ("account", account));
    });

    /// <summary>How many recovery codes an account has left.</summary>
    public int RecoveryCodes(string account) => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Convert.ToInt32(connection.Command(null, Statement.Text("recovery-codes"), ("account", account)).ExecuteScalar());
    });

    /// <summary>Notes that a session is in use. Does not wait for a writer: what it misses it makes good the next time.</summary>
    public void Touch(string session, DateTimeOffset at)
    {
        try
        {
            Guard(() =>
            {
                using var connection = engine.Connect(create: false);
                using var command = connection.Command(null, Statement.Text("touch-session"), ("hash", session), ("last_seen", Written(at)));
                command.CommandTimeout = 1;
                return command.ExecuteNonQuery();
            });
        }
        catch (StoreException)
        {
            // The store is busy with an import, or is read-only: the session goes on without.
        }
    }

    /// <summary>The keys that seal forms and second factors, as XML.</summary>
    public IReadOnlyList<string> ProtectionKeys() => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return Rows(connection, null, "protection-keys", reader => reader.GetString(0));
    });

    /// <summary>Keeps a key that seals; one of the same id is left as it is.</summary>
    public void AddProtectionKey(string id, string xml) => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return connection.Command(null, Statement.Text("put-protection-key"), ("id", id), ("xml", xml)).ExecuteNonQuery();
    });

    internal AccountsBackup AccountsBackup() => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        // One transaction, so that what belongs together is of one moment.
        using var transaction = connection.BeginTransaction();
        return new AccountsBackup(
            Accounts(connection, transaction, name: null),
            Rows(connection, transaction, "recovery-code-hashes", reader => new RecoveryCode(reader.GetString(0), reader.GetString(1))),
            Rows(connection, transaction, "all-tokens", Token),
            Rows(connection, transaction, "protection-keys", reader => new ProtectionKey(reader.GetString(1), reader.GetString(0))));
    });

    internal static List<Account> Accounts(DbConnection connection, DbTransaction? transaction, string? name)
    {
        using var reader = name is null
            ? connection.Command(transaction, Statement.Text("accounts")).ExecuteReader()
            : connection.Command(transaction, Statement.Text("account"), ("name", name)).ExecuteReader();
        var accounts = new List<Account>();
        var roles = new Dictionary<string, Role>();
        while (reader.Read())
        {
            if (accounts.Count == 0 || accounts[^1].Name != reader.GetString(0))
            {
                accounts.Add(new(
                    reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetInt64(3),
                    Read(reader, 4)!.Value, Read(reader, 5), reader.GetInt32(6), Read(reader, 7), roles = []));
            }

            if (!reader.IsDBNull(8))
                roles.Add(reader.GetString(8), RoleOf(reader.GetString(9)));
        }

        return accounts;
    }

    internal static List<T> Rows<T>(DbConnection connection, DbTransaction? transaction, string statement, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var reader = connection.Command(transaction, Statement.Text(statement), parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    internal static Session Session(DbDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), Read(reader, 2)!.Value, Read(reader, 3)!.Value, Read(reader, 4)!.Value, Read(reader, 5), reader.GetString(6));

    internal static ApiToken Token(DbDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetString(2), RoleOf(reader.GetString(3)), Read(reader, 4)!.Value, Read(reader, 5)!.Value, Read(reader, 6));

    /// <summary>A time such that texts sort as times do.</summary>
    internal static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("O");

    /// <summary>A role's word in the store and the log.</summary>
    internal static string WordOf(Role role) => role.ToString().ToLowerInvariant();

    private static Role RoleOf(string word) => Enum.TryParse<Role>(word, ignoreCase: true, out var role) && Enum.IsDefined(role)
        ? role
        : throw new InvalidDataException($"There is no role {word}.");

    private static DateTimeOffset? Read(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : DateTimeOffset.Parse(reader.GetString(column));
}
