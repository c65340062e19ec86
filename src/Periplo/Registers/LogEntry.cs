using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Periplo.Registers;

/// <summary>What an entry of the log tells.</summary>
public static class LogAction
{
    /// <summary>A record was written: new, changed, moved to another state or imported. The entry has its content and state.</summary>
    public const string Record = "record";

    /// <summary>An account was made.</summary>
    public const string AccountMade = "account-made";

    /// <summary>An account was closed or opened again.</summary>
    public const string AccountChanged = "account-changed";

    /// <summary>An account was given another role in a register.</summary>
    public const string RoleGiven = "role-given";

    /// <summary>Someone signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>A sign-in was refused.</summary>
    public const string SignInRefused = "sign-in-refused";

    /// <summary>A session or an API token was made or ended.</summary>
    public const string AccessChanged = "access-changed";
}

/// <summary>What is to be added to the log: who did what, when and why.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">Name of the account; <c>periplo</c> for what came with the program.</param>
/// <param name="Action">One of <see cref="LogAction"/>.</param>
/// <param name="Register">Register of the record or role, or null.</param>
/// <param name="Record">Id of the record, or of the account concerned; or null.</param>
/// <param name="State">State of the record after it, or null.</param>
/// <param name="Content">The record as JSON, column by column; or null.</param>
/// <param name="Why">Reason given; may be empty.</param>
public sealed record LogItem(DateTimeOffset At, string Who, string Action, string? Register, string? Record, string? State, string? Content, string Why);

/// <summary>
/// One entry of the log. The log only grows, and each entry's hash covers the one before: an entry changed, taken out or
/// put in between shows. What was cut off its end shows only to who has kept a later hash.
/// </summary>
/// <param name="Number">Place in the log, from 1, without gaps.</param>
/// <param name="Item">What it tells.</param>
/// <param name="Hash">SHA-256 in small hexadecimal digits of the hash before and all of the item.</param>
public sealed record LogEntry(long Number, LogItem Item, string Hash)
{
    /// <summary>The hash before the first entry.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The entry that follows one with the hash <paramref name="before"/>.</summary>
    public static LogEntry After(long number, string before, LogItem item) => new(number, item, HashOf(number, before, item));

    /// <summary>Whether the entry follows the one with the hash <paramref name="before"/> and is as it was written.</summary>
    public bool Follows(string before) => Hash == HashOf(Number, before, Item);

    private static string HashOf(long number, string before, LogItem item)
    {
        // Every text with its length before it, so that no two items give the same bytes; -1 stands for none.
        string?[] texts = [before, item.At.UtcDateTime.ToString("O"), item.Who, item.Action, item.Register, item.Record, item.State, item.Content, item.Why];
        var size = sizeof(long) + texts.Sum(text => sizeof(int) + (text is null ? 0 : Encoding.UTF8.GetByteCount(text)));
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        var at = sizeof(long);
        foreach (var text in texts)
        {
            var length = text is null ? -1 : Encoding.UTF8.GetBytes(text, bytes.AsSpan(at + sizeof(int)));
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), length);
            at += sizeof(int) + Math.Max(0, length);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, size)));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }
}
