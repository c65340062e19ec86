using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Periplo.Observatory;

/// <summary>Codes that change with time, as RFC 6238 has them: HMAC-SHA-1, a step of 30 seconds, six digits.</summary>
public static class Totp
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>Seconds a code lasts.</summary>
    public const int StepSeconds = 30;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Time step of a moment.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a time step.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="step">Time step.</param>
    /// <param name="digits">Digits of the code; the test vectors of the RFC have eight.</param>
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // What authenticator apps know; HMAC does not rest on the collisions SHA-1 has.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        var most = 1u;
        for (var i = 0; i < digits; i++)
            most *= 10;
        return (number % most).ToString().PadLeft(digits, '0');
    }

    /// <summary>The time step a code is right for: that of <paramref name="at"/>, the one before or the one after; null when none or used.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="at">Now.</param>
    /// <param name="usedUpTo">Last step a code was used of: it and those before it are spent.</param>
    public static long? Find(ReadOnlySpan<byte> secret, string code, DateTimeOffset at, long usedUpTo)
    {
        var typed = Encoding.UTF8.GetBytes(code);
        long? found = null;
        // All three are compared whatever the first gives, each in the same time.
        for (var step = StepOf(at) - 1; step <= StepOf(at) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), typed) && step > usedUpTo)
                found ??= step;
        }

        return found;
    }

    /// <summary>A secret as text to type, in base 32 (RFC 4648) without padding.</summary>
    public static string Text(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var one in secret)
        {
            (buffer, bits) = ((buffer << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(Base32[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>The address an authenticator app takes a secret from.</summary>
    public static string Address(string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/Periplo:{Uri.EscapeDataString(account)}?secret={Text(secret)}&issuer=Periplo&algorithm=SHA1&digits={Digits}&period={StepSeconds}";
}
