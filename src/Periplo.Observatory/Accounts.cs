using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>
/// Who may sign in and what each may do. Nothing is held in memory: every question is asked of the store, so that what is
/// taken away is gone at once for every server on it. Every deed is in the log, in the same transaction.
/// </summary>
public sealed partial class Accounts
{
    /// <summary>Who owns the store; no account may have the name.</summary>
    public const string Owner = "periplo";

    private static readonly TimeSpan SetUpLasts = TimeSpan.FromDays(3);

    private readonly Store store;
    private readonly RegisterSet registers;
    private readonly TimeProvider clock;
    private readonly Lazy<IDataProtectionProvider> sealing;

    internal Accounts(Store store, RegisterSet registers, TimeProvider clock)
    {
        (this.store, this.registers, this.clock) = (store, registers, clock);
        sealing = new(() =>
        {
            var services = new ServiceCollection();
            StoreKeys.Add(services, store);
            return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
        });
    }

    /// <summary>Whether the site has yet to be set up: there is no account.</summary>
    public bool LacksSetUp => store.Accounts().Count == 0;

    /// <summary>A token that lets whoever shows it make the first account; null where there is one.</summary>
    public string? PrepareSetUp()
    {
        using var writer = store.BeginWrite();
        if (writer.Accounts().Count > 0)
            return null;
        var token = Secret.New();
        writer.PutSetUp(Secret.HashOf(token), "", clock.GetUtcNow() + SetUpLasts);
        writer.Commit();
        return token;
    }

    /// <summary>Makes the first account, an administrator of everything; or takes up an account that an administrator has made or opened anew.</summary>
    /// <param name="token">The token of <see cref="PrepareSetUp"/>, <see cref="MakeAccount(Person, string)"/> or <see cref="Invite(Person, string)"/>; used up by it.</param>
    /// <param name="name">Name of the account.</param>
    /// <param name="password">The password it shall have.</param>
    /// <exception cref="AccountException">The token is of no use, or the name or password will not do.</exception>
    public void SetUp(string token, string name, string password)
    {
        name = Normal(name);
        using var writer = store.BeginWrite();
        var now = clock.GetUtcNow();
        if (writer.SetUp(Secret.HashOf(token.Trim())) is not { } setUp || setUp.Expires <= now || (setUp.Account.Length > 0 && setUp.Account != name))
            throw new AccountException(new("El código no vale, ya se usó, caducó o es de otra cuenta. Pida otro.", "The code is not valid, was used, is too old or is another account's. Ask for another.", "Le code ne vaut pas, a déjà servi, est périmé ou est celui d’un autre compte. Demandez-en un autre."));
        Passwords.Check(name, password);
        var account = writer.Account(name);
        if (setUp.Account.Length == 0)
        {
            if (writer.Accounts().Count > 0)
                throw new AccountException(new("Esta instalación ya tiene cuentas.", "This installation has accounts already.", "Cette installation a déjà des comptes."));
            CheckName(name);
            account = New(name, now);
        }

        account = account! with { PasswordHash = Passwords.HashOf(password), Failed = 0, LockedUntil = null };
        writer.Put(account);
        writer.UseSetUp(setUp.Account);
        if (setUp.Account.Length == 0)
        {
            writer.Give(name, Person.Everywhere, Role.Administrator);
            writer.Append([Item(name, LogAction.AccountMade, name), Item(name, LogAction.RoleGiven, name, register: Person.Everywhere, state: Word(Role.Administrator))]);
        }
        else
        {
            EndAll(writer, account, now);
            writer.Append([Item(name, LogAction.AccountChanged, name, state: AccountDeed.PasswordChosen)]);
        }

        writer.Commit();
    }

    /// <summary>Every account, for whoever administers a register.</summary>
    /// <exception cref="AccessRefusedException">The person administers none.</exception>
    public IReadOnlyList<Account> All(Person by)
    {
        Demand(by.Roles.Values.Contains(Role.Administrator));
        return store.Accounts();
    }

    /// <summary>An account that must be there.</summary>
    /// <exception cref="AccountException">There is none.</exception>
    public Account Account(string name) => store.Account(Normal(name)) ?? throw NoAccount(name);

    /// <summary>Makes an account without roles or password.</summary>
    /// <returns>The token with which its owner chooses the password; shown once.</returns>
    /// <exception cref="AccountException">The name will not do.</exception>
    public string MakeAccount(Person by, string name)
    {
        using var writer = store.BeginWrite();
        DemandAdministrator(writer, by, Person.Everywhere);
        name = NewName(writer, name);
        writer.Put(New(name, clock.GetUtcNow()));
        writer.Append([Item(by.Name, LogAction.AccountMade, name)]);
        return Invite(writer, name);
    }

    /// <summary>Makes an account with a password, for the owner of the store.</summary>
    /// <exception cref="AccountException">Name or password will not do.</exception>
    public void MakeAccount(Person by, string name, string password)
    {
        using var writer = store.BeginWrite();
        DemandAdministrator(writer, by, Person.Everywhere);
        name = NewName(writer, name);
        Passwords.Check(name, password);
        writer.Put(New(name, clock.GetUtcNow()) with { PasswordHash = Passwords.HashOf(password) });
        writer.UseSetUp("");
        writer.Append([Item(by.Name, LogAction.AccountMade, name)]);
        writer.Commit();
    }

