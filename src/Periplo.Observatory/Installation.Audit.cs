using Periplo.Registers;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>The proof that the log is as it was written.</summary>
public sealed partial class Installation
{
    /// <summary>Follows the chain of hashes over the whole log.</summary>
    /// <param name="expected">A hash kept from an earlier time, or null; it shows whether the end was cut off since.</param>
    /// <param name="cancellation">Stops the work.</param>
    public AuditResult VerifyLog(string? expected, CancellationToken cancellation)
    {
        var (number, hash) = (0L, LogEntry.NoHash);
        long? broken = null;
        var found = expected is null || expected.Equals(hash, StringComparison.OrdinalIgnoreCase);
        try
        {
            Store.Log(0, entry =>
            {
                cancellation.ThrowIfCancellationRequested();
                if (broken is not null)
                    return;
                if (entry.Number != number + 1 || !entry.Follows(hash))
                {
                    broken = number + 1;
                    return;
                }

                (number, hash) = (entry.Number, entry.Hash);
                found |= hash.Equals(expected, StringComparison.OrdinalIgnoreCase);
            });
        }
        catch (StoreException error) when (error.InnerException is FormatException or InvalidCastException)
        {
            // An entry no longer readable is broken as much as one that reads otherwise.
            broken ??= number + 1;
        }

        return new(number, hash, broken, found);
    }
}

/// <summary>What following the log came to.</summary>
/// <param name="Entries">Entries that are as they were written, from the first on.</param>
/// <param name="Hash">Hash of the last of them.</param>
/// <param name="Broken">Number of the first entry that was changed, taken out or put in; null when there is none.</param>
/// <param name="ExpectedFound">Whether the hash asked for is that of one of them; true when none was.</param>
public sealed record AuditResult(long Entries, string Hash, long? Broken, bool ExpectedFound)
{
    /// <summary>Whether the log is whole.</summary>
    public bool IsWhole => Broken is null && ExpectedFound;
}
