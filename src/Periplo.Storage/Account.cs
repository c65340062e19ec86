using System.Text.Json.Serialization;
using Periplo.Registers;

namespace Periplo.Storage;

/// <summary>Someone who may sign in.</summary>
/// <param name="Name">Name, for ever the same.</param>
/// <param name="PasswordHash">Hash of the password; null until one was chosen.</param>
/// <param name="Factor">Secret of the second factor, sealed; null where there is none.</param>
/// <param name="FactorStep">Time step of the last code used: none at or before it is taken again.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Closed">When it was closed, or null.</param>
/// <param name="Failed">Sign-ins refused in a row.</param>
/// <param name="LockedUntil">Until when sign-ins are refused unseen, or null.</param>
/// <param name="Roles">Role by register.</param>
public sealed record Account(
    string Name, string? PasswordHash, string? Factor, long FactorStep, DateTimeOffset Created, DateTimeOffset? Closed, int Failed, DateTimeOffset? LockedUntil,
    IReadOnlyDictionary<string, Role> Roles)
{
    /// <summary>What it may do: nothing once closed.</summary>
    [JsonIgnore]
    public Person Person => Closed is null ? new(Name, Roles) : Person.Public;
}

/// <summary>A browser someone signed in with.</summary>
/// <param name="Hash">Hash of what the browser shows.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Created">When it began.</param>
/// <param name="LastSeen">When it was last used, to five minutes.</param>
/// <param name="Expires">When it ends at the latest.</param>
/// <param name="Revoked">When it was ended, or null.</param>
/// <param name="Agent">What the browser calls itself, shortened.</param>
public sealed record Session(string Hash, string Account, DateTimeOffset Created, DateTimeOffset LastSeen, DateTimeOffset Expires, DateTimeOffset? Revoked, string Agent);

/// <summary>What a program shows to act for an account.</summary>
/// <param name="Hash">Hash of what it shows.</param>
/// <param name="Account">For whom it acts.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Ceiling">The greatest role it has in any register.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="Revoked">When it was ended before, or null.</param>
public sealed record ApiToken(string Hash, string Account, string Name, Role Ceiling, DateTimeOffset Created, DateTimeOffset Expires, DateTimeOffset? Revoked);
