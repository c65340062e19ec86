using System.Text.Json;
using Periplo.Registers;

namespace Periplo.Storage;

/// <summary>
/// What a backup keeps of accounts: all but sessions and set-up tokens, which end with the store. The keys that seal second
/// factors are among it, for without them nobody with one could sign in.
/// </summary>
internal sealed record AccountsBackup(
    IReadOnlyList<Account> Accounts, IReadOnlyList<RecoveryCode> RecoveryCodes, IReadOnlyList<ApiToken> Tokens, IReadOnlyList<ProtectionKey> Keys)
{
    /// <summary>All of a store.</summary>
    public static byte[] Of(Store store) => JsonSerializer.SerializeToUtf8Bytes(store.AccountsBackup(), StorageJson.Default.AccountsBackup);

    /// <summary>Puts all into an empty store.</summary>
    /// <exception cref="InvalidDataException">It names a role or an account that is not there.</exception>
    public void Restore(StoreWriter writer)
    {
        var names = new HashSet<string>();
        foreach (var account in Accounts)
        {
            if (account is null || !names.Add(account.Name) || account.Roles.Values.Any(role => role == Role.None || !Enum.IsDefined(role)))
                throw new InvalidDataException("An account is nothing, twice or has no such role.");
            writer.Put(account);
            foreach (var (register, role) in account.Roles)
                writer.Give(account.Name, register, role);
        }

        foreach (var code in RecoveryCodes)
            writer.PutRecoveryCode(Known(code?.Account), code!.Hash);
        foreach (var token in Tokens)
        {
            Known(token?.Account);
            if (!Enum.IsDefined(token!.Ceiling))
                throw new InvalidDataException("A token has no such role.");
            writer.Put(token);
        }

        foreach (var key in Keys)
            writer.PutProtectionKey(key?.Id ?? throw new InvalidDataException("A key is nothing."), key.Xml);

        string Known(string? account) => account is not null && names.Contains(account) ? account : throw new InvalidDataException("There is no such account.");
    }
}

/// <summary>A recovery code of an account, as its hash.</summary>
internal sealed record RecoveryCode(string Account, string Hash);

/// <summary>A key that seals.</summary>
internal sealed record ProtectionKey(string Id, string Xml);
