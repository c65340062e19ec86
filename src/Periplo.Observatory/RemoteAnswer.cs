using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>What a remote answered, in a file that is gone when it is closed or the process ends.</summary>
/// <param name="Content">The answer from its beginning, unpacked as far as HTTP packed it; null where nothing changed since it was last asked.</param>
/// <param name="File">Its address, SHA-256 and length.</param>
/// <param name="Tag">ETag, or null.</param>
/// <param name="Modified">Last-Modified, or null.</param>
/// <param name="RetrievedAt">When it was asked.</param>
internal sealed record RemoteAnswer(FileStream? Content, SourceFile File, string? Tag, DateTimeOffset? Modified, DateTimeOffset RetrievedAt) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Content?.Dispose();
}

/// <summary>What is asked of a remote.</summary>
/// <param name="Address">Address of http or https.</param>
/// <param name="Accept">Formats wanted, as Accept has them.</param>
/// <param name="Tag">ETag of the answer held, or null.</param>
/// <param name="Modified">Last-Modified of the answer held, or null.</param>
internal sealed record RemoteQuestion(Uri Address, string Accept, string? Tag = null, DateTimeOffset? Modified = null);