    /// <summary>Lets the owner of an account choose a new password; the one it has goes on until then.</summary>
    /// <returns>The token; shown once.</returns>
    public string Invite(Person by, string name)
    {
        using var writer = store.BeginWrite();
        DemandAdministrator(writer, by, Person.Everywhere);
        var account = Open(writer, name);
        writer.UseSetUp(account.Name);
        writer.Append([Item(by.Name, LogAction.AccountChanged, account.Name, state: AccountDeed.Invited)]);
        return Invite(writer, account.Name);
    }

    /// <summary>Gives an account another password and ends its sessions, for the owner of the store.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="name">The account.</param>
    /// <param name="password">The password.</param>
    /// <param name="withoutFactor">Whether to take its second factor away as well.</param>
    public void ResetPassword(Person by, string name, string password, bool withoutFactor)
    {
        using var writer = store.BeginWrite();
        DemandAdministrator(writer, by, Person.Everywhere);
        var account = Known(writer, name);
        Passwords.Check(account.Name, password);
        account = account with { PasswordHash = Passwords.HashOf(password), Failed = 0, LockedUntil = null, Factor = withoutFactor ? null : account.Factor };
        writer.Put(account);
        if (withoutFactor)
            writer.PutRecoveryCodes(account.Name, []);
        writer.Append([Item(by.Name, LogAction.AccountChanged, account.Name, state: AccountDeed.PasswordChosen)]);
        EndAll(writer, account, clock.GetUtcNow());
        writer.Commit();
    }

    /// <summary>Closes an account: no one signs in with it, and its sessions and API tokens end. What it did stays under its name.</summary>
    public void CloseAccount(Person by, string name)
    {
        using var writer = store.BeginWrite();
        DemandAdministrator(writer, by, Person.Everywhere);
        var account = Open(writer, name);
        DemandAnotherAdministrator(writer, account);
        var now = clock.GetUtcNow();
        writer.Put(account with { Closed = now });
        writer.UseSetUp(account.Name);
        writer.Append([Item(by.Name, LogAction.AccountChanged, account.Name, state: AccountDeed.Closed)]);
        EndAll(writer, account, now);
        writer.Commit();
    }

    /// <summary>Opens a closed account again, with the roles it had.</summary>
    public void ReopenAccount(Person by, string name)
    {
        using var writer = store.BeginWrite();
        DemandAdministrator(writer, by, Person.Everywhere);
        var account = Known(writer, name);
        if (account.Closed is null)
            return;
        writer.Put(account with { Closed = null, Failed = 0, LockedUntil = null });
        writer.Append([Item(by.Name, LogAction.AccountChanged, account.Name, state: AccountDeed.Reopened)]);
        writer.Commit();
    }

    /// <summary>Gives an account a role in a register, or in all (<see cref="Person.Everywhere"/>); <see cref="Role.None"/> takes it away.</summary>
    /// <exception cref="AccessRefusedException">The person does not administer that register.</exception>
    /// <exception cref="AccountException">The person has no second factor, or nobody would be left to administer.</exception>
    public void Give(Person by, string name, string register, Role role)
    {
        if (register != Person.Everywhere)
            registers.Get(register);
        using var writer = store.BeginWrite();
        DemandAdministrator(writer, by, register);
        var account = Open(writer, name);
        if (account.Roles.GetValueOrDefault(register) == role)
            return;
        if (register == Person.Everywhere && role < Role.Administrator)
            DemandAnotherAdministrator(writer, account);
        writer.Give(account.Name, register, role);
        writer.Append([Item(by.Name, LogAction.RoleGiven, account.Name, register: register, state: Word(role))]);
        writer.Commit();
    }

    private string Invite(StoreWriter writer, string name)
    {
        var token = Secret.New();
        writer.PutSetUp(Secret.HashOf(token), name, clock.GetUtcNow() + SetUpLasts);
        writer.Commit();
        return token;
    }

    private static Account New(string name, DateTimeOffset now) =>
        new(name, PasswordHash: null, Factor: null, FactorStep: 0, now, Closed: null, Failed: 0, LockedUntil: null, new Dictionary<string, Role>());

    /// <summary>Names are small: nobody need remember which letters were great.</summary>
    private static string Normal(string name) => name.Trim().ToLowerInvariant();

    private static string NewName(StoreWriter writer, string name)
    {
        name = Normal(name);
        CheckName(name);
        return writer.Account(name) is null ? name : throw new AccountException(new($"Ya hay una cuenta «{name}».", $"There is an account \"{name}\" already.", $"Il y a déjà un compte « {name} »."));
    }

