using Periplo.Registers;
using Periplo.Storage;

namespace Periplo.Observatory;

public sealed partial class Accounts
{
    /// <summary>Attempts before an account waits.</summary>
    public const int Attempts = 5;

    private const string SignInPurpose = "sign-in";
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Signs in with a password.</summary>
    /// <param name="name">Name of the account.</param>
    /// <param name="password">Its password.</param>
    /// <param name="agent">What the browser calls itself.</param>
    /// <exception cref="SignInRefusedException">Refused, for whatever reason.</exception>
    public SignInStep SignIn(string name, string password, string agent)
    {
        var known = store.Account(Normal(name));
        var right = Passwords.Verify(known?.PasswordHash, password);
        using var writer = store.BeginWrite();
        var now = clock.GetUtcNow();
        var account = writer.Account(Normal(name));
        // Unknown, closed and waiting accounts are refused alike, without an entry in the log: no one shall be able to fill it.
        if (account is not { Closed: null, PasswordHash: not null } || account.LockedUntil > now)
            throw new SignInRefusedException();
        if (!right || account.PasswordHash != known?.PasswordHash)
            throw Failed(writer, account, now);
        return account.Factor is null
            ? new(Begin(writer, account, now, agent), null)
            : new(null, Seal(SignInPurpose, string.Join('\n', account.Name, $"{(now + CodeLasts).UtcTicks}", Secret.HashOf(account.PasswordHash))));
    }

    /// <summary>The second step of a sign-in, for an account that has a second factor.</summary>
    /// <param name="step">What <see cref="SignIn"/> gave.</param>
    /// <param name="code">A code of the authenticator app, or a recovery code.</param>
    /// <param name="agent">What the browser calls itself.</param>
    /// <returns>The session's token.</returns>
    /// <exception cref="SignInRefusedException">Refused, for whatever reason.</exception>
    public string SignInWithCode(string step, string code, string agent)
    {
        using var writer = store.BeginWrite();
        var now = clock.GetUtcNow();
        if (Unseal(SignInPurpose, step)?.Split('\n') is not [var name, var until, var stamp] || long.Parse(until) <= now.UtcTicks)
            throw new SignInRefusedException();
        var account = writer.Account(name);
        if (account is not { Closed: null, PasswordHash: not null, Factor: not null } || account.LockedUntil > now || Secret.HashOf(account.PasswordHash) != stamp)
            throw new SignInRefusedException();
        account = UseCode(writer, account, code, now) ?? throw Failed(writer, account, now);
        return Begin(writer, account, now, agent);
    }

    /// <summary>Who shows a session's token; null where it is unknown, too old, revoked or its account closed.</summary>
    public SignedIn? Session(string token)
    {
        if (store.Session(Secret.HashOf(token)) is not var (session, account))
            return null;
        var now = clock.GetUtcNow();
        if (!IsAlive(session, now) || account.Closed is not null)
            return null;
        if (now - session.LastSeen >= TouchEvery)
            store.Touch(session.Hash, now);
        return new(account.Person, session);
    }

    /// <summary>Ends the session of a token.</summary>
    public void SignOut(SignedIn signedIn)
    {
        using var writer = store.BeginWrite();
        var now = clock.GetUtcNow();
        if (EndSessions(writer, signedIn.Person.Name, signedIn.Person.Name, now, session => session.Hash == signedIn.Session.Hash, AccountDeed.SignedOut) > 0)
            writer.Commit();
    }

    /// <summary>The sessions of the person's account that are alive, last used first.</summary>
    public IReadOnlyList<Session> Sessions(Person person)
    {
        var now = clock.GetUtcNow();
        return [.. store.Sessions(person.Name).Where(session => IsAlive(session, now))];
    }

    /// <summary>Ends one session of the person's own.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="hash">The session.</param>
    public void Revoke(Person person, string hash) => Revoke(person, person.Name, session => session.Hash == hash);

    /// <summary>Ends all sessions of the person's own but one.</summary>
    public void RevokeOthers(Person person, string exceptHash) => Revoke(person, person.Name, session => session.Hash != exceptHash);

    /// <summary>Ends all sessions and API tokens of an account, for an administrator.</summary>
    public void RevokeAll(Person by, string name)
    {
        using var writer = store.BeginWrite();
        DemandAdministrator(writer, by, Person.Everywhere);
        var account = Known(writer, name);
        EndAll(writer, account, clock.GetUtcNow());
        writer.Append([Item(by.Name, LogAction.AccessChanged, account.Name, state: AccountDeed.SessionsEnded)]);
        writer.Commit();
    }

