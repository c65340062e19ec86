using Periplo.Languages;

namespace Periplo.Statistics;

/// <summary>A question to the figures that has no honest answer: what was asked and what to do instead.</summary>
public sealed class StatisticsException(Text explanation) : Exception(explanation.En)
{
    /// <summary>Why, and what to do.</summary>
    public Text Explanation { get; } = explanation;
}