    private static void CheckName(string name)
    {
        if (name.Length is < 2 or > 40 || name == Owner || !char.IsAsciiLetterLower(name[0]) || name.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && !".-_".Contains(letter)))
        {
            throw new AccountException(new(
                "El nombre de una cuenta tiene de 2 a 40 letras sin acento, cifras, «.», «-» o «_», y empieza por una letra. «periplo» está reservado.",
                "An account's name has 2 to 40 letters without accents, digits, \".\", \"-\" or \"_\", and begins with a letter. \"periplo\" is reserved.",
                "Le nom d’un compte a de 2 à 40 lettres sans accent, chiffres, « . », « - » ou « _ », et commence par une lettre. « periplo » est réservé."));
        }
    }

    private static Account Known(StoreWriter writer, string name) => writer.Account(Normal(name)) ?? throw NoAccount(name);

    private static Account Open(StoreWriter writer, string name)
    {
        var account = Known(writer, name);
        return account.Closed is null ? account : throw new AccountException(new($"La cuenta «{account.Name}» está cerrada. Ábrala de nuevo antes.", $"The account \"{account.Name}\" is closed. Reopen it first.", $"Le compte « {account.Name} » est fermé. Rouvrez-le d’abord."));
    }

    private static AccountException NoAccount(string name) => new(new($"No hay ninguna cuenta «{name}».", $"There is no account \"{name}\".", $"Il n’y a pas de compte « {name} »."));

    private static void Demand(bool may)
    {
        if (!may)
            throw new AccessRefusedException();
    }

    /// <summary>Asks the store anew what the person may: a page may have been open for long.</summary>
    private static void DemandAdministrator(StoreWriter writer, Person by, string register)
    {
        var account = by.Name == Owner ? null : writer.Account(by.Name) ?? throw new AccessRefusedException();
        Demand(by.In(register) >= Role.Administrator && (account is null || account.Person.In(register) >= Role.Administrator));
        if (account is { Factor: null })
        {
            throw new AccountException(new(
                "Quien administra necesita un segundo factor: actívelo en su cuenta y vuelva.",
                "Who administers needs a second factor: turn it on in your account and come back.",
                "Qui administre a besoin d’un second facteur : activez-le dans votre compte et revenez."));
        }
    }

    private static void DemandAnotherAdministrator(StoreWriter writer, Account account)
    {
        if (!writer.Accounts().Any(other => other.Name != account.Name && other.Person.In(Person.Everywhere) == Role.Administrator) && account.Person.In(Person.Everywhere) == Role.Administrator)
            throw new AccountException(new("Es la única cuenta que administra todo: dé antes ese papel a otra.", "It is the only account that administers everything: give another that role first.", "C’est le seul compte qui administre tout : donnez d’abord ce rôle à un autre."));
    }

    /// <summary>Ends all sessions and API tokens of an account.</summary>
    private void EndAll(StoreWriter writer, Account account, DateTimeOffset now)
    {
        EndSessions(writer, account.Name, account.Name, now, _ => true);
        foreach (var token in writer.Tokens(account.Name).Where(token => token.Revoked is null))
            writer.Put(token with { Revoked = now });
    }

    private LogItem Item(string who, string action, string account, string? register = null, string? state = null) =>
        new(clock.GetUtcNow(), who, action, register, account, state, Content: null, Why: "");

    private static string Word(Role role) => role.ToString().ToLowerInvariant();

    private string Seal(string purpose, string text) => sealing.Value.CreateProtector(purpose).Protect(text);

    private string? Unseal(string purpose, string text)
    {
        try
        {
            return sealing.Value.CreateProtector(purpose).Unprotect(text);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>What the log says in the state of an entry about an account: which deed it was.</summary>
public static class AccountDeed
{
#pragma warning disable CS1591 // Each word is its own description.
    public const string Closed = "closed";
    public const string Reopened = "reopened";
    public const string Invited = "invited";
    public const string PasswordChosen = "password-chosen";
    public const string FactorAdded = "second-factor-added";
    public const string FactorRemoved = "second-factor-removed";
    public const string RecoveryCodesMade = "recovery-codes-made";
    public const string RecoveryCodeUsed = "recovery-code-used";
    public const string SignedOut = "signed-out";
    public const string SessionsEnded = "sessions-ended";
    public const string TokenMade = "api-token-made";
    public const string TokenEnded = "api-token-ended";
    public const string Locked = "locked";
#pragma warning restore CS1591
}

/// <summary>Something of an account that cannot be done, with what to do next.</summary>
public class AccountException(Text explanation) : RegisterException(explanation);

/// <summary>A sign-in was refused; it is not said why.</summary>
public sealed class SignInRefusedException() : AccountException(new(
    "No se pudo entrar: el nombre, la contraseña o el código no son correctos, o hubo demasiados intentos. Tras cinco intentos fallidos hay que esperar al menos 15 minutos.",
    "Could not sign in: the name, the password or the code is not right, or there were too many attempts. After five failed attempts one has to wait at least 15 minutes.",
    "Connexion impossible : le nom, le mot de passe ou le code n’est pas correct, ou il y a eu trop de tentatives. Après cinq tentatives manquées, il faut attendre au moins 15 minutes."));
