using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>A sentence with places for values, and the guards that let it pass.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Section">The section it stands in.</param>
/// <param name="Subject">What it is about, for the sentence that says data are missing.</param>
/// <param name="Indicator">The indicator whose source would fill it.</param>
/// <param name="Guards">Its guards, in the order they are asked.</param>
internal sealed record SentenceTemplate(string Id, SectionKind Section, Text Subject, string Indicator, IReadOnlyList<Guard> Guards)
{
    /// <summary>The values it would name.</summary>
    public required Func<AreaFacts, SentenceTerms> Terms { get; init; }

    /// <summary>The sentence; asked for only when every guard holds.</summary>
    public required Func<AreaFacts, SentenceTerms, Text> Words { get; init; }

    /// <summary>The sentence of an area, or the one that says what is missing.</summary>
    public SentenceBlock Say(AreaFacts facts)
    {
        var terms = Terms(facts);
        foreach (var guard in Guards)
        {
            if (!guard.Holds(terms))
                return new(Id, Missing(guard, facts, terms), terms.All, guard);
        }

        return new(Id, Words(facts, terms), terms.All, null);
    }

    private Text Missing(Guard guard, AreaFacts facts, SentenceTerms terms)
    {
        var why = ValueWords.Joined(Subject, guard.Refusal);
        if (guard != Guard.HasValue)
        {
            // The figure itself is in the tables: the reader is told of when it is.
            return terms.Values.OfType<IndicatorValue>().Where(value => value.IsFilled).MinBy(value => value.Period.LastDay) is not { } held
                ? new($"{why.Es}.", $"{why.En}.", $"{why.Fr}.")
                : new(
                    $"{why.Es}; la última es de {ValueWords.Period(held.Period).Es} y está en las tablas.",
                    $"{why.En}; the latest is of {ValueWords.Period(held.Period).En} and stands in the tables.",
                    $"{why.Fr} ; le dernier date de {ValueWords.Period(held.Period).Fr} et figure dans les tableaux.");
        }

        return facts.Registry.Find(Indicator)?.Source is not { } source
            ? new($"{why.Es}.", $"{why.En}.", $"{why.Fr}.")
            : new($"{why.Es}; fuente que la daría: {source.Es}.", $"{why.En}; source that would give it: {source.En}.", $"{why.Fr} ; source qui le fournirait : {source.Fr}.");
    }
}
