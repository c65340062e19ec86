using Periplo.Sources.Messages;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>What a harvest did with one remote.</summary>
/// <param name="Remote">The remote.</param>
/// <param name="WasAsked">False where it was not due.</param>
/// <param name="State">What is remembered of it now; null where it was never asked.</param>
/// <param name="Kept">What it changed; null where nothing was taken.</param>
public sealed record Harvested(Remote Remote, bool WasAsked, RemoteState? State, SdmxImportResult? Kept)
{
    /// <summary>True where it was asked, and was down, late or wrong.</summary>
    public bool Failed => WasAsked && State is { Outcome: RemoteOutcome.Down or RemoteOutcome.Late or RemoteOutcome.Wrong };
}
