using System.Security.Cryptography;
using Periplo.Registers;
using Periplo.Storage;

namespace Periplo.Observatory;

public sealed partial class Accounts
{
    private const string FactorPurpose = "second-factor";
    private const string EnrolmentPurpose = "second-factor-enrolment";
    private const int SecretBytes = 20;
    private const int Codes = 10;

    /// <summary>How many recovery codes the person's account has left.</summary>
    public int RecoveryCodes(Person person) => store.RecoveryCodes(person.Name);

    /// <summary>Makes a secret for an authenticator app. It counts only once <see cref="ConfirmTotp"/> has shown that the app has it.</summary>
    public Enrolment EnrolTotp(Person person)
    {
        var account = Account(person.Name);
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        return new(Totp.Text(secret), Totp.Address(account.Name, secret), Seal(EnrolmentPurpose, $"{account.Name}\n{Convert.ToHexString(secret)}"));
    }

    /// <summary>The same enrolment again, after a code that was not right; null where it is not this person's.</summary>
    public Enrolment? Enrolment(Person person, string ticket) => Enrolled(person, ticket) is { } secret
        ? new(Totp.Text(secret), Totp.Address(person.Name, secret), ticket)
        : null;

    /// <summary>Turns the second factor on.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="ticket">Ticket of the enrolment.</param>
    /// <param name="password">The account's password.</param>
    /// <param name="code">A code of the app.</param>
    /// <returns>Recovery codes, each good for one sign-in; shown once.</returns>
    /// <exception cref="AccountException">The code is not right, or the account has a second factor already.</exception>
    /// <exception cref="SignInRefusedException">The password is not right.</exception>
    public IReadOnlyList<string> ConfirmTotp(Person person, string ticket, string password, string code) => Proven(person, password, (writer, account, now) =>
    {
        if (account.Factor is not null)
            throw new AccountException(new("Esta cuenta ya tiene un segundo factor.", "This account has a second factor already.", "Ce compte a déjà un second facteur."));
        var secret = Enrolled(person, ticket) ?? throw CodeWrong();
        var step = Totp.Find(secret, Digits(code), now, usedUpTo: 0) ?? throw CodeWrong();
        writer.Put(account with { Factor = Seal(FactorPurpose, $"{account.Name}\n{Convert.ToHexString(secret)}"), FactorStep = step, Failed = 0 });
        writer.Append([Item(account.Name, LogAction.AccountChanged, account.Name, state: AccountDeed.FactorAdded)]);
        return NewCodes(writer, account);
    });

    /// <summary>Turns the second factor off.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="password">The account's password.</param>
    /// <param name="code">A code of the app, or a recovery code.</param>
    /// <exception cref="SignInRefusedException">Password or code is not right.</exception>
    public void RemoveTotp(Person person, string password, string code) => Proven(person, password, (writer, account, now) =>
    {
        if (account.Factor is null)
            return false;
        account = UseCode(writer, account, code, now) ?? throw Failed(writer, account, now);
        writer.Put(account with { Factor = null, Failed = 0 });
        writer.PutRecoveryCodes(account.Name, []);
        writer.Append([Item(account.Name, LogAction.AccountChanged, account.Name, state: AccountDeed.FactorRemoved)]);
        return true;
    });

    /// <summary>Makes new recovery codes in the place of those left.</summary>
    /// <exception cref="SignInRefusedException">The password is not right.</exception>
    public IReadOnlyList<string> NewRecoveryCodes(Person person, string password) => Proven(person, password, (writer, account, _) =>
    {
        if (account.Factor is null)
            throw new AccountException(new("Esta cuenta no tiene segundo factor.", "This account has no second factor.", "Ce compte n’a pas de second facteur."));
        writer.Append([Item(account.Name, LogAction.AccountChanged, account.Name, state: AccountDeed.RecoveryCodesMade)]);
        return NewCodes(writer, account);
    });

    private static List<string> NewCodes(StoreWriter writer, Account account)
    {
        var codes = Enumerable.Range(0, Codes).Select(_ => Secret.NewRecoveryCode()).ToList();
        writer.PutRecoveryCodes(account.Name, codes.Select(code => CodeHash(account.Name, code)));
        return codes;
    }

    /// <summary>Uses up a code of the app or a recovery code.</summary>
    /// <returns>The account after it; null when the code is not right or was used.</returns>
    private Account? UseCode(StoreWriter writer, Account account, string code, DateTimeOffset now)
    {
        var typed = Digits(code);
        if (Opened(FactorPurpose, account.Name, account.Factor!) is { } secret && Totp.Find(secret, typed, now, account.FactorStep) is { } step)
        {
            account = account with { FactorStep = step };
            writer.Put(account);
            return account;
        }

        if (!writer.UseRecoveryCode(account.Name, CodeHash(account.Name, typed)))
            return null;
        writer.Append([Item(account.Name, LogAction.AccountChanged, account.Name, state: AccountDeed.RecoveryCodeUsed)]);
        return account;
    }

    private byte[]? Enrolled(Person person, string ticket) => Opened(EnrolmentPurpose, person.Name, ticket);

    private byte[]? Opened(string purpose, string account, string text) =>
        Unseal(purpose, text)?.Split('\n') is [var name, var secret] && name == account ? Convert.FromHexString(secret) : null;

    /// <summary>With the account's name before it, so that equal codes of two accounts are kept differently.</summary>
    private static string CodeHash(string account, string code) => Secret.HashOf($"{account}\n{Digits(code)}");

    /// <summary>People type groups as they read them.</summary>
    private static string Digits(string code) => new([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(20)]);

    private static AccountException CodeWrong() => new(new("Ese código no es el de ahora. Revise la hora del teléfono y escriba el siguiente.", "That is not the present code. Check the phone's clock and type the next one.", "Ce code n’est pas celui du moment. Vérifiez l’heure du téléphone et écrivez le suivant."));
}

/// <summary>A second factor about to be turned on.</summary>
/// <param name="Secret">The secret, to type into an app.</param>
/// <param name="Address">The same as an address for an app.</param>
/// <param name="Ticket">What <see cref="Accounts.ConfirmTotp"/> wants back.</param>
public sealed record Enrolment(string Secret, string Address, string Ticket);
