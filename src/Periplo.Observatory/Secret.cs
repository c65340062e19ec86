using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Periplo.Observatory;

/// <summary>What opens something to whoever shows it: made at random, and kept only as its hash.</summary>
internal static class Secret
{
    // Without letters that look alike.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>256 bits.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A code to write down: 49 bits in two groups.</summary>
    public static string NewRecoveryCode() => $"{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}";

    /// <summary>What is kept of a secret. It needs no salt: it is as random as the hash.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
