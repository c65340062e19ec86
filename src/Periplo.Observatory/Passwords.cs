using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Periplo.Observatory;

/// <summary>What a password must be, and its hash.</summary>
internal static class Passwords
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters.</summary>
    public const int Longest = 256;

    private const int FewestKinds = 5;

    // PBKDF2 with HMAC-SHA-512; the count is in the hash, so that it may grow.
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Hashing is work on purpose: no crowd of sign-ins may take all processors from those who read.
    private static readonly SemaphoreSlim Gate = new(Math.Max(1, Environment.ProcessorCount / 2));

    private static readonly Lazy<string> OfNobody = new(() => Hasher.HashPassword("", Secret.New()));

    /// <summary>Refuses a password that is too easy.</summary>
    /// <exception cref="AccountException">It is.</exception>
    public static void Check(string account, string password)
    {
        if (password.Length < Shortest || password.Length > Longest)
        {
            throw new AccountException(new(
                $"La contraseña debe tener entre {Shortest} y {Longest} caracteres. Una frase sirve.",
                $"The password must have between {Shortest} and {Longest} characters. A sentence will do.",
                $"Le mot de passe doit avoir entre {Shortest} et {Longest} caractères. Une phrase convient."));
        }

        if (string.Equals(password, account, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < FewestKinds)
            throw new AccountException(new("La contraseña no puede ser el nombre de la cuenta ni repetir pocas letras.", "The password cannot be the account's name nor repeat a few letters.", "Le mot de passe ne peut pas être le nom du compte ni répéter peu de lettres."));
    }

    /// <summary>The hash to keep.</summary>
    public static string HashOf(string password) => Gated(() => Hasher.HashPassword("", password));

    /// <summary>Whether a password is the one a hash was made of. Takes as long where there is no hash.</summary>
    public static bool Verify(string? hash, string password)
    {
        var fits = password.Length <= Longest;
        var result = Gated(() => Hasher.VerifyHashedPassword("", hash ?? OfNobody.Value, fits ? password : ""));
        return hash is not null && fits && result != PasswordVerificationResult.Failed;
    }

    private static T Gated<T>(Func<T> work)
    {
        Gate.Wait();
        try
        {
            return work();
        }
        finally
        {
            Gate.Release();
        }
    }
}
