using Periplo.Languages;

namespace Periplo.Storage;

/// <summary>The store cannot do what was asked: why, and what to do next.</summary>
public sealed class StoreException(Text explanation, Exception? inner = null) : Exception(explanation.En, inner)
{
    /// <summary>Why, and what to do.</summary>
    public Text Explanation { get; } = explanation;
}
