using Periplo.Registers;

namespace Periplo.Storage;

public sealed partial class StoreWriter
{
    /// <summary>Every account as this transaction sees it.</summary>
    public IReadOnlyList<Account> Accounts() => store.Guard(() => Store.Accounts(connection, transaction, name: null));

    /// <summary>An account as this transaction sees it, or null.</summary>
    public Account? Account(string name) => store.Guard(() => Store.Accounts(connection, transaction, name).SingleOrDefault());

    /// <summary>Sessions of an account as this transaction sees them.</summary>
    public IReadOnlyList<Session> Sessions(string account) => store.Guard(() => Store.Rows(connection, transaction, "sessions", Store.Session, ("account", account)));

    /// <summary>API tokens of an account as this transaction sees them.</summary>
    public IReadOnlyList<ApiToken> Tokens(string account) => store.Guard(() => Store.Rows(connection, transaction, "tokens", Store.Token, ("account", account)));

    /// <summary>Keeps an account, new or changed; its roles are given by <see cref="Give"/>.</summary>
    public void Put(Account account) => Execute(
        "put-account", ("name", account.Name), ("password_hash", (object?)account.PasswordHash ?? DBNull.Value), ("factor", (object?)account.Factor ?? DBNull.Value),
        ("factor_step", account.FactorStep), ("created", Store.Written(account.Created)), ("closed", Optional(account.Closed)), ("failed", account.Failed), ("locked_until", Optional(account.LockedUntil)));

    /// <summary>Gives an account a role in a register; <see cref="Role.None"/> takes it away.</summary>
    public void Give(string account, string register, Role role)
    {
        if (role == Role.None)
            Execute("take-role", ("account", account), ("register", register));
        else
            Execute("put-role", ("account", account), ("register", register), ("role", Store.WordOf(role)));
    }

    /// <summary>Keeps a new session, or that a session was revoked.</summary>
    public void Put(Session session) => Execute(
        "put-session", ("hash", session.Hash), ("account", session.Account), ("created", Store.Written(session.Created)), ("last_seen", Store.Written(session.LastSeen)),
        ("expires", Store.Written(session.Expires)), ("revoked", Optional(session.Revoked)), ("agent", session.Agent));

    /// <summary>Keeps a new API token, or that one was revoked.</summary>
    public void Put(ApiToken token) => Execute(
        "put-token", ("hash", token.Hash), ("account", token.Account), ("name", token.Name), ("ceiling", Store.WordOf(token.Ceiling)),
        ("created", Store.Written(token.Created)), ("expires", Store.Written(token.Expires)), ("revoked", Optional(token.Revoked)));

    /// <summary>Forgets sessions and API tokens that ended before a time; the log still tells of them.</summary>
    public void Forget(DateTimeOffset before)
    {
        Execute("forget-sessions", ("before", Store.Written(before)));
        Execute("forget-tokens", ("before", Store.Written(before)));
    }

    /// <summary>Puts new recovery codes in the place of those an account had.</summary>
    /// <param name="account">The account.</param>
    /// <param name="hashes">Hashes of the codes; none to leave it without.</param>
    public void PutRecoveryCodes(string account, IEnumerable<string> hashes)
    {
        Execute("forget-recovery-codes", ("account", account));
        foreach (var hash in hashes)
            PutRecoveryCode(account, hash);
    }

    internal void PutRecoveryCode(string account, string hash) => Execute("put-recovery-code", ("account", account), ("hash", hash));

    internal void PutProtectionKey(string id, string xml) => Execute("put-protection-key", ("id", id), ("xml", xml));

    /// <summary>Uses up a recovery code.</summary>
    /// <returns>False where the account has none with this hash.</returns>
    public bool UseRecoveryCode(string account, string hash) => Execute("use-recovery-code", ("account", account), ("hash", hash)) > 0;

    /// <summary>Lets whoever shows a token choose the password of an account, or make the first one.</summary>
    /// <param name="hash">Hash of the token.</param>
    /// <param name="account">The account; empty for the first.</param>
    /// <param name="expires">Until when.</param>
    public void PutSetUp(string hash, string account, DateTimeOffset expires) => Execute("put-setup", ("hash", hash), ("account", account), ("expires", Store.Written(expires)));

    /// <summary>For which account a token is and until when; null where there is none with this hash.</summary>
    public (string Account, DateTimeOffset Expires)? SetUp(string hash) => store.Guard<(string, DateTimeOffset)?>(() =>
        Store.Rows(connection, transaction, "setup", reader => (reader.GetString(0), DateTimeOffset.Parse(reader.GetString(1))), ("hash", hash)) is [var row] ? row : null);

    /// <summary>Uses up all set-up tokens of an account; empty for those of the first run.</summary>
    public void UseSetUp(string account) => Execute("use-setup", ("account", account));

    private static object Optional(DateTimeOffset? at) => at is { } time ? Store.Written(time) : DBNull.Value;

    private int Execute(string statement, params (string Name, object Value)[] parameters) =>
        store.Guard(() => connection.Command(transaction, Statement.Text(statement), parameters).ExecuteNonQuery());
}
