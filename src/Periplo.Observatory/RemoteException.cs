using Periplo.Languages;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>A remote that did not answer with data, and in which way.</summary>
/// <param name="outcome">In which way.</param>
/// <param name="explanation">What happened and what to do.</param>
/// <param name="inner">The error it came from.</param>
internal sealed class RemoteException(RemoteOutcome outcome, Text explanation, Exception? inner = null) : Exception(explanation.En, inner)
{
    /// <summary>In which way.</summary>
    public RemoteOutcome Outcome { get; } = outcome;

    /// <summary>What happened and what to do.</summary>
    public Text Explanation { get; } = explanation;
}
