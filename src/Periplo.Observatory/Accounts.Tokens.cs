using Periplo.Registers;
using Periplo.Storage;

namespace Periplo.Observatory;

public sealed partial class Accounts
{
    /// <summary>Most days an API token lasts.</summary>
    public const int MostTokenDays = 365;

    /// <summary>How every API token begins, so that one left lying about is known for what it is.</summary>
    public const string TokenPrefix = "periplo_";

    private const int MostTokens = 20;

    /// <summary>Makes an API token, with which a program acts for the person.</summary>
    /// <param name="person">For whom.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="ceiling">The greatest role it has anywhere; an administrator's is refused.</param>
    /// <param name="days">How long it lasts.</param>
    /// <returns>The token; shown once.</returns>
    public string MakeToken(Person person, string name, Role ceiling, int days)
    {
        name = name.Trim();
        if (name.Length is 0 or > 60 || name.Any(char.IsControl))
            throw new AccountException(new("Dé a la llave un nombre de hasta 60 letras, por ejemplo el del programa que la usa.", "Give the token a name of up to 60 letters, such as that of the program that uses it.", "Donnez au jeton un nom de 60 lettres au plus, par exemple celui du programme qui l’emploie."));
        if (ceiling is not (Role.Reader or Role.Editor or Role.Approver))
            throw new AccountException(new("Una llave lee, edita o aprueba; no administra.", "A token reads, edits or approves; it does not administer.", "Un jeton lit, modifie ou approuve ; il n’administre pas."));
        if (days is < 1 or > MostTokenDays)
            throw new AccountException(new($"Una llave dura de 1 a {MostTokenDays} días.", $"A token lasts 1 to {MostTokenDays} days.", $"Un jeton dure de 1 à {MostTokenDays} jours."));
        using var writer = store.BeginWrite();
        var now = clock.GetUtcNow();
        var account = Open(writer, person.Name);
        if (writer.Tokens(account.Name).Count(token => IsAlive(token, now)) >= MostTokens)
            throw new AccountException(new($"Ya hay {MostTokens} llaves: anule alguna.", $"There are {MostTokens} tokens already: revoke one.", $"Il y a déjà {MostTokens} jetons : révoquez-en un."));
        var secret = TokenPrefix + Secret.New();
        writer.Put(new ApiToken(Secret.HashOf(secret), account.Name, name, ceiling, now, now.AddDays(days), Revoked: null));
        writer.Append([Item(account.Name, LogAction.AccessChanged, account.Name, state: AccountDeed.TokenMade)]);
        writer.Commit();
        return secret;
    }

    /// <summary>Whom an API token acts for, with the roles it has; null where it is unknown, too old, revoked or its account closed.</summary>
    public Person? Token(string secret)
    {
        if (!secret.StartsWith(TokenPrefix, StringComparison.Ordinal) || store.Token(Secret.HashOf(secret)) is not var (token, account))
            return null;
        if (!IsAlive(token, clock.GetUtcNow()) || account.Closed is not null)
            return null;
        return new(account.Name, account.Roles.ToDictionary(pair => pair.Key, pair => pair.Value < token.Ceiling ? pair.Value : token.Ceiling));
    }

    /// <summary>The person's API tokens that are alive, newest first.</summary>
    public IReadOnlyList<ApiToken> Tokens(Person person)
    {
        var now = clock.GetUtcNow();
        return [.. store.Tokens(person.Name).Where(token => IsAlive(token, now))];
    }

    /// <summary>Revokes one of the person's API tokens.</summary>
    public void RevokeToken(Person person, string hash)
    {
        using var writer = store.BeginWrite();
        var now = clock.GetUtcNow();
        if (writer.Tokens(person.Name).FirstOrDefault(token => token.Hash == hash && IsAlive(token, now)) is not { } token)
            return;
        writer.Put(token with { Revoked = now });
        writer.Append([Item(person.Name, LogAction.AccessChanged, person.Name, state: AccountDeed.TokenEnded)]);
        writer.Commit();
    }

    private static bool IsAlive(ApiToken token, DateTimeOffset now) => token.Revoked is null && now < token.Expires;
}