    /// <summary>Changes the person's own password and ends the other sessions.</summary>
    /// <param name="signedIn">Whose, and the session that goes on.</param>
    /// <param name="password">The present password.</param>
    /// <param name="next">The new one.</param>
    /// <exception cref="SignInRefusedException">The present password is not right; it counts as a refused sign-in.</exception>
    /// <exception cref="AccountException">The new one will not do.</exception>
    public void ChangePassword(SignedIn signedIn, string password, string next)
    {
        Passwords.Check(signedIn.Person.Name, next);
        var hash = Passwords.HashOf(next);
        Proven(signedIn.Person, password, (writer, account, now) =>
        {
            writer.Put(account with { PasswordHash = hash, Failed = 0 });
            writer.Append([Item(account.Name, LogAction.AccountChanged, account.Name, state: AccountDeed.PasswordChosen)]);
            EndSessions(writer, account.Name, account.Name, now, session => session.Hash != signedIn.Session.Hash);
            return true;
        });
    }

    /// <summary>Does something that a stolen session alone must not be able to: the password is asked for again.</summary>
    private T Proven<T>(Person person, string password, Func<StoreWriter, Account, DateTimeOffset, T> work)
    {
        var known = Account(person.Name);
        var right = Passwords.Verify(known.PasswordHash, password);
        using var writer = store.BeginWrite();
        var now = clock.GetUtcNow();
        var account = Open(writer, person.Name);
        if (account.LockedUntil > now)
            throw new SignInRefusedException();
        if (!right || account.PasswordHash != known.PasswordHash)
            throw Failed(writer, account, now);
        var done = work(writer, account, now);
        writer.Commit();
        return done;
    }

    private void Revoke(Person by, string account, Func<Session, bool> which)
    {
        using var writer = store.BeginWrite();
        if (EndSessions(writer, by.Name, account, clock.GetUtcNow(), which) > 0)
            writer.Commit();
    }

    /// <summary>Counts a refusal; every fifth makes the account wait, each time twice as long.</summary>
    private SignInRefusedException Failed(StoreWriter writer, Account account, DateTimeOffset now)
    {
        var failed = account.Failed + 1;
        var waits = failed % Attempts == 0;
        var wait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Clamp((failed / Attempts) - 1, 0, 16)));
        writer.Put(account with { Failed = failed, LockedUntil = waits ? now + wait : null });
        writer.Append([Item(account.Name, LogAction.SignInRefused, account.Name, state: waits ? AccountDeed.Locked : null)]);
        writer.Commit();
        return new();
    }

    private string Begin(StoreWriter writer, Account account, DateTimeOffset now, string agent)
    {
        var token = Secret.New();
        writer.Forget(now - Kept);
        writer.Put(account with { Failed = 0, LockedUntil = null });
        writer.Put(new Session(Secret.HashOf(token), account.Name, now, now, now + Longest, Revoked: null, Shortened(agent)));
        writer.Append([Item(account.Name, LogAction.SignedIn, account.Name)]);
        writer.Commit();
        return token;
    }

    private int EndSessions(StoreWriter writer, string by, string account, DateTimeOffset now, Func<Session, bool> which, string deed = AccountDeed.SessionsEnded)
    {
        var ended = writer.Sessions(account).Where(session => IsAlive(session, now) && which(session)).ToList();
        foreach (var session in ended)
            writer.Put(session with { Revoked = now });
        if (ended.Count > 0)
            writer.Append([Item(by, LogAction.AccessChanged, account, state: deed)]);
        return ended.Count;
    }

    private static bool IsAlive(Session session, DateTimeOffset now) => session.Revoked is null && now < session.Expires && now < session.LastSeen + Idle;

    private static string Shortened(string agent)
    {
        var clean = new string([.. agent.Where(letter => !char.IsControl(letter))]);
        return clean.Length <= 120 ? clean : clean[..120];
    }
}

/// <summary>What a password led to: a session, or the second step.</summary>
/// <param name="Session">The session's token; null when a code is still asked for.</param>
/// <param name="Next">What the second step must bring back with the code; null where there is none.</param>
public sealed record SignInStep(string? Session, string? Next);

/// <summary>A person who has signed in.</summary>
/// <param name="Person">Who.</param>
/// <param name="Session">With what.</param>
public sealed record SignedIn(Person Person, Session Session);
